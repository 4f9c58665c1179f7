import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fakeHub, type FakeAnswers, type FakeHub } from '@advocacy-hub/sdk/testing';
import { AdvocacyElement, define } from '../../packages/widgets/src/internal/advocacy-element.ts';
import { never } from '../../stories/hubs.ts';

/** A client whose hub is these answers; without any it is a hub that works. */
export const hubOf = (answers?: FakeAnswers): FakeHub => fakeHub(answers);

/** How long something may take on a machine that does much else: milliseconds. Nothing waits for it that is there. */
export const patience = 8_000;

/** What each role looks like in our templates. */
const selectors = {
  alert: '[role="alert"]',
  button: 'button',
  checkbox: 'input[type="checkbox"]',
  form: 'form',
  combobox: 'select',
  group: 'fieldset:not([role])',
  heading: 'h1, h2, h3, h4',
  link: 'a[href]',
  radio: 'input[type="radio"]',
  radiogroup: '[role="radiogroup"]',
  region: 'section[aria-labelledby]',
  status: '[role="status"]',
  textbox: 'input:not([type="radio"], [type="checkbox"]), textarea',
} as const;

export type Role = keyof typeof selectors;

/** All elements of a role that people can find, in an element's shadow root, by name where one is given. */
export function allByRole(host: Element, role: Role, name?: string | RegExp): HTMLElement[] {
  const found = host.shadowRoot?.querySelectorAll<HTMLElement>(selectors[role]) ?? [];
  return [...found].filter(
    each => !each.closest('[aria-hidden="true"], [hidden]') && (name === undefined || fits(nameOf(each), name)),
  );
}

/** Waits for the one element of this role and name, as a person would. */
export async function findByRole<T extends HTMLElement = HTMLElement>(
  host: Element,
  role: Role,
  name?: string | RegExp,
): Promise<T> {
  const say = () => `${allByRole(host, role, name).length} of role ${role} and name ${String(name)}; names: ${allByRole(host, role).map(nameOf).join(' | ')}`; // prettier-ignore
  await waitUntil(() => allByRole(host, role, name).length === 1, say(), { timeout: patience }).catch(() => {
    throw new Error(say());
  });
  return allByRole(host, role, name)[0] as T;
}

function fits(found: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? found === wanted : wanted.test(found);
}

/** The accessible name of what our parts render: by label, by legend, by reference, or by content. */
function nameOf(element: Element): string {
  const root = element.getRootNode() as ShadowRoot;
  const reference = element.getAttribute('aria-labelledby');
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
  const text =
    (reference && root.getElementById(reference)?.textContent) ??
    element.getAttribute('aria-label') ??
    element.querySelector(':scope > legend')?.textContent ??
    labels[0]?.textContent ??
    element.textContent ??
    '';
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** What a screen reader adds after the name. */
export function descriptionOf(element: Element): string {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  const root = element.getRootNode() as ShadowRoot;
  return ids.map(id => root.getElementById(id)?.textContent.trim()).join(' ');
}

/** What has the focus, inside the element. */
export function focused(host: Element): Element | null {
  return host.shadowRoot?.activeElement ?? null;
}

/** Everything that is said, in the order in which it stands there. */
export function textOf(host: Element): string {
  const shown = [...(host.shadowRoot?.querySelectorAll('.frame *') ?? [])].filter(each => each.children.length === 0 && !each.closest('[hidden]')); // prettier-ignore
  return shown.map(each => each.textContent.trim()).filter(Boolean).join('\n'); // prettier-ignore
}

/** Puts text into a field at once; keyboard tests type. */
export function write(field: HTMLElement, text: string): void {
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Tab, until this has the focus. */
export async function tabTo(host: Element, target: HTMLElement): Promise<void> {
  for (let presses = 0; presses < 80 && focused(host) !== target; presses += 1) await sendKeys({ press: 'Tab' });
  expect(focused(host), 'reached by Tab').to.equal(target);
}

/** Ways to put an element into each of its states. */
export type States<T extends AdvocacyElement> = Readonly<Record<string, () => Promise<T>>>;

/** What every element promises, in each state that people can meet. */
export function standsUp<T extends AdvocacyElement>(tag: keyof HTMLElementTagNameMap, states: States<T>): void {
  describe('stands up', () => {
    it('is defined, and stays what it is when a second bundle comes', () => {
      const first = customElements.get(tag);
      class Other extends AdvocacyElement {
        static override readonly version = '99.0.0';
        protected override readonly strings = { en: {}, cy: () => Promise.resolve({}) };
      }
      const said = listenTo('warn');

      define(tag, Other);
      define(tag, Other);

      expect(customElements.get(tag)).to.equal(first);
      expect(said.stop().filter(line => line.includes('99.0.0'))).to.have.lengthOf(1);
    });

    it('shows what the page put inside the tag until the hub has answered', async () => {
      const element = document.createElement(tag) as unknown as T;
      element.innerHTML = '<p>Ring us on 0191 498 0320.</p>';
      element.hub = hubOf({ readProfile: never });
      const host = await fixture<T>(html`${element}`);

      expect(host.querySelector('p')?.checkVisibility()).to.equal(true);
      expect(host.querySelector('p')?.getBoundingClientRect().height).to.be.greaterThan(0);
    });

    for (const [name, reach] of Object.entries(states)) {
      describe(name, () => {
        it('has nothing that axe finds', async () => {
          const element = await reach();

          await expect(element).to.be.accessible();
        });

        it('fits 320 px, with text at 200% as well', async () => {
          const element = await reach();
          const page = element.parentElement as HTMLElement;
          page.style.inlineSize = '320px';

          for (const size of ['16px', '32px']) {
            page.style.setProperty('--advocacy-font-size', size);
            await aTimeout(0);
            expect(overflowOf(element), `at ${size}`).to.be.at.most(0.5);
          }
        });
      });
    }

    it('was never warned of by Lit', () => {
      const warned = (globalThis as { litIssuedWarnings?: Set<string> }).litIssuedWarnings ?? new Set();

      expect([...warned].filter(warning => !/dev-mode|dev mode/.test(warning))).to.deep.equal([]);
    });
  });
}

/** How far what is shown reaches beyond the element's edges, and by what; what only screen readers read is left out. */
export function overflowOf(element: Element): number {
  const { left, right } = element.getBoundingClientRect();
  const inside = [...(element.shadowRoot?.querySelectorAll('*:not(.trap, .trap *, .visually-hidden)') ?? [])];
  const reach = (each: Element) => {
    const box = each.getBoundingClientRect();
    return box.width === 0 ? 0 : Math.max(box.right - right, left - box.left);
  };
  const widest = inside.reduce((most, each) => (reach(each) > reach(most) ? each : most), element);
  if (reach(widest) > 0.5) console.error(widest.outerHTML.slice(0, 200), reach(widest));
  return reach(widest);
}

/** Keeps what the console is told, instead of showing it. */
export function listenTo(method: 'warn' | 'error'): { stop(): string[] } {
  const original = console[method];
  const lines: string[] = [];
  console[method] = (...parts: unknown[]) => void lines.push(parts.map(String).join(' '));
  return {
    stop() {
      console[method] = original;
      return lines;
    },
  };
}

/** The ids that a sealed referral says it replaces, out of its readable header. */
export function replacedBy(sealed: string): unknown {
  const header = sealed.split('.')[0]?.replaceAll('-', '+').replaceAll('_', '/') ?? '';
  return (JSON.parse(atob(header)) as { replaces?: unknown }).replaces;
}
