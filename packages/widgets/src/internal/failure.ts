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
  const { code, retryable, retryAfter = 0 } = isKnown(error) ? error : unforeseen;
  const kind = kinds[code] ?? (retryable ? 'unreachable' : 'broken');
  return { code, retryable, kind, minutes: Math.ceil(retryAfter / 60) };
}

/** A failure for the console. What nobody foresaw is told by its name alone: its message may hold what was typed. */
export function nameOf(error: unknown): string {
  if (isKnown(error)) return String(error);
  return error instanceof Error ? error.name : typeof error;
}

const unforeseen = { code: 'internal', retryable: false, retryAfter: 0 };

type Known = Pick<HubError, 'code' | 'retryable'> & { readonly retryAfter?: number | undefined };

/** Told by its shape, since the hub's errors are loaded with the client, after the first question is shown. */
function isKnown(error: unknown): error is Error & Known {
  return error instanceof Error && 'code' in error && 'retryable' in error;
}
