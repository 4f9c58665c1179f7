import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { AdvocacyReferralForm } from '../../packages/widgets/src/referral-form.ts';
import '../../packages/widgets/src/referral-form.ts';
import { languageOf } from '../../packages/widgets/src/internal/strings/words.ts';
import { referral } from '../../packages/widgets/src/referral-form/strings/en.ts';
import { en } from '../../packages/widgets/src/internal/strings/en.ts';
import { formOn, press, walkTo } from './referral-journey.ts';
import { findByRole, hubOf, listenTo, write } from './setup.ts';

/*
 * What every element has from its base class, shown on the one that there is.
 */
const looks = (form: AdvocacyReferralForm, selector: string) =>
  getComputedStyle(form.shadowRoot?.querySelector(selector) as Element);

async function onPage(css: string): Promise<AdvocacyReferralForm> {
  const form = await formOn();
  const style = document.createElement('style');
  style.textContent = css;
  form.parentElement?.append(style);
  return form;
}

describe('an element of ours', () => {
  for (const [name, template, code] of [
    ['an address', html`<advocacy-referral-form isolation="none" hub-key="pub_x"></advocacy-referral-form>`, 'no_url'],
    [
      'a key',
      html`<advocacy-referral-form isolation="none" hub-url="https://hub.example"></advocacy-referral-form>`,
      'no_key',
    ],
    [
      'a key that is no secret',
      html`<advocacy-referral-form
        isolation="none"
        hub-url="https://hub.example"
        hub-key="staff_x"
      ></advocacy-referral-form>`,
      'secret_in_browser',
    ],
  ] as const) {
    // prettier-ignore
    it(`tells people in words and administrators on the console that it has not ${name}`, async () => {
      const said = listenTo('error');
      const told = oneEvent(window, 'advocacy-error') as unknown as Promise<CustomEvent<{ code: string }>>;
      const form = await fixture<AdvocacyReferralForm>(template);

      await findByRole(form, 'heading', 'This does not work on this website now');

      expect((await told).detail.code).to.equal(code);
      expect(said.stop().join()).to.contain(code);
    });
  }

  it('takes address and key from the tag of the loader where it has none of its own', async () => {
    const script = document.createElement('script');
    script.type = 'text/plain';
    Object.assign(script.dataset, { hub: 'https://127.0.0.1:9', key: 'pub_loader' });
    document.head.append(script);
    const form = document.createElement('advocacy-referral-form');

    const hub = form.hub;

    await hub;
    script.remove();
  });

  it('keeps to the page’s tokens', async () => {
    const form = await onPage(':root { --advocacy-color-accent: rgb(120, 0, 80); --advocacy-radius: 0px; }');

    expect(looks(form, '.main').backgroundColor).to.equal('rgb(120, 0, 80)');
    expect(looks(form, '.main').borderRadius).to.equal('0px');
  });

  for (const size of ['50%', '62.5%', '200%']) {
    it(`keeps the reader’s text size where the page sets its root to ${size}`, async () => {
      const usual = looks(await formOn(), 'legend').fontSize;

      const form = await onPage(`html { font-size: ${size}; }`);

      expect(looks(form, 'legend').fontSize).to.equal(usual);
    });
  }

  it('lets no text style of the page in, but its font', async () => {
    const form = await onPage(
      'body { text-transform: uppercase; letter-spacing: 9px; line-height: 3; text-align: right; color: red; font-family: Georgia; }',
    );

    const { textTransform, letterSpacing, textAlign, color, fontFamily } = looks(form, '.option span');
    expect({ textTransform, textAlign }).to.deep.equal({ textTransform: 'none', textAlign: 'start' });
    expect(letterSpacing).to.be.oneOf(['normal', '0px']);
    expect(color).not.to.equal('rgb(255, 0, 0)');
    expect(fontFamily).to.equal('Georgia');
  });

  it('follows a reader’s own text spacing', async () => {
    const form = await onPage('* { letter-spacing: 3px !important; line-height: 2 !important; }');

    expect(looks(form, 'legend').letterSpacing).to.equal('3px');
    expect(looks(form, 'button').letterSpacing).to.equal('3px');
  });

  it('is laid out from right to left where its words are, and makes the page no wider', async () => {
    const form = await formOn();
    await walkTo(form, 'Who needs an advocate?');
    Object.assign(form, { readWords: { ...en, referral, language: 'ar', direction: 'rtl' } });
    await form.updateComplete;
    await press(form, 'Continue');
    const box = (selector: string) => (form.shadowRoot?.querySelector(selector) as Element).getBoundingClientRect();

    expect(box('.option input').left).to.be.greaterThan(box('.option span').left);
    // The mark of an error stands where lines begin.
    expect(looks(form, '[data-error]').paddingRight).not.to.equal('0px');
    expect(looks(form, '[data-error]').paddingLeft).to.equal('0px');
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  });

  it('sets English from left to right in a page that is not, and leaves the page’s own content as it is', async () => {
    const form = await formOn();
    (form.parentElement as HTMLElement).dir = 'rtl';
    await findByRole(form, 'link', '0191 498 0320');

    expect(looks(form, 'legend').direction).to.equal('ltr');
    expect(getComputedStyle(form.querySelector('p') as Element).direction).to.equal('rtl');
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  });

  it('sets what a person writes the way that their own language goes', async () => {
    const form = await formOn();
    await walkTo(form, 'What do you want to happen?');
    const field = await findByRole(form, 'textbox');

    write(field, 'أريد أن أبقى');

    expect(getComputedStyle(field).direction).to.equal('rtl');
  });

  it('says in which language its words are', async () => {
    const form = await fixture<AdvocacyReferralForm>(
      html`<div lang="pl"><advocacy-referral-form isolation="none" .hub=${hubOf()}></advocacy-referral-form></div>`,
    );

    await waitUntil(() => form.querySelector('advocacy-referral-form')?.shadowRoot?.querySelector('.frame[lang="en"]'));
  });

  it('can be hidden', async () => {
    const form = await formOn();

    form.hidden = true;

    expect(form.checkVisibility()).to.equal(false);
  });

  it('is of the version that its package has', async () => {
    const { version } = (await (await fetch('/packages/widgets/package.json')).json()) as { version: string };

    expect((customElements.get('advocacy-referral-form') as unknown as { version: string }).version).to.equal(version);
  });

  it('looks for its language by the nearest that is told, through shadow roots', () => {
    const outer = document.createElement('div');
    outer.lang = 'cy';
    const inner = document.createElement('p');
    outer.attachShadow({ mode: 'open' }).append(inner);

    expect(languageOf(inner)).to.equal('cy');
    inner.lang = 'en';
    expect(languageOf(inner)).to.equal('en');
  });
});
