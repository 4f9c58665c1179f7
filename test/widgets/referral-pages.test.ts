import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { AdvocacyReferralForm } from '../../packages/widgets/src/referral-form.ts';
import '../../packages/widgets/src/referral-form.ts';
import { stepsOf } from '../../packages/widgets/src/referral-form/questions.ts';
import { formOn, showPage, situations } from './referral-journey.ts';
import { allByRole, findByRole, overflowOf } from './setup.ts';

/** Every page, once for a person themselves and once for somebody who asks for another. */
const pages = new Map(
  Object.entries(situations).flatMap(([, answers]) =>
    stepsOf(answers).map(step => {
      const voice = answers.about === 'self' ? 'for oneself' : 'for another';
      return [`${step.name}, ${voice}`, { step, answers }] as const;
    }),
  ),
);

const layouts = [
  ['text as the reader has it', '16px', '0', 'ltr'],
  ['text twice as large', '32px', '0', 'ltr'],
  ['letters and words set apart', '16px', '0.12em', 'ltr'],
  ['from right to left', '16px', '0', 'rtl'],
] as const;

describe('<advocacy-referral-form>, on its page', () => {
  for (const [name, { step, answers }] of pages) {
    it(`${name}: can be used by everyone, in either language, on 320 px`, async () => {
      const form = await formOn();
      await findByRole(form, 'link', '0191 498 0320');
      await showPage(form, step, answers);
      if (step.name === 'check') await waitUntil(() => form.shadowRoot?.querySelector('.summary'));

      await expect(form).to.be.accessible();
      expect(form.shadowRoot?.querySelectorAll('#step-heading')).to.have.lengthOf(1);
      for (const role of ['radio', 'checkbox', 'textbox', 'combobox', 'button'] as const) {
        expect(allByRole(form, role, ''), `${role} without a name`).to.deep.equal([]);
      }
      expect(allByRole(form, 'link', '0191 498 0320'), 'a way to speak to someone').to.have.lengthOf(1);

      await inWelsh(form);
      await expect(form).to.be.accessible();

      const page = form.parentElement as HTMLElement;
      page.style.inlineSize = '320px';
      for (const [layout, size, spacing, direction] of layouts) {
        page.style.setProperty('--advocacy-font-size', size);
        form.style.letterSpacing = spacing;
        form.style.wordSpacing = spacing;
        form.shadowRoot?.querySelector('.frame')?.setAttribute('dir', direction);
        await aTimeout(0);
        expect(overflowOf(form), layout).to.be.at.most(0.5);
      }
    });
  }
});

async function inWelsh(form: AdvocacyReferralForm): Promise<void> {
  form.lang = 'cy';
  await waitUntil(() => form.shadowRoot?.querySelector('.frame')?.getAttribute('lang') === 'cy');
}
