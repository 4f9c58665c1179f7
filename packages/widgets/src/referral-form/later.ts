import { loaded } from '../internal/loaded.ts';

/** What is needed after the first questions: how long texts may be, rare controls, the last pages and what sends. */
export type Later = Awaited<ReturnType<typeof loadLater>>;

/** Fetches what is needed later while a person reads, so that a lost connection cannot take it away. */
export async function loadLater() {
  const [{ Line }, { Area, Story }, { Section }, { Sending }, page, { answerList }, rare, { ending }] = await loaded(
    Promise.all([
      import('@advocacy-hub/sdk/contract/common'),
      import('@advocacy-hub/sdk/contract/said'),
      import('@advocacy-hub/sdk/contract/facts'),
      import('./sending.ts'),
      import('./ending.ts'),
      import('./answer-list.ts'),
      import('./render-rare.ts'),
      import('./strings/ending.en.ts'),
      import('@advocacy-hub/sdk/sealing'),
    ]),
  );
  return { ...page, ...rare, answerList, ending, Sending, limits: { Line, Area, Section, Story } };
}
