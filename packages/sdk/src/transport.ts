import ky, { isHTTPError, isNetworkError, isTimeoutError } from 'ky';
import * as z from 'zod/mini';
import { fillPath, type Answer, type Input, type Item, type Operation } from './contract/operation.ts';
import { fieldProblems, Problem } from './contract/problem.ts';
import { HubMismatchError, HubProblemError, HubUnreachableError } from './errors.ts';
import { pages, type Pages } from './page.ts';

export interface TransportOptions {
  readonly url: string;
  readonly key: string;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly timeout: number;
  readonly retries: number;
}

/** What every method of the client takes last. */
export interface CallOptions {
  /** Aborts the call, also while it waits to try again. Rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Options on their way, with a deadline that several calls share. */
export interface Until extends CallOptions {
  readonly until?: number;
}

/** One attempt may take this long, so that a dead connection leaves time to try again. */
const attemptTimeout = 10_000;

type Parts = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Record<string, string | number | boolean | undefined>;
  readonly body?: unknown;
};

/**
 * The only way to the hub: fills paths, sends keys, tries again, reads answers by the contract and maps every failure.
 * Every operation may be tried again, a POST too: the sender makes a record's id, so the same again is the same record.
 */
export class Transport {
  readonly #options: TransportOptions;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  /** The deadline of several calls that are one to the caller, from now. */
  within<Options extends Until>(options: Options): Options & { readonly until: number } {
    return { until: Date.now() + this.#options.timeout, ...options };
  }

  /** Calls an operation and reads its answer by the contract. */
  async call<O extends Operation>(operation: O, input: Input<O>, options: Until = {}): Promise<Answer<O>> {
    const { url, key, fetch, timeout, retries } = this.#options;
    const { params, query, body } = input as Parts;
    const { signal, until } = this.within(options);
    let response: Response | undefined;
    let text: string;
    try {
      const pending = ky(url.replace(/\/+$/, '') + fillPath(operation.path, params), {
        ...(fetch && { fetch }),
        ...(query && { searchParams: query }),
        ...(body !== undefined && { json: body }),
        ...(signal && { signal }),
        method: operation.method,
        headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        timeout: Math.min(attemptTimeout, timeout),
        totalTimeout: Math.max(1, until - Date.now()),
        retry: {
          limit: retries,
          methods: ['get', 'post', 'put', 'patch', 'delete'],
          statusCodes: [408, 429, 500, 502, 503, 504],
          afterStatusCodes: [429, 503],
          backoffLimit: 8_000,
          jitter: true,
          retryOnTimeout: true,
          // A wait that outlasts the deadline is told at once instead of sat out.
          shouldRetry: ({ error }) =>
            isHTTPError(error) && (retryAfter(error.response) ?? 0) * 1_000 >= until - Date.now() ? false : undefined,
        },
      });
      response = await pending;
      // Read through ky, so that the deadline holds for the body too.
      text = await pending.text();
    } catch (error) {
      signal?.throwIfAborted();
      // Once an answer has begun, whatever breaks it off is the connection.
      throw response && !isTimeoutError(error) ? new HubUnreachableError('offline', { cause: error }) : failure(error);
    }
    const requestId = response.headers.get('request-id') ?? undefined;
    const answer = parse(text);
    if (answer === undefined) throw new HubMismatchError('not_a_hub', { requestId });
    const read = z.safeParse(operation.response, answer);
    if (read.success) return read.data as Answer<O>;
    throw new HubMismatchError('off_contract', {
      requestId,
      fields: fieldProblems(read.error.issues, 'answer', answer),
    });
  }

  /** Calls an operation that answers with pages; the operation may be loaded for it. */
  page<O extends Operation>(operation: O | (() => Promise<O>), input: Input<O>, options?: CallOptions): Pages<Item<O>> {
    const parts = input as Parts;
    return pages<Item<O>>(async cursor => {
      const asked = cursor === undefined ? parts : { ...parts, query: { ...parts.query, cursor } };
      return (await this.call(
        typeof operation === 'function' ? await operation() : operation,
        asked as Input<O>,
        options,
      )) as { items: Item<O>[]; next_cursor?: string };
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What the caller is told. ky's own errors hold the request, and with it the key and what was sent: they go no further. */
function failure(error: unknown): unknown {
  if (isHTTPError(error)) {
    const { response, data } = error;
    const problem = z.safeParse(Problem, data);
    if (problem.success) return new HubProblemError(problem.data, retryAfter(response));
    // A gateway speaks for a hub that it cannot reach; anything else that is no problem document is not a hub.
    return response.status >= 500 ? new HubUnreachableError('offline') : new HubMismatchError('not_a_hub');
  }
  if (isTimeoutError(error)) return new HubUnreachableError('timeout');
  return isNetworkError(error) ? new HubUnreachableError('offline', { cause: error.cause }) : error;
}

/** Seconds, whether the header counts them or names a date. */
function retryAfter(response: Response): number | undefined {
  const header = response.headers.get('retry-after');
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
