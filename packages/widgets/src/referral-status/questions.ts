import type { ChangeAnswers, ChangeKind, Reach } from './answers.ts';

type QuestionName = keyof ChangeAnswers;

/** A question as data. Its words stand under its name in the strings. */
interface Question {
  readonly name: QuestionName;
  readonly kind: 'story' | 'text' | 'tel' | 'email' | 'one' | 'many';
  readonly options?: readonly string[];
  /** Asked where one of these ways was chosen. @default always */
  readonly of?: readonly Reach[];
  /** Asked too where a number or an e-mail address is needed, and either will do. @default false */
  readonly ofEither?: true;
}

const byNumber = ['telephone', 'text_message', 'text_relay'] as const;
const byEither = ['video', 'bsl_relay'] as const;

/** What is asked on the page of each change. */
const pages = {
  withdraw: [{ name: 'why', kind: 'story' }],
  correct: [{ name: 'what', kind: 'story' }],
  contact: [
    {
      name: 'reach',
      kind: 'many',
      // A change has no place for an address, so whoever wants a letter or a visit writes where to.
      options: [
        'telephone', 'text_message', 'email', 'video', 'text_relay', 'bsl_relay', 'through_someone', 'another', 'none',
      ], // prettier-ignore
    },
    { name: 'telephone', kind: 'tel', of: byNumber, ofEither: true },
    { name: 'email', kind: 'email', of: ['email'], ofEither: true },
    { name: 'through', kind: 'text', of: ['through_someone'] },
    { name: 'leave_message', kind: 'one', options: ['yes', 'no', 'unknown'], of: ['telephone', 'text_relay'] },
    { name: 'times', kind: 'story', of: ['telephone', 'text_relay', 'bsl_relay', 'video'] },
    { name: 'do_not_tell', kind: 'story' },
    { name: 'more', kind: 'story' },
  ],
} as const satisfies Record<ChangeKind, readonly Question[]>;

export type Asked = (typeof pages)[ChangeKind][number];

/** The questions of a change that are asked of this person, in order. */
export function questionsOf(kind: ChangeKind, answers: ChangeAnswers): readonly Asked[] {
  const questions: readonly Asked[] = pages[kind];
  return questions.filter(
    question => !('of' in question) || chose(answers, question.of) || ('ofEither' in question && isEither(answers)),
  );
}

/** Whether a number or an e-mail address is needed, and neither is asked for by itself. */
export function isEither(answers: ChangeAnswers): boolean {
  return chose(answers, byEither) && !chose(answers, [...byNumber, 'email']);
}

function chose({ reach = [] }: ChangeAnswers, ways: readonly Reach[]): boolean {
  return ways.some(way => reach.includes(way));
}

/** The answers to what is asked: what a later choice took off the page is gone. */
export function answersAsked(kind: ChangeKind, answers: ChangeAnswers): ChangeAnswers {
  return Object.fromEntries(questionsOf(kind, answers).map(({ name }) => [name, answers[name]]));
}
