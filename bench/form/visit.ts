import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { median } from '../contender.ts';
import { around, type Control, type FormPage } from './pages.ts';
import { probe, type Measures, type ProbeOptions } from './probe.ts';

/** What one visit of a form came to, each figure by its name. */
export interface Visit {
  /** Of scripts and style sheets, complete before the first option could be chosen. */
  readonly firstBytes: number;
  readonly usable: number;
  readonly blocking: number;
  readonly shift: number;
  /** These only where the form was answered. */
  readonly allBytes?: number;
  readonly step?: number;
  readonly longest?: number;
  readonly heap?: number;
}

export interface Visited extends ProbeOptions {
  readonly address: string;
  /** What to answer; without any the visit ends when the form has loaded. */
  readonly pages: readonly FormPage[];
}

const slowed = 4;
const megabit = 1_000_000 / 8;
const link = { offline: false, latency: 150, downloadThroughput: 1.6 * megabit, uploadThroughput: 1.6 * megabit };

/** Comes to a form as a browser that has never been there, answers it to the page where answers are checked, and leaves. */
export async function visit(browser: Browser, { address, pages, ...form }: Visited): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  try {
    const page = await context.newPage();
    await context.addInitScript(probe, form);
    const devtools = await context.newCDPSession(page);
    const bytes = await weigh(devtools);
    await devtools.send('Network.emulateNetworkConditions', link);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowed });

    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.bench?.measures().usable, undefined, seldom);
    await page.waitForLoadState('networkidle');
    const { usable = NaN, blocking } = await measuresOf(page);
    const firstBytes = bytes.before((await page.evaluate(() => performance.timeOrigin)) + usable);
    const arrival = { firstBytes, usable, blocking };
    if (pages.length === 0) return { ...arrival, shift: (await measuresOf(page)).shift };
    for (const [place, each] of pages.entries()) {
      for (const control of each.controls) await answer(page, control);
      await goOn(page, place + 1);
    }

    const { steps, longest, shift } = await measuresOf(page);
    return {
      ...arrival,
      allBytes: bytes.before(Infinity),
      step: median(steps),
      longest,
      shift,
      heap: await heapOf(devtools),
    };
  } finally {
    await context.close();
  }
}

/** Bytes of scripts and style sheets as they came over the wire, by when they were complete. */
async function weigh(devtools: CDPSession): Promise<{ before: (time: number) => number }> {
  const files = new Map<string, { bytes: number; endedAt?: number }>();
  let clock = 0;
  devtools.on('Network.requestWillBeSent', ({ requestId, request, timestamp, wallTime }) => {
    clock = wallTime - timestamp;
    if (/\.(js|css)$/.test(new URL(request.url).pathname)) files.set(requestId, { bytes: 0 });
  });
  devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file) file.bytes += encodedDataLength;
  });
  devtools.on('Network.loadingFinished', ({ requestId, timestamp }) => {
    const file = files.get(requestId);
    if (file) file.endedAt = (timestamp + clock) * 1_000;
  });
  await devtools.send('Network.enable');
  return {
    before: time =>
      [...files.values()].reduce((sum, { bytes, endedAt = Infinity }) => sum + (endedAt <= time ? bytes : 0), 0),
  };
}

/** Answers with the mouse and the keyboard, by the words that people read. */
async function answer(page: Page, control: Control): Promise<void> {
  const group = page
    .getByRole('group', { name: control.label })
    .or(page.getByRole('radiogroup', { name: control.label }));
  switch (control.kind) {
    case 'one':
    case 'many':
      for (const { label } of control.options.filter(({ value }) => control.answer.includes(value)))
        await press(page, group.first().getByText(label, { exact: true }));
      return;
    case 'day':
      for (const part of control.parts) await type(page, page.getByLabel(part.label, { exact: true }), part.answer);
      return;
    case 'tick':
      return;
    default:
      await type(page, page.getByRole('textbox', { name: control.label }), control.answer);
  }
}

/** A few keys one by one, and the rest at once, as from keyboards that suggest words. */
async function type(page: Page, field: Locator, text: string): Promise<void> {
  await press(page, field);
  for (const letter of text.slice(0, 4)) {
    await page.keyboard.press(letter);
    await drawn(page);
  }
  await page.keyboard.insertText(text.slice(4));
  await drawn(page);
}

async function press(page: Page, target: Locator): Promise<void> {
  await target.click();
  await drawn(page);
}

/** To look for the next control takes the page's time: were it not drawn before, that would count as slow to answer. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => window.bench?.drawn());
}

async function goOn(page: Page, steps: number): Promise<void> {
  await page.evaluate(() => window.bench?.watch());
  await page.getByRole('button', { name: around.next, exact: true }).click();
  await waitForSteps(page, steps);
}

/** Asked seldom, since the asking takes its share of a slow processor. */
const seldom = { polling: 100, timeout: 60_000 };

async function waitForSteps(page: Page, steps: number): Promise<void> {
  await page.waitForFunction(count => window.bench?.measures().steps.length === count, steps, seldom);
}

function measuresOf(page: Page): Promise<Measures> {
  return page.evaluate(() => window.bench!.measures());
}

async function heapOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}
