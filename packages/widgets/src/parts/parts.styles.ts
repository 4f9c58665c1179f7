import { css } from 'lit';

/** How parts look. Lengths are in em, so that all of it follows the reader's text size. */
export const partStyles = css`
  .field,
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375em;
    min-inline-size: 0;
    margin: 0;
    border: 0;
    padding: 0;
  }

  fieldset {
    gap: 0.5em;
  }

  legend,
  .field > label {
    padding: 0;
    font-size: 1.1em;
    font-weight: 700;
    line-height: 1.3;
    scroll-margin-block-start: 2em;
  }

  /* A legend that floats is laid out like any other child, also where a mark runs beside the whole fieldset. */
  legend {
    float: left;
  }

  .field > label {
    justify-self: start;
  }

  /* The one question of a page is its heading. */
  legend:has(h2) {
    inline-size: 100%;
    font-size: inherit;
  }

  .hint {
    color: var(--_quiet);
    font-size: 0.945em;
    line-height: 1.45;
  }

  span.hint {
    display: block;
  }

  .error {
    color: var(--_error);
    font-weight: 700;
  }

  /* A question with an error is marked at its side, not by colour alone. */
  [data-error] {
    position: relative;
    padding-inline-start: 1.15em;
  }

  [data-error]::before {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-inline-start: 0.3em solid var(--_error);
    content: '';
  }

  input,
  select,
  textarea {
    inline-size: 100%;
    min-block-size: max(2.6em, 44px);
    margin: 0;
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    padding: 0.4em 0.65em;
    background: var(--_surface);
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
  }

  textarea {
    display: block;
    line-height: 1.45;
    resize: vertical;
  }

  [aria-invalid='true'] {
    border-color: var(--_error);
  }

  .tel {
    max-inline-size: 16em;
  }

  .email {
    max-inline-size: 26em;
  }

  .day {
    display: flex;
    flex-wrap: wrap;
    gap: 0.85em;
  }

  .day label {
    display: block;
    margin-block-end: 0.2em;
  }

  .day input {
    inline-size: 4em;
  }

  .day input.year {
    inline-size: 5.5em;
  }

  select {
    max-inline-size: 26em;
  }

  .options {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
  }

  .option {
    position: relative;
    display: flex;
    gap: 0.8em;
    align-items: flex-start;
    min-block-size: 44px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.6em 0.85em;
    background: var(--_surface);
    cursor: pointer;
    line-height: 1.4;
  }

  .option:hover {
    border-color: var(--_border);
    background: var(--_raised);
  }

  .option:has(:checked) {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 8%, var(--_surface));
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .option input {
    flex: none;
    inline-size: 1.4em;
    block-size: 1.4em;
    min-block-size: 0;
    border: 0;
    padding: 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }

  .option input[type='radio'] {
    border-radius: 50%;
  }

  button {
    justify-self: start;
    min-block-size: max(2.75em, 44px);
    border: 2px solid transparent;
    border-radius: var(--_radius);
    padding: 0.5em 1.4em;
    background: none;
    color: inherit;
    cursor: pointer;
    font: inherit;
    font-weight: 700;
    letter-spacing: inherit;
    word-spacing: inherit;
    line-height: 1.3;
  }

  .main {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .main:hover {
    background: var(--_accent-strong);
  }

  .main[aria-disabled] {
    background: var(--_quiet);
    color: var(--_surface);
    cursor: progress;
  }

  .plain {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  .plain:hover {
    background: var(--_raised);
    color: var(--_accent-strong);
  }

  .link {
    min-inline-size: 44px;
    border-inline-width: 0;
    padding-inline: 0;
    color: var(--_accent);
    font-weight: 400;
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: max(1px, 0.0625em);
    text-underline-offset: 0.15em;
  }

  .link:hover {
    color: var(--_accent-strong);
    text-decoration-thickness: max(2px, 0.125em);
  }

  .problem {
    display: grid;
    gap: 0.6em;
    border: 3px solid var(--_error);
    border-radius: var(--_radius);
    padding: 1em 1.15em;
    background: var(--_error-surface);
    scroll-margin-block-start: 2em;
  }

  .problem > [role='alert'] {
    display: grid;
    gap: 0.6em;
  }

  .problem h2 {
    font-size: 1.25em;
    letter-spacing: 0;
  }

  .problem ul {
    display: grid;
    gap: 0.35em;
    list-style: none;
  }

  .problem li a {
    display: inline-block;
    padding-block: 0.2em;
    color: var(--_error);
    font-weight: 700;
  }

  .contact {
    display: grid;
    gap: 0.5em;
    border-radius: var(--_radius);
    padding: 1.15em 1.25em 1.25em;
    background: var(--_raised);
  }

  /* Nothing is known yet, and the page says nothing: no empty box. */
  .contact:not([aria-labelledby]) {
    padding: 0;
    background: none;
  }

  .contact,
  .contact dl {
    grid-template-columns: minmax(0, 1fr);
  }

  .contact dl {
    display: grid;
    gap: 0.75em;
    margin-block-start: 0.35em;
  }

  .contact dt {
    color: var(--_quiet);
    font-size: 0.89em;
  }

  .contact dd {
    line-height: 1.4;
  }

  .contact a {
    display: inline-block;
    padding-block: 0.15em;
    font-weight: 700;
  }

  .people,
  .person {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
  }

  .person {
    border-inline-start: 0.3em solid var(--_line);
    padding-inline-start: 1.15em;
  }

  .person > legend {
    font-size: 1.25em;
  }

  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
  }

  .languages [aria-pressed='true'] {
    color: var(--_text);
    font-weight: 700;
    text-decoration: none;
  }

  .summary > div {
    display: grid;
    gap: 0 1.25em;
    border-block-end: 1px solid var(--_line);
    padding-block: 0.7em;
  }

  .summary > div:first-child {
    border-block-start: 1px solid var(--_line);
  }

  .summary dt {
    font-weight: 700;
    line-height: 1.35;
  }

  .summary dd {
    min-inline-size: 0;
  }

  .answer {
    white-space: pre-line;
  }

  @container (min-width: 34em) and (max-width: 52em) {
    .contact dl {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container (min-width: 34em) {
    /* Short answers stand side by side. */
    .options.few {
      grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    }

    .summary > div {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) auto;
      align-items: baseline;
    }

    .summary button {
      margin-block: -0.5em;
    }
  }

  @media (forced-colors: active) {
    button,
    .contact,
    .option:has(:checked) {
      border: 2px solid ButtonText;
    }

    .option:has(:checked) {
      border-color: Highlight;
    }
  }
`;
