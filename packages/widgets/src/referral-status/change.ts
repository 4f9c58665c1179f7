import type { ReferralChange, SafeContact } from '@advocacy-hub/sdk';
import { text } from '../internal/typed.ts';
import type { ChangeAnswers, ChangeKind } from './answers.ts';
import { answersAsked } from './questions.ts';

/** Makes of what was answered what the hub reads. Only what was asked goes along, and what was typed stays as it is. */
export function changeOf(kind: ChangeKind, given: ChangeAnswers, language: string): ReferralChange {
  const { why, what, more, reach = [], telephone, email, ...answers } = answersAsked(kind, given);
  const change = { kind, language, words: text(why ?? what ?? more) };
  if (kind !== 'contact') return change;
  return {
    ...change,
    safe_contact: {
      allowed: allowedOf(reach),
      leave_message: answers.leave_message,
      through: text(answers.through),
      times: text(answers.times),
      do_not_tell: text(answers.do_not_tell),
    },
    person: { telephone: text(telephone), email: text(email) },
  };
}

/** None at all means that nobody may get in touch, so whoever has only written a way down says nothing here. */
function allowedOf(reach: NonNullable<ChangeAnswers['reach']>): SafeContact['allowed'] {
  const allowed = reach.filter(way => way !== 'none' && way !== 'another');
  return allowed.length === 0 && reach.includes('another') ? undefined : allowed;
}
