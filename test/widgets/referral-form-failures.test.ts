import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { AdvocacyHub } from '@advocacy-hub/sdk';
import { countyDurhamHub } from '@advocacy-hub/sdk/examples';
import { offline, problem, type FakeHub } from '@advocacy-hub/sdk/testing';
import { failing, signing } from '../../stories/hubs.ts';
import '../../packages/widgets/src/referral-form.ts';
import { atCheck, choose, fill, formOn, heading, press, send, walkTo, whenSent } from './referral-journey.ts';
import { allByRole, findByRole, focused, hubOf, listenTo, replacedBy, textOf } from './setup.ts';

/** A hub that takes in nothing until it is mended. */
function hubThatFails(error: Error): FakeHub & { mend(): void } {
  let isMended = false;
  const answers = signing('received');
  const hub = hubOf({
    ...answers,
    createReferral: asked => {
      if (isMended) return answers.createReferral(asked);
      throw error;
    },
  });
  return Object.assign(hub, { mend: () => void (isMended = true) });
}

/** A hub that can be read, and what answers when something is sent. */
function hubBehind(answer: () => Response): AdvocacyHub {
  const { readKeySet } = signing('received');
  const profile = { ...countyDurhamHub, api_version: '1.0', now: new Date().toISOString() };
  return new AdvocacyHub({
    url: 'https://hub.example',
    key: 'pub_fake',
    retries: 0,
    fetch: async (input, init) => {
      const { method, url } = new Request(input, init);
      if (method === 'POST') return answer();
      return Response.json(url.endsWith('/keys') ? await readKeySet() : profile);
    },
  });
}

const bodies = (hub: FakeHub) => hub.calls.filter(call => call.name === 'createReferral').map(call => call.body);

describe('<advocacy-referral-form>, when the hub fails', () => {
  it('can be filled in while the hub cannot be reached, and asks for it at the end', async () => {
    let isOffline = true;
    const profile = await hubOf().profile();
    const form = await formOn(
      hubOf({
        readProfile: () => {
          if (isOffline) throw offline();
          return profile;
        },
      }),
    );

    await walkTo(form, 'Check and send');
    await findByRole(form, 'heading', 'We cannot reach the hub');
    expect(form.querySelector('p')?.checkVisibility(), "the page's own content").to.equal(true);
    expect(allByRole(form, 'button', 'Send'), 'nothing is sent before the notice can be read').to.have.lengthOf(0);

    isOffline = false;
    await press(form, 'Try again');
    await findByRole(form, 'button', 'Send');
  });

  it('keeps the answers when sending fails, says so, and shows the ways to speak to someone', async () => {
    const form = await atCheck(hubOf({ createReferral: failing(offline()) }));
    const told = oneEvent(form, 'advocacy-error');

    await send(form);
    await findByRole(form, 'heading', 'No answer came');

    expect(textOf(form)).to.contain('They say my mornings will be cut.');
    await findByRole(form, 'link', '0191 498 0320');
    expect((await told).detail).to.deep.equal({ code: 'offline', retryable: true });
  });

  it('keeps the focus on the button that sends', async () => {
    const form = await atCheck(hubOf({ createReferral: failing(offline()) }));
    await choose(form, 'checkbox', 'Yes, I agree');
    const button = await findByRole(form, 'button', 'Send');
    button.focus();

    button.click();
    await findByRole(form, 'button', 'Try again');

    expect(focused(form)).to.equal(button);
  });

  for (const [name, code, words] of [
    ['a hub that is busy', 'too_many_requests', 'Wait a minute, then try again.'],
    ['a hub with a fault', 'internal', 'We do not know if it arrived.'],
    ['a hub that takes a rest', 'unavailable', 'We do not know if it arrived.'],
  ] as const) {
    it(`says what to do about ${name}`, async () => {
      const form = await atCheck(hubOf({ createReferral: failing(problem(code)) }));

      await send(form);
      await findByRole(form, 'button', 'Try again');

      expect(textOf(form)).to.contain(words);
    });
  }

  it('says how many minutes the hub asks to wait', async () => {
    const problem = { type: 'about:blank', title: 'Wait.', status: 429, code: 'too_many_requests', request_id: 'a', retryable: true }; // prettier-ignore
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '170' };
    const form = await atCheck(hubBehind(() => Response.json(problem, { status: 429, headers })));

    await send(form);

    await findByRole(form, 'heading', 'Many people are sending now');
    expect(textOf(form)).to.contain('Wait 3 minutes, then try again.');
  });

  for (const code of ['key_revoked', 'not_authenticated', 'origin_not_listed'] as const) {
    it(`tells people kindly and administrators the code: ${code}`, async () => {
      const said = listenTo('error');
      const form = await formOn(hubOf({ readProfile: failing(problem(code)) }));

      await findByRole(form, 'heading', 'This does not work on this website now');

      expect(said.stop().join()).to.contain(code);
      expect(textOf(form)).not.to.contain(code);
      expect(allByRole(form, 'form')).to.have.lengthOf(0);
      expect(form.querySelector('p')?.checkVisibility()).to.equal(true);
    });
  }

  it('does not take the form away from whoever has begun to type', async () => {
    const said = listenTo('error');
    let refuse: ((error: Error) => void) | undefined;
    const form = await formOn(hubOf({ readProfile: () => new Promise((_, reject) => (refuse = reject)) }));
    await choose(form, 'radio', 'No');
    const told = oneEvent(form, 'advocacy-error');

    await waitUntil(() => refuse, 'the hub was asked');
    refuse?.(problem('key_revoked'));
    await told;
    await form.updateComplete;
    said.stop();

    expect((await findByRole<HTMLInputElement>(form, 'radio', 'No')).checked).to.equal(true);
  });

  it('never says sent on a receipt that does not verify', async () => {
    const form = await atCheck(
      hubOf({ createReferral: ({ body }) => ({ id: body.id, state: 'received', received_at: new Date().toISOString(), receipt: 'a.b.c' }) }), // prettier-ignore
    );

    await send(form);

    await findByRole(form, 'heading', 'We cannot be sure that it arrived');
    expect(heading(form)).to.equal('Check and send');
  });

  it('sends the same bytes again when Try again is pressed', async () => {
    const hub = hubThatFails(offline());
    const form = await atCheck(hub);
    await send(form);
    await findByRole(form, 'button', 'Try again');

    hub.mend();
    await press(form, 'Try again');
    await whenSent(form);

    const [first, second, ...more] = bodies(hub);
    expect(second).to.equal(first);
    expect(more).to.have.lengthOf(0);
  });

  it('sends changed answers under a new id that names every try before it', async () => {
    const hub = hubThatFails(offline());
    const form = await atCheck(hub);
    await send(form);
    for (const wish of ['To stay.', 'To stay at home.']) {
      await findByRole(form, 'button', 'Try again');
      await press(form, 'Change What do you want to happen?');
      await fill(form, 'What do you want to happen?', wish);
      await press(form, 'Continue');
      if (wish === 'To stay at home.') hub.mend();
      await send(form);
    }
    await whenSent(form);

    const tries = bodies(hub).map(body => JSON.parse(body) as { id: string; sealed: string });
    const ids = tries.map(each => each.id);
    expect(new Set(ids).size).to.equal(3);
    expect(tries.map(each => replacedBy(each.sealed))).to.deep.equal([undefined, ids.slice(0, 1), ids.slice(0, 2)]);
  });

  it('says no more of a failure once the answers are others', async () => {
    const form = await atCheck(hubOf({ createReferral: failing(offline()) }));
    await send(form);
    await findByRole(form, 'button', 'Try again');

    await press(form, 'Change What do you want to happen?');
    await press(form, 'Continue');
    expect(allByRole(form, 'alert'), 'with the same answers').to.have.lengthOf(1);
    await press(form, 'Change What do you want to happen?');
    await fill(form, 'What do you want to happen?', 'To stay.');
    await press(form, 'Continue');

    expect(allByRole(form, 'alert')).to.have.lengthOf(0);
    await findByRole(form, 'button', 'Send');
  });

  it('offers to try again only where that may help', async () => {
    const said = listenTo('error');
    const form = await atCheck(hubOf({ createReferral: failing(problem('key_revoked')) }));

    await send(form);

    await findByRole(form, 'heading', 'This cannot be sent from this website now');
    await findByRole(form, 'button', 'Send');
    said.stop();
  });

  it('says that it is too much where every text is as long as it may be, and keeps all of it', async () => {
    const said = listenTo('error');
    const form = await atCheck();
    const long = 'ŵ'.repeat(20_000);
    const names = ['narrative', 'wants', 'times', 'do_not_tell', 'advocate_words', 'visit_safely'] as const;
    const { answers } = form as unknown as { answers: object };
    Object.assign(form, { answers: { ...answers, ...Object.fromEntries(names.map(name => [name, long])) } });
    await form.updateComplete;

    await send(form);
    await findByRole(form, 'heading', 'You wrote more than we can take');

    said.stop();
    expect(textOf(form)).to.contain(long);
    await findByRole(form, 'button', 'Send');
  });

  it('takes the blame for a fault of its own, and tells nobody what the fault said', async () => {
    const said = listenTo('error');
    const hub = hubOf();
    Object.assign(hub.referrals, { seal: failing(new RangeError('They say my mornings')) });
    const form = await atCheck(hub);
    const told = oneEvent(form, 'advocacy-error');

    await send(form);

    await findByRole(form, 'heading', 'This cannot be sent from this website now');
    expect((await told).detail).to.deep.equal({ code: 'internal', retryable: false });
    const lines = said.stop().join();
    expect(lines).to.contain('RangeError');
    expect(lines).not.to.contain('mornings');
  });

  it('says that a login page of a network answered, and keeps the answers', async () => {
    const form = await atCheck(hubBehind(() => new Response('<html>Log in</html>')));

    await send(form);

    await findByRole(form, 'heading', 'Something else answered');
    await waitUntil(() => textOf(form).includes('They say my mornings will be cut.'));
  });
});
