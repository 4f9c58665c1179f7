import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../browser.ts';
import { openSite, type Site } from './site.ts';
import { walk, type Choose } from './walk.ts';

/* The hub's own pages, as a browser takes them: their policy, their history, and the way from one to the other. */

let site: Site;
let browser: Browser;
let page: Page;
/** What the browser complains of: what the console calls an error, a policy that was broken, what nobody caught. */
let complaints: string[];

/** One answer to each question that must have one. */
const choose: Choose = (question, options) => {
  if (question === 'Is anyone in danger now?') return 'No';
  return options.find(each => ['I do', 'Ring me', 'Something else'].includes(each)) ?? options[0];
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
  complaints = [];
  page = await browser.newPage();
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('requestfailed', request => complaints.push(`${request.url()} ${request.failure()?.errorText}`));
  await page.exposeFunction('complain', (words: string) => complaints.push(words));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      void (window as unknown as { complain(words: string): void }).complain(`${violatedDirective} ${blockedURI}`);
    });
  });
  // Leaving with answers typed is what these tests do on purpose.
  page.on('dialog', dialog => void dialog.accept());
});
afterEach(() => page.close());

const open = (path: string) => page.goto(`${site.hubUrl}${path}`);
const heading = () => page.locator('#step-heading').innerText();

interface Sent {
  readonly reference: string;
  readonly code: string;
}

async function send(look?: () => Promise<void>): Promise<Sent> {
  await open('/ask');
  const walker = walk(page, { choose, ...(look && { look }) });
  await walker.goToCheck();
  await walker.send();
  const text = await page.locator('advocacy-referral-form [part~="confirmation"]').innerText();
  const [, reference = '', code = ''] = /\b([0-9A-Z]{4}-[0-9A-Z]{4})\s[^]*?\b((?:[0-9A-Z]{4}-){2}[0-9A-Z]{4})\b/.exec(
    text,
  )!;
  return { reference, code };
}

async function ask({ reference, code }: Sent): Promise<void> {
  await open('/status');
  await page.getByLabel('Your reference').fill(reference);
  await page.getByLabel('Your private code').fill(code);
  await page.getByRole('button', { name: 'Show where it stands' }).click();
  await page.getByRole('heading', { name: 'What you can do' }).waitFor();
}

async function staffSee({ reference }: Sent) {
  const { items } = await site.staff.referrals.list();
  return items.find(each => each.reference === reference);
}

/** All that the history holds, of every entry of it: scripts of the page, the browser's disk and its sync can read it. */
async function historyStates(): Promise<unknown[]> {
  return page.evaluate(() => [
    history.state as unknown,
    ...navigation.entries().map(entry => entry.getState() as unknown),
  ]);
}

function isNumberAlone(state: unknown): boolean {
  if (state === null || state === undefined) return true;
  const values = Object.values(state);
  return values.length === 1 && typeof values[0] === 'number';
}

describe("the hub's page to ask for an advocate", () => {
  it('takes a referral from the first question to the confirmation, and the browser complains of nothing', async () => {
    const sent = await send();

    assert.equal((await staffSee(sent))?.state, 'received');
    assert.equal((await staffSee(sent))?.partner, 'County Durham Advocacy Hub: own pages');
    assert.deepEqual(complaints, []);
  });

  it('gives the history numbers alone, on every page', async () => {
    const seen: unknown[] = [];

    await send(async () => {
      seen.push(...(await historyStates()));
    });

    assert.ok(seen.some(state => state !== null && state !== undefined));
    assert.deepEqual(
      seen.filter(state => !isNumberAlone(state)),
      [],
    );
    assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, '/ask');
  });

  it('goes back one question with the browser’s Back, and keeps what was answered', async () => {
    await open('/ask');
    const walker = walk(page, { choose });
    await walker.answerUntil(1);
    const [later, typed] = [await heading(), walker.canaries[0]!];
    await page.locator('advocacy-referral-form [part~="main-button"]').click();
    await page.waitForFunction(isElsewhere, later);

    await page.goBack();
    await page.waitForFunction(isAt, later);

    const kept = await page
      .locator('advocacy-referral-form :is(input, textarea)')
      .evaluateAll(fields => fields.map(field => (field as HTMLInputElement).value));
    assert.ok(kept.some(value => value.includes(typed)));
    await page.goBack();
    await page.waitForFunction(isElsewhere, later);
    assert.equal(new URL(page.url()).pathname, '/ask');
    assert.deepEqual(complaints, []);
  });

  it('leads to the page where it can be seen again', async () => {
    await open('/ask');

    await page.getByRole('link', { name: 'See or change what you sent us' }).click();

    await page.getByLabel('Your reference').waitFor();
    assert.equal(new URL(page.url()).pathname, '/status');
  });
});

describe("the hub's page to see what was sent", () => {
  it('shows where it stands, takes it back, and staff see that', async () => {
    const sent = await send();
    await ask(sent);
    assert.equal(await heading(), 'It has arrived');

    await page.getByRole('button', { name: 'I don’t want an advocate any more' }).click();
    await page.getByRole('button', { name: 'Withdraw it' }).click();

    await page.getByRole('heading', { name: 'We have it' }).waitFor();
    await page.getByRole('heading', { name: 'It was withdrawn' }).waitFor();
    assert.equal((await staffSee(sent))?.state, 'withdrawn');
    assert.deepEqual(complaints, []);
  });

  it('gives neither reference nor code to the address, the title, the history or a storage', async () => {
    const sent = await send();
    await ask(sent);
    await page.getByRole('button', { name: 'Contact me in another way' }).click();

    const states = await historyStates();
    const told = await page.evaluate(() => [
      location.href,
      document.title,
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, window.name]),
    ]);
    assert.deepEqual(
      states.filter(state => !isNumberAlone(state)),
      [],
    );
    for (const secret of [sent.reference, sent.code]) assert.ok(!told.join('\n').includes(secret));
    assert.deepEqual(complaints, []);
  });

  it('says that the two do not go together, and the browser shows no more than that', async () => {
    await open('/status');
    await page.getByLabel('Your reference').fill('0000-0000');
    await page.getByLabel('Your private code').fill('0000-0000-0000');

    await page.getByRole('button', { name: 'Show where it stands' }).click();

    await page.getByRole('heading', { name: 'What to check' }).waitFor();
    // Browsers write down themselves that an answer was a 404, without what was asked.
    assert.ok(complaints.every(each => /404/.test(each) && !each.includes('0000')));
  });
});

describe("the hub's pages in Welsh", () => {
  for (const [path, title] of [
    ['/ask', 'Gofyn am eiriolwr'],
    ['/status', 'Beth anfonoch chi atom ni'],
  ] as const) {
    it(`are Welsh around the widget and in it at ${path}`, async () => {
      await open(`${path}?lang=cy`);

      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.locator('#step-heading').waitFor();
      await page.waitForFunction(isInWelsh);
      assert.equal(await page.locator('html').getAttribute('lang'), 'cy');
      assert.deepEqual(complaints, []);
    });
  }
});

describe('the ear itself', () => {
  it('hears a policy that is broken, an error and what the history is given', async () => {
    await open('/status');

    await page
      .evaluate(() => {
        document.body.insertAdjacentHTML('beforeend', '<img src="https://elsewhere.example/x.png" alt="">');
      })
      .catch(() => undefined);
    await page.evaluate(() => {
      const image = new Image();
      image.src = 'https://elsewhere.example/x.png';
      console.error('said aloud');
      history.replaceState({ advocacyStep: 1, reference: '7KQ2-M9XD' }, '');
      return new Promise(done => image.addEventListener('error', done, { once: true }));
    });

    assert.ok(complaints.some(each => each.startsWith('require-trusted-types-for')));
    assert.ok(complaints.some(each => each.startsWith('img-src https://elsewhere.example')));
    assert.ok(complaints.includes('said aloud'));
    assert.ok((await historyStates()).some(state => !isNumberAlone(state)));
  });
});

/*
 * What follows runs in the browser, each function alone: it can call nothing that stands outside of it.
 */

function isAt(name: string): boolean {
  const host = document.querySelector('advocacy-referral-form');
  return host?.shadowRoot?.getElementById('step-heading')?.innerText === name;
}

function isElsewhere(name: string): boolean {
  const host = document.querySelector('advocacy-referral-form');
  const heading = host?.shadowRoot?.getElementById('step-heading')?.innerText;
  return heading !== undefined && heading !== name;
}

function isInWelsh(): boolean {
  const host = document.querySelector('advocacy-referral-form, advocacy-referral-status');
  return !!host?.shadowRoot?.querySelector('[lang="cy"]');
}
