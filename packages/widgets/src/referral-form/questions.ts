import type { HubProfile } from '@advocacy-hub/sdk';
import type { Answers } from './answers.ts';
import type { Question, QuestionName } from './question.ts';
import { steps, type Step } from './steps.ts';

/* What a person is asked, by what they have answered so far. */

/** The pages that this person is shown, in order. Whoever asks to be rung has done with questions. */
export function stepsOf(given: Answers, profile?: HubProfile): readonly Step[] {
  const answers = withoutLostOptions(given);
  return steps.filter(step => {
    if (answers.call_back && step.name !== 'check') return step.name === 'call_back' || hasAnswer(step, answers);
    const { when = () => questionsOf(step, answers, profile).length > 0 } = step;
    return step.name !== 'call_back' && when(answers);
  });
}

/** The questions of a page that are asked of this person. */
export function questionsOf({ questions }: Step, given: Answers, profile?: HubProfile): readonly Question[] {
  const answers = withoutLostOptions(given);
  return questions.filter(({ when = () => true }) => when(answers, profile));
}

/** The answers to what this person is asked: what a later answer took out of the form or out of a choice is gone. */
export function answersAsked(given: Answers): Answers {
  const answers = withoutLostOptions(given);
  const asked = new Set<QuestionName>(
    stepsOf(answers).flatMap(step => questionsOf(step, answers).map(({ name }) => name)),
  );
  const kept = Object.entries(answers).filter(([name]) => asked.has(name as QuestionName) || name === 'call_back' || name === 'agrees'); // prettier-ignore
  return Object.fromEntries(kept);
}

const offered = new WeakMap<Answers, Answers>();

/** Answers never change, so each is looked through once. */
function withoutLostOptions(answers: Answers): Answers {
  const known = offered.get(answers);
  if (known) return known;
  const choices = steps.flatMap(step => step.questions).filter(question => 'options' in question);
  const kept = choices.map(({ name, options }) => {
    const offers = options(answers);
    const value: string | readonly string[] | undefined = answers[name];
    if (typeof value !== 'object') return [name, value !== undefined && offers.includes(value) ? value : undefined];
    return [name, value.filter(each => offers.includes(each))];
  });
  const found = { ...answers, ...(Object.fromEntries(kept) as Answers) };
  offered.set(answers, found);
  offered.set(found, found);
  return found;
}

function hasAnswer(step: Step, answers: Answers): boolean {
  return questionsOf(step, answers).some(({ name }) => answers[name] !== undefined);
}
