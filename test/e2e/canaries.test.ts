import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { chromeFlags, chromePath, noChrome } from '../browser.ts';
import { searchFolder, searchText, type Find, type Search } from './profile-search.ts';
import { openSite, type Site } from './site.ts';
import { walk, type Choose, type Walker } from './walk.ts';

/*
 * What a person typed, looked for on the disk as somebody would who holds their tablet: in every file that the browser
 * wrote, after it ended and after it was killed.
 */

const endings = ['is killed', 'ends'] as const;
type Ending = (typeof endings)[number];

/** How far a visit goes. It stops where the browser's end comes. */
type Course = (visit: Visit, form: Walker) => Promise<void>;

let site: Site;
let careless: Server;

before(async () => {
  site = await openSite();
  careless = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(carelessPage);
  });
  await new Promise<void>(done => careless.listen(0, '127.0.0.1', done));
});
after(async () => {
  await site.close();
  careless.closeAllConnections();
  careless.close();
});

// Most of the time goes by in waiting for browsers to write.
describe(
  'what a person types is nowhere on the device, whether the browser is killed or ends',
  { concurrency: 2 },
  () => {
    it('while they are still typing', async test => {
      await leavesNothing(test, [0, 3], (_, form) => form.answerUntil(4));
    });

    it('when they leave it half-way for another page', async test => {
      await leavesNothing(test, [1, 2], async (visit, form) => {
        await form.answerUntil(4);
        await visit.placeWitness();
        await visit.page.goto(`${site.page()}?elsewhere`);
      });
    });

    it('when they have all answers before them and have not sent them', async test => {
      await leavesNothing(test, [2, 0], (_, form) => form.goToCheck());
    });

    it('when it is sent, nor is the private code', async test => {
      await leavesNothing(test, [3, 1], async (visit, form) => {
        await form.goToCheck();
        await form.send();
        visit.secrets.push(...(await privateCode(visit.page)));
      });
    });
  },
);

describe('the search itself', () => {
  it('finds what a careless form leaves behind, whether the browser is killed or ends', async test => {
    const searches = await Promise.all(
      endings.map(async ending => {
        const visit = await openVisit(test, carelessAddress());
        const form = walk(visit.page, { choose: option(0) });
        await form.answer();
        return { form, search: await visit.end(ending, form.canaries) };
      }),
    );

    for (const { form, search } of searches) {
      const { finds } = search;
      finds.forEach(find => test.diagnostic(told(find)));
      for (const canary of form.canaries) {
        const places = finds.filter(({ text }) => text === canary);
        assert.ok(places.some(isInSession), `The search is blind: ${canary} is not in the session’s files.`);
        assert.ok(places.some(isInStorage), `The search is blind: ${canary} is not in the local storage.`);
      }
      assert.ok(finds.some(find => isInSession(find) && find.encoding === 'UTF-16LE'));
      assert.ok(finds.some(find => isInStorage(find) && find.encoding === 'UTF-8'));
    }
  });

  it('hears what a careless form says aloud, to the network, the console and the page’s history', async test => {
    const visit = await openVisit(test, `${carelessAddress()}?aloud`);
    const form = walk(visit.page, { choose: option(0), look: () => visit.look() });

    await form.answer();

    for (const canary of form.canaries) {
      const places = new Set(visit.heard([canary]).map(({ file }) => file));
      assert.deepEqual(places, new Set(['request', 'console', 'page']));
    }
  });

  it('finds a word however it was written down or packed, at any place of a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'advocacy-hub-search-'));
    const word = 'q7ŵ“x”k';
    const plain = Buffer.from(`before ${word} after`);
    const cached = Buffer.concat([Buffer.from('305c72a71b6dfbfc', 'hex'), Buffer.alloc(16), brotliCompressSync(plain)]);
    const files: Readonly<Record<string, string | Buffer>> = {
      utf8: plain,
      utf16: Buffer.from(`.${word}`, 'utf16le'),
      json: 'say \\u0175: "q7\\u0175\\u201cx\\u201dk"',
      'json-in-utf16': Buffer.from('q7\\u0175\\u201Cx\\u201Dk', 'utf16le'),
      address: `https://hub.example/?q=${encodeURIComponent(word)}`,
      ...Object.fromEntries(
        [0, 1, 2].map(at => [`base64-${at}`, Buffer.from(`${'-'.repeat(at)}${word}.`).toString('base64')]),
      ),
      ...Object.fromEntries(
        [0, 1, 2].map(at => [
          `base64url-${at}`,
          Buffer.from(`${'?'.repeat(at)}${word}.`, 'utf16le').toString('base64url'),
        ]),
      ),
      gzip: Buffer.concat([Buffer.from('head'), gzipSync(plain), Buffer.from('tail')]),
      zlib: Buffer.concat([Buffer.from('head'), deflateSync(plain), Buffer.from('tail')]),
      brotli: cached,
      [`named ${word}`]: '',
    };
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);

    const { finds } = await searchFolder(folder, [word]);

    const found = new Set(finds.map(({ file }) => file.replace(/ \(.*/, '')));
    assert.deepEqual([...found].sort(), Object.keys(files).sort());
    await rm(folder, { recursive: true });
  });
});

/** Two people walk at once, who choose differently: the browser of one is killed, the other's ends. */
async function leavesNothing(test: TestContext, choices: readonly [number, number], course: Course): Promise<void> {
  const searches = await Promise.all(
    endings.map(async (ending, which) => {
      const visit = await openVisit(test, site.page());
      // The hub's own pages have a step in the history for each page of the form; partners' pages have none.
      if (ending === 'ends') await visit.page.locator('advocacy-referral-form').evaluate(takeStepsInHistory);
      const form = walk(visit.page, { choose: option(choices[which] ?? 0), look: () => visit.look() });
      await course(visit, form);
      return { ending, form, search: await visit.end(ending, form.canaries) };
    }),
  );

  for (const { ending, form, search } of searches) {
    const { files, bytes, finds } = search;
    test.diagnostic(`${ending}: ${form.pages} pages, ${form.canaries.length} canaries, ${files} files, ${bytes} bytes`);
    assert.ok(form.canaries.length >= 4, 'Hardly anything was typed.');
    assert.deepEqual(finds.map(told), [], `Left behind where the browser ${ending}.`);
  }
}

function takeStepsInHistory(form: Element): void {
  form.toggleAttribute('steps-in-history', true);
}

/** Takes the option of this place, and counts on from the first where there are fewer. */
function option(place: number): Choose {
  return (_, options) => options[place % options.length];
}

function carelessAddress(): string {
  return `http://127.0.0.1:${(careless.address() as AddressInfo).port}/`;
}

/** One person's browser, with a folder of its own. */
interface Visit {
  readonly page: Page;
  /** What else must not be found. */
  readonly secrets: string[];
  /** Notes what the page shows to the browser and to its scripts. */
  look(): Promise<void>;
  /** Types something into a field of the page itself, that the browser will write down and the search must find. */
  placeWitness(): Promise<void>;
  /** Where these texts were sent, logged or shown to the page's scripts. */
  heard(texts: readonly string[]): readonly Find[];
  /** Ends the browser once it has written down all it will, and looks for what was typed. */
  end(how: Ending, canaries: readonly string[]): Promise<Search>;
}

/** Opens a page in a new browser, which is closed and thrown away with the test. */
async function openVisit(test: TestContext, address: string): Promise<Visit> {
  const folder = await mkdtemp(join(tmpdir(), 'canaries-'));
  const context = await openBrowser(folder);
  test.after(async () => {
    await context.close();
    await rm(folder, { recursive: true, maxRetries: 5 });
  });
  const notes = notesOf(context);
  const page = await context.newPage();
  page.on('dialog', dialog => void dialog.accept());
  await page.goto(address);

  const secrets: string[] = [];
  const witnesses: string[] = [];
  const look = async () => {
    notes.push(['page', await page.evaluate(whatPageTells)]);
  };
  const placeWitness = async () => {
    witnesses.push(await typeWitness(page));
  };
  const heard = (texts: readonly string[]) => notes.flatMap(([name, text]) => searchText(name, text, texts));
  return {
    page,
    secrets,
    look,
    placeWitness,
    heard,
    async end(how, canaries) {
      await look();
      await placeWitness();
      const stored = await storeWitness(page);
      // A killed browser loses what it had not written yet, and the search would be green for nothing.
      await until('the witnesses are on the disk', async () => {
        const inSession = await searchFolder(join(folder, 'Default', 'Sessions'), witnesses);
        const inStorage = await searchFolder(join(folder, 'Default', 'Local Storage'), [stored]);
        return hasAll(inSession, witnesses) && hasAll(inStorage, [stored]);
      });
      await (how === 'is killed' ? kill(context) : context.close());
      const search = await searchFolder(folder, [...canaries, ...secrets]);
      const control = await searchFolder(folder, [...witnesses, stored]);
      assert.ok(hasAll(control, [...witnesses, stored]), 'The search is blind: it does not find the witnesses.');
      return { ...search, finds: [...search.finds, ...heard(canaries)] };
    },
  };
}

function openBrowser(folder: string): Promise<BrowserContext> {
  const executablePath = chromePath();
  if (!executablePath) throw new Error(noChrome);
  return chromium.launchPersistentContext(folder, {
    executablePath,
    args: chromeFlags,
    // People's browsers keep pages for the way back.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}

/** All that leaves the pages or is said by their scripts. */
function notesOf(context: BrowserContext): (readonly [name: string, text: string])[] {
  const notes: (readonly [string, string])[] = [];
  context.on('request', request => {
    notes.push(['request', `${request.url()}\n${JSON.stringify(request.headers())}\n${request.postData() ?? ''}`]);
  });
  context.on('console', message => notes.push(['console', message.text()]));
  context.on('weberror', ({ error }) => notes.push(['page error', String(error())]));
  return notes;
}

/** Runs in the page: all that other scripts and the next one at the screen can read. */
function whatPageTells(): string {
  const entries = navigation.entries().map(entry => [entry.url, entry.getState() as unknown]);
  const stores = [{ ...localStorage }, { ...sessionStorage }, document.cookie, window.name];
  return JSON.stringify([
    location.href,
    document.title,
    history.state,
    entries,
    stores,
    document.documentElement.outerHTML,
  ]);
}

/*
 * Witnesses come later than the answers, in the same page: once they are on the disk, so is all from before that the
 * browser writes down at all.
 */

async function typeWitness(page: Page): Promise<string> {
  const witness = `typed ${randomUUID()}`;
  await page.evaluate(() => {
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
  });
  await page.keyboard.type(witness);
  return witness;
}

/** Once for a browser: Chromium writes a storage down after five seconds, and again only after a minute. */
async function storeWitness(page: Page): Promise<string> {
  const witness = `stored ${randomUUID()}`;
  await page.evaluate(text => localStorage.setItem('witness', text), witness);
  return witness;
}

function hasAll({ finds }: Search, texts: readonly string[]): boolean {
  return texts.every(each => finds.some(({ text }) => text === each));
}

function isInSession({ file }: Find): boolean {
  return /\bSessions\b/.test(file);
}

function isInStorage({ file }: Find): boolean {
  return /\bLocal Storage\b/.test(file);
}

/** Chromium writes its session seconds after the input, and tells nobody: its files are all there is to ask. */
async function until(claim: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  // The folders come and go while it runs.
  while (!(await isSo().catch(isNotThere))) {
    if (Date.now() > deadline) throw new Error(`Half a minute went by, and it is not so that ${claim}.`);
    await setTimeout(200);
  }
}

function isNotThere(error: unknown): false {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return false;
}

/** Ends every process of the browser at once, as an empty battery does. */
async function kill(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser does not tell its processes.');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const closed = context.waitForEvent('close');
  for (const { id } of processInfo) killProcess(id);
  await closed;
}

function killProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    // It went down with its browser.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** With it and the reference a person can ask later what became of it. */
async function privateCode(page: Page): Promise<readonly string[]> {
  const text = await page.locator('[part~="confirmation"]').innerText();
  const codes = text.match(/\b[0-9A-Z]{4}(-[0-9A-Z]{4}){2}\b/g) ?? [];
  assert.equal(codes.length, 1);
  return codes;
}

function told({ text, encoding, file }: Find): string {
  return `${text} as ${encoding} in ${file}`;
}

/** A form that does what ours must not: it keeps answers for the browser to restore, and in the page's storage. */
const carelessPage = `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>A careless form</title>
<h1>A careless form</h1>
<advocacy-referral-form></advocacy-referral-form>
<script>
  customElements.define('advocacy-referral-form', class extends HTMLElement {
    static formAssociated = true;

    connectedCallback() {
      const internals = this.attachInternals();
      const root = this.attachShadow({ mode: 'open' });
      root.innerHTML = \`
        <form>
          <h2 id="step-heading">About you</h2>
          <label>Your name <input autocomplete="off"></label>
          <label>Your telephone number <input type="tel" autocomplete="off"></label>
          <label>What is happening <textarea autocomplete="off"></textarea></label>
          <button part="main-button">Continue</button>
        </form>\`;
      const fields = [...root.querySelectorAll('input, textarea')];
      root.addEventListener('input', ({ target }) => {
        if (location.search === '?aloud') {
          console.log(target.value);
          history.replaceState(fields.map(field => field.value), '');
          fetch('/', { method: 'POST', body: target.value });
          return;
        }
        internals.setFormValue(fields.map(field => field.value).join());
        fields.forEach((field, place) => localStorage.setItem('answer-' + place, field.value));
      });
    }
  });
</script>
</html>`;
