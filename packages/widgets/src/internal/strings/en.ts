/** A text that differs between a person who asks for themselves and someone who asks for another person. */
export interface Voiced {
  readonly self: string;
  readonly other: string;
}

/**
 * Every word that is shown, in English. It gives the shape: another language is a file of the same keys.
 *
 * Short, plain sentences for a reading age of 9 to 11, none of more than 25 words. No acronym goes unexplained.
 */
export const en = {
  /** The tag of this language. */
  language: 'en',
  /** Which way it is written. */
  direction: 'ltr' as 'ltr' | 'rtl',
  /** How it writes dates. */
  locale: 'en-GB',
  waiting: 'Loading',
  tryAgain: 'Try again',
  newTab: '(opens in a new tab)',

  contact: {
    heading: 'Speak to someone instead',
    lead: 'You do not have to use this form.',
    kinds: {
      telephone: 'Telephone',
      text_message: 'Text message',
      text_relay: 'Text relay for deaf people',
      bsl_relay: 'British Sign Language',
      email: 'E-mail',
      post: 'Post',
      drop_in: 'Come and see us',
      web: 'Website',
    },
  },

  errors: {
    heading: 'There is a problem',
    tooLong: (label: string) =>
      `What you wrote under “${label}” is too long. Make it shorter, or tell us the rest when we speak.`,
  },

  /** What is said when the hub cannot be read from. */
  failures: {
    unsure: {
      heading: 'We cannot be sure that this is the hub',
      text: 'Try again. If this stays so, speak to someone instead.',
    },
    unreachable: {
      heading: 'We cannot reach the hub',
      text: 'It may be your internet connection, or the hub may be busy. Check your connection, then try again.',
    },
    portal: {
      heading: 'Something else answered',
      text: 'This often happens on public Wi-Fi that needs you to log in. Open a new tab, log in there, then try again.',
    },
    busy: {
      heading: 'Many people are using this now',
      text: (minutes: number) =>
        minutes > 1 ? `Wait ${minutes} minutes, then try again.` : 'Wait a minute, then try again.',
    },
    broken: {
      heading: 'This does not work on this website now',
      text: 'This is our fault, not yours. Trying again will not help. Speak to someone instead.',
    },
  },

  day: { day: 'Day', month: 'Month', year: 'Year' },

  referral: {
    /** Says what the form is, to people who move from landmark to landmark. */
    name: 'Ask for an advocate',
    notYet: {
      heading: 'The form will be here soon',
      text: 'You cannot use it on this website yet. You can still ask for an advocate.',
    },
    danger: {
      heading: 'Is anyone in danger now?',
      text: 'Ring 999. Do not wait for us.',
      quiet: 'If it is not safe to speak, ring 999 on a mobile and then press 55.',
      deaf: 'If you are deaf or cannot speak, you can text 999. First text “register” to 999, and do what the answer says. For British Sign Language, go to 999bsl.co.uk.',
    },
    progress: (step: number, steps: number) => `Step ${step} of ${steps}`,
    back: 'Back',
    next: 'Continue',
    trap: 'Leave this empty',

    steps: {
      happening: {
        heading: 'What is happening',
        lead: 'An advocate is on your side. They help you say what you want and know your rights. It is free.',
      },
      contact: {
        heading: { self: 'How to reach you safely', other: 'The person, and how to reach them safely' },
        lead: {
          self: 'We use this to find you an advocate. Leave out anything you do not want to tell us.',
          other: 'We use this to find them an advocate. Leave out anything you do not know.',
        },
      },
      check: {
        heading: 'Check and send',
        lead: 'Check what you told us. You can change any answer.',
      },
    },

    questions: {
      about: {
        label: 'Who needs an advocate?',
        hint: '',
        options: {
          self: 'I do',
          family: 'Someone in my family',
          friend: 'A friend, or someone else I know',
          professional: 'Someone I work with',
        },
        errors: { none: 'Choose who needs an advocate' },
      },
      matters: {
        label: 'What is it about?',
        hint: 'Choose all that fit. If you are not sure, choose that.',
        options: {
          care_assessment: 'Getting care or support for the first time',
          care_review: 'Care or support being checked, changed or cut',
          safeguarding_enquiry: 'Being hurt, scared, used or not looked after',
          change_of_home: 'Moving, or where to live',
          serious_medical_treatment: 'A big decision about medical treatment',
          mental_health_act: 'Being kept in hospital, or treated, for mental health',
          deprivation_of_liberty: 'Not being free to leave a home or hospital',
          nhs_complaint: 'A complaint about a hospital, doctor or other health care',
          carers_assessment: 'Looking after someone else',
          childrens_services: 'Social workers and children',
          money_and_budgets: 'Money to pay for care',
          something_else: 'Something else',
          not_sure: 'I’m not sure',
        },
        errors: { none: 'Choose what it is about, or “I’m not sure”' },
      },
      narrative: {
        label: 'Tell us more, in your own words',
        hint: 'What has happened? Who is making decisions? You can leave this empty and tell us when we speak.',
      },
      wants: {
        label: { self: 'What do you want to happen?', other: 'What does the person want to happen?' },
        hint: { self: 'You can leave this empty.', other: 'Use their own words if you can. You can leave this empty.' },
      },
      name: {
        label: { self: 'What is your name?', other: 'What is their name?' },
        hint: {
          self: 'You can leave this out, or give any name you like.',
          other: 'You can leave this out if they would not want you to tell us.',
        },
      },
      consent: {
        label: 'Do they know that you are asking for them?',
        hint: 'Any answer is fine. We ask so that we do not surprise or upset them.',
        options: {
          given: 'Yes, and they agree',
          asked_and_refused: 'Yes, but they do not agree',
          not_asked: 'No, I have not asked them yet',
          cannot: 'They cannot decide about this now',
          unsafe_to_ask: 'It is not safe to ask them',
        },
        errors: { none: 'Choose whether they know that you are asking' },
      },
      reach: {
        label: { self: 'How can we reach you?', other: 'How can we reach them?' },
        hint: { self: 'Choose every way that is safe for you.', other: 'Choose every way that is safe for them.' },
        options: {
          telephone: { self: 'Ring me', other: 'Ring them' },
          text_message: { self: 'Text me', other: 'Text them' },
          email: { self: 'E-mail me', other: 'E-mail them' },
          through_someone: { self: 'Through someone else', other: 'Through me' },
          none: { self: 'I will contact you instead', other: 'They will contact you instead' },
        },
        hints: {
          none: {
            self: 'We will not contact you. When you have sent this, you get a reference to say when you get in touch.',
            other: 'We will not contact them. When you have sent this, you get a reference that they can say to us.',
          },
        },
        errors: {
          none: {
            self: 'Choose how we can reach you, or “I will contact you instead”',
            other: 'Choose how we can reach them, or “They will contact you instead”',
          },
          both: {
            self: 'Choose how we can reach you, or “I will contact you instead”, but not both',
            other: 'Choose how we can reach them, or “They will contact you instead”, but not both',
          },
        },
      },
      telephone: {
        label: { self: 'Your telephone number', other: 'Their telephone number' },
        hint: '',
        errors: { none: 'Write the telephone number', wrong: 'Write a telephone number, like 01632 960 001' },
      },
      leave_message: {
        label: 'If nobody answers, can we leave a message?',
        hint: 'Think of who else could hear or see it.',
        options: { yes: 'Yes', no: 'No', unknown: 'I don’t know' },
      },
      email: {
        label: { self: 'Your e-mail address', other: 'Their e-mail address' },
        hint: 'Choose one that nobody else can read.',
        errors: { none: 'Write the e-mail address', wrong: 'Write an e-mail address, like name@example.org' },
      },
      do_not_tell: {
        label: 'Is there anyone we must not tell?',
        hint: 'Say who, and how we can keep it from them. You can leave this empty.',
      },
      communication: {
        label: { self: 'What would help you?', other: 'What would help them?' },
        hint: 'Choose all that would help. You can leave this empty.',
        options: {
          easy_read: 'Easy words and pictures (Easy Read)',
          large_print: 'Large print',
          braille: 'Braille',
          audio: 'Recorded sound (audio)',
          bsl_interpreter: 'A British Sign Language interpreter',
          language_interpreter: 'Someone who speaks another language',
          pictures_or_objects: 'Pictures, signs or objects',
          more_time: 'More time',
          quiet_place: 'A quiet place',
        },
      },
      communication_words: {
        label: 'Tell us more about what helps',
        hint: 'For example, which language, or how large the print. You can leave this empty.',
      },
      date: {
        label: 'Is there a date that we need to know?',
        hint: 'For example, a meeting, a move or an operation. You can leave this empty.',
        unknown: 'There is a date, but I don’t know it',
        errors: {
          day: 'Write the day of the date as well',
          month: 'Write the month of the date as well',
          year: 'Write the year of the date as well',
          fourNumbers: 'Write the year with 4 numbers, like 2027',
          unreal: 'Check the date: there is no such day',
          both: 'Write the date, or choose that you don’t know it, but not both',
        },
      },
      referrer_name: { label: 'Your own name', hint: 'You can leave this out.' },
      referrer_organization: { label: 'Who you work for', hint: 'You can leave this out.' },
      referrer_telephone: {
        label: 'Your own telephone number',
        hint: '',
        errors: {
          none: 'Write your telephone number or your e-mail address, so that we can reach them through you',
          wrong: 'Write your telephone number, like 01632 960 001',
        },
      },
      referrer_email: {
        label: 'Your own e-mail address',
        hint: '',
        errors: { wrong: 'Write your e-mail address, like name@example.org' },
      },
    },

    check: {
      change: 'Change',
      notAnswered: 'Not answered',
      dateUnknown: 'There is a date, but not known',
      privacy: 'How we use what you tell us',
      privacyLink: 'Read more about your privacy',
      complainLink: 'Complain about how your information is used',
      noNotice: (hub: string) => `When you send this, ${hub} gets it. Ask them how they use and keep it.`,
      needsHub: 'Before you send, you should know how your answers are used. We could not load that yet.',
    },

    send: 'Send',
    sending: 'Sending…',
    /** What is said when sending ended without a receipt. */
    sendFailures: {
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
      reference: 'Your reference',
      referenceHint: 'Say this when you speak to us. It tells nobody anything about you.',
      code: 'Your private code',
      codeHint: 'Tell it to nobody. With your reference, it shows that you are the one who asked.',
      keep: 'Write both down now. We cannot show them again.',
      nextHeading: 'What happens next',
      contact: { heading: 'Speak to someone', lead: 'Say your reference, so that we can find what you told us.' },
      print: 'Print this page',
    },
  },
};

/** The words of one language. */
export type Words = typeof en;
