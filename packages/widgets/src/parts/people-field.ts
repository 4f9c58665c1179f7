import { html, nothing } from 'lit';
import { button } from './button.ts';
import { radios, type Option } from './choices.ts';
import { help, title, type Field } from './field.ts';
import { textField } from './text-field.ts';

/** What is known of one of several people, by the name of what was asked. */
export type Person = Readonly<Record<string, string | undefined>>;

export interface PeopleField extends Field {
  readonly people: readonly Person[];
  /** The name of the line that says who it is. */
  readonly who: string;
  /** What else is asked of each, in order. */
  readonly about: readonly string[];
  /** The answers to each of these. */
  readonly options: readonly Option[];
  readonly words: {
    readonly person: (place: number) => string;
    readonly labels: Readonly<Record<string, string>>;
    readonly add: string;
    readonly remove: string;
  };
  /** How many there may be. */
  readonly most: number;
  /** Which of them the error is about, counted from 0. @default 0 */
  readonly at?: number | undefined;
  readonly onChange: (people: readonly Person[]) => void;
}

/** A few people, with the same questions about each. */
export function peopleField(field: PeopleField) {
  const { id, who, about, options, words, most, error, at = 0, onChange } = field;
  const people = field.people.length > 0 ? field.people : [{}];
  const change = (place: number, name: string, value: string) =>
    onChange(people.map((person, each) => (each === place ? { ...person, [name]: value } : person)));
  const remove = (place: number, event: Event) => {
    onChange(people.filter((_, each) => each !== place));
    focusLine((event.currentTarget as Element).getRootNode() as ShadowRoot, `${id}-${Math.max(0, place - 1)}-${who}`);
  };
  const add = (event: Event) => {
    onChange([...people, {}]);
    focusLine((event.currentTarget as Element).getRootNode() as ShadowRoot, `${id}-${people.length}-${who}`);
  };
  return html`
    <div class="people" part="field">
      ${title(field)} ${help({ ...field, error: undefined })}
      ${people.map(
        (person, place) => html`
          <fieldset class="person">
            <legend>${words.person(place + 1)}</legend>
            ${textField({
              id: `${id}-${place}-${who}`,
              label: words.labels[who] ?? who,
              error: place === at ? error : undefined,
              value: person[who] ?? '',
              onInput: value => change(place, who, value),
            })}
            ${about.map(name =>
              radios({
                id: `${id}-${place}-${name}`,
                label: words.labels[name] ?? name,
                options,
                value: person[name] ?? '',
                onChange: value => change(place, name, value),
              }),
            )}
            ${
              people.length > 1
                ? button({
                    label: words.remove,
                    about: words.person(place + 1),
                    look: 'link',
                    act: event => remove(place, event),
                  })
                : nothing
            }
          </fieldset>
        `,
      )}
      ${people.length < most ? button({ label: words.add, act: add }) : nothing}
    </div>
  `;
}

/** The line is there once the change is drawn; the button that was pressed may be gone. */
function focusLine(root: ShadowRoot, id: string): void {
  requestAnimationFrame(() => root.getElementById(id)?.focus());
}
