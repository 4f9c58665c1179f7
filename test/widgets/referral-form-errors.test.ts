import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AdvocacyReferralForm } from '../../packages/widgets/src/referral-form.ts';
import '../../packages/widgets/src/referral-form.ts';
import { en } from '../../packages/widgets/src/internal/strings/en.ts';
import type { Answers } from '../../packages/widgets/src/referral-form/answers.ts';
import type { Question } from '../../packages/widgets/src/referral-form/question.ts';
import { questionsOf, stepsOf } from '../../packages/widgets/src/referral-form/questions.ts';
import type { Step } from '../../packages/widgets/src/referral-form/steps.ts';
import { referral } from '../../packages/widgets/src/referral-form/strings/en.ts';
import { atCheck, choose, errors, fill, formOn, heading, others, press, showPage, situations, walkTo } from './referral-journey.ts'; // prettier-ignore
import { allByRole, descriptionOf, findByRole, focused, hubOf, listenTo } from './setup.ts';

/** What is said of a control: by its own description and that of the group that it stands in. */
function saidAt(control: HTMLElement): string {
  const group = control.closest('fieldset');
  return [control, ...(group ? [group] : [])].map(descriptionOf).join(' ');
}

interface Rule {
  readonly name: string;
  readonly says: string;
  readonly answers: Answers;
  readonly wrong: Partial<Answers>;
  readonly right: Partial<Answers>;
}

function* everyRule(): Generator<{ title: string; step: Step; question: Question; rule: Rule }> {
  const done = new Set<string>();
  for (const [who, answers] of Object.entries(situations)) {
    for (const step of stepsOf(answers).filter(each => each.name !== 'check')) {
      for (const question of questionsOf(step, answers)) {
        for (const rule of rulesOf(question, answers)) {
          // What is asked of each matter is one question with as many names.
          const title = `${rule.name}: ${question.words ?? question.name} (${step.name}, ${who})`;
          if (!done.has(title)) yield { title, step, question, rule };
          done.add(title);
        }
      }
    }
  }
}

/** What may be wrong with an answer of this kind, what is then said, and an answer that mends it. */
function rulesOf(question: Question, answers: Answers): readonly Rule[] {
  const { name } = question;
  const { questions, dayErrors, placeErrors } = referral;
  const rule = (called: string, says: string, wrong: unknown, right: unknown): Rule => ({
    name: called,
    says,
    answers,
    wrong: { [name]: wrong },
    right: { [name]: right },
  });
  const tooLong = (wrong: unknown, right: unknown): Rule => ({
    ...rule('too long', '', wrong, right),
    says: en.errors.tooLong(labelFor(question, answers)),
  });
  const voice = answers.about === 'self' ? 'self' : 'other';
  switch (question.kind) {
    case 'day': {
      const typed = (day: string, month: string, year: string, isUnknown = false) => ({ day, month, year, isUnknown });
      const right = typed('4', '12', '2026');
      return [
        rule('no day', dayErrors.day, typed('', '12', '2027'), right),
        rule('no month', dayErrors.month, typed('4', '', '2027'), right),
        rule('no year', dayErrors.year, typed('4', '12', ''), right),
        rule('a short year', dayErrors.fourNumbers, typed('4', '12', '27'), right),
        rule('a year too far off', dayErrors.farOff, typed('4', '12', '3026'), right),
        rule('no such day', dayErrors.unreal, typed('30', '2', '2027'), right),
        rule('letters', dayErrors.unreal, typed('four', '12', '2027'), right),
        rule('known and unknown', dayErrors.both, typed('4', '12', '2027', true), right),
      ];
    }
    case 'place': {
      const typed = (text: string, isUnknown = false) => ({ text, isUnknown });
      return [
        tooLong(typed('a'.repeat(121)), typed('Durham')),
        rule('known and unknown', placeErrors.both, typed('Durham', true), typed('Durham')),
      ];
    }
    case 'people':
      return [
        tooLong([{ relationship: 'a'.repeat(301) }], [{ relationship: 'Sister' }]),
        {
          ...tooLong([{}, { relationship: 'a'.repeat(301) }], [{}, { relationship: 'Sister' }]),
          name: 'the second too long',
        },
      ];
    case 'story':
      return [tooLong('a'.repeat(20_001), 'a'.repeat(20_000))];
    case 'text':
      return [
        tooLong('a'.repeat(301), 'a'.repeat(300)),
        ...(name === 'through' ? [rule('nothing', questions.through.errors.none, ' ', 'My sister')] : []),
      ];
    case 'tel': {
      const own = name === 'referrer_telephone' && !answers.call_back ? questions.referrer_telephone : questions.telephone; // prettier-ignore
      const none = name === 'telephone' ? questions.telephone.errors.none : questions.referrer_telephone.errors.none;
      const isNeeded = name === 'telephone' || (name === 'referrer_telephone' && answers.about !== 'self');
      return [
        tooLong('0'.repeat(301), '01632 960 001'),
        rule('no number', own.errors.wrong, 'ask Jo', '01632 960 001'),
        ...(isNeeded ? [rule('nothing', none, ' ', '01632 960 001')] : []),
      ];
    }
    case 'email':
      return [
        tooLong(`${'a'.repeat(300)}@example.org`, 'mo@example.org'),
        rule('no address', questions.email.errors.wrong, 'mo at example', 'mo@example.org'),
        ...(name === 'email' ? [rule('nothing', questions.email.errors.none, ' ', 'mo@example.org')] : []),
      ];
    case 'many':
      if (name === 'matters') return [rule('nothing', questions.matters.errors.none, [], ['not_sure'])];
      if (name !== 'reach') return [];
      return [
        rule('nothing', questions.reach.errors.none[voice], [], ['letter']),
        rule('both', questions.reach.errors.both[voice], ['letter', 'none'], ['letter']),
      ];
    case 'one':
      if (name === 'consent') return [rule('nothing', questions.consent.errors.none, undefined, 'given')];
      if (name === 'about') return [rule('nothing', questions.about.errors.none, undefined, answers.about)];
      return [];
    case 'language':
      return [];
  }
}

/** The name that the message of a text that is too long gives to the question. */
function labelFor(question: Question, answers: Answers): string {
  const words: Readonly<Record<string, { readonly label: string | Readonly<Record<string, string>> }>> = referral.questions; // prettier-ignore
  const said = (text: string | Readonly<Record<string, string>>) =>
    typeof text === 'string' ? text : (text[voice] ?? text['other'] ?? '');
  const voice = answers.about === 'self' ? 'self' : answers.about === 'professional' ? 'professional' : 'other';
  const label = said(words[question.words ?? question.name]?.label ?? '');
  if (!question.matter || question.kind === 'story') return label;
  return `${label} (${said(referral.questions.matters.options[question.matter])})`;
}

async function typeDate(form: AdvocacyReferralForm, day: string, month: string, year: string): Promise<void> {
  await fill(form, 'Day', day);
  await fill(form, 'Month', month);
  await fill(form, 'Year', year);
  await press(form, 'Continue');
}

/** The limits come a moment after the form is shown. */
async function limitsArrived(): Promise<void> {
  await Promise.all([
    import('@advocacy-hub/sdk/contract/facts'),
    import('@advocacy-hub/sdk/sealing'),
    import('../../packages/widgets/src/referral-form/ending.ts'),
    import('../../packages/widgets/src/referral-form/sending.ts'),
    import('../../packages/widgets/src/referral-form/answer-list.ts'),
  ]);
  await nextFrame();
  await waitUntil(() => true);
}

describe('<advocacy-referral-form>, when an answer cannot go on', () => {
  it('moves the focus to the summary, each time', async () => {
    const form = await formOn();
    await walkTo(form, 'What is it about?');
    for (const time of ['first', 'second']) {
      (await findByRole(form, 'button', 'Continue')).focus();
      await press(form, 'Continue');
      expect(focused(form)?.id, time).to.equal('error-summary');
    }
  });

  it('does not move the focus while a person types', async () => {
    const form = await formOn();
    await press(form, 'Ask us to ring you instead');
    await press(form, 'Continue');

    const field = await findByRole<HTMLInputElement>(form, 'textbox', 'What is your name?');
    field.focus();
    for (const letter of 'mo') await sendKeys({ press: letter });

    expect(field.value).to.equal('mo');
    expect(focused(form)).to.equal(field);
  });

  it('leads from the summary to the control, with its question in view, and leaves the address alone', async () => {
    const form = await formOn();
    await walkTo(form, 'What is it about?');
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

  it('says in the title of a page of ours that there is an error, until there is none', async () => {
    const form = await formOn();
    document.title = 'Help to be heard';
    form.stepsInHistory = true;
    await walkTo(form, 'Who needs an advocate?');
    const { title } = document;
    await press(form, 'Continue');
    expect(document.title).to.equal(`Error: ${title}`);
    form.lang = 'cy';
    await waitUntil(() => document.title === `Gwall: ${title}`);
    form.lang = 'en';
    await waitUntil(() => document.title === `Error: ${title}`);

    await choose(form, 'radio', 'I do');
    await press(form, 'Continue');

    expect(document.title).to.equal(title);
    form.stepsInHistory = false;
  });

  it('asks to choose where a person wants to be rung and also not to be contacted', async () => {
    const form = await formOn();
    await walkTo(form, 'How can we reach you?');
    await choose(form, 'checkbox', 'Ring me', 'I will contact you instead');

    await press(form, 'Continue');

    expect(errors(form)).to.deep.equal(['Choose how we can reach you, or “I will contact you instead”, but not both']);
  });

  it('asks whoever speaks for someone else how to reach them, where that is the way', async () => {
    const form = await formOn();
    await walkTo(form, 'About you', { about: others, reach: ['Through me'] });
    await press(form, 'Continue');
    expect(errors(form)).to.deep.equal([
      'Write your telephone number or your e-mail address, so that we can reach them through you',
    ]);

    await fill(form, 'Your own e-mail address', 'sister@example.org');
    await press(form, 'Continue');

    expect(heading(form)).to.equal('What would help them?');
  });

  it('takes the 29th of February of a leap year', async () => {
    const form = await formOn();
    await walkTo(form, 'Is there a date that we need to know?', { matters: ['Something else'] });

    await typeDate(form, '29', '2', '2028');

    expect(errors(form)).to.deep.equal([]);
  });

  it('does not send what became wrong since, and says where', async () => {
    const form = await atCheck(undefined, { reach: ['I will contact you instead'] });
    await press(form, 'Change How can we reach you?');
    await choose(form, 'checkbox', 'I will contact you instead');
    await press(form, 'Back');

    await press(form, 'Send');

    expect(heading(form)).to.equal('How can we reach you?');
    expect(errors(form)).to.deep.equal(['Choose how we can reach you, or “I will contact you instead”']);
  });

  it('says that a text is too long also where the page lets the form stand in the page only later', async () => {
    const said = listenTo('warn');
    const form = await fixture<AdvocacyReferralForm>(
      html`<advocacy-referral-form .hub=${hubOf()}></advocacy-referral-form>`,
    );
    said.stop();

    form.isolation = 'none';
    await form.updateComplete;
    await limitsArrived();
    await walkTo(form, 'What do you want to happen?');
    await fill(form, 'What do you want to happen?', 'a'.repeat(20_001));
    await press(form, 'Continue');

    expect(errors(form)[0]).to.contain('too long');
  });

  describe('at every question, by every rule,', () => {
    for (const { title, step, question, rule } of everyRule()) {
      it(title, async () => {
        const form = await formOn();
        await limitsArrived();
        const answers = { ...rule.answers, ...rule.wrong };
        await showPage(form, step, answers);

        await press(form, 'Continue');

        expect(errors(form), 'the summary').to.include(rule.says);
        expect(focused(form)?.id).to.equal('error-summary');
        expect(errors(form).join()).not.to.match(/invalid|required|please/i);
        const link = allByRole(form, 'link', rule.says)[0] as HTMLElement;
        link.click();
        const control = focused(form) as HTMLElement;
        expect(control.id.startsWith(question.name), `leads to ${control.id}`).to.equal(true);
        expect(control.closest('[data-error]'), 'is marked at its side').not.to.equal(null);
        expect(saidAt(control), 'says the same at the field').to.contain(rule.says);

        await showPage(form, step, { ...answers, ...rule.right });
        await press(form, 'Continue');
        expect(errors(form), 'is gone once it is mended').not.to.include(rule.says);
      });
    }
  });
});
