import { exportJWK, generateKeyPair } from 'jose';
import { AdvocacyHub, type AdvocacyHubOptions, type HubProfile, type KeySet, type PublicKey } from '@advocacy-hub/sdk';
import type { Envelope, Receipt } from '@advocacy-hub/sdk/contract/envelope';
import { apiVersion } from '@advocacy-hub/sdk/contract/operations';
import { problems, problemType, type Problem, type ProblemCode } from '@advocacy-hub/sdk/contract/problem';
import { countyDurhamHub } from '@advocacy-hub/sdk/examples';
import { open, openAs, signReceipt } from '@advocacy-hub/sdk/opening';
import { hash, recordHeaders, type SealedRecord } from '@advocacy-hub/sdk/sealing';

/** Where the hub of these tests says that it is. Nothing listens there. */
export const url = 'https://hub.example';

/** What a working hub says about itself. */
export const profile: HubProfile = { ...countyDurhamHub, api_version: apiVersion, now: '2026-11-23T09:40:00.000Z' };

/** How a hub answers one request. */
export type Answering = (request: Request) => Response | Promise<Response>;

/** A request as it arrived. */
export interface Arrived {
  readonly request: Request;
  readonly body: string;
}

/** A client, and every request that it has sent. */
export interface Watched {
  readonly hub: AdvocacyHub;
  readonly arrived: Arrived[];
}

/** A client that tries once. The hub answers its first request with the first of these, and goes on with the last one. */
export function hubThat(answers: readonly Answering[], options: Partial<AdvocacyHubOptions> = {}): Watched {
  const arrived: Arrived[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(input, init);
    const answer = answers[Math.min(arrived.length, answers.length - 1)]!;
    arrived.push({ request, body: await request.clone().text() });
    return answer(request);
  };
  return { hub: new AdvocacyHub({ url, key: 'pub_test', retries: 0, ...options, fetch }), arrived };
}

/** All is well. */
export const answers =
  (body: unknown, headers: Readonly<Record<string, string>> = {}): Answering =>
  () =>
    Response.json(body, { headers });

/** The hub says no. */
export const refuses =
  (code: ProblemCode, headers: Readonly<Record<string, string>> = {}): Answering =>
  () => {
    const { status, title, retryable } = problems[code];
    const problem: Problem = { type: problemType(code), title, status, code, request_id: 'request-7', retryable };
    return Response.json(problem, { status, headers: { 'content-type': 'application/problem+json', ...headers } });
  };

/** There is no connection. */
export const isOffline: Answering = () => Promise.reject(new TypeError('fetch failed'));

/** No answer ever comes; as the platform does, it ends when the request is aborted. */
export const staysSilent: Answering = ({ signal }) =>
  new Promise((_, reject) => {
    const end = () => reject(signal.reason as Error);
    if (signal.aborted) end();
    signal.addEventListener('abort', end);
  });

/** What a promise is rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw new Error('It was rejected with something that is no error.', { cause: error });
  }
  throw new Error('It was fulfilled, where a failure was wanted.');
}

/** A hub's keys: the published set, and the halves that it keeps. */
export interface HubKeys {
  readonly keySet: KeySet;
  /** What an envelope held. */
  open(envelope: Envelope): ReturnType<typeof open>;
  /** What a record held that is not a referral. */
  openRecord(kind: keyof typeof recordHeaders, record: SealedRecord): Promise<{ header: object; text: string }>;
  /** A good answer to a sealed record. `state` is `received` unless another is given. */
  receive(record: SealedRecord, state?: string): Promise<Receipt>;
}

/** Makes the keys of a hub; `name` tells them from another's. */
export async function hubKeys(name = 'one'): Promise<HubKeys> {
  const enc = await generateKeyPair('ECDH-ES', { crv: 'P-256' });
  const sig = await generateKeyPair('ES256');
  const keys = [
    { ...(await exportJWK(enc.publicKey)), kid: `enc-${name}`, use: 'enc' },
    { ...(await exportJWK(sig.publicKey)), kid: `sig-${name}`, use: 'sig' },
  ] as PublicKey[];
  return {
    keySet: { version: 1, keys },
    open: ({ sealed }) => open(sealed, () => Promise.resolve(enc.privateKey)),
    openRecord: (kind, { sealed }) =>
      openAs<object>(recordHeaders[kind], sealed, () => Promise.resolve(enc.privateKey)),
    async receive({ id, sealed }, state = 'received') {
      const answer = { id, state, received_at: '2026-11-23T09:40:02.118Z' };
      const claims = { ...answer, sealed_hash: await hash(sealed) };
      return { ...answer, receipt: await signReceipt(claims, `sig-${name}`, sig.privateKey) };
    },
  };
}

/** A hub that publishes these keys and signs for whatever it is sent. */
export const receivesWith =
  (keys: HubKeys): Answering =>
  async request => {
    if (new URL(request.url).pathname === '/v1/keys') return Response.json(keys.keySet);
    return Response.json(await keys.receive((await request.json()) as Envelope), { status: 201 });
  };
