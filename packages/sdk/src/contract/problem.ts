import * as z from 'zod/mini';

/**
 * Everything that the hub may say no with: the HTTP status, whether trying the same again may help,
 * and a title for developers. People branch on the code, never on a message.
 */
export const problems = {
  bad_request: { status: 400, retryable: false, title: 'The request is not of the contract.' },
  not_authenticated: { status: 401, retryable: false, title: 'The request has no key that this hub knows.' },
  key_revoked: { status: 401, retryable: false, title: 'This key was replaced or withdrawn.' },
  forbidden: { status: 403, retryable: false, title: 'This key may not do that.' },
  origin_not_listed: {
    status: 403,
    retryable: false,
    title: "The page is not on one of this partner's listed origins.",
  },
  secret_in_browser: { status: 403, retryable: false, title: 'A staff token was sent from a web page. Revoke it.' },
  not_found: { status: 404, retryable: false, title: 'There is no such thing here.' },
  method_not_allowed: { status: 405, retryable: false, title: 'This address does not take that method.' },
  timeout: { status: 408, retryable: true, title: 'The request took too long to arrive.' },
  too_large: { status: 413, retryable: false, title: 'The request is larger than 256 kB.' },
  not_json: { status: 415, retryable: false, title: 'Bodies are sent as application/json.' },
  id_taken: { status: 422, retryable: false, title: 'This id was used before, with other content.' },
  too_many_requests: { status: 429, retryable: true, title: 'Too many requests; wait as Retry-After says.' },
  internal: { status: 500, retryable: true, title: 'The hub has a fault. It is logged under the request id.' },
  unavailable: { status: 503, retryable: true, title: 'The hub cannot answer now.' },
} as const satisfies Record<string, { status: number; retryable: boolean; title: string }>;

export type ProblemCode = keyof typeof problems;

/** A part of the request that is not of the contract. What was sent is never repeated. */
export const FieldProblem = z.object({
  /** Where it is, as a path: `body.facts.matters.0.kind`. */
  path: z.string(),
  /** What is wrong: `missing`, `wrong_type`, `wrong_format`, `too_long`, `too_short`, `too_large`, `too_small`, `not_a_choice`. */
  code: z.string(),
});
export type FieldProblem = z.infer<typeof FieldProblem>;

/** Problem details as RFC 9457 has them, with our `code`, `request_id` and `fields`. */
export const Problem = z.object({
  /** An address that names the kind of problem; it ends in the code. */
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  /** Tell this to the hub's people: it is in their log, beside what happened. */
  request_id: z.string(),
  /** Whether the same request may succeed later. */
  retryable: z.boolean(),
  fields: z.optional(z.array(FieldProblem)),
});
export type Problem = z.infer<typeof Problem>;

/** `type` of every problem begins with this. */
export const problemType = (code: string) => `urn:advocacy-hub:problem:${code}`;

/** Any call may end in one of these. */
export const commonProblems = [
  'bad_request', 'not_authenticated', 'key_revoked', 'forbidden', 'origin_not_listed', 'secret_in_browser',
  'too_many_requests', 'internal', 'unavailable',
] as const satisfies readonly ProblemCode[]; // prettier-ignore

type Issue = { readonly code?: string | undefined; readonly path: readonly PropertyKey[]; readonly origin?: string };

/** Schema issues as field problems: where and what, never the value. */
export function fieldProblems(issues: readonly Issue[], root: string, input: unknown): FieldProblem[] {
  return issues.map(issue => ({
    path: [root, ...issue.path].map(String).join('.'),
    code: valueAt(input, issue.path) === undefined ? 'missing' : codeOf(issue),
  }));
}

function codeOf({ code, origin }: Issue): string {
  const counts = origin === 'string' || origin === 'array';
  switch (code) {
    case 'invalid_format':
      return 'wrong_format';
    case 'invalid_value':
    case 'invalid_union':
      return 'not_a_choice';
    case 'too_big':
      return counts ? 'too_long' : 'too_large';
    case 'too_small':
      return counts ? 'too_short' : 'too_small';
    default:
      return 'wrong_type';
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], input);
}
