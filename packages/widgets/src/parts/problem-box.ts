import { html, nothing } from 'lit';
import type { Failure } from '../internal/failure.ts';
import { button } from './button.ts';

export interface ProblemBox {
  readonly failure: Failure;
  readonly words: { readonly heading: string; readonly text: string | ((minutes: number) => string) };
  readonly retry?: { readonly label: string; readonly act: () => void };
}

/** A failure that is not the person's, in words, and how to go on. It is read out where it appears; the focus stays. */
export function problemBox({ failure, words: { heading, text }, retry }: ProblemBox) {
  return html`
    <div class="problem" part="problem" role="alert">
      <h2>${heading}</h2>
      <p>${typeof text === 'string' ? text : text(failure.minutes)}</p>
      ${retry ? button({ label: retry.label, act: retry.act }) : nothing}
    </div>
  `;
}
