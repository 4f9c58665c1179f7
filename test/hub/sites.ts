import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countyDurhamHub } from '@advocacy-hub/sdk/examples';
import { openServer, type Role } from '../../packages/hub/src/database.ts';
import { openForCommands, type Opened } from '../../packages/hub/src/open.ts';
import { readSettings } from '../../packages/hub/src/settings.ts';
import { startPostgres, type Postgres } from '../postgres.ts';
import { runHub, startHub, type Environment } from './hub-process.ts';
import { asTemplate, loginAt } from './setup.ts';

/** Where hub processes run one after the other: settings and data that stay, and keys to ask with. */
export interface Site {
  /** The settings of a hub that serves. */
  readonly environment: Environment;
  readonly key: string;
  readonly staffToken: string;
  /** Opens the database as its owner. An embedded one must not be running. */
  open(): Promise<Opened>;
  close(): Promise<void>;
}

/** A folder with an embedded database. */
export async function embeddedSite(settings: Environment = {}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'advocacy-hub-site-'));
  const environment = { ...settings, DATA: folder };
  const hub = await startHub(environment);
  // The running hub carries these commands out.
  const given = await furnish(environment);
  await hub.stop();
  return {
    environment,
    ...given,
    open: () => openForCommands(readSettings(environment)),
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * A PostgreSQL server as in production: the tables' owner migrates and goes, the hub has the application's role alone.
 * A `server` that is given is left running by `close`.
 */
export async function serverSite(settings: Environment = {}, given?: Postgres): Promise<Site> {
  const server = given ?? (await startPostgres());
  const application = `application_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(server, `create role ${application} login password 'application'`);
  const SECRET = randomBytes(32).toString('base64url');
  const owner = { SECRET, DATABASE_OWNER_URL: server.url };
  const migrated = await runHub(['migrate', '--application', application], owner);
  assert.equal(migrated.status, 0, migrated.output);
  return {
    environment: { ...settings, SECRET, DATABASE_URL: loginAt(server.url, application) },
    ...(await furnish(owner)),
    open: () => openForCommands(readSettings(owner)),
    async close() {
      await asSuperuser(server, `drop role ${application}`);
      if (!given) await server.stop();
    },
  };
}

/** Adds an organization, a partner and a staff member on the command line. */
async function furnish(environment: Environment): Promise<Pick<Site, 'key' | 'staffToken'>> {
  const command = async (...words: string[]) => {
    const { status, output } = await runHub(words, environment);
    assert.equal(status, 0, output);
    return output.split('\n').at(-1)!;
  };
  const folder = mkdtempSync(join(tmpdir(), 'advocacy-hub-profile-'));
  const profile = join(folder, 'profile.json');
  writeFileSync(profile, JSON.stringify(countyDurhamHub));
  await command('organization', 'add', profile).finally(() => rmSync(folder, { recursive: true }));
  return {
    key: await command('partner', 'add', 'Partner', '--origin', 'https://www.partner.example'),
    staffToken: await command('staff', 'add', 'Staff'),
  };
}

async function asSuperuser({ url }: Postgres, statement: string): Promise<void> {
  const database = openServer(url, { connections: 1 });
  await database
    .transaction({ role: 'postgres' as Role }, db => db.sql(asTemplate(statement)))
    .finally(() => database.close());
}
