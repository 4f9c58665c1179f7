import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { AdvocacyHub } from '@advocacy-hub/sdk';
import { countyDurhamHub, selfReferral } from '@advocacy-hub/sdk/examples';
import pg from 'pg';
import { runCommand } from '../../packages/hub/src/commands.ts';
import { openServer } from '../../packages/hub/src/database.ts';
import { Keys } from '../../packages/hub/src/keys.ts';
import { openForServing, setUp } from '../../packages/hub/src/open.ts';
import { serve } from '../../packages/hub/src/serve.ts';
import { readSettings, type Settings } from '../../packages/hub/src/settings.ts';
import { startPostgres, type Postgres } from '../postgres.ts';
import { loginAt } from './setup.ts';

describe('a hub on a PostgreSQL server', () => {
  const SECRET = randomBytes(32).toString('base64url');
  const folder = mkdtempSync(join(tmpdir(), 'advocacy-hub-dangers-'));
  const profile = join(folder, 'profile.json');
  let server: Postgres;

  before(async () => {
    writeFileSync(profile, JSON.stringify(countyDurhamHub));
    // These roles are the whole server's: it must be one of our own.
    server = await startPostgres({ durable: false });
    await as('postgres', 'create role application login');
    const owner = openServer(server.url, { connections: 2 });
    await setUp({ database: owner, keys: new Keys(owner, SECRET) }, 'application').finally(() => owner.close());
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await server.stop();
  });

  const as = (login: string, ...statements: string[]) => runOn(server, login, ...statements);
  const settings = () => readSettings({ DATABASE_URL: loginAt(server.url, 'application'), SECRET, PORT: '0' });

  /** Starts a hub, which should not come so far that it has to be stopped. */
  const start = async (more: Partial<Settings> = {}) => {
    const hub = await serve({ ...settings(), ...more });
    await hub.stop();
  };

  it('serves while its role sees only what row-level security lets it', async () => {
    const opened = await openForServing(settings());

    assert.deepEqual(await opened.database.dangers(), []);
    await opened.close();
  });

  const unsafe: Record<string, { make: string[]; undo: string[]; named: RegExp }> = {
    'its role is a superuser': {
      make: ['alter role application superuser'],
      undo: ['alter role application nosuperuser'],
      named: /the role application is a superuser/,
    },
    'its role bypasses row-level security': {
      make: ['alter role application bypassrls'],
      undo: ['alter role application nobypassrls'],
      named: /the role application bypasses row-level security/,
    },
    'a role that it takes bypasses row-level security': {
      make: ['alter role hub_staff bypassrls'],
      undo: ['alter role hub_staff nobypassrls'],
      named: /the role hub_staff bypasses row-level security/,
    },
    'its role may become a superuser': {
      make: ['create role chief superuser', 'grant chief to application'],
      undo: ['drop role chief'],
      named: /application/,
    },
    'its role may become one that bypasses row-level security': {
      make: ['create role bypasser bypassrls', 'grant bypasser to application'],
      undo: ['drop role bypasser'],
      named: /application/,
    },
    'its role may act as the command line': {
      make: ['grant hub_admin to application'],
      undo: ['revoke hub_admin from application'],
      named: /the role application may act as hub_admin/,
    },
    'its role owns a table': {
      make: ['alter table referral owner to application'],
      undo: ['alter table referral owner to postgres'],
      named: /the role application owns the table referral/,
    },
    'its role may become the owner of a table': {
      make: ['create role keeper', 'alter table audit owner to keeper', 'grant keeper to application'],
      undo: ['alter table audit owner to postgres', 'drop role keeper'],
      named: /the role application owns the table audit/,
    },
    'a table has row-level security that does not bind its owner': {
      make: ['alter table staff no force row level security'],
      undo: ['alter table staff force row level security'],
      named: /the table staff has no forced row-level security/,
    },
    'a table has no row-level security': {
      make: ['create table note (words text)'],
      undo: ['drop table note'],
      named: /the table note has no forced row-level security/,
    },
    'a view runs as its owner': {
      make: ['create view everyone as select * from referral'],
      undo: ['drop view everyone'],
      named: /the view everyone runs as its owner/,
    },
    'a kept view holds rows of everybody': {
      make: ['create materialized view everyone as select * from referral'],
      undo: ['drop materialized view everyone'],
      named: /the view everyone runs as its owner/,
    },
  };

  for (const [when, { make, undo, named }] of Object.entries(unsafe)) {
    it(`does not start when ${when}`, async () => {
      await as('postgres', ...make);
      try {
        await assert.rejects(start(), error => {
          assert.equal((error as Error).name, 'SettingsError');
          assert.match((error as Error).message, /^The hub refuses this database/);
          assert.match((error as Error).message, named);
          return true;
        });
      } finally {
        await as('postgres', ...undo);
      }
    });
  }

  it('starts with a view that runs as whoever asks', async () => {
    await as('postgres', 'create view mine with (security_invoker = true) as select id from referral');

    const opened = await openForServing(settings()).finally(() => as('postgres', 'drop view mine'));

    await opened.close();
  });

  it('does not start on a database that was not migrated', async () => {
    await as('postgres', 'create database empty');
    const url = new URL(loginAt(server.url, 'application'));
    url.pathname = '/empty';

    await assert.rejects(start({ databaseUrl: url.href }), /npm run hub -- migrate/);
  });

  it('does not start while it holds the address of the owner', () =>
    assert.rejects(start({ databaseOwnerUrl: server.url }), /must not hold DATABASE_OWNER_URL/));

  it('gives the login that serves no way to become the command line or the owner', async () => {
    for (const role of ['hub_admin', 'postgres']) {
      await assert.rejects(as('application', `set role ${role}`), { code: '42501' });
    }
    await assert.rejects(as('application', 'alter table referral disable row level security'), { code: '42501' });
    await assert.rejects(as('application', `update kysely_migration set name = 'x'`), { code: '42501' });
    await assert.rejects(as('application', 'create table mine (id int)'), { code: '42501' });
  });

  it('shows the login that serves nothing of anybody before it has said who asks', async () => {
    for (const table of ['organization', 'partner_key', 'staff', 'referral']) {
      await as('application', `do $$ begin if exists (select from ${table}) then raise 'it sees rows'; end if; end $$`);
    }
    await assert.rejects(as('application', 'select from audit'), { code: '42501' });
  });

  // Managed servers give nobody a superuser.
  it('is set up by an owner who is no superuser', async () => {
    const managed = await startPostgres({ durable: false });
    try {
      await runOn(managed, 'postgres', 'create role landlord login createrole', 'create role application login');
      await runOn(managed, 'postgres', 'create database rented owner landlord');
      const at = (role: string) => Object.assign(new URL(loginAt(managed.url, role)), { pathname: '/rented' }).href;
      const owner = openServer(at('landlord'), { connections: 2 });

      const opened = { database: owner, keys: new Keys(owner, SECRET), close: () => owner.close() };

      await setUp(opened, 'application');
      await runCommand(['organization', 'add', profile], opened);
      const { output } = await runCommand(['partner', 'add', 'Partner', '--origin', 'https://partner.example'], opened);
      await opened.close();

      const hub = await serve({ ...settings(), databaseUrl: at('application') }, () => undefined);
      const client = new AdvocacyHub({ url: hub.url, key: output.split('\n').at(-1)!, retries: 0 });
      const { state } = await client.referrals.create(selfReferral).finally(() => hub.stop());
      assert.equal(state, 'received');
    } finally {
      await managed.stop();
    }
  });
});

/** Runs statements on a login of its own. */
async function runOn(server: Postgres, login: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(loginAt(server.url, login));
  await client.connect();
  try {
    for (const each of statements) await client.query(each);
  } finally {
    await client.end();
  }
}
