import type { HubProfile } from '@advocacy-hub/sdk';
import { voiceOf, type Answers } from './answers.ts';

/** Why the hub may use what this person tells it, in the hub's own words. */
export function basisOf(answers: Answers, profile: HubProfile | undefined) {
  const route = { self: 'self', other: 'known', professional: 'professional' } as const;
  return profile?.privacy?.bases?.[route[voiceOf(answers)]];
}
