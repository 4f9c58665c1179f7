import { html } from 'lit';
import { describedBy, help, title, type Field } from './field.ts';

/** A date as it was typed, in three fields, or that it is not known. */
export interface TypedDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly isUnknown: boolean;
}

export type DayPart = 'day' | 'month' | 'year';

export interface DayField extends Field {
  readonly value: TypedDay;
  /** Labels of the three fields and of the way out. */
  readonly words: Readonly<Record<DayPart, string>> & { readonly unknown: string };
  /** The field that the error is about. */
  readonly at?: DayPart | undefined;
  readonly onChange: (value: TypedDay) => void;
}

/** A date that a person knows by heart is typed sooner than picked. */
export function dayField(field: DayField) {
  const { id, value, words, error, at = 'day', onChange } = field;
  const type = (event: Event, part: DayPart) =>
    onChange({ ...value, [part]: (event.target as HTMLInputElement).value });
  const know = (event: Event) => onChange({ ...value, isUnknown: (event.target as HTMLInputElement).checked });
  return html`
    <fieldset part="field" ?data-error=${error} aria-describedby=${describedBy(field)}>
      <legend>${title(field)}</legend>
      ${help(field)}
      <div class="day">
        ${(['day', 'month', 'year'] as const).map(
          part => html`
            <div>
              <label for="${id}-${part}">${words[part]}</label>
              <input
                id="${id}-${part}"
                class=${part}
                inputmode="numeric"
                .value=${value[part]}
                autocomplete="off"
                spellcheck="false"
                aria-invalid=${error && part === at ? 'true' : 'false'}
                @input=${(event: Event) => type(event, part)}
              />
            </div>
          `,
        )}
      </div>
      <label class="option">
        <input id="${id}-unknown" type="checkbox" autocomplete="off" .checked=${value.isUnknown} @change=${know} />
        <span>${words.unknown}</span>
      </label>
    </fieldset>
  `;
}
