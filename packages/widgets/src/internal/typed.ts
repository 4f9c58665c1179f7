/* What was typed into a line: which of it can be no answer at all, and which is none. */

/** People write extensions, codes and notes into a telephone field; only what can be no number at all is sent back. */
export function looksLikeTelephone(typed: string): boolean {
  return typed.replace(/\D/g, '').length >= 5;
}

export function looksLikeEmail(typed: string): boolean {
  return /^\S+@\S+\.\S+$/.test(typed.trim());
}

/** A text as it was typed, or nothing where only space was. */
export function text(typed: string | undefined): string | undefined {
  return typed?.trim() ? typed : undefined;
}
