import type { HubError } from '@advocacy-hub/sdk';

/** What a widget needs to know of anything that went wrong. */
export interface Failure {
  /** To branch on and to tell administrators. */
  readonly code: string;
  /** Whether trying again may help. */
  readonly retryable: boolean;
  /** Which of our words say it to people. */
  readonly kind: 'unreachable' | 'portal' | 'busy' | 'unsure' | 'broken';
  /** Whole minutes to wait, where the hub said how long. */
  readonly minutes: number;
}

const kinds: Readonly<Record<string, Failure['kind']>> = {
  not_a_hub: 'portal',
  too_many_requests: 'busy',
  receipt_not_verified: 'unsure',
};

/** Reads a failure from whatever was thrown. */
export function failureOf(error: unknown): Failure {
  const { code, retryable, retryAfter = 0 } = isHubError(error) ? error : lost;
  const kind = kinds[code] ?? (retryable ? 'unreachable' : 'broken');
  return { code, retryable, kind, minutes: Math.ceil(retryAfter / 60) };
}

// The rest of what can be thrown is a part of the widget that did not arrive: no connection, or an update in between.
const lost = { code: 'not_loaded', retryable: true, retryAfter: 0 };

/** Told by its shape, since the class itself is loaded with the client, after the first question is shown. */
function isHubError(error: unknown): error is HubError & { readonly retryAfter?: number | undefined } {
  return error instanceof Error && 'code' in error && 'retryable' in error;
}
