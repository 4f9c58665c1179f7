import { html } from 'lit';
import { textField, type TextField } from './text-field.ts';

/** A name that a person may not know: of a council, a hospital, a section. */
export interface TypedPlace {
  readonly text: string;
  readonly isUnknown: boolean;
}

export interface PlaceField extends Omit<TextField, 'value' | 'onInput' | 'kind'> {
  readonly value: TypedPlace;
  /** The way out, for whoever does not know. */
  readonly unknown: string;
  readonly onChange: (value: TypedPlace) => void;
}

/** One line, and below it a way to say that it is not known. */
export function placeField({ value, unknown, onChange, ...field }: PlaceField) {
  const know = (event: Event) => onChange({ ...value, isUnknown: (event.target as HTMLInputElement).checked });
  return html`
    ${textField({ ...field, value: value.text, onInput: text => onChange({ ...value, text }) })}
    <label class="option">
      <input id="${field.id}-unknown" type="checkbox" autocomplete="off" .checked=${value.isUnknown} @change=${know} />
      <span>${unknown}<span class="visually-hidden">: ${field.label}</span></span>
    </label>
  `;
}
