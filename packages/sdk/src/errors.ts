import type { FieldProblem, Problem, ProblemCode } from './contract/problem.ts';

/** What every failure of a call to the hub has in common. Messages never repeat what a person typed. */
export abstract class HubError extends Error {
  /** What went wrong, to branch on. */
  abstract readonly code: string;
  /** Whether the same call may succeed later. */
  abstract readonly retryable: boolean;
  /** The hub's name for this request in its log, where it answered. */
  readonly requestId: string | undefined;

  constructor(message: string, options: ErrorOptions & { requestId?: string | undefined } = {}) {
    super(message, options);
    this.requestId = options.requestId;
  }
}

/** The hub answered no. */
export class HubProblemError extends HubError {
  override readonly name = 'HubProblemError';
  readonly code: ProblemCode | (string & {});
  readonly retryable: boolean;
  readonly status: number;
  /** Which parts of the request are not of the contract, where that is the matter. */
  readonly fields: readonly FieldProblem[];
  /** Seconds to wait, where the hub said so. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(
      `The hub answered ${problem.status} ${problem.code}: ${problem.title}${places(problem.fields)} Request ${problem.request_id}.`,
      { requestId: problem.request_id },
    );
    this.code = problem.code;
    this.status = problem.status;
    this.fields = problem.fields ?? [];
    this.retryAfter = retryAfter;
    this.retryable = problem.retryable;
  }
}

/** No answer came: no connection (`offline`), or none in time (`timeout`). What was sent may have arrived. */
export class HubUnreachableError extends HubError {
  override readonly name = 'HubUnreachableError';
  readonly code: 'offline' | 'timeout';
  readonly retryable = true;

  constructor(code: 'offline' | 'timeout', options?: ErrorOptions) {
    super(code === 'timeout' ? 'The hub did not answer in time.' : 'The hub could not be reached.', options);
    this.code = code;
  }
}

const mismatches = {
  not_a_hub: 'What answered is not a hub: a login page of a network, or another site at this address.',
  off_contract: "The hub's answer is not of this contract; the two may be of different versions.",
  receipt_not_verified: "The hub's receipt does not verify, so nobody may take the referral as received.",
} as const;

/** An answer came, but not one of the contract. */
export class HubMismatchError extends HubError {
  override readonly name = 'HubMismatchError';
  readonly code: keyof typeof mismatches;
  readonly retryable: boolean;
  /** Where the answer differs; never what it held. */
  readonly fields: readonly FieldProblem[];

  constructor(
    code: keyof typeof mismatches,
    options: ErrorOptions & { requestId?: string | undefined; fields?: readonly FieldProblem[] } = {},
  ) {
    super(
      mismatches[code] + places(options.fields) + (options.requestId ? ` Request ${options.requestId}.` : ''),
      options,
    );
    this.code = code;
    this.fields = options.fields ?? [];
    this.retryable = code !== 'off_contract';
  }
}

const misuses = {
  no_url: 'AdvocacyHub needs `url`: the https address of the hub (http is for localhost).',
  no_key: 'AdvocacyHub needs `key`: the publishable key that the hub gave (it begins with pub_).',
  secret_in_browser: 'A staff token must never be in a web page. Take it out, revoke it, and use the publishable key.',
  no_such_limit: '`timeout` is in milliseconds, up to 2147483647, and `retries` a whole number.',
  referral_off_contract: 'The referral is not of the contract and was not sent.',
  record_off_contract: 'The record is not of the contract and was not sent.',
} as const;

/** The caller's own mistake, told before anything is sent. */
export class HubMisuseError extends HubError {
  override readonly name = 'HubMisuseError';
  readonly code: keyof typeof misuses;
  readonly retryable = false;
  /** Which parts are wrong, where that is the matter; never their values. */
  readonly fields: readonly FieldProblem[];

  constructor(code: keyof typeof misuses, fields: readonly FieldProblem[] = []) {
    super(misuses[code] + places(fields));
    this.code = code;
    this.fields = fields;
  }
}

function places(fields: readonly FieldProblem[] = []): string {
  return fields.length ? ` At: ${fields.map(({ path, code }) => `${path} (${code})`).join(', ')}.` : '';
}
