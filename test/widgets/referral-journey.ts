import { fixture, html, waitUntil } from '@open-wc/testing';
import type { AdvocacyHub } from '@advocacy-hub/sdk';
import type { AdvocacyReferralForm } from '../../packages/widgets/src/referral-form.ts';
import { findByRole, hubOf, write } from './setup.ts';

/** A form in the page itself, on a hub that works unless another is given. */
export function formOn(hub: AdvocacyHub = hubOf()): Promise<AdvocacyReferralForm> {
  return fixture(html`
    <advocacy-referral-form isolation="none" .hub=${hub}><p>Ring us on 0191 498 0320.</p></advocacy-referral-form>
  `);
}

export async function press(form: AdvocacyReferralForm, name: string | RegExp): Promise<void> {
  (await findByRole(form, 'button', name)).click();
  await form.updateComplete;
}

export async function choose(
  form: AdvocacyReferralForm,
  role: 'radio' | 'checkbox',
  ...names: string[]
): Promise<void> {
  for (const name of names) (await findByRole(form, role, name)).click();
  await form.updateComplete;
}

export async function fill(form: AdvocacyReferralForm, name: string, text: string): Promise<void> {
  write(await findByRole(form, 'textbox', name), text);
  await form.updateComplete;
}

export function heading(form: AdvocacyReferralForm): string | undefined {
  return form.shadowRoot?.querySelector('#step-heading')?.textContent.trim();
}

/** Answers the first page with what it takes to go on. */
export async function tellWhatIsHappening(form: AdvocacyReferralForm, about = 'I do'): Promise<void> {
  await choose(form, 'radio', about);
  await choose(form, 'checkbox', 'Care or support being checked, changed or cut');
  await fill(form, 'Tell us more, in your own words', 'They say my mornings will be cut.');
  await press(form, 'Continue');
}

/** Answers the second page with what it takes to go on. */
export async function tellHowToReachMe(form: AdvocacyReferralForm): Promise<void> {
  await choose(form, 'checkbox', 'Ring me');
  await fill(form, 'Your telephone number', '01632 960 118');
  await choose(form, 'radio', 'No');
  await press(form, 'Continue');
}

/** All the way to the last page, with the hub's privacy notice shown. */
export async function atCheck(hub?: AdvocacyHub): Promise<AdvocacyReferralForm> {
  const form = await formOn(hub);
  await tellWhatIsHappening(form);
  await tellHowToReachMe(form);
  await findByRole(form, 'button', 'Send');
  return form;
}

/** The same for someone else, who is reached in this way. */
export async function atCheckForOther(reach: string, hub?: AdvocacyHub): Promise<AdvocacyReferralForm> {
  const form = await formOn(hub);
  await tellWhatIsHappening(form, 'Someone in my family');
  await choose(form, 'radio', 'Yes, and they agree');
  await choose(form, 'checkbox', reach);
  if (reach === 'Through me') await fill(form, 'Your own telephone number', '01632 960 118');
  await press(form, 'Continue');
  await findByRole(form, 'button', 'Send');
  return form;
}

export async function whenSent(form: AdvocacyReferralForm): Promise<void> {
  await waitUntil(() => form.shadowRoot?.querySelector('[part="confirmation"]'), 'the confirmation is shown');
}
