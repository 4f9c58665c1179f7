import type { Facts, PersonDetails, Referral, ReferrerDetails } from '@advocacy-hub/sdk';
import { dayOf, voiceOf, type Answers, type Format, type MatterKind, type Reach, type Support } from './answers.ts';
import type { TypedDay } from '../parts/day-field.ts';
import { questionsOf, steps, stillOffered, type QuestionName } from './questions.ts';

/** Which form asks, and in which words: it changes with every change of a question. */
const formVersion = 'referral-form@0.1.0';

const formats: readonly string[] = ['easy_read', 'large_print', 'braille', 'audio'] satisfies Format[];

/** Makes of what was answered what the hub reads. Only what was asked goes along, and what was typed stays as it is. */
export function referralOf(
  given: Answers,
  { language, now }: { readonly language: string; readonly now: Date },
): Referral {
  const answers = stillOffered(given);
  const asked = new Set<QuestionName>(steps.flatMap(step => questionsOf(step, answers)).map(({ name }) => name));
  const text = (name: QuestionName & keyof Answers) => {
    const value = answers[name];
    return asked.has(name) && typeof value === 'string' && value.trim() ? value : undefined;
  };
  const facts: Facts = {
    received_at: now.toISOString(),
    channel: 'web',
    online: true,
    referrer: { relationship: answers.about || 'self' },
    person: {},
    matters: answers.matters.map(kind => matterOf(kind, answers.date)),
    consent: asked.has('consent') ? consentOf(answers) : undefined,
    safe_contact: {
      allowed: answers.reach.filter((each): each is Exclude<Reach, 'none'> => each !== 'none'),
      leave_message: asked.has('leave_message') ? answers.leave_message || undefined : undefined,
      do_not_tell: text('do_not_tell'),
    },
    communication_needs: needsOf(answers, text('communication_words')),
    narrative: text('narrative'),
    wants: text('wants'),
  };
  const person: PersonDetails = { name: text('name'), telephone: text('telephone'), email: text('email') };
  const referrer: ReferrerDetails = {
    name: text('referrer_name'),
    organization: text('referrer_organization'),
    telephone: text('referrer_telephone'),
    email: text('referrer_email'),
  };
  return {
    form_version: formVersion,
    language,
    facts,
    person,
    ...(voiceOf(answers) === 'other' && { referrer }),
  };
}

/** The date is asked once for all that is going on. */
function matterOf(kind: MatterKind, date: TypedDay): Facts['matters'][number] {
  // Every kind may have a date, which TypeScript does not see across a union.
  return { kind, date: date.isUnknown ? 'unknown' : dayOf(date) };
}

function consentOf({ consent }: Answers): Facts['consent'] {
  if (consent === '') return undefined;
  return consent === 'unsafe_to_ask' ? { answer: 'not_asked', unsafe_to_ask: 'yes' } : { answer: consent };
}

function needsOf({ communication }: Answers, ownWords: string | undefined): Facts['communication_needs'] {
  if (communication.length === 0 && !ownWords) return undefined;
  return {
    formats: communication.filter((each): each is Format => formats.includes(each)),
    support: communication.filter((each): each is Support => !formats.includes(each)),
    own_words: ownWords,
  };
}
