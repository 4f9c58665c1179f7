import type { Facts } from '@advocacy-hub/sdk';
import type { TypedDay } from '../parts/day-field.ts';

type Unanswered = '';
type Consent = NonNullable<Facts['consent']>['answer'];
type SafeContact = NonNullable<Facts['safe_contact']>;
type Needs = NonNullable<Facts['communication_needs']>;

export type About = Facts['referrer']['relationship'];
export type MatterKind = Facts['matters'][number]['kind'];
/** A way to reach the person, or that they get in touch themselves. */
export type Reach = NonNullable<SafeContact['allowed']>[number] | 'none';
export type Format = NonNullable<Needs['formats']>[number];
export type Support = NonNullable<Needs['support']>[number];

/** What a person answered so far. It lives in memory, and nowhere else until it is sealed. */
export interface Answers {
  readonly about: About | Unanswered;
  readonly matters: readonly MatterKind[];
  readonly narrative: string;
  readonly wants: string;
  readonly name: string;
  readonly consent: Consent | 'unsafe_to_ask' | Unanswered;
  readonly reach: readonly Reach[];
  readonly telephone: string;
  readonly leave_message: NonNullable<SafeContact['leave_message']> | Unanswered;
  readonly email: string;
  readonly do_not_tell: string;
  readonly communication: readonly (Format | Support)[];
  readonly communication_words: string;
  readonly date: TypedDay;
  readonly referrer_name: string;
  readonly referrer_organization: string;
  readonly referrer_telephone: string;
  readonly referrer_email: string;
}

/** Before anything is answered. */
export const noAnswers: Answers = {
  about: '',
  matters: [],
  narrative: '',
  wants: '',
  name: '',
  consent: '',
  reach: [],
  telephone: '',
  leave_message: '',
  email: '',
  do_not_tell: '',
  communication: [],
  communication_words: '',
  date: { day: '', month: '', year: '', isUnknown: false },
  referrer_name: '',
  referrer_organization: '',
  referrer_telephone: '',
  referrer_email: '',
};

/** Whether the person who answers is the one who needs an advocate. */
export function voiceOf({ about }: Answers): 'self' | 'other' {
  return about === '' || about === 'self' ? 'self' : 'other';
}

/** A date as the contract writes it, or nothing where the three fields name no day. */
export function dayOf({ day, month, year }: TypedDay): string | undefined {
  const [y, m, d] = [year, month, day].map(part => part.trim()) as [string, string, string];
  // The years that the contract has: outside of them a date is mistyped.
  if (!/^[12]\d{3}$/.test(y) || !/^\d{1,2}$/.test(m) || !/^\d{1,2}$/.test(d)) return undefined;
  const written = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  // The 30th of February is read as a day in March.
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(written) ? written : undefined;
}
