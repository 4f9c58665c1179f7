import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import * as z from 'zod/mini';
import { Id } from '@advocacy-hub/sdk/contract/common';
import type { Answer, Operation, Read } from '@advocacy-hub/sdk/contract/operation';
import {
  fieldProblems,
  problems,
  problemType,
  type FieldProblem,
  type Problem,
} from '@advocacy-hub/sdk/contract/problem';
import { databaseCaller, type Access, type KnownCaller } from './access.ts';
import { isDatabaseAway, type Database, type Db } from './database.ts';
import type { Limits } from './limits.ts';
import { problem, Refusal } from './problem.ts';

/** One line of the log for one request. It has no address, no query, no body and no name. */
export interface LogLine {
  readonly at: string;
  readonly request_id: string;
  /** Method and path as the contract writes it; `unknown` where nothing matches. */
  readonly operation: string;
  readonly status: number;
  readonly ms: number;
  /** The partner or staff member, by id. */
  readonly caller?: string;
  readonly problem?: string;
  /** What nobody foresaw. */
  readonly error?: string;
}

export interface RouterOptions {
  readonly database: Database;
  readonly access: Access;
  readonly limits: Limits;
  /** The hub's own origin: its pages may ask what partners' pages may. */
  readonly ownOrigin: string;
  readonly trustProxy: boolean;
  readonly log: (line: LogLine) => void;
}

/** What a handler is given: the input as the contract reads it, who asks, and this request's transaction. */
export type Asked<O extends Operation> = Read<O> & {
  readonly caller: Extract<KnownCaller, { kind: O['callers'][number] }>;
  /** The network that the request comes from, coarse enough to be no one's address. */
  readonly network: string;
  readonly db: Db;
};

/** A good answer with another status than the operation's usual one. */
export class Reply<Body> {
  readonly status: number;
  readonly body: Body;

  constructor(status: number, body: Body) {
    this.status = status;
    this.body = body;
  }
}

type Handler<O extends Operation> = (asked: Asked<O>) => Promise<Answer<O> | Reply<Answer<O>>>;
type Env = { Variables: { requestId: string; operation: string; caller: KnownCaller; problem: string; error: string } };

const longest = 256 * 1_024;
const deepest = 20;
const patience = 10_000;

/** Binds the contract's operations to handlers. Everything that every request needs happens here, once. */
export class Router {
  /** Answers requests. */
  readonly app: Hono;
  readonly #app = new Hono<Env>();
  readonly #options: RouterOptions;
  readonly #bound: { readonly method: string; readonly path: RegExp }[] = [];

  constructor(options: RouterOptions) {
    this.#options = options;
    // Its variables are the router's own business.
    this.app = this.#app as unknown as Hono;
    this.#app.use(async (context, next) => {
      const began = performance.now();
      context.set('requestId', crypto.randomUUID());
      context.set('operation', 'unknown');
      await next();
      context.res.headers.set('Request-Id', context.get('requestId'));
      context.res.headers.set('X-Content-Type-Options', 'nosniff');
      const caller = context.get('caller');
      const { problem: code, error } = context.var;
      options.log({
        at: new Date().toISOString(),
        request_id: context.get('requestId'),
        operation: context.get('operation'),
        status: context.res.status,
        ms: Math.round(performance.now() - began),
        ...(caller && caller.kind !== 'anyone' && { caller: `${caller.kind}:${caller.id}` }),
        ...(code && { problem: code }),
        ...(error && { error }),
      });
    });
    this.#app.use('/v1/*', async (context, next) => {
      await this.#shareWithPages(context as Context<Env>);
      if (context.req.method === 'OPTIONS') return this.#preflight(context as Context<Env>);
      return next();
    });
    this.#app.notFound(context => {
      const here = this.#bound.filter(({ path }) => path.test(context.req.path));
      if (here.length) context.header('Allow', here.map(({ method }) => method).join(', '));
      return this.#refuse(context, problem(here.length ? 'method_not_allowed' : 'not_found'));
    });
    this.#app.onError((error, context) => this.#refuse(context, error));
  }

  /** Answers an operation with a handler. */
  on<O extends Operation>(operation: O, handler: Handler<O>): void {
    const method = operation.method.toUpperCase();
    this.#bound.push({ method, path: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`) });
    this.#app.on(method, operation.path.replace(/\{(\w+)\}/g, ':$1'), async context => {
      context.set('operation', `${method} ${operation.path}`);
      const network = networkOf(context, this.#options.trustProxy);
      const caller = await this.#admit(context, operation, network);
      const input = await read(operation, context);
      const reply = await this.#options.database.transaction(databaseCaller(caller), async db => {
        // `read` and `#admit` have checked all of it by this operation, which the types cannot follow.
        const answered = await handler({ ...input, caller, network, db } as unknown as Asked<O>);
        const { status, body } =
          answered instanceof Reply ? answered : { status: operation.statuses?.[0] ?? 200, body: answered };
        // Checked before the transaction ends, so that what cannot be told does not happen either.
        return { status, body: z.parse(operation.response, body) };
      });
      return Response.json(reply.body, {
        status: reply.status,
        headers: { ...Object.fromEntries(context.res.headers), 'Cache-Control': operation.cache ?? 'no-store' },
      });
    });
  }

  /** Answers everything below a path with another app, without keys. */
  mount(path: string, app: Hono): void {
    this.#app.route(path, app);
  }

  /** Names a page of the hub's in the log and counts who asks for it, as the operations do that need no key. */
  async admitToPage(context: Context, operation: string): Promise<void> {
    const { limits, trustProxy } = this.#options;
    const own = context as Context<Env>;
    own.set('operation', operation);
    try {
      await limits.keyless(networkOf(own, trustProxy));
    } catch (error) {
      if (error instanceof Refusal) own.set('problem', error.code);
      throw error;
    }
  }

  /** Finds out who asks and whether they may; all of it costs little, so that it comes before the body is read. */
  async #admit(context: Context<Env>, operation: Operation, network: string): Promise<KnownCaller> {
    const { access, limits, ownOrigin } = this.#options;
    let caller: KnownCaller;
    try {
      caller = await access.identify(context.req.raw.headers, ownOrigin, () => limits.beforeUnknownKey(network));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not_authenticated') await limits.unknownKey(network);
      throw error;
    }
    context.set('caller', caller);
    if (caller.kind === 'anyone') await limits.keyless(network);
    else await limits.request(caller.id, (name, value) => context.header(name, value));
    if (operation.callers.includes(caller.kind) || operation.callers.includes('anyone')) return caller;
    throw problem(caller.kind === 'anyone' ? 'not_authenticated' : 'forbidden');
  }

  /** Lets the page that asked read the answer, if a partner lists its origin. Never with cookies: the hub has none. */
  async #shareWithPages(context: Context<Env>): Promise<void> {
    context.header('Vary', 'Origin, Authorization');
    context.header('Cross-Origin-Resource-Policy', 'cross-origin');
    const origin = context.req.header('origin');
    if (!origin || !(origin === this.#options.ownOrigin || (await this.#options.access.isListed(origin)))) return;
    context.header('Access-Control-Allow-Origin', origin);
    context.header('Access-Control-Expose-Headers', 'Request-Id, Retry-After, RateLimit, RateLimit-Policy');
  }

  #preflight(context: Context<Env>): Response {
    context.set('operation', 'OPTIONS');
    if (!context.res.headers.has('Access-Control-Allow-Origin'))
      return this.#refuse(context, problem('origin_not_listed'));
    context.header('Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH, DELETE');
    context.header('Access-Control-Allow-Headers', 'Authorization, Content-Type');
    context.header('Access-Control-Max-Age', '7200');
    return context.body(null, 204);
  }

  #refuse(context: Context<Env>, error: unknown): Response {
    const refusal = error instanceof Refusal ? error : problem(isDatabaseAway(error) ? 'unavailable' : 'internal');
    const { status, title, retryable } = problems[refusal.code];
    context.set('problem', refusal.code);
    // The message of what nobody foresaw may hold anything, a typed value too: only its kind and place are logged.
    if (error !== refusal) context.set('error', placeOf(error));
    const body: Problem = {
      type: problemType(refusal.code),
      title,
      status,
      code: refusal.code,
      request_id: context.get('requestId'),
      retryable,
      ...(refusal.fields && { fields: [...refusal.fields] }),
    };
    if (status === 401) context.header('WWW-Authenticate', 'Bearer');
    if (refusal.retryAfter !== undefined) context.header('Retry-After', String(refusal.retryAfter));
    context.header('Cache-Control', 'no-store');
    return context.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
  }
}

/** Reads ids, query and body by the contract; all that is wrong is told at once. */
async function read(operation: Operation, context: Context<Env>): Promise<object> {
  const fields: FieldProblem[] = [];
  const check = <S extends z.ZodMiniType>(schema: S, value: unknown, root: string) => {
    const checked = z.safeParse(schema, value);
    if (!checked.success) fields.push(...fieldProblems(checked.error.issues, root, value));
    return checked.data;
  };
  const params: Record<string, string> = context.req.param();
  for (const [name, value] of Object.entries(params)) check(Id, value, `params.${name}`);
  const query = operation.query && check(operation.query, context.req.query(), 'query');
  const body = operation.body && check(operation.body, await readJson(context.req.raw), 'body');
  if (fields.length) throw problem('bad_request', { fields: fields.slice(0, 50) });
  return { params, query, body };
}

async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) throw problem('not_json');
  const text = await readText(request);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problem('bad_request', { fields: [{ path: 'body', code: 'wrong_format' }] });
  }
  if (isDeeperThan(deepest, value)) throw problem('bad_request', { fields: [{ path: 'body', code: 'too_deep' }] });
  return value;
}

/** Reads a body of the greatest length at most, for as long as patience lasts. */
async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > longest) throw problem('too_large');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(problem('timeout')), patience);
  });
  try {
    return await Promise.race([request.headers.has('content-length') ? request.text() : readChunks(request), late]);
  } catch (error) {
    // Whoever went away in the middle hears no answer: it is one more that did not arrive.
    throw error instanceof Refusal ? error : problem('timeout');
  } finally {
    clearTimeout(timer);
  }
}

/** A body that does not tell its length is counted as it comes. */
async function readChunks({ body }: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > longest) throw problem('too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some(each => isDeeperThan(levels - 1, each));
}

/** The caller's network: the first 24 bits of an IPv4 address, 64 of an IPv6 one. It is counted with and never kept. */
function networkOf(context: Context<Env>, trustProxy: boolean): string {
  // The last entry is the one that the hub's own proxy wrote; those before it are anybody's claim.
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const hasSocket = context.env !== undefined && 'incoming' in (context.env as object);
  const address = (forwarded ?? (hasSocket ? getConnInfo(context).remote.address : undefined) ?? '').replace(
    /^::ffff:/,
    '',
  );
  if (!isIPv6(address)) return address.split('.').slice(0, 3).join('.');
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  return [...groups, ...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0'), ...after]
    .slice(0, 4)
    .join(':');
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  // What follows the message; the message itself may have lines of any kind.
  const trace = error.stack?.split(error.message).at(-1) ?? '';
  const places = trace
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.startsWith('at '))
    .slice(0, 5);
  return [error.name, ...(typeof code === 'string' ? [code] : []), ...places].join(' ');
}
