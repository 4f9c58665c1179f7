import * as z from 'zod/mini';
import {
  contactChange,
  countyDurhamHub,
  equalityAnswers,
  equalityReport,
  professionalReferral,
  referralSummary,
} from '../examples.ts';
import { ReferralChange } from './change.ts';
import { Day, Id, Instant, openValues } from './common.ts';
import { EqualityAnswers, EqualityReport } from './equality.ts';
import { Facts } from './facts.ts';
import { Health } from './health.ts';
import { KeySet, PublicKey } from './key-set.ts';
import type { Operation } from './operation.ts';
import { apiVersion, operations } from './operations.ts';
import { commonProblems, Problem, problems, type ProblemCode } from './problem.ts';
import { ContactRoute, HubProfile, LawfulBasis, Safeguarding } from './profile.ts';
import { Envelope, Receipt } from './envelope.ts';
import { Referral, ReferralRecord, ReferralSummary } from './referral.ts';
import { wholeNumbers } from './said.ts';
import { ReferralStatus } from './status.ts';

/** The schemas that have a name of their own in the document, with an example where one helps. */
const named = {
  ContactRoute: [ContactRoute, countyDurhamHub.contact_routes[0]],
  Envelope: [Envelope],
  EqualityAnswers: [EqualityAnswers, equalityAnswers],
  EqualityReport: [EqualityReport, equalityReport],
  Facts: [Facts, professionalReferral.facts],
  Health: [Health],
  HubProfile: [HubProfile],
  KeySet: [KeySet],
  LawfulBasis: [LawfulBasis, countyDurhamHub.privacy?.bases?.self],
  Problem: [Problem],
  PublicKey: [PublicKey],
  Receipt: [Receipt],
  Referral: [Referral, professionalReferral],
  ReferralChange: [ReferralChange, contactChange],
  ReferralRecord: [ReferralRecord],
  ReferralStatus: [ReferralStatus],
  ReferralSummary: [ReferralSummary, referralSummary],
  Safeguarding: [Safeguarding, countyDurhamHub.safeguarding?.[0]],
} as const satisfies Record<string, readonly [z.ZodMiniType, unknown?]>;

type Json = Record<string, unknown>;

/** The contract as an OpenAPI 3.1 document: everything in it comes from the table of operations and the schemas. */
export function openapi(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, operation] of Object.entries(operations) as [string, Operation][]) {
    (paths[operation.path] ??= {})[operation.method] = described(name, operation);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Advocacy Hub',
      version: apiVersion,
      description:
        'Hand over a referral to an advocacy hub, follow it, and read it as staff. What a person wrote travels sealed: `sealed` holds a `Referral`, a `ReferralChange` or `EqualityAnswers` that only the hub can open.',
      license: { name: 'MIT', identifier: 'MIT' },
      contact: { name: "The hub's people", url: 'https://github.com/advocacy-hub' },
    },
    servers: [{ url: 'https://hub.example', description: 'Your hub' }],
    tags: [...tags].map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        partner: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A publishable key (`pub_…`): it may stand in a web page, on the origins that the hub lists for it.',
        },
        staff: {
          type: 'http',
          scheme: 'bearer',
          description: 'A staff token (`staff_…`): a secret, refused when it comes out of a web page.',
        },
      },
      schemas: schemas(),
    },
  };
}

const tags = new Map([
  ['health', 'Whether the hub can work'],
  ['profile', 'What the hub says about itself'],
  ['keys', "The hub's public keys"],
  ['referrals', 'Asking for an advocate'],
  ['equality-answers', 'Who uses the hub, asked apart from any referral'],
  ['equality-report', 'Who uses the hub, in numbers'],
]);

/** What `sealed` holds, by operation: it is sealed in the browser, so that no schema of a body can say it. */
const sealedIn: Readonly<Record<string, keyof typeof named>> = {
  createReferral: 'Referral',
  createReferralChange: 'ReferralChange',
  createEqualityAnswers: 'EqualityAnswers',
};

function described(name: string, operation: Operation): Json {
  const { path, summary, callers, query, body, response, statuses = [200], problems: own = [] } = operation;
  const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, id]) => ({
    name: id,
    in: 'path',
    required: true,
    schema: json(Id),
  }));
  const isOpen = callers.includes('anyone');
  return {
    operationId: name,
    tags: [path.split('/').find(part => tags.has(part))],
    summary,
    description: isOpen ? 'Needs no key.' : `For: ${callers.join(', ')}.`,
    security: isOpen ? [] : callers.map(caller => ({ [caller]: [] })),
    ...((ids.length > 0 || query) && { parameters: [...ids, ...(query ? queryParameters(query) : [])] }),
    ...(sealedIn[name] && { 'x-sealed': { $ref: `#/components/schemas/${sealedIn[name]}` } }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: reference(body) } } } }),
    responses: {
      ...Object.fromEntries(
        statuses.map(status => [
          status,
          { description: summary, content: { 'application/json': { schema: reference(response) } } },
        ]),
      ),
      ...refusals([...commonProblems, ...own], isOpen),
    },
  };
}

/** One response a status, with the codes that it may carry. */
function refusals(codes: readonly ProblemCode[], isOpen: boolean): Json {
  const answers: Record<number, Json> = {};
  for (const code of codes) {
    const { status, title } = problems[code];
    if (isOpen && (status === 401 || status === 403)) continue;
    const before = answers[status]?.['description'];
    answers[status] = {
      description: `${before ? `${before as string} ` : ''}\`${code}\`: ${title}`,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return answers;
}

function queryParameters(query: z.ZodMiniObject): Json[] {
  const { properties = {} } = json(query);
  return Object.entries(properties as Record<string, Json>).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    ...(typeof description === 'string' && { description }),
    schema,
  }));
}

function reference(schema: z.ZodMiniType): Json {
  const name = Object.entries(named).find(([, [each]]) => each === schema)?.[0];
  return name ? { $ref: `#/components/schemas/${name}` } : pointed(json(schema));
}

/** An inline schema whose items have a name points at it. */
function pointed(schema: Json): Json {
  const { properties } = schema as { properties?: { items?: { items?: Json } } };
  const item = properties?.items?.items;
  const name =
    item &&
    Object.keys(named).find(
      each => JSON.stringify(json(named[each as keyof typeof named][0])) === JSON.stringify(item),
    );
  if (name) properties.items = { ...properties.items, items: { $ref: `#/components/schemas/${name}` } };
  return schema;
}

function schemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, [schema]] of Object.entries(named)) registry.add(schema, { id });
  // Its type is that of one schema; of a registry it makes all.
  const made = z.toJSONSchema(registry, {
    uri: id => `#/components/schemas/${id}`,
    override: inPlainTerms,
  }) as unknown as { schemas: Record<string, Json> };
  return Object.fromEntries(
    Object.entries(named).map(([id, [, example]]) => {
      const { $schema: _, $id: __, id: ___, ...schema } = made.schemas[id]!;
      return [id, example === undefined ? schema : { ...schema, examples: [example] }];
    }),
  );
}

function json(schema: z.ZodMiniType): Json {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io: 'input', override: inPlainTerms });
  return made;
}

const formats = new Map<z.core.$ZodType, string>([
  [Id, 'uuid'],
  [Instant, 'date-time'],
  [Day, 'date'],
]);

/** A newer hub may say more, and readers drop what they do not know. Where a format says it, the pattern is noise. */
function inPlainTerms({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: Json }): void {
  delete jsonSchema['additionalProperties'];
  if (wholeNumbers.has(zodSchema)) jsonSchema['type'] = 'integer';
  const values = openValues.get(zodSchema);
  if (values)
    Object.assign(jsonSchema, {
      examples: values,
      description: `Today one of ${values.join(', ')}; a newer hub may say more.`,
    });
  const format = formats.get(zodSchema);
  if (!format) return;
  delete jsonSchema['pattern'];
  delete jsonSchema['allOf'];
  jsonSchema['format'] = format;
}
