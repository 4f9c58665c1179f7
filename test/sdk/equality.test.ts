import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { EqualityAnswers as Answers } from '@advocacy-hub/sdk';
import { EqualityAnswers, equalityQuestions } from '@advocacy-hub/sdk/contract/equality';
import { equalityAnswers, equalityReport } from '@advocacy-hub/sdk/examples';
import type { SealedRecord } from '@advocacy-hub/sdk/sealing';
import * as z from 'zod/mini';
import { failureOf, hubKeys, hubThat, receivesWith, refuses, type Arrived, type HubKeys } from './setup.ts';

const handedOver = (arrived: readonly Arrived[]) =>
  arrived.filter(({ request }) => request.url.endsWith('/v1/equality-answers')).map(({ body }) => body);

describe('handing over equality answers', () => {
  let keys: HubKeys;

  beforeEach(async () => {
    keys = await hubKeys();
  });

  it('gives the hub the answers, sealed, and nothing beside them', async () => {
    const { hub, arrived } = hubThat([receivesWith(keys)]);

    const receipt = await hub.equality.send(equalityAnswers);

    const { id, sealed, ...beside } = JSON.parse(handedOver(arrived)[0]!) as SealedRecord;
    assert.deepEqual([id, beside], [receipt.id, {}]);
    const { text, header } = await keys.openRecord('equality', { id, sealed });
    assert.equal(text, JSON.stringify(equalityAnswers));
    assert.deepEqual(Object.keys(header).sort(), ['alg', 'enc', 'id', 'kid', 'typ']);
  });

  it('gives them a name that carries no time, another each time', async () => {
    const { hub } = hubThat([receivesWith(keys)]);

    const [one, other] = [await hub.equality.send(equalityAnswers), await hub.equality.send(equalityAnswers)];

    assert.match(one.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
    assert.notEqual(one.id, other.id);
  });

  it('sends the same bytes on every try', async () => {
    const busy = refuses('unavailable', { 'retry-after': '0' });
    const { hub, arrived } = hubThat([receivesWith(keys), busy, busy, receivesWith(keys)], { retries: 2 });

    await hub.equality.send(equalityAnswers);

    assert.equal(handedOver(arrived).length, 3);
    assert.equal(new Set(handedOver(arrived)).size, 1);
  });

  it('is not said to have arrived on a receipt of a forger', async () => {
    const forger = await hubKeys();
    const { hub } = hubThat([receivesWith(keys), receivesWith(forger), receivesWith(keys)]);

    const error = await failureOf(hub.equality.send(equalityAnswers));

    assert.equal((error as { code?: string }).code, 'receipt_not_verified');
  });

  it('sends no word of anybody’s own, and repeats none', async () => {
    const { hub, arrived } = hubThat([receivesWith(keys)]);

    const error = await failureOf(hub.equality.send({ religion: 'Goldammer' } as unknown as Answers));

    assert.equal((error as { code?: string }).code, 'record_off_contract');
    assert.doesNotMatch(error.message, /Goldammer/);
    assert.deepEqual(handedOver(arrived), []);
  });

  it('is as long whatever was answered', async () => {
    const { hub, arrived } = hubThat([receivesWith(keys)]);

    await hub.equality.send({});
    await hub.equality.send(equalityAnswers);

    const [one, other] = handedOver(arrived).map(
      body => (JSON.parse(body) as SealedRecord).sealed.split('.')[3]!.length,
    );
    assert.equal(one, other);
  });
});

describe('the equality questions', () => {
  it('are all asked in closed sets, each of which lets a person not say', () => {
    for (const [question, answers] of Object.entries(equalityQuestions)) {
      assert.equal(answers.at(-1), 'prefer_not_to_say');
      for (const answer of answers) assert.ok(z.safeParse(EqualityAnswers, { [question]: answer }).success);
      assert.ok(!z.safeParse(EqualityAnswers, { [question]: 'in my own words' }).success);
    }
    assert.deepEqual(Object.keys(equalityQuestions), Object.keys(EqualityAnswers.shape));
  });

  it('may all be left out', () => {
    assert.deepEqual(z.parse(EqualityAnswers, {}), {});
  });
});

describe('the equality report', () => {
  it('is asked for by its quarter', async () => {
    const { hub, arrived } = hubThat([() => Response.json(equalityReport)]);

    assert.deepEqual(await hub.equality.report({ quarter: '2026-Q3' }), equalityReport);
    assert.ok(arrived[0]!.request.url.endsWith('/v1/equality-report?quarter=2026-Q3'));
  });
});
