import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { offline, problem } from '@advocacy-hub/sdk/testing';
import { failing, never, quarantiningHub } from '../../stories/hubs.ts';
import type { AdvocacyReferralForm } from '../../packages/widgets/src/referral-form.ts';
import '../../packages/widgets/src/referral-form.ts';
import { atCheck, atCheckForOther, choose, fill, formOn, heading, press, tellHowToReachMe, tellWhatIsHappening, whenSent } from './referral-journey.ts'; // prettier-ignore
import { allByRole, findByRole, focused, hubOf, listenTo, standsUp, tabTo, textOf } from './setup.ts';

describe('<advocacy-referral-form>', () => {
  standsUp('advocacy-referral-form', {
    'its first page': () => formOn(),
    'its first page, with errors': async () => {
      const form = await formOn();
      await press(form, 'Continue');
      return form;
    },
    'its second page, for someone else, with errors': async () => {
      const form = await formOn();
      await tellWhatIsHappening(form, 'Someone I work with');
      await choose(form, 'checkbox', 'Ring them', 'E-mail them', 'Through me');
      await press(form, 'Continue');
      return form;
    },
    'its last page': () => atCheck(),
    'a failure while sending': async () => {
      const form = await atCheck(hubOf({ createReferral: failing(offline()) }));
      await press(form, 'Send');
      await findByRole(form, 'button', 'Try again');
      return form;
    },
    'its confirmation': async () => {
      const form = await atCheck();
      await press(form, 'Send');
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

  it('goes by keyboard alone from the first question to the reference', async function () {
    this.timeout(30_000);
    const hub = hubOf();
    const form = await formOn(hub);
    const to = async (role: 'radio' | 'checkbox' | 'textbox' | 'button', name: string) =>
      tabTo(form, await findByRole(form, role, name));

    await to('radio', 'I do');
    await sendKeys({ press: ' ' });
    await to('checkbox', 'Moving, or where to live');
    await sendKeys({ press: ' ' });
    await to('textbox', 'Tell us more, in your own words');
    await sendKeys({ type: 'I do not want to move.' });
    await to('button', 'Continue');
    await sendKeys({ press: 'Enter' });
    await to('checkbox', 'Ring me');
    await sendKeys({ press: ' ' });
    await to('textbox', 'Your telephone number');
    await sendKeys({ type: '01632 960 118' });
    await sendKeys({ press: 'Enter' });
    await to('button', 'Send');
    await sendKeys({ press: 'Enter' });
    await whenSent(form);

    expect(hub.opened).to.have.lengthOf(1);
    expect(hub.opened[0]?.facts.narrative).to.equal('I do not want to move.');
    expect(hub.opened[0]?.facts.matters).to.deep.equal([{ kind: 'change_of_home' }]);
    expect(hub.opened[0]?.person.telephone).to.equal('01632 960 118');
  });

  it('sends nothing that is no longer asked', async () => {
    const hub = hubOf();
    const form = await formOn(hub);
    await tellWhatIsHappening(form);
    await choose(form, 'checkbox', 'E-mail me');
    await fill(form, 'Your e-mail address', 'mo@example.org');

    await choose(form, 'checkbox', 'E-mail me', 'I will contact you instead');
    await press(form, 'Continue');
    await press(form, 'Send');
    await whenSent(form);

    expect(hub.opened[0]?.facts.safe_contact?.allowed).to.deep.equal([]);
    expect(hub.opened[0]?.person.email).to.equal(undefined);
  });

  it('sends and shows no way of contact that is no longer offered', async () => {
    const hub = hubOf();
    const form = await atCheckForOther('Through me', hub);
    await press(form, 'Change Who needs an advocate?');
    await choose(form, 'radio', 'I do');
    await press(form, 'Continue');
    await press(form, 'Back');
    expect(textOf(form)).not.to.contain('Through someone else');

    await press(form, 'Change How can we reach you?');
    await choose(form, 'checkbox', 'E-mail me');
    await fill(form, 'Your e-mail address', 'mo@example.org');
    await press(form, 'Continue');
    await press(form, 'Send');
    await whenSent(form);

    expect(hub.opened[0]?.facts.safe_contact?.allowed).to.deep.equal(['email']);
  });

  it('does not say that anyone is contacted where nobody wants to be', async () => {
    const own = await formOn();
    await tellWhatIsHappening(own);
    await choose(own, 'checkbox', 'I will contact you instead');
    await press(own, 'Continue');
    const other = await atCheckForOther('They will contact you instead');

    for (const form of [own, other]) {
      await press(form, 'Send');
      await whenSent(form);
    }

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

  it('says how deaf people reach 999', async () => {
    const said = textOf(await formOn());

    expect(said).to.contain('First text “register” to 999');
    expect(said).to.contain('999bsl.co.uk');
  });

  it('moves the focus to the heading of each new step, and to nothing at first', async () => {
    const form = await formOn();
    expect(focused(form)).to.equal(null);

    await tellWhatIsHappening(form);

    expect(focused(form)?.textContent).to.equal('How to reach you safely');
  });

  it('moves the focus to the heading of the confirmation, and shows reference and private code', async () => {
    const form = await atCheck();

    await press(form, 'Send');
    await whenSent(form);

    await waitUntil(() => focused(form)?.textContent === 'Sent. We have it.');
    expect(textOf(form)).to.match(/\n[0-9A-Z]{4}-[0-9A-Z]{4}\n/);
    expect(textOf(form)).to.match(/\n[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\n/);
  });

  it('comes back to the check after one answer was changed', async () => {
    const form = await atCheck();

    await press(form, 'Change What do you want to happen?');
    expect(heading(form)).to.equal('What is happening');
    await fill(form, 'What do you want to happen?', 'To keep my mornings.');
    await press(form, 'Continue');

    expect(heading(form)).to.equal('Check and send');
    expect(textOf(form)).to.contain('To keep my mornings.');
  });

  it('asks what a changed answer makes it ask, before it comes back to the check', async () => {
    const form = await atCheck();

    await press(form, 'Change Who needs an advocate?');
    await choose(form, 'radio', 'Someone in my family');
    await press(form, 'Continue');

    expect(heading(form)).to.equal('The person, and how to reach them safely');
    await choose(form, 'radio', 'It is not safe to ask them');
    await press(form, 'Continue');
    expect(heading(form)).to.equal('Check and send');
  });

  it('keeps the answers of a step when a person goes back', async () => {
    const form = await formOn();
    await tellWhatIsHappening(form);
    await fill(form, 'What is your name?', 'Mo');

    await press(form, 'Back');
    await press(form, 'Continue');

    expect((await findByRole<HTMLInputElement>(form, 'textbox', 'What is your name?')).value).to.equal('Mo');
  });

  for (const answer of [
    'Yes, and they agree',
    'Yes, but they do not agree',
    'No, I have not asked them yet',
    'They cannot decide about this now',
    'It is not safe to ask them',
  ]) {
    it(`lets a referral for someone else go on when the answer about them is: ${answer}`, async () => {
      const form = await formOn();
      await tellWhatIsHappening(form, 'A friend, or someone else I know');

      await choose(form, 'radio', answer);
      await choose(form, 'checkbox', 'They will contact you instead');
      await press(form, 'Continue');

      expect(heading(form)).to.equal('Check and send');
    });
  }

  it('shows the privacy notice of the hub before anything is sent', async () => {
    const form = await atCheck();

    expect(textOf(form)).to.contain('We keep it for 18 months after we last spoke to you.');
    expect((await findByRole<HTMLAnchorElement>(form, 'link', /^Complain/)).rel).to.contain('noreferrer');
  });

  it('shows the ways to speak to the hub on every page', async () => {
    const form = await formOn();
    await findByRole(form, 'link', '0191 498 0320');
    await tellWhatIsHappening(form);
    await findByRole(form, 'link', '0191 498 0320');
    await tellHowToReachMe(form);
    await findByRole(form, 'link', '0191 498 0320');
    await press(form, 'Send');
    await whenSent(form);

    await findByRole(form, 'link', '0191 498 0320');
  });

  it('sends once when Send is pressed twice', async () => {
    const hub = hubOf();
    const form = await atCheck(hub);
    const send = await findByRole(form, 'button', 'Send');

    send.click();
    send.click();
    await whenSent(form);

    expect(hub.calls.filter(call => call.name === 'createReferral')).to.have.lengthOf(1);
  });

  it('never calls sent what the hub could not read', async () => {
    const form = await atCheck(quarantiningHub());
    const told = oneEvent(form, 'advocacy-referral-sent');

    await press(form, 'Send');
    await whenSent(form);

    expect(heading(form)).to.equal('The hub has it, and someone must look at it');
    expect(textOf(form)).not.to.match(/\bsent\b/i);
    expect((await told).detail).to.deep.equal({ state: 'quarantined' });
  });

  it('flags what a program filled in, and sends it all the same', async () => {
    const hub = hubOf();
    const form = await atCheck(hub);
    (form.shadowRoot?.querySelector('#trap') as HTMLInputElement).value = 'https://example.org';

    await press(form, 'Send');
    await whenSent(form);

    const sent = hub.calls.find(call => call.name === 'createReferral');
    expect(JSON.parse(sent?.body ?? '{}')).to.include({ trapped: true });
  });

  it('sends the time token of the profile back', async () => {
    const profile = await hubOf().profile();
    const hub = hubOf({ readProfile: () => ({ ...profile, time_token: 'a-token' }) });
    const form = await atCheck(hub);

    await press(form, 'Send');
    await whenSent(form);

    const sent = hub.calls.find(call => call.name === 'createReferral');
    expect(JSON.parse(sent?.body ?? '{}')).to.include({ time_token: 'a-token' });
  });

  it('asks before a page with answers is left, and not before or after', async () => {
    const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const form = await formOn();
    expect(asks(), 'at first').to.equal(false);

    await tellWhatIsHappening(form);
    expect(asks(), 'with answers').to.equal(true);

    await tellHowToReachMe(form);
    await press(form, 'Send');
    await whenSent(form);
    expect(asks(), 'when sent').to.equal(false);
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
});
