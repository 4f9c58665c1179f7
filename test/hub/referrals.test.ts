import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it, mock } from 'node:test';
import { CompactEncrypt, importJWK } from 'jose';
import { countyDurhamHub, professionalReferral, selfReferral } from '@advocacy-hub/sdk/examples';
import type { Receipt } from '@advocacy-hub/sdk/contract/envelope';
import type { SealedReferral, SealOptions } from '@advocacy-hub/sdk/sealing';
import { Keys } from '../../packages/hub/src/keys.ts';
import { openHub, organization, type TestHub } from './setup.ts';

let hub: TestHub;
before(async () => (hub = await openHub({ settings: { quarantinedADay: 3, trustProxy: true } })));
afterEach(() => hub.truncate());
after(() => hub.close());

const why = { reason: 'Triage' };

describe('handing over a referral', () => {
  it('gives staff back exactly what was sent', async () => {
    const receipt = await hub.sdk(hub.key).referrals.create(professionalReferral);

    const record = await hub.sdk(hub.staffToken).referrals.get(receipt.id, why);

    assert.equal(receipt.state, 'received');
    assert.equal(JSON.stringify(record.referral), JSON.stringify(professionalReferral));
    assert.equal(record.reference, receipt.reference);
  });

  it('answers the same bytes with the same receipt, however often', async () => {
    const { envelope } = await hub.seal();

    const first = await hub.ask('POST /v1/referrals', { key: hub.key, body: envelope });
    const again = await hub.ask('POST /v1/referrals', { key: hub.key, body: envelope });

    assert.equal(first.status, 201);
    assert.equal(again.status, 201);
    assert.equal(await again.text(), await first.text());
  });

  it('refuses other content under an id that was used, and keeps the first', async () => {
    const first = await hub.seal();
    const second = await hub.seal();
    await hub.sdk(hub.key).referrals.send(first);

    const refused = hub.sdk(hub.key).referrals.send({ ...second, envelope: { ...second.envelope, id: first.id } });

    await assert.rejects(refused, { code: 'id_taken', status: 422 });
    const { items } = await hub.sdk(hub.staffToken).referrals.list();
    assert.deepEqual(
      items.map(({ id, state }) => [id, state]),
      [[first.id, 'received']],
    );
  });

  it('keeps both and links them when changed answers replace what had no answer', async () => {
    const first = await hub.seal();
    await hub.sdk(hub.key).referrals.send(first);
    const second = await hub.seal({ replaces: [first.id] });
    await hub.sdk(hub.key).referrals.send(second);

    const { items } = await hub.sdk(hub.staffToken).referrals.list();

    assert.deepEqual(items.map(item => [item.id, item.replaces, item.replaced_by]), [
      [second.id, [first.id], undefined],
      [first.id, [], second.id],
    ]); // prettier-ignore
  });

  it('links what arrived, where a try between two never did', async () => {
    const first = await hub.seal();
    await hub.sdk(hub.key).referrals.send(first);
    const lost = await hub.seal({ replaces: [first.id] });
    const third = await hub.seal({ replaces: [first.id, lost.id] });
    await hub.sdk(hub.key).referrals.send(third);

    const record = await hub.sdk(hub.staffToken).referrals.get(first.id, why);

    assert.equal(record.replaced_by, third.id);
  });

  it('writes a line into the audit log for the one row that it makes', async () => {
    const sealed = await hub.seal();
    await hub.sdk(hub.key).referrals.send(sealed);
    await hub.sdk(hub.key).referrals.send(sealed);

    const lines = await hub.admin('select action, referral_id from audit');

    assert.deepEqual(lines, [{ action: 'referral_received', referral_id: sealed.id }]);
  });
});

describe('an envelope that the hub cannot read', () => {
  it('is kept, and the receipt says that someone must look at it', async () => {
    const sealed = await spoilt();

    const response = await hub.ask('POST /v1/referrals', { key: hub.key, body: sealed.envelope });

    assert.equal(response.status, 202);
    assert.equal(((await response.json()) as Receipt).state, 'quarantined');
    const record = await hub.sdk(hub.staffToken).referrals.get(sealed.id, why);
    assert.deepEqual(
      [record.state, record.unreadable, record.referral],
      ['quarantined', sealed.envelope.sealed, undefined],
    );
    assert.ok(record.flags.includes('cannot_open'));
  });

  it('can be asked after with its code all the same', async () => {
    const sealed = await spoilt();
    await hub.sdk(hub.key).referrals.send(sealed);

    const status = await hub.sdk(hub.key).referrals.status(sealed);

    assert.equal(status.state, 'quarantined');
  });

  it('is shown opened where it opened and was not of the contract', async () => {
    const story = { somebody: 'wrote this with another form' };
    const sealed = await sealedText(JSON.stringify(story));
    await hub.sdk(hub.key).referrals.send(sealed);

    const record = await hub.sdk(hub.staffToken).referrals.get(sealed.id, why);

    assert.ok(record.flags.includes('off_contract'));
    assert.deepEqual(JSON.parse(record.unreadable ?? ''), story);
  });

  it('is not what comes while the database cannot give the key: that is told, and the same bytes arrive later', async () => {
    const sealed = await hub.seal();
    const opening = mock.method(Keys.prototype, 'opening', () => Promise.reject(new Error('Connection terminated')));

    const away = await hub.ask('POST /v1/referrals', { key: hub.key, body: sealed.envelope });
    opening.mock.restore();
    const receipt = await hub.sdk(hub.key).referrals.send(sealed);

    assert.equal(away.status, 503);
    assert.equal(receipt.state, 'received');
  });

  it('does not put a readable one in the shade that it claims to replace', async () => {
    const first = await hub.seal();
    await hub.sdk(hub.key).referrals.send(first);
    await hub.sdk(hub.key).referrals.send(await spoilt({ replaces: [first.id] }));

    assert.equal((await hub.sdk(hub.key).referrals.status(first)).state, 'received');
  });

  it('is not taken for another one, whose id stands inside', async () => {
    const other = await hub.seal();
    const sealed = await hub.seal();
    const moved = { ...sealed, envelope: { ...sealed.envelope, sealed: other.envelope.sealed } };

    const receipt = await hub.sdk(hub.key).referrals.send(moved);

    assert.equal(receipt.state, 'quarantined');
  });

  it('is refused once a partner has sent too many of them in a day, and honest ones are not', async () => {
    for (let sent = 0; sent < 3; sent++) await hub.sdk(hub.key).referrals.send(await spoilt());

    const oneMore = await spoilt();

    await assert.rejects(hub.sdk(hub.key).referrals.send(oneMore), { code: 'too_many_requests', retryAfter: 3_600 });
    assert.equal((await hub.sdk(hub.key).referrals.send(await hub.seal())).state, 'received');
    assert.equal((await hub.sdk(hub.otherKey).referrals.send(await spoilt())).state, 'quarantined');
  });
});

describe('a referral that a machine may have sent', () => {
  it('is taken and flagged when the hidden field was filled in and no time was told', async () => {
    const sealed = await hub.seal({ trapped: true });

    const { state } = await hub.sdk(hub.key).referrals.send(sealed);

    const { items } = await hub.sdk(hub.staffToken).referrals.list({ flagged: 'yes' });
    assert.equal(state, 'received');
    assert.deepEqual(items[0]?.flags, ['trap_filled', 'no_time_token']);
  });

  for (const [title, ageInSeconds, flags] of [
    ['is flagged when the form was open for two seconds', 2, ['too_quick']],
    ['is not flagged when the form was open for four seconds', 4, []],
    ['is not flagged when the form was open all day', 23 * 3_600, []],
    ['is flagged when the form was opened before yesterday', 49 * 3_600, ['old_time_token']],
  ] as const) {
    it(title, async () => {
      const [partner] = await hub.admin<{ id: string }>(
        `select partner_id as id from partner_key where key = '${hub.key}'`,
      );
      const timeToken = hub.keys.timeToken(partner!.id, Date.now() - ageInSeconds * 1_000);

      await hub.sdk(hub.key).referrals.create(selfReferral, { timeToken });

      const { items } = await hub.sdk(hub.staffToken).referrals.list();
      assert.deepEqual(items[0]?.flags, flags);
    });
  }

  it("is flagged when the token is another partner's", async () => {
    const { time_token: timeToken } = await hub.sdk(hub.otherKey).profile();

    await hub.sdk(hub.key).referrals.create(selfReferral, { timeToken });

    const { items } = await hub.sdk(hub.staffToken).referrals.list();
    assert.deepEqual(items[0]?.flags, ['no_time_token']);
  });
});

describe('asking where a referral stands', () => {
  it('tells it to whoever has the code, and nothing that was written', async () => {
    const { id: _, ...receipt } = await hub.sdk(hub.key).referrals.create(selfReferral);

    const status = await hub.sdk(hub.key).referrals.status(receipt);

    assert.deepEqual(status, {
      reference: receipt.reference,
      state: 'received',
      received_at: receipt.received_at,
      first_contact_working_days: countyDurhamHub.first_contact_working_days,
    });
  });

  it('tells that a newer one took its place', async () => {
    const first = await hub.seal();
    await hub.sdk(hub.key).referrals.send(first);
    await hub.sdk(hub.key).referrals.send(await hub.seal({ replaces: [first.id] }));

    assert.equal((await hub.sdk(hub.key).referrals.status(first)).state, 'replaced');
  });

  it('says the same of a wrong code and of a reference that nobody has', async () => {
    const receipt = await hub.sdk(hub.key).referrals.create(selfReferral);

    const wrongCode = () => hub.sdk(hub.key).referrals.status({ reference: receipt.reference, code: '0000-0000-0000' });
    const nobodys = () => hub.sdk(hub.key).referrals.status({ reference: '0000-0000', code: receipt.code });

    await assert.rejects(wrongCode, { code: 'not_found' });
    await assert.rejects(nobodys, { code: 'not_found' });
  });

  it('reads both as people write them', async () => {
    const { reference, code } = await hub.sdk(hub.key).referrals.create(selfReferral);
    const written = (text: string) => text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');

    const status = await hub.sdk(hub.key).referrals.status({ reference: written(reference), code: written(code) });

    assert.equal(status.reference, reference);
  });

  it('stops after a hundred wrong codes from one network, and nobody else is locked out', async () => {
    const { reference, code } = await hub.sdk(hub.key).referrals.create(selfReferral);
    const ask = (network: string, given: string) =>
      hub.ask('POST /v1/referrals/status', {
        key: hub.key,
        body: { reference, code: given },
        headers: { 'x-forwarded-for': network },
      });

    for (let tries = 0; tries < 100; tries++) assert.equal((await ask('192.0.2.7', '0000-0000-0000')).status, 404);

    const refused = await ask('192.0.2.8', code);
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.equal((await ask('198.51.100.7', code)).status, 200);
  });
});

describe('the list of referrals', () => {
  it('walks through all of them, the newest first, page by page', async () => {
    const sent: string[] = [];
    for (let number = 0; number < 5; number++) sent.unshift((await hub.sdk(hub.key).referrals.create(selfReferral)).id);

    const walked: string[] = [];
    for await (const { id } of hub.sdk(hub.staffToken).referrals.list({ limit: 2 })) walked.push(id);

    assert.deepEqual(walked, sent);
  });

  it('is narrowed by state, flag and time', async () => {
    const { id, received_at } = await hub.sdk(hub.key).referrals.create(selfReferral);
    const spoiltOne = await spoilt();
    await hub.sdk(hub.key).referrals.send(spoiltOne);
    const ids = async (query: object) =>
      (await hub.sdk(hub.staffToken).referrals.list(query)).items.map(item => item.id);

    assert.deepEqual(await ids({ state: 'received' }), [id]);
    assert.deepEqual(await ids({ state: 'quarantined' }), [spoiltOne.id]);
    assert.deepEqual(await ids({ flagged: 'no' }), []);
    assert.deepEqual(await ids({ received_before: received_at }), []);
    assert.equal((await ids({ received_from: received_at })).length, 2);
  });

  it('writes one line into the audit log, with what was asked for', async () => {
    await hub.sdk(hub.staffToken).referrals.list({ state: 'received', limit: 5 });

    const [line] = await hub.admin('select action, detail from audit');

    assert.deepEqual(line, { action: 'referrals_listed', detail: { state: 'received', limit: 5 } });
  });

  it('refuses a cursor that it did not give', async () => {
    await assert.rejects(hub.sdk(hub.staffToken).referrals.list({ cursor: 'bm90aGluZw' }), {
      code: 'bad_request',
      fields: [{ path: 'query.cursor', code: 'wrong_format' }],
    });
  });
});

describe('reading a referral', () => {
  it('writes down who read it and why', async () => {
    const { id } = await hub.sdk(hub.key).referrals.create(selfReferral);

    await hub.sdk(hub.staffToken).referrals.get(id, { reason: 'She rang and asked' });

    const lines = await hub.admin(
      `select actor like 'staff:%' as by_staff, referral_id, detail from audit where action = 'referral_read'`,
    );
    assert.deepEqual(lines, [{ by_staff: true, referral_id: id, detail: { reason: 'She rang and asked' } }]);
  });

  it('needs a reason', async () => {
    const { id } = await hub.sdk(hub.key).referrals.create(selfReferral);

    await assert.rejects(hub.sdk(hub.staffToken).referrals.get(id, { reason: '' }), {
      code: 'bad_request',
      fields: [{ path: 'body.reason', code: 'too_short' }],
    });
  });
});

describe("the hub's keys", () => {
  it('open what was sealed to older ones after they were changed', async () => {
    const before = await hub.seal();
    await hub.command('key', 'rotate');
    const afterwards = await hub.seal();

    const receipts = [await hub.sdk(hub.key).referrals.send(before), await hub.sdk(hub.key).referrals.send(afterwards)];

    assert.deepEqual(
      receipts.map(({ state }) => state),
      ['received', 'received'],
    );
  });
});

describe("a partner's publishable key", () => {
  it('stops when it is changed, and the new one works', async () => {
    const key = await hub.command(
      'partner',
      'add',
      'Short-lived',
      '--origin',
      'https://short.example',
      '--organization',
      organization,
    );
    const newer = await hub.command('key', 'rotate', '--partner', 'Short-lived');

    await assert.rejects(hub.sdk(key).profile(), { code: 'key_revoked', status: 401 });
    assert.equal((await hub.sdk(newer).profile()).partner, 'Short-lived');
  });
});

/** Sealed as it should be, then changed on its way by one letter. */
async function spoilt(options?: SealOptions): Promise<SealedReferral> {
  const sealed = await hub.seal(options);
  const parts = sealed.envelope.sealed.split('.');
  parts[3] = (parts[3]!.startsWith('A') ? 'B' : 'A') + parts[3]!.slice(1);
  return { ...sealed, envelope: { ...sealed.envelope, sealed: parts.join('.') } };
}

/** Another text under the header that an honest referral would have. */
async function sealedText(text: string): Promise<SealedReferral> {
  const sealed = await hub.seal();
  const header = JSON.parse(Buffer.from(sealed.envelope.sealed.split('.')[0]!, 'base64url').toString()) as Record<
    string,
    unknown
  >;
  const { epk: _, ...kept } = header;
  const key = (await hub.keys.keySet()).keys.find(each => each.use === 'enc')!;
  const jwe = await new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader(kept as { alg: string; enc: string })
    .encrypt(await importJWK(key, 'ECDH-ES'));
  return { ...sealed, envelope: { ...sealed.envelope, sealed: jwe } };
}
