import type { Words } from '../internal/strings/en.ts';
import type { DayPart, TypedDay } from '../parts/day-field.ts';
import { dayOf, voiceOf, type Answers } from './answers.ts';

export type QuestionName = keyof Answers & keyof Words['referral']['questions'];

/** What keeps an answer from going on: words that say what to do, and the part of the control that they are about. */
export interface Fault {
  readonly words: string;
  readonly at?: DayPart;
}

type NameOf<Value> = { [Name in QuestionName]: Answers[Name] extends Value ? Name : never }[QuestionName];

interface Asked {
  /** Whether it is asked at all, by what was answered so far. @default always */
  readonly when?: (answers: Answers) => boolean;
  /** What is wrong with the answer. @default nothing ever is */
  readonly check?: (answers: Answers, words: Words['referral']['questions']) => Fault | string | undefined;
}

interface TextQuestion extends Asked {
  readonly kind: 'text' | 'tel' | 'email' | 'story';
  readonly name: NameOf<string>;
}

interface ChoiceQuestion extends Asked {
  readonly kind: 'one';
  readonly name: NameOf<string>;
  readonly options: (answers: Answers) => readonly string[];
}

interface ChoicesQuestion extends Asked {
  readonly kind: 'many';
  readonly name: NameOf<readonly string[]>;
  readonly options: (answers: Answers) => readonly string[];
}

interface DayQuestion extends Asked {
  readonly kind: 'day';
  readonly name: NameOf<TypedDay>;
}

/** A question as data. Its words stand under its name in the strings. */
export type Question = TextQuestion | ChoiceQuestion | ChoicesQuestion | DayQuestion;

export type StepName = 'happening' | 'contact' | 'check';

/** A page of the form. */
export interface Step {
  readonly name: StepName;
  readonly questions: readonly Question[];
}

const isForOther = (answers: Answers) => voiceOf(answers) === 'other';

/** The form: which questions are asked, where, when, and what an answer must have. */
export const steps: readonly Step[] = [
  {
    name: 'happening',
    questions: [
      {
        name: 'about',
        kind: 'one',
        options: () => ['self', 'family', 'friend', 'professional'],
        check: ({ about }, words) => (about ? undefined : words.about.errors.none),
      },
      {
        name: 'matters',
        kind: 'many',
        options: () => [
          'care_assessment', 'care_review', 'safeguarding_enquiry', 'change_of_home', 'serious_medical_treatment',
          'mental_health_act', 'deprivation_of_liberty', 'nhs_complaint', 'carers_assessment', 'childrens_services',
          'money_and_budgets', 'something_else', 'not_sure',
        ], // prettier-ignore
        check: ({ matters }, words) => (matters.length > 0 ? undefined : words.matters.errors.none),
      },
      { name: 'narrative', kind: 'story' },
      { name: 'wants', kind: 'story' },
    ],
  },
  {
    name: 'contact',
    questions: [
      { name: 'name', kind: 'text' },
      {
        name: 'consent',
        kind: 'one',
        when: isForOther,
        options: () => ['given', 'asked_and_refused', 'not_asked', 'cannot', 'unsafe_to_ask'],
        check: ({ consent }, words) => (consent ? undefined : words.consent.errors.none),
      },
      {
        name: 'reach',
        kind: 'many',
        options: answers => [
          'telephone',
          'text_message',
          'email',
          ...(isForOther(answers) ? ['through_someone'] : []),
          'none',
        ],
        check: (answers, { reach: { errors } }) => {
          if (answers.reach.length === 0) return errors.none[voiceOf(answers)];
          return answers.reach.includes('none') && answers.reach.length > 1 ? errors.both[voiceOf(answers)] : undefined;
        },
      },
      {
        name: 'telephone',
        kind: 'tel',
        when: ({ reach }) => reach.includes('telephone') || reach.includes('text_message'),
        check: ({ telephone }, { telephone: { errors } }) => {
          if (!telephone.trim()) return errors.none;
          return looksLikeTelephone(telephone) ? undefined : errors.wrong;
        },
      },
      {
        name: 'leave_message',
        kind: 'one',
        when: ({ reach }) => reach.includes('telephone'),
        options: () => ['yes', 'no', 'unknown'],
      },
      {
        name: 'email',
        kind: 'email',
        when: ({ reach }) => reach.includes('email'),
        check: ({ email }, { email: { errors } }) => {
          if (!email.trim()) return errors.none;
          return looksLikeEmail(email) ? undefined : errors.wrong;
        },
      },
      { name: 'do_not_tell', kind: 'story' },
      {
        name: 'communication',
        kind: 'many',
        options: () => [
          'easy_read', 'large_print', 'braille', 'audio', 'bsl_interpreter', 'language_interpreter',
          'pictures_or_objects', 'more_time', 'quiet_place',
        ], // prettier-ignore
      },
      { name: 'communication_words', kind: 'story' },
      { name: 'date', kind: 'day', check: ({ date }, words) => checkDay(date, words.date.errors) },
      { name: 'referrer_name', kind: 'text', when: isForOther },
      { name: 'referrer_organization', kind: 'text', when: ({ about }) => about === 'professional' },
      {
        name: 'referrer_telephone',
        kind: 'tel',
        when: isForOther,
        check: (
          { referrer_telephone: telephone, referrer_email: email, reach },
          { referrer_telephone: { errors } },
        ) => {
          if (telephone.trim()) return looksLikeTelephone(telephone) ? undefined : errors.wrong;
          return reach.includes('through_someone') && !email.trim() ? errors.none : undefined;
        },
      },
      {
        name: 'referrer_email',
        kind: 'email',
        when: isForOther,
        check: ({ referrer_email: email }, words) =>
          !email.trim() || looksLikeEmail(email) ? undefined : words.referrer_email.errors.wrong,
      },
    ],
  },
  { name: 'check', questions: [] },
];

/** The questions of a step that are asked of this person. */
export function questionsOf(step: Step, answers: Answers): readonly Question[] {
  return step.questions.filter(({ when = () => true }) => when(answers));
}

/** Answers without what a later answer took out of the choice. */
export function stillOffered(answers: Answers): Answers {
  const questions = steps.flatMap(step => step.questions).filter(question => question.kind === 'many');
  const kept = questions.map(({ name, options }) => {
    const offered = options(answers);
    return [name, answers[name].filter(each => offered.includes(each))];
  });
  return { ...answers, ...(Object.fromEntries(kept) as Partial<Answers>) };
}

/** People write extensions, codes and notes into a telephone field; only what can be no number at all is sent back. */
function looksLikeTelephone(text: string): boolean {
  return text.replace(/\D/g, '').length >= 5;
}

function looksLikeEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim());
}

function checkDay(date: TypedDay, words: Words['referral']['questions']['date']['errors']): Fault | undefined {
  const parts = (['day', 'month', 'year'] as const).filter(part => date[part].trim());
  if (parts.length === 0) return undefined;
  if (date.isUnknown) return { words: words.both };
  const missing = (['day', 'month', 'year'] as const).find(part => !parts.includes(part));
  if (missing) return { words: words[missing], at: missing };
  if (!/^\d{4}$/.test(date.year.trim())) return { words: words.fourNumbers, at: 'year' };
  return dayOf(date) ? undefined : { words: words.unreal, at: /^[12]/.test(date.year.trim()) ? 'day' : 'year' };
}
