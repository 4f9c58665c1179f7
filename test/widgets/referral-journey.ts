import { fixture, html, waitUntil } from '@open-wc/testing';
import type { AdvocacyHub } from '@advocacy-hub/sdk';
import type { AdvocacyReferralForm } from '../../packages/widgets/src/referral-form.ts';
import type { Answers } from '../../packages/widgets/src/referral-form/answers.ts';
import type { Step } from '../../packages/widgets/src/referral-form/steps.ts';
import { referral } from '../../packages/widgets/src/referral-form/strings/en.ts';
import { allByRole, findByRole, hubOf, patience, textOf, write } from './setup.ts';

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

/** The summary's lines. */
export function errors(form: AdvocacyReferralForm): string[] {
  return [...(form.shadowRoot?.querySelectorAll('#error-summary a') ?? [])].map(link => link.textContent);
}

/** What a person answers on the way; everything else they leave out. */
export interface Way {
  readonly danger?: string;
  readonly about?: string;
  readonly consent?: string;
  readonly matters?: readonly string[];
  readonly story?: string;
  readonly reach?: readonly string[];
}

export const others = 'Someone in my family';
export const professional = 'Someone I work with';
const story = 'They say my mornings will be cut.';

/** What is done on a page, by its heading: only what it takes to go on. */
function answerPage(form: AdvocacyReferralForm, way: Way): Promise<void> | undefined {
  const { about = 'I do', consent = 'Yes, and they agree' } = way;
  const isSelf = about === 'I do';
  const reach = way.reach ?? [isSelf ? 'Ring me' : 'Through me'];
  switch (heading(form)) {
    case 'Is anyone in danger now?':
      return way.danger === undefined ? undefined : choose(form, 'radio', way.danger);
    case 'We will ring you':
    case 'Who needs an advocate?':
      return choose(form, 'radio', about);
    case 'Do they know that you are asking for them?':
      return choose(form, 'radio', consent);
    case 'What is it about?':
      return choose(form, 'checkbox', ...(way.matters ?? ['I’m not sure']));
    case 'What is happening, in your own words?':
    case 'What is happening?':
      return fillIfEmpty(form, way.story ?? story);
    case 'How can we reach you?':
    case 'How can we reach them?':
      return choose(form, 'checkbox', ...reach);
    case 'About you':
      return fillContacts(form);
    default:
      return fillContacts(form);
  }
}

async function fillIfEmpty(form: AdvocacyReferralForm, text: string): Promise<void> {
  const field = await findByRole<HTMLTextAreaElement>(form, 'textbox');
  if (!field.value) write(field, text);
  await form.updateComplete;
}

async function fillContacts(form: AdvocacyReferralForm): Promise<void> {
  for (const field of allByRole(form, 'textbox')) {
    const { type, id, value } = field as HTMLInputElement;
    if (value) continue;
    if (type === 'tel') write(field, '01632 960 118');
    if (type === 'email') write(field, 'mo@example.org');
    if (id === 'through') write(field, 'My sister, 01632 960 002');
    if (id === 'address') write(field, '9 Sadler Street, Durham');
  }
  await form.updateComplete;
}

/** Answers a page with what it takes to go on, and goes on. */
export async function turnPage(form: AdvocacyReferralForm, way: Way = {}): Promise<void> {
  const before = heading(form);
  await answerPage(form, way);
  await press(form, 'Continue');
  if (errors(form).length > 0) throw new Error(`Stuck at “${before}”: ${errors(form).join(' | ')}`);
}

/** From the page where the form is, on to the one with this heading, answering only what it takes. */
export async function walkTo(form: AdvocacyReferralForm, target: string, way: Way = {}): Promise<void> {
  for (let pages = 0; heading(form) !== target; pages += 1) {
    if (pages > 45 || heading(form) === 'Check and send') throw new Error(`There is no page “${target}”.`);
    await turnPage(form, way);
  }
}

/** All the way to the last page, with the hub's privacy notice shown. */
export async function atCheck(hub?: AdvocacyHub, way: Way = {}): Promise<AdvocacyReferralForm> {
  const form = await formOn(hub);
  await walkTo(form, 'Check and send', way);
  await findByRole(form, 'button', 'Send');
  return form;
}

/** Agrees where the hub asks for it, and sends. */
export async function send(form: AdvocacyReferralForm): Promise<void> {
  await findByRole(form, 'button', 'Send');
  const agrees = allByRole(form, 'checkbox', 'Yes, I agree')[0] as HTMLInputElement | undefined;
  if (agrees && !agrees.checked) agrees.click();
  await form.updateComplete;
  await press(form, 'Send');
}

export async function whenSent(form: AdvocacyReferralForm): Promise<void> {
  await waitUntil(
    () => form.shadowRoot?.querySelector('[part="confirmation"]'),
    `the confirmation is shown; what is shown: ${textOf(form).slice(0, 300)}`,
    { timeout: patience },
  );
}

/** Answers that bring up, between them, every question there is. */
export const situations: Readonly<Record<string, Answers>> = {
  'for oneself': situation({ about: 'self', has_supporter: 'yes' }),
  'for someone else': situation({ about: 'family', has_supporter: 'yes' }),
  'for a professional': situation({ about: 'professional', has_supporter: 'yes' }),
  'for a professional where nobody is there': situation({ about: 'professional', has_supporter: 'no' }),
  'who is to be rung': { about: 'self', call_back: 'yes' },
  'who is to be rung about someone else': { about: 'friend', call_back: 'yes' },
};

function situation(answers: Answers): Answers {
  const first = { consent: 'cannot', setting: 'hospital', decides: 'someone_else', born: { day: '', month: '', year: '', isUnknown: true } } as const; // prettier-ignore
  const rest = {
    matters: Object.keys(referral.questions.matters.options),
    reach: Object.keys(referral.questions.reach.options).filter(way => way !== 'none'),
    communication: Object.keys(referral.questions.communication.options),
    finding_serious_medical_treatment: 'lacks',
    finding_change_of_home: 'lacks',
    telephone: '01632 960 118',
    referrer_telephone: '01632 960 118',
    email: 'mo@example.org',
    through: 'My sister',
  };
  return { ...first, ...rest, ...answers } as Answers;
}

/** Puts the form where a journey of many pages would have brought it. */
export async function showPage(form: AdvocacyReferralForm, { name }: Step, answers: Answers): Promise<void> {
  Object.assign(form, { answers, stepName: name, stoppedAnswers: undefined });
  await form.updateComplete;
}
