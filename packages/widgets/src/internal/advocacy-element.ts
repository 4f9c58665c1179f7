import type { AdvocacyHub } from '@advocacy-hub/sdk';
import { Task } from '@lit/task';
import { LitElement, html, nothing, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { button } from '../parts/button.ts';
import { contactBlock, type ContactBlock } from '../parts/contact-block.ts';
import { partStyles } from '../parts/parts.styles.ts';
import { problemBox } from '../parts/problem-box.ts';
import { baseStyles } from './advocacy-element.styles.ts';
import { failureOf, nameOf } from './failure.ts';
import { letCallsThrough } from './leaving.ts';
import { loaded } from './loaded.ts';
import { en, type Words } from './strings/en.ts';
import { endonyms, languageOf, spoken, spokenOf, wordsOf, type Strings } from './strings/words.ts';

/** What `advocacy-error` tells: nothing in it was typed by anyone. */
export interface ErrorDetail {
  readonly code: string;
  readonly retryable: boolean;
}

/**
 * What all of our elements have in common: where their hub comes from, their language,
 * and what they show while they wait and when something fails.
 *
 * @csspart field - A question with its label, help and controls.
 * @csspart button - Any button; `main-button`, `plain-button` and `link-button` are its three looks.
 * @csspart error-summary - What was typed and cannot go on.
 * @csspart problem - A failure that is not the person's.
 * @csspart languages - The choice of language.
 * @csspart contact - The ways to speak to someone.
 * @csspart summary - Answers to check.
 * @cssprop [--advocacy-font-family=inherit] - The font.
 * @cssprop [--advocacy-font-size=medium] - The size that all others follow: the reader's own.
 * @cssprop [--advocacy-color-accent=#0b5963] - Buttons, links and what is chosen.
 * @cssprop [--advocacy-color-accent-strong=#073f47] - The same under the pointer.
 * @cssprop [--advocacy-color-on-accent=#fff] - Text on the accent.
 * @cssprop [--advocacy-color-text=#17212b] - Text.
 * @cssprop [--advocacy-color-quiet=#4b5864] - Hints and labels of lesser weight.
 * @cssprop [--advocacy-color-surface=#fff] - The ground.
 * @cssprop [--advocacy-color-raised=#f2f6f6] - The ground of boxes.
 * @cssprop [--advocacy-color-line=#d3dcde] - Lines that only part things.
 * @cssprop [--advocacy-color-border=#5d6b75] - Edges of controls.
 * @cssprop [--advocacy-color-error=#b01e23] - Errors.
 * @cssprop [--advocacy-color-error-surface=#fdf3f2] - The ground of errors.
 * @cssprop [--advocacy-color-focus=#ffc53d] - The ring around what has the focus.
 * @cssprop [--advocacy-color-focus-edge=#17212b] - The ring's inner edge, which stands out from the ring and the ground.
 * @cssprop [--advocacy-radius=0.375em] - How round corners are.
 */
export abstract class AdvocacyElement<Own extends object = object> extends LitElement {
  /** The package's version, so that two copies on one page can be told apart. */
  static readonly version: string = '0.1.0';

  static override styles: CSSResult[] = [baseStyles, partStyles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** The hub's address. Without it, the one that the loader's script tag names in `data-hub`. */
  @property({ attribute: 'hub-url' }) hubUrl: string | undefined;

  /** The partner's publishable key. Without it, the one that the loader's script tag names in `data-key`. */
  @property({ attribute: 'hub-key' }) hubKey: string | undefined;

  /** The element's own words, in each language. */
  protected abstract readonly strings: Strings<Own>;

  /** What the hub says about itself. A widget need not wait for it. */
  protected readonly profile = new Task(this, {
    args: () => [this.hub] as const,
    task: async ([hub], { signal }) => (await hub).profile({ signal }),
    onError: error => this.report(error),
  });

  /** The language that a person chose here; without a choice it is the page's. */
  @state() private chosenLanguage: string | undefined;

  @state() private readWords: (Words & Own) | undefined;

  #given: Promise<AdvocacyHub> | undefined;
  #made: Promise<AdvocacyHub> | undefined;
  #language = 'en';
  /** A language whose words did not come: it is asked for again when another was wanted in between. */
  #missing: string | undefined;

  /** The words of the element's language; English until another language has arrived. */
  protected get words(): Words & Own {
    return (this.readWords ??= { ...en, ...this.strings.en });
  }

  /**
   * Takes a client in place of `hub-url` and `hub-key`, and gives the one in use. It is given as a promise, because
   * the client is loaded after the element is shown; the promise rejects where the address or the key can never work.
   */
  @property({ attribute: false, noAccessor: true })
  get hub(): Promise<AdvocacyHub> {
    return this.#given ?? (this.#made ??= this.#makeHub());
  }
  set hub(client: AdvocacyHub | Promise<AdvocacyHub>) {
    this.#given = Promise.resolve(client);
    this.requestUpdate();
  }

  constructor() {
    super();
    this.addEventListener('click', letCallsThrough);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Tools that record visits for replay leave out what is inside.
    this.setAttribute('data-hj-suppress', '');
    this.setAttribute('data-clarity-mask', 'true');
    this.setAttribute('data-dd-privacy', 'mask');
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'lang') this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && (changed.has('hubUrl') || changed.has('hubKey'))) this.#made = undefined;
    void this.#readLanguage(spokenOf(this.chosenLanguage ?? languageOf(this)));
  }

  /** Tells the page of a failure, and whoever looks after the page what to do about it. */
  protected report(error: unknown): void {
    const { code, retryable, kind } = failureOf(error);
    if (kind === 'broken') console.error(`<${this.localName}> ${code}: ${nameOf(error)}`);
    if (code === 'not_loaded') console.error(error);
    emit(this, 'advocacy-error', { code, retryable });
  }

  /** What stands here until there is something to show. */
  protected renderWaiting(): TemplateResult {
    return html`<p role="status" class="quiet">${this.words.waiting}</p>
      ${this.renderContacts({ showsFallback: true })}`;
  }

  /** Says a failure in words, with every way to speak to someone instead. `retry` is offered where it may help. */
  protected renderProblem(error: unknown, options?: { readonly retry?: () => void }): TemplateResult {
    return html`${this.renderMessage(error, options)}${this.renderContacts({ showsFallback: true })}`;
  }

  /** The words alone, for a view that shows the ways to speak to someone in a place of its own. */
  protected renderMessage(error: unknown, { retry }: { readonly retry?: () => void } = {}): TemplateResult {
    const failure = failureOf(error);
    const words = this.words.failures[failure.kind];
    const again = { label: this.words.tryAgain, act: () => this.#again(retry) };
    return problemBox({ failure, words, ...(retry && failure.retryable && { retry: again }) });
  }

  /** The ways to speak to someone: the hub's own, or what the page put inside the tag while those are not known. */
  protected renderContacts({
    showsFallback = false,
    title = this.words.contact,
  }: Partial<Pick<ContactBlock, 'showsFallback' | 'title'>> = {}): TemplateResult {
    const { contact_routes: routes, languages } = this.profile.value ?? {};
    return contactBlock({ words: this.words, title, routes, showsFallback, language: languages?.[0] });
  }

  /**
   * A button for each language that both the hub and we have, where there is a choice.
   * It stands below what people read: it comes with the hub's answer, and nothing may move under a finger.
   */
  protected renderLanguages(): TemplateResult | typeof nothing {
    const offered = spoken.filter(each => this.profile.value?.languages.some(tag => tag.split('-')[0] === each));
    if (offered.length < 2) return nothing;
    return html`
      <div class="languages" part="languages" role="group" aria-label=${this.words.languages}>
        ${offered.map(
          each =>
            html`<span lang=${each}
              >${button({
                label: endonyms[each],
                look: 'link',
                isOn: each === this.words.language,
                act: () => this.#choose(each),
              })}</span
            >`,
        )}
      </div>
    `;
  }

  /** Everything that an element shows stands in this, so that layout follows the element's width and not the window's. */
  protected renderFrame(content: TemplateResult): TemplateResult {
    const { language, direction } = this.words;
    return html`<div class="frame" lang=${language} dir=${direction}>${content}</div>`;
  }

  /** A client that could not be loaded is loaded anew. */
  #again(retry: (() => void) | undefined): void {
    this.#made = undefined;
    retry?.();
  }

  async #makeHub(): Promise<AdvocacyHub> {
    const { hub = '', key = '' } = document.querySelector<HTMLElement>('script[data-hub][data-key]')?.dataset ?? {};
    const { AdvocacyHub } = await loaded(import('@advocacy-hub/sdk'));
    return new AdvocacyHub({ url: this.hubUrl ?? hub, key: this.hubKey ?? key });
  }

  #choose(language: string): void {
    this.#missing = undefined;
    this.chosenLanguage = language;
    this.requestUpdate();
  }

  /** Where its words cannot be loaded the element stays in the language that it has. */
  async #readLanguage(language: string): Promise<void> {
    if (language === this.#language || language === this.#missing) return;
    this.#language = language;
    this.#missing = undefined;
    try {
      const words = await loaded(wordsOf(language, this.strings));
      if (language === this.#language) this.readWords = words;
    } catch (error) {
      this.#language = this.words.language;
      this.#missing = language;
      this.report(error);
    }
  }
}

let isNoticed = false;

/**
 * Defines an element, once a page. A second bundle leaves the first one's element in place;
 * where the two differ in version, the console says so once.
 */
export function define(name: string, element: { readonly version: string } & CustomElementConstructor): void {
  const first = customElements.get(name);
  if (!first) {
    customElements.define(name, element);
    return;
  }
  const { version } = first as { readonly version?: string };
  if (version === element.version || isNoticed) return;
  isNoticed = true;
  console.warn(
    `<${name}> ${version ?? 'of an unknown version'} is on this page already; ${element.version} is not used.`,
  );
}

type Detail<Name extends keyof HTMLElementEventMap> =
  HTMLElementEventMap[Name] extends CustomEvent<infer D> ? D : never;

/** Dispatches one of our events: it bubbles, and leaves the shadow root. */
export function emit<Name extends keyof HTMLElementEventMap>(
  from: HTMLElement,
  name: Name,
  detail: Detail<Name>,
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementEventMap {
    'advocacy-error': CustomEvent<ErrorDetail>;
  }
}
