import { html } from 'lit';

/** Something that was typed and cannot go on. */
export interface FieldError {
  /** The id of the control to mend it in. */
  readonly id: string;
  readonly words: string;
}

/**
 * What is wrong, at the top, each with a way to its field. It takes the focus when it appears; the inner `alert`
 * is for screen readers that do not read out what is focused from a script.
 */
export function errorSummary({
  heading,
  errors,
}: {
  readonly heading: string;
  readonly errors: readonly FieldError[];
}) {
  return html`
    <div class="problem" part="error-summary" id="error-summary" tabindex="-1">
      <div role="alert">
        <h2>${heading}</h2>
        <ul>
          ${errors.map(({ id, words }) => html`<li><a href="#${id}" @click=${(event: Event) => follow(event, id)}>${words}</a></li>`)}
        </ul>
      </div>
    </div>
  `;
}

/** An address cannot lead into a shadow root, and the page's own address is not ours to change. */
function follow(event: Event, id: string): void {
  event.preventDefault();
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  const control = root.getElementById(id);
  const label = control?.closest('fieldset')?.querySelector('legend') ?? root.querySelector(`label[for="${id}"]`);
  // The question comes into view with its control, or nobody knows what the control is for.
  label?.scrollIntoView();
  control?.focus({ preventScroll: true });
}
