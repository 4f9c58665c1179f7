import type { Voiced } from '../internal/strings/en.ts';

/** A text as it is said to a person who asks for themselves, or to someone who asks for another. */
export function said(text: string | Voiced, voice: keyof Voiced): string {
  return typeof text === 'string' ? text : text[voice];
}
