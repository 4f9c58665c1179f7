import { problems, type FieldProblem, type ProblemCode } from '@advocacy-hub/sdk/contract/problem';

/** The hub's no, on its way to the router. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly fields: readonly FieldProblem[] | undefined;
  /** Seconds until it may go better. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ProblemCode,
    { fields, retryAfter }: { fields?: readonly FieldProblem[]; retryAfter?: number } = {},
  ) {
    super(problems[code].title);
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }
}

/** What a handler throws to say no. */
export function problem(code: ProblemCode, more?: { fields?: readonly FieldProblem[]; retryAfter?: number }): Refusal {
  return new Refusal(code, more);
}
