import { html } from 'lit';
import type { Option } from './choices.ts';
import { describedBy, hasError, help, title, type Field } from './field.ts';

export interface ChoiceList extends Field {
  readonly options: readonly Option[];
  readonly value: string;
  /** What stands there before anything is chosen. */
  readonly none: string;
  readonly onChange: (value: string) => void;
}

/** One of many, too many to show at once. */
export function choiceList(field: ChoiceList) {
  const { id, options, value, none, error, onChange } = field;
  const choose = (event: Event) => onChange((event.target as HTMLSelectElement).value);
  return html`
    <div class="field" part="field" ?data-error=${error}>
      ${title(field, label => html`<label for=${id}>${label}</label>`)} ${help(field)}
      <select
        id=${id}
        autocomplete="off"
        .value=${value}
        aria-describedby=${describedBy(field)}
        aria-invalid=${hasError(field)}
        @change=${choose}
      >
        <option value="">${none}</option>
        ${options.map(option => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
      </select>
    </div>
  `;
}
