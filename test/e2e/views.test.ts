import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../browser.ts';
import { openSite, type Site } from './site.ts';
import { walk, type Choose } from './walk.ts';

/* The referral form as people see it who do not see it on a large white screen. */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: Site;
let browser: Browser;
let page: Page;

/** One answer to each question that must have one, and a long way through the rest. */
const choose: Choose = (question, options) => {
  if (question === 'Is anyone in danger now?') return 'No';
  return options.find(each => ['I do', 'Large print', 'Ring me', 'Something else'].includes(each)) ?? options[0];
};

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
});
afterEach(() => page.close());

async function atCheck(): Promise<readonly string[]> {
  await page.goto(site.page());
  const walker = walk(page, { choose });
  await walker.goToCheck();
  return walker.canaries;
}

describe('on paper', () => {
  it('the answers stand in full, without anything to press', async () => {
    await page.setViewportSize({ width: 794, height: 1_123 });
    const typed = await atCheck();
    await page.emulateMedia({ media: 'print' });

    const form = page.locator('advocacy-referral-form form');
    const text = await form.innerText();
    for (const each of typed) assert.ok(text.includes(each), `“${each}” is printed`);
    assert.equal(await form.locator('button:visible').count(), 0);
    assert.ok((await widthOf(page)) <= 794);
    assert.ok((await page.pdf({ format: 'A4' })).length > 10_000);
  });

  it('reference and code stand on the confirmation', async () => {
    await page.goto(site.page());
    const walker = walk(page, { choose });
    await walker.goToCheck();
    await walker.send();
    await page.emulateMedia({ media: 'print' });

    const text = await page.locator('advocacy-referral-form [part="confirmation"]').innerText();
    assert.match(text, /Your reference\s+[0-9A-Z]{4}-[0-9A-Z]{4}\s/);
    assert.match(text, /Your private code\s+([0-9A-Z]{4}-){2}[0-9A-Z]{4}\s/);
  });
});

describe('without any style', () => {
  it('the questions and answers are read in their order', async () => {
    const typed = await atCheck();
    await page.locator('advocacy-referral-form').evaluate(form => {
      form.shadowRoot!.adoptedStyleSheets = [];
    });

    const text = await page.locator('advocacy-referral-form .frame').innerText();
    const places = typed.map(each => text.indexOf(each));
    assert.deepEqual(
      places,
      [...places].sort((one, other) => one - other),
    );
    assert.ok(places.every(place => place >= 0));
    assert.ok(text.indexOf('Check and send') < text.indexOf('What is happening'));
    assert.ok(text.lastIndexOf('How we use what you tell us') < text.lastIndexOf('Send'));
  });
});

describe('on a small part of a large page', () => {
  it('every page fits 320 by 256 pixels, which is 1280 by 1024 at 400%, and what has the focus is in view', async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(site.page());
    const faults: string[] = [];
    const look = async () => {
      if ((await widthOf(page)) > 320) faults.push(`too wide: ${await heading(page)}`);
      for (let presses = 0; presses < 6; presses += 1) {
        await page.keyboard.press('Tab');
        if (!(await focusIsInView(page))) faults.push(`focus hidden: ${await heading(page)}`);
      }
    };

    await walk(page, { choose, look }).goToCheck();
    await look();

    assert.deepEqual(faults, []);
  });
});

for (const [name, media] of [
  ['in the dark', { colorScheme: 'dark' }],
  ['with more contrast', { contrast: 'more' }],
] as const) {
  describe(name, () => {
    it('text stands out enough on every page', async () => {
      await page.emulateMedia(media);
      await page.goto(site.page());
      const found: unknown[] = [];
      const look = async () => void found.push(...(await contrastFaults(page)));

      await walk(page, { choose, look }).goToCheck();
      await look();

      assert.deepEqual(found, []);
    });
  });
}

describe('in the reader’s own colours', () => {
  it('shows what is chosen, what has the focus and what is wrong by more than its colour', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(site.page());
    const option = (text: string) => page.locator('advocacy-referral-form .option', { hasText: text });
    const border = (text: string) =>
      option(text)
        .first()
        .evaluate(each => getComputedStyle(each).borderTopWidth);

    await option('No').first().click();
    assert.notEqual(await border('No'), await border('Yes'));
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const inside = document.querySelector('advocacy-referral-form')!.shadowRoot!.activeElement!;
      return getComputedStyle(inside).outlineStyle;
    });
    assert.equal(outline, 'solid');

    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Who needs an advocate?' }).waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    const mark = page.locator('advocacy-referral-form [data-error]');
    assert.equal(await mark.evaluate(each => getComputedStyle(each, '::before').borderInlineStartStyle), 'solid');
    assert.ok(await page.getByText('There is a problem').isVisible());
  });
});

/** How wide the page is, with all that reaches out of it. */
function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

function heading(page: Page): Promise<string> {
  return page.locator('advocacy-referral-form #step-heading').innerText();
}

/** Whether what has the focus is at least partly seen. */
function focusIsInView(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return true;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  });
}

async function contrastFaults(page: Page): Promise<unknown[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: object): Promise<{ violations: { nodes: { target: unknown; failureSummary: string }[] }[] }> } }; // prettier-ignore
    const { violations } = await axe.run('advocacy-referral-form', { runOnly: ['color-contrast'] });
    return violations.flatMap(({ nodes }) => nodes.map(({ target, failureSummary }) => ({ target, failureSummary })));
  });
}
