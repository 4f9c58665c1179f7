import type { HubProfile } from '@advocacy-hub/sdk';
import type { FieldError } from '../parts/error-summary.ts';
import type { DayPart, TypedDay } from '../parts/day-field.ts';
import { dayOf, type Answers } from './answers.ts';
import type { Later } from './later.ts';
import type { Fault, Question, QuestionName } from './question.ts';
import { answersAsked, questionsOf } from './questions.ts';
import type { Step } from './steps.ts';
import type { FormWords } from './strings/en.ts';
import { fullLabelOf } from './voice.ts';

/** An error of a question, with the id of the control to mend it in. */
export interface QuestionError extends FieldError {
  readonly name: QuestionName;
  readonly at?: DayPart | number | undefined;
}

/** The contract's schemas of typed text. They arrive after the first question; until then nothing is called too long. */
type Limits = Later['limits'];

/** What answers are held against. */
export interface Measure {
  readonly words: FormWords;
  readonly limits: Limits | undefined;
  readonly profile: HubProfile | undefined;
}

/** What keeps a page's answers from going on, in the order of the questions. */
export function errorsOf(step: Step, given: Answers, measure: Measure): readonly QuestionError[] {
  const answers = answersAsked(given);
  return questionsOf(step, answers, measure.profile).flatMap(question => {
    const fault = faultOf(question, answers, measure);
    return fault ? [{ ...fault, name: question.name, id: controlId(question, answers, fault) }] : [];
  });
}

function faultOf(question: Question, answers: Answers, { words, limits }: Measure): Fault | undefined {
  const { questions, dayErrors } = words.referral;
  if (question.kind === 'day') {
    const day = answers[question.name];
    return day && faultOfDay(day, dayErrors);
  }
  const long = limits
    ? textsOf(question, answers).findIndex(text => text && !limitOf(question, limits).safeParse(text).success)
    : -1;
  if (long >= 0) return { words: words.errors.tooLong(fullLabelOf(question, answers, words)), at: long };
  if (question.kind === 'place') {
    const place = answers[question.name];
    if (place?.isUnknown && place.text.trim()) return { words: words.referral.placeErrors.both };
  }
  const found = question.check?.(answers, questions);
  return found === undefined ? undefined : { words: found };
}

/** What was typed into a question, as far as the contract limits it. */
function textsOf(question: Question, answers: Answers): readonly string[] {
  switch (question.kind) {
    case 'place':
      return [answers[question.name]?.text ?? ''];
    case 'people':
      return (answers.supporters ?? []).map(({ relationship = '' }) => relationship);
    case 'text':
    case 'tel':
    case 'email':
    case 'story':
      return [answers[question.name] ?? ''];
    default:
      return [];
  }
}

function limitOf({ kind, name }: Question, { Line, Story, Area, Section }: Limits) {
  if (kind === 'story') return Story;
  if (name === 'section') return Section;
  return kind === 'place' ? Area : Line;
}

function faultOfDay(date: TypedDay, words: FormWords['referral']['dayErrors']): Fault | undefined {
  const parts = (['day', 'month', 'year'] as const).filter(part => date[part].trim());
  if (parts.length === 0) return undefined;
  if (date.isUnknown) return { words: words.both };
  const missing = (['day', 'month', 'year'] as const).find(part => !parts.includes(part));
  if (missing) return { words: words[missing], at: missing };
  if (!/^\d{4}$/.test(date.year.trim())) return { words: words.fourNumbers, at: 'year' };
  if (!/^[12]/.test(date.year.trim())) return { words: words.farOff, at: 'year' };
  return dayOf(date) ? undefined : { words: words.unreal, at: 'day' };
}

/** The control to mend an error in: the first of several. */
export function controlId(question: Question, answers: Answers, { at }: Partial<Fault> = {}): string {
  if (question.kind === 'day') return `${question.name}-${at ?? 'day'}`;
  if (question.kind === 'people') return `${question.name}-${at ?? 0}-relationship`;
  if ('options' in question) return `${question.name}-${question.options(answers)[0] ?? ''}`;
  return question.name;
}
