import { html, nothing } from 'lit';

export interface Button {
  readonly label: string;
  /** Said after the label to those who cannot see what the button stands beside. */
  readonly about?: string;
  /** `main` is the one way on, of which a step has one; `link` is for going back and changing. @default 'plain' */
  readonly look?: 'main' | 'plain' | 'link';
  /** Pressing does nothing while this is true; the button keeps the focus. @default false */
  readonly isBusy?: boolean;
  /** Given for a button that is one of several to choose from: whether it is the one. */
  readonly isOn?: boolean;
  /** What a press does. Without it the button submits its form. */
  readonly act?: (event: Event) => void;
}

export function button({ label, about, look = 'plain', isBusy = false, isOn, act }: Button) {
  return html`<button
    type=${act ? 'button' : 'submit'}
    class=${look}
    part="button ${look}-button"
    aria-disabled=${isBusy ? 'true' : nothing}
    aria-pressed=${isOn ?? nothing}
    @click=${act ?? nothing}
  >
    ${label}${about ? html`<span class="visually-hidden"> ${about}</span>` : nothing}
  </button>`;
}
