/*
 * `npm run bench [client|intake]`: what a call costs with the SDK and with its peers, and how many referrals a hub
 * receives. Prints ratios of one run on one machine and keeps them in results.json; it passes and fails nobody.
 * The peers are installed beside this file when they are missing: whoever only works on the hub needs none of them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { compareClients } from './client.ts';
import type { Standing } from './contender.ts';
import { compareIntakeOnPGlite, compareIntakeOnPostgres } from './intake.ts';

interface Result {
  readonly what: string;
  readonly unit: string;
  readonly target?: string;
  readonly method: string;
  readonly standings: readonly Standing[];
}

const here = import.meta.dirname;
const results = join(here, 'results.json');
const asked = process.argv.slice(2);
const isAsked = (part: string) => asked.length === 0 || asked.includes(part);

installPeers();
const [loadBefore] = loadavg();
const measured = [...(isAsked('client') ? await clients() : []), ...(isAsked('intake') ? await intake() : [])];
measured.forEach(print);
writeFileSync(results, `${JSON.stringify({ ...circumstances(), results: measured }, null, 2)}\n`);

async function clients(): Promise<Result[]> {
  const { call, page } = await compareClients();
  const method =
    'Calls one after the other to one local server in a process of its own that answers a fixed JSON; each client in each of 60 rounds after one to warm up; medians, and medians of the ratios of each round.';
  return [
    { what: 'One call: the profile', unit: 'µs a call', target: '<= 1.5 x bare fetch', method, standings: call },
    {
      what: 'A page of 100 referral summaries',
      unit: 'µs a page',
      target: '<= 2.0 x bare fetch',
      method,
      standings: page,
    },
  ];
}

async function intake(): Promise<Result[]> {
  const method =
    'Envelopes sealed beforehand, 16 writers over HTTP to a hub in a process of its own; beside it 16 writers that insert rows of the same size into a plain table of the same database, each in a transaction of its own; 7 rounds of 1,500 after one to warm up.';
  return [
    {
      what: 'Referrals received on PostgreSQL, fsync on',
      unit: 'a second',
      target: '>= 0.6 x bare inserts',
      method,
      standings: await compareIntakeOnPostgres(),
    },
    {
      what: 'Referrals received on PGlite',
      unit: 'a second',
      method: method.replace('of the same database', 'of a second PGlite in the process of the writers'),
      standings: await compareIntakeOnPGlite(),
    },
  ];
}

function print({ what, unit, target, standings }: Result): void {
  console.log(`\n${what}${target ? ` (target ${target})` : ''}`);
  for (const { name, figure, ratio, least, greatest } of standings) {
    const row = [name.padEnd(20), `${figure} ${unit}`.padEnd(18), `x ${ratio.toFixed(2)}`];
    console.log(`  ${row.join(' ')}  (${least.toFixed(2)} to ${greatest.toFixed(2)})`);
  }
}

function circumstances(): object {
  const [cpu] = cpus();
  return {
    date: new Date().toISOString(),
    machine: { cores: cpus().length, cpu: cpu?.model, memory: totalmem(), system: `${process.platform} ${release()}` },
    // Above the number of cores, others were at work and the figures are worth less.
    load: { before: loadBefore, after: loadavg()[0] },
    versions: {
      node: process.versions.node,
      ...versions(join(here, 'package.json')),
      ...versions(join(here, '..', 'packages', 'hub', 'package.json')),
    },
  };
}

function versions(file: string): Record<string, string> {
  return (JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> }).dependencies;
}

function installPeers(): void {
  const wanted = Object.entries(versions(join(here, 'package.json')));
  const isThere = ([name, version]: [string, string]) => {
    const file = join(here, 'node_modules', name, 'package.json');
    return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version === version;
  };
  if (wanted.every(isThere)) return;
  console.log('Installing the peers.');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', here];
  const npm = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (npm.status !== 0) throw new Error('The peers could not be installed.');
}
