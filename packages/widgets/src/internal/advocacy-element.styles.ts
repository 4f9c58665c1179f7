import { css } from 'lit';

/**
 * Tokens and ground. A page sets `--advocacy-…` anywhere above the element, `:root` for all of them;
 * inside, the `--_…` names carry the page's value or ours.
 */
export const baseStyles = css`
  :host {
    /*
     * What the page's text styles would hand down stops here. A reader's own style sheet, which speaks to every
     * element, still reaches this one and is handed down.
     */
    all: initial;
    display: block;
    flex: auto;
    visibility: inherit;
    color-scheme: light dark;
    color: var(--_text);
    font-family: var(--advocacy-font-family, inherit);
    /* The reader's own text size, whatever the page made of rem and em. */
    font-size: var(--advocacy-font-size, medium);
    line-height: 1.5;
    text-align: start;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;

    --_text: var(--advocacy-color-text, #17212b);
    --_quiet: var(--advocacy-color-quiet, #4b5864);
    --_surface: var(--advocacy-color-surface, #fff);
    --_raised: var(--advocacy-color-raised, #f2f6f6);
    --_line: var(--advocacy-color-line, #d3dcde);
    --_border: var(--advocacy-color-border, #5d6b75);
    --_accent: var(--advocacy-color-accent, #0b5963);
    --_accent-strong: var(--advocacy-color-accent-strong, #073f47);
    --_on-accent: var(--advocacy-color-on-accent, #fff);
    --_error: var(--advocacy-color-error, #b01e23);
    --_error-surface: var(--advocacy-color-error-surface, #fdf3f2);
    --_focus: var(--advocacy-color-focus, #ffc53d);
    --_focus-edge: var(--advocacy-color-focus-edge, #17212b);
    --_radius: var(--advocacy-radius, 0.375em);
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --_text: var(--advocacy-color-text, #edf1f3);
      --_quiet: var(--advocacy-color-quiet, #b4c0c8);
      --_surface: var(--advocacy-color-surface, #12181c);
      --_raised: var(--advocacy-color-raised, #1c252b);
      --_line: var(--advocacy-color-line, #36444d);
      --_border: var(--advocacy-color-border, #91a1ac);
      --_accent: var(--advocacy-color-accent, #7ad3dd);
      --_accent-strong: var(--advocacy-color-accent-strong, #a9e6ed);
      --_on-accent: var(--advocacy-color-on-accent, #06272c);
      --_error: var(--advocacy-color-error, #ffa196);
      --_error-surface: var(--advocacy-color-error-surface, #2e1b1b);
      --_focus-edge: var(--advocacy-color-focus-edge, #12181c);
    }
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  /* What the page put inside the tag is in the page's language, not in ours. */
  :host(:dir(ltr)) slot {
    direction: ltr;
  }

  :host(:dir(rtl)) slot {
    direction: rtl;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  .frame {
    container-type: inline-size;
    /* Where the page lets its children choose their width, this is the one that they ask for. */
    contain-intrinsic-inline-size: 17em;
    background: var(--_surface);
    font-size: 1.125em;
    overflow-wrap: anywhere;
  }

  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  h2 {
    font-size: 1.75em;
    font-weight: 700;
    letter-spacing: -0.015em;
    line-height: 1.2;
    scroll-margin-block-start: 2em;
    text-wrap: balance;
  }

  h4,
  h3 {
    font-size: 1.1em;
    font-weight: 700;
    line-height: 1.3;
  }

  a {
    color: var(--_accent);
    text-decoration-thickness: max(1px, 0.0625em);
    text-underline-offset: 0.15em;
  }

  a:hover {
    color: var(--_accent-strong);
    text-decoration-thickness: max(2px, 0.125em);
  }

  /* Two colours, one of which stands out from whatever is behind it. */
  :focus-visible {
    outline: 3px solid var(--_focus-edge);
    outline-offset: 0;
    box-shadow: 0 0 0 6px var(--_focus);
  }

  a:focus-visible {
    border-radius: 2px;
    background: var(--_focus);
    color: #17212b;
    outline-offset: 2px;
  }

  /* Headings and boxes take the focus so that they are read out; they are not controls. */
  h2:focus-visible,
  h2:focus {
    box-shadow: none;
    outline: none;
  }

  .quiet {
    color: var(--_quiet);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
      outline-offset: 3px;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    a,
    button,
    input,
    textarea {
      transition:
        background-color 120ms,
        border-color 120ms;
    }
  }
`;
