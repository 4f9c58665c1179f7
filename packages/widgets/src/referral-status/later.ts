import { loaded } from '../internal/loaded.ts';

/** What is needed once a person has seen where it stands: the pages of the changes, and what sends them. */
export type Later = Awaited<ReturnType<typeof loadLater>>;

/** Fetches it while a person reads, so that a lost connection cannot take it away. */
export async function loadLater() {
  const [{ Line }, { Story }, { renderQuestions }, { errorsOf }, { Sending }] = await loaded(
    Promise.all([
      import('@advocacy-hub/sdk/contract/common'),
      import('@advocacy-hub/sdk/contract/said'),
      import('./render-questions.ts'),
      import('./check.ts'),
      import('./sending.ts'),
      // The client needs these two when it seals and sends.
      import('@advocacy-hub/sdk/sealing'),
      import('@advocacy-hub/sdk/contract/change'),
    ]),
  );
  return { renderQuestions, errorsOf, Sending, limits: { Line, Story } };
}
