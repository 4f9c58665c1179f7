import * as z from 'zod/mini';
import { Instant, KnownDay, Language, Line } from './common.ts';
import { Area, Story, YesNo, whole } from './said.ts';

/*
 * What the routing rules read, and what a referral carries: one schema for both.
 * Almost everything is optional, since a person may know little and must never be stopped by that.
 * A missing fact was not asked; 'unknown' was asked and nobody knows.
 */

/** Ways to reach a person. */
export const Channel = z.enum([
  'telephone',
  'text_message',
  'email',
  'letter',
  'video',
  'visit',
  'text_relay',
  'bsl_relay',
  'through_someone',
]);
export type Channel = z.infer<typeof Channel>;

/** Where a person is staying now. */
export const Setting = z.enum([
  'own_home', 'someone_elses_home', 'hospital', 'mental_health_ward', 'care_home', 'supported_living', 'shared_lives',
  'foster_home', 'prison', 'no_fixed_address', 'other', 'unknown',
]); // prettier-ignore

/** Deprivation of Liberty Safeguards (Mental Capacity Act 2005 Schedule A1): what was authorised. Nobody is asked whether it *is* a deprivation. */
const Deprivation = z.object({
  stage: z.optional(z.enum(['being_assessed', 'authorised', 'between_representatives', 'unknown'])),
  /** An urgent authorisation is the managing authority's own and lasts 7 days. */
  kind: z.optional(z.enum(['standard', 'urgent', 'unknown'])),
  authorised_by: z.optional(Area),
  authorised_from: z.optional(KnownDay),
  authorised_until: z.optional(KnownDay),
  objects: z.optional(YesNo),
  /** The relevant person's representative, where there is one. */
  representative: z.optional(Line),
  /** Whether the Court of Protection is asked about it (section 21A). */
  in_court: z.optional(YesNo),
});

/** A section's number as it stands in the papers: `2`, `3`, `37/41`; or `unknown`. */
export const Section = z.string().check(z.maxLength(20));

/** Held or treated under the Mental Health Act 1983. */
const Detention = z.object({
  status: z.optional(z.enum([
    'detained', 'community_treatment_order', 'guardianship', 'conditional_discharge', 'informal',
    'treatment_under_section_57', 'treatment_under_section_58a', 'unknown',
  ])), // prettier-ignore
  section: z.optional(Section),
  since: z.optional(KnownDay),
  hearing: z.optional(KnownDay),
  /** Whether they were told of their right to an advocate, which section 130D asks of the hospital. */
  told_rights: z.optional(YesNo),
});

/** A complaint about NHS care. Its twelve months run from the event or from when it was known. */
const Complaint = z.object({
  happened_on: z.optional(KnownDay),
  known_on: z.optional(KnownDay),
  made_yet: z.optional(YesNo),
  on_behalf_of: z.optional(z.enum(['self', 'child', 'adult_who_agrees', 'adult_who_cannot', 'someone_who_died'])),
  care_paid_by: z.optional(z.enum(['nhs', 'self', 'insurance', 'council', 'unknown'])),
});

/** What is happening. Several may go together; the story behind them is told once. */
export const Matter = z.object({
  kind: z.enum([
    'care_assessment', 'care_plan', 'care_review', 'carers_assessment', 'transition_assessment',
    'safeguarding_enquiry', 'safeguarding_review', 'serious_medical_treatment', 'change_of_home',
    'deprivation_of_liberty', 'mental_health_act', 'nhs_complaint', 'childrens_services',
    'notice_to_leave', 'provider_closing', 'money_and_budgets', 'planning_support', 'meeting_others',
    'information_only', 'something_else', 'not_sure',
  ]), // prettier-ignore
  /** The council or hospital that is dealing with it, as far as known. */
  authority: z.optional(Area),
  /** By when: the meeting, the operation, the hearing, the move. */
  date: z.optional(KnownDay),
  date_is_estimate: z.optional(z.boolean()),
  /** It cannot wait for an ordinary working day. */
  emergency: z.optional(z.boolean()),
  /** What it is, in the words of whoever tells it. */
  what: z.optional(Story),
  /** How far the process has gone. */
  stage: z.optional(z.enum(['beginning', 'under_way', 'ended', 'unknown'])),
  /** With `childrens_services`: a child or young person, or a parent. */
  advocate_for: z.optional(z.enum(['child', 'parent', 'unknown'])),
  /** With a safeguarding enquiry or review: whether it is about harm to the person or harm that they may have done. */
  role: z.optional(z.enum(['at_risk', 'alleged_source', 'unknown'])),
  /** 28 days in hospital or 8 weeks in a care home are likely (Mental Capacity Act 2005 s.38). */
  long_stay: z.optional(YesNo),
  /** The council and whoever supports the person disagree about something that matters (SI 2014/2889 reg. 4). */
  disagreement: z.optional(YesNo),
  /** With `deprivation_of_liberty`. */
  deprivation: z.optional(Deprivation),
  /** With `mental_health_act`. */
  detention: z.optional(Detention),
  /** With `nhs_complaint`. */
  complaint: z.optional(Complaint),
});
export type Matter = z.infer<typeof Matter>;

const Difficulty = z.object({
  has: YesNo,
  /** An adjustment alone (an interpreter, Easy Read) would take the difficulty away. */
  adjustment_would_remove: z.optional(YesNo),
});

/** Whether a professional found substantial difficulty; who, when and why stand beside it. */
const Difficulties = z.object({
  understanding: z.optional(Difficulty),
  retaining: z.optional(Difficulty),
  weighing: z.optional(Difficulty),
  communicating: z.optional(Difficulty),
  judged_by: z.optional(Line),
  judged_on: z.optional(KnownDay),
  detail: z.optional(Story),
});

/** Someone who is there for the person, and whether they could speak up for them. */
export const Supporter = z.object({
  relationship: z.optional(Line),
  paid: z.optional(YesNo),
  willing: z.optional(YesNo),
  available: z.optional(YesNo),
  knows_views: z.optional(YesNo),
  person_agrees: z.optional(YesNo),
  /** Whether the person can be helped safely with them around; nobody is asked to say why. */
  safe_to_involve: z.optional(YesNo),
  alleged_source_of_harm: z.optional(YesNo),
  conflict: z.optional(YesNo),
  attorney_or_deputy: z.optional(YesNo),
  lives_with: z.optional(YesNo),
});
export type Supporter = z.infer<typeof Supporter>;

/** What helps a person to read, hear, understand and be understood (Accessible Information Standard, DAPB1605). */
export const CommunicationNeeds = z.object({
  formats: z.optional(z.array(z.enum(['easy_read', 'large_print', 'braille', 'audio', 'bsl_video', 'plain_text', 'coloured_paper']))), // prettier-ignore
  /** Point size where large print is asked for. */
  print_size: z.optional(whole(14, 72)),
  support: z.optional(z.array(z.enum(['bsl_interpreter', 'sse_interpreter', 'deafblind_manual', 'lipspeaker', 'makaton', 'pictures_or_objects', 'speech_to_text', 'more_time', 'quiet_place', 'language_interpreter']))), // prettier-ignore
  language: z.optional(Language),
  interpreter_gender: z.optional(z.enum(['woman', 'man'])),
  no_voice_calls: z.optional(z.boolean()),
  own_words: z.optional(Story),
});

/** How a person can be reached without putting them at risk. */
export const SafeContact = z.object({
  allowed: z.optional(z.array(Channel)),
  ruled_out: z.optional(z.array(Channel)),
  /** Whether a message may be left with a voice mailbox or with someone else. */
  leave_message: z.optional(YesNo),
  /** With `through_someone`: who that is, and how to reach them. */
  through: z.optional(Line),
  times: z.optional(Story),
  do_not_tell: z.optional(Story),
});
export type SafeContact = z.infer<typeof SafeContact>;

const referrer = z.object({
  relationship: z.enum(['self', 'family', 'friend', 'professional']),
  /** Who a professional works for. */
  body: z.optional(z.enum(['council', 'nhs', 'supervisory_body', 'provider', 'voluntary', 'education', 'other'])),
  /** May give the instruction that some kinds of advocate need by law. */
  authorised_to_instruct: z.optional(YesNo),
});

const person = z.object({
  age: z.optional(whole(0, 130)),
  /** Where the age itself is not told. The law turns on 16 and 18. */
  age_group: z.optional(z.enum(['under_16', '16_or_17', '18_or_over', 'unknown'])),
  home_area: z.optional(Area),
  staying_area: z.optional(Area),
  setting: z.optional(Setting),
  /** The authority that arranged where they live. */
  placed_by: z.optional(Area),
  looked_after_by: z.optional(Area),
  child_in_need: z.optional(YesNo),
  care_leaver: z.optional(YesNo),
  /** Cares for someone without pay; whom, as a relationship. */
  carer_for: z.optional(Line),
  /** Who pays for care. It never changes what a person is offered. */
  funding: z.optional(z.enum(['council', 'nhs', 'self', 'mixed', 'none', 'unknown'])),
});

const Capacity = z.object({
  /** The one decision that this is about. */
  decision: Line,
  finding: z.enum(['has', 'lacks', 'presumed', 'not_assessed']),
  assessed_by: z.optional(Line),
  assessed_on: z.optional(KnownDay),
});

const Consent = z.object({
  answer: z.enum(['given', 'asked_and_refused', 'not_asked', 'cannot', 'not_needed']),
  /** The lawful basis where it is not consent, in the referrer's words. */
  basis: z.optional(Story),
  unsafe_to_ask: z.optional(YesNo),
});

/** What somebody told about a person and what is happening to them: all that the routing rules may read. */
export const Facts = z.object({
  /** When it was told; the hub's own clock counts once it has arrived. */
  received_at: Instant,
  channel: z.enum(['web', 'kiosk', 'phone', 'letter', 'email', 'in_person']),
  /** Whether it was told with a connection. */
  online: z.optional(z.boolean()),
  referrer,
  person,
  matters: z.array(Matter).check(z.minLength(1), z.maxLength(20)),
  /** Care Act 2014 s.67(4): substantial difficulty in one or more of these four. */
  difficulties: z.optional(Difficulties),
  /** Capacity is for one decision at one time (Mental Capacity Act 2005 ss.2 and 3): a list by decision. */
  capacity: z.optional(z.array(Capacity).check(z.maxLength(20))),
  supporters: z.optional(z.array(Supporter).check(z.maxLength(20))),
  consent: z.optional(Consent),
  safe_contact: z.optional(SafeContact),
  communication_needs: z.optional(CommunicationNeeds),
  /** The advocate that the person would like. */
  preferences: z.optional(z.object({ language: z.optional(Language), gender: z.optional(z.enum(['woman', 'man'])), culture: z.optional(Line), own_words: z.optional(Story) })), // prettier-ignore
  /** Whether there is anyone who could speak up for the person; who, stands in `supporters`. */
  has_supporter: z.optional(YesNo),
  /** A donee of a lasting power of attorney or a deputy for this decision (Mental Capacity Act 2005 s.40). */
  attorney_or_deputy: z.optional(YesNo),
  /** Where a professional says that nobody can: who was thought of, and why not. */
  no_supporter_because: z.optional(Story),
  /** What to know so that a visit is safe for everyone. */
  visit_safely: z.optional(Story),
  /** Somebody may be in danger now. */
  danger_now: z.optional(YesNo),
  /** Whoever asks would rather be rung than answer more. */
  call_back: z.optional(z.boolean()),
  /** What is happening, in the person's or the referrer's own words, kept unchanged. */
  narrative: z.optional(Story),
  /** What the person wants to happen, in their own words, kept unchanged. */
  wants: z.optional(Story),
});
export type Facts = z.infer<typeof Facts>;
