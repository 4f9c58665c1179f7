import { css } from 'lit';

export const styles = css`
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2.5em;
    padding: 1.25em max(1em, 4cqi);
  }

  .whole {
    display: grid;
    max-inline-size: 42em;
    margin-inline: auto;
    gap: 0.6em;
    padding: 1.25em max(1em, 4cqi);
  }

  .main-column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }

  form,
  .status-page,
  .status {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.6em;
  }

  .status-page {
    gap: 2.25em;
  }

  .status {
    gap: 1em;
  }

  .main-column > .link {
    margin-block: -0.4em;
  }

  .link[aria-disabled] {
    color: var(--_quiet);
    cursor: progress;
    text-decoration: none;
  }

  .lead {
    display: grid;
    gap: 0.5em;
    color: var(--_quiet);
    font-size: 1.1em;
    line-height: 1.45;
  }

  form > .lead {
    margin-block-start: -0.9em;
  }

  .status > .lead {
    margin-block-start: -0.35em;
  }

  #reference,
  #code {
    max-inline-size: 15em;
  }

  #reference,
  #code,
  .code {
    font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
    letter-spacing: 0.03em;
  }

  .code {
    font-weight: 700;
  }

  .advice {
    display: grid;
    gap: 0.5em;
    border-radius: var(--_radius);
    padding: 1em 1.15em;
    background: var(--_raised);
  }

  ul:not(.problem ul) {
    display: grid;
    gap: 0.4em;
    padding-inline-start: 1.4em;
  }

  .status h3 {
    margin-block-start: 0.6em;
  }

  .status ul {
    margin-block-start: -0.4em;
  }

  .panel {
    display: grid;
    gap: 0.4em;
    border-radius: var(--_radius);
    padding: 1.5em 1.4em;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .facts {
    display: grid;
    border-block-start: 1px solid var(--_line);
  }

  .facts > div {
    display: grid;
    gap: 0 1.25em;
    border-block-end: 1px solid var(--_line);
    padding-block: 0.65em;
  }

  .facts dt {
    font-weight: 700;
  }

  .ways {
    display: grid;
    gap: 0.75em;
    justify-items: start;
  }

  .ways button {
    text-align: start;
  }

  .finish {
    display: grid;
    gap: 0.75em;
    border-block-start: 1px solid var(--_line);
    padding-block-start: 1.25em;
  }

  @container (min-width: 34em) {
    .facts > div {
      grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
    }
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
  }

  @media print {
    .contact {
      position: static;
    }
  }

  @media (forced-colors: active) {
    .panel,
    .advice {
      border: 2px solid;
    }
  }
`;
