import * as z from 'zod/mini';
import { Id } from './common.ts';
import { Receipt, Sealed } from './envelope.ts';
import { operation } from './operation.ts';

/*
 * Who uses a hub, as numbers and never as people: asked after sending, kept apart from every referral.
 * The answers are the harmonised groups of the Census 2021 of England and Wales (Office for National Statistics).
 * Kept for equality of opportunity or treatment: Data Protection Act 2018, Schedule 1, paragraph 8.
 */

/**
 * The questions and their answers, in the order that they are asked and counted in. Each set is closed,
 * so that nobody can write who they are, and each ends with the answer that is always there.
 */
export const equalityQuestions = {
  age_band: [
    'under_16', '16_to_24', '25_to_34', '35_to_44', '45_to_54', '55_to_64', '65_to_74', '75_to_84', '85_or_over',
    'prefer_not_to_say',
  ], // prettier-ignore
  sex: ['female', 'male', 'prefer_not_to_say'],
  gender_same_as_at_birth: ['yes', 'no', 'prefer_not_to_say'],
  /** The five groups of the highest level: in finer ones a small place would know people again. */
  ethnic_group: [
    'asian_or_asian_british', 'black_black_british_caribbean_or_african', 'mixed_or_multiple', 'white', 'other',
    'prefer_not_to_say',
  ], // prettier-ignore
  disability: ['yes', 'no', 'prefer_not_to_say'],
  religion: [
    'no_religion', 'christian', 'buddhist', 'hindu', 'jewish', 'muslim', 'sikh', 'other', 'prefer_not_to_say',
  ], // prettier-ignore
  sexual_orientation: [
    'straight_or_heterosexual', 'gay_or_lesbian', 'bisexual', 'other', 'prefer_not_to_say',
  ], // prettier-ignore
  /** Cares for somebody without pay. */
  carer: ['yes', 'no', 'prefer_not_to_say'],
} as const;

/** Answers of one person, each of which may be left out. */
export const EqualityAnswers = z.object({
  age_band: z.optional(z.enum(equalityQuestions.age_band)),
  sex: z.optional(z.enum(equalityQuestions.sex)),
  gender_same_as_at_birth: z.optional(z.enum(equalityQuestions.gender_same_as_at_birth)),
  ethnic_group: z.optional(z.enum(equalityQuestions.ethnic_group)),
  disability: z.optional(z.enum(equalityQuestions.disability)),
  religion: z.optional(z.enum(equalityQuestions.religion)),
  sexual_orientation: z.optional(z.enum(equalityQuestions.sexual_orientation)),
  carer: z.optional(z.enum(equalityQuestions.carer)),
});
export type EqualityAnswers = z.infer<typeof EqualityAnswers>;

/** How many chose an answer: the number or, where it could show who, only what it is below. */
const AnswerCount = z.object({
  answer: z.string(),
  /** Absent where the number is kept back. */
  count: z.optional(z.number()),
  /** 5, or higher where a larger number is kept back too because a small one could be worked out from it. */
  fewer_than: z.optional(z.number()),
});

/**
 * Three months of the calendar year: `2026-Q3`. Counts are told by these and by nothing else: two times that overlap
 * could be taken from one another, and what is left may be one person.
 */
export const Quarter = z.string().check(z.regex(/^[12]\d{3}-Q[1-4]$/));

/** Counts by question and answer, of one quarter. It has no totals, from which a number kept back could be worked out. */
export const EqualityReport = z.object({
  quarter: Quarter,
  questions: z.array(z.object({ question: z.string(), answers: z.array(AnswerCount) })),
});
export type EqualityReport = z.infer<typeof EqualityReport>;

export const createEqualityAnswers = operation({
  method: 'post',
  path: '/v1/equality-answers',
  summary: 'Hand over sealed answers to the equality questions, apart from any referral',
  callers: ['partner'],
  // `sealed` holds `EqualityAnswers`; its header's `typ` is `advocacy-equality`.
  // The id is random (UUID version 4): a time in it would lead to the referral that was sent just before.
  body: z.object({ ...Sealed, id: Id.check(z.regex(/^.{14}4/)) }),
  response: Receipt,
  statuses: [201],
  problems: ['id_taken', 'not_json', 'too_large', 'timeout'],
});

export const readEqualityReport = operation({
  method: 'get',
  path: '/v1/equality-report',
  summary: 'Count the answers to the equality questions of a quarter that is over; the query goes into the audit log',
  callers: ['staff'],
  query: z.object({ quarter: Quarter }),
  response: EqualityReport,
});
