import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbedded, openServer, type Database } from './database.ts';
import { Keys } from './keys.ts';
import { takeFolder } from './lock.ts';
import { SettingsError, type Settings } from './settings.ts';

/** A database with the keys that belong to it. */
export interface Opened {
  readonly database: Database;
  readonly keys: Keys;
  close(): Promise<void>;
}

/**
 * Opens the database to serve it: the embedded one sets itself up, a server's must have been migrated by its owner.
 *
 * @throws {SettingsError} where rows would be open to those whom they do not concern.
 */
export async function openForServing(settings: Settings): Promise<Opened> {
  const opened = settings.databaseUrl ? openAt(settings, settings.databaseUrl) : await openFolder(settings);
  try {
    await assertServable(opened);
    return opened;
  } catch (error) {
    await opened.close();
    if (error instanceof SettingsError || !settings.databaseUrl) throw error;
    const { host } = new URL(settings.databaseUrl);
    const { code, message } = error as { code?: string; message: string };
    throw new SettingsError(`The database at ${host} cannot be used: ${code ?? message}.`, { cause: error });
  }
}

async function assertServable({ database, keys }: Opened): Promise<void> {
  if (!(await database.isMigrated()))
    throw new SettingsError('The database is not set up for this version. Run: npm run hub -- migrate');
  const dangers = await database.dangers();
  if (dangers.length)
    throw new SettingsError(
      `The hub refuses this database, since people could read what is not theirs:\n${dangers.map(danger => `  ${danger}\n`).join('')}`,
    );
  if (!(await keys.areUsable()))
    throw new SettingsError(
      'SECRET is not the one that this database was set up with, or it has no keys: run migrate.',
    );
}

/** Opens the database for the command line: the embedded one while no hub runs on it, a server's as the tables' owner. */
export function openForCommands(settings: Settings): Promise<Opened> {
  if (!settings.databaseUrl && !settings.databaseOwnerUrl) return openFolder(settings);
  if (!settings.databaseOwnerUrl)
    throw new SettingsError(
      'Commands change the hub itself: set DATABASE_OWNER_URL for them, never for the serving hub.',
    );
  return Promise.resolve(openAt(settings, settings.databaseOwnerUrl));
}

/** Brings the tables up to date and makes the first keys. `application` is the login role that will serve. */
export async function setUp(
  { database, keys }: Pick<Opened, 'database' | 'keys'>,
  application?: string,
): Promise<void> {
  await database.migrate(application);
  await database.transaction({ role: 'hub_admin' }, async db => {
    const [found] = await db.sql<{ count: number }>`select count(*) from hub_key`;
    if (found?.count === 0) await keys.rotate(db);
  });
}

function openAt({ secret }: Settings, url: string): Opened {
  if (!secret) throw new SettingsError('SECRET must be set: the keys in the database are encrypted with it.');
  const database = openServer(url);
  return { database, keys: new Keys(database, secret), close: () => database.close() };
}

async function openFolder({ data, secret }: Settings): Promise<Opened> {
  const release = takeFolder(data);
  try {
    const database = await openEmbedded(join(data, 'database'));
    const keys = new Keys(database, secret ?? ownSecret(data));
    const close = async () => {
      await database.close();
      release();
    };
    await setUp({ database, keys });
    return { database, keys, close };
  } catch (error) {
    release();
    throw error;
  }
}

/** Beside the database and not in it: who has one without the other can read nothing. */
function ownSecret(folder: string): string {
  const file = join(folder, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
  return readFileSync(file, 'utf8').trim();
}
