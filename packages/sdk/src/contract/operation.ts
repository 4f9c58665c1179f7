import type * as z from 'zod/mini';
import type { ProblemCode } from './problem.ts';

/**
 * Who may call an operation:
 * `anyone` sends no key, a `partner` sends the publishable key that stands in its page,
 * `staff` send a secret token from a server or a command line, never from a web page.
 */
export type Caller = 'anyone' | 'partner' | 'staff';

/** One thing that the hub can be asked, as data: SDK calls, hub routes, fakes and the OpenAPI document are made of it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Starts with `/`; `{name}` stands for an id. */
  readonly path: `/${string}`;
  /** A short sentence for the reference. */
  readonly summary: string;
  readonly callers: readonly Caller[];
  /** What is asked in the address; every value arrives as text. */
  readonly query?: z.ZodMiniObject;
  /** What is sent as JSON. */
  readonly body?: z.ZodMiniType;
  readonly response: z.ZodMiniType;
  /** Statuses of a good answer, the usual one first. @default [200] */
  readonly statuses?: readonly number[];
  /** What may go wrong here, besides what may go wrong with every call. */
  readonly problems?: readonly ProblemCode[];
  /** `Cache-Control` of a good answer. @default 'no-store' */
  readonly cache?: string;
}

/** Writes an operation down, keeping its exact types. */
export function operation<const O extends Operation>(described: O): O {
  return described;
}

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type Params<O extends Operation> = [Names<O['path']>] extends [never]
  ? unknown
  : { readonly params: Readonly<Record<Names<O['path']>, string>> };

/** Every part of a query may be left out, its defaults too. */
type Asked<Query> = { readonly [Name in keyof Query]?: Query[Name] | undefined };

/** What a caller gives: the path's ids, the query, the body. A part that an operation lacks cannot be given. */
export type Input<O extends Operation> = Params<O> &
  (O['query'] extends z.ZodMiniType ? { readonly query?: Asked<z.output<O['query']>> } : unknown) &
  (O['body'] extends z.ZodMiniType ? { readonly body: z.input<O['body']> } : unknown);

/** What a handler reads, after the contract has checked it and filled in defaults. */
export type Read<O extends Operation> = Params<O> & {
  readonly query: O['query'] extends z.ZodMiniType ? z.output<O['query']> : undefined;
  readonly body: O['body'] extends z.ZodMiniType ? z.output<O['body']> : undefined;
};

/** What the hub answers when all goes well. */
export type Answer<O extends Operation> = z.output<O['response']>;

/** The item type of an operation that answers with pages. */
export type Item<O extends Operation> = Answer<O> extends { readonly items: readonly (infer T)[] } ? T : never;

/** The path with its `{names}` filled in, each encoded. */
export function fillPath(path: string, params: Readonly<Record<string, string>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
