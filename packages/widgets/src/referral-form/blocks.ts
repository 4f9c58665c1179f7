import type { HubProfile, ReferralReceipt } from '@advocacy-hub/sdk';
import { html, nothing } from 'lit';
import type { Failure } from '../internal/failure.ts';
import type { Voiced, Words } from '../internal/strings/en.ts';
import { button } from '../parts/button.ts';
import { link } from '../parts/link.ts';
import { problemBox } from '../parts/problem-box.ts';

/** What to do when someone is in danger now. */
export function dangerLine(words: Words['referral']['danger']) {
  return html`
    <div class="danger" part="danger">
      <p><strong>${words.heading}</strong> ${words.text}</p>
      <p class="hint">${words.quiet}</p>
      <p class="hint">${words.deaf}</p>
    </div>
  `;
}

/** How the hub uses what it is told, in its own words. */
export function privacyNotice({ name, privacy }: HubProfile, words: Words) {
  const own = words.referral.check;
  const item = (address: string | undefined, label: string) =>
    address ? html`<li>${link(address, label, words)}</li>` : nothing;
  return html`
    <section class="privacy" part="privacy" aria-labelledby="privacy-heading">
      <h3 id="privacy-heading">${own.privacy}</h3>
      <p class="own-words">${privacy?.notice ?? own.noNotice(name)}</p>
      ${
        privacy?.notice_link || privacy?.complain_link
          ? html`<ul>
              ${item(privacy.notice_link, own.privacyLink)} ${item(privacy.complain_link, own.complainLink)}
            </ul>`
          : nothing
      }
    </section>
  `;
}

export interface SendBlock {
  readonly words: Words;
  /** How the last try ended, where it did not end well. */
  readonly failure: Failure | undefined;
  readonly isBusy: boolean;
}

/** The button that sends, and above it why the last try failed. It is one button all along, so that it keeps the focus. */
export function sendBlock({ words, failure, isBusy }: SendBlock) {
  const { send, sending, sendFailures } = words.referral;
  const label = failure?.retryable ? words.tryAgain : send;
  return html`
    ${failure ? problemBox({ failure, words: sendFailures[failure.kind] }) : nothing}
    ${button({ label: isBusy ? sending : label, look: 'main', isBusy })}
    <p role="status" class="visually-hidden">${isBusy ? sending : nothing}</p>
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

export interface Sent {
  readonly receipt: ReferralReceipt;
  readonly voice: keyof Voiced;
  /** Whether any way to reach the person was chosen. */
  readonly isContacted: boolean;
}

/** The end: what to keep, and what happens next. Only a state that says so is called sent. */
export function confirmation({ receipt, voice, isContacted }: Sent, words: Words['referral']['sent']) {
  const own = receipt.state === 'received' ? words.received : words.quarantined;
  const next = isContacted ? own.next : own.nextWithoutUs;
  return html`
    <section class="confirmation" part="confirmation" aria-labelledby="step-heading">
      <div class="panel">
        <h2 id="step-heading" part="heading" tabindex="-1">${own.heading}</h2>
        <p>${own.text}</p>
      </div>
      <p><strong>${words.keep}</strong></p>
      <dl class="keep">
        <div>
          <dt>${words.reference}</dt>
          <dd class="code"><bdi>${receipt.reference}</bdi></dd>
          <dd class="hint">${words.referenceHint}</dd>
        </div>
        <div>
          <dt>${words.code}</dt>
          <dd class="code"><bdi>${receipt.code}</bdi></dd>
          <dd class="hint">${words.codeHint}</dd>
        </div>
      </dl>
      <h3>${words.nextHeading}</h3>
      <ol>
        ${next[voice].map(step => html`<li>${step}</li>`)}
      </ol>
      ${button({ label: words.print, act: () => print() })}
    </section>
  `;
}
