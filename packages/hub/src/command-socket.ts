import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, relative } from 'node:path';
import { json } from 'node:stream/consumers';
import { commandFailure, runCommand, type CommandResult } from './commands.ts';
import type { Opened } from './open.ts';

/** What the command line sends: the words, and the folder that file names in them are relative to. */
interface Asked {
  readonly words: readonly string[];
  readonly folder: string;
}

/** The embedded database is one process's alone, so the command line asks the hub that has it. */
function socketIn(folder: string): string {
  if (process.platform === 'win32') return join('\\\\.\\pipe', folder, 'commands');
  // A socket's path may have about a hundred characters: take the shorter way to name it.
  const path = join(folder, 'commands.sock');
  const shorter = relative(process.cwd(), path);
  return shorter.length < path.length ? shorter : path;
}

/** Answers commands of people who may read the folder. Whoever calls this holds the folder's lock, so an old socket is nobody's. */
export async function answerCommands(
  folder: string,
  opened: Pick<Opened, 'database' | 'keys'>,
): Promise<() => Promise<void>> {
  const path = socketIn(folder);
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, socket => {
    socket.on('error', () => socket.destroy());
    // Whoever connects and says nothing does not keep the hub from stopping.
    socket.setTimeout(5_000, () => socket.destroy());
    json(socket)
      .then(asked => runCommand((asked as Asked).words, { ...opened, folder: (asked as Asked).folder }))
      .catch(commandFailure)
      .then(
        result => socket.end(JSON.stringify(result)),
        () => socket.destroy(),
      );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  return () => new Promise(resolve => server.close(() => resolve()));
}

/** Has a running hub carry out a command. Undefined where none runs on this folder. */
export function askRunningHub(folder: string, words: readonly string[]): Promise<CommandResult | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketIn(folder));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' || error.code === 'ECONNREFUSED' ? resolve(undefined) : reject(error),
    );
    socket.once('connect', () => {
      socket.end(JSON.stringify({ words, folder: process.cwd() } satisfies Asked));
      json(socket).then(result => resolve(result as CommandResult), reject);
    });
  });
}
