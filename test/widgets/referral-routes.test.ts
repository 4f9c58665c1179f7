import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Referral } from '@advocacy-hub/sdk';
import type { AdvocacyReferralForm } from '../../packages/widgets/src/referral-form.ts';
import '../../packages/widgets/src/referral-form.ts';
import { errors, formOn, heading, whenSent } from './referral-journey.ts';
import { allByRole, findByRole, focused, hubOf, tabTo } from './setup.ts';

/**
 * What is pressed and typed on a page, by its heading: options to choose and texts to write, by name, in the order in
 * which they stand. Past the last of them Tab leads out of the page, and Firefox does not come back.
 */
type Page = readonly (string | readonly [field: string, text: string])[];
type Route = Readonly<Record<string, Page>>;

/** Goes from the first question to the reference with nothing but the keyboard, and gives back what arrived. */
async function byKeyboard(route: Route): Promise<{ referral: Referral; pages: readonly string[] }> {
  const hub = hubOf();
  const form = await formOn(hub);
  const pages: string[] = [];
  while (heading(form) !== 'Check and send') {
    const here = heading(form) ?? '';
    pages.push(here);
    for (const each of route[here] ?? []) {
      if (typeof each === 'string') await chooseByKey(form, each);
      else {
        await tabTo(form, await findByRole(form, 'textbox', each[0]));
        await sendKeys({ type: each[1] });
      }
    }
    await pressByKey(form, 'Continue');
    expect(errors(form), `at “${here}”`).to.deep.equal([]);
    expect(pages.length, 'pages').to.be.lessThan(50);
  }
  expect(
    Object.keys(route).filter(page => !pages.includes(page)),
    'pages that never came',
  ).to.deep.equal([]);
  await findByRole(form, 'button', 'Send');
  if (allByRole(form, 'checkbox', 'Yes, I agree').length > 0) await chooseByKey(form, 'Yes, I agree');
  await pressByKey(form, 'Send');
  await whenSent(form);
  return { referral: hub.opened[0]!, pages };
}

/** Enter goes on from any field but a text of several lines; from there, Tab leads to the next field or to the button. */
async function pressByKey(form: AdvocacyReferralForm, name: string): Promise<void> {
  const button = await findByRole(form, 'button', name);
  const goesOn = () => focused(form) === button || Boolean(focused(form)?.matches('form input'));
  for (let presses = 0; presses < 80 && !goesOn(); presses += 1) await sendKeys({ press: 'Tab' });
  expect(goesOn(), `“${name}” can be reached`).to.equal(true);
  await sendKeys({ press: 'Enter' });
  await form.updateComplete;
}

/** Tab leads into a group of radios, the arrows through it. Of several of one name the first that is not chosen is meant. */
async function chooseByKey(form: AdvocacyReferralForm, name: string): Promise<void> {
  const options = [...allByRole(form, 'radio', name), ...allByRole(form, 'checkbox', name)] as HTMLInputElement[];
  const target = options.find(option => !isAnswered(form, option));
  expect(target, `“${name}” on “${heading(form)}”`).not.to.equal(undefined);
  if (target!.type === 'checkbox') await tabTo(form, target!);
  else {
    await tabTo(form, allOf(form, target!)[0]!);
    for (let presses = 0; presses < 20 && focused(form) !== target; presses += 1)
      await sendKeys({ press: 'ArrowDown' });
    expect(focused(form), `reached by the arrows: ${name}`).to.equal(target);
  }
  if (!target!.checked) await sendKeys({ press: ' ' });
  await form.updateComplete;
  expect(target!.checked, name).to.equal(true);
}

function allOf(form: AdvocacyReferralForm, radio: HTMLInputElement): HTMLInputElement[] {
  return [...form.shadowRoot!.querySelectorAll<HTMLInputElement>(`input[name="${radio.name}"]`)];
}

function isAnswered(form: AdvocacyReferralForm, option: HTMLInputElement): boolean {
  return option.type === 'radio' ? allOf(form, option).some(each => each.checked) : option.checked;
}

const day = (date: string): Page => {
  const [year = '', month = '', number = ''] = date.split('-');
  return [['Day', number], ['Month', month], ['Year', year]]; // prettier-ignore
};

/** What a professional answers whatever the matter is. */
const professional: Route = {
  'Who needs an advocate?': ['Someone I work with'],
  'Where are they living now?': ['A hospital'],
  'How can we reach them?': ['Through me'],
  'About you': [
    ['Your own name', 'Priya Dhillon'],
    ['Your job', 'Social worker'],
    'A council',
    ['Your own telephone number', '0191 498 0455'],
  ],
};

const nobody: Route = {
  'Is there anyone who could speak up for them?': ['No'],
  'Is there anyone who cannot support the person, and why not?': [
    ['Is there anyone who cannot support the person, and why not?', 'A neighbour. He does not want to.'],
  ],
};

const unable: Route = {
  'Do they know that you are asking for them?': ['They cannot decide about this now'],
  'What is your reason for asking without their agreement?': [
    ['What is your reason for asking without their agreement?', 'Best interests.'],
  ],
};

describe('<advocacy-referral-form>, by keyboard alone', function () {
  this.timeout(120_000);

  it('lets a person ask for themselves', async () => {
    const { referral, pages } = await byKeyboard({
      'Is anyone in danger now?': ['No'],
      'Who needs an advocate?': ['I do'],
      'What is it about?': ['Moving, or where to live', 'A complaint about a hospital, doctor or other health care'],
      'What is happening, in your own words?': [['What is happening, in your own words?', 'They want me to move.']],
      'What do you want to happen?': [['What do you want to happen?', 'To stay.']],
      'Where are you living now?': ['My own home'],
      'Is there anyone who could speak up for you?': ['Yes'],
      'Who could speak up for you?': [['Who is it?', 'My nephew'], 'No', 'I don’t know'],
      'How can we reach you?': ['Ring me'],
      'Where we can reach you': [['Your telephone number', '01632 960 118'], 'No'],
      'Keeping you safe': ['Letters', ['Is there anyone that we must not tell?', 'My nephew']],
      'What would help you?': ['Large print', 'Someone who speaks another language'],
    });

    expect(pages).to.have.lengthOf.at.most(25);
    expect(referral.facts.matters.map(({ kind }) => kind)).to.deep.equal(['change_of_home', 'nhs_complaint']);
    expect(referral.facts.narrative).to.equal('They want me to move.');
    expect(referral.facts.wants).to.equal('To stay.');
    expect(referral.facts.supporters).to.deep.equal([{ relationship: 'My nephew', paid: 'no', person_agrees: 'unknown' }]); // prettier-ignore
    expect(referral.facts.safe_contact).to.include({ leave_message: 'no', do_not_tell: 'My nephew' });
    expect(referral.facts.safe_contact?.ruled_out).to.deep.equal(['letter']);
    expect(referral.facts.communication_needs?.formats).to.deep.equal(['large_print']);
    expect(referral.person.telephone).to.equal('01632 960 118');
    expect(referral).not.to.have.property('referrer');
  });

  it('lets a person answer “I don’t know” wherever they are asked', async () => {
    const { referral } = await byKeyboard({
      'Is anyone in danger now?': ['I’m not sure'],
      'Who needs an advocate?': ['I do'],
      'What is it about?': ['Being in hospital, or treated, for my mental health', 'A complaint about a hospital, doctor or other health care', 'I’m not sure'], // prettier-ignore
      'Are you kept in hospital under the Mental Health Act?': ['I don’t know'],
      'When did it happen?': ['I don’t know'],
      'Have you complained yet?': ['I don’t know'],
      'Are there dates that we need to know?': ['There is a date, but I don’t know it'],
      'Who is dealing with this?': [],
      'Where are you living now?': ['I don’t know'],
      'Which town or council area is your home in?': ['I don’t know: Which town or council area is your home in?'],
      'How old are you?': ['I don’t want to say'],
      'Is there anyone who could speak up for you?': ['I don’t know'],
      'How can we reach you?': ['Ring me'],
      'Where we can reach you': [['Your telephone number', '01632 960 118'], 'I don’t know'],
    });

    expect(referral.facts).to.include({ danger_now: 'unknown', has_supporter: 'unknown' });
    expect(referral.facts.person).to.deep.equal({ age_group: 'unknown', home_area: 'unknown', setting: 'unknown' });
    expect(referral.facts.matters[0]?.detention).to.deep.equal({ status: 'unknown' });
    expect(referral.facts.matters[1]?.complaint).to.deep.equal({ happened_on: 'unknown', made_yet: 'unknown' });
    expect(referral.facts.safe_contact?.leave_message).to.equal('unknown');
  });

  it('lets somebody ask for a person they know', async () => {
    const { referral } = await byKeyboard({
      'Who needs an advocate?': ['Someone in my family'],
      'Do they know that you are asking for them?': ['No, I have not asked them yet'],
      'What is it about?': ['Their care or support being checked, changed or cut'],
      'How old are they?': ['16 or 17'],
      'How can we reach them?': ['They will contact you instead'],
    });

    expect(referral.facts.referrer.relationship).to.equal('family');
    expect(referral.facts.consent).to.deep.equal({ answer: 'not_asked' });
    expect(referral.facts.person.age_group).to.equal('16_or_17');
    expect(referral.facts.safe_contact?.allowed).to.deep.equal([]);
  });

  it('takes a professional’s referral for a decision under the Mental Capacity Act', async () => {
    const { referral, pages } = await byKeyboard({
      ...professional,
      ...nobody,
      ...unable,
      'What is it about?': ['Long-term move, for someone who may not be able to decide (Mental Capacity Act)'],
      'The move': [
        ['What has to be decided?', 'A care home, or home with visits.'],
        'No, a capacity assessment found that they cannot',
        ['Who assessed this?', 'Ward doctor'],
        ...day('2026-11-19'),
      ],
      'Will the stay be a long one?': ['Yes'],
      'May you ask for this kind of advocate by law?': ['Yes'],
      'Is there an attorney or a deputy for this decision?': ['No'],
      'Who makes the decision?': ['I do'],
      'Is there a date that we need to know?': day('2026-12-01'),
      'What is their date of birth?': day('1945-02-03'),
    });

    expect(pages).not.to.include('What does the person find hard, even with help?');
    expect(pages).not.to.include('The Mental Health Act');
    expect(referral.facts.referrer).to.deep.equal({ relationship: 'professional', body: 'council', authorised_to_instruct: 'yes' }); // prettier-ignore
    expect(referral.facts.consent).to.deep.equal({ answer: 'cannot', basis: 'Best interests.' });
    expect(referral.facts.capacity).to.deep.equal([
      { decision: 'change_of_home', finding: 'lacks', assessed_by: 'Ward doctor', assessed_on: '2026-11-19' },
    ]);
    expect(referral.facts.matters).to.deep.equal([
      { kind: 'change_of_home', date: '2026-12-01', what: 'A care home, or home with visits.', long_stay: 'yes' },
    ]);
    expect(referral.facts.no_supporter_because).to.equal('A neighbour. He does not want to.');
    expect(referral.person.date_of_birth).to.equal('1945-02-03');
    expect(referral.referrer).to.deep.equal({ name: 'Priya Dhillon', role: 'Social worker', telephone: '0191 498 0455' }); // prettier-ignore
  });

  it('takes a professional’s referral under the Care Act', async () => {
    const { referral, pages } = await byKeyboard({
      ...professional,
      ...nobody,
      'Do they know that you are asking for them?': ['Yes, and they agree'],
      'What is it about?': ['Safeguarding enquiry (section 42)'],
      'What does the person find hard, even with help?': ['Hard', 'Not hard', 'I don’t know', 'Not hard', 'No'],
      'Who looked at this, and when?': [['Who judged this?', 'Priya Dhillon, social worker'], ...day('2026-11-20')],
      'Where is the process now?': ['It is about to begin', 'They may have been harmed', 'No'],
    });

    expect(pages).not.to.include('What is your reason for asking without their agreement?');
    expect(pages).not.to.include('Who makes the decision?');
    expect(referral.facts.consent).to.deep.equal({ answer: 'given' });
    expect(referral.facts.difficulties).to.deep.equal({
      understanding: { has: 'yes', adjustment_would_remove: 'no' },
      retaining: { has: 'no' },
      weighing: { has: 'unknown' },
      communicating: { has: 'no' },
      judged_by: 'Priya Dhillon, social worker',
      judged_on: '2026-11-20',
    });
    expect(referral.facts.matters).to.deep.equal([
      { kind: 'safeguarding_enquiry', stage: 'beginning', role: 'at_risk', disagreement: 'no' },
    ]);
  });

  it('takes a professional’s referral under the Mental Health Act', async () => {
    const { referral, pages } = await byKeyboard({
      ...professional,
      'Do they know that you are asking for them?': ['Yes, but they do not agree'],
      'What is it about?': ['Mental Health Act'],
      'How does the Mental Health Act apply?': ['Detained in hospital'],
      'The Mental Health Act': [['Which section?', '2'], 'No'],
      'Where are they living now?': ['A mental health ward'],
      'Where are they now?': [['Name and address of the place', 'Roseberry Park, Ward 3']],
    });

    expect(pages).not.to.include('What does the person find hard, even with help?');
    expect(pages).not.to.include('Is there anyone who could speak up for them?');
    expect(referral.facts.matters).to.deep.equal([
      { kind: 'mental_health_act', detention: { status: 'detained', section: '2', told_rights: 'no' } },
    ]);
    expect(referral.person.staying_at).to.equal('Roseberry Park, Ward 3');
  });
});
