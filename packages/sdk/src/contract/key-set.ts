import * as z from 'zod/mini';
import { operation } from './operation.ts';

const Coordinate = z.string().check(z.regex(/^[\w-]{43}$/));

/** A public key on P-256, as a JSON Web Key (RFC 7517). */
export const PublicKey = z.object({
  kid: z.string().check(z.minLength(1), z.maxLength(60)),
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: Coordinate,
  y: Coordinate,
  /** `enc` seals what goes to the hub, `sig` verifies what comes from it. */
  use: z.enum(['enc', 'sig']),
});
export type PublicKey = z.infer<typeof PublicKey>;

/** The hub's public keys. The first of each use is the one to take now; older ones still open and still verify. */
export const KeySet = z.object({ version: z.number(), keys: z.array(PublicKey) });
export type KeySet = z.infer<typeof KeySet>;

export const readKeySet = operation({
  method: 'get',
  path: '/v1/keys',
  summary: "Read the hub's public keys",
  callers: ['partner', 'staff'],
  response: KeySet,
});
