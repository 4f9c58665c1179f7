import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AdvocacyHub } from '@advocacy-hub/sdk';
import { countyDurhamHub, selfReferral } from '@advocacy-hub/sdk/examples';
import { seal, type SealedReferral, type SealOptions } from '@advocacy-hub/sdk/sealing';
import { runCommand } from '../../packages/hub/src/commands.ts';
import { openEmbedded, openServer, type Database, type Role } from '../../packages/hub/src/database.ts';
import { createHub, type HubSettings } from '../../packages/hub/src/hub.ts';
import { Keys } from '../../packages/hub/src/keys.ts';
import { setUp } from '../../packages/hub/src/open.ts';
import type { LogLine } from '../../packages/hub/src/router.ts';
import { startPostgres } from '../postgres.ts';

/** Where the hub of a test says that it is. Nothing listens there: requests go straight to the app. */
export const url = 'https://hub.example';
/** The pages of the partner whose key is `key`, and of the one whose key is `otherKey`. */
export const origin = 'https://www.partner.example';
export const otherOrigin = 'https://pages.elsewhere.example';
/** The two organizations. What is the first one's must never reach the second. */
export const organization = countyDurhamHub.name;
export const otherOrganization = 'Elsewhere Advocacy';

export interface OpenHubOptions {
  /** @default 'pglite' */
  readonly engine?: 'pglite' | 'postgres';
  /** Settings that differ from production's. */
  readonly settings?: Partial<HubSettings>;
}

export interface Asking {
  /** A publishable key or a staff token. @default none */
  readonly key?: string | undefined;
  /** Sent as JSON, unless it is a string already. @default none */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A hub with two organizations; each has a partner and a staff member. */
export interface TestHub {
  /** As production answers, with the serving roles' rights. */
  readonly database: Database;
  /** As the command line has it. */
  readonly owner: Database;
  readonly keys: Keys;
  readonly key: string;
  readonly otherKey: string;
  readonly staffToken: string;
  readonly otherStaffToken: string;
  /** One line for each request since the last `truncate`. */
  readonly logs: LogLine[];
  fetch(request: Request): Promise<Response>;
  /** Asks by method and path: `ask('POST /v1/referrals', { key, body })`. */
  ask(operation: string, asking?: Asking): Promise<Response>;
  /** A client that holds this key and never tries twice. */
  sdk(key: string): AdvocacyHub;
  /** A referral sealed to this hub's key. */
  seal(options?: SealOptions): Promise<SealedReferral>;
  /** Runs a command of the command line and answers with the last line it prints: a new key or token. */
  command(...words: string[]): Promise<string>;
  /** Runs one statement as the database's superuser, beyond every policy. */
  admin<Row extends object = Record<string, unknown>>(statement: string): Promise<Row[]>;
  /** Starts the hub anew on the same database: it has counted nothing, remembers no key, and reads the key set again. */
  restart(): void;
  /** Restarts without referrals, changes, equality answers, audit and log lines; organizations and keys stay. */
  truncate(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a hub over `app.fetch`, without a socket. A test file opens one and truncates it between tests. */
export async function openHub({ engine = 'pglite', settings = {} }: OpenHubOptions = {}): Promise<TestHub> {
  const { serving, owner, applicationRole, close } = await (engine === 'pglite' ? openPGlite() : openPostgres());
  const secret = randomBytes(32).toString('base64url');
  const keys = new Keys(serving, secret);
  const command = async (...words: string[]) => {
    const { output } = await runCommand(words, { database: owner, keys: new Keys(owner, secret) });
    return output.split('\n').at(-1)!;
  };
  await setUp({ database: owner, keys: new Keys(owner, secret) }, applicationRole);
  await addOrganization(organization, command);
  await addOrganization(otherOrganization, command);
  const given = {
    key: await command('partner', 'add', 'Partner', '--origin', origin, '--organization', organization),
    otherKey: await command(
      'partner',
      'add',
      'Elsewhere',
      '--origin',
      otherOrigin,
      '--organization',
      otherOrganization,
    ),
    staffToken: await command('staff', 'add', 'Staff', '--organization', organization),
    otherStaffToken: await command('staff', 'add', 'Staff elsewhere', '--organization', otherOrganization),
  };

  const logs: LogLine[] = [];
  const start = () =>
    createHub({
      database: serving,
      keys: new Keys(serving, secret),
      settings: {
        publicUrl: url,
        assets: '/nowhere',
        trustProxy: false,
        requestsAMinute: 600,
        referralsAMinute: 120,
        quarantinedADay: 200,
        ...settings,
      },
      log: line => logs.push(line),
    });
  let app = start();
  const restart = () => {
    app = start();
  };
  const fetch = async (request: Request) => app.fetch(request);
  const admin = <Row extends object>(statement: string) =>
    owner.transaction({ role: 'postgres' as Role }, db => db.sql<Row>(asTemplate(statement)));

  return {
    ...given,
    database: serving,
    owner,
    keys,
    logs,
    fetch,
    ask: (operation, asking) => fetch(request(operation, asking)),
    sdk: key => new AdvocacyHub({ url, key, retries: 0, fetch: (input, init) => fetch(new Request(input, init)) }),
    seal: async options => seal(selfReferral, await keys.keySet(), options),
    command,
    admin,
    restart,
    async truncate() {
      await admin('truncate referral, referral_change, equality_answers, audit');
      logs.length = 0;
      restart();
    },
    close,
  };
}

/** The request that `ask` sends. */
export function request(operation: string, { key, body, headers }: Asking = {}): Request {
  const [method = 'GET', path = '/'] = operation.split(' ');
  return new Request(url + path, {
    method,
    headers: {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

interface Engine {
  readonly serving: Database;
  readonly owner: Database;
  /** The login role that serves, where there is one. */
  readonly applicationRole?: string;
  close(): Promise<void>;
}

async function openPGlite(): Promise<Engine> {
  const database = await openEmbedded();
  return { serving: database, owner: database, close: () => database.close() };
}

/** As in production: the tables' owner and the role that serves are two logins. */
async function openPostgres(): Promise<Engine> {
  const server = await startPostgres();
  const owner = openServer(server.url);
  const applicationRole = `application_${randomUUID().replaceAll('-', '')}`;
  await owner.transaction({ role: 'postgres' as Role }, db =>
    db.sql(asTemplate(`create role ${applicationRole} login nosuperuser nobypassrls password 'application'`)),
  );
  const serving = openServer(loginAt(server.url, applicationRole));
  return {
    serving,
    owner,
    applicationRole,
    async close() {
      await serving.close();
      // On a shared server a role outlives the database.
      await owner.transaction({ role: 'postgres' as Role }, db => db.sql(asTemplate(`drop role ${applicationRole}`)));
      await owner.close();
      await server.stop();
    },
  };
}

/** The address of the same database for another login. */
export function loginAt(address: string, role: string): string {
  const login = new URL(address);
  login.username = role;
  login.password = 'application';
  return login.href;
}

/** The database takes templates alone, so that no value is built into a text; a test's own statement has no values. */
export function asTemplate(statement: string): TemplateStringsArray {
  return Object.assign([statement], { raw: [statement] });
}

async function addOrganization(name: string, command: TestHub['command']): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'advocacy-hub-profile-'));
  const file = join(folder, 'profile.json');
  writeFileSync(file, JSON.stringify({ ...countyDurhamHub, name }));
  await command('organization', 'add', file).finally(() => rmSync(folder, { recursive: true }));
}
