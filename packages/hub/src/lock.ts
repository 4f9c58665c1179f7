import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Thrown when another process has the folder. */
export class DataInUseError extends Error {
  override readonly name = 'DataInUseError';
}

/**
 * Takes a folder for this process alone. PGlite has no lock of its own: two processes on one folder
 * destroy each other's rows without an error.
 *
 * The lock is SQLite's on an empty file, since Node has no file locks and SQLite takes the system's:
 * nobody can take it twice, there is no moment between looking and taking, and it is free when its process is gone, however it went.
 *
 * @returns what gives it back.
 * @throws {DataInUseError} at once when another process has it.
 */
export function takeFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(folder, 'lock'));
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
  } catch {
    lock.close();
    throw new DataInUseError(
      `Another hub is running on ${folder}. Stop it first, or give this one another folder in DATA.`,
    );
  }
  return () => lock.close();
}
