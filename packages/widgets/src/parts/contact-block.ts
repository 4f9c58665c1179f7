import type { ContactRoute } from '@advocacy-hub/sdk';
import { html, nothing } from 'lit';
import type { Words } from '../internal/strings/en.ts';
import { link as linkTo } from './link.ts';

export interface ContactBlock {
  readonly words: Words;
  /** What the block is called, and a line below that. */
  readonly title: Pick<Words['contact'], 'heading' | 'lead'>;
  /** The hub's own ways, once they are known. */
  readonly routes: readonly ContactRoute[] | undefined;
  /** Shows what the page put inside the tag, also where the hub's own ways are known. */
  readonly showsFallback: boolean;
  /** The language that the hub writes its ways in: it may not be the one that is spoken around them. */
  readonly language?: string | undefined;
}

/** The ways to speak to someone. */
export function contactBlock({ words, title, routes, showsFallback, language }: ContactBlock) {
  const lang = language ?? nothing;
  const kinds: Readonly<Record<string, string>> = words.contact.kinds;
  return html`
    <section class="contact" part="contact" aria-labelledby=${routes ? 'contact-heading' : nothing}>
      ${
        routes
          ? html`
              <h3 id="contact-heading">${title.heading}</h3>
              <p class="quiet">${title.lead}</p>
              <dl>
                ${routes.map(({ kind, value, link, hours }) => {
                  const own = html`<bdi lang=${lang}>${value}</bdi>`;
                  return html`
                    <div>
                      <dt>${kinds[kind] ?? kind}</dt>
                      <dd>${link ? linkTo(link, own, words) : own}</dd>
                      ${hours ? html`<dd class="hint" lang=${lang}>${hours}</dd>` : nothing}
                    </div>
                  `;
                })}
              </dl>
            `
          : nothing
      }
      <slot ?hidden=${routes && !showsFallback}></slot>
    </section>
  `;
}
