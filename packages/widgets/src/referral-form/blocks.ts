import type { HubProfile } from '@advocacy-hub/sdk';
import { html, nothing } from 'lit';
import { link } from '../parts/link.ts';
import type { FormWords, ReferralWords } from './strings/en.ts';

/** What to do when someone is in danger now: short, above the first question. */
export function dangerLine({ heading, text }: ReferralWords['dangerNow']) {
  return html`<p class="danger" part="danger"><strong>${heading}</strong> ${text}</p>`;
}

/** The same in full, for whoever says that someone is: nothing of it waits for an answer. */
export function emergencyHelp(profile: HubProfile | undefined, words: FormWords) {
  const { steps, hurt, low, after } = words.referral.emergency;
  const routes = profile?.safeguarding;
  return html`
    <ul class="danger" part="danger">
      ${steps.map(step => html`<li>${step}</li>`)}
    </ul>
    <h3>${hurt.heading}</h3>
    <p>${hurt.text}</p>
    ${
      routes &&
      html`<dl class="areas" lang=${profile.languages[0] ?? nothing}>
        ${routes.map(
          area => html`
            <div>
              <dt>${area.area}</dt>
              ${area.routes.map(
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
    <h3>${low.heading}</h3>
    <p>${low.text}</p>
    <p>${after}</p>
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
