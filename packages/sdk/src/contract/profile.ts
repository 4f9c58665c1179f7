import * as z from 'zod/mini';
import { Instant, Language, Line, openEnum } from './common.ts';
import { operation } from './operation.ts';
import { whole } from './said.ts';

/** A way to speak to the hub without this page: shown on every step and beside every error. */
export const ContactRoute = z.object({
  kind: openEnum(['telephone', 'text_message', 'text_relay', 'bsl_relay', 'email', 'post', 'drop_in', 'web']),
  /** A number, an address, a place and time: what a person reads. */
  value: Line,
  /** Where following it leads: `tel:`, `sms:`, `mailto:` or `https:`. */
  link: z.optional(z.string().check(z.regex(/^(tel:|sms:|mailto:|https:\/\/)/), z.maxLength(500))),
  /** When somebody answers, in words. */
  hours: z.optional(Line),
});
export type ContactRoute = z.infer<typeof ContactRoute>;

/** Why the hub may use what somebody sends (UK GDPR Article 6), and the words that the page says it in. */
export const LawfulBasis = z.object({
  kind: openEnum(['consent', 'public_task', 'legal_obligation', 'legitimate_interests', 'vital_interests']),
  words: z.string().check(z.minLength(1), z.maxLength(1_000)),
});
export type LawfulBasis = z.infer<typeof LawfulBasis>;

/** What people are told about their data before they send. */
export const Privacy = z.object({
  notice: z.string().check(z.maxLength(4_000)),
  notice_link: z.optional(z.string().check(z.regex(/^https?:\/\//), z.maxLength(500))),
  complain_link: z.optional(z.string().check(z.regex(/^(https?:\/\/|mailto:)/), z.maxLength(500))),
  /** By who asks: the person themselves, family or a friend, a professional. */
  bases: z.optional(
    z.object({
      self: z.optional(LawfulBasis),
      known: z.optional(LawfulBasis),
      professional: z.optional(LawfulBasis),
    }),
  ),
});

/** Whom to tell in one council's area when somebody is being hurt. */
export const Safeguarding = z.object({
  area: z.string().check(z.minLength(1), z.maxLength(120)),
  routes: z.array(ContactRoute).check(z.minLength(1), z.maxLength(6)),
});
export type Safeguarding = z.infer<typeof Safeguarding>;

const organization = {
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  languages: z.array(Language).check(z.minLength(1)),
  contact_routes: z.array(ContactRoute).check(z.minLength(1), z.maxLength(12)),
  privacy: z.optional(Privacy),
  safeguarding: z.optional(z.array(Safeguarding).check(z.maxLength(20))),
  /** The promise of a first contact, in working days. Without it no page promises anything. */
  first_contact_working_days: z.optional(whole(0, 60)),
};

/** What an organization that runs a hub says about itself; its people write it. */
export const OrganizationProfile = z.object(organization);
export type OrganizationProfile = z.infer<typeof OrganizationProfile>;

/** The hub as a partner's page sees it. */
export const HubProfile = z.object({
  ...organization,
  /** The partner whose key asked. */
  partner: z.optional(z.string()),
  /** The contract's version that this hub speaks. */
  api_version: z.string(),
  /** The hub's own page where a person sees where their referral stands, changes it or takes it back. */
  status_link: z.optional(z.string()),
  /** The hub's clock, so that a page can tell that its own is wrong. */
  now: Instant,
  /** Goes back with a referral and tells that some time went by since the form was opened. Good for a day. */
  time_token: z.optional(z.string()),
});
export type HubProfile = z.infer<typeof HubProfile>;

export const readProfile = operation({
  method: 'get',
  path: '/v1/profile',
  summary: 'Read what the hub says about itself',
  callers: ['partner', 'staff'],
  response: HubProfile,
  cache: 'private, max-age=60',
});
