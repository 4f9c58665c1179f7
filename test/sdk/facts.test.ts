import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Facts, Matter, Referral, Supporter } from '@advocacy-hub/sdk';
import { Facts as FactsSchema } from '@advocacy-hub/sdk/contract/facts';
import { Referral as ReferralSchema } from '@advocacy-hub/sdk/contract/referral';
import { seal } from '@advocacy-hub/sdk/sealing';
import * as z from 'zod/mini';
import { hubKeys, type HubKeys } from './setup.ts';

/** Everything that a person may write, and a machine may break. */
const awkward = `“Quotes”, ‘more’ – dashes — and … dots; naïve façade Łódź Ŵyneb বাংলা العربية 中文 👩🏽‍🦽 e\u0301 é
second line\r\nthird\ttab \\ / " ' <b>&amp;</b> \u2028 \u202e ${'\u0001'} \ud83d ${'${x}'} -- ; drop table referral  `;

const matter: Required<Matter> = {
  kind: 'nhs_complaint',
  authority: 'E06000047',
  date: '2026-12-04',
  date_is_estimate: true,
  emergency: false,
  what: awkward,
  stage: 'under_way',
  advocate_for: 'parent',
  role: 'alleged_source',
  long_stay: 'unknown',
  disagreement: 'yes',
  deprivation: { stage: 'authorised', kind: 'urgent', authorised_by: 'E06000047', authorised_from: '2026-11-20', authorised_until: 'unknown', objects: 'yes', representative: 'A neighbour', in_court: 'no' },
  detention: { status: 'detained', section: '37/41', since: '2026-02-28', hearing: 'unknown', told_rights: 'unknown' },
  complaint: { happened_on: '2024-02-29', known_on: 'unknown', made_yet: 'no', on_behalf_of: 'someone_who_died', care_paid_by: 'nhs' },
}; // prettier-ignore

const supporter: Required<Supporter> = {
  relationship: 'Nephew',
  paid: 'no',
  willing: 'unknown',
  available: 'yes',
  knows_views: 'no',
  person_agrees: 'unknown',
  safe_to_involve: 'unknown',
  alleged_source_of_harm: 'yes',
  conflict: 'yes',
  attorney_or_deputy: 'no',
  lives_with: 'no',
};

/** Every fact there is, each with a value. The type fails when one is added and not named here. */
const everyFact: Required<Facts> = {
  received_at: '2026-11-23T09:40:00.123456789+01:00',
  channel: 'kiosk',
  online: false,
  referrer: { relationship: 'professional', body: 'supervisory_body', authorised_to_instruct: 'unknown' },
  person: {
    age: 0,
    age_group: '16_or_17',
    home_area: 'E06000047',
    staying_area: 'unknown',
    setting: 'no_fixed_address',
    placed_by: 'E06000005',
    looked_after_by: 'E10000016',
    child_in_need: 'yes',
    care_leaver: 'no',
    carer_for: 'Mother',
    funding: 'mixed',
  },
  matters: [matter, { kind: 'not_sure' }],
  difficulties: {
    understanding: { has: 'yes', adjustment_would_remove: 'no' },
    retaining: { has: 'no', adjustment_would_remove: 'unknown' },
    weighing: { has: 'unknown', adjustment_would_remove: 'yes' },
    communicating: { has: 'yes', adjustment_would_remove: 'unknown' },
    judged_by: 'Ward doctor',
    judged_on: '2026-11-19',
    detail: awkward,
  },
  capacity: [{ decision: 'Where to live', finding: 'not_assessed', assessed_by: 'Nobody yet', assessed_on: 'unknown' }],
  supporters: [supporter],
  consent: { answer: 'asked_and_refused', basis: awkward, unsafe_to_ask: 'yes' },
  safe_contact: {
    allowed: ['through_someone', 'text_relay'],
    ruled_out: ['letter'],
    leave_message: 'no',
    through: 'Her sister, 01632 960 777',
    times: 'After 4pm',
    do_not_tell: awkward,
  },
  communication_needs: {
    formats: ['easy_read', 'large_print'],
    print_size: 24,
    support: ['bsl_interpreter', 'more_time'],
    language: 'bfi',
    interpreter_gender: 'woman',
    no_voice_calls: true,
    own_words: awkward,
  },
  preferences: { language: 'cy', gender: 'man', culture: 'Romany', own_words: awkward },
  has_supporter: 'yes',
  attorney_or_deputy: 'no',
  no_supporter_because: awkward,
  visit_safely: awkward,
  danger_now: 'unknown',
  call_back: false,
  narrative: awkward,
  wants: '',
};

const everything: Required<Referral> = {
  form_version: 'referral-form@0.1.0',
  language: 'en-GB',
  facts: everyFact,
  person: {
    name: 'Zoë O’Brien-Łuczak',
    known_as: '',
    date_of_birth: '1904-02-29',
    telephone: '01632 960 118 (after 4)',
    email: 'zoë@example.org',
    home_address: awkward,
    staying_at: awkward,
  },
  referrer: { name: 'A', role: 'B', organization: 'C', team: 'D', case_number: 'E', telephone: 'F', email: 'G', times: 'H' },
  decision_maker: { name: 'I', role: 'J', organization: 'K', team: 'L', case_number: 'M', telephone: 'N', email: 'O', times: 'P' },
  privacy_agreed: true,
}; // prettier-ignore

describe('facts', () => {
  let keys: HubKeys;

  before(async () => {
    keys = await hubKeys();
  });

  it('come out of an envelope as they went in, byte for byte, every one of them', async () => {
    const { envelope } = await seal(everything, keys.keySet);

    const { text } = await keys.open(envelope);

    assert.equal(text, JSON.stringify(everything));
    assert.deepEqual(z.parse(ReferralSchema, JSON.parse(text)), everything);
  });

  it('are all named in this test', () => {
    assert.deepEqual(pathsOf(everything).sort(), pathsIn(ReferralSchema).sort());
  });

  it('need almost nothing to be told', () => {
    const facts: Facts = {
      received_at: '2026-11-23T09:40:00Z',
      channel: 'web',
      referrer: { relationship: 'self' },
      person: {},
      matters: [{ kind: 'not_sure' }],
    };

    assert.deepEqual(z.parse(FactsSchema, facts), facts);
  });

  for (const [what, facts] of Object.entries({
    'no matter': { ...everyFact, matters: [] },
    'more matters than anyone has': { ...everyFact, matters: Array.from({ length: 21 }, () => matter) },
    'a story longer than a long letter': { ...everyFact, narrative: 'x'.repeat(20_001) },
    'an age below nought': { ...everyFact, person: { age: -1 } },
    'half a year of age': { ...everyFact, person: { age: 17.5 } },
    'a day that there is not': { ...everyFact, matters: [{ kind: 'not_sure', date: '2026-02-30' }] },
    'a channel that we do not have': { ...everyFact, channel: 'fax' },
  })) {
    it(`may not have ${what}`, () => {
      assert.equal(z.safeParse(FactsSchema, facts).success, false);
    });
  }
});

/** Where a value has something, as paths; every item of a list is one place. */
function pathsOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(item => pathsOf(item, `${at}[]`)))];
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, `${at}.${name}`));
}

/** Where a schema may have something, in the same words. */
function pathsIn(schema: z.core.$ZodType, at = ''): string[] {
  const { def } = schema._zod as unknown as { def: z.core.$ZodTypeDef & Record<string, unknown> };
  if (def.type === 'optional') return pathsIn(def.innerType as z.core.$ZodType, at);
  if (def.type === 'array') return pathsIn(def.element as z.core.$ZodType, `${at}[]`);
  if (def.type !== 'object') return [at];
  return Object.entries(def.shape as Record<string, z.core.$ZodType>).flatMap(([name, inner]) =>
    pathsIn(inner, `${at}.${name}`),
  );
}
