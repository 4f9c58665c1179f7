import { randomBytes } from 'node:crypto';
import type { ElementHandle, Page } from 'playwright-core';

/** Which option of a question to take, both in their own words; none leaves the question open. */
export type Choose = (question: string, options: readonly string[]) => string | undefined;

export interface WalkOptions {
  readonly choose: Choose;
  /** Looks at a page of the form after it was answered, and before the walker goes on. @default nothing */
  readonly look?: () => Promise<void>;
}

/** Fills in the form without knowing its questions. */
export interface Walker {
  /** What was typed so far and can be told from everything else. Days and numbers are too short for that. */
  readonly canaries: readonly string[];
  /** How many pages of the form were answered and left. */
  readonly pages: number;
  /** Answers what the page asks, and stays there. */
  answer(): Promise<void>;
  /** Answers pages until so many canaries are typed, and stays on the last of them. */
  answerUntil(canaries: number): Promise<void>;
  /** Answers all that is asked, up to the page on which the answers can be checked. */
  goToCheck(): Promise<void>;
  /** Sends from there, and waits for the confirmation. */
  send(): Promise<void>;
}

/** The form has no more pages than this, whatever is chosen. */
const mostPages = 80;
const host = 'advocacy-referral-form';

/** Walks through the <advocacy-referral-form> that the page shows, with a keyboard and a mouse as people do. */
export function walk(page: Page, { choose, look = async () => undefined }: WalkOptions): Walker {
  const canaries: string[] = [];
  const form = page.locator(`${host} form`);
  let pages = 0;

  async function answer(): Promise<void> {
    await form.locator('[part~="main-button"]').waitFor();
    const leftOpen: string[] = [];
    // What is chosen may bring more questions, on the same page too.
    for (;;) {
      const open = await form.evaluateHandle(firstOpen, leftOpen);
      const control = open.asElement() as ElementHandle<HTMLElement> | null;
      if (!control) break;
      const asked = await control.evaluate(describe);
      if (asked.kind === 'text') await type(control, asked);
      else if (!(await take(control, asked))) leftOpen.push(asked.name);
    }
    await look();
  }

  async function type(control: ElementHandle<HTMLElement>, asked: Asked): Promise<void> {
    const { text, canary } = textFor(asked, canaries.length);
    await control.focus();
    // A few keys, so that the browser takes it for typed; the rest at once, as from keyboards that suggest words.
    await page.keyboard.type(text.slice(0, 3));
    await page.keyboard.insertText(text.slice(3));
    const kept = await control.inputValue();
    if (kept !== text) throw new Error(`“${asked.name}” made “${kept}” of “${text}”.`);
    if (canary) canaries.push(canary);
  }

  async function take(control: ElementHandle<HTMLElement>, { kind, name, options }: Asked): Promise<boolean> {
    const chosen = choose(name, options);
    if (chosen === undefined) return false;
    if (kind === 'list') {
      await control.selectOption({ label: chosen });
      return true;
    }
    const option = await control.evaluateHandle(optionCalled, chosen);
    await (option.asElement() as ElementHandle<HTMLElement>).check();
    return true;
  }

  /** Presses the one way on, and waits for what it leads to. */
  async function goOn(): Promise<void> {
    const before = await form.evaluate(looks);
    await form.locator('[part~="main-button"]').click();
    await page.waitForFunction(hasMoved, { host, before }).catch((cause: unknown) => {
      throw new Error(`The form stays where it was: ${before}`, { cause });
    });
    await checkNotStuck();
    pages++;
  }

  async function checkNotStuck(): Promise<void> {
    const stuck = page.locator(`${host} :is([part~="error-summary"], [part~="problem"])`).filter({ visible: true });
    const told = await stuck.allInnerTexts();
    if (told.length > 0) throw new Error(`The form does not go on: ${told.join(' / ')}`);
  }

  async function isCheck(): Promise<boolean> {
    return form.evaluate(showsAnswers, canaries);
  }

  return {
    canaries,
    get pages() {
      return pages;
    },
    answer,
    async answerUntil(count) {
      for (;;) {
        await answer();
        if (canaries.length >= count) return;
        await goOn();
      }
    },
    async goToCheck() {
      // The page may have been answered already.
      while (!(await isCheck())) {
        if (pages > mostPages) throw new Error('The form has no end.');
        await answer();
        await goOn();
      }
      await answer();
    },
    async send() {
      await form.locator('[part~="main-button"]').click();
      const ends = '[part~="confirmation"], [part~="error-summary"], [part~="problem"]';
      await page.locator(`${host} :is(${ends})`).filter({ visible: true }).first().waitFor();
      await checkNotStuck();
      await look();
    },
  };
}

/** A question that is still open, as a person sees it. */
interface Asked {
  readonly kind: 'text' | 'list' | 'options';
  readonly name: string;
  readonly type: string;
  readonly options: readonly string[];
}

/** Something to type that the field keeps as it is. Its canary holds nothing that a browser or a dictionary has. */
function textFor({ type, name }: Asked, count: number): { readonly text: string; readonly canary?: string } {
  if (/^day$/i.test(name)) return { text: '14' };
  if (/^month$/i.test(name)) return { text: '3' };
  if (/^year$/i.test(name)) return { text: '1987' };
  if (type === 'number') return { text: '42' };
  if (type === 'date') return { text: '14031987' };
  const letters = `q${randomLetters(9)}`;
  // A range that nobody has, without the spaces that it is shown with elsewhere.
  const number = `01632960${200 + count}`;
  if (type === 'tel') return { text: number, canary: number };
  if (type === 'email') return { text: `${letters}@example.org`, canary: letters };
  if (type !== 'textarea') return { text: letters, canary: letters };
  // A letter of Welsh in the middle makes each way of writing it down another one.
  const canary = `${letters}ŵ${randomLetters(6)}`;
  return { text: `${canary} – “nid wyf i’n siŵr” 👩🏽‍🦽`, canary };
}

function randomLetters(count: number): string {
  return [...randomBytes(count)].map(byte => (byte % 36).toString(36)).join('');
}

/*
 * What follows runs in the browser, each function alone: it can call nothing that stands outside of it.
 */

/** The first control, or group of options, that is seen, can be reached and has no answer yet. */
function firstOpen(form: Element, leftOpen: readonly string[]): Element | undefined {
  const texts = 'textarea, input:not([type="radio"], [type="checkbox"], [type="hidden"], [type="submit"])';
  const isReachable = (element: HTMLElement) =>
    element.checkVisibility() && element.tabIndex >= 0 && !element.closest('[aria-hidden="true"]');
  const isOpen = (element: HTMLElement & { readonly value: string }) => isReachable(element) && !element.value;
  const isLeft = (name: string | null | undefined) => leftOpen.includes(name?.trim() ?? '');

  const typed = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(texts)];
  const listed = [...form.querySelectorAll('select')];
  const control = typed.find(isOpen) ?? listed.find(list => isOpen(list) && !isLeft(list.labels[0]?.textContent));
  if (control) return control;
  return [...form.querySelectorAll('fieldset')].find(group => {
    // A box to tick beside a field to type in takes the field back: “I do not know the date”.
    if (group.querySelector(texts) || isLeft(group.querySelector('legend')?.textContent)) return false;
    const options = [...group.querySelectorAll('input')].filter(option => option.closest('fieldset') === group);
    return options.some(isReachable) && !options.some(option => option.checked);
  });
}

function describe(control: Element): Asked {
  const root = control.getRootNode() as ShadowRoot;
  const wordsOf = (element: Element | null | undefined) => element?.textContent.trim() ?? '';
  if (control instanceof HTMLFieldSetElement) {
    const options = [...control.querySelectorAll('input')].map(option => {
      const label = root.getElementById(option.getAttribute('aria-labelledby') ?? '') ?? option.labels?.[0];
      return wordsOf(label);
    });
    return { kind: 'options', name: wordsOf(control.querySelector('legend')), type: '', options };
  }
  const field = control as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  const name = wordsOf(field.labels?.[0]);
  if (field instanceof HTMLSelectElement) {
    // The first, of no value, is what stands there before a choice.
    const options = [...field.options].filter(option => option.value).map(wordsOf);
    return { kind: 'list', name, type: '', options };
  }
  return { kind: 'text', name, type: field.type, options: [] };
}

function optionCalled(group: Element, name: string): Element | undefined {
  const root = group.getRootNode() as ShadowRoot;
  return [...group.querySelectorAll('input')].find(option => {
    const label = root.getElementById(option.getAttribute('aria-labelledby') ?? '') ?? option.labels?.[0];
    return label?.textContent.trim() === name;
  });
}

/** What tells one page of the form from the next: its heading and what it asks. */
function looks(form: Element): string {
  const root = form.getRootNode() as ShadowRoot;
  const parts = [root.getElementById('step-heading'), ...form.querySelectorAll('label, legend')];
  return parts.map(part => part?.textContent.trim()).join('\n');
}

function hasMoved({ host, before }: { readonly host: string; readonly before: string }): boolean {
  const root = document.querySelector(host)?.shadowRoot;
  const form = root?.querySelector('form');
  if (!root || !form || root.querySelector('[part~="error-summary"]')) return true;
  const parts = [root.getElementById('step-heading'), ...form.querySelectorAll('label, legend')];
  return parts.map(part => part?.textContent.trim()).join('\n') !== before;
}

/** Whether this is where answers are checked: nothing is typed here, and most of what was typed can be read. */
function showsAnswers(form: Element, canaries: readonly string[]): boolean {
  const fields = [...form.querySelectorAll<HTMLElement>('textarea, input')];
  if (fields.some(field => field.matches(':not([type="radio"], [type="checkbox"])') && field.tabIndex >= 0))
    return false;
  const shown = canaries.filter(canary => form.textContent.includes(canary));
  return shown.length > 2 && shown.length > canaries.length / 2;
}
