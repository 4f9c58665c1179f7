/**
 * The words that all elements share, in English; each element's own stand beside it.
 * They give the shape: another language is a file of the same keys.
 *
 * Short, plain sentences for a reading age of 9 to 11, none of more than 25 words. No acronym goes unexplained.
 */
export const en = {
  /** The tag of this language. */
  language: 'en',
  /** Which way it is written. */
  direction: 'ltr' as 'ltr' | 'rtl',
  /** Its months, for dates: browsers do not know those of every language. */
  months: [
    'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
    'December',
  ], // prettier-ignore
  waiting: 'Loading',
  tryAgain: 'Try again',
  newTab: '(opens in a new tab)',
  /** Says what the buttons are that change the language. */
  languages: 'Language',

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
    /** Stands before the title of a page of ours that has errors. */
    title: 'Error: ',
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
};

/** The words of one language. */
export type Words = typeof en;
