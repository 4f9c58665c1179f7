import { html, nothing } from 'lit';
import { describedBy, hasError, help, title, type Field } from './field.ts';

/** One thing to choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface Choices extends Field {
  readonly options: readonly Option[];
}

interface Radios extends Choices {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

interface Checkboxes extends Choices {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Several options of which one is chosen. */
export function radios(field: Radios) {
  const { id, options, error, value, onChange } = field;
  return html`
    <fieldset
      role="radiogroup"
      part="field"
      ?data-error=${error}
      aria-describedby=${describedBy(field)}
      aria-invalid=${hasError(field)}
    >
      <legend>${title(field)}</legend>
      ${help(field)}
      <div class="options ${isShort(options) && !field.isHeading ? 'few' : ''}">
        ${options.map(option =>
          row(
            `${id}-${option.value}`,
            option,
            html`<input
              type="radio"
              name=${id}
              id="${id}-${option.value}"
              value=${option.value}
              .checked=${option.value === value}
              aria-labelledby="${id}-${option.value}-label"
              aria-describedby=${option.hint ? `${id}-${option.value}-hint` : nothing}
              @change=${() => onChange(option.value)}
            />`,
          ),
        )}
      </div>
    </fieldset>
  `;
}

/** Several options of which any may be chosen. */
export function checkboxes(field: Checkboxes) {
  const { id, options, error, values, onChange } = field;
  const toggle = (value: string, { target }: Event) => {
    const isOn = (target as HTMLInputElement).checked;
    onChange(options.map(option => option.value).filter(each => (each === value ? isOn : values.includes(each))));
  };
  return html`
    <fieldset part="field" ?data-error=${error} aria-describedby=${describedBy(field)}>
      <legend>${title(field)}</legend>
      ${help(field)}
      <div class="options">
        ${options.map(option =>
          row(
            `${id}-${option.value}`,
            option,
            html`<input
              type="checkbox"
              id="${id}-${option.value}"
              autocomplete="off"
              .checked=${values.includes(option.value)}
              aria-labelledby="${id}-${option.value}-label"
              aria-describedby=${option.hint ? `${id}-${option.value}-hint` : nothing}
              aria-invalid=${hasError(field)}
              @change=${(event: Event) => toggle(option.value, event)}
            />`,
          ),
        )}
      </div>
    </fieldset>
  `;
}

/** Whether the options can stand side by side. */
function isShort(options: readonly Option[]): boolean {
  return options.length <= 3 && options.every(({ label, hint }) => label.length <= 14 && !hint);
}

/** The whole row can be pressed, and only the label is the control's name: the hint is read out after it. */
function row(id: string, { label, hint }: Option, input: unknown) {
  return html`
    <label class="option">
      ${input}
      <span>
        <span id="${id}-label">${label}</span>
        ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
      </span>
    </label>
  `;
}
