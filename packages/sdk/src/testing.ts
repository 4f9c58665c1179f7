import { exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import * as z from 'zod/mini';
import { AdvocacyHub, type AdvocacyHubOptions } from './client.ts';
import { ReferralChange } from './contract/change.ts';
import type { ReceiptClaims } from './contract/envelope.ts';
import { EqualityAnswers } from './contract/equality.ts';
import type { KeySet, PublicKey } from './contract/key-set.ts';
import type { Answer, Operation, Read } from './contract/operation.ts';
import { apiVersion, operations, type OperationName } from './contract/operations.ts';
import { problems, problemType, type Problem, type ProblemCode } from './contract/problem.ts';
import { Referral } from './contract/referral.ts';
import { countyDurhamHub, equalityReport } from './examples.ts';
import { open, openAs, signReceipt } from './opening.ts';
import { canonical, hash, recordHeaders, type SealedRecord } from './sealing.ts';

/** How a fake hub answers, by operation: a function of what was asked. It may throw `problem(code)` or `offline()`, or never end. */
export type FakeAnswers = {
  readonly [Name in OperationName]?: (
    asked: Read<(typeof operations)[Name]>,
  ) => Answer<(typeof operations)[Name]> | Promise<Answer<(typeof operations)[Name]>>;
};

/** A client whose hub is a table of answers. What it sends and what it gets are both checked against the contract. */
export class FakeHub extends AdvocacyHub {
  /** The referrals that arrived and could be opened, in order; one that came twice is here twice. */
  readonly opened: Referral[] = [];
  /** The changes that people asked for with a reference and a code, in the same way. */
  readonly changes: ReferralChange[] = [];
  /** The answers to the equality questions, in the same way. */
  readonly equalityAnswers: EqualityAnswers[] = [];
  /** Every call that arrived: the operation's name and the body as it was sent. */
  readonly calls: { readonly name: OperationName; readonly body: string }[] = [];

  constructor(answers: FakeAnswers, options: Partial<AdvocacyHubOptions>) {
    const keys = newKeys();
    super({
      url: 'https://hub.example',
      key: 'pub_fake',
      retries: 0,
      ...options,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const body = await request.text();
        const { name, asked } = this.#read(request, body);
        this.calls.push({ name, body });
        const given: { readonly [name in OperationName]?: (asked: never) => unknown } = answers;
        const usual: { readonly [name in OperationName]?: (asked: never) => unknown } = usualAnswers(await keys, this);
        const answer = given[name] ?? usual[name];
        if (!answer) throw new Error(`The fake hub was asked ${name} and has no answer for it.`);
        return stopWith(
          request.signal,
          respond(operations[name], () => answer(asked as never)),
        );
      },
    });
  }

  #read({ method, url }: Request, body: string): { name: OperationName; asked: object } {
    const { pathname, searchParams } = new URL(url);
    for (const [name, operation] of Object.entries(operations) as [OperationName, Operation][]) {
      const params = operation.method === method.toLowerCase() && matchPath(operation.path, pathname);
      if (!params) continue;
      return {
        name,
        asked: {
          params,
          query: operation.query && z.parse(operation.query, Object.fromEntries(searchParams)),
          body: operation.body && z.parse(operation.body, JSON.parse(body)),
        },
      };
    }
    throw new Error(`The contract has no ${method} ${pathname}.`);
  }
}

/**
 * A client for tests and stories, answered by these functions.
 * Without any it is a hub that works: it has a profile and keys, opens what it is sent and signs receipts.
 *
 * @example
 * const hub = fakeHub({ readProfile: () => { throw problem('unavailable'); } });
 */
export function fakeHub(answers: FakeAnswers = {}, options: Partial<AdvocacyHubOptions> = {}): FakeHub {
  return new FakeHub(answers, options);
}

class Refusal extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode) {
    super(code);
    this.code = code;
  }
}

/** Thrown in a fake's answer: the hub says no, with this code. */
export function problem(code: ProblemCode): Error {
  return new Refusal(code);
}

/** Thrown in a fake's answer: there is no connection. */
export function offline(): TypeError {
  return new TypeError('Failed to fetch');
}

type Keys = { readonly keySet: KeySet; readonly opening: CryptoKey; readonly signing: CryptoKey };

async function newKeys(): Promise<Keys> {
  const [enc, sig] = await Promise.all([generateKeyPair('ECDH-ES', { crv: 'P-256' }), generateKeyPair('ES256')]);
  const published = async (key: CryptoKey, kid: string, use: 'enc' | 'sig') =>
    ({ ...(await exportJWK(key)), kid, use }) as PublicKey;
  return {
    keySet: {
      version: 1,
      keys: [await published(enc.publicKey, 'fake-enc', 'enc'), await published(sig.publicKey, 'fake-sig', 'sig')],
    },
    opening: enc.privateKey,
    signing: sig.privateKey,
  };
}

function usualAnswers({ keySet, opening, signing }: Keys, arrived: FakeHub): FakeAnswers {
  const key = () => Promise.resolve(opening);
  const receive = async ({ id, sealed }: SealedRecord, at = new Date().toISOString()) => {
    const receipt = { id, state: 'received', received_at: at } satisfies Partial<ReceiptClaims>;
    return {
      ...receipt,
      receipt: await signReceipt({ ...receipt, sealed_hash: await hash(sealed) }, 'fake-sig', signing),
    };
  };
  return {
    readProfile: () => ({
      ...countyDurhamHub,
      api_version: apiVersion,
      status_link: 'https://hub.example/status',
      now: new Date().toISOString(),
    }),
    readKeySet: () => keySet,
    createReferral: async ({ body }) => {
      const { text } = await open(body.sealed, key);
      arrived.opened.push(z.parse(Referral, JSON.parse(text)));
      return receive(body);
    },
    readReferralStatus: ({ body }) => ({
      reference: canonical(body.reference),
      state: 'received',
      received_at: new Date().toISOString(),
      first_contact_working_days: countyDurhamHub.first_contact_working_days,
    }),
    createReferralChange: async ({ body }) => {
      const { text } = await openAs(recordHeaders.change, body.sealed, key);
      arrived.changes.push(z.parse(ReferralChange, JSON.parse(text)));
      return receive(body);
    },
    createEqualityAnswers: async ({ body }) => {
      const { text } = await openAs(recordHeaders.equality, body.sealed, key);
      arrived.equalityAnswers.push(z.parse(EqualityAnswers, JSON.parse(text)));
      return receive(body, `${new Date().toISOString().slice(0, 7)}-01T00:00:00.000Z`);
    },
    readEqualityReport: () => equalityReport,
  };
}

async function respond(operation: Operation, answer: () => unknown): Promise<Response> {
  try {
    const body = z.parse(operation.response, await answer());
    return Response.json(body, { status: operation.statuses?.[0] ?? 200 });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, title, retryable } = problems[error.code];
    const body: Problem = {
      type: problemType(error.code),
      title,
      status,
      code: error.code,
      request_id: 'fake',
      retryable,
    };
    return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
  }
}

function stopWith<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

function matchPath(path: string, pathname: string): Record<string, string> | undefined {
  const match = new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(pathname);
  return match ? { ...match.groups } : undefined;
}
