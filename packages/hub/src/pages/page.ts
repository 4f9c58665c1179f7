import { html } from 'hono/html';
import type { ContactRoute, OrganizationProfile } from '@advocacy-hub/sdk/contract/profile';

/** One of the hub's own pages: what it is called, and the widget that it is for. */
export interface PageKind {
  readonly heading: string;
  readonly entry: string;
  /** The other page, in the words of somebody who wanted that one. */
  readonly other: { readonly path: string; readonly words: string };
}

export const pageKinds = {
  '/ask': {
    heading: 'Ask for an advocate',
    entry: 'referral-form.js',
    other: { path: '/status', words: 'See or change what you sent us' },
  },
  '/status': {
    heading: 'What you sent us',
    entry: 'referral-status.js',
    other: { path: '/ask', words: 'Ask for an advocate' },
  },
} as const satisfies Record<string, PageKind>;
export type PagePath = keyof typeof pageKinds;

export interface Page {
  readonly path: PagePath;
  readonly profile: OrganizationProfile;
  /** The hub's address and the key of the partner that these pages are. */
  readonly hub: string;
  readonly key: string;
  /** A language of the profile's that was asked for. */
  readonly language: string | undefined;
  /** The widget's files, so that they are on their way at once. */
  readonly files: readonly string[];
}

/** The page with its widget. All that stands inside the widget's tag can be read and used before any script runs, and without one. */
export function page({ path, profile, hub, key, language, files }: Page) {
  const { heading, other } = pageKinds[path];
  const lang = language ? html` lang="${language}"` : '';
  const inside = html`${contact(profile.contact_routes)}
    <noscript><p>The rest of this page needs JavaScript. It is switched off in your browser.</p></noscript>`;
  return whole({
    name: profile.name,
    head: html`${files.map(file => html`<link rel="modulepreload" href="/embed/${file}" />`)}
      <script type="module" src="/embed/v1.js" data-hub="${hub}" data-key="${key}"></script>`,
    main: html`<h1>${heading}</h1>
      ${
        path === '/ask'
          ? html`<advocacy-referral-form isolation="none" steps-in-history${lang}>${inside}</advocacy-referral-form>`
          : html`<advocacy-referral-status${lang}>${inside}</advocacy-referral-status>`
      }`,
    footer: html`<ul>
        <li><a href="${other.path}">${other.words}</a></li>
        ${link(profile.privacy?.notice_link, 'How we use what you tell us')}
        ${link(profile.privacy?.complain_link, 'Complain about how we use it')}
      </ul>
      <p>This page does not use cookies.</p>`,
  });
}

/** What stands there while the hub cannot show its pages. */
export function waitingPage(profile: OrganizationProfile | undefined) {
  return whole({
    name: profile?.name,
    main: html`<h1>We cannot show this page now</h1>
      ${profile ? contact(profile.contact_routes) : html`<p>Try again later. If somebody is in danger, ring 999.</p>`}`,
  });
}

type Html = ReturnType<typeof html>;

// Nothing that a person does or asks for ever stands in a title: it stays in the browser's history.
function whole({ name, head, main, footer }: { name: string | undefined; head?: Html; main: Html; footer?: Html }) {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${name ? `${name}: ` : ''}Help to be heard</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page.css" />
        ${head}
      </head>
      <body>
        ${name ? html`<header><p>${name}</p></header>` : ''}
        <main>${main}</main>
        ${footer ? html`<footer>${footer}</footer>` : ''}
      </body>
    </html>`;
}

const kinds: Readonly<Record<string, string>> = {
  telephone: 'Telephone',
  text_message: 'Text message',
  text_relay: 'Text relay for deaf people',
  bsl_relay: 'British Sign Language',
  email: 'E-mail',
  post: 'Post',
  drop_in: 'Come and see us',
  web: 'Website',
};

function contact(routes: readonly ContactRoute[]) {
  return html`<section class="contact">
    <h2>Speak to us</h2>
    <ul>
      ${routes.map(
        ({ kind, value, link, hours }) =>
          html`<li>
            ${kinds[kind] ? html`<span class="kind">${kinds[kind]}:</span> ` : ''}${link ? html`<a href="${link}">${value}</a>` : value}${hours ? html`<span class="hours"> (${hours})</span>` : ''}
          </li>`,
      )}
    </ul>
  </section>`;
}

function link(address: string | undefined, words: string) {
  return address ? html`<li><a href="${address}">${words}</a></li>` : '';
}
