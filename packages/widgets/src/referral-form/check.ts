import type { Line } from '@advocacy-hub/sdk/contract/common';
import type { Story } from '@advocacy-hub/sdk/contract/said';
import type { Words } from '../internal/strings/en.ts';
import type { DayPart } from '../parts/day-field.ts';
import type { FieldError } from '../parts/error-summary.ts';
import { voiceOf, type Answers } from './answers.ts';
import { questionsOf, type Fault, type Question, type QuestionName, type Step } from './questions.ts';
import { said } from './voice.ts';

/** The contract's schemas of typed text. They arrive with the client; until then nothing is called too long. */
export interface Limits {
  readonly Line: typeof Line;
  readonly Story: typeof Story;
}

/** An error of a question, with the id of the control to mend it in. */
export interface QuestionError extends FieldError {
  readonly name: QuestionName;
  readonly at?: DayPart | undefined;
}

/** What keeps a step's answers from going on, in the order of the questions. */
export function errorsOf(
  step: Step,
  answers: Answers,
  words: Words,
  limits: Limits | undefined,
): readonly QuestionError[] {
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
