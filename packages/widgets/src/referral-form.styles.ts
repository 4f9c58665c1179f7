import { css } from 'lit';

export const styles = css`
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2.5em;
    padding: 1.25em max(1em, 4cqi);
  }

  .main-column,
  form,
  .confirmation {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.9em;
  }

  .main-column {
    gap: 0.75em;
  }

  form {
    position: relative;
  }

  ul.danger {
    display: grid;
    gap: 0.75em;
    list-style: none;
  }

  ul.danger li:first-child {
    font-weight: 700;
  }

  form > h3,
  .confirmation > h3 {
    margin-block-end: -1.4em;
  }

  .summary {
    margin-block-end: 0.6em;
  }

  .areas {
    display: grid;
    gap: 0.75em;
  }

  .areas dt {
    font-weight: 700;
  }

  .call-back {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.75em;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }

  form > .link {
    margin-block-end: -1.25em;
  }

  .progress {
    margin-block-end: -1.6em;
    color: var(--_quiet);
    font-size: 0.945em;
    font-weight: 700;
  }

  .lead {
    margin-block-start: -1.2em;
    color: var(--_quiet);
    font-size: 1.1em;
    line-height: 1.45;
  }

  .danger {
    border-inline-start: 0.3em solid var(--_error);
    border-radius: var(--_radius);
    padding: 0.85em 1.15em;
    background: var(--_error-surface);
  }

  .privacy {
    display: grid;
    gap: 0.6em;
  }

  .privacy ul {
    display: grid;
    gap: 0.4em;
    list-style: none;
  }

  .privacy a {
    display: inline-block;
    padding-block: 0.2em;
  }

  .own-words {
    white-space: pre-line;
  }

  .trap {
    position: absolute;
    inset-inline-start: 0;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .whole {
    display: grid;
    max-inline-size: 42em;
    margin-inline: auto;
    gap: 0.6em;
    padding: 1.25em max(1em, 4cqi);
  }

  .panel {
    display: grid;
    gap: 0.4em;
    border-radius: var(--_radius);
    padding: 1.5em 1.4em;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .keep {
    display: grid;
    gap: 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 1.15em 1.25em;
  }

  .keep dt {
    font-weight: 700;
  }

  .code {
    font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
    font-size: 1.4em;
    font-weight: 700;
    letter-spacing: 0.03em;
    line-height: 1.4;
  }

  ol {
    display: grid;
    gap: 0.4em;
    padding-inline-start: 1.4em;
  }

  @container (min-width: 52em) {
    .layout {
      grid-template-columns: minmax(0, 36em) minmax(15em, 19em);
      gap: 2em 4em;
      align-items: start;
      justify-content: center;
      padding-block: 2em;
    }

    .contact {
      position: sticky;
      inset-block-start: 1.5em;
    }

    .keep {
      grid-template-columns: 1fr 1fr;
    }
  }

  /* On paper there is nothing to press. */
  @media print {
    button,
    .languages,
    .call-back {
      display: none;
    }

    .contact {
      position: static;
    }

    .summary > div {
      break-inside: avoid;
    }
  }

  @media (forced-colors: active) {
    .panel {
      border: 3px solid;
    }
  }
`;
