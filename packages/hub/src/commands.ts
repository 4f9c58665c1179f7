import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { fieldProblems } from '@advocacy-hub/sdk/contract/problem';
import { ContactRoute, OrganizationProfile } from '@advocacy-hub/sdk/contract/profile';
import { newPublishableKey, newStaffToken, tokenHash } from './access.ts';
import type { Db } from './database.ts';
import { setUp, type Opened } from './open.ts';

/** What a command prints, and its exit status. */
export interface CommandResult {
  readonly status: number;
  readonly output: string;
}

/** A command that cannot be carried out as it was given, in words. */
class CommandError extends Error {}

export const usage = `Usage: npm run hub -- COMMAND

  serve                                  answer requests (the default)
  migrate [--application ROLE]           bring a PostgreSQL database up to date; ROLE is the one that serves
  organization add PROFILE.json          add the organization that runs this hub
  organization change PROFILE.json       what it says about itself, found by the name in it
  organization list
  partner add NAME --origin https://...  let a partner's pages use the hub; prints the publishable key
      [--contact-routes ROUTES.json] [--organization NAME]
  partner change NAME [--origin ...] [--contact-routes ROUTES.json] [--organization NAME]
  partner list
  key rotate                             new keys for sealing and for receipts; older ones still open
  key rotate --partner NAME [--organization NAME]
                                         a new publishable key; the older ones stop
  staff add NAME [--organization NAME]   prints a staff token, once
  staff list
  staff revoke ID
  audit list [--referral ID]             who wrote, listed and read, when and why; the newest first
`;

const options = {
  origin: { type: 'string', multiple: true },
  organization: { type: 'string' },
  partner: { type: 'string' },
  referral: { type: 'string' },
  application: { type: 'string' },
  'contact-routes': { type: 'string' },
} as const;

/** What a command works on. */
export interface CommandContext extends Pick<Opened, 'database' | 'keys'> {
  /** Where file names begin. @default the process's own folder */
  readonly folder?: string | undefined;
}

/** Carries a command out. Rejects with a `CommandError` or with what nobody foresaw: see `commandFailure`. */
export async function runCommand(words: readonly string[], context: CommandContext): Promise<CommandResult> {
  const { values, positionals } = parse(words);
  const [noun, verb, name] = positionals;
  const command = commands[`${noun} ${verb ?? ''}`.trim()];
  if (!command) throw new CommandError(`There is no command "${positionals.join(' ')}".\n\n${usage}`);
  return { status: 0, output: await command({ ...context, name, values }) };
}

/** What a failed command prints. */
export function commandFailure(error: unknown): CommandResult {
  if (error instanceof CommandError) return { status: 2, output: error.message };
  if ((error as { code?: unknown } | null)?.code === '23505')
    return { status: 2, output: 'There is one of that name already.' };
  return { status: 1, output: error instanceof Error ? error.message : String(error) };
}

type Values = ReturnType<typeof parse>['values'];
type Given = CommandContext & { readonly name: string | undefined; readonly values: Values };

const commands: Readonly<Record<string, (given: Given) => Promise<string>>> = {
  async migrate({ database, keys, values }) {
    await setUp({ database, keys }, values.application);
    return 'The database is up to date.';
  },

  async 'organization add'({ database, folder, name }) {
    const profile = await readJson(OrganizationProfile, needed(name, 'the file of its profile'), folder);
    await asAdmin(
      database,
      db =>
        db.sql`insert into organization (name, profile) values (${profile.name}, ${JSON.stringify(profile)}::jsonb)`,
    );
    return `Added ${profile.name}.`;
  },

  async 'organization change'({ database, folder, name }) {
    const profile = await readJson(OrganizationProfile, needed(name, 'the file of its profile'), folder);
    const rows = await asAdmin(
      database,
      db =>
        db.sql`update organization set profile = ${JSON.stringify(profile)}::jsonb where name = ${profile.name} returning id`,
    );
    if (rows.length === 0) throw new CommandError(`There is no organization "${profile.name}".`);
    return `Changed ${profile.name}.`;
  },

  async 'organization list'({ database }) {
    const rows = await asAdmin(database, db => db.sql<{ name: string }>`select name from organization order by name`);
    return table(['name'], rows);
  },

  async 'partner add'({ database, folder, name, values }) {
    const key = newPublishableKey();
    const origins = needed(values.origin, "--origin, the address of the partner's pages").map(origin);
    const routes =
      values['contact-routes'] && (await readJson(z.array(ContactRoute), values['contact-routes'], folder));
    await asAdmin(database, async db => {
      const [partner] = await db.sql<{ id: string }>`
        insert into partner (organization_id, name, origins, contact_routes)
        values (${await organizationId(db, values.organization)}, ${needed(name, 'a name')}, ${origins}::text[], ${routes ? JSON.stringify(routes) : null}::jsonb)
        returning id`;
      await db.sql`insert into partner_key (key, partner_id) values (${key}, ${partner!.id})`;
    });
    return `Added ${name}. Its publishable key, for its pages:\n${key}`;
  },

  async 'partner change'({ database, folder, name, values }) {
    const origins = values.origin?.map(origin) ?? null;
    const routes =
      values['contact-routes'] && (await readJson(z.array(ContactRoute), values['contact-routes'], folder));
    await asAdmin(database, async db => {
      const id = await partnerId(db, needed(name, 'a name'), values.organization);
      await db.sql`update partner set origins = coalesce(${origins}::text[], origins),
        contact_routes = coalesce(${routes ? JSON.stringify(routes) : null}::jsonb, contact_routes) where id = ${id}`;
    });
    return `Changed ${name}; its pages see it within seconds.`;
  },

  async 'partner list'({ database }) {
    const rows = await asAdmin(
      database,
      db => db.sql`select partner.name, array_to_string(origins, ' ') as origins, coalesce(string_agg(key, ' '), '-') as key
        from partner left join partner_key on partner_id = partner.id and revoked_at is null group by partner.id order by partner.name`,
    );
    return table(['name', 'origins', 'key'], rows);
  },

  async 'key rotate'({ database, keys, values }) {
    if (values.partner === undefined) {
      await asAdmin(database, db => keys.rotate(db));
      return 'The hub seals and signs with new keys. Older ones still open what was sealed to them.';
    }
    const { partner } = values;
    const key = newPublishableKey();
    await asAdmin(database, async db => {
      const id = await partnerId(db, partner, values.organization);
      await db.sql`update partner_key set revoked_at = now() where partner_id = ${id} and revoked_at is null`;
      await db.sql`insert into partner_key (key, partner_id) values (${key}, ${id})`;
    });
    return `The older keys of ${partner} stop within seconds. Its new publishable key:\n${key}`;
  },

  async 'staff add'({ database, name, values }) {
    const token = newStaffToken();
    await asAdmin(
      database,
      async db => db.sql`insert into staff (organization_id, name, token_hash)
        values (${await organizationId(db, values.organization)}, ${needed(name, 'a name')}, ${tokenHash(token)})`,
    );
    return `Staff token of ${name}, shown once; it is a secret and never for a web page:\n${token}`;
  },

  async 'staff list'({ database }) {
    const rows = await asAdmin(
      database,
      db =>
        db.sql`select id, name, case when revoked_at is null then 'active' else 'revoked' end as state from staff order by name`,
    );
    return table(['id', 'name', 'state'], rows);
  },

  async 'staff revoke'({ database, name }) {
    const id = needed(name, 'the id that staff list shows');
    const rows = await asAdmin(
      database,
      db => db.sql`update staff set revoked_at = coalesce(revoked_at, now()) where id::text = ${id} returning id`,
    );
    if (rows.length === 0) throw new CommandError(`There is no staff member with the id "${id}".`);
    return 'The token stops within seconds.';
  },

  async 'audit list'({ database, values }) {
    const referral = values.referral ?? null;
    const rows = await asAdmin(
      database,
      db => db.sql`
        select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, coalesce(staff.name, partner.name, actor) as who,
          action, coalesce(referral_id::text, '-') as referral, coalesce(detail ->> 'reason', detail::text, '-') as why
        from audit
        left join staff on actor = 'staff:' || staff.id
        left join partner on actor = 'partner:' || partner.id
        where ${referral}::text is null or referral_id::text = ${referral}
        order by audit.id desc limit 200`,
    );
    return table(['at', 'who', 'action', 'referral', 'why'], rows);
  },
};

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function asAdmin<T>(database: Opened['database'], work: (db: Db) => Promise<T>): Promise<T> {
  return database.transaction({ role: 'hub_admin' }, work);
}

async function organizationId(db: Db, name: string | undefined): Promise<string> {
  const found = await db.sql<{
    id: string;
  }>`select id from organization where ${name ?? null}::text is null or name = ${name ?? null}`;
  if (found.length === 1) return found[0]!.id;
  throw new CommandError(
    found.length
      ? 'There are several organizations: name one with --organization.'
      : 'There is no such organization. Add one: npm run hub -- organization add PROFILE.json',
  );
}

async function partnerId(db: Db, name: string, organization: string | undefined): Promise<string> {
  const found = await db.sql<{ id: string }>`
    select partner.id from partner join organization on organization.id = organization_id
    where partner.name = ${name} and (${organization ?? null}::text is null or organization.name = ${organization ?? null})`;
  if (found.length === 1) return found[0]!.id;
  throw new CommandError(
    found.length
      ? `Several organizations have a partner "${name}": name one with --organization.`
      : `There is no partner "${name}".`,
  );
}

function needed<T>(value: T | undefined, what: string): T {
  if (value === undefined || value === '') throw new CommandError(`This command needs ${what}.\n\n${usage}`);
  return value;
}

/** Exactly what a browser sends as `Origin`: scheme, host and port. */
function origin(text: string): string {
  if (URL.canParse(text) && !/[*@]/.test(text)) {
    const { protocol, origin: exact, pathname, search, hash } = new URL(text);
    if ((protocol === 'https:' || protocol === 'http:') && pathname === '/' && !search && !hash) return exact;
  }
  throw new CommandError(
    `"${text}" is not the origin of a page. An origin is like https://www.example.org, with nothing after the host.`,
  );
}

async function readJson<S extends z.ZodMiniType>(schema: S, name: string, folder = '.'): Promise<z.output<S>> {
  const text = await readFile(resolve(folder, name), 'utf8').catch(() => {
    throw new CommandError(`The file ${name} cannot be read.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CommandError(`The file ${name} is not JSON.`);
  }
  const read = z.safeParse(schema, value);
  if (read.success) return read.data;
  const faults = fieldProblems(read.error.issues, name, value);
  throw new CommandError(
    `The file is not of the contract:\n${faults.map(({ path, code }) => `  ${path}: ${code}\n`).join('')}`,
  );
}

function table(columns: readonly string[], rows: readonly object[]): string {
  const cells = [columns, ...rows.map(row => columns.map(column => String((row as Record<string, unknown>)[column])))];
  const widths = columns.map((_, column) => Math.max(...cells.map(row => row[column]!.length)));
  return cells
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
