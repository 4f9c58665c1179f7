import { css } from 'lit';

export const styles = css`
  form,
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.9em;
  }

  form {
    max-inline-size: 40em;
  }

  section {
    gap: 0.5em;
  }

  h3 {
    font-size: 1.4em;
    letter-spacing: -0.01em;
    line-height: 1.25;
    scroll-margin-block-start: 1em;
    text-wrap: balance;
  }

  /* A heading takes the focus so that it is read out; it is no control. */
  h3:focus {
    box-shadow: none;
    outline: none;
  }

  .lead {
    display: grid;
    gap: 0.5em;
    margin-block-start: -1.2em;
  }

  /* Many answers are quicker to look through in two columns. */
  @container (min-width: 28em) {
    .options {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
