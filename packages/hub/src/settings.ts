import * as z from 'zod/mini';

/** How a hub runs. Every field has an environment variable; `readSettings` reads them. */
export interface Settings {
  /** `PORT`: where to listen; 0 takes a free port. @default 8080 */
  readonly port: number;
  /** `HOST`: the network address to listen on. @default 'localhost' */
  readonly host: string;
  /** `PUBLIC_URL`: the address that people and pages use. @default http://HOST:PORT */
  readonly publicUrl: string | undefined;
  /** `DATABASE_URL`: a PostgreSQL server, as the application's role. Without it the hub embeds a database. */
  readonly databaseUrl: string | undefined;
  /** `DATABASE_OWNER_URL`: the same server as the tables' owner. For the command line alone; a serving hub refuses it. */
  readonly databaseOwnerUrl: string | undefined;
  /** `DATA`: the folder of the embedded database. @default '.data' */
  readonly data: string;
  /** `SECRET`: 32 bytes as base64url; what people wrote and the hub's private keys are encrypted with it. Made and kept in DATA when embedded. */
  readonly secret: string | undefined;
  /** `ASSETS`: the folder of built widgets. @default 'dist/widgets' */
  readonly assets: string;
  /** `TRUST_PROXY`: whether a proxy of your own stands before the hub and writes X-Forwarded-For. @default false */
  readonly trustProxy: boolean;
  /** `REQUESTS_A_MINUTE`: for one key. @default 600 */
  readonly requestsAMinute: number;
  /** `REFERRALS_A_MINUTE`: for one partner's key. @default 120 */
  readonly referralsAMinute: number;
  /** `QUARANTINED_A_DAY`: how many envelopes that cannot be read are kept for one partner. @default 200 */
  readonly quarantinedADay: number;
}

const count = z.coerce.number().check(z.int(), z.minimum(1));
const postgres = z.string().check(z.regex(/^postgres(ql)?:\/\/./));

const variables = {
  PORT: [
    z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535)), 8080),
    'a port number from 0 to 65535',
  ],
  HOST: [z._default(z.string().check(z.minLength(1)), 'localhost'), 'a host name or address'],
  PUBLIC_URL: [
    z.optional(z.string().check(z.regex(/^https?:\/\/[^/\s]+$/), z.refine(URL.canParse))),
    'an address like https://hub.example, with nothing after the host',
  ],
  DATABASE_URL: [z.optional(postgres), 'an address like postgres://user@host/database'],
  DATABASE_OWNER_URL: [z.optional(postgres), 'an address like postgres://owner@host/database'],
  DATA: [z._default(z.string().check(z.minLength(1)), '.data'), 'a folder'],
  SECRET: [z.optional(z.string().check(z.regex(/^[\w-]{43}$/))), '32 random bytes as base64url, 43 characters'],
  ASSETS: [z._default(z.string().check(z.minLength(1)), 'dist/widgets'), 'a folder'],
  TRUST_PROXY: [z._default(z.stringbool(), false), 'true or false'],
  REQUESTS_A_MINUTE: [z._default(count, 600), 'a whole number above 0'],
  REFERRALS_A_MINUTE: [z._default(count, 120), 'a whole number above 0'],
  QUARANTINED_A_DAY: [z._default(count, 200), 'a whole number above 0'],
} as const satisfies Record<string, readonly [z.ZodMiniType, string]>;

type Variables = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name][0]> };

/** Thrown with every fault of the environment, in words. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads the settings from environment variables.
 *
 * @throws {SettingsError} that lists all faults at once.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const faults: string[] = [];
  const values = Object.fromEntries(
    Object.entries(variables).map(([name, [schema, expected]]) => {
      const read = z.safeParse(schema, environment[name] === '' ? undefined : environment[name]);
      if (!read.success) faults.push(`${name} must be ${expected}.`);
      return [name, read.data];
    }),
  ) as Variables;
  if (values.DATABASE_URL && !values.SECRET && !faults.some(fault => fault.startsWith('SECRET'))) {
    faults.push('SECRET must be set where DATABASE_URL is: with another secret the hub cannot read what it kept.');
  }
  if (values.HOST && /^(0\.0\.0\.0|::)$/.test(values.HOST) && !values.PUBLIC_URL) {
    faults.push('PUBLIC_URL must be set where HOST is every address of the machine: people need one that leads here.');
  }
  if (faults.length)
    throw new SettingsError(
      `The settings have ${faults.length === 1 ? 'a fault' : 'faults'}:\n${faults.map(fault => `  ${fault}\n`).join('')}`,
    );

  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL,
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    data: values.DATA,
    secret: values.SECRET,
    assets: values.ASSETS,
    trustProxy: values.TRUST_PROXY,
    requestsAMinute: values.REQUESTS_A_MINUTE,
    referralsAMinute: values.REFERRALS_A_MINUTE,
    quarantinedADay: values.QUARANTINED_A_DAY,
  };
}
