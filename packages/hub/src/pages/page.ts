import { html } from 'hono/html';
import type { ContactRoute, OrganizationProfile } from '@advocacy-hub/sdk/contract/profile';
import { wordsIn, type PageWords } from './words.ts';

/** The hub's own pages: the widget's entry that each begins with, and which page is the other one. */
export const pageKinds = {
  '/ask': { entry: 'referral-form.js', other: '/status' },
  '/status': { entry: 'referral-status.js', other: '/ask' },
} as const;
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
  const words = wordsIn(language);
  const { other } = pageKinds[path];
  const lang = language ? html` lang="${language}"` : '';
  // The widget may speak a language that these words are not in: what reads them out must know which they are.
  const inside = html`<div lang="${words.language}">
    ${contact(profile, words)}
    <noscript><p>${words.noScript}</p></noscript>
  </div>`;
  return whole({
    words,
    profile,
    head: html`${files.map(file => html`<link rel="modulepreload" href="/embed/${file}" />`)}
      <script type="module" src="/embed/v1.js" data-hub="${hub}" data-key="${key}"></script>`,
    main: html`<h1>${words.pages[path]}</h1>
      ${
        path === '/ask'
          ? html`<advocacy-referral-form isolation="none" steps-in-history${lang}>${inside}</advocacy-referral-form>`
          : html`<advocacy-referral-status steps-in-history${lang}>${inside}</advocacy-referral-status>`
      }`,
    footer: html`<ul>
        <li><a href="${other}${language ? `?lang=${language}` : ''}">${words.links[other]}</a></li>
        ${link(profile.privacy?.notice_link, words.notice)} ${link(profile.privacy?.complain_link, words.complain)}
      </ul>
      <p>${words.noCookies}</p>`,
  });
}

/** What stands there while the hub cannot show its pages. */
export function waitingPage(profile: OrganizationProfile | undefined, language?: string) {
  const words = wordsIn(language);
  return whole({
    words,
    profile,
    main: html`<h1>${words.away}</h1>
      ${profile ? contact(profile, words) : html`<p>${words.later}</p>`}`,
  });
}

type Html = ReturnType<typeof html>;

interface Whole {
  readonly words: PageWords;
  readonly profile: OrganizationProfile | undefined;
  readonly head?: Html;
  readonly main: Html;
  readonly footer?: Html;
}

function whole({ words, profile, head, main, footer }: Whole) {
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${profile ? `${profile.name}: ` : ''}${words.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page.css" />
        ${head}
      </head>
      <body>
        ${profile ? html`<header><p${langOf(profile, words)}>${profile.name}</p></header>` : ''}
        <main>${main}</main>
        ${footer ? html`<footer>${footer}</footer>` : ''}
      </body>
    </html>`;
}

function contact(profile: OrganizationProfile, words: PageWords) {
  const lang = langOf(profile, words);
  // A newer profile may have kinds that these words do not.
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const told = ({ value, link }: ContactRoute) => {
    const own = html`<bdi${lang}>${value}</bdi>`;
    return link ? html`<a href="${link}">${own}</a>` : own;
  };
  return html`<section class="contact">
    <h2>${words.contact}</h2>
    <ul>
      ${profile.contact_routes.map(
        route =>
          html`<li>
            ${kinds[route.kind] ? html`<span class="kind">${kinds[route.kind]}:</span> ` : ''}${told(route)}${route.hours ? html`<span class="hours" ${lang}> (${route.hours})</span>` : ''}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Says which language the organization's own words are in, where that is not the page's. */
function langOf({ languages: [own] }: OrganizationProfile, words: PageWords) {
  return own === undefined || own === words.language.split('-')[0] ? '' : html` lang="${own}"`;
}

function link(address: string | undefined, words: string) {
  return address ? html`<li><a href="${address}">${words}</a></li>` : '';
}
