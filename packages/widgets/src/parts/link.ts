import { html } from 'lit';
import type { Words } from '../internal/strings/en.ts';

/** A link that takes nobody away from what they typed: a page opens in a new tab, and the link says so. */
export function link(address: string, label: unknown, { newTab }: Words) {
  if (!/^https?:/.test(address)) return html`<a href=${address}>${label}</a>`;
  return html`<a href=${address} target="_blank" rel="noopener noreferrer">${label} ${newTab}</a>`;
}
