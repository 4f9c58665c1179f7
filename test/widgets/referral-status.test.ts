import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AdvocacyHub, ReferralStatus } from '@advocacy-hub/sdk';
import { offline, problem, type FakeAnswers, type FakeHub } from '@advocacy-hub/sdk/testing';
import type { AdvocacyReferralStatus } from '../../packages/widgets/src/referral-status.ts';
import '../../packages/widgets/src/referral-status.ts';
import { changeOf } from '../../packages/widgets/src/referral-status/change.ts';
import { status as cy } from '../../packages/widgets/src/referral-status/strings/cy.ts';
import { status as en } from '../../packages/widgets/src/referral-status/strings/en.ts';
import { failing, never, signing } from '../../stories/hubs.ts';
import { allByRole, descriptionOf, findByRole, focused, hubOf, listenTo, standsUp, tabTo, textOf, write } from './setup.ts'; // prettier-ignore

const ways = {
  contact: 'Contact me in another way',
  correct: 'Something is wrong or has changed',
  withdraw: 'I don’t want an advocate any more',
} as const;

const arrived = { reference: '7KQ2-M9XD', state: 'received', received_at: '2026-11-23T09:40:00Z' };

function statusOn(hub: AdvocacyHub = hubOf(), language = 'en'): Promise<AdvocacyReferralStatus> {
  return fixture(html`
    <advocacy-referral-status lang=${language} .hub=${hub}><p>Ring us on 0191 498 0320.</p></advocacy-referral-status>
  `);
}

async function press(element: AdvocacyReferralStatus, name: string): Promise<void> {
  (await findByRole(element, 'button', name)).click();
  await element.updateComplete;
}

async function fill(element: AdvocacyReferralStatus, name: string, text: string): Promise<void> {
  write(await findByRole(element, 'textbox', name), text);
  await element.updateComplete;
}

async function choose(element: AdvocacyReferralStatus, role: 'radio' | 'checkbox', name: string): Promise<void> {
  (await findByRole(element, role, name)).click();
  await element.updateComplete;
}

const heading = (element: AdvocacyReferralStatus) =>
  element.shadowRoot?.querySelector('#step-heading')?.textContent.trim();

/** The summary's lines. */
const errors = (element: AdvocacyReferralStatus) =>
  [...(element.shadowRoot?.querySelectorAll('#error-summary a') ?? [])].map(link => link.textContent);

/** Writes reference and code, and asks. */
async function ask(element: AdvocacyReferralStatus, reference = '7KQ2-M9XD', code = '4TZ8-PW3H-6RNA'): Promise<void> {
  await fill(element, 'Your reference', reference);
  await fill(element, 'Your private code', code);
  await press(element, 'Show where it stands');
}

/** Up to where it stands. */
async function read(hub?: AdvocacyHub): Promise<AdvocacyReferralStatus> {
  const element = await statusOn(hub);
  await ask(element);
  await findByRole(element, 'button', 'Finish');
  await until(() => element.shadowRoot?.querySelector('[part="status"]'), 'the status is shown');
  return element;
}

/** Up to the page of a change. */
async function at(kind: keyof typeof ways, hub?: AdvocacyHub): Promise<AdvocacyReferralStatus> {
  const element = await read(hub);
  await press(element, ways[kind]);
  await until(() => allByRole(element, 'textbox').length > 0, 'the questions are shown');
  return element;
}

async function whenDone(element: AdvocacyReferralStatus): Promise<void> {
  await until(() => element.shadowRoot?.querySelector('[part="done"]'), 'the hub has it');
  await until(() => element.shadowRoot?.querySelector('[part="status"]'), 'the status is read anew');
}

/** A hub at which every referral stands like this. */
function hubAt(state: string, more: Partial<ReferralStatus> = {}): FakeHub {
  return hubOf({ readReferralStatus: () => ({ ...arrived, state, ...more }) });
}

/** A hub that takes in no change until it is mended. */
function hubThatFails(error: Error): FakeHub & { mend(): void } {
  let isMended = false;
  const keys = signing('received');
  const hub = hubOf({
    readKeySet: keys.readKeySet,
    readReferralStatus: () => arrived,
    createReferralChange: asked => {
      if (isMended) return keys.createReferral(asked);
      throw error;
    },
  });
  return Object.assign(hub, { mend: () => void (isMended = true) });
}

const changesSent = (hub: FakeHub) =>
  hub.calls.filter(call => call.name === 'createReferralChange').map(each => each.body);

/** Waits for something to be so. A busy machine is slow, not wrong. */
const until = (isSo: () => unknown, what?: string) => waitUntil(isSo, what, { timeout: 10_000 });

describe('<advocacy-referral-status>', () => {
  standsUp('advocacy-referral-status', {
    'its first page': () => statusOn(),
    'its first page, with errors': async () => {
      const element = await statusOn();
      await press(element, 'Show where it stands');
      return element;
    },
    'a reference and a code that do not go together': async () => {
      const element = await statusOn(hubOf({ readReferralStatus: failing(problem('not_found')) }));
      await ask(element);
      await findByRole(element, 'heading', 'What to check');
      return element;
    },
    'where it stands': () => read(),
    'a hub that cannot be reached': async () => {
      const element = await statusOn(hubOf({ readReferralStatus: failing(offline()) }));
      await ask(element);
      await findByRole(element, 'button', 'Try again');
      return element;
    },
    'the page to be contacted in another way, with errors': async () => {
      const element = await at('contact');
      for (const way of ['Ring me', 'E-mail me', 'Through someone I trust']) await choose(element, 'checkbox', way);
      await press(element, 'Send');
      return element;
    },
    'the page to correct': () => at('correct'),
    'the page to withdraw, after a failure': async () => {
      const element = await at('withdraw', hubOf({ createReferralChange: failing(offline()) }));
      await press(element, 'Withdraw it');
      await findByRole(element, 'button', 'Try again');
      return element;
    },
    'a change that has arrived': async () => {
      const element = await at('withdraw');
      await press(element, 'Withdraw it');
      await whenDone(element);
      return element;
    },
    'a key that the hub does not take': async () => {
      const said = listenTo('error');
      const element = await statusOn(hubOf({ readProfile: failing(problem('key_revoked')) }));
      await findByRole(element, 'heading', 'This does not work on this website now');
      said.stop();
      return element;
    },
    'its first page in Welsh': async () => {
      const element = await statusOn(hubOf(), 'cy');
      await findByRole(element, 'button', cy.ask.show);
      return element;
    },
  });

  it('goes by keyboard alone from the reference to a withdrawal that has arrived', async function () {
    this.timeout(30_000);
    const hub = hubOf();
    const element = await statusOn(hub);
    const to = async (role: 'textbox' | 'button', name: string) =>
      tabTo(element, await findByRole(element, role, name));

    await to('textbox', 'Your reference');
    await sendKeys({ type: '7kq2 m9xd' });
    await to('textbox', 'Your private code');
    await sendKeys({ type: '4tz8pw3h6rna' });
    await sendKeys({ press: 'Enter' });
    await to('button', ways.withdraw);
    await sendKeys({ press: 'Enter' });
    await to('textbox', 'Do you want to tell us why?');
    await sendKeys({ type: 'It is settled.' });
    await to('button', 'Withdraw it');
    await sendKeys({ press: 'Enter' });
    await whenDone(element);

    expect(hub.changes).to.deep.equal([{ kind: 'withdraw', language: 'en', words: 'It is settled.' }]);
  });

  describe('asks for reference and code', () => {
    it('says what is missing, at the top and at the fields, and moves the focus there', async () => {
      const element = await statusOn();

      await press(element, 'Show where it stands');

      expect(errors(element)).to.deep.equal(['Write your reference', 'Write your private code']);
      await until(() => focused(element)?.id === 'error-summary');
      for (const [name, words] of [
        ['Your reference', 'Write your reference'],
        ['Your private code', 'Write your private code'],
      ] as const) {
        expect(descriptionOf(await findByRole(element, 'textbox', name))).to.contain(words);
      }
    });

    it('leads from the summary to the field', async () => {
      const element = await statusOn();
      await fill(element, 'Your reference', '7KQ2-M9XD');
      await press(element, 'Show where it stands');

      (await findByRole(element, 'link', 'Write your private code')).click();

      expect(focused(element)).to.equal(await findByRole(element, 'textbox', 'Your private code'));
    });

    it('says that the two do not go together, what to check, and that people can speak to us', async () => {
      const element = await statusOn(hubOf({ readReferralStatus: failing(problem('not_found')) }));

      await ask(element, '4TZ8-PW3H-6RNA', '7KQ2-M9XD');

      await until(() => focused(element)?.id === 'error-summary');
      const words = 'This reference and this code do not go together. Check both';
      expect(errors(element)).to.deep.equal([words]);
      expect(descriptionOf(await findByRole(element, 'textbox', 'Your reference'))).to.contain(words);
      expect(textOf(element)).to.contain('They may be mixed up.').and.to.contain('speak to us');
      await findByRole(element, 'link', '0191 498 0320');
      expect((await findByRole<HTMLInputElement>(element, 'textbox', 'Your private code')).value).to.equal('7KQ2-M9XD');
    });

    it('says the same of what is longer than any code, and does not ask the hub', async () => {
      const hub = hubOf();
      const element = await statusOn(hub);

      await ask(element, '7KQ2-M9XD'.repeat(9));

      await until(() => errors(element).length > 0);
      expect(errors(element)).to.deep.equal(['This reference and this code do not go together. Check both']);
      expect(hub.calls.filter(call => call.name === 'readReferralStatus')).to.have.lengthOf(0);
    });

    it('asks to wait where there were too many tries', async () => {
      const element = await statusOn(hubOf({ readReferralStatus: failing(problem('too_many_requests')) }));

      await ask(element);

      await findByRole(element, 'button', 'Try again');
      expect(textOf(element)).to.contain('Wait a minute, then try again.');
    });

    it('keeps what was typed when the hub cannot be reached, and tries again without losing the focus', async () => {
      let isOffline = true;
      const readReferralStatus: FakeAnswers['readReferralStatus'] = () => {
        if (isOffline) throw offline();
        return arrived;
      };
      const element = await statusOn(hubOf({ readReferralStatus }));
      const told = oneEvent(element, 'advocacy-error');
      await ask(element);
      expect((await told).detail).to.deep.equal({ code: 'offline', retryable: true });
      expect((await findByRole<HTMLInputElement>(element, 'textbox', 'Your reference')).value).to.equal('7KQ2-M9XD');

      isOffline = false;
      const again = await findByRole(element, 'button', 'Try again');
      again.focus();
      again.click();

      await until(() => focused(element)?.textContent === 'It has arrived');
    });

    it('asks once when the button is pressed twice', async () => {
      const hub = hubOf({ readReferralStatus: never });
      const element = await statusOn(hub);
      await ask(element);

      const button = await findByRole(element, 'button', 'Looking…');
      button.click();

      expect(button.getAttribute('aria-disabled')).to.equal('true');
      await until(() => hub.calls.some(call => call.name === 'readReferralStatus'));
      expect(hub.calls.filter(call => call.name === 'readReferralStatus')).to.have.lengthOf(1);
    });

    it('shows what the page put inside the tag where the key does not work, and tells administrators why', async () => {
      const said = listenTo('error');
      const element = await statusOn(hubOf({ readProfile: failing(problem('key_revoked')) }));

      await findByRole(element, 'heading', 'This does not work on this website now');

      expect(said.stop().join()).to.contain('key_revoked');
      expect(element.querySelector('p')?.checkVisibility()).to.equal(true);
      expect(allByRole(element, 'form')).to.have.lengthOf(0);
    });
  });

  describe('tells where it stands', () => {
    it('moves the focus to the heading, and shows reference, day and promise', async () => {
      const element = await read(hubAt('received', { first_contact_working_days: 3 }));

      expect(focused(element)?.textContent).to.equal('It has arrived');
      expect(textOf(element)).to.contain('7KQ2-M9XD').and.to.contain('23 November 2026');
      expect(textOf(element)).to.contain('within 3 working days after it arrived');
    });

    it('tells the day of the hub, whatever the clock of the device', async () => {
      const element = await read(hubAt('received', { received_at: '2026-07-31T23:30:00Z' }));

      expect(textOf(element)).to.contain('1 August 2026');
    });

    it('promises nothing where the hub does not', async () => {
      const element = await read(hubAt('received'));

      expect(textOf(element)).not.to.contain('working day');
    });

    for (const [state, words, offered] of [
      ['received', 'It has arrived', [ways.contact, ways.correct, ways.withdraw]],
      ['quarantined', 'It has arrived, and someone must look at it', [ways.contact, ways.correct, ways.withdraw]],
      ['replaced', 'There is a newer one', []],
      ['withdrawn', 'It was withdrawn', [ways.correct]],
      ['passed_to_an_advocate', 'The hub has it', [ways.contact, ways.correct, ways.withdraw]],
      ['constructor', 'The hub has it', [ways.contact, ways.correct, ways.withdraw]],
    ] as const) {
      it(`says what “${state}” means, and offers what fits`, async () => {
        const element = await statusOn(hubAt(state));
        const told = oneEvent(element, 'advocacy-status-read');
        await ask(element);
        await until(() => heading(element) === words, words);

        const buttons = allByRole(element, 'button').map(each => each.textContent.trim());
        expect(buttons.filter(name => Object.values<string>(ways).includes(name))).to.deep.equal(offered);
        expect((await told).detail).to.deep.equal({ state });
      });
    }

    it('shows no state as the hub spells it, and no private code', async () => {
      const element = await read(hubAt('passed_to_an_advocate'));

      expect(element.shadowRoot?.innerHTML).not.to.contain('passed_to').and.not.to.contain('4TZ8');
    });

    it('shows the day of the last change', async () => {
      const element = await read(hubAt('withdrawn', { changed_at: '2026-11-24T11:05:00Z' }));

      expect(textOf(element)).to.contain('Your last change').and.to.contain('24 November 2026');
    });

    it('forgets reference and code when Finish is pressed, and begins anew', async () => {
      const element = await read();

      await press(element, 'Finish');

      await until(() => focused(element)?.textContent === 'See where your request stands');
      for (const name of ['Your reference', 'Your private code'])
        expect((await findByRole<HTMLInputElement>(element, 'textbox', name)).value, name).to.equal('');
      expect(element.shadowRoot?.innerHTML).not.to.contain('7KQ2-M9XD</bdi>');
      expect(errors(element)).to.deep.equal([]);
    });

    it('speaks Welsh when that is chosen, and keeps what was typed', async () => {
      const element = await statusOn();
      await fill(element, 'Your reference', '7KQ2-M9XD');

      await press(element, 'Cymraeg');

      expect((await findByRole<HTMLInputElement>(element, 'textbox', cy.ask.reference.label)).value).to.equal('7KQ2-M9XD'); // prettier-ignore
    });
  });

  describe('takes a change', () => {
    it('says what withdrawing means before it is done', async () => {
      const element = await at('withdraw');

      expect(heading(element)).to.equal(ways.withdraw);
      expect(focused(element)?.textContent).to.equal(ways.withdraw);
      expect(textOf(element)).to.contain('we stop looking for an advocate').and.to.contain('You can ask again');
    });

    it('withdraws without a reason, says that the hub has it, and reads the state anew', async () => {
      const hub: FakeHub = hubOf({
        readReferralStatus: () => ({
          ...arrived,
          state: hub.changes.length > 0 ? 'withdrawn' : 'received',
        }),
      });
      const element = await at('withdraw', hub);
      const told = oneEvent(element, 'advocacy-referral-changed');

      await press(element, 'Withdraw it');
      await whenDone(element);

      expect(hub.changes).to.deep.equal([{ kind: 'withdraw', language: 'en' }]);
      expect((await told).detail).to.deep.equal({ kind: 'withdraw' });
      expect(focused(element)?.textContent).to.equal('We have it');
      await findByRole(element, 'heading', 'It was withdrawn');
      expect(allByRole(element, 'button', ways.withdraw)).to.have.lengthOf(0);
    });

    it('asks for words where something is wrong, and sends them with reference and code', async () => {
      const hub = hubOf();
      const element = await at('correct', hub);
      await press(element, 'Send');
      expect(errors(element)).to.deep.equal(['Write what is wrong or what has changed']);
      await until(() => focused(element)?.id === 'error-summary');

      await fill(element, 'What is wrong, or what has changed?', 'The meeting is on Monday.');
      await press(element, 'Send');
      await whenDone(element);

      expect(hub.changes).to.deep.equal([{ kind: 'correct', language: 'en', words: 'The meeting is on Monday.' }]);
      const [body = ''] = changesSent(hub);
      expect(JSON.parse(body)).to.include({ reference: '7KQ2-M9XD', code: '4TZ8-PW3H-6RNA' });
      expect(body).not.to.contain('Monday');
    });

    it('sends how to reach the person, and nothing that is no longer asked', async () => {
      const hub = hubOf();
      const element = await at('contact', hub);
      await choose(element, 'checkbox', 'E-mail me');
      await fill(element, 'Your e-mail address', 'mo@example.org');
      await choose(element, 'checkbox', 'E-mail me');
      await choose(element, 'checkbox', 'Ring me');
      await fill(element, 'Your telephone number', '01632 960 118');
      await choose(element, 'radio', 'No');
      await fill(element, 'When is a good time?', 'Mornings.');
      await fill(element, 'Is there anyone that we must not tell?', 'My nephew.');

      await press(element, 'Send');
      await whenDone(element);

      expect(hub.changes).to.deep.equal([
        {
          kind: 'contact',
          language: 'en',
          safe_contact: { allowed: ['telephone'], leave_message: 'no', times: 'Mornings.', do_not_tell: 'My nephew.' },
          person: { telephone: '01632 960 118' },
        },
      ]);
    });

    it('takes that a person does not want to be contacted', async () => {
      const hub = hubOf();
      const element = await at('contact', hub);

      await choose(element, 'checkbox', 'I will contact you instead');
      await press(element, 'Send');
      await whenDone(element);

      expect(hub.changes[0]?.safe_contact?.allowed).to.deep.equal([]);
    });

    for (const way of ['By video call', 'By video relay in British Sign Language']) {
      it(`takes a number or an e-mail address, and wants one of them: ${way}`, async () => {
        const hub = hubOf();
        const element = await at('contact', hub);
        await choose(element, 'checkbox', way);
        expect(descriptionOf(await findByRole(element, 'textbox', 'Your telephone number'))).to.contain('One of them is enough'); // prettier-ignore
        await press(element, 'Send');
        expect(errors(element)).to.deep.equal(['Write a telephone number or an e-mail address']);

        await fill(element, 'Your e-mail address', 'mo@example.org');
        await press(element, 'Send');
        await whenDone(element);

        expect(hub.changes[0]?.person).to.deep.equal({ email: 'mo@example.org' });
        expect(hub.changes[0]?.safe_contact?.allowed).to.have.lengthOf(1);
      });
    }

    it('asks for no number where the e-mail address is enough for every way', async () => {
      const element = await at('contact');

      await choose(element, 'checkbox', 'E-mail me');
      await choose(element, 'checkbox', 'By video call');

      await findByRole(element, 'textbox', 'Your e-mail address');
      expect(allByRole(element, 'textbox', 'Your telephone number')).to.have.lengthOf(0);
    });

    it('asks how and where for a letter or a visit, and does not say that nobody may get in touch', async () => {
      const hub = hubOf();
      const element = await at('contact', hub);
      await choose(element, 'checkbox', 'In another way, like a letter or a visit');
      await press(element, 'Send');
      expect(errors(element)).to.deep.equal(['Write how we can reach you, and where']);

      await fill(element, 'Is there anything else that we need to know?', 'A letter to 12 High Street.');
      await press(element, 'Send');
      await whenDone(element);

      expect(hub.changes).to.deep.equal([
        { kind: 'contact', language: 'en', words: 'A letter to 12 High Street.', safe_contact: {}, person: {} },
      ]);
    });

    it('keeps the other ways that were chosen beside a letter', () => {
      const { safe_contact: contact } = changeOf('contact', { reach: ['email', 'another'] }, 'en');

      expect(contact?.allowed).to.deep.equal(['email']);
    });

    it('says what to do where a way of contact cannot go on', async () => {
      const element = await at('contact');
      await press(element, 'Send');
      expect(errors(element)).to.deep.equal(['Choose how we can reach you, or “I will contact you instead”']);

      for (const way of ['Ring me', 'E-mail me', 'Through someone I trust', 'I will contact you instead'])
        await choose(element, 'checkbox', way);
      await press(element, 'Send');
      expect(errors(element)).to.deep.equal([
        'Choose how we can reach you, or “I will contact you instead”, but not both',
        'Write the telephone number',
        'Write the e-mail address',
        'Write who it is and how we can reach them',
      ]);

      await choose(element, 'checkbox', 'I will contact you instead');
      await fill(element, 'Your telephone number', 'none');
      await fill(element, 'Your e-mail address', 'mo');
      await fill(element, 'Who is it, and how can we reach them?', 'A'.repeat(301));
      await press(element, 'Send');
      expect(errors(element)).to.deep.equal([
        'Write a telephone number, like 01632 960 001',
        'Write an e-mail address, like name@example.org',
        'What you wrote under “Who is it, and how can we reach them?” is too long. Make it shorter, or tell us the rest when we speak.', // prettier-ignore
      ]);
    });

    it('keeps what was typed when sending fails, says so, and sends the same bytes again', async () => {
      const hub = hubThatFails(offline());
      const element = await at('correct', hub);
      await fill(element, 'What is wrong, or what has changed?', 'The meeting is on Monday.');
      const send = await findByRole(element, 'button', 'Send');
      send.focus();
      send.click();
      await findByRole(element, 'heading', 'No answer came');
      const field = await findByRole<HTMLTextAreaElement>(element, 'textbox');
      expect(field.value).to.equal('The meeting is on Monday.');
      expect(focused(element)).to.equal(send);
      await findByRole(element, 'link', '0191 498 0320');

      hub.mend();
      await press(element, 'Try again');
      await whenDone(element);

      const [first, second, ...more] = changesSent(hub);
      expect(second).to.equal(first);
      expect(more).to.have.lengthOf(0);
    });

    it('shows a failure on no other page than that of its change', async () => {
      const element = await at('withdraw', hubThatFails(offline()));
      await press(element, 'Withdraw it');
      await findByRole(element, 'heading', 'No answer came');

      await press(element, 'Back');
      await press(element, ways.correct);

      expect(allByRole(element, 'alert')).to.have.lengthOf(0);
      await findByRole(element, 'button', 'Send');
    });

    it('seals changed words anew, and says no more of the failure', async () => {
      const hub = hubThatFails(offline());
      const element = await at('correct', hub);
      await fill(element, 'What is wrong, or what has changed?', 'The meeting is on Monday.');
      await press(element, 'Send');
      await findByRole(element, 'heading', 'No answer came');

      await fill(element, 'What is wrong, or what has changed?', 'The meeting is on Tuesday.');
      expect(allByRole(element, 'alert')).to.have.lengthOf(0);
      await press(element, 'Send');
      await findByRole(element, 'heading', 'No answer came');

      expect(new Set(changesSent(hub)).size).to.equal(2);
    });

    it('never says that the hub has it on a receipt that does not verify', async () => {
      const element = await at(
        'withdraw',
        hubOf({ createReferralChange: ({ body }) => ({ id: body.id, state: 'received', received_at: new Date().toISOString(), receipt: 'a.b.c' }) }), // prettier-ignore
      );

      await press(element, 'Withdraw it');

      await findByRole(element, 'heading', 'We cannot be sure that it arrived');
      expect(heading(element)).to.equal(ways.withdraw);
    });

    it('does not say that it is withdrawn where the hub could not read that', async () => {
      const keys = signing('quarantined');
      const element = await at('withdraw', hubOf({ readKeySet: keys.readKeySet, createReferralChange: asked => keys.createReferral(asked) })); // prettier-ignore

      await press(element, 'Withdraw it');
      await whenDone(element);

      expect(textOf(element)).to.contain('someone must look at it').and.not.to.contain('We stop looking');
    });

    it('sends once when the button is pressed twice, and does not go back meanwhile', async () => {
      const hub = hubOf({ createReferralChange: never });
      const element = await at('withdraw', hub);
      await press(element, 'Withdraw it');

      (await findByRole(element, 'button', 'Sending…')).click();
      await press(element, 'Back');

      expect(heading(element)).to.equal(ways.withdraw);
      await until(() => changesSent(hub).length > 0);
      expect(changesSent(hub)).to.have.lengthOf(1);
    });

    it('takes the blame for a fault of its own, and tells nobody what the fault said', async () => {
      const said = listenTo('error');
      const hub = hubOf();
      Object.assign(hub.referrals, { sealChange: failing(new RangeError('The meeting')) });
      const element = await at('correct', hub);
      await fill(element, 'What is wrong, or what has changed?', 'The meeting is on Monday.');

      await press(element, 'Send');

      await findByRole(element, 'heading', 'This cannot be sent from this website now');
      expect(said.stop().join()).to.contain('RangeError').and.not.to.contain('meeting');
    });

    it('keeps what was typed when a person goes back and returns', async () => {
      const element = await at('correct');
      await fill(element, 'What is wrong, or what has changed?', 'The meeting is on Monday.');

      await press(element, 'Back');
      expect(focused(element)?.textContent).to.equal('It has arrived');
      await press(element, ways.correct);

      expect((await findByRole<HTMLTextAreaElement>(element, 'textbox')).value).to.equal('The meeting is on Monday.');
    });

    it('asks before a page with words is left, and not before or after', async () => {
      const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
      const element = await at('correct');
      expect(asks(), 'at first').to.equal(false);

      await fill(element, 'What is wrong, or what has changed?', 'The meeting is on Monday.');
      expect(asks(), 'with words').to.equal(true);

      await press(element, 'Send');
      await whenDone(element);
      expect(asks(), 'when sent').to.equal(false);
    });

    it('asks again where it stands when that could not be read after a change', async () => {
      let isOffline = false;
      const element = await at(
        'withdraw',
        hubOf({
          readReferralStatus: () => {
            if (isOffline) throw offline();
            return arrived;
          },
        }),
      );

      isOffline = true;
      await press(element, 'Withdraw it');
      await findByRole(element, 'heading', 'We cannot reach the hub');
      expect(heading(element)).to.equal('We have it');

      isOffline = false;
      await press(element, 'Try again');
      await findByRole(element, 'heading', 'It has arrived');
    });
  });

  describe('on a page of its own', () => {
    const title = 'Where your request stands';
    const isOn = (element: AdvocacyReferralStatus, page: string) => until(() => heading(element) === page, page);
    /** What the browser does takes its time, also where the page is turned at once. */
    const byBrowser = async (act: () => unknown) => {
      const moved = oneEvent(globalThis as unknown as Window, 'popstate');
      await act();
      await moved;
    };
    const onItsOwn = async (hub?: AdvocacyHub) => {
      document.title = title;
      const element = await statusOn(hub);
      element.stepsInHistory = true;
      await ask(element);
      await isOn(element, 'It has arrived');
      await findByRole(element, 'button', ways.withdraw);
      return element;
    };

    it('goes back a page with the browser’s Back, and forward again, and keeps what was typed', async () => {
      const element = await onItsOwn();
      await press(element, ways.correct);
      await findByRole(element, 'textbox');
      await fill(element, 'What is wrong, or what has changed?', 'The meeting is on Monday.');

      await byBrowser(() => history.back());
      await isOn(element, 'It has arrived');
      expect(focused(element)?.textContent).to.equal('It has arrived');
      await byBrowser(() => history.forward());
      await isOn(element, ways.correct);

      expect((await findByRole<HTMLTextAreaElement>(element, 'textbox')).value).to.equal('The meeting is on Monday.');
      expect(JSON.stringify(history.state)).to.equal('{"advocacyDepth":2}');
      await byBrowser(() => history.go(-2));
      await isOn(element, en.ask.heading);
    });

    it('stands one page deep after a change, so that Back does not lead to what was sent', async () => {
      const element = await onItsOwn();
      await press(element, ways.withdraw);
      await findByRole(element, 'textbox');

      await byBrowser(() => press(element, 'Withdraw it'));
      await whenDone(element);
      expect(heading(element)).to.equal('We have it');

      await byBrowser(() => history.back());
      await isOn(element, en.ask.heading);
    });

    it('stays where it is when a link within the page is followed', async () => {
      const element = await onItsOwn();

      await byBrowser(() => (location.hash = 'main'));
      expect(heading(element)).to.equal('It has arrived');
      await byBrowser(() => history.back());

      expect(heading(element)).to.equal('It has arrived');
    });

    it('keeps in sight what is being sent', async () => {
      const element = await onItsOwn(hubOf({ readReferralStatus: () => arrived, createReferralChange: never }));
      await press(element, ways.withdraw);
      await findByRole(element, 'textbox');
      await press(element, 'Withdraw it');

      await byBrowser(() => history.back());

      expect(heading(element)).to.equal(ways.withdraw);
      expect(JSON.stringify(history.state)).to.equal('{"advocacyDepth":2}');
    });

    it('leads nowhere after Finish, forward or back', async () => {
      const element = await onItsOwn();

      await byBrowser(() => press(element, 'Finish'));
      await byBrowser(() => history.forward());

      expect(heading(element)).to.equal(en.ask.heading);
      expect((await findByRole<HTMLInputElement>(element, 'textbox', 'Your reference')).value).to.equal('');
      await byBrowser(() => history.back());
    });

    it('says in the title that there is an error, in the language that is spoken, until there is none', async () => {
      document.title = title;
      const element = await statusOn();
      element.stepsInHistory = true;

      await press(element, 'Show where it stands');
      expect(document.title).to.equal(`Error: ${title}`);
      await press(element, 'Cymraeg');
      await findByRole(element, 'button', cy.ask.show);
      expect(document.title).to.match(/^Gwall: Where/);

      await press(element, 'English');
      await ask(element);
      await isOn(element, 'It has arrived');
      expect(document.title).to.equal(title);
    });

    it('leaves history and title alone on a partner’s page', async () => {
      document.title = title;
      const before = history.length;
      const element = await statusOn();
      await press(element, 'Show where it stands');
      expect(document.title).to.equal(title);

      await ask(element);
      await isOn(element, 'It has arrived');

      expect(history.length).to.equal(before);
    });
  });

  it('leaves what a person typed in no event, no address, no title, no storage, no log and no open text', async () => {
    const canary = 'Canary-7Q4';
    const events: string[] = [];
    const keep = (event: Event) => events.push(JSON.stringify((event as CustomEvent).detail));
    const names = ['advocacy-status-read', 'advocacy-referral-changed', 'advocacy-error'] as const;
    for (const name of names) addEventListener(name, keep);
    const logs = [listenTo('warn'), listenTo('error')];
    const hub = hubThatFails(offline());

    const element = await statusOn(hub);
    await ask(element, canary, canary);
    await until(() => heading(element) === 'It has arrived');
    await press(element, ways.correct);
    await fill(element, 'What is wrong, or what has changed?', canary);
    await press(element, 'Send');
    await findByRole(element, 'button', 'Try again');
    hub.mend();
    await press(element, 'Try again');
    await whenDone(element);

    const said = logs.flatMap(log => log.stop());
    for (const name of names) removeEventListener(name, keep);
    expect(events).to.deep.equal([
      '{"state":"received"}',
      '{"code":"offline","retryable":true}',
      '{"kind":"correct"}',
      '{"state":"received"}',
    ]);
    const databases = 'databases' in indexedDB ? await indexedDB.databases() : [];
    expect(databases).to.deep.equal([]);
    const places = { location: location.href, title: document.title, cookie: document.cookie, state: JSON.stringify(history.state), said: said.join(), local: JSON.stringify({ ...localStorage }), session: JSON.stringify({ ...sessionStorage }) }; // prettier-ignore
    for (const [place, text] of Object.entries(places)) expect(text, place).not.to.contain(canary);
    for (const body of changesSent(hub)) {
      const { sealed } = JSON.parse(body) as { readonly sealed: string };
      expect(sealed).not.to.contain(canary);
    }
  });

  it('has no control that a browser fills in or checks for spelling', async () => {
    const first = await statusOn();
    const change = await at('contact');

    for (const control of [first, change].flatMap(each => [
      ...(each.shadowRoot?.querySelectorAll('textarea, input:not([type="radio"])') ?? []),
    ])) {
      // prettier-ignore
      expect(control.getAttribute('autocomplete'), control.id).to.equal('off');
      if (!control.matches('[type="checkbox"]'))
        expect(control.getAttribute('spellcheck'), control.id).to.equal('false');
    }
  });

  it('sends no word that was only blanks', () => {
    const change = changeOf('contact', { reach: ['video'], more: '  ', times: ' ' }, 'en');

    expect(JSON.parse(JSON.stringify(change))).to.deep.equal({
      kind: 'contact',
      language: 'en',
      safe_contact: { allowed: ['video'] },
      person: {},
    });
  });

  it('has words that people use, in sentences of no more than 25 words, and all of them in Welsh', () => {
    const said = texts(en);

    expect(said.filter(text => /\b(invalid|please|required|mandatory|vulnerable|sorry)\b/i.test(text))).to.deep.equal(
      [],
    );
    expect(said.filter(text => text.split(/[.?!:]\s/).some(each => each.split(/\s+/).length > 25))).to.deep.equal([]);
    const welsh = new Set(texts(cy));
    expect(said.filter(text => welsh.has(text))).to.deep.equal([]);
  });
});

/** Every text; one with a gap is read with something in it. */
function texts(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'function') return [0, 1, 2, 3].map(gap => String((value as (gap: number) => unknown)(gap)));
    return typeof value === 'object' && value !== null ? texts(value) : [String(value)];
  });
}
