import type { ReferralStatus } from '@advocacy-hub/sdk';
import { html, nothing } from 'lit';
import { longDate } from '../internal/long-date.ts';
import { status, type AllWords, type StatusWords } from './strings/en.ts';

/** A state that there are words for. */
export type State = keyof StatusWords['states'];

/** The state of a referral, or `other` for one that is newer than this page. */
export function stateOf({ state }: ReferralStatus): State {
  return Object.hasOwn(status.states, state) ? (state as State) : 'other';
}

interface Found {
  readonly words: AllWords;
  /** Whether it is what the page has to tell: its heading is the page's then, and takes the focus. */
  readonly isNews: boolean;
}

/** Where a referral stands, in plain words. */
export function found(referral: ReferralStatus, { words, isNews }: Found) {
  const own = words.status;
  const state = stateOf(referral);
  const { heading, text, next } = own.states[state];
  const days = state === 'received' ? referral.first_contact_working_days : undefined;
  return html`
    <section class="status" part="status">
      <h2 id=${isNews ? 'step-heading' : nothing} part="heading" tabindex=${isNews ? -1 : nothing}>${heading}</h2>
      <p class="lead">${text}</p>
      ${facts(referral, words)}
      <h3>${own.next}</h3>
      <ul>
        ${next.map(line => html`<li>${line}</li>`)}
      </ul>
      ${days === undefined ? nothing : html`<p>${own.byWhen(days)} ${own.late}</p>`}
    </section>
  `;
}

function facts({ reference, received_at: arrived, changed_at: changed }: ReferralStatus, words: AllWords) {
  const own = words.status;
  const day = (label: string, instant: string) => html`
    <div>
      <dt>${label}</dt>
      <dd>${longDate(dayInEngland(instant), words)}</dd>
    </div>
  `;
  return html`
    <dl class="facts">
      <div>
        <dt>${own.reference}</dt>
        <dd class="code"><bdi>${reference}</bdi></dd>
      </div>
      ${day(own.arrived, arrived)} ${changed ? day(own.changed, changed) : nothing}
    </dl>
  `;
}

/** The day of an instant, by the hub's clock. Swedish writes days as the contract does. */
function dayInEngland(instant: string): string {
  return new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
}
