import type { Words } from '../internal/strings/en.ts';
import type { DayPart } from '../parts/day-field.ts';
import type { FieldError } from '../parts/error-summary.ts';
import { voiceOf, type Answers } from './answers.ts';
import type { Limits } from './limits.ts';
import { questionsOf, stillOffered, type Fault, type Question, type QuestionName, type Step } from './questions.ts';
import { said } from './voice.ts';

/** An error of a question, with the id of the control to mend it in. */
export interface QuestionError extends FieldError {
  readonly name: QuestionName;
  readonly at?: DayPart | undefined;
}

/** What keeps a step's answers from going on, in the order of the questions. */
export function errorsOf(
  step: Step,
  given: Answers,
  words: Words,
  limits: Limits | undefined,
): readonly QuestionError[] {
  const answers = stillOffered(given);
  return questionsOf(step, answers).flatMap(question => {
    const found = tooLong(question, answers, words, limits) ?? question.check?.(answers, words.referral.questions);
    if (!found) return [];
    const fault: Fault = typeof found === 'string' ? { words: found } : found;
    return [{ ...fault, name: question.name, id: controlId(question, answers, fault) }];
  });
}

function tooLong(
  { kind, name }: Question,
  answers: Answers,
  words: Words,
  limits: Limits | undefined,
): string | undefined {
  if (!limits || kind === 'one' || kind === 'many' || kind === 'day') return undefined;
  const schema = kind === 'story' ? limits.Story : limits.Line;
  if (schema.safeParse(answers[name]).success) return undefined;
  return words.errors.tooLong(said(words.referral.questions[name].label, voiceOf(answers)));
}

function controlId(question: Question, answers: Answers, { at = 'day' }: Fault): string {
  if (question.kind === 'day') return `${question.name}-${at}`;
  if ('options' in question) return `${question.name}-${question.options(answers)[0] ?? ''}`;
  return question.name;
}
