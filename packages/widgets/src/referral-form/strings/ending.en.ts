/**
 * The words of the last page, of the confirmation and of controls that few come to, in English: loaded while a person
 * answers.
 * They give the shape, as the form's other words do.
 */
export const ending = {
  supporters: {
    person: (place: number) => `Supporter ${place}`,
    labels: {
      relationship: 'Who is it?',
      paid: 'Are they paid to give care or support?',
      person_agrees: { self: 'Do you want them to speak up for you?', other: 'Does the person want that?' },
      willing: 'Are they willing to?',
      available: 'Are they able to, and near enough?',
      knows_views: 'Do they know what the person wants?',
      attorney_or_deputy: 'Are they an attorney or a deputy?',
      alleged_source_of_harm: 'Are they said to have caused harm?',
      safe_to_involve: 'Is it safe for us to talk to them?',
    },
    options: { yes: 'Yes', no: 'No', unknown: 'I don’t know' },
    add: 'Add another person',
    remove: 'Remove',
  },

  chooseLanguage: 'Choose a language',
  /** Names of languages that browsers may not know in this one. */
  languageNames: {} as Readonly<Record<string, string>>,

  check: {
    change: 'Change',
    notAnswered: 'Not answered',
    dateUnknown: 'There is a date, but not known',
    files: 'You cannot add files here. If we need papers, we ask you for them in a safe way.',
    privacy: 'How we use what you tell us',
    basis: 'What lets us use it',
    privacyLink: 'Read more about your privacy',
    complainLink: 'Complain about how your information is used',
    noNotice: (hub: string) => `When you send this, ${hub} gets it. Ask them how they use and keep it.`,
  },

  send: 'Send',
  sending: 'Sending…',
  /** What is said when sending ended without a receipt. */
  sendFailures: {
    tooMuch: {
      heading: 'You wrote more than we can take',
      text: 'Your answers are still here. Make the longest one shorter, then send again. You can tell us the rest when we speak.',
    },
    unreachable: {
      heading: 'No answer came',
      text: 'We do not know if it arrived. Your answers are still here. You can try again, and it will count once only.',
    },
    portal: {
      heading: 'Something else answered',
      text: 'Your answers are still here. On public Wi-Fi, open a new tab and log in there. Then come back and try again.',
    },
    busy: {
      heading: 'Many people are sending now',
      text: (minutes: number) =>
        minutes > 1
          ? `Your answers are still here. Wait ${minutes} minutes, then try again.`
          : 'Your answers are still here. Wait a minute, then try again.',
    },
    unsure: {
      heading: 'We cannot be sure that it arrived',
      text: 'Your answers are still here. You can try again, and it will count once only.',
    },
    broken: {
      heading: 'This cannot be sent from this website now',
      text: 'This is our fault, not yours. Your answers are still here, so you can read them out to someone.',
    },
  },

  sent: {
    received: {
      heading: 'Sent. We have it.',
      text: 'Thank you for telling us.',
      next: {
        self: [
          'Someone at the hub reads what you told us.',
          'We contact you, only in the ways you chose.',
          'We help you find the right advocate.',
        ],
        other: [
          'Someone at the hub reads what you told us.',
          'We use only the ways of contact that you chose.',
          'We help the person find the right advocate.',
        ],
      },
      /** For people who do not want to be contacted. */
      nextWithoutUs: {
        self: [
          'Someone at the hub reads what you told us.',
          'We will not contact you. Get in touch with us when you can, and say your reference.',
          'We help you find the right advocate.',
        ],
        other: [
          'Someone at the hub reads what you told us.',
          'We will not contact them. They can get in touch with us and say the reference.',
          'We help the person find the right advocate.',
        ],
      },
    },
    quarantined: {
      heading: 'The hub has it, and someone must look at it',
      text: 'It arrived, but our computer could not read it. This can take longer.',
      next: {
        self: ['Someone at the hub looks at it.', 'You can also speak to us now, and say your reference.'],
        other: ['Someone at the hub looks at it.', 'You can also speak to us now, and say your reference.'],
      },
      nextWithoutUs: {
        self: ['Someone at the hub looks at it.', 'You can also speak to us now, and say your reference.'],
        other: ['Someone at the hub looks at it.', 'You can also speak to us now, and say your reference.'],
      },
    },
    byWhen: (days: number) =>
      days === 0
        ? 'We do this on the same working day.'
        : days === 1
          ? 'We do this by the end of the next working day.'
          : `We do this within ${days} working days. Weekends and bank holidays do not count.`,
    reference: 'Your reference',
    referenceHint: 'Say this when you speak to us. It tells nobody anything about you.',
    code: 'Your private code',
    codeHint: 'Tell it to nobody. With your reference, it shows that you are the one who asked.',
    keep: 'Write both down now. We cannot show them again.',
    later: 'With both you can come back at any time.',
    statusLink: 'See where it stands, change it or take it back',
    nextHeading: 'What happens next',
    contact: { heading: 'Speak to someone', lead: 'Say your reference, so that we can find what you told us.' },
    finish: 'Finish and forget these',
    print: 'Print these two',
    save: 'Save these two',
    /** The file's name and the print's title: they tell nothing to whoever finds them. */
    note: 'note',
    equality: {
      heading: 'A few more questions, if you like',
      text: 'They help us see if we reach everyone. They are kept apart from what you just sent. You can skip them.',
      ask: 'Answer a few questions',
    },
  },
};

export type EndingWords = typeof ending;
