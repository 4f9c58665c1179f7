import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { offline, problem } from '@advocacy-hub/sdk/testing';
import { failing, never, quarantiningHub } from '../../stories/hubs.ts';
import type { AdvocacyReferralForm } from '../../packages/widgets/src/referral-form.ts';
import '../../packages/widgets/src/referral-form.ts';
import { atCheck, choose, errors, fill, formOn, heading, others, press, professional, send, turnPage, walkTo, whenSent } from './referral-journey.ts'; // prettier-ignore
import { referral } from '../../packages/widgets/src/referral-form/strings/en.ts';
import { steps } from '../../packages/widgets/src/referral-form/steps.ts';
import { allByRole, findByRole, focused, hubOf, listenTo, standsUp, textOf } from './setup.ts';

describe('<advocacy-referral-form>', () => {
  standsUp('advocacy-referral-form', {
    'its first page': () => formOn(),
    'what to do in danger': async () => {
      const form = await formOn();
      await walkTo(form, 'Get help now', { danger: 'Yes' });
      return form;
    },
    'a page with an error': async () => {
      const form = await formOn();
      await walkTo(form, 'What is it about?');
      await press(form, 'Continue');
      return form;
    },
    'a page of several questions, for a professional': async () => {
      const form = await formOn();
      const matters = ['Care Act: review (section 27)'];
      await walkTo(form, 'What does the person find hard, even with help?', { about: professional, matters });
      return form;
    },
    'two people who could speak up': async () => {
      const form = await formOn();
      await walkTo(form, 'Is there anyone who could speak up for you?');
      await choose(form, 'radio', 'Yes');
      await press(form, 'Continue');
      await press(form, 'Add another person');
      return form;
    },
    'a call back': async () => {
      const form = await formOn();
      await press(form, 'Ask us to ring you instead');
      await press(form, 'Continue');
      return form;
    },
    'its last page': () => atCheck(),
    'a failure while sending': async () => {
      const form = await atCheck(hubOf({ createReferral: failing(offline()) }));
      await send(form);
      await findByRole(form, 'button', 'Try again');
      return form;
    },
    'its confirmation': async () => {
      const form = await atCheck();
      await send(form);
      await whenSent(form);
      return form;
    },
    'a key that the hub does not take': async () => {
      const said = listenTo('error');
      const form = await formOn(hubOf({ readProfile: failing(problem('key_revoked')) }));
      await findByRole(form, 'heading', 'This does not work on this website now');
      said.stop();
      return form;
    },
    'a hub that does not answer': () => formOn(hubOf({ readProfile: never })),
    'isolation by a frame, which is not there yet': async () => {
      const said = listenTo('warn');
      const form = await fixture<AdvocacyReferralForm>(
        html`<advocacy-referral-form .hub=${hubOf()}><p>Ring us.</p></advocacy-referral-form>`,
      );
      said.stop();
      return form;
    },
  });

  it('asks one question a page, which is the page’s heading', async () => {
    const form = await formOn();

    expect(heading(form)).to.equal('Is anyone in danger now?');
    expect((await findByRole(form, 'radiogroup')).querySelector('legend h2')?.textContent).to.equal(heading(form));

    await walkTo(form, 'What is happening, in your own words?');
    expect((await findByRole(form, 'textbox')).id).to.equal(
      form.shadowRoot?.querySelector<HTMLLabelElement>('#step-heading label')?.htmlFor,
    );
  });

  it('sends nothing that is no longer asked', async () => {
    const hub = hubOf();
    const form = await formOn(hub);
    await walkTo(form, 'Your e-mail address', { reach: ['E-mail me'] });
    await fill(form, 'Your e-mail address', 'mo@example.org');

    await press(form, 'Back');
    await choose(form, 'checkbox', 'E-mail me', 'I will contact you instead');
    await press(form, 'Continue');
    await walkTo(form, 'Check and send');
    await send(form);
    await whenSent(form);

    expect(hub.opened[0]?.facts.safe_contact?.allowed).to.deep.equal([]);
    expect(hub.opened[0]?.person.email).to.equal(undefined);
  });

  it('sends and shows nothing that a professional alone is asked once it is somebody else who asks', async () => {
    const hub = hubOf();
    const form = await atCheck(hub, { about: professional, matters: ['Care Act: review (section 27)', 'Something else'] }); // prettier-ignore
    await press(form, 'Change What does the person want to happen?');
    await fill(form, 'What does the person want to happen?', 'To stay.');
    await press(form, 'Continue');

    await press(form, 'Change Who needs an advocate?');
    await choose(form, 'radio', 'I do');
    await press(form, 'Continue');
    await walkTo(form, 'Check and send');

    expect(textOf(form)).to.contain('To stay.');
    expect(textOf(form)).not.to.contain('Who judged this?');
    await send(form);
    await whenSent(form);
    expect(hub.opened[0]).not.to.have.property('referrer');
    expect(hub.opened[0]?.facts).not.to.have.property('difficulties');
  });

  it('does not say that anyone is contacted where nobody wants to be', async () => {
    const own = await atCheck(undefined, { reach: ['I will contact you instead'] });
    const other = await atCheck(undefined, { about: others, reach: ['They will contact you instead'] });

    for (const form of [own, other]) {
      await send(form);
      await whenSent(form);
    }

    for (const form of [own, other]) expect(textOf(form)).not.to.contain('working days');
    expect(textOf(own)).not.to.contain('We contact you');
    expect(textOf(own)).to.contain('We will not contact you.');
    expect(textOf(other)).not.to.contain('ways of contact');
    expect(textOf(other)).to.contain('We will not contact them.');
  });

  it('opens websites of the hub in a new tab, so that no answer is lost, and says so', async () => {
    const profile = await hubOf().profile();
    const website = { kind: 'web', value: 'hub.example', link: 'https://hub.example/' };
    const contact_routes = [...profile.contact_routes.filter(({ kind }) => kind === 'telephone'), website];
    const form = await formOn(hubOf({ readProfile: () => ({ ...profile, contact_routes }) }));

    const link = await findByRole<HTMLAnchorElement>(form, 'link', 'hub.example (opens in a new tab)');

    expect(link.target).to.equal('_blank');
    expect(link.rel).to.equal('noopener noreferrer');
    expect((await findByRole<HTMLAnchorElement>(form, 'link', '0191 498 0320')).target).to.equal('');
  });

  for (const answer of ['Yes', 'I’m not sure']) {
    it(`says first what to do now, where someone may be in danger: ${answer}`, async () => {
      const form = await formOn();
      await findByRole(form, 'link', '0191 498 0320');
      expect(textOf(form)).to.contain('ring 999 now');

      await choose(form, 'radio', answer);
      await press(form, 'Continue');

      expect(heading(form)).to.equal('Get help now');
      expect(form.shadowRoot?.textContent).to.contain('First text “register” to 999');
      const links = ['Ring 999', 'Text 999', '999bsl.co.uk (opens in a new tab)', 'Ring 116 123'];
      for (const name of links) await findByRole(form, 'link', name);
      expect(textOf(form), 'whom to tell in that area').to.contain('County Durham\n');
    });
  }

  it('moves the focus to the heading of each new page, and to nothing at first', async () => {
    const form = await formOn();
    expect(focused(form)).to.equal(null);

    await press(form, 'Continue');

    expect(focused(form)?.textContent).to.equal('Who needs an advocate?');
  });

  it('moves the focus to the heading of the confirmation, and shows reference and private code', async () => {
    const form = await atCheck();

    await send(form);
    await whenSent(form);

    await waitUntil(() => focused(form)?.textContent === 'Sent. We have it.');
    expect(textOf(form)).to.match(/\n[0-9A-Z]{4}-[0-9A-Z]{4}\n/);
    expect(textOf(form)).to.match(/\n[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\n/);
  });

  it('leads to the page where it can be seen, changed and taken back, with nothing in the address', async () => {
    const form = await atCheck();
    await send(form);
    await whenSent(form);

    const link = await findByRole<HTMLAnchorElement>(form, 'link', /^See where it stands/);

    expect(link.href).to.equal('https://hub.example/status');
    expect(link.target).to.equal('_blank');
  });

  it('says by when somebody gets in touch, as the hub promises', async () => {
    const profile = await hubOf().profile();
    for (const [days, words] of [
      [0, 'on the same working day'],
      [1, 'by the end of the next working day'],
      [4, 'within 4 working days'],
    ] as const) {
      // prettier-ignore
      const form = await atCheck(hubOf({ readProfile: () => ({ ...profile, first_contact_working_days: days }) }));
      await send(form);
      await whenSent(form);
      expect(textOf(form)).to.contain(words);
    }
  });

  it('comes back to the check after one answer was changed', async () => {
    const form = await atCheck();

    await press(form, 'Change What do you want to happen?');
    expect(heading(form)).to.equal('What do you want to happen?');
    await fill(form, 'What do you want to happen?', 'To keep my mornings.');
    await press(form, 'Continue');

    expect(heading(form)).to.equal('Check and send');
    expect(textOf(form)).to.contain('To keep my mornings.');
  });

  it('asks what a changed answer makes it ask, before it comes back to the check', async () => {
    const form = await atCheck();

    await press(form, 'Change What would help you?');
    await choose(form, 'checkbox', 'Large print');
    await press(form, 'Continue');

    expect(heading(form)).to.equal('A little more about that');
    await press(form, 'Continue');
    expect(heading(form)).to.equal('Check and send');
  });

  it('goes back to the check without a change, and back a page from there', async () => {
    const form = await atCheck();
    await press(form, 'Change What do you want to happen?');

    await press(form, 'Back');
    expect(heading(form)).to.equal('Check and send');

    await press(form, 'Back');
    expect(heading(form)).to.equal('Is there anything that we need to know to visit safely?');
  });

  it('keeps the answers when a person goes back', async () => {
    const form = await formOn();
    await walkTo(form, 'What do you want to happen?');
    await fill(form, 'What do you want to happen?', 'To stay.');

    await press(form, 'Back');
    await press(form, 'Continue');

    expect((await findByRole<HTMLTextAreaElement>(form, 'textbox')).value).to.equal('To stay.');
  });

  it('shows the privacy notice of the hub and why it may use what it is told before anything is sent', async () => {
    const form = await atCheck();

    expect(textOf(form)).to.contain('We keep it for 18 months after we last spoke to you.');
    expect(textOf(form)).to.contain('You can take it back at any time');
    expect((await findByRole<HTMLAnchorElement>(form, 'link', /^Complain/)).rel).to.contain('noreferrer');
    expect(textOf(form)).to.contain('we ask you for them in a safe way');
  });

  it('asks for agreement where that is the hub’s lawful basis, and only there', async () => {
    const hub = hubOf();
    const own = await atCheck(hub);
    await press(own, 'Send');
    expect(errors(own)).to.deep.equal(['Choose “Yes, I agree”, or speak to us instead']);
    expect(hub.opened).to.have.lengthOf(0);

    await send(own);
    await whenSent(own);
    expect(hub.opened[0]?.privacy_agreed).to.equal(true);

    const work = await atCheck(hub, { about: professional });
    expect(allByRole(work, 'checkbox', 'Yes, I agree')).to.have.lengthOf(0);
    await press(work, 'Send');
    await whenSent(work);
    expect(hub.opened[1]).not.to.have.property('privacy_agreed');
  });

  it('shows the ways to speak to the hub, and offers to ring, on every page', async () => {
    const form = await formOn();
    await findByRole(form, 'link', '0191 498 0320');

    while (heading(form) !== 'Check and send') {
      await findByRole(form, 'link', '0191 498 0320');
      await findByRole(form, 'button', 'Ask us to ring you instead');
      const at = heading(form);
      await turnPage(form);
      expect(heading(form)).not.to.equal(at);
    }

    await findByRole(form, 'link', '0191 498 0320');
    await send(form);
    await whenSent(form);
    await findByRole(form, 'link', '0191 498 0320');
  });

  it('rings back whoever asks for it, with a number and nothing else answered', async () => {
    const hub = hubOf();
    const form = await formOn(hub);
    await walkTo(form, 'What do you want to happen?');
    await press(form, 'Ask us to ring you instead');

    await press(form, 'Continue');
    expect(errors(form)).to.deep.equal(['Write the telephone number']);
    await fill(form, 'Your telephone number', '01632 960 118');
    await press(form, 'Continue');
    await send(form);
    await whenSent(form);

    expect(hub.opened[0]?.facts.call_back).to.equal(true);
    expect(hub.opened[0]?.facts.safe_contact?.allowed).to.deep.equal(['telephone']);
    expect(hub.opened[0]?.facts.narrative, 'what was told before').to.equal('They say my mornings will be cut.');
    expect(textOf(form)).to.contain('We contact you');
  });

  it('keeps what was told of contact before, and takes back that nobody should ring', async () => {
    const hub = hubOf();
    const form = await formOn(hub);
    await walkTo(form, 'Keeping you safe', { reach: ['E-mail me'] });
    await choose(form, 'checkbox', 'Ringing');
    await press(form, 'Ask us to ring you instead');
    await fill(form, 'Your telephone number', '01632 960 118');
    await press(form, 'Continue');
    await send(form);
    await whenSent(form);

    expect(hub.opened[0]?.facts.safe_contact?.allowed).to.deep.equal(['telephone', 'email']);
    expect(hub.opened[0]?.facts.safe_contact?.ruled_out).to.deep.equal([]);
    expect(hub.opened[0]?.person).to.include({ email: 'mo@example.org', telephone: '01632 960 118' });
  });

  it('says that it rings whoever asks for it, also where they wanted no contact before', async () => {
    const form = await formOn();
    await walkTo(form, 'Keeping you safe', { reach: ['I will contact you instead'] });
    await press(form, 'Ask us to ring you instead');
    await fill(form, 'Your telephone number', '01632 960 118');
    await press(form, 'Continue');
    await send(form);
    await whenSent(form);

    expect(textOf(form)).to.contain('We contact you');
    expect(textOf(form)).not.to.contain('We will not contact you');
  });

  it('goes on where a person was who asked to be rung and thinks again', async () => {
    const form = await formOn();
    await walkTo(form, 'What do you want to happen?');
    await press(form, 'Ask us to ring you instead');

    await press(form, 'Answer the questions instead');

    expect(heading(form)).to.equal('What do you want to happen?');
  });

  it('says whom to tell before it asks for more, where somebody is being hurt', async () => {
    const form = await formOn();
    const matters = ['Being hurt, scared, cheated or not looked after'];
    await findByRole(form, 'link', '0191 498 0320');
    await walkTo(form, 'If someone is being hurt or not looked after', { danger: 'No', matters });

    expect(textOf(form)).to.contain('County Durham');
    await press(form, 'Continue');
    expect(heading(form)).to.equal('What is happening, in your own words?');
  });

  it('does not ask before a person leaves to ring or write', async () => {
    const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const form = await formOn();
    await walkTo(form, 'Who needs an advocate?', { danger: 'No' });
    const call = await findByRole(form, 'link', '0191 498 0320');
    // The call itself would leave the test.
    call.addEventListener('click', event => event.preventDefault());
    expect(asks(), 'with answers').to.equal(true);

    call.click();

    expect(asks(), 'to ring').to.equal(false);
    await waitUntil(asks, 'asks again', { timeout: 5_000 });
  });

  for (const way of ['By video call', 'By video relay in British Sign Language']) {
    it(`asks how to set it up, and for one of two, where a person chooses: ${way}`, async () => {
      const form = await formOn();
      await walkTo(form, 'How can we reach you?');
      await choose(form, 'checkbox', way);
      await press(form, 'Continue');
      await press(form, 'Continue');
      expect(errors(form)).to.deep.equal(['Write a telephone number or an e-mail address, so that we can set it up']);

      await fill(form, 'Your e-mail address', 'mo@example.org');
      await press(form, 'Continue');

      expect(heading(form)).to.equal('Keeping you safe');
    });
  }

  it('asks for the address to write to', async () => {
    const form = await formOn();
    await walkTo(form, 'How can we reach you?');
    await choose(form, 'checkbox', 'Write me a letter');
    await press(form, 'Continue');
    await press(form, 'Continue');

    expect(errors(form)).to.deep.equal(['Write the address']);
  });

  it('turns no page while it sends, so that what is sent is what was checked', async () => {
    const hub = hubOf({ createReferral: never });
    const form = await atCheck(hub, { about: professional });
    await press(form, 'Send');

    await press(form, 'Change What does the person want to happen?');
    await press(form, 'Back');

    expect(heading(form)).to.equal('Check and send');
  });

  it('forgets reference and code when a person has finished', async () => {
    const form = await atCheck();
    await send(form);
    await whenSent(form);
    const code = /([0-9A-Z]{4}-){2}[0-9A-Z]{4}/.exec(textOf(form))![0];

    await press(form, 'Finish and forget these');

    await waitUntil(() => heading(form) === 'Is anyone in danger now?');
    expect(form.shadowRoot?.innerHTML).not.to.contain(code);
  });

  it('asks a professional who could support the person only where the law turns on it', async () => {
    const form = await formOn();
    await walkTo(form, 'How can we reach them?', { about: professional, matters: ['Mental Health Act'] });
    await press(form, 'Back');

    expect(heading(form)).to.equal('What is their date of birth?');
  });

  it('offers every matter that it has words for to somebody', () => {
    const offered = (['self', 'professional'] as const).flatMap(
      about =>
      steps.flatMap(step => step.questions).flatMap(question => (question.name === 'matters' && 'options' in question ? question.options({ about }) : [])), // prettier-ignore
    );

    expect([...new Set(offered)]).to.have.members(Object.keys(referral.questions.matters.options));
  });

  it('sends once when Send is pressed twice', async () => {
    const hub = hubOf();
    const form = await atCheck(hub, { about: professional });
    const button = await findByRole(form, 'button', 'Send');

    button.click();
    button.click();
    await whenSent(form);

    expect(hub.calls.filter(call => call.name === 'createReferral')).to.have.lengthOf(1);
  });

  it('never calls sent what the hub could not read', async () => {
    const form = await atCheck(quarantiningHub());
    const told = oneEvent(form, 'advocacy-referral-sent');

    await send(form);
    await whenSent(form);

    expect(heading(form)).to.equal('The hub has it, and someone must look at it');
    expect((await told).detail).to.deep.equal({ state: 'quarantined' });
  });

  it('flags what a program filled in, and sends it all the same', async () => {
    const hub = hubOf();
    const form = await atCheck(hub);
    (form.shadowRoot?.querySelector('#trap') as HTMLInputElement).value = 'https://example.org';

    await send(form);
    await whenSent(form);

    const sent = hub.calls.find(call => call.name === 'createReferral');
    expect(JSON.parse(sent?.body ?? '{}')).to.include({ trapped: true });
  });

  it('sends the time token of the profile back', async () => {
    const profile = await hubOf().profile();
    const hub = hubOf({ readProfile: () => ({ ...profile, time_token: 'a-token' }) });
    const form = await atCheck(hub);

    await send(form);
    await whenSent(form);

    const sent = hub.calls.find(call => call.name === 'createReferral');
    expect(JSON.parse(sent?.body ?? '{}')).to.include({ time_token: 'a-token' });
  });

  it('asks before a page with answers is left, and not before or after', async () => {
    const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const form = await formOn();
    expect(asks(), 'at first').to.equal(false);

    await walkTo(form, 'Check and send');
    expect(asks(), 'with answers').to.equal(true);

    await send(form);
    await whenSent(form);
    expect(asks(), 'when sent').to.equal(false);
  });

  it('saves reference and code under a name that tells nothing, and only when asked', async () => {
    const saved: { name: string; blob: Blob }[] = [];
    const blobs = new Map<string, Blob>();
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob: Blob) => {
      const address = createObjectURL.call(URL, blob);
      blobs.set(address, blob);
      return address;
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      saved.push({ name: this.download, blob: blobs.get(this.href)! });
    };
    const form = await atCheck();
    await send(form);
    await whenSent(form);
    expect(saved).to.have.lengthOf(0);

    await press(form, 'Save these two');
    HTMLAnchorElement.prototype.click = click;
    URL.createObjectURL = createObjectURL;

    expect(saved[0]?.name).to.equal('note.txt');
    expect(await saved[0]?.blob.text()).to.match(
      /^Your reference: [0-9A-Z]{4}-[0-9A-Z]{4}\nYour private code: ([0-9A-Z]{4}-){2}[0-9A-Z]{4}\n$/,
    );
  });

  it('prints reference and code alone, without the page around them', async () => {
    const form = await atCheck();
    await send(form);
    await whenSent(form);
    const printed: string[] = [];
    const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      ...own,
      get(this: HTMLIFrameElement) {
        const view = own.get!.call(this) as Window | null;
        if (view) view.print = () => void printed.push(`${view.document.title}: ${view.document.body.textContent}`);
        return view;
      },
    });

    await press(form, 'Print these two');
    await waitUntil(() => printed.length > 0);
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', own);

    expect(printed[0]).to.match(/^note: Your reference: [0-9A-Z-]{9}Your private code: [0-9A-Z-]{14}$/);
    document.querySelector('iframe[aria-hidden]')?.remove();
  });

  it('shows what the page put inside the tag, and tells administrators why, while a frame is not ready', async () => {
    const said = listenTo('warn');
    const form = await fixture<AdvocacyReferralForm>(
      html`<advocacy-referral-form .hub=${hubOf()}><p>Ring us.</p></advocacy-referral-form>`,
    );

    expect(said.stop().join()).to.contain('isolation="none"');
    expect(form.querySelector('p')?.checkVisibility()).to.equal(true);
    expect(allByRole(form, 'form')).to.have.lengthOf(0);
  });

  describe('and the browser’s Back', () => {
    it('leaves the history of a partner’s page alone', async () => {
      const before = history.length;
      const form = await formOn();

      await walkTo(form, 'What is it about?');

      expect(history.length).to.equal(before);
    });

    it('goes back one question where the page is ours, and the history holds a number alone', async () => {
      const form = await formOn();
      form.stepsInHistory = true;
      await walkTo(form, 'What do you want to happen?');
      expect(history.state).to.deep.equal({ advocacyStep: 4 });

      history.back();
      await waitUntil(() => heading(form) === 'What is happening, in your own words?');
      expect((await findByRole<HTMLTextAreaElement>(form, 'textbox')).value).to.equal('They say my mornings will be cut.'); // prettier-ignore
      await press(form, 'Back');
      await waitUntil(() => heading(form) === 'What is it about?');
      history.forward();
      await waitUntil(() => heading(form) === 'What is happening, in your own words?');

      history.go(-3);
      await waitUntil(() => heading(form) === 'Is anyone in danger now?');
    });

    it('leads out of the form at once when all is done', async () => {
      const form = await formOn();
      form.stepsInHistory = true;
      await walkTo(form, 'Check and send');
      await send(form);
      await whenSent(form);

      await waitUntil(() => (history.state as { advocacyStep: number } | null)?.advocacyStep === 0);
      expect(heading(form)).to.equal('Sent. We have it.');
    });
  });

  it('types as a person does, with a line break in a story', async () => {
    const form = await formOn();
    await walkTo(form, 'What do you want to happen?');
    (await findByRole(form, 'textbox')).focus();

    await sendKeys({ type: 'One.' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'Two.' });

    expect((await findByRole<HTMLTextAreaElement>(form, 'textbox')).value).to.equal('One.\nTwo.');
    expect(heading(form)).to.equal('What do you want to happen?');
  });
});
