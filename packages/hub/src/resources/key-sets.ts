import { readKeySet } from '@advocacy-hub/sdk/contract/key-set';
import type { Keys } from '../keys.ts';
import type { Router } from '../router.ts';

/** The hub's public keys. */
export function keySets(router: Router, keys: Keys): void {
  router.on(readKeySet, () => keys.keySet());
}
