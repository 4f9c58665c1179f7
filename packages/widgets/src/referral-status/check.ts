import { looksLikeEmail, looksLikeTelephone } from '../internal/typed.ts';
import type { Line } from '@advocacy-hub/sdk/contract/common';
import type { Story } from '@advocacy-hub/sdk/contract/said';
import type { FieldError } from '../parts/error-summary.ts';
import type { ChangeAnswers, ChangeKind } from './answers.ts';
import { isEither, questionsOf, type Asked } from './questions.ts';
import type { AllWords } from './strings/en.ts';

/** An error of a question, with the id of the control to mend it in. */
export interface QuestionError extends FieldError {
  readonly name: keyof ChangeAnswers;
}

/** The contract's schemas of typed text, which arrive with this file. */
interface Limits {
  readonly Line: typeof Line;
  readonly Story: typeof Story;
}

/** What keeps a change from being sent, in the order of the questions. */
export function errorsOf(
  kind: ChangeKind,
  answers: ChangeAnswers,
  { words, limits }: { readonly words: AllWords; readonly limits: Limits },
): readonly QuestionError[] {
  return questionsOf(kind, answers).flatMap(question => {
    const found = tooLong(question, answers, words, limits) ?? wrong(question, answers, words);
    return found === undefined ? [] : [{ name: question.name, id: controlId(question), words: found }];
  });
}

/** The control to mend an error in: the first of several. */
function controlId(question: Asked): string {
  return 'options' in question ? `${question.name}-${question.options[0]}` : question.name;
}

function tooLong(question: Asked, answers: ChangeAnswers, words: AllWords, { Line, Story }: Limits) {
  if ('options' in question) return undefined;
  const limit = question.kind === 'story' ? Story : Line;
  if (limit.safeParse(answers[question.name] ?? '').success) return undefined;
  return words.errors.tooLong(words.status.questions[question.name].label);
}

function wrong({ name }: Asked, answers: ChangeAnswers, words: AllWords): string | undefined {
  const { reach, telephone, email, through, what, more } = words.status.questions;
  const typed = (field: 'telephone' | 'email' | 'through' | 'what' | 'more') => answers[field]?.trim() ?? '';
  switch (name) {
    case 'reach': {
      const chosen = answers.reach ?? [];
      if (chosen.length === 0) return reach.errors.none;
      return chosen.includes('none') && chosen.length > 1 ? reach.errors.both : undefined;
    }
    case 'telephone':
      if (!typed(name) && isEither(answers)) return typed('email') ? undefined : telephone.errors.either;
      if (!typed(name)) return telephone.errors.none;
      return looksLikeTelephone(typed(name)) ? undefined : telephone.errors.wrong;
    case 'email':
      if (!typed(name)) return isEither(answers) ? undefined : email.errors.none;
      return looksLikeEmail(typed(name)) ? undefined : email.errors.wrong;
    case 'through':
      return typed(name) ? undefined : through.errors.none;
    case 'what':
      return typed(name) ? undefined : what.errors.none;
    case 'more':
      return typed(name) || !answers.reach?.includes('another') ? undefined : more.errors.none;
    default:
      return undefined;
  }
}
