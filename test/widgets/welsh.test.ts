import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { cy as sharedCy } from '../../packages/widgets/src/internal/strings/cy.ts';
import { en as sharedEn } from '../../packages/widgets/src/internal/strings/en.ts';
import { AdvocacyReferralForm } from '../../packages/widgets/src/referral-form.ts';
import { ending as endingCy } from '../../packages/widgets/src/referral-form/strings/ending.cy.ts';
import { ending as endingEn } from '../../packages/widgets/src/referral-form/strings/ending.en.ts';
import { referral as formCy } from '../../packages/widgets/src/referral-form/strings/cy.ts';
import { referral as formEn } from '../../packages/widgets/src/referral-form/strings/en.ts';
import { atCheck, choose, fill, formOn, heading, press, walkTo, whenSent } from './referral-journey.ts';
import { findByRole, focused, hubOf, listenTo } from './setup.ts';

type Pair = readonly [path: string, welsh: string, english: string];

/** Each Welsh text beside its English one; a text with gaps is read with the same in them. */
function* pairs(welsh: object, english: object, path = 'cy'): Generator<Pair> {
  expect(Object.keys(welsh).sort(), path).to.deep.equal(Object.keys(english).sort());
  const there = english as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries(welsh) as [string, unknown][]) {
    const here = `${path}.${key}`;
    const other = there[key];
    if (typeof value === 'object') yield* pairs(value as object, other as object, here);
    else yield [here, said(value), said(other)];
  }
}

function said(text: unknown): string {
  return typeof text === 'function' ? String((text as (...gaps: unknown[]) => string)(3, 4, 'X')) : String(text);
}

const { language: _language, direction: _direction, ...shared } = sharedCy;
const { language: _english, direction: _ltr, ...sharedInEnglish } = sharedEn;
const { languageNames: _names, ...end } = endingCy;
const { languageNames: _none, ...endInEnglish } = endingEn;
const all = [
  ...pairs(shared, sharedInEnglish, 'shared'),
  ...pairs(formCy, formEn, 'form'),
  ...pairs(end, endInEnglish, 'ending'),
];
const texts = all.filter(([, welsh]) => welsh !== '');

/** What Welsh calls the same. */
const names = ['Braille', 'Makaton'];
// Names of the law, of a service and of a way to speak, and what has to be texted, as they stand in the Welsh.
const kept = /Sign Supported English|Shared Lives|“register”/g;
// Those that are words of Welsh too (a, at, do, i, on) tell nothing.
const english = /\b(the|you|your|we|are|is|and|or|not|what|with|who|this|that|they|them|their|of|to|for|can|in)\b/i;

describe('the Welsh words', () => {
  it('say in Welsh all that the English ones say', () => {
    expect(texts.filter(([, welsh, other]) => welsh === other && !names.includes(welsh))).to.deep.equal([]);
    expect(all.filter(([, welsh, other]) => (welsh === '') !== (other === ''))).to.deep.equal([]);
  });

  it('have no English among them', () => {
    expect(texts.filter(([, welsh]) => english.test(welsh.replaceAll(kept, '')))).to.deep.equal([]);
  });

  it('have no sentence of more than 25 words', () => {
    const long = texts.filter(([, welsh]) => welsh.split(/[.?!:]\s/).some(each => each.split(/\s+/).length > 25));

    expect(long).to.deep.equal([]);
  });

  it('keep every number that people may need', () => {
    const numbers = (text: string) => (text.match(/\d+([A-Z]\b|bsl\.co\.uk)?/g) ?? []).sort().join(' ');
    const differing = texts.filter(([, welsh, other]) => numbers(welsh) !== numbers(other));

    expect(differing).to.deep.equal([]);
  });

  it('use curved apostrophes and quotation marks', () => {
    expect(texts.filter(([, welsh]) => /['"`]/.test(welsh))).to.deep.equal([]);
  });

  it('count days as Welsh does', () => {
    const { byWhen } = endingCy.sent;

    expect(byWhen(0)).to.contain('ar yr un diwrnod gwaith');
    expect(byWhen(1)).to.contain('y diwrnod gwaith nesaf');
    expect(byWhen(2)).to.contain('o fewn 2 ddiwrnod gwaith');
    for (const days of [3, 6, 11]) expect(byWhen(days)).to.contain(`o fewn ${days} diwrnod gwaith`);
  });

  for (const [where, busy] of [
    ['while reading', sharedCy.failures.busy],
    ['while sending', endingCy.sendFailures.busy],
  ] as const) {
    it(`count minutes as Welsh does, ${where}`, () => {
      for (const none of [0, 1]) expect(busy.text(none)).to.contain('Arhoswch funud,');
      expect(busy.text(2)).to.contain('Arhoswch 2 funud,');
      for (const minutes of [3, 6, 11]) expect(busy.text(minutes)).to.contain(`Arhoswch ${minutes} munud,`);
    });
  }

  it('leave nothing out that stands in a gap', () => {
    expect(formCy.progress(2, 5, 'Gwirio')).to.equal('Rhan 2 o 5: Gwirio');
    expect(endingCy.supporters.person(6)).to.equal('Cefnogwr 6');
    expect(endingCy.check.noNotice('Llais Pawb')).to.contain('Llais Pawb');
    expect(sharedCy.errors.tooLong('Eich enw')).to.contain('“Eich enw”');
  });

  it('name a choice in an error as the choice is named', () => {
    const { matters, reach, agrees } = formCy.questions;
    const quoted = (text: string) => /“(.+)”/.exec(text)?.[1];

    expect(quoted(matters.errors.none)).to.equal(matters.options.not_sure);
    expect(quoted(agrees.errors.none)).to.equal(agrees.options.yes);
    expect(quoted(formCy.placeErrors.both)).to.equal(formCy.unknown);
    for (const voice of ['self', 'other'] as const) {
      expect(quoted(reach.errors.none[voice])).to.equal(reach.options.none[voice]);
      expect(quoted(reach.errors.both[voice])).to.equal(reach.options.none[voice]);
    }
  });
});

const story = 'They say my mornings will be cut.';
const inEnglish = 'What is happening, in your own words?';
const inWelsh = 'Beth sy’n digwydd, yn eich geiriau eich hun?';

/** A form in a page of this language. */
async function formIn(lang: string, form: AdvocacyReferralForm): Promise<AdvocacyReferralForm> {
  await fixture(html`<div lang=${lang}>${form}</div>`);
  return form;
}

function newForm(tag = 'advocacy-referral-form'): AdvocacyReferralForm {
  const form = document.createElement(tag) as AdvocacyReferralForm;
  form.isolation = 'none';
  form.hub = hubOf();
  return form;
}

/** A form that was put on a page before its Welsh could be reached. */
class WithoutWelsh extends AdvocacyReferralForm {
  protected override readonly strings = {
    en: { referral: formEn },
    cy: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
  };
}
customElements.define('advocacy-referral-form-without-welsh', WithoutWelsh);

describe('<advocacy-referral-form> in Welsh', () => {
  it('is in Welsh in a page that is', async () => {
    const form = await formIn('cy', newForm());

    await waitUntil(() => heading(form) === 'Oes rhywun mewn perygl nawr?');

    expect(form.shadowRoot?.querySelector('.frame')?.getAttribute('lang')).to.equal('cy');
  });

  it('keeps what was typed, and the focus, when a person changes to Welsh and back', async () => {
    const form = await formOn();
    await walkTo(form, inEnglish);
    await fill(form, inEnglish, story);
    const welsh = await findByRole(form, 'button', 'Cymraeg');

    welsh.focus();
    await sendKeys({ press: 'Enter' });
    const field = await findByRole<HTMLTextAreaElement>(form, 'textbox', inWelsh);

    expect(field.value).to.equal(story);
    expect(focused(form)).to.equal(welsh);
    expect(welsh.getAttribute('aria-pressed')).to.equal('true');

    await press(form, 'English');

    expect((await findByRole<HTMLTextAreaElement>(form, 'textbox', inEnglish)).value).to.equal(story);
  });

  it('says what is missing in the language that a person changes to', async () => {
    const form = await formOn();
    await walkTo(form, 'Who needs an advocate?');
    await press(form, 'Continue');

    await press(form, 'Cymraeg');

    await waitUntil(() => form.shadowRoot?.querySelector('#error-summary a')?.textContent.trim() === 'Dewiswch pwy sydd angen eiriolwr'); // prettier-ignore
  });

  it('tells the hub in which language the words were read', async () => {
    const hub = hubOf();
    const form = await atCheck(hub);

    await press(form, 'Cymraeg');
    await findByRole(form, 'button', 'Anfon');
    await choose(form, 'checkbox', 'Ydw, rydw i’n cytuno');
    await press(form, 'Anfon');
    await whenSent(form);

    expect(heading(form)).to.equal('Wedi’i anfon. Rydyn ni wedi’i gael.');
    expect(JSON.stringify(hub.opened[0])).to.contain('cy-1').and.to.contain('"language":"cy"');
  });

  it('stays in English, and says so to the page, while Welsh cannot be loaded', async () => {
    const said = listenTo('error');
    const form = newForm('advocacy-referral-form-without-welsh');
    const told = oneEvent(form, 'advocacy-error') as unknown as Promise<CustomEvent<{ code: string }>>;
    await formIn('cy', form);

    expect((await told).detail.code).to.equal('not_loaded');
    expect(heading(form)).to.equal('Is anyone in danger now?');
    expect(form.shadowRoot?.querySelector('.frame')?.getAttribute('lang')).to.equal('en');
    said.stop();
  });
});
