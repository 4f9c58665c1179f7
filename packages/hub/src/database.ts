import { readdirSync, readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql as statement, type ControlledTransaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';

/** One of the roles of the first migration. */
export type Role = 'hub_service' | 'hub_partner' | 'hub_staff' | 'hub_admin';

/** Who a transaction is for: a role, and what row-level security compares rows with. */
export interface DatabaseCaller {
  readonly role: Role;
  readonly organization?: string | undefined;
  readonly partner?: string | undefined;
  /** A presented key or a token's hash, while the hub finds out whose it is. */
  readonly credential?: string | undefined;
}

/** A transaction's way to ask: values are bound, never built into the text. Instants come as ISO strings, bytes as `Uint8Array`. */
export interface Db {
  sql<Row extends object = object>(text: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]>;
}

export interface Database {
  /**
   * Runs work in a transaction of its own, as this caller and nobody else.
   * It begins with the first statement, so that work may read keys and use them before it holds a connection.
   */
  transaction<T>(caller: DatabaseCaller, work: (db: Db) => Promise<T>): Promise<T>;
  /** Runs the migrations that are missing, as the tables' owner, and lets `application` (a login role) act as the serving roles. */
  migrate(application?: string): Promise<void>;
  /** Whether every migration has run. */
  isMigrated(): Promise<boolean>;
  /** Why this database must not be served, in words; empty when it may. */
  dangers(): Promise<string[]>;
  close(): Promise<void>;
}

const migrationsFolder = new URL('../migrations/', import.meta.url);
const timestamptz = 1184;
const int8 = 20;
const toInstant = (value: string) => new Date(value).toISOString();

/** Opens an embedded database in a directory, or in memory when none is named. One process at a time: see `lock.ts`. */
export async function openEmbedded(directory?: string): Promise<Database> {
  const pglite = await PGlite.create({
    ...(directory && { dataDir: directory }),
    parsers: { [timestamptz]: toInstant, [int8]: Number },
  });
  return database(new Kysely({ dialect: new PGliteDialect({ pglite }) }), ['hub_service', 'hub_partner', 'hub_staff']);
}

/** Opens a PostgreSQL server by its address. */
export function openServer(url: string, { connections = 10 } = {}): Database {
  const types = new pg.TypeOverrides();
  types.setTypeParser(timestamptz, toInstant);
  types.setTypeParser(int8, Number);
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max: connections,
    types,
    statement_timeout: 10_000,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that dies, idle or in the middle of a transaction, is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', client => client.on('error', () => undefined));
  return database(new Kysely({ dialect: new PostgresDialect({ pool }) }), [
    'hub_service',
    'hub_partner',
    'hub_staff',
    'current_user',
  ]);
}

/**
 * Has the server plan each statement once a connection: planning took more of its time than carrying out.
 * There are as many names as there are templates, since values are never part of a text.
 */
class PreparingClient extends pg.Client {
  // pg's own signature is ten overloads; Kysely asks by text and values, and everything else goes through as it is.
  override query = ((...asked: unknown[]) => {
    const [text, values] = asked;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return query.apply(this, asked);
    return query.call(this, { name: statementName(text), text, values });
  }) as pg.Client['query'];
}

const query = pg.Client.prototype.query as (this: pg.Client, ...asked: unknown[]) => unknown;
const statementNames = new Map<string, string>();

function statementName(text: string): string {
  let name = statementNames.get(text);
  if (!name) statementNames.set(text, (name = `statement_${statementNames.size}`));
  return name;
}

type Tables = Record<never, never>;

function database(kysely: Kysely<Tables>, servingRoles: readonly string[]): Database {
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: () => Promise.resolve(migrations()) } });

  return {
    async transaction(caller, work) {
      let begun: Promise<ControlledTransaction<Tables>> | undefined;
      const db: Db = {
        async sql<Row extends object>(text: TemplateStringsArray, ...values: readonly unknown[]) {
          const { rows } = await statement<Row>(text, ...values).execute(await (begun ??= begin(kysely, caller)));
          return rows;
        },
      };
      try {
        const result = await work(db);
        await (await begun)?.commit().execute();
        return result;
      } catch (error) {
        const open = await begun?.catch(() => undefined);
        if (open && !open.isCommitted) await rollBack(open);
        throw error;
      }
    },

    async migrate(application) {
      const { error } = await migrator.migrateToLatest();
      if (error) throw error instanceof Error ? error : new Error('A migration failed.', { cause: error });
      if (application) {
        await statement`grant hub_service, hub_partner, hub_staff to ${statement.id(application)}`.execute(kysely);
        // The serving process looks which migrations have run; it must not be able to write them.
        await statement`grant select on kysely_migration to hub_service`.execute(kysely);
      }
    },

    async isMigrated() {
      const { rows } = await statement<{
        found: boolean;
      }>`select to_regclass('kysely_migration') is not null as found`.execute(kysely);
      if (!rows[0]?.found) return false;
      const { rows: run } = await statement<{ name: string }>`select name from kysely_migration`.execute(kysely);
      return Object.keys(migrations()).every(name => run.some(row => row.name === name));
    },

    async dangers() {
      const { rows } = await dangers(servingRoles).execute(kysely);
      return rows.map(row => row.danger);
    },

    close: () => kysely.destroy(),
  };
}

async function begin(kysely: Kysely<Tables>, caller: DatabaseCaller): Promise<ControlledTransaction<Tables>> {
  const transaction = await kysely.startTransaction().execute();
  try {
    await statement`select set_config('role', ${caller.role}, true),
      set_config('hub.organization', ${caller.organization ?? ''}, true),
      set_config('hub.partner', ${caller.partner ?? ''}, true),
      set_config('hub.credential', ${caller.credential ?? ''}, true)`.execute(transaction);
    return transaction;
  } catch (error) {
    await rollBack(transaction);
    throw error;
  }
}

/** A connection that is gone cannot be rolled back, and need not be. What failed before it is what is told. */
async function rollBack(transaction: ControlledTransaction<Tables>): Promise<void> {
  await transaction
    .rollback()
    .execute()
    .catch(() => undefined);
}

/** Whether a failure means that there is no database to ask now, rather than that it was asked wrongly. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  // PostgreSQL's classes: no connection, too few resources, an operator stopped it. Then the socket's, then pg's own words.
  if (typeof code === 'string') return /^(08|53|57|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND)/.test(code);
  return /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
    error.message,
  );
}

/** Every file is one migration: the same text on both engines, statement by statement. */
function migrations() {
  const names = readdirSync(migrationsFolder)
    .filter(name => name.endsWith('.sql'))
    .sort();
  return Object.fromEntries(
    names.map(name => {
      const statements = readFileSync(new URL(name, migrationsFolder), 'utf8')
        .split(/;\n\s*\n/)
        .filter(text => text.trim());
      const up = async (db: Kysely<Tables>) => {
        for (const text of statements) await statement.raw(text).execute(db);
      };
      return [name.replace('.sql', ''), { up }];
    }),
  );
}

/**
 * Row-level security is silently off for superusers, for roles that bypass it, for a table's owner unless it is forced,
 * and behind views that run as their owner. Each of these has leaked other people's rows elsewhere.
 */
function dangers(roles: readonly string[]) {
  return statement<{ danger: string }>`
    with serving as (
      select distinct pg_roles.* from pg_roles
      join unnest(${roles}::text[]) as named (name) on rolname = case when name = 'current_user' then current_user else name end
    ), kept as (
      select pg_class.* from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = 'public' and relname not like 'kysely%'
    )
    select 'the role ' || rolname || ' is a superuser' as danger from serving where rolsuper
    union all
    select 'the role ' || rolname || ' bypasses row-level security' from serving where rolbypassrls
    union all
    select 'the role ' || serving.rolname || ' may become ' || other.rolname || ', whom row-level security does not hold'
      from serving join pg_roles other on other.oid <> serving.oid and (other.rolsuper or other.rolbypassrls)
      where not serving.rolsuper and pg_has_role(serving.oid, other.oid, 'member')
    union all
    select 'the role ' || rolname || ' may act as hub_admin' from serving
      where not rolsuper and pg_has_role(rolname, 'hub_admin', 'member')
    union all
    select distinct 'the role ' || rolname || ' owns the table ' || relname from serving join kept on relkind in ('r', 'p')
      where not rolsuper and pg_has_role(serving.oid, relowner, 'member')
    union all
    select 'the table ' || relname || ' has no forced row-level security' from kept
      where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
    union all
    select 'the view ' || relname || ' runs as its owner' from kept
      where relkind in ('v', 'm') and not coalesce(reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false)`;
}
