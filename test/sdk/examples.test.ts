import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ReferralChange } from '@advocacy-hub/sdk/contract/change';
import { EqualityAnswers, EqualityReport } from '@advocacy-hub/sdk/contract/equality';
import { OrganizationProfile } from '@advocacy-hub/sdk/contract/profile';
import { Referral, ReferralSummary } from '@advocacy-hub/sdk/contract/referral';
import * as examples from '@advocacy-hub/sdk/examples';
import { referenceOf } from '@advocacy-hub/sdk/sealing';
import * as z from 'zod/mini';

/** What each example is an example of. The type fails when one is added and not named here. */
const schemas: Record<keyof typeof examples, z.ZodMiniType> = {
  countyDurhamHub: OrganizationProfile,
  selfReferral: Referral,
  professionalReferral: Referral,
  referralSummary: ReferralSummary,
  contactChange: ReferralChange,
  equalityAnswers: EqualityAnswers,
  equalityReport: EqualityReport,
};

describe('the examples', () => {
  for (const [name, schema] of Object.entries(schemas)) {
    it(`${name} is of the contract, all of it`, () => {
      const example = examples[name as keyof typeof examples];

      assert.deepEqual(z.parse(schema, example), example);
    });
  }

  it('have references that follow from their ids', () => {
    assert.equal(examples.referralSummary.reference, referenceOf(examples.referralSummary.id));
  });

  it('call nobody: their telephone numbers are of the ranges that are kept for drama', () => {
    const text = JSON.stringify(examples);
    const numbers = text.match(/(?:\+44|\b0)[\d ]{9,}\d/g) ?? [];

    const real = numbers
      .map(number => number.replace('+44', '0').replaceAll(' ', ''))
      .filter(number => !/^(?:01632960\d{3}|0191498\d{4}|07700900\d{3}|08081570\d{3})$/.test(number));

    assert.ok(numbers.length > 0);
    assert.deepEqual(real, []);
  });

  it('write to nobody: their addresses are of domains that nobody can have', () => {
    const hosts = [...JSON.stringify(examples).matchAll(/(?:\w@|https?:\/\/)([a-z][\w.-]+)/g)].map(([, host]) => host!);

    assert.ok(hosts.length > 0);
    assert.deepEqual(
      hosts.filter(host => !/\.example$/.test(host)),
      [],
    );
  });
});
