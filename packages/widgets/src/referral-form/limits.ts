import { loaded } from '../internal/loaded.ts';

/** The contract's schemas of typed text. They arrive with the client; until then nothing is called too long. */
export type Limits = Awaited<ReturnType<typeof loadLimits>>;

/** Fetches what is needed later while a person reads, so that a lost connection cannot take it away. */
export async function loadLimits() {
  const [{ Line }, { Story }] = await loaded(
    Promise.all([
      import('@advocacy-hub/sdk/contract/common'),
      import('@advocacy-hub/sdk/contract/said'),
      import('@advocacy-hub/sdk/sealing'),
    ]),
  );
  return { Line, Story };
}
