import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Referral } from '@advocacy-hub/sdk';
import { launch } from '../browser.ts';
import { openSite, type Site } from './site.ts';

/* A person asks for an advocate on a partner's page, in a real browser, of a hub on another site. */

const story = 'They say my mornings will be cut – “from Monday”. I’m 67 & on my own.\nŵŷ 👩🏽‍🦽 <b>not bold</b>';
const wish = 'To keep my visits.';

let site: Site;
let browser: Browser;
let page: Page;
let faults: string[];

before(async () => {
  site = await openSite();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  page = await browser.newPage();
  faults = [];
  page.on('pageerror', error => faults.push(String(error)));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', event =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  page.on('console', message => message.text().startsWith('policy: ') && faults.push(message.text()));
});
afterEach(async () => {
  assert.deepEqual(faults, []);
  await page.close();
});

describe('asking for an advocate by keyboard alone', () => {
  it('puts a wrong answer right, ends with a receipt, and reaches staff letter by letter', async () => {
    await page.goto(site.page());
    await page.getByRole('heading', { name: 'Is anyone in danger now?' }).waitFor();

    await go('Continue', 'Who needs an advocate?');
    await choose('I do');
    await go('Continue', 'What is it about?');
    await choose('My care or support being checked, changed or cut');
    await go('Continue', 'What is happening, in your own words?');
    await tabTo('What is happening, in your own words?');
    await page.keyboard.insertText(story);
    await go('Continue', 'What do you want to happen?');
    await tabTo('What do you want to happen?');
    await page.keyboard.insertText(wish);
    for (const next of [
      'Is there a date that we need to know?',
      'Which council or hospital is dealing with this?',
      'Where are you living now?',
      'Which town or council area is your home in?',
      'How old are you?',
      'Is there anyone who could speak up for you?',
      'How can we reach you?',
    ])
      await go('Continue', next);
    await choose('Ring me');
    await go('Continue', 'Where we can reach you');
    await tabTo('Your telephone number');
    await page.keyboard.type('my number');
    await go('Continue', 'There is a problem');
    await tabTo('Write a telephone number, like 01632 960 001');
    await page.keyboard.press('Enter');
    assert.equal(await focused(), 'Your telephone number');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('01632 960 118');
    for (const next of ['Keeping you safe', 'Your name', 'What would help you?', 'Your advocate'])
      await go('Continue', next);
    await go('Continue', 'Is there anything that we need to know to visit safely?');
    await go('Continue', 'Check and send');
    await choose('Yes, I agree');
    await go('Send', 'Sent. We have it.');

    const reference = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText();
    const code = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText();
    assert.match(code, /^[0-9A-Z-]{14}$/);
    const referral = await readBy(reference);
    assert.equal(referral.facts.narrative, story);
    assert.equal(referral.facts.wants, wish);
    assert.equal(referral.person.telephone, '01632 960 118');
    assert.deepEqual(referral.facts.matters, [{ kind: 'care_review' }]);
    assert.deepEqual(referral.facts.safe_contact?.allowed, ['telephone']);
  });
});

describe('a hub that goes away', () => {
  it('costs no answer: “Try again” sends them, and makes one referral', async () => {
    await page.goto(site.page());
    await answer();
    const before = await site.count();
    await site.stopHub();

    await send();
    await page.getByRole('heading', { name: 'No answer came' }).waitFor({ timeout: 60_000 });
    assert.ok(await page.getByText(wish).isVisible());
    assert.ok(
      await page
        .getByRole('link', { name: /0191 498 0320/ })
        .first()
        .isVisible(),
    );
    await site.startHub();
    await press('Try again');
    await page.getByRole('heading', { name: 'Sent. We have it.' }).waitFor({ timeout: 60_000 });

    assert.equal(await site.count(), before + 1);
  });

  it('makes one referral where its answer was lost on the way', async () => {
    await page.goto(site.page());
    await answer();
    const before = await site.count();
    const bodies: string[] = [];
    await page.route('**/v1/referrals', async route => {
      bodies.push(route.request().postData() ?? '');
      const response = await route.fetch();
      // The hub has it; the first answer never arrives.
      if (bodies.length === 1) await route.abort('connectionreset');
      else await route.fulfill({ response });
    });

    await send();
    await page.getByRole('heading', { name: 'Sent. We have it.' }).waitFor({ timeout: 60_000 });

    assert.equal(await site.count(), before + 1);
    assert.equal(bodies.length, 2);
    assert.equal(bodies[0], bodies[1]);
  });

  it('leaves the telephone number in view where not even the script can be had', async () => {
    await page.route(`${site.hubUrl}/**`, route => route.abort());

    await page.goto(site.page());

    assert.ok(await page.getByText('Ring us: 0191 498 0320').isVisible());
  });
});

describe('a page with a strict policy', () => {
  it('lets the form work to the end, with nothing refused', async () => {
    const hub = site.hubUrl;
    const policy = `default-src 'none'; script-src ${hub}; connect-src ${hub}; require-trusted-types-for 'script'; trusted-types lit-html`;
    await page.goto(site.page(policy));

    await answer();
    await send();

    await page.getByRole('heading', { name: 'Sent. We have it.' }).waitFor();
  });
});

describe('a page of another site', () => {
  it('cannot use this partner’s key, and its telephone number stays in view', async () => {
    const before = await site.count();
    const elsewhere = site.page().replace('127.0.0.1', 'localhost');

    await page.goto(elsewhere);
    await answer();
    // A browser tells a page no more of this than of a hub that is away.
    await page.getByRole('heading', { name: 'We cannot reach the hub' }).waitFor();

    assert.ok(await page.getByText('Ring us: 0191 498 0320').isVisible());
    assert.equal(await page.getByRole('button', { name: 'Send' }).count(), 0);
    assert.equal(await site.count(), before);
  });
});

/** What has the focus, by the words that name it to people. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    // A heading is named as its question is, and nothing can be typed into it.
    if (element?.matches('[tabindex="-1"]')) return '';
    const root = element?.getRootNode() as ShadowRoot | undefined;
    const named = root?.getElementById(element?.getAttribute('aria-labelledby') ?? '');
    const label = (element as HTMLInputElement | null)?.labels?.[0];
    return (named ?? label ?? element)?.textContent.trim() ?? '';
  });
}

/** Presses Tab until that has the focus. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if ((await focused()) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached “${name}”.`);
}

async function choose(name: string): Promise<void> {
  await tabTo(name);
  await page.keyboard.press('Space');
}

/** Presses a button by its key, and waits until the focus is on what it leads to. */
async function go(button: string, heading: string): Promise<void> {
  await tabTo(button);
  await page.keyboard.press('Enter');
  await page.waitForFunction(words => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.textContent.includes(words) && element.localName !== 'button';
  }, heading);
}

async function press(button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
}

/** Answers everything up to the last page, with the mouse. */
async function answer(): Promise<void> {
  const options: Record<string, [role: 'radio' | 'checkbox', name: string]> = {
    'Who needs an advocate?': ['radio', 'I do'],
    'What is it about?': ['checkbox', 'Something else'],
    'How can we reach you?': ['checkbox', 'I will contact you instead'],
  };
  const heading = page.locator('#step-heading');
  for (let at = await heading.innerText(); at !== 'Check and send'; at = await heading.innerText()) {
    const option = options[at];
    if (option) await page.getByRole(option[0], { name: option[1] }).check();
    if (at === 'What do you want to happen?') await page.getByRole('textbox', { name: at }).fill(wish);
    await press('Continue');
    // The next page is drawn after the press.
    await page.waitForFunction(
      before =>
        document.querySelector('advocacy-referral-form')?.shadowRoot?.querySelector<HTMLElement>('#step-heading')
          ?.innerText !== before,
      at,
    );
  }
}

/** Agrees and sends. */
async function send(): Promise<void> {
  await page.getByRole('checkbox', { name: 'Yes, I agree' }).check();
  await press('Send');
}

async function readBy(reference: string): Promise<Referral> {
  for await (const item of site.staff.referrals.list()) {
    if (item.reference !== reference) continue;
    const { referral } = await site.staff.referrals.get(item.id, { reason: 'Test' });
    if (referral) return referral;
  }
  throw new Error('Staff cannot find the referral.');
}
