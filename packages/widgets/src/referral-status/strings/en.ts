import type { Words } from '../../internal/strings/en.ts';

const looksAtIt = ['Someone at the hub looks at it.', 'You can also speak to us now. Say your reference.'];

/**
 * The words of the page that tells where a referral stands, in English. They give the shape: another language is a file
 * of the same keys.
 *
 * Short, plain sentences for a reading age of 9 to 11, none of more than 25 words. No acronym goes unexplained.
 */
export const status = {
  ask: {
    heading: 'See where your request stands',
    lead: 'When you asked for an advocate, you got a reference and a private code. Write both here.',
    reference: {
      label: 'Your reference',
      hint: 'The shorter one, like 7KQ2-M9XD',
      errors: { none: 'Write your reference' },
    },
    code: {
      label: 'Your private code',
      hint: 'The longer one, like 4TZ8-PW3H-6RNA',
      errors: { none: 'Write your private code' },
    },
    show: 'Show where it stands',
    showing: 'Looking…',
    /** What is said where the two do not go together. */
    noMatch: {
      error: 'This reference and this code do not go together. Check both',
      heading: 'What to check',
      steps: [
        'They may be mixed up. The private code is the longer one.',
        'A letter or a number may be missing or wrong.',
        'If you asked more than once, each reference has its own code.',
        'Spaces and dashes make no difference. Nor do big and small letters.',
      ],
      after: 'If you cannot find what is wrong, speak to us. We can help you without them.',
    },
  },

  /** Where it stands, by the state that the hub tells. */
  states: {
    received: {
      heading: 'It has arrived',
      text: 'We have what you sent us.',
      next: [
        'Someone at the hub reads what you told us.',
        'We use only the ways of contact that you chose.',
        'We help to find the right advocate.',
      ],
    },
    quarantined: {
      heading: 'It has arrived, and someone must look at it',
      text: 'Our computer could not read it. This can take longer.',
      next: looksAtIt,
    },
    replaced: {
      heading: 'There is a newer one',
      text: 'You changed your answers and sent them again. We work with the newer ones.',
      next: [
        'To see where they stand, use the newer reference and code.',
        'If you do not have them, speak to us and say this reference.',
      ],
    },
    withdrawn: {
      heading: 'It was withdrawn',
      text: 'We no longer look for an advocate because of this request.',
      next: [
        'You can ask for an advocate again at any time.',
        'If this is a mistake, or someone else did it, speak to us or tell us below.',
      ],
    },
    /** A state that is newer than this page. */
    other: {
      heading: 'The hub has it',
      text: 'Speak to us to hear where it stands now. Say your reference.',
      next: ['Someone at the hub can tell you more.'],
    },
  },
  reference: 'Your reference',
  arrived: 'When it arrived',
  changed: 'Your last change',
  next: 'What happens next',
  byWhen: (days: number) =>
    days === 0
      ? 'If we may get in touch, we do it on the same working day.'
      : days === 1
        ? 'If we may get in touch, we do it by the end of the next working day.'
        : `If we may get in touch, we do it within ${days} working days after it arrived. Weekends and bank holidays do not count.`,
  late: 'If that time is over and you have heard nothing, speak to us.',
  contact: { heading: 'Speak to someone', lead: 'Say your reference, so that we can find what you told us.' },

  ways: 'What you can do',
  finish: {
    text: 'Do other people use this device? Press Finish to take your reference and code off it.',
    button: 'Finish',
  },
  back: 'Back',

  /** The pages of the three changes. */
  changes: {
    contact: {
      name: 'Contact me in another way',
      lead: [
        'Once someone at the hub has read this, we use only what you choose here.',
        'If it cannot wait, speak to us now.',
      ],
      send: 'Send',
    },
    correct: {
      name: 'Something is wrong or has changed',
      lead: ['We keep what you sent first, and add this to it.'],
      send: 'Send',
    },
    withdraw: {
      name: 'I don’t want an advocate any more',
      lead: [
        'If you withdraw your request, we stop looking for an advocate. You can ask again at any time.',
        'Does someone want you to do this, but you do not? Speak to us first.',
      ],
      send: 'Withdraw it',
    },
  },
  questions: {
    why: { label: 'Do you want to tell us why?', hint: 'You can leave this empty.' },
    what: {
      label: 'What is wrong, or what has changed?',
      hint: 'For example, a name, a date or where you live.',
      errors: { none: 'Write what is wrong or what has changed' },
    },
    reach: {
      label: 'How can we reach you?',
      hint: 'Choose every way that is safe for you.',
      options: {
        telephone: 'Ring me',
        text_message: 'Text me',
        email: 'E-mail me',
        video: 'By video call',
        text_relay: 'By text relay, for people who are deaf or cannot speak',
        bsl_relay: 'By video relay in British Sign Language',
        through_someone: 'Through someone I trust',
        another: 'In another way, like a letter or a visit',
        none: 'I will contact you instead',
      },
      errors: {
        none: 'Choose how we can reach you, or “I will contact you instead”',
        both: 'Choose how we can reach you, or “I will contact you instead”, but not both',
      },
    },
    telephone: {
      label: 'Your telephone number',
      hint: 'We ring or text no other.',
      hintEither: 'Write this or your e-mail address. One of them is enough.',
      errors: {
        none: 'Write the telephone number',
        either: 'Write a telephone number or an e-mail address',
        wrong: 'Write a telephone number, like 01632 960 001',
      },
    },
    email: {
      label: 'Your e-mail address',
      hint: 'Choose one that nobody else can read.',
      hintEither: 'Write this or your telephone number. Choose an address that nobody else can read.',
      errors: { none: 'Write the e-mail address', wrong: 'Write an e-mail address, like name@example.org' },
    },
    through: {
      label: 'Who is it, and how can we reach them?',
      hint: 'For example, “my sister, 01632 960 001”.',
      errors: { none: 'Write who it is and how we can reach them' },
    },
    leave_message: {
      label: 'If nobody answers, can we leave a message?',
      hint: 'Think of who else could hear or see it.',
      options: { yes: 'Yes', no: 'No', unknown: 'I don’t know' },
    },
    times: { label: 'When is a good time?', hint: 'And when is a bad time? You can leave this empty.' },
    do_not_tell: {
      label: 'Is there anyone that we must not tell?',
      hint: 'Say who, and how we can keep it from them. You can leave this empty.',
    },
    more: {
      label: 'Is there anything else that we need to know?',
      hint: 'You can leave this empty.',
      hintAnother: 'Write how we can reach you, and where. For example, the address for a letter.',
      errors: { none: 'Write how we can reach you, and where' },
    },
  },
  sending: 'Sending…',
  needsMore: 'We could not load the rest of this page.',

  /** What is said when the hub has taken a change in. */
  done: {
    heading: 'We have it',
    contact: 'Once someone at the hub has read it, we use only what you chose. If it cannot wait, speak to us.',
    correct: 'Someone at the hub reads it, with what you sent before.',
    withdraw: 'We stop looking for an advocate. You do not have to do anything more.',
    /** It arrived, and nobody can say yet what it is. */
    quarantined: 'Our computer could not read it, so someone must look at it. If it cannot wait, speak to us.',
  },

  /** What is said when sending ended without a receipt. */
  failures: {
    unreachable: {
      heading: 'No answer came',
      text: 'We do not know if it arrived. What you wrote is still here. Try again: it will count once only.',
    },
    portal: {
      heading: 'Something else answered',
      text: 'What you wrote is still here. On public Wi-Fi, open a new tab and log in there. Then come back and try again.',
    },
    busy: {
      heading: 'Many people are sending now',
      text: (minutes: number) =>
        minutes > 1
          ? `What you wrote is still here. Wait ${minutes} minutes, then try again.`
          : 'What you wrote is still here. Wait a minute, then try again.',
    },
    unsure: {
      heading: 'We cannot be sure that it arrived',
      text: 'What you wrote is still here. Try again: it will count once only.',
    },
    broken: {
      heading: 'This cannot be sent from this website now',
      text: 'This is our fault, not yours. What you wrote is still here, so you can read it out to someone.',
    },
  },
};

export type StatusWords = typeof status;

/** All the words of the element. */
export type AllWords = Words & { readonly status: StatusWords };
