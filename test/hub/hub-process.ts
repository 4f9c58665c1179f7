import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';

/** Settings by the names of their environment variables. */
export type Environment = Readonly<Record<string, string>>;

/** A hub in a process of its own, as it runs in production. */
export interface HubProcess {
  readonly url: string;
  /** Everything that it has printed. */
  output(): string;
  /** Ends it as a crash would: at once, with nothing tidied. */
  kill(): Promise<void>;
  /** Ends it in good order, and answers with its exit status. */
  stop(): Promise<number | null>;
}

/** How a command line ended. */
export interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly ms: number;
}

// Compiled once and kept: hubs are started many times here, and reading the program is most of a start.
const compiled = mkdtempSync(join(tmpdir(), 'advocacy-hub-compiled-'));
// A test that fails must not leave its hubs behind, nor wait for them for ever.
const running = new Set<ChildProcess>();
const tidy = () => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(compiled, { recursive: true, force: true });
};
after(tidy);
process.once('exit', tidy);

// Whoever runs the tests may have settings of a hub of their own.
const usual = { DATABASE_URL: '', DATABASE_OWNER_URL: '', HOST: '127.0.0.1', PORT: '0', NODE_COMPILE_CACHE: compiled };
const main = join(import.meta.dirname, '..', '..', 'packages', 'hub', 'src', 'main.ts');

/** Starts a hub on a free port and waits until it answers. Rejects with what it printed when it ends instead. */
export async function startHub(environment: Environment): Promise<HubProcess> {
  const { child, output } = spawnHub(['serve'], environment);
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [status] = await exit;
    return status;
  };
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', line => {
      const address = /^The hub answers at (.+)$/.exec(line)?.[1];
      if (address) resolve(address);
    });
    void exit.then(([status]) => reject(new Error(`The hub ended with ${status}:\n${output()}`)));
  });
  return { url, output, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}

/** Runs a command of the hub's command line to its end. */
export async function runHub(words: readonly string[], environment: Environment): Promise<Ended> {
  const began = performance.now();
  const { child, output } = spawnHub(words, environment);
  // A hub that should have refused to start would run for ever.
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 60_000);
  // Unlike exit, close comes after the last of what it printed.
  const [status] = (await once(child, 'close')) as [number | null];
  clearTimeout(tooLong);
  return { status, output: output().trim(), ms: performance.now() - began };
}

function spawnHub(words: readonly string[], environment: Environment): { child: ChildProcess; output: () => string } {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--disable-warning=ExperimentalWarning', main, ...words],
    {
      env: { ...process.env, ...usual, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  child.stdout.on('data', (printed: Buffer) => (text += printed.toString()));
  child.stderr.on('data', (printed: Buffer) => (text += printed.toString()));
  running.add(child);
  child.once('exit', () => running.delete(child));
  return { child, output: () => text };
}
