/*
 * `npm run bench [client|intake|form]`: what a call costs with the SDK and with its peers, how many referrals a hub
 * receives, and what the referral form costs a browser beside the same form built otherwise. Prints ratios of one run
 * on one machine and keeps them in results.json; it passes and fails nobody.
 * The peers are installed beside this file when they are missing: whoever only works on the hub needs none of them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { compareClients } from './client.ts';
import type { Standing } from './contender.ts';
import { compareIntakeOnPGlite, compareIntakeOnPostgres } from './intake.ts';

interface Result extends Measured {
  /** When, and how busy the machine was before and after: above the number of cores, others were at work. */
  readonly date: string;
  readonly load: { readonly before: number | undefined; readonly after: number | undefined };
}

interface Measured {
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
const measured = [
  ...(isAsked('client') ? await timed(clients) : []),
  ...(isAsked('intake') ? await timed(intake) : []),
  ...(isAsked('form') ? await timed(forms) : []),
];
measured.forEach(print);
writeFileSync(results, `${JSON.stringify({ ...circumstances(), results: withKept(measured) }, null, 2)}\n`);

async function timed(measure: () => Promise<Measured[]>): Promise<Result[]> {
  const [before] = loadavg();
  const measured = await measure();
  const [after] = loadavg();
  return measured.map(each => ({ ...each, date: new Date().toISOString(), load: { before, after } }));
}

/** What was not asked for this time stays as it was taken last. */
function withKept(measured: readonly Result[]): Result[] {
  const { results: before } = JSON.parse(readFileSync(results, 'utf8')) as { results: Result[] };
  const isNew = ({ what }: Result) => measured.some(each => each.what === what);
  return [...before.filter(each => !isNew(each)), ...measured];
}

async function clients(): Promise<Measured[]> {
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

async function intake(): Promise<Measured[]> {
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

async function forms(): Promise<Measured[]> {
  const method =
    'The questions and words of our form for somebody who asks for themselves, 20 pages, in each: ours on a partner’s page with a hub beside it, server-rendered pages without script (each step sent and answered with the next page), React with react-hook-form and zod, SurveyJS. All bundled and minified alike, in brotli 11. Headless Chromium, nothing in its cache, its processor slowed 4 times, 1.6 Mbit/s and 150 ms a request; answered with mouse and keyboard up to the page on which answers are checked; medians of 7 rounds. Ours has the words and conditions of every other route besides, and loads its ending meanwhile. How busy the machine is moves times far more than bytes: compare within a run.';
  // Its builder is one of the packages that may just have been installed.
  const { compareForms } = await import('./form.ts');
  return (await compareForms()).map(each => ({ ...each, method }));
}

function print({ what, unit, target, standings }: Result): void {
  console.log(`\n${what}${target ? ` (target ${target})` : ''}`);
  for (const { name, figure, ratio, least, greatest } of standings) {
    const row = `  ${name.padEnd(20)} ${`${figure} ${unit}`.padEnd(18)}`;
    const compared =
      ratio === undefined ? '' : `x ${ratio.toFixed(2)}  (${least?.toFixed(2)} to ${greatest?.toFixed(2)})`;
    console.log(`${row} ${compared}`.trimEnd());
  }
}

function circumstances(): object {
  const [cpu] = cpus();
  return {
    machine: { cores: cpus().length, cpu: cpu?.model, memory: totalmem(), system: `${process.platform} ${release()}` },
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
