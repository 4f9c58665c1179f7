import type { ReferralChange } from '@advocacy-hub/sdk';
import type { ChangeAnswers, ChangeKind, Reach } from './answers.ts';
import { answersAsked } from './questions.ts';

/** Makes of what was answered what the hub reads. Only what was asked goes along, and what was typed stays as it is. */
export function changeOf(kind: ChangeKind, given: ChangeAnswers, language: string): ReferralChange {
  const { why, what, more, reach = [], telephone, email, ...answers } = answersAsked(kind, given);
  const change = { kind, language, words: text(why ?? what ?? more) };
  if (kind !== 'contact') return change;
  return {
    ...change,
    safe_contact: {
      allowed: reach.filter((each): each is Exclude<Reach, 'none'> => each !== 'none'),
      leave_message: answers.leave_message,
      through: text(answers.through),
      times: text(answers.times),
      do_not_tell: text(answers.do_not_tell),
    },
    person: { telephone: text(telephone), email: text(email) },
  };
}

function text(typed: string | undefined): string | undefined {
  return typed?.trim() ? typed : undefined;
}
