import { expect } from '@open-wc/testing';
import { offline } from '@advocacy-hub/sdk/testing';
import { failing } from '../../stories/hubs.ts';
import { en } from '../../packages/widgets/src/internal/strings/en.ts';
import { noAnswers } from '../../packages/widgets/src/referral-form/answers.ts';
import { referral } from '../../packages/widgets/src/referral-form/strings/en.ts';
import { Sending } from '../../packages/widgets/src/referral-form/sending.ts';
import { hubOf, replacedBy } from './setup.ts';

describe('sending', () => {
  it('goes on after many tries, and names the last 20 of them, which is as many as a hub takes', async () => {
    const hub = hubOf({ createReferral: failing(offline()) });
    const profile = await hub.profile();
    const { signal } = new AbortController();
    const sending = new Sending();

    for (let tries = 0; tries < 23; tries += 1) {
      const answers = { ...noAnswers, matters: ['not_sure'] as const };
      const sent = sending.send(hub, { answers, words: { ...en, referral }, profile, isTrapped: false, signal });
      await expectCode(sent, 'offline');
    }

    const bodies = hub.calls.filter(call => call.name === 'createReferral').map(call => call.body);
    const tries = bodies.map(body => JSON.parse(body) as { readonly id: string; readonly sealed: string });
    expect(replacedBy(tries.at(-1)?.sealed ?? '')).to.deep.equal(tries.slice(-21, -1).map(({ id }) => id));
  });
});

async function expectCode(sent: Promise<unknown>, code: string): Promise<void> {
  const error: unknown = await sent.catch((thrown: unknown) => thrown);
  expect(error).to.include({ code });
}
