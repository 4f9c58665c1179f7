import { html } from 'lit';
import { button } from './button.ts';

/** A question and what was answered. */
export interface SummaryRow {
  readonly question: string;
  /** Empty where the question was left out. */
  readonly answer: string | undefined;
  readonly change: () => void;
}

/** Answers to check, each with a way to change it. */
export function summaryList({
  rows,
  words,
}: {
  readonly rows: readonly SummaryRow[];
  readonly words: { readonly change: string; readonly notAnswered: string };
}) {
  return html`
    <dl class="summary" part="summary">
      ${rows.map(
        row => html`
          <div>
            <dt>${row.question}</dt>
            ${row.answer ? html`<dd class="answer" dir="auto">${row.answer}</dd>` : html`<dd class="quiet">${words.notAnswered}</dd>`}
            <dd>${button({ label: words.change, about: row.question, look: 'link', act: row.change })}</dd>
          </div>
        `,
      )}
    </dl>
  `;
}
