import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/*
 * Parts are functions and not elements: a label, a hint or an error can only be tied to a control
 * that stands in the same shadow root.
 */

/** What every field shows, whatever its control. */
export interface Field {
  /** The control's id, in its shadow root. */
  readonly id: string;
  readonly label: string;
  /** Help that is always there. */
  readonly hint?: string | undefined;
  /** True for the one question of a page: its label is the page's heading. @default false */
  readonly isHeading?: boolean | undefined;
  /** What is wrong and what to do, in the same words as in the error summary. */
  readonly error?: string | undefined;
}

/** The ids of a field's hint and error, for `aria-describedby`. */
export function describedBy({ id, hint, error }: Field) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ifDefined(ids.length ? ids.join(' ') : undefined);
}

/** `aria-invalid`, where there is an error. */
export function hasError({ error }: Field) {
  return error ? 'true' : nothing;
}

/** Hint and error, between the label and the control. */
export function help({ id, hint, error }: Field) {
  return html`
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
  `;
}

/** What a question is called. As the page's heading it takes the focus when the page is turned. */
export function title({ label, isHeading }: Field, asLabel: (label: string) => unknown = text => text) {
  return isHeading ? html`<h2 id="step-heading" part="heading" tabindex="-1">${asLabel(label)}</h2>` : asLabel(label);
}
