import type { EqualityAnswers, SealedRecord } from '@advocacy-hub/sdk';
import { equalityQuestions } from '@advocacy-hub/sdk/contract/equality';
import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { styles } from './equality-form.styles.ts';
import { equality, type EqualityWords } from './equality-form/strings/en.ts';
import { AdvocacyElement, define, emit } from './internal/advocacy-element.ts';
import { failureOf } from './internal/failure.ts';
import { loaded } from './internal/loaded.ts';
import { button } from './parts/button.ts';
import { radios } from './parts/choices.ts';
import { problemBox } from './parts/problem-box.ts';

type QuestionName = keyof EqualityAnswers;

// The contract has its questions in the order that they are asked in, under no other names.
const questions = Object.entries(equalityQuestions) as unknown as readonly [QuestionName, readonly string[]][];

/**
 * Asks the equality questions, each of which may be left out. The answers are kept apart from every referral.
 * It stands below what a person has just sent, so its heading takes the focus when it appears.
 *
 * @slot - What to show below the questions, such as a way to speak to someone.
 * @fires {CustomEvent<null>} advocacy-equality-sent - The hub has the answers, and its receipt verifies.
 * @fires {CustomEvent<{ code: string; retryable: boolean }>} advocacy-error - Something failed; people were told in words.
 * @csspart heading - The heading of the questions, and of the thanks.
 */
export class AdvocacyEqualityForm extends AdvocacyElement<{ readonly equality: EqualityWords }> {
  static override styles = [...AdvocacyElement.styles, styles];

  /** Whom the questions are about: who answers them, or the `other` person for whom they have just asked. */
  @property() about: 'self' | 'other' = 'self';

  @state() private answers: EqualityAnswers = {};
  /** True once a person pressed the button without an answer. */
  @state() private isEmpty = false;

  @query('#equality-heading') private readonly heading!: HTMLElement | null;

  protected override readonly strings = {
    en: { equality },
    cy: async () => ({ equality: (await import('./equality-form/strings/cy.ts')).equality }),
  };

  readonly #send = new Task(this, {
    autoRun: false,
    task: async (_none, { signal }) => {
      // The client needs it next; asked for here, its failure is told from a fault in sealing.
      await loaded(import('@advocacy-hub/sdk/sealing'));
      const { answers } = this;
      const hub = await this.hub;
      // The same answers go out as the same bytes, so that trying again never counts a person twice.
      if (this.#sealed?.answers !== answers)
        this.#sealed = { answers, record: await hub.equality.seal(answers, { signal }) };
      return hub.equality.sendSealed(this.#sealed.record, { signal });
    },
    onComplete: () => {
      this.answers = {};
      this.#sealed = undefined;
      void this.updateComplete.then(() => this.#focusHeading());
      emit(this, 'advocacy-equality-sent', null);
    },
    onError: error => this.report(error),
  });

  /** What was sealed last, with the answers that it was made of. */
  #sealed: { readonly answers: EqualityAnswers; readonly record: SealedRecord } | undefined;

  protected override firstUpdated(): void {
    this.#focusHeading();
  }

  protected override render(): TemplateResult {
    return this.renderFrame(html`${this.#send.value ? this.#renderSent() : this.#renderForm()}<slot></slot>`);
  }

  #renderSent(): TemplateResult {
    const { heading, text } = this.words.equality.sent;
    return html`<section aria-labelledby="equality-heading">
      ${this.#renderHeading(heading)}
      <p>${text}</p>
    </section>`;
  }

  #renderHeading(text: string): TemplateResult {
    return html`<h3 id="equality-heading" part="heading" tabindex="-1">${text}</h3>`;
  }

  #renderForm(): TemplateResult {
    const own = this.words.equality;
    return html`
      <form method="dialog" novalidate autocomplete="off" aria-labelledby="equality-heading" @submit=${this.#submit}>
        ${this.#renderHeading(own.heading[this.about])}
        <div class="lead">${own.lead.map(line => html`<p>${line}</p>`)}</div>
        ${questions.map(([name, options]) => this.#renderQuestion(name, options))} ${this.#renderSend()}
      </form>
    `;
  }

  #renderQuestion(name: QuestionName, options: readonly string[]): TemplateResult {
    const { label, hint, ...own } = this.words.equality.questions[name];
    const labels: Readonly<Record<string, string>> = own.options;
    return radios({
      id: name,
      label: label[this.about],
      hint,
      options: options.map(value => ({ value, label: labels[value] ?? value })),
      value: this.answers[name] ?? '',
      onChange: value => {
        this.answers = { ...this.answers, [name]: value };
        this.isEmpty = false;
      },
    });
  }

  /** One button all along, so that it keeps the focus. */
  #renderSend(): TemplateResult {
    const { words } = this;
    const own = words.equality;
    const { status, error } = this.#send;
    const failure = status === TaskStatus.ERROR ? failureOf(error) : undefined;
    const isBusy = status === TaskStatus.PENDING;
    const label = failure?.retryable ? words.tryAgain : own.send;
    return html`
      ${failure ? problemBox({ failure, words: own.failures[failure.kind] }) : nothing}
      <p role="status" class=${this.isEmpty ? '' : 'visually-hidden'}>
        ${this.isEmpty ? own.nothingChosen : isBusy ? own.sending : nothing}
      </p>
      ${button({ label: isBusy ? own.sending : label, look: 'main', isBusy })}
    `;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    // A second press while it is on its way changes nothing.
    if (this.#send.status === TaskStatus.PENDING) return;
    this.isEmpty = Object.keys(this.answers).length === 0;
    if (!this.isEmpty) void this.#send.run([]);
  };

  #focusHeading(): void {
    this.heading?.scrollIntoView();
    this.heading?.focus({ preventScroll: true });
  }
}

define('advocacy-equality-form', AdvocacyEqualityForm);

declare global {
  interface HTMLElementTagNameMap {
    'advocacy-equality-form': AdvocacyEqualityForm;
  }
  interface HTMLElementEventMap {
    'advocacy-equality-sent': CustomEvent<null>;
  }
}
