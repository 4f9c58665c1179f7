import { html } from 'lit';
import { describedBy, hasError, help, title, type Field } from './field.ts';

export interface TextField extends Field {
  readonly value: string;
  /** Which keyboard a telephone or tablet shows. @default 'text' */
  readonly kind?: 'text' | 'tel' | 'email';
  readonly onInput: (value: string) => void;
}

/*
 * Spell checkers of browsers and extensions send text to their makers; nothing that is typed here may leave the page
 * by any way but the person's own.
 */

/** One line. */
export function textField(field: TextField) {
  const { id, value, kind = 'text', error, onInput } = field;
  const type = (event: Event) => onInput((event.target as HTMLInputElement).value);
  return html`
    <div class="field" part="field" ?data-error=${error}>
      ${title(field, label => html`<label for=${id}>${label}</label>`)} ${help(field)}
      <input
        id=${id}
        type=${kind}
        class=${kind}
        dir=${kind === 'text' ? 'auto' : 'ltr'}
        .value=${value}
        autocomplete="off"
        autocapitalize=${kind === 'text' ? 'words' : 'none'}
        spellcheck="false"
        aria-describedby=${describedBy(field)}
        aria-invalid=${hasError(field)}
        @input=${type}
      />
    </div>
  `;
}

/** Several lines, in a person's own words. */
export function textArea(field: Omit<TextField, 'kind'>) {
  const { id, value, error, onInput } = field;
  const type = (event: Event) => onInput((event.target as HTMLTextAreaElement).value);
  return html`
    <div class="field" part="field" ?data-error=${error}>
      ${title(field, label => html`<label for=${id}>${label}</label>`)} ${help(field)}
      <textarea
        id=${id}
        rows="5"
        dir="auto"
        .value=${value}
        autocomplete="off"
        spellcheck="false"
        aria-describedby=${describedBy(field)}
        aria-invalid=${hasError(field)}
        @input=${type}
      ></textarea>
    </div>
  `;
}
