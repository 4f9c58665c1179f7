import type { HubProfile } from '@advocacy-hub/sdk';
import { initialState, Task, TaskStatus } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { AdvocacyElement, define, emit } from './internal/advocacy-element.ts';
import { failureOf } from './internal/failure.ts';
import { askBeforeLeaving } from './internal/leaving.ts';
import { button } from './parts/button.ts';
import { errorSummary } from './parts/error-summary.ts';
import { answerList } from './referral-form/answer-list.ts';
import { noAnswers, voiceOf, type Answers } from './referral-form/answers.ts';
import { confirmation, dangerLine, privacyNotice, sendBlock, trap } from './referral-form/blocks.ts';
import { errorsOf, type QuestionError } from './referral-form/check.ts';
import { loadLimits } from './referral-form/limits.ts';
import { questionsOf, steps, stillOffered, type Step, type StepName } from './referral-form/questions.ts';
import { renderQuestion } from './referral-form/render-question.ts';
import { Sending } from './referral-form/sending.ts';
import { said } from './referral-form/voice.ts';
import { styles } from './referral-form.styles.ts';

/**
 * Asks for an advocate: what is happening, how to reach the person safely, check and send.
 *
 * What a person types stays in this element's memory until it is sealed to the hub's key.
 * It is in no event, no address, no storage and no log.
 *
 * @slot - Ways to ask without this form: shown until the hub's own are known, and whenever script or hub fail.
 * @fires {CustomEvent<{ state: string }>} advocacy-referral-sent - The hub has it, and its receipt verifies.
 * @fires {CustomEvent<{ code: string; retryable: boolean }>} advocacy-error - Something failed; people were told in words.
 * @csspart heading - The heading of a step and of the confirmation.
 * @csspart danger - What to do when someone is in danger now.
 * @csspart privacy - How the hub uses what it is told.
 * @csspart confirmation - Reference, private code and what happens next.
 */
export class AdvocacyReferralForm extends AdvocacyElement {
  static override styles = [...AdvocacyElement.styles, styles];

  /**
   * Where the form runs. In a `frame` of the hub the page's scripts cannot read what is typed;
   * with `none` it stands in the page itself, and they can.
   */
  @property() isolation: 'frame' | 'none' = 'frame';

  @state() private answers = noAnswers;
  @state() private stepName: StepName = 'happening';
  /** The answers with which a person last tried to go on and could not. */
  @state() private stoppedAnswers: Answers | undefined;

  @query('#step-heading') private readonly heading!: HTMLElement | null;
  @query('#error-summary') private readonly summary!: HTMLElement | null;
  @query('#trap') private readonly trap!: HTMLInputElement | null;

  readonly #send = new Task(this, {
    autoRun: false,
    task: async ([profile]: [HubProfile], { signal }) => {
      const { answers, words } = this;
      this.#triedAnswers = answers;
      const isTrapped = Boolean(this.trap?.value);
      const hub = await this.hub;
      const receipt = await this.#sending.send(hub, { answers, language: words.language, profile, isTrapped, signal });
      const isContacted = stillOffered(answers).reach.some(way => way !== 'none');
      return { receipt, voice: voiceOf(answers), isContacted };
    },
    onComplete: ({ receipt }) => {
      this.answers = noAnswers;
      this.#sending = new Sending();
      this.#triedAnswers = undefined;
      this.#focusNext = 'heading';
      emit(this, 'advocacy-referral-sent', { state: receipt.state });
    },
    onError: error => this.report(error),
  });

  readonly #limits = new Task(this, {
    args: () => [this.isolation] as const,
    // Where they cannot be loaded, the client asks for the same again when it sends, and says then what went wrong.
    task: ([isolation]) => (isolation === 'none' ? loadLimits() : initialState),
  });

  #sending = new Sending();
  /** The answers that were sent last: a failure is shown with no others. */
  #triedAnswers: Answers | undefined;
  #focusNext: 'heading' | 'summary' | undefined;
  /** True while a person changes an answer that they were about to send. */
  #isChanging = false;

  override connectedCallback(): void {
    super.connectedCallback();
    askBeforeLeaving(this.answers !== noAnswers);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    askBeforeLeaving(false);
  }

  protected override firstUpdated(): void {
    if (this.isolation !== 'none') console.warn(notInFrameYet);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('answers')) askBeforeLeaving(this.answers !== noAnswers);
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
    const { profile } = this;
    if (this.isolation !== 'none') return this.#renderNotYet();
    if (this.#send.value) {
      const words = this.words.referral.sent;
      return this.#renderLayout(confirmation(this.#send.value, words), this.renderContacts({ title: words.contact }));
    }
    const isUseless = profile.status === TaskStatus.ERROR && !failureOf(profile.error).retryable;
    // Whoever has begun to type is not cut off; the check says it.
    if (isUseless && this.answers === noAnswers)
      return html`<div class="whole">${this.renderProblem(profile.error)}</div>`;
    return this.#renderLayout(this.#renderStep(), this.renderContacts());
  }

  #renderNotYet(): TemplateResult {
    const { heading, text } = this.words.referral.notYet;
    return html`
      <div class="whole">
        <h2>${heading}</h2>
        <p>${text}</p>
        ${this.renderContacts({ showsFallback: true })}
      </div>
    `;
  }

  #renderLayout(main: TemplateResult, beside: TemplateResult): TemplateResult {
    return html`<div class="layout">${main} ${beside}</div>`;
  }

  #renderStep(): TemplateResult {
    const words = this.words.referral;
    // The method goes nowhere: were the handler ever lost, the answers would still not end up in the page's address.
    return html`
      <form method="dialog" novalidate autocomplete="off" aria-label=${words.name} @submit=${this.#submit}>
        ${keyed(this.stepName, this.stepName === 'check' ? this.#renderCheck() : this.#renderQuestions())}
        ${trap(words.trap)}
      </form>
    `;
  }

  #renderHeading(): TemplateResult {
    const words = this.words.referral;
    const { heading, lead } = words.steps[this.stepName];
    const voice = voiceOf(this.answers);
    return html`
      ${this.#place > 0 ? button({ label: words.back, look: 'link', act: this.#goBack }) : nothing}
      <p class="progress">${words.progress(this.#place + 1, steps.length)}</p>
      <h2 id="step-heading" part="heading" tabindex="-1">${said(heading, voice)}</h2>
      <p class="lead">${said(lead, voice)}</p>
    `;
  }

  #renderQuestions(): TemplateResult {
    const { answers, words } = this;
    const errors = this.#errors;
    return html`
      ${errors.length > 0 ? errorSummary({ heading: words.errors.heading, errors }) : nothing}
      ${this.#place === 0 ? dangerLine(words.referral.danger) : nothing} ${this.#renderHeading()}
      ${repeat(
        questionsOf(this.#step, answers),
        question => question.name,
        question => {
          const error = errors.find(each => each.name === question.name);
          return renderQuestion(question, { answers, words, error, onAnswer: this.#answer });
        },
      )}
      ${button({ label: words.referral.next, look: 'main' })}
    `;
  }

  #renderCheck(): TemplateResult {
    const { answers, words, profile } = this;
    return html`
      ${this.#renderHeading()} ${answerList({ answers, words, onChange: this.#change })}
      ${profile.value ? this.#renderSend(profile.value) : this.#renderNoProfile()}
    `;
  }

  /** Nobody is asked to send before they can read what will be done with it. */
  #renderNoProfile(): TemplateResult {
    const { words, profile } = this;
    if (profile.status !== TaskStatus.ERROR) return html`<p role="status" class="quiet">${words.waiting}</p>`;
    const retry = () => void profile.run();
    return html`<p>${words.referral.check.needsHub}</p>
      ${this.renderMessage(profile.error, { retry })}`;
  }

  #renderSend(profile: HubProfile): TemplateResult {
    const { status, error } = this.#send;
    const hasFailed = status === TaskStatus.ERROR && this.answers === this.#triedAnswers;
    const failure = hasFailed ? failureOf(error) : undefined;
    const isBusy = status === TaskStatus.PENDING;
    return html`${privacyNotice(profile, this.words)} ${sendBlock({ words: this.words, failure, isBusy })}`;
  }

  get #step(): Step {
    return steps[this.#place] as Step;
  }

  get #place(): number {
    return steps.findIndex(step => step.name === this.stepName);
  }

  get #errors(): readonly QuestionError[] {
    return this.stoppedAnswers ? errorsOf(this.#step, this.stoppedAnswers, this.words, this.#limits.value) : [];
  }

  readonly #answer = (changed: Partial<Answers>): void => {
    this.answers = { ...this.answers, ...changed };
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    // A second press while it is on its way changes nothing.
    if (this.#send.status === TaskStatus.PENDING) return;
    if (this.stepName === 'check') this.#sendAnswers();
    else this.#goOn();
  };

  readonly #goBack = (): void => {
    this.#goTo(this.#isChanging ? 'check' : (steps[this.#place - 1] as Step).name);
  };

  #goOn(): void {
    if (this.#limits.status === TaskStatus.ERROR) void this.#limits.run();
    if (this.#hasFaults(this.#step)) {
      this.#stop();
      return;
    }
    const next = steps[this.#place + 1] as Step;
    // A changed answer may bring questions that were not asked before.
    this.#goTo(this.#isChanging ? (this.#unfinishedStep?.name ?? 'check') : next.name);
  }

  #sendAnswers(): void {
    const unfinished = this.#unfinishedStep;
    if (unfinished) {
      this.#change(unfinished.name);
      this.#stop();
    } else if (this.profile.value) {
      void this.#send.run([this.profile.value]);
    }
  }

  #stop(): void {
    this.stoppedAnswers = this.answers;
    this.#focusNext = 'summary';
    // The same answers again change no property.
    this.requestUpdate();
  }

  readonly #change = (name: StepName): void => {
    this.#goTo(name);
    this.#isChanging = true;
  };

  #goTo(name: StepName): void {
    this.stepName = name;
    this.stoppedAnswers = undefined;
    this.#focusNext = 'heading';
    if (name === 'check') this.#isChanging = false;
    if (this.profile.status === TaskStatus.ERROR && failureOf(this.profile.error).retryable) void this.profile.run();
  }

  get #unfinishedStep(): Step | undefined {
    return steps.find(step => this.#hasFaults(step));
  }

  #hasFaults(step: Step): boolean {
    return errorsOf(step, this.answers, this.words, this.#limits.value).length > 0;
  }
}

const notInFrameYet =
  '<advocacy-referral-form> will run in a frame of the hub, which is not ready yet. isolation="none" shows it in the page: ' +
  'then every script of the page can read what people type, so use it only where you trust them all.';

define('advocacy-referral-form', AdvocacyReferralForm);

declare global {
  interface HTMLElementTagNameMap {
    'advocacy-referral-form': AdvocacyReferralForm;
  }
  interface HTMLElementEventMap {
    'advocacy-referral-sent': CustomEvent<{ readonly state: string }>;
  }
}
