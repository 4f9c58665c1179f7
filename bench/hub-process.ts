import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import pg from 'pg';
import { countyDurhamHub } from '@advocacy-hub/sdk/examples';
import { startPostgres } from '../test/postgres.ts';

/** A hub in a process of its own, set up as in production but for its limits. */
export interface HubProcess {
  readonly url: string;
  readonly key: string;
  /** How its database's owner connects, where that is a server. */
  readonly databaseUrl?: string;
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;
const main = join(import.meta.dirname, '..', 'packages', 'hub', 'src', 'main.ts');
const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
const partnersOrigin = 'https://www.partner.example';
const noLimits = { REQUESTS_A_MINUTE: '100000000', REFERRALS_A_MINUTE: '100000000' };

/** On a PostgreSQL that writes to the disk before it says so; its tables' owner and the role that serves are two logins. */
export async function hubOnPostgres(): Promise<HubProcess> {
  const server = await startPostgres({ durable: true });
  const owner = new pg.Client(server.url);
  await owner.connect();
  await owner.query("create role application login nosuperuser nobypassrls password 'application'");
  await owner.end();
  const secret = randomBytes(32).toString('base64url');
  const serving = new URL(server.url);
  serving.username = 'application';
  serving.password = 'application';
  const command = (...words: string[]) => run(words, { DATABASE_OWNER_URL: server.url, SECRET: secret });
  await command('migrate', '--application', 'application');
  const key = await addPartner(command);
  const hub = await start({ DATABASE_URL: serving.href, SECRET: secret });
  const stop = async () => {
    await hub.stop();
    await server.stop();
  };
  return { url: hub.url, key, databaseUrl: server.url, stop };
}

/** On the embedded database, in a folder that is thrown away. */
export async function hubOnPGlite({ origin = partnersOrigin, assets = '' } = {}): Promise<HubProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'advocacy-hub-bench-'));
  const environment = { DATA: folder, ...(assets && { ASSETS: assets }) };
  const hub = await start(environment);
  const key = await addPartner((...words) => run(words, environment), origin);
  const stop = async () => {
    await hub.stop();
    rmSync(folder, { recursive: true });
  };
  return { url: hub.url, key, stop };
}

async function addPartner(command: (...words: string[]) => Promise<string>, origin = partnersOrigin): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'advocacy-hub-bench-'));
  const file = join(folder, 'profile.json');
  writeFileSync(file, JSON.stringify(countyDurhamHub));
  await command('organization', 'add', file);
  rmSync(folder, { recursive: true });
  return (await command('partner', 'add', 'Partner', '--origin', origin)).split('\n').at(-1)!;
}

async function run(words: readonly string[], environment: Environment): Promise<string> {
  const { stdout } = await promisify(execFile)('node', [...flags, main, ...words], { env: environmentOf(environment) });
  return stdout.trim();
}

/** HUB_FLAGS go to the hub's Node: `HUB_FLAGS='--cpu-prof --cpu-prof-dir=.cache' npm run bench intake`. */
async function start(environment: Environment): Promise<{ url: string; stop: () => Promise<void> }> {
  const more = process.env.HUB_FLAGS?.split(' ') ?? [];
  const child = spawn('node', [...flags, ...more, main, 'serve'], {
    env: environmentOf({ ...environment, ...noLimits, HOST: '127.0.0.1', PORT: '0' }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    // The log goes on being read: a full pipe would hold the hub up.
    createInterface({ input: child.stdout }).on('line', line => {
      const address = /^The hub answers at (.+)$/.exec(line)?.[1];
      if (address) resolve(address);
    });
    exit.then(([status]) => reject(new Error(`The hub ended with ${status}.`)), reject);
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await exit;
  };
  return { url, stop };
}

function environmentOf(environment: Environment): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: '', DATABASE_OWNER_URL: '', ...environment };
}
