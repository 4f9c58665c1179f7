import type { HubProfile, ReferralReceipt } from '@advocacy-hub/sdk';
import { html, nothing } from 'lit';
import type { Failure } from '../internal/failure.ts';
import { button } from '../parts/button.ts';
import { link } from '../parts/link.ts';
import { problemBox } from '../parts/problem-box.ts';
import type { Voice } from './answers.ts';
import { printNote, saveNote, type Note } from './note.ts';
import type { EndingWords } from './strings/ending.en.ts';
import type { FormWords } from './strings/en.ts';

/* The last page and the confirmation: what is loaded while a person answers. */

/** How the hub uses what it is told and why it may, in its own words. */
export function privacyNotice(profile: HubProfile, basis: string | undefined, words: FormWords, ending: EndingWords) {
  const { name, privacy, languages } = profile;
  const own = ending.check;
  const item = (address: string | undefined, label: string) =>
    address ? html`<li>${link(address, label, words)}</li>` : nothing;
  return html`
    <section class="privacy" part="privacy" aria-labelledby="privacy-heading">
      <h3 id="privacy-heading">${own.privacy}</h3>
      ${
        privacy
          ? html`<p class="own-words" lang=${languages[0] ?? nothing}>${privacy.notice}</p>`
          : html`<p>${own.noNotice(name)}</p>`
      }
      ${
        basis
          ? html`<h4>${own.basis}</h4>
              <p class="own-words" lang=${languages[0] ?? nothing}>${basis}</p>`
          : nothing
      }
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
  readonly words: FormWords;
  readonly ending: EndingWords;
  /** How the last try ended, where it did not end well. */
  readonly failure: Failure | undefined;
  readonly isBusy: boolean;
}

/** The button that sends, and above it why the last try failed. It is one button all along, so that it keeps the focus. */
export function sendBlock({ words, ending, failure, isBusy }: SendBlock) {
  const { send, sending, sendFailures } = ending;
  const label = failure?.retryable ? words.tryAgain : send;
  return html`
    ${failure ? problemBox({ failure, words: sendFailures[isTooMuch(failure) ? 'tooMuch' : failure.kind] }) : nothing}
    ${button({ label: isBusy ? sending : label, look: 'main', isBusy })}
    <p role="status" class="visually-hidden">${isBusy ? sending : nothing}</p>
  `;
}

/** All else that could be off the contract was checked on its page; the whole is too long for the hub. */
function isTooMuch({ code }: Failure): boolean {
  return code === 'referral_off_contract';
}

export interface Sent {
  readonly receipt: ReferralReceipt;
  readonly voice: Voice;
  /** Whether any way to reach the person was chosen. */
  readonly isContacted: boolean;
  /** The page where it can be seen and changed. */
  readonly statusLink: string | undefined;
  /** Working days until the first contact, as the hub promises. */
  readonly workingDays: number | undefined;
}

/** The end: what to keep, and what happens next. Only a state that says so is called sent. */
export function confirmation(
  { receipt, voice, isContacted, statusLink, workingDays }: Sent,
  { ending: { sent: words }, shared }: { readonly ending: EndingWords; readonly shared: FormWords },
) {
  const own = receipt.state === 'received' ? words.received : words.quarantined;
  const next = (isContacted ? own.next : own.nextWithoutUs)[voice === 'self' ? 'self' : 'other'];
  const byWhen = isContacted && receipt.state === 'received' && workingDays !== undefined;
  const note: Note = {
    title: words.note,
    lines: [`${words.reference}: ${receipt.reference}`, `${words.code}: ${receipt.code}`],
  };
  return html`
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
    <div class="actions">
      ${button({ label: words.print, act: event => printNote(note, event.currentTarget as Element) })}
      ${button({ label: words.save, act: () => saveNote(note) })}
    </div>
    ${statusLink ? html`<p>${words.later} ${link(statusLink, words.statusLink, shared)}</p>` : nothing}
    <h3>${words.nextHeading}</h3>
    <ol>
      ${next.map(step => html`<li>${step}</li>`)}
    </ol>
    ${byWhen ? html`<p>${words.byWhen(workingDays)}</p>` : nothing}
  `;
}
