import { expect } from '@open-wc/testing';
import { offline } from '@advocacy-hub/sdk/testing';
import { failing } from '../../stories/hubs.ts';
import '../../packages/widgets/src/referral-form.ts';
import { formOn, heading, professional, send, turnPage, whenSent } from './referral-journey.ts';
import { allByRole, findByRole, hubOf, listenTo, write } from './setup.ts';

const canary = 'Canary-7Q4';

/** Fills every field that takes text with the canary, on every page that a professional comes to. */
async function journeyWithCanary(hub = hubOf()) {
  const form = await formOn(hub);
  let isDone = false;
  while (!isDone) {
    for (const field of allByRole(form, 'textbox') as HTMLInputElement[]) {
      if (field.inputMode === 'numeric') continue;
      write(field, field.type === 'email' ? `${canary}@example.org` : field.type === 'tel' ? `01632 960 118 ${canary}` : canary); // prettier-ignore
    }
    isDone = heading(form) === 'Is there anything that we need to know to visit safely?';
    const matters = ['Something else', 'Serious medical treatment, for someone who may not be able to decide (Mental Capacity Act)']; // prettier-ignore
    await turnPage(form, { about: professional, matters, reach: ['E-mail them', 'Ring them', 'Write them a letter'] });
  }
  await send(form);
  return form;
}

describe('<advocacy-referral-form>, and what a person types', () => {
  it('is in no event, no address, no title, no storage and no log', async () => {
    const events: string[] = [];
    const keep = (event: Event) => events.push(JSON.stringify((event as CustomEvent).detail));
    addEventListener('advocacy-referral-sent', keep);
    addEventListener('advocacy-error', keep);
    const logs = [listenTo('warn'), listenTo('error')];

    await whenSent(await journeyWithCanary());
    const failed = await journeyWithCanary(hubOf({ createReferral: failing(offline()) }));
    await findByRole(failed, 'button', 'Try again');

    const said = logs.flatMap(log => log.stop());
    removeEventListener('advocacy-referral-sent', keep);
    removeEventListener('advocacy-error', keep);
    const databases = 'databases' in indexedDB ? await indexedDB.databases() : [];
    expect(events).to.deep.equal(['{"state":"received"}', '{"code":"offline","retryable":true}']);
    expect(databases).to.deep.equal([]);
    const places = { location: location.href, title: document.title, cookie: document.cookie, state: JSON.stringify(history.state), said: said.join(), local: JSON.stringify({ ...localStorage }), session: JSON.stringify({ ...sessionStorage }) }; // prettier-ignore
    for (const [place, text] of Object.entries(places)) expect(text, place).not.to.contain(canary);
  });

  it('leaves the page sealed, and is readable only to the hub', async () => {
    const hub = hubOf();

    await whenSent(await journeyWithCanary(hub));

    for (const { body } of hub.calls) expect(body).not.to.contain(canary);
    expect(hub.opened[0]?.facts.narrative).to.equal(canary);
  });

  it('is forgotten once it is sent', async () => {
    const form = await journeyWithCanary();

    await whenSent(form);

    expect(form.shadowRoot?.innerHTML).not.to.contain(canary);
    for (const control of form.shadowRoot?.querySelectorAll('input, textarea') ?? []) {
      expect((control as HTMLInputElement).value).not.to.contain(canary);
    }
  });

  it('is in no control that a browser fills in, checks for spelling or restores', async () => {
    const form = await formOn();

    for (const control of form.shadowRoot?.querySelectorAll('textarea, input:not([type="radio"])') ?? []) {
      expect(control.getAttribute('autocomplete'), control.id).to.equal('off');
      if (control.matches('textarea, [type="text"]:not(#trap)')) expect(control.getAttribute('spellcheck'), control.id).to.equal('false'); // prettier-ignore
    }
  });

  it('is masked from tools that record visits', async () => {
    const form = await formOn();

    for (const name of ['data-hj-suppress', 'data-clarity-mask', 'data-dd-privacy']) expect(form.hasAttribute(name)).to.equal(true); // prettier-ignore
  });
});
