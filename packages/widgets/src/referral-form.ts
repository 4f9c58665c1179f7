import type { HubProfile } from '@advocacy-hub/sdk';
import { initialState, Task, TaskStatus } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { AdvocacyElement, define, emit } from './internal/advocacy-element.ts';
import { failureOf } from './internal/failure.ts';
import { askBeforeLeaving } from './internal/leaving.ts';
import { loaded } from './internal/loaded.ts';
import { button } from './parts/button.ts';
import { errorSummary } from './parts/error-summary.ts';
import { noAnswers, voiceOf, type Answers } from './referral-form/answers.ts';
import { basisOf } from './referral-form/basis.ts';
import { dangerLine, emergencyHelp, hurtHelp, trap } from './referral-form/blocks.ts';
import { errorsOf, type QuestionError } from './referral-form/check.ts';
import { loadLater, type Later } from './referral-form/later.ts';
import type { Question } from './referral-form/question.ts';
import { questionsOf, stepsOf } from './referral-form/questions.ts';
import { renderQuestion } from './referral-form/render-question.ts';
import type { Sending } from './referral-form/sending.ts';
import type { EndingWords } from './referral-form/strings/ending.en.ts';
import { referral, type ReferralWords } from './referral-form/strings/en.ts';
import { steps, type Step, type StepName } from './referral-form/steps.ts';
import { Trail } from './referral-form/trail.ts';
import { said } from './referral-form/voice.ts';
import { styles } from './referral-form.styles.ts';

interface OwnWords {
  readonly referral: ReferralWords;
  /** Those of the last pages. In English they arrive with the pages. */
  readonly ending?: EndingWords;
}

/**
 * Asks for an advocate: one question a page, then check and send.
 *
 * What a person types stays in this element's memory until it is sealed to the hub's key.
 * It is in no event, no address, no storage and no log.
 *
 * @slot - Ways to ask without this form: shown until the hub's own are known, and whenever script or hub fail.
 * @fires {CustomEvent<{ state: string }>} advocacy-referral-sent - The hub has it, and its receipt verifies.
 * @fires {CustomEvent<{ code: string; retryable: boolean }>} advocacy-error - Something failed; people were told in words.
 * @csspart heading - The heading of a page and of the confirmation.
 * @csspart danger - What to do when someone is in danger now.
 * @csspart privacy - How the hub uses what it is told.
 * @csspart confirmation - Reference, private code and what happens next.
 */
export class AdvocacyReferralForm extends AdvocacyElement<OwnWords> {
  static override styles = [...AdvocacyElement.styles, styles];

  /**
   * Where the form runs. In a `frame` of the hub the page's scripts cannot read what is typed;
   * with `none` it stands in the page itself, and they can.
   */
  @property() isolation: 'frame' | 'none' = 'frame';

  /**
   * When true, the browser's Back goes back one question: for pages that hold the form and nothing else.
   * The history gets a number for each page, never an answer.
   */
  @property({ type: Boolean, attribute: 'steps-in-history' }) stepsInHistory = false;

  @state() private answers = noAnswers;
  @state() private stepName: StepName = 'danger';
  /** The answers with which a person last tried to go on and could not. */
  @state() private stoppedAnswers: Answers | undefined;

  @query('#step-heading') private readonly heading!: HTMLElement | null;
  @query('#error-summary') private readonly summary!: HTMLElement | null;
  @query('#trap') private readonly trap!: HTMLInputElement | null;

  protected override readonly strings = {
    en: { referral },
    cy: async () => {
      const [first, last] = await Promise.all([
        import('./referral-form/strings/cy.ts'),
        import('./referral-form/strings/ending.cy.ts'),
      ]);
      return { ...first, ...last };
    },
  };

  readonly #send = new Task(this, {
    autoRun: false,
    task: async ([ready]: [{ readonly profile: HubProfile; readonly later: Later }?], { signal }) => {
      // Whoever has finished leaves nothing behind.
      if (!ready) return initialState;
      const { profile, later } = ready;
      const { answers, words } = this;
      this.#triedAnswers = answers;
      const isTrapped = Boolean(this.trap?.value);
      const hub = await this.hub;
      this.#sending ??= new later.Sending();
      const receipt = await this.#sending.send(hub, { answers, words, profile, isTrapped, signal });
      const isContacted = Boolean(answers.call_back) || (answers.reach ?? []).some(way => way !== 'none');
      return {
        receipt,
        voice: voiceOf(answers),
        isContacted,
        statusLink: profile.status_link,
        workingDays: profile.first_contact_working_days,
      };
    },
    onComplete: ({ receipt }) => {
      this.answers = noAnswers;
      this.#sending = undefined;
      this.#triedAnswers = undefined;
      this.#focusNext = 'heading';
      this.#trail.end();
      emit(this, 'advocacy-referral-sent', { state: receipt.state });
    },
    onError: error => this.report(error),
  });

  readonly #later = new Task(this, {
    args: () => [this.isolation] as const,
    task: ([isolation]) => (isolation === 'none' ? loadLater() : initialState),
    onError: error => this.report(error),
  });

  readonly #equality = new Task(this, {
    autoRun: false,
    task: ([isWanted]: [boolean?]) => (isWanted ? loaded(import('./equality-form.ts')) : initialState),
    onError: error => this.report(error),
  });

  readonly #trail = new Trail(this, 'danger', name => this.#return(name));
  #sending: Sending | undefined;
  /** The answers that were sent last: a failure is shown with no others. */
  #triedAnswers: Answers | undefined;
  #focusNext: 'heading' | 'summary' | undefined;
  readonly #visited = new Set<StepName>(['danger']);
  /** True while a person changes an answer that they were about to send. */
  #isChanging = false;
  /** What a page of ours is called while nothing is wrong. */
  #title: string | undefined;
  /** Where a person was when they asked to be rung instead. */
  #leftAt: StepName = 'danger';

  override connectedCallback(): void {
    super.connectedCallback();
    askBeforeLeaving(this, this.answers !== noAnswers);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    askBeforeLeaving(this, false);
  }

  protected override firstUpdated(): void {
    if (this.isolation !== 'none') console.warn(notInFrameYet);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('answers')) askBeforeLeaving(this, this.answers !== noAnswers);
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
    const { profile } = this;
    if (this.isolation !== 'none') return this.#renderNotYet();
    if (this.#send.status === TaskStatus.COMPLETE && this.#send.value && this.#later.value) {
      const ending = this.#endingOf(this.#later.value);
      const { sent } = ending;
      const confirmation = this.#later.value.confirmation(this.#send.value, { ending, shared: this.words });
      return this.#renderLayout(this.#renderSent(confirmation, sent), this.renderContacts({ title: sent.contact }));
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
    return html`<div class="layout">
      <div class="main-column">${main} ${this.renderLanguages()}</div>
      ${beside}
    </div>`;
  }

  #renderSent(confirmation: TemplateResult, words: EndingWords['sent']): TemplateResult {
    return html`
      <section class="confirmation" part="confirmation" aria-labelledby="step-heading">
        ${confirmation} ${this.#renderEquality(words.equality)} ${button({ label: words.finish, act: this.#finish })}
      </section>
    `;
  }

  #renderEquality({ heading, text, ask }: EndingWords['sent']['equality']): TemplateResult {
    const { status, error } = this.#equality;
    if (status === TaskStatus.COMPLETE)
      return html`<advocacy-equality-form
        .hub=${this.hub}
        lang=${this.words.language}
        about=${this.#send.value?.voice === 'self' ? 'self' : 'other'}
      ></advocacy-equality-form>`;
    const retry = () => void this.#equality.run([true]);
    return html`
      <h3>${heading}</h3>
      <p>${text}</p>
      ${
        status === TaskStatus.ERROR
          ? this.renderMessage(error, { retry })
          : button({ label: ask, isBusy: status === TaskStatus.PENDING, act: retry })
      }
    `;
  }

  #renderStep(): TemplateResult {
    const { answers, words, stepName } = this;
    const errors = this.#errors;
    // The method goes nowhere: were the handler ever lost, the answers would still not end up in the page's address.
    return html`
      <form method="dialog" novalidate autocomplete="off" aria-label=${words.referral.name} @submit=${this.#submit}>
        ${errors.length > 0 ? errorSummary({ heading: words.errors.heading, errors }) : nothing}
        ${stepName === 'danger' ? dangerLine(words) : nothing} ${this.#renderWhere()}
        ${keyed(stepName, this.#renderPage(errors))} ${trap(words.referral.trap)}
        ${answers.call_back ? nothing : this.#renderCallBack()}
      </form>
    `;
  }

  /** The way back, and how far it is. */
  #renderWhere(): TemplateResult {
    const { answers, words } = this;
    const { parts, progress, back } = words.referral;
    const { part } = this.#step;
    const name = said(parts[part], voiceOf(answers));
    const place = Object.keys(parts).indexOf(part);
    return html`
      ${this.#before ? button({ label: back, look: 'link', act: this.#goBack }) : nothing}
      <p class="progress">${progress(place + 1, Object.keys(parts).length, name)}</p>
    `;
  }

  #renderPage(errors: readonly QuestionError[]): TemplateResult {
    const { words, stepName } = this;
    if (stepName === 'check') return this.#renderCheck(errors);
    const asked = this.#asked;
    const isAlone = asked.length === 1 && stepName !== 'call_back';
    return html`
      ${isAlone ? nothing : this.#renderHeading()}
      ${stepName === 'emergency' ? emergencyHelp(this.profile.value, words) : nothing}
      ${stepName === 'hurt' ? hurtHelp(this.profile.value, words) : nothing}
      ${stepName === 'call_back' ? this.#renderByWhen() : nothing} ${this.#renderQuestions(asked, errors, isAlone)}
      ${button({ label: words.referral.next, look: 'main' })}
      ${stepName === 'call_back' ? button({ label: words.referral.callBack.stop, look: 'link', act: this.#stopCallBack }) : nothing}
    `;
  }

  #renderByWhen(): TemplateResult | typeof nothing {
    const days = this.profile.value?.first_contact_working_days;
    const later = this.#later.value;
    return later && days !== undefined ? html`<p>${this.#endingOf(later).sent.byWhen(days)}</p>` : nothing;
  }

  #renderHeading(): TemplateResult {
    const { answers, words, stepName } = this;
    const steps: Readonly<Record<string, ReferralWords['steps']['check' | 'staying']>> = words.referral.steps;
    const { heading = '', lead = '' } = steps[stepName] ?? {};
    const voice = voiceOf(answers);
    return html`
      <h2 id="step-heading" part="heading" tabindex="-1">${said(heading, voice)}</h2>
      ${lead ? html`<p class="lead">${said(lead, voice)}</p>` : nothing}
    `;
  }

  #renderQuestions(asked: readonly Question[], errors: readonly QuestionError[], isAlone: boolean) {
    const { answers, words } = this;
    const later = this.#later.value;
    const rare = later && { render: later.renderRare, ending: this.#endingOf(later) };
    // What an answer brings up comes after it: what has the focus stays.
    return asked.map(question => {
      const error = errors.find(each => each.name === question.name);
      const asking = { answers, words, error, isHeading: isAlone, onAnswer: this.#answer, rare };
      return keyed(question.name, renderQuestion(question, asking));
    });
  }

  #renderCallBack(): TemplateResult {
    return html`<div class="call-back">
      ${button({ label: this.words.referral.callBack.ask, look: 'link', act: this.#askForCall })}
    </div>`;
  }

  #renderCheck(errors: readonly QuestionError[]): TemplateResult {
    const { answers, words, profile } = this;
    const later = this.#later;
    if (!later.value) return html`${this.#renderHeading()} ${this.#renderMissing(later)}`;
    const ending = this.#endingOf(later.value);
    return html`
      ${this.#renderHeading()} ${later.value.answerList({ answers, words, ending, onChange: this.#change })}
      <p>${ending.check.files}</p>
      ${profile.value ? this.#renderSend(later.value, profile.value, errors) : this.#renderMissing(profile)}
    `;
  }

  /** Nobody is asked to send before they can read what will be done with it. */
  #renderMissing(part: Task): TemplateResult {
    const { words } = this;
    if (part.status !== TaskStatus.ERROR) return html`<p role="status" class="quiet">${words.waiting}</p>`;
    const retry = () => void part.run();
    return html`<p>${words.referral.needsHub}</p>
      ${this.renderMessage(part.error, { retry })}`;
  }

  #renderSend(later: Later, profile: HubProfile, errors: readonly QuestionError[]) {
    const { answers, words } = this;
    const ending = this.#endingOf(later);
    const { status, error } = this.#send;
    const hasFailed = status === TaskStatus.ERROR && answers === this.#triedAnswers;
    const failure = hasFailed ? failureOf(error) : undefined;
    const isBusy = status === TaskStatus.PENDING;
    return html`
      ${later.privacyNotice(profile, basisOf(answers, profile)?.words, words, ending)}
      ${this.#renderQuestions(this.#asked, errors, false)} ${later.sendBlock({ words, ending, failure, isBusy })}
    `;
  }

  #endingOf({ ending }: Later): EndingWords {
    return this.words.ending ?? ending;
  }

  get #isSending(): boolean {
    return this.#send.status === TaskStatus.PENDING;
  }

  get #step(): Step {
    return stepNamed(this.stepName);
  }

  get #asked(): readonly Question[] {
    return questionsOf(this.#step, this.answers, this.profile.value);
  }

  get #before(): StepName | undefined {
    const shown = stepsOf(this.answers);
    return shown[shown.findIndex(each => each.name === this.stepName) - 1]?.name;
  }

  get #after(): StepName {
    const shown = stepsOf(this.answers);
    return shown[shown.findIndex(each => each.name === this.stepName) + 1]?.name ?? 'check';
  }

  /** A changed answer may bring questions that were not asked before. */
  get #afterCheck(): StepName {
    const unseen = stepsOf(this.answers).find(step => !this.#visited.has(step.name));
    return (
      (unseen ?? stepsOf(this.answers).find(step => step.name !== 'check' && this.#faultsOf(step).length > 0))?.name ??
      'check'
    );
  }

  get #errors(): readonly QuestionError[] {
    return this.stoppedAnswers ? this.#faultsOf(this.#step, this.stoppedAnswers) : [];
  }

  readonly #answer = (changed: Partial<Answers>): void => {
    this.answers = { ...this.answers, ...changed };
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    // A second press while it is on its way changes nothing.
    if (this.#isSending) return;
    if (this.stepName === 'check') this.#sendAnswers();
    else this.#goOn();
  };

  readonly #goBack = (): void => {
    if (this.#isSending || this.#trail.goBack()) return;
    this.#turnTo(this.#isChanging ? 'check' : (this.#before ?? 'danger'));
  };

  #goOn(): void {
    if (this.#later.status === TaskStatus.ERROR) void this.#later.run();
    if (this.#faultsOf(this.#step).length > 0) {
      this.#stop();
      return;
    }
    this.#goTo(this.#visited.has('check') ? this.#afterCheck : this.#after);
  }

  #sendAnswers(): void {
    const unfinished = stepsOf(this.answers).find(step => this.#faultsOf(step).length > 0);
    if (unfinished) {
      if (unfinished.name !== 'check') this.#change(unfinished.name);
      this.#stop();
    } else if (this.profile.value && this.#later.value) {
      void this.#send.run([{ profile: this.profile.value, later: this.#later.value }]);
    }
  }

  #stop(): void {
    this.stoppedAnswers = this.answers;
    this.#focusNext = 'summary';
    // The same answers again change no property.
    this.requestUpdate();
  }

  readonly #change = (name: StepName): void => {
    // What is on its way is what was checked.
    if (this.#isSending) return;
    this.#goTo(name);
    this.#isChanging = true;
  };

  /** Forgets reference and code, for whoever comes next. */
  readonly #finish = (): void => {
    void this.#send.run([]);
    void this.#equality.run([]);
    this.#visited.clear();
    this.#turnTo('danger');
  };

  readonly #askForCall = (): void => {
    this.#leftAt = this.stepName;
    this.#answer({ call_back: 'yes' });
    this.#goTo('call_back');
  };

  readonly #stopCallBack = (): void => {
    this.#answer({ call_back: undefined });
    this.#goTo(this.#leftAt);
  };

  #goTo(name: StepName): void {
    this.#trail.add(name);
    this.#turnTo(name);
  }

  #turnTo(name: StepName): void {
    this.stepName = name;
    this.#visited.add(name);
    this.stoppedAnswers = undefined;
    this.#focusNext = 'heading';
    if (name === 'check') this.#isChanging = false;
    if (this.profile.status === TaskStatus.ERROR && failureOf(this.profile.error).retryable) void this.profile.run();
  }

  #return(name: StepName): void {
    if (this.#send.status === TaskStatus.COMPLETE || this.#isSending) return;
    this.#isChanging = false;
    this.#turnTo(name);
  }

  /** A page of ours says in its title that there are errors; a partner's title is the partner's. */
  #tellTitle(): void {
    if (!this.stepsInHistory) return;
    this.#title ??= document.title;
    document.title = (this.#errors.length > 0 ? this.words.errors.title : '') + this.#title;
  }

  #faultsOf(step: Step, answers = this.answers): readonly QuestionError[] {
    return errorsOf(step, answers, {
      words: this.words,
      limits: this.#later.value?.limits,
      profile: this.profile.value,
    });
  }
}

function stepNamed(name: StepName): Step {
  return steps.find(step => step.name === name)!;
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
