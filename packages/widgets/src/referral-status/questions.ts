import type { ChangeAnswers, ChangeKind, Reach } from './answers.ts';

type QuestionName = keyof ChangeAnswers;

/** A question as data. Its words stand under its name in the strings. */
interface Question {
  readonly name: QuestionName;
  readonly kind: 'story' | 'text' | 'tel' | 'email' | 'one' | 'many';
  readonly options?: readonly string[];
  /** Asked where one of these ways was chosen. @default always */
  readonly of?: readonly Reach[];
}

/** What is asked on the page of each change. */
const pages = {
  withdraw: [{ name: 'why', kind: 'story' }],
  correct: [{ name: 'what', kind: 'story' }],
  contact: [
    {
      name: 'reach',
      kind: 'many',
      options: [
        'telephone', 'text_message', 'email', 'letter', 'visit', 'video', 'text_relay', 'bsl_relay',
        'through_someone', 'none',
      ], // prettier-ignore
    },
    { name: 'telephone', kind: 'tel', of: ['telephone', 'text_message', 'text_relay'] },
    { name: 'email', kind: 'email', of: ['email'] },
    { name: 'through', kind: 'text', of: ['through_someone'] },
    { name: 'leave_message', kind: 'one', options: ['yes', 'no', 'unknown'], of: ['telephone', 'text_relay'] },
    { name: 'times', kind: 'story', of: ['telephone', 'text_relay', 'bsl_relay', 'video', 'visit'] },
    { name: 'do_not_tell', kind: 'story' },
    { name: 'more', kind: 'story' },
  ],
} as const satisfies Record<ChangeKind, readonly Question[]>;

export type Asked = (typeof pages)[ChangeKind][number];

/** The questions of a change that are asked of this person, in order. */
export function questionsOf(kind: ChangeKind, { reach = [] }: ChangeAnswers): readonly Asked[] {
  const questions: readonly Asked[] = pages[kind];
  return questions.filter(question => !('of' in question) || question.of.some(way => reach.includes(way)));
}

/** The answers to what is asked: what a later choice took off the page is gone. */
export function answersAsked(kind: ChangeKind, answers: ChangeAnswers): ChangeAnswers {
  return Object.fromEntries(questionsOf(kind, answers).map(({ name }) => [name, answers[name]]));
}
