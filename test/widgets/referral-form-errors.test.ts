import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AdvocacyReferralForm } from '../../packages/widgets/src/referral-form.ts';
import '../../packages/widgets/src/referral-form.ts';
import { atCheckForOther, choose, fill, formOn, heading, press, tellWhatIsHappening } from './referral-journey.ts';
import { allByRole, descriptionOf, findByRole, focused, hubOf, listenTo } from './setup.ts';

/** The summary's lines. */
const errors = (form: AdvocacyReferralForm) =>
  [...(form.shadowRoot?.querySelectorAll('#error-summary a') ?? [])].map(link => link.textContent);

async function atContact(about?: string): Promise<AdvocacyReferralForm> {
  const form = await formOn();
  await tellWhatIsHappening(form, about);
  return form;
}

async function typeDate(form: AdvocacyReferralForm, day: string, month: string, year: string): Promise<void> {
  await fill(form, 'Day', day);
  await fill(form, 'Month', month);
  await fill(form, 'Year', year);
  await choose(form, 'checkbox', 'I will contact you instead');
  await press(form, 'Continue');
}

describe('<advocacy-referral-form>, when an answer cannot go on', () => {
  it('says what to do on the first page, at the top and at the questions', async () => {
    const form = await formOn();

    await press(form, 'Continue');

    expect(errors(form)).to.deep.equal(['Choose who needs an advocate', 'Choose what it is about, or “I’m not sure”']);
    expect(descriptionOf(await findByRole(form, 'radiogroup'))).to.contain('Choose who needs an advocate');
    expect(descriptionOf(await findByRole(form, 'group'))).to.contain('Choose what it is about, or “I’m not sure”');
  });

  it('moves the focus to the summary', async () => {
    const form = await formOn();

    await press(form, 'Continue');

    await waitUntil(() => focused(form)?.id === 'error-summary');
  });

  it('moves the focus to the summary again when it is still wrong', async () => {
    const form = await formOn();
    await press(form, 'Continue');
    await choose(form, 'radio', 'I do');

    (await findByRole(form, 'button', 'Continue')).focus();
    await press(form, 'Continue');

    await waitUntil(() => focused(form)?.id === 'error-summary');
    expect(errors(form)).to.deep.equal(['Choose what it is about, or “I’m not sure”']);
  });

  it('moves the focus to the summary also when nothing was changed, and never while a person types', async () => {
    const form = await formOn();
    for (const time of ['first', 'second']) {
      (await findByRole(form, 'button', 'Continue')).focus();
      await press(form, 'Continue');
      expect(focused(form)?.id, time).to.equal('error-summary');
    }

    const field = await findByRole<HTMLTextAreaElement>(form, 'textbox', 'What do you want to happen?');
    field.focus();
    for (const letter of 'stay') await sendKeys({ press: letter });

    expect(field.value).to.equal('stay');
    expect(focused(form)).to.equal(field);
  });

  it('leads from the summary to the control, with its question in view, and leaves the address alone', async () => {
    const form = await formOn();
    await press(form, 'Continue');
    const address = location.href;

    (await findByRole(form, 'link', 'Choose what it is about, or “I’m not sure”')).click();

    expect(focused(form)).to.equal(await findByRole(form, 'checkbox', 'Getting care or support for the first time'));
    const legend = (await findByRole(form, 'group')).querySelector('legend') as HTMLElement;
    const { top, bottom } = legend.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(location.href).to.equal(address);
  });

  it('goes on without the summary once the answers are there', async () => {
    const form = await formOn();
    await press(form, 'Continue');

    await tellWhatIsHappening(form);

    expect(heading(form)).to.equal('How to reach you safely');
    expect(allByRole(form, 'alert')).to.have.lengthOf(0);
  });

  it('asks for a way to reach the person, and takes “I will contact you instead”', async () => {
    const form = await atContact();
    await press(form, 'Continue');
    expect(errors(form)).to.deep.equal(['Choose how we can reach you, or “I will contact you instead”']);

    await choose(form, 'checkbox', 'I will contact you instead');
    await press(form, 'Continue');

    expect(heading(form)).to.equal('Check and send');
  });

  it('asks to choose where a person wants to be rung and also not to be contacted', async () => {
    const form = await atContact();
    await choose(form, 'checkbox', 'Ring me', 'I will contact you instead');
    await fill(form, 'Your telephone number', '01632 960 118');

    await press(form, 'Continue');

    expect(errors(form)).to.deep.equal(['Choose how we can reach you, or “I will contact you instead”, but not both']);
  });

  it('asks again for a way to reach the person where the one they chose is no longer offered', async () => {
    const form = await atCheckForOther('Through me');
    await press(form, 'Change Who needs an advocate?');
    await choose(form, 'radio', 'I do');

    await press(form, 'Continue');

    expect(heading(form)).to.equal('How to reach you safely');
    await press(form, 'Continue');
    expect(errors(form)).to.deep.equal(['Choose how we can reach you, or “I will contact you instead”']);
  });

  it('asks for the number and the address of the ways that were chosen', async () => {
    const form = await atContact();
    await choose(form, 'checkbox', 'Text me', 'E-mail me');
    await press(form, 'Continue');
    expect(errors(form)).to.deep.equal(['Write the telephone number', 'Write the e-mail address']);

    await fill(form, 'Your telephone number', 'ask Jo');
    await fill(form, 'Your e-mail address', 'mo at example');
    await press(form, 'Continue');

    expect(errors(form)).to.deep.equal([
      'Write a telephone number, like 01632 960 001',
      'Write an e-mail address, like name@example.org',
    ]);
    const field = await findByRole(form, 'textbox', 'Your e-mail address');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(descriptionOf(field)).to.contain('Write an e-mail address, like name@example.org');
  });

  it('asks whoever speaks for someone else how to reach them, where that is the way', async () => {
    const form = await atContact('Someone I work with');
    await choose(form, 'checkbox', 'Through me');
    await press(form, 'Continue');
    expect(errors(form)).to.deep.equal([
      'Choose whether they know that you are asking',
      'Write your telephone number or your e-mail address, so that we can reach them through you',
    ]);

    await choose(form, 'radio', 'They cannot decide about this now');
    await fill(form, 'Your own e-mail address', 'worker@example.org');
    await press(form, 'Continue');

    expect(heading(form)).to.equal('Check and send');
  });

  for (const [day, month, year, error, control] of [
    ['', '12', '2027', 'Write the day of the date as well', 'Day'],
    ['4', '', '2027', 'Write the month of the date as well', 'Month'],
    ['4', '12', '', 'Write the year of the date as well', 'Year'],
    ['4', '12', '27', 'Write the year with 4 numbers, like 2027', 'Year'],
    ['30', '2', '2027', 'Check the date: there is no such day', 'Day'],
    ['4', '13', '2027', 'Check the date: there is no such day', 'Day'],
    ['four', '12', '2027', 'Check the date: there is no such day', 'Day'],
    ['4', '12', '3026', 'Check the date: there is no such day', 'Year'],
    ['4', '12', '0026', 'Check the date: there is no such day', 'Year'],
  ] as const) {
    it(`says what is wrong with the date ${day || '…'} ${month || '…'} ${year || '…'}, and where`, async () => {
      const form = await atContact();

      await typeDate(form, day, month, year);

      expect(errors(form)).to.deep.equal([error]);
      (await findByRole(form, 'link', error)).click();
      expect(focused(form)).to.equal(await findByRole(form, 'textbox', control));
      expect(focused(form)?.getAttribute('aria-invalid')).to.equal('true');
    });
  }

  it('takes the 29th of February of a leap year', async () => {
    const form = await atContact();

    await typeDate(form, '29', '2', '2028');

    expect(heading(form)).to.equal('Check and send');
  });

  it('takes it that there is a date that nobody knows, but not together with one', async () => {
    const form = await atContact();
    await choose(form, 'checkbox', 'There is a date, but I don’t know it');
    await typeDate(form, '4', '12', '2027');
    expect(errors(form)).to.deep.equal(['Write the date, or choose that you don’t know it, but not both']);

    await choose(form, 'checkbox', 'I will contact you instead');
    await typeDate(form, '', '', '');

    expect(heading(form)).to.equal('Check and send');
  });

  it('does not send what became wrong since, and says where', async () => {
    const form = await atContact();
    await choose(form, 'checkbox', 'I will contact you instead');
    await press(form, 'Continue');
    await press(form, 'Change How can we reach you?');
    await choose(form, 'checkbox', 'I will contact you instead');
    await press(form, 'Back');

    await press(form, 'Send');

    expect(heading(form)).to.equal('How to reach you safely');
    expect(errors(form)).to.deep.equal(['Choose how we can reach you, or “I will contact you instead”']);
  });

  it('says at the field that a text is too long for the hub', async () => {
    const form = await formOn();

    await writeTooMuch(form);

    expect(errors(form)[0]).to.contain('too long');
  });

  it('says the same where the page lets the form stand in the page only later', async () => {
    const said = listenTo('warn');
    const form = await fixture<AdvocacyReferralForm>(
      html`<advocacy-referral-form .hub=${hubOf()}></advocacy-referral-form>`,
    );
    said.stop();

    form.isolation = 'none';
    await form.updateComplete;
    await writeTooMuch(form);

    expect(errors(form)[0]).to.contain('too long');
  });
});

async function writeTooMuch(form: AdvocacyReferralForm): Promise<void> {
  await choose(form, 'radio', 'I do');
  await choose(form, 'checkbox', 'I’m not sure');
  await fill(form, 'Tell us more, in your own words', 'a'.repeat(20_001));
  // The limits come a moment after the form is shown.
  await Promise.all([import('@advocacy-hub/sdk/contract/said'), import('@advocacy-hub/sdk/sealing')]);
  await nextFrame();
  await press(form, 'Continue');
}
