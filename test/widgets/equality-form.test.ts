import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AdvocacyHub } from '@advocacy-hub/sdk';
import { equalityQuestions } from '@advocacy-hub/sdk/contract/equality';
import { offline, problem, type FakeHub } from '@advocacy-hub/sdk/testing';
import type { AdvocacyEqualityForm } from '../../packages/widgets/src/equality-form.ts';
import '../../packages/widgets/src/equality-form.ts';
import { equality as cy } from '../../packages/widgets/src/equality-form/strings/cy.ts';
import { equality as en } from '../../packages/widgets/src/equality-form/strings/en.ts';
import { failing, never, signing } from '../../stories/hubs.ts';
import { allByRole, findByRole, focused, hubOf, listenTo, standsUp, tabTo, textOf } from './setup.ts';

function formOn(hub: AdvocacyHub | Promise<AdvocacyHub> = hubOf(), about = 'self'): Promise<AdvocacyEqualityForm> {
  return fixture(html`<advocacy-equality-form about=${about} .hub=${hub}></advocacy-equality-form>`);
}

async function press(form: AdvocacyEqualityForm, name: string): Promise<void> {
  (await findByRole(form, 'button', name)).click();
  await form.updateComplete;
}

async function choose(form: AdvocacyEqualityForm, name: string): Promise<void> {
  (await findByRole(form, 'radio', name)).click();
  await form.updateComplete;
}

/** Answers one question, and sends. */
async function answer(form: AdvocacyEqualityForm): Promise<void> {
  await choose(form, 'Female');
  await press(form, 'Send these answers');
}

const bodies = (hub: FakeHub) => hub.calls.filter(call => call.name === 'createEqualityAnswers').map(call => call.body);

/** Waits for something to be so. A busy machine is slow, not wrong. */
const until = (isSo: () => unknown, what?: string) => waitUntil(isSo, what, { timeout: 10_000 });

describe('<advocacy-equality-form>', () => {
  standsUp('advocacy-equality-form', {
    'its questions': () => formOn(),
    'its questions about another person, in Welsh': async () => {
      const form = await formOn(hubOf(), 'other');
      form.lang = 'cy';
      await findByRole(form, 'heading', cy.heading.other);
      return form;
    },
    'no answer chosen': async () => {
      const form = await formOn();
      await press(form, 'Send these answers');
      return form;
    },
    'a failure while sending': async () => {
      const form = await formOn(hubOf({ createEqualityAnswers: failing(offline()) }));
      await answer(form);
      await findByRole(form, 'button', 'Try again');
      return form;
    },
    'its thanks': async () => {
      const form = await formOn();
      await answer(form);
      await findByRole(form, 'heading', 'Thank you');
      return form;
    },
  });

  it('moves the focus to its heading when it appears, and says that the answers are kept apart', async () => {
    const form = await formOn();

    expect(focused(form)?.textContent).to.equal('A few questions about you');
    expect(textOf(form)).to.contain('We keep them apart from what you asked us.');
  });

  it('goes by keyboard alone to the thanks, which take the focus', async () => {
    const hub = hubOf();
    const form = await formOn(hub);

    await tabTo(form, await findByRole(form, 'radio', 'Under 16'));
    await sendKeys({ press: 'ArrowDown' });
    await tabTo(form, await findByRole(form, 'button', 'Send these answers'));
    await sendKeys({ press: 'Enter' });

    await until(() => focused(form)?.textContent === 'Thank you');
    expect(hub.equalityAnswers).to.deep.equal([{ age_band: '16_to_24' }]);
  });

  it('asks every question of the contract, each with every answer and “Prefer not to say”', async () => {
    const form = await formOn();

    const asked = allByRole(form, 'radiogroup').map(group =>
      [...group.querySelectorAll('input')].map(each => each.value),
    );
    expect(asked).to.deep.equal(Object.values(equalityQuestions).map(options => [...options]));
    expect(allByRole(form, 'radio', 'Prefer not to say')).to.have.lengthOf(asked.length);
  });

  it('asks about the other person where someone asked for one', async () => {
    const form = await formOn(hubOf(), 'other');

    expect(textOf(form)).to.contain('How old are they?').and.not.to.contain('How old are you?');
  });

  it('sends what was chosen and nothing else, sealed, and tells the page only that', async () => {
    const hub = hubOf();
    const form = await formOn(hub);
    const told = oneEvent(form, 'advocacy-equality-sent');
    await choose(form, '65 to 74');
    await choose(form, 'Gay or lesbian');

    await press(form, 'Send these answers');
    await findByRole(form, 'heading', 'Thank you');

    expect(hub.equalityAnswers).to.deep.equal([{ age_band: '65_to_74', sexual_orientation: 'gay_or_lesbian' }]);
    expect((await told).detail).to.equal(null);
    for (const body of bodies(hub)) expect(body).not.to.match(/65_to_74|gay_or_lesbian/);
    expect(allByRole(form, 'radio')).to.have.lengthOf(0);
  });

  it('takes a client that is still on its way', async () => {
    const hub = hubOf();
    const form = await formOn(Promise.resolve(hub));

    await answer(form);

    await findByRole(form, 'heading', 'Thank you');
    expect(hub.equalityAnswers).to.deep.equal([{ sex: 'female' }]);
  });

  it('sends nothing where nothing was chosen, and says so until something is', async () => {
    const hub = hubOf();
    const form = await formOn(hub);

    await press(form, 'Send these answers');
    expect(textOf(form)).to.contain('You have not chosen an answer yet.');
    await choose(form, 'Female');

    expect(textOf(form)).not.to.contain('You have not chosen an answer yet.');
    expect(bodies(hub)).to.have.lengthOf(0);
  });

  it('keeps the answers and the focus when sending fails, and says that the request is not touched', async () => {
    const form = await formOn(hubOf({ createEqualityAnswers: failing(offline()) }));
    const told = oneEvent(form, 'advocacy-error');
    await choose(form, 'Female');
    const send = await findByRole(form, 'button', 'Send these answers');
    send.focus();

    send.click();
    await findByRole(form, 'heading', 'No answer came');

    expect(focused(form)).to.equal(send);
    expect((await findByRole<HTMLInputElement>(form, 'radio', 'Female')).checked).to.equal(true);
    expect(textOf(form)).to.contain('What you asked us is not changed by this.');
    expect((await told).detail).to.deep.equal({ code: 'offline', retryable: true });
  });

  it('sends the same bytes again, so that nobody is counted twice', async () => {
    let isMended = false;
    const working = signing('received');
    const hub = hubOf({
      readKeySet: working.readKeySet,
      createEqualityAnswers: asked => {
        if (isMended) return working.createReferral(asked);
        throw offline();
      },
    });
    const form = await formOn(hub);
    await answer(form);
    await findByRole(form, 'button', 'Try again');

    isMended = true;
    await press(form, 'Try again');
    await findByRole(form, 'heading', en.sent.heading);

    const [first, second, ...more] = bodies(hub);
    expect(second).to.equal(first);
    expect(more).to.deep.equal([]);
  });

  it('never says thank you on a receipt that does not verify', async () => {
    const form = await formOn(
      hubOf({ createEqualityAnswers: ({ body }) => ({ id: body.id, state: 'received', received_at: '2026-11-01T00:00:00Z', receipt: 'a.b.c' }) }), // prettier-ignore
    );

    await answer(form);

    await findByRole(form, 'heading', 'We cannot be sure that these answers arrived');
  });

  it('offers to try again only where that may help', async () => {
    const said = listenTo('error');
    const form = await formOn(hubOf({ createEqualityAnswers: failing(problem('key_revoked')) }));

    await answer(form);

    await findByRole(form, 'heading', 'These answers cannot be sent now');
    await findByRole(form, 'button', 'Send these answers');
    said.stop();
  });

  it('sends once when the button is pressed twice', async () => {
    const hub = hubOf({ createEqualityAnswers: never });
    const form = await formOn(hub);
    await answer(form);

    await press(form, 'Sending…');

    await until(() => bodies(hub).length > 0);
    expect(bodies(hub)).to.have.lengthOf(1);
  });

  it('has nothing to type into, and stores nothing', async () => {
    const form = await formOn();
    await answer(form);
    await findByRole(form, 'heading', 'Thank you');

    expect(form.shadowRoot?.querySelectorAll('textarea, input:not([type="radio"])')).to.have.lengthOf(0);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).to.equal('{}');
  });

  it('has words that people use, in sentences of no more than 25 words, and all of them in Welsh', () => {
    const said = texts(en);

    expect(said.filter(text => /\b(invalid|please|required|mandatory|vulnerable|sorry)\b/i.test(text))).to.deep.equal(
      [],
    );
    expect(said.filter(text => text.split(/[.?!:]\s/).some(each => each.split(/\s+/).length > 25))).to.deep.equal([]);
    const welsh = new Set(texts(cy));
    expect(said.filter(text => text !== '' && welsh.has(text))).to.deep.equal(['Sikh']);
  });
});

/** Every text; one with a gap is read with something in it. */
function texts(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'function') return [0, 1, 2, 3].map(gap => String((value as (gap: number) => unknown)(gap)));
    return typeof value === 'object' && value !== null ? texts(value) : [String(value)];
  });
}
