import * as z from 'zod/mini';
import { ReferralChangeRecord } from './change.ts';
import { Day, Id, Instant, Language, Line, openEnum } from './common.ts';
import { FormVersion, Reference } from './envelope.ts';
import { Facts } from './facts.ts';
import { operation } from './operation.ts';
import { PageQuery, pageOf } from './page.ts';
import { Story } from './said.ts';

/** The person whom an advocate is asked for. A name is not needed: a way to reach them is. */
export const PersonDetails = z.object({
  name: z.optional(Line),
  known_as: z.optional(Line),
  date_of_birth: z.optional(Day),
  telephone: z.optional(Line),
  email: z.optional(Line),
  home_address: z.optional(Story),
  /** Where they are now, if that is not home: the ward, the care home, a friend's place. */
  staying_at: z.optional(Story),
});
export type PersonDetails = z.infer<typeof PersonDetails>;

/** Who is asking, where that is not the person. */
export const ReferrerDetails = z.object({
  name: z.optional(Line),
  role: z.optional(Line),
  organization: z.optional(Line),
  /** A ward, a team. */
  team: z.optional(Line),
  /** What their own records call this person's case. */
  case_number: z.optional(Line),
  telephone: z.optional(Line),
  email: z.optional(Line),
  /** When to ring them. */
  times: z.optional(Story),
});
export type ReferrerDetails = z.infer<typeof ReferrerDetails>;

/** A referral: one person, one story, and how to reach them safely. It leaves the page sealed. */
export const Referral = z.object({
  form_version: FormVersion,
  /** The language that it was filled in. */
  language: Language,
  facts: Facts,
  person: PersonDetails,
  referrer: z.optional(ReferrerDetails),
  /** Who decides, where that is not whoever refers. */
  decision_maker: z.optional(ReferrerDetails),
  /** Whether whoever sent it agreed to the use of what it says, where the hub's lawful basis is consent. */
  privacy_agreed: z.optional(z.boolean()),
});
export type Referral = z.infer<typeof Referral>;

/** Text that a database can compare and search: without the null character and without halves of characters. */
export const PlainText = z.string().check(z.regex(/^[^\0\p{Surrogate}]*$/u));

/** A line of the staff's list: nothing in it was typed by anyone. */
const summary = {
  id: Id,
  reference: Reference,
  /** As it was received, until the person withdraws it. */
  state: openEnum(['received', 'quarantined', 'withdrawn']),
  received_at: Instant,
  /** When the person last withdrew or changed it. */
  changed_at: z.optional(Instant),
  /** The partner whose page it came through. */
  partner: z.string(),
  form_version: z.optional(z.string()),
  /**
   * Why a person should look twice: `trap_filled`, `too_quick`, `no_time_token`, `old_time_token`, `cannot_open`, `other_id`, `off_contract`;
   * and what came after it: `contact_changed`, `corrected`, `change_unreadable`.
   */
  flags: z.array(z.string()),
  /** Tries of the same person's that had no answer before the answers were changed; some may never have arrived. */
  replaces: z.array(Id),
  replaced_by: z.optional(Id),
};
export const ReferralSummary = z.object(summary);
export type ReferralSummary = z.infer<typeof ReferralSummary>;

/** A referral as staff read it. */
export const ReferralRecord = z.object({
  ...summary,
  /** Absent where it could not be read. */
  referral: z.optional(Referral),
  /** What came instead, opened where that was possible, else as it was sealed. */
  unreadable: z.optional(z.string()),
  /** What the person asked for since, the first one first; the referral itself stays as it was sent. */
  changes: z.array(ReferralChangeRecord),
});
export type ReferralRecord = z.infer<typeof ReferralRecord>;

export const listReferrals = operation({
  method: 'get',
  path: '/v1/referrals',
  summary: 'List referrals, the newest or the last changed first; the query goes into the audit log',
  callers: ['staff'],
  query: z.object({
    ...PageQuery,
    state: z.optional(z.enum(['received', 'quarantined', 'withdrawn'])),
    /** Only those with a flag, or only those without. */
    flagged: z.optional(z.enum(['yes', 'no'])),
    received_from: z.optional(Instant),
    received_before: z.optional(Instant),
    /** Only those that the person changed or withdrew since then, the last changed first. */
    changed_from: z.optional(Instant),
  }),
  response: pageOf(ReferralSummary),
});

export const readReferral = operation({
  method: 'post',
  path: '/v1/referrals/{id}/reads',
  summary: 'Read one referral; who, when and why go into the audit log',
  callers: ['staff'],
  body: z.object({
    /** Why it is read now. It is sent in the body so that it stands in no address. */
    reason: PlainText.check(z.minLength(1), z.maxLength(300)),
  }),
  response: ReferralRecord,
  problems: ['not_found', 'not_json', 'too_large', 'timeout'],
});
