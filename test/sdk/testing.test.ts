import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HubError, HubProblemError, HubUnreachableError, type HubProfile } from '@advocacy-hub/sdk';
import { problems, type ProblemCode } from '@advocacy-hub/sdk/contract/problem';
import {
  contactChange,
  equalityAnswers,
  professionalReferral,
  referralSummary,
  selfReferral,
} from '@advocacy-hub/sdk/examples';
import { fakeHub, offline, problem } from '@advocacy-hub/sdk/testing';
import { failureOf, profile } from './setup.ts';

const status = { reference: 'FBWA-J38P', code: 'M3TK-9ZQH-2F7V' };
const isOursToMend = (error: Error) => !(error instanceof HubError);

describe('a fake hub', () => {
  it('is a hub that works, without being told anything', async () => {
    const hub = fakeHub();

    assert.equal((await hub.profile()).name, 'County Durham Advocacy Hub');
    assert.equal((await hub.referrals.create(selfReferral)).state, 'received');
  });

  it('has opened what it was sent, in order', async () => {
    const hub = fakeHub();

    await hub.referrals.create(selfReferral);
    await hub.referrals.create(professionalReferral);

    assert.deepEqual(hub.opened, [selfReferral, professionalReferral]);
  });

  it('has opened the changes and the equality answers too, apart from the referrals', async () => {
    const hub = fakeHub();

    await hub.referrals.change(status, contactChange);
    await hub.equality.send(equalityAnswers);

    assert.deepEqual([hub.changes, hub.equalityAnswers, hub.opened], [[contactChange], [equalityAnswers], []]);
  });

  it('knows any reference and code, as people write them', async () => {
    const { reference, state } = await fakeHub().referrals.status({ reference: 'fbwa j38p', code: 'anything' });

    assert.deepEqual([reference, state], ['FBWA-J38P', 'received']);
  });

  it('names every call that arrived', async () => {
    const hub = fakeHub({
      readReferralStatus: () => ({ reference: status.reference, state: 'received', received_at: profile.now }),
    });

    await hub.profile();
    await hub.referrals.status(status);

    assert.deepEqual(hub.calls, [
      { name: 'readProfile', body: '' },
      { name: 'readReferralStatus', body: JSON.stringify(status) },
    ]);
  });

  it('answers as it is told', async () => {
    const hub = fakeHub({ readProfile: () => ({ ...profile, name: 'Another hub' }) });

    assert.equal((await hub.profile()).name, 'Another hub');
  });

  it('gives an answer what was asked, as the contract reads it', async () => {
    let asked: unknown;
    const hub = fakeHub({
      listReferrals: ({ query }) => {
        asked = query;
        return { items: [referralSummary] };
      },
    });

    await hub.referrals.list({ limit: 5, flagged: 'no' });

    assert.deepEqual(asked, { limit: 5, flagged: 'no' });
  });

  it('gives an answer the ids of the path', async () => {
    let asked: unknown;
    const hub = fakeHub({
      readReferral: ({ params, body }) => {
        asked = { ...params, ...body };
        return { ...referralSummary, referral: selfReferral, changes: [] };
      },
    });

    const record = await hub.referrals.get(referralSummary.id, { reason: 'A call back' });

    assert.deepEqual(asked, { id: referralSummary.id, reason: 'A call back' });
    assert.deepEqual(record.referral, selfReferral);
  });

  it('fails loudly when it is told to answer what is not of the contract', async () => {
    const hub = fakeHub({ readProfile: () => ({ name: '' }) as HubProfile });

    assert.ok(isOursToMend(await failureOf(hub.profile())));
  });

  it('fails loudly when it is asked what is not of the contract', async () => {
    const hub = fakeHub();

    assert.ok(isOursToMend(await failureOf(hub.referrals.status({ ...status, code: '' }))));
  });

  it('fails loudly when it has no answer', async () => {
    const error = await failureOf(fakeHub().referrals.list());

    assert.ok(isOursToMend(error));
    assert.match(error.message, /listReferrals/);
  });

  it('fails loudly when an answer fails', async () => {
    const bug = new TypeError('undefined is not a function');
    const hub = fakeHub({
      readProfile: () => {
        throw bug;
      },
    });

    assert.equal(await failureOf(hub.profile()), bug);
  });

  for (const code of Object.keys(problems) as ProblemCode[]) {
    it(`says ${code} as a hub does`, async () => {
      const hub = fakeHub({
        readProfile: () => {
          throw problem(code);
        },
      });

      const error = await failureOf(hub.profile());

      assert.ok(error instanceof HubProblemError);
      assert.deepEqual(
        [error.code, error.status, error.retryable],
        [code, problems[code].status, problems[code].retryable],
      );
    });
  }

  it('can be without a connection', async () => {
    const hub = fakeHub({
      readProfile: () => {
        throw offline();
      },
    });

    const error = await failureOf(hub.profile());

    assert.ok(error instanceof HubUnreachableError);
    assert.equal(error.code, 'offline');
  });

  it('can leave a call without an answer, for ever', async () => {
    const hub = fakeHub({ readProfile: () => new Promise(() => undefined) }, { timeout: 20 });

    const error = await failureOf(hub.profile());

    assert.ok(error instanceof HubUnreachableError);
    assert.equal(error.code, 'timeout');
  });

  for (const [when, abort] of Object.entries({
    'before the call': (controller: AbortController, ask: () => Promise<unknown>) => {
      controller.abort();
      return ask();
    },
    'in the same moment as the call': (controller: AbortController, ask: () => Promise<unknown>) => {
      const call = ask();
      controller.abort();
      return call;
    },
  })) {
    it(`hears an abort ${when}`, { timeout: 5_000 }, async () => {
      const controller = new AbortController();
      const hub = fakeHub({ readProfile: () => new Promise(() => undefined) });

      const error = await failureOf(abort(controller, () => hub.profile({ signal: controller.signal })));

      assert.equal(error.name, 'AbortError');
    });
  }

  it('hears an abort while its answer is made', { timeout: 5_000 }, async () => {
    const controller = new AbortController();
    const hub = fakeHub({
      readProfile: () => {
        controller.abort();
        return new Promise(() => undefined);
      },
    });

    const error = await failureOf(hub.profile({ signal: controller.signal }));

    assert.equal(error.name, 'AbortError');
  });

  it('tries again where it is told how often', async () => {
    let tries = 0;
    const hub = fakeHub(
      {
        readProfile: () => {
          tries++;
          if (tries < 2) throw offline();
          return profile;
        },
      },
      { retries: 1 },
    );

    assert.deepEqual(await hub.profile(), profile);
    assert.equal(tries, 2);
  });

  it('shares nothing with another one', async () => {
    const [one, other] = [fakeHub(), fakeHub()];

    await one.referrals.create(selfReferral);

    assert.deepEqual([one.opened.length, other.opened.length, other.calls.length], [1, 0, 0]);
  });
});
