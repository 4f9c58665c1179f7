import type { EqualityAnswers } from '@advocacy-hub/sdk';

/** A text that differs between a person who answers for themselves and someone who answers about another. */
export interface Voiced {
  readonly self: string;
  readonly other: string;
}

/** The words of a question, with those of each answer that the contract has. */
type QuestionWords<Name extends keyof EqualityAnswers> = {
  readonly label: Voiced;
  readonly hint: string;
  readonly options: Readonly<Record<NonNullable<EqualityAnswers[Name]>, string>>;
};

const unsaid = 'Prefer not to say';
const yesNo = { yes: 'Yes', no: 'No', prefer_not_to_say: unsaid };

/**
 * The words of the equality questions, in English. They give the shape: another language is a file of the same keys.
 * The answers are those of the Census 2021 of England and Wales, in its words where those are plain.
 */
export const equality = {
  heading: { self: 'A few questions about you', other: 'A few questions about the person' },
  lead: [
    'Your answers help us see if we reach everyone, and treat everyone fairly.',
    'We keep them apart from what you asked us. Nothing leads from one to the other.',
    'Answer only what you like.',
  ],
  questions: {
    age_band: {
      label: { self: 'How old are you?', other: 'How old are they?' },
      hint: '',
      options: {
        under_16: 'Under 16',
        '16_to_24': '16 to 24',
        '25_to_34': '25 to 34',
        '35_to_44': '35 to 44',
        '45_to_54': '45 to 54',
        '55_to_64': '55 to 64',
        '65_to_74': '65 to 74',
        '75_to_84': '75 to 84',
        '85_or_over': '85 or over',
        prefer_not_to_say: unsaid,
      },
    },
    sex: {
      label: { self: 'What is your sex?', other: 'What is their sex?' },
      hint: 'The next question is about gender.',
      options: { female: 'Female', male: 'Male', prefer_not_to_say: unsaid },
    },
    gender_same_as_at_birth: {
      label: {
        self: 'Is your gender the same as the sex you were registered with at birth?',
        other: 'Is their gender the same as the sex they were registered with at birth?',
      },
      hint: '',
      options: yesNo,
    },
    ethnic_group: {
      label: { self: 'What is your ethnic group?', other: 'What is their ethnic group?' },
      hint: 'Choose the one that fits best.',
      options: {
        asian_or_asian_british: 'Asian or Asian British',
        black_black_british_caribbean_or_african: 'Black, Black British, Caribbean or African',
        mixed_or_multiple: 'Mixed or multiple ethnic groups',
        white: 'White',
        other: 'Another ethnic group',
        prefer_not_to_say: unsaid,
      },
    },
    disability: {
      label: {
        self: 'Do you have a disability or an illness that lasts?',
        other: 'Do they have a disability or an illness that lasts?',
      },
      hint: 'One that makes daily life harder and lasts for a year or more.',
      options: yesNo,
    },
    religion: {
      label: { self: 'What is your religion?', other: 'What is their religion?' },
      hint: '',
      options: {
        no_religion: 'No religion',
        christian: 'Christian',
        buddhist: 'Buddhist',
        hindu: 'Hindu',
        jewish: 'Jewish',
        muslim: 'Muslim',
        sikh: 'Sikh',
        other: 'Another religion',
        prefer_not_to_say: unsaid,
      },
    },
    sexual_orientation: {
      label: { self: 'Which of these describes you best?', other: 'Which of these describes them best?' },
      hint: 'This is about who someone is attracted to.',
      options: {
        straight_or_heterosexual: 'Straight or heterosexual',
        gay_or_lesbian: 'Gay or lesbian',
        bisexual: 'Bisexual',
        other: 'Another way',
        prefer_not_to_say: unsaid,
      },
    },
    carer: {
      label: {
        self: 'Do you look after someone without being paid?',
        other: 'Do they look after someone without being paid?',
      },
      hint: 'For example, someone who is ill, disabled or old.',
      options: yesNo,
    },
  } satisfies { readonly [Name in keyof Required<EqualityAnswers>]: QuestionWords<Name> },
  nothingChosen: 'You have not chosen an answer yet. You can also leave all of these out.',
  send: 'Send these answers',
  sending: 'Sending…',
  sent: { heading: 'Thank you', text: 'We have your answers. They help us do better.' },

  /** What is said when sending ended without a receipt. It must be plain that the request is not touched by it. */
  failures: {
    unreachable: {
      heading: 'No answer came',
      text: 'We do not know if these answers arrived. Try again, or leave it. What you asked us is not changed by this.',
    },
    portal: {
      heading: 'Something else answered',
      text: 'On public Wi-Fi, open a new tab and log in there. Then come back and try again, or leave these answers out.',
    },
    busy: {
      heading: 'Many people are sending now',
      text: (minutes: number) =>
        minutes > 1
          ? `Wait ${minutes} minutes, then try again, or leave these answers out.`
          : 'Wait a minute, then try again, or leave these answers out.',
    },
    unsure: {
      heading: 'We cannot be sure that these answers arrived',
      text: 'Try again, or leave it. What you asked us is not changed by this.',
    },
    broken: {
      heading: 'These answers cannot be sent now',
      text: 'This is our fault, not yours. What you asked us is not changed by this.',
    },
  },
};

export type EqualityWords = typeof equality;
