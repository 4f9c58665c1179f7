import type { ReferralHolder, ReferralStatus } from '@advocacy-hub/sdk';
import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { AdvocacyElement, define, emit } from './internal/advocacy-element.ts';
import { failureOf } from './internal/failure.ts';
import { askBeforeLeaving } from './internal/leaving.ts';
import { button } from './parts/button.ts';
import { errorSummary, type FieldError } from './parts/error-summary.ts';
import { problemBox } from './parts/problem-box.ts';
import { textField } from './parts/text-field.ts';
import { noAnswers, type ChangeAnswers, type ChangeKind } from './referral-status/answers.ts';
import type { QuestionError } from './referral-status/check.ts';
import { Depth } from './referral-status/depth.ts';
import { found, stateOf, type State } from './referral-status/found.ts';
import { loadLater, type Later } from './referral-status/later.ts';
import { readStatus } from './referral-status/reading.ts';
import type { Sending } from './referral-status/sending.ts';
import { status, type StatusWords } from './referral-status/strings/en.ts';
import { styles } from './referral-status.styles.ts';

type Page = 'ask' | 'status' | ChangeKind;

const all: readonly ChangeKind[] = ['contact', 'correct', 'withdraw'];

/** What a person may do, by where it stands. Whoever finds it withdrawn may not have done it. */
const ways: Readonly<Record<State, readonly ChangeKind[]>> = {
  received: all,
  quarantined: all,
  replaced: [],
  withdrawn: ['correct'],
  other: all,
};

const nothingTyped: ReferralHolder = { reference: '', code: '' };

/**
 * Tells where a referral stands, with its reference and private code, and takes changes of it:
 * withdraw, correct, or be contacted in another way.
 *
 * What a person types stays in this element's memory until it is sealed to the hub's key, and until Finish is pressed.
 * It is in no event, no address, no storage and no log.
 *
 * @slot - Ways to speak to someone: shown until the hub's own are known, and whenever script or hub fail.
 * @fires {CustomEvent<{ state: string }>} advocacy-status-read - The hub told where the referral stands.
 * @fires {CustomEvent<{ kind: 'withdraw' | 'correct' | 'contact' }>} advocacy-referral-changed - The hub has a change, and its receipt verifies.
 * @fires {CustomEvent<{ code: string; retryable: boolean }>} advocacy-error - Something failed; people were told in words.
 * @csspart heading - The heading of a page.
 * @csspart done - That a change has arrived.
 * @csspart status - Where the referral stands.
 * @csspart ways - What a person can do about it.
 */
export class AdvocacyReferralStatus extends AdvocacyElement<{ readonly status: StatusWords }> {
  static override styles = [...AdvocacyElement.styles, styles];

  /**
   * When true, each page is a step of the browser's history, so that Back goes back a page, and the page's title says
   * when there are errors. For a page that holds this element and nothing else.
   */
  @property({ type: Boolean, attribute: 'steps-in-history' }) stepsInHistory = false;

  @state() private page: Page = 'ask';
  @state() private typed = nothingTyped;
  @state() private changes: Readonly<Partial<Record<ChangeKind, ChangeAnswers>>> = {};
  /** What was typed when a person last tried to go on and could not. */
  @state() private stopped: { readonly typed: ReferralHolder; readonly answers: ChangeAnswers } | undefined;
  /** The change that the hub took in last, until the page is turned. */
  @state() private done: { readonly kind: ChangeKind; readonly state: string } | undefined;

  @query('#step-heading') private readonly heading!: HTMLElement | null;
  @query('#error-summary') private readonly summary!: HTMLElement | null;
  @query('.main') private readonly mainButton!: HTMLElement | null;

  protected override readonly strings = {
    en: { status },
    cy: async () => ({ status: (await import('./referral-status/strings/cy.ts')).status }),
  };

  readonly #status = new Task(this, {
    autoRun: false,
    task: async ([holder]: [ReferralHolder | undefined], { signal }) =>
      holder && readStatus(await this.hub, holder, signal),
    onComplete: answer => this.#onRead(answer),
    onError: error => this.report(error),
  });

  readonly #later = new Task(this, {
    autoRun: false,
    task: () => loadLater(),
    onError: error => this.report(error),
  });

  readonly #send = new Task(this, {
    autoRun: false,
    task: async ([kind, { Sending }]: [ChangeKind, Later], { signal }) => {
      const { words, typed } = this;
      const answers = this.#answersTo(kind);
      this.#tried = { kind, answers };
      const hub = await this.hub;
      this.#sending ??= new Sending();
      const receipt = await this.#sending.send(hub, typed, { kind, answers, language: words.language, signal });
      return { kind, state: receipt.state };
    },
    onComplete: done => {
      this.changes = { ...this.changes, [done.kind]: undefined };
      this.#turnTo('status');
      this.done = done;
      emit(this, 'advocacy-referral-changed', { kind: done.kind });
      void this.#status.run([this.typed]);
    },
    onError: error => this.report(error),
  });

  #sending: Sending | undefined;
  /** What was sent last: a failure is shown with nothing else. */
  #tried: { readonly kind: ChangeKind; readonly answers: ChangeAnswers } | undefined;
  #focusNext: 'heading' | 'summary' | undefined;
  readonly #depth = new Depth(this, depth => this.#return(depth));
  /** Whether the hub told where a referral stands, since the start or the last Finish. */
  #isRead = false;
  /** The change whose page was turned to last. */
  #change: ChangeKind | undefined;
  /** What a page of ours is called while nothing is wrong. */
  #title: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    askBeforeLeaving(this, this.#hasAnswers);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    askBeforeLeaving(this, false);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('changes')) askBeforeLeaving(this, this.#hasAnswers);
    this.#tellTitle();
    const target = this.#focusNext === 'heading' ? this.heading : this.summary;
    if (!this.#focusNext || !target) return;
    this.#focusNext = undefined;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return this.renderFrame(this.#renderState());
  }

  #renderState(): TemplateResult {
    const { page, profile, typed, words } = this;
    const isUseless = profile.status === TaskStatus.ERROR && !failureOf(profile.error).retryable;
    // Whoever has begun to type is not cut off; the answer to the button says it.
    if (isUseless && typed === nothingTyped) return html`<div class="whole">${this.renderProblem(profile.error)}</div>`;
    return html`
      <div class="layout">
        <div class="main-column">${keyed(page, this.#renderPage())} ${this.renderLanguages()}</div>
        ${this.renderContacts(page === 'ask' ? {} : { title: words.status.contact })}
      </div>
    `;
  }

  #renderPage(): TemplateResult {
    const { page } = this;
    if (page === 'ask') return this.#renderAsk();
    return page === 'status' ? this.#renderStatus() : this.#renderChange(page);
  }

  #renderAsk(): TemplateResult {
    const { typed, words } = this;
    const { ask } = words.status;
    const errors = this.#askErrors;
    const isBusy = this.#status.status === TaskStatus.PENDING;
    const errorAt = (id: string) => errors.find(error => error.id === id)?.words;
    // The method goes nowhere: were the handler ever lost, the two would still not end up in the page's address.
    return html`
      <form method="dialog" novalidate autocomplete="off" aria-labelledby="step-heading" @submit=${this.#submit}>
        ${this.#renderSummary(errors)} ${this.#renderHeading(ask.heading, [ask.lead])}
        ${this.#isNoMatch ? this.#renderWhatToCheck() : nothing}
        ${(['reference', 'code'] as const).map(name =>
          textField({
            id: name,
            label: ask[name].label,
            hint: ask[name].hint,
            error: errorAt(name),
            value: typed[name],
            onInput: text => (this.typed = { ...this.typed, [name]: text }),
          }),
        )}
        ${this.#renderReadingFailure()} ${button({ label: isBusy ? ask.showing : ask.show, look: 'main', isBusy })}
        <p role="status" class="visually-hidden">${isBusy ? ask.showing : nothing}</p>
      </form>
    `;
  }

  #renderSummary(errors: readonly FieldError[]) {
    return errors.length > 0 ? errorSummary({ heading: this.words.errors.heading, errors }) : nothing;
  }

  #renderHeading(text: string, lead: readonly string[] = []): TemplateResult {
    return html`
      <h2 id="step-heading" part="heading" tabindex="-1">${text}</h2>
      ${lead.length > 0 ? html`<div class="lead">${lead.map(line => html`<p>${line}</p>`)}</div>` : nothing}
    `;
  }

  #renderWhatToCheck(): TemplateResult {
    const { heading, steps, after } = this.words.status.ask.noMatch;
    return html`
      <div class="advice">
        <h3>${heading}</h3>
        <ul>
          ${steps.map(step => html`<li>${step}</li>`)}
        </ul>
        <p>${after}</p>
      </div>
    `;
  }

  #renderReadingFailure() {
    const { status, error } = this.#status;
    if (status !== TaskStatus.ERROR) return nothing;
    const retry = () => {
      // The button that was pressed goes away with what it stands in.
      this.mainButton?.focus();
      this.#show();
    };
    return this.renderMessage(error, { retry });
  }

  #renderStatus(): TemplateResult {
    const { done, words } = this;
    const { value, status, error } = this.#status;
    const retry = () => void this.#status.run([this.typed]);
    return html`
      <div class="status-page">
        ${done ? this.#renderDone(done) : nothing}
        ${status === TaskStatus.PENDING ? html`<p role="status" class="quiet">${words.waiting}</p>` : nothing}
        ${status === TaskStatus.ERROR ? this.renderMessage(error, { retry }) : nothing}
        ${
          status === TaskStatus.COMPLETE && typeof value === 'object'
            ? html`${found(value, { words, isNews: !done })} ${this.#renderWays(ways[stateOf(value)])}`
            : nothing
        }
        ${this.#renderFinish()}
      </div>
    `;
  }

  #renderDone({ kind, state }: { readonly kind: ChangeKind; readonly state: string }): TemplateResult {
    const { done } = this.words.status;
    return html`
      <div class="panel" part="done">
        <h2 id="step-heading" part="heading" tabindex="-1">${done.heading}</h2>
        <p>${state === 'received' ? done[kind] : done.quarantined}</p>
      </div>
    `;
  }

  #renderWays(kinds: readonly ChangeKind[]): TemplateResult | typeof nothing {
    const own = this.words.status;
    if (kinds.length === 0) return nothing;
    return html`
      <section class="ways" part="ways" aria-labelledby="ways-heading">
        <h3 id="ways-heading">${own.ways}</h3>
        ${kinds.map(kind => button({ label: own.changes[kind].name, act: () => this.#turnTo(kind) }))}
      </section>
    `;
  }

  #renderFinish(): TemplateResult {
    const { text, button: label } = this.words.status.finish;
    return html`
      <div class="finish">
        <p>${text}</p>
        ${button({ label, act: () => this.#finish() })}
      </div>
    `;
  }

  #renderChange(kind: ChangeKind): TemplateResult {
    const own = this.words.status;
    const { name, lead } = own.changes[kind];
    const { value: later } = this.#later;
    const errors = this.#changeErrors(kind);
    return html`
      ${button({ label: own.back, look: 'link', isBusy: this.#isSending, act: () => this.#goBack() })}
      <form method="dialog" novalidate autocomplete="off" aria-labelledby="step-heading" @submit=${this.#submit}>
        ${this.#renderSummary(errors)} ${this.#renderHeading(name, lead)}
        ${later ? this.#renderQuestions(kind, later, errors) : this.#renderMissing()}
      </form>
    `;
  }

  /** What is loaded while a person reads has not arrived yet, or did not. */
  #renderMissing(): TemplateResult {
    const { words } = this;
    const { status, error } = this.#later;
    if (status !== TaskStatus.ERROR) return html`<p role="status" class="quiet">${words.waiting}</p>`;
    return html`<p>${words.status.needsMore}</p>
      ${this.renderMessage(error, { retry: () => void this.#later.run() })}`;
  }

  #renderQuestions(kind: ChangeKind, { renderQuestions }: Later, errors: readonly QuestionError[]): TemplateResult {
    const { words } = this;
    const own = words.status;
    const answers = this.#answersTo(kind);
    const onAnswer = (changed: ChangeAnswers) => {
      this.changes = { ...this.changes, [kind]: { ...this.#answersTo(kind), ...changed } };
    };
    const { status, error } = this.#send;
    const isTried = kind === this.#tried?.kind && answers === this.#tried.answers;
    const failure = status === TaskStatus.ERROR && isTried ? failureOf(error) : undefined;
    const label = failure?.retryable ? words.tryAgain : own.changes[kind].send;
    const isBusy = this.#isSending;
    // The button is one all along, so that it keeps the focus.
    return html`
      ${renderQuestions(kind, { answers, words, errors, onAnswer })}
      ${failure ? problemBox({ failure, words: own.failures[failure.kind] }) : nothing}
      ${button({ label: isBusy ? own.sending : label, look: 'main', isBusy })}
      <p role="status" class="visually-hidden">${isBusy ? own.sending : nothing}</p>
    `;
  }

  get #isSending(): boolean {
    return this.#send.status === TaskStatus.PENDING;
  }

  get #hasAnswers(): boolean {
    return Object.values(this.changes).some(Boolean);
  }

  get #isNoMatch(): boolean {
    return this.stopped !== undefined && this.#status.value === 'no_match';
  }

  get #askErrors(): readonly FieldError[] {
    const { ask } = this.words.status;
    if (!this.stopped) return [];
    const { typed } = this.stopped;
    const missing = (['reference', 'code'] as const).filter(name => !typed[name].trim());
    if (missing.length > 0) return missing.map(id => ({ id, words: ask[id].errors.none }));
    return this.#isNoMatch ? [{ id: 'reference', words: ask.noMatch.error }] : [];
  }

  #changeErrors(kind: ChangeKind): readonly QuestionError[] {
    return this.stopped ? this.#faultsOf(kind, this.stopped.answers) : [];
  }

  get #errors(): readonly FieldError[] {
    const { page } = this;
    if (page === 'ask') return this.#askErrors;
    return page === 'status' ? [] : this.#changeErrors(page);
  }

  #faultsOf(kind: ChangeKind, answers: ChangeAnswers): readonly QuestionError[] {
    const later = this.#later.value;
    return later ? later.errorsOf(kind, answers, { words: this.words, limits: later.limits }) : [];
  }

  #answersTo(kind: ChangeKind): ChangeAnswers {
    return this.changes[kind] ?? noAnswers;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    if (this.page === 'ask') this.#show();
    else if (this.page !== 'status') this.#sendChange(this.page);
  };

  #show(): void {
    const { reference, code } = this.typed;
    // A second press while it is on its way changes nothing.
    if (this.#status.status === TaskStatus.PENDING) return;
    if (!reference.trim() || !code.trim()) {
      this.#stop();
      return;
    }
    this.stopped = undefined;
    void this.#status.run([this.typed]);
  }

  #onRead(answer: ReferralStatus | 'no_match' | undefined): void {
    if (answer === undefined) return;
    this.#isRead = answer !== 'no_match';
    if (answer === 'no_match') {
      this.#turnTo('ask');
      this.#stop();
      return;
    }
    if (this.page === 'ask') this.#turnTo('status');
    if (!this.#later.value) void this.#later.run();
    emit(this, 'advocacy-status-read', { state: answer.state });
  }

  #sendChange(kind: ChangeKind): void {
    const later = this.#later.value;
    if (!later || this.#isSending) return;
    if (this.#faultsOf(kind, this.#answersTo(kind)).length > 0) this.#stop(kind);
    else {
      this.stopped = undefined;
      void this.#send.run([kind, later]);
    }
  }

  #stop(kind?: ChangeKind): void {
    this.stopped = { typed: this.typed, answers: kind ? this.#answersTo(kind) : noAnswers };
    this.#focusNext = 'summary';
  }

  #goBack(): void {
    if (!this.#isSending) this.#turnTo('status');
  }

  /** The browser's Back or Forward was pressed, or what we asked of it is done. */
  #return(depth: number): void {
    const page = this.#pageAt(depth);
    // What is on its way stays in sight.
    if (this.#isSending) this.#depth.set(depthOf(this.page));
    else if (page !== this.page) this.#turnTo(page);
  }

  /** Without a referral that was read there is only the first page: after Finish, Forward leads nowhere else. */
  #pageAt(depth: number): Page {
    if (depth === 0 || !this.#isRead) return 'ask';
    return depth === 1 ? 'status' : (this.#change ?? 'status');
  }

  #turnTo(page: Page): void {
    this.page = page;
    if (page !== 'ask' && page !== 'status') this.#change = page;
    this.#depth.set(depthOf(page));
    this.stopped = undefined;
    this.done = undefined;
    this.#focusNext = 'heading';
    if (this.profile.status === TaskStatus.ERROR && failureOf(this.profile.error).retryable) void this.profile.run();
  }

  /** A page of ours says in its title that there are errors; a partner's title is the partner's. */
  #tellTitle(): void {
    if (!this.stepsInHistory) return;
    this.#title ??= document.title;
    document.title = (this.#errors.length > 0 ? this.words.errors.title : '') + this.#title;
  }

  /** Forgets all that was typed and read, for whoever uses the device next. */
  #finish(): void {
    this.typed = nothingTyped;
    this.changes = {};
    this.#sending = undefined;
    this.#tried = undefined;
    this.#change = undefined;
    this.#isRead = false;
    this.#turnTo('ask');
    // Without a holder it ends with nothing; what is on its way is dropped.
    void this.#status.run([undefined]);
  }
}

function depthOf(page: Page): number {
  if (page === 'ask') return 0;
  return page === 'status' ? 1 : 2;
}

define('advocacy-referral-status', AdvocacyReferralStatus);

declare global {
  interface HTMLElementTagNameMap {
    'advocacy-referral-status': AdvocacyReferralStatus;
  }
  interface HTMLElementEventMap {
    'advocacy-status-read': CustomEvent<{ readonly state: string }>;
    'advocacy-referral-changed': CustomEvent<{ readonly kind: ChangeKind }>;
  }
}
