import type { HubProfile } from '@advocacy-hub/sdk';
import { html, nothing } from 'lit';
import { link } from '../parts/link.ts';
import type { FormWords } from './strings/en.ts';

/** What to do when someone is in danger now: short, above the first question. */
export function dangerLine({ referral: { dangerNow } }: FormWords) {
  return html`<p class="danger" part="danger">
    <strong>${dangerNow.heading}</strong> ${dangerNow.text} <a href="tel:999">${dangerNow.ring}</a>
  </p>`;
}

/** The same in full, for whoever says that someone is: nothing of it waits for an answer. */
export function emergencyHelp(profile: HubProfile | undefined, words: FormWords) {
  const { ring, quiet, deaf, sign, hurt, low, after } = words.referral.emergency;
  return html`
    <ul class="danger" part="danger">
      <li><a href="tel:999">${ring.link}</a> ${ring.text}</li>
      <li>${quiet}</li>
      <li>${deaf.text} <a href="sms:999">${deaf.link}</a></li>
      <li>${sign} ${link('https://999bsl.co.uk/', '999bsl.co.uk', words)}</li>
    </ul>
    <h3>${hurt.heading}</h3>
    ${hurtHelp(profile, words)}
    <h3>${low.heading}</h3>
    <p>${low.text} <a href="tel:116123">${low.link}</a></p>
    <p>${after}</p>
  `;
}

/** Whom to tell when someone is being hurt, by the council's area. */
export function hurtHelp(profile: HubProfile | undefined, words: FormWords) {
  return html`
    <p>${words.referral.emergency.hurt.text}</p>
    ${
      profile?.safeguarding &&
      html`<dl class="areas" lang=${profile.languages[0] ?? nothing}>
        ${profile.safeguarding.map(
          ({ area, routes }) => html`
            <div>
              <dt>${area}</dt>
              ${routes.map(
                ({ value, link: address, hours }) => html`
                  <dd>${address ? link(address, html`<bdi>${value}</bdi>`, words) : html`<bdi>${value}</bdi>`}</dd>
                  ${hours ? html`<dd class="hint">${hours}</dd>` : nothing}
                `,
              )}
            </div>
          `,
        )}
      </dl>`
    }
  `;
}

/**
 * A field that nobody sees or reaches and that programs fill in. What it holds only makes a person look twice.
 * Its name is no word that a browser fills in by itself.
 */
export function trap(label: string) {
  return html`
    <div class="trap" aria-hidden="true">
      <label for="trap">${label}</label>
      <input id="trap" type="text" tabindex="-1" autocomplete="off" />
    </div>
  `;
}
