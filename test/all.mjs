/*
 * The one test runner. `node test/all.mjs` runs every suite, `node test/all.mjs NAME...` those named,
 * `--full` the long form of each (the tests read FULL). The last line is `N passed, N failed`, alone.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { suites } from './suites.mjs';

const root = resolve(import.meta.dirname, '..');
process.chdir(root);
const full = process.argv.includes('--full');
const minutes = full ? 60 : 20;
const named = process.argv.slice(2).filter(argument => argument !== '--full');
const unknown = named.filter(name => !(name in suites));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(', ')}. There are ${Object.keys(suites).join(', ')}.`);
  process.exit(1);
}

const counts = join(root, '.cache', 'counts.json');
/** Marks every process that a test starts, so that leftovers are found wherever they have gone. */
const mark = `ADVOCACY_HUB_TEST_RUN=${randomUUID()}`;
const env = {
  ...process.env,
  PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH,
  COUNT_FILE: counts,
  ADVOCACY_HUB_TEST_RUN: mark.split('=')[1],
  // These would tell people's and machines' figures to others, or ask whether a newer version is out.
  STORYBOOK_DISABLE_TELEMETRY: '1',
  NO_UPDATE_NOTIFIER: '1',
  ...(full && { FULL: '1' }),
};
/** Commands that several suites want first, by their words: each runs once. */
const prepared = new Map();
let current;

process.once('SIGINT', () => interrupted(130));
process.once('SIGTERM', () => interrupted(143));
mkdirSync(join(root, '.cache', 'test'), { recursive: true });

const total = { passed: 0, failed: 0 };
const figures = [];
for (const [name, suite] of Object.entries(suites)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const began = Date.now();
  const { passed, failed, log, figures: told = [] } = await runSuite(name, suite);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0 && named.length === 0) process.stdout.write(readFileSync(log));
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  for (const { figure } of told) console.log(figure.replace(/^/gm, '    '));
  figures.push(...told);
}
if (full) writeFigures();
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/** Runs one suite. One that died, or ran nothing, has failed once even where it counted no failure. */
async function runSuite(name, suite) {
  const log = join(root, '.cache', 'test', `${name}.log`);
  // Several suites' worth of passing tests hides the one that matters: their output is shown when they fail.
  const output = named.length > 0 ? 'inherit' : openSync(log, 'w');
  const deadline = AbortSignal.timeout(minutes * 60_000);
  const failure = { passed: 0, failed: 1, log };
  try {
    const before = [...(suite.browsers ? [['node', 'test/setup-browsers.mjs']] : []), ...(suite.before ?? [])];
    for (const command of before) {
      if (!(await prepare(command, output, deadline))) return failure;
    }
    for (const command of suite.check ?? []) {
      if (!(await prepare(command, output, deadline))) return failure;
    }
    if (suite.check) return { passed: 1, failed: 0, log };

    rmSync(counts, { force: true });
    const ok = await execute(suite.wtr ? ['wtr'] : nodeTest(name, suite.tests), output, deadline);
    const { passed, failed, figures: told } = readCounts();
    return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed, log, figures: told };
  } finally {
    if (typeof output === 'number') closeSync(output);
  }
}

function nodeTest(name, files) {
  return [
    ...['node', '--conditions=source', '--disable-warning=ExperimentalWarning', '--test'],
    // A test that fails leaves servers open, and its file would wait for them until the suite's time is up.
    '--test-force-exit',
    // Each hub test file holds a database in memory, and the browser tests share one machine's attention.
    ...[`--test-timeout=${full ? 3_000_000 : 120_000}`, `--test-concurrency=${name === 'e2e' ? 1 : 2}`],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./test/count-reporter.mjs', `--test-reporter-destination=${counts}`],
    ...files,
  ];
}

/** Runs a command unless it ran before, and tells whether it succeeded. */
async function prepare(command, output, deadline) {
  const key = command.join(' ');
  if (prepared.get(key) === false) console.error(`This suite needs what failed before: ${key}`);
  if (!prepared.has(key)) prepared.set(key, await execute(command, output, deadline));
  return prepared.get(key);
}

/** Runs a command in a process group of its own, until it ends or the suite's time is up; true on status 0. */
async function execute([name, ...args], output, deadline) {
  const child = spawn(name, args, { env, stdio: ['ignore', output, output], detached: true });
  current = child;
  const ended = new Promise(done => {
    child.once('error', () => done(undefined));
    child.once('exit', done);
  });
  const tooLong = new Promise(done => deadline.addEventListener('abort', () => done('too long'), { once: true }));
  const result = deadline.aborted ? 'too long' : await Promise.race([ended, tooLong]);
  if (result === 'too long') console.error(`${name} was stopped: a suite may take ${minutes} minutes.`);
  await killLeftovers(child);
  current = undefined;
  return result === 0;
}

/** Ends what a command left running: its group, and browsers and databases that made groups of their own. */
async function killLeftovers(child) {
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    const groupIsAlive = kill(-child.pid, signal);
    const marked = markedProcesses();
    for (const pid of marked) kill(pid, signal);
    if (!groupIsAlive && marked.length === 0) return;
    if (signal === 'SIGTERM') await sleep(500);
  }
}

/** Linux alone tells the environment of a process; elsewhere its group has to do. */
function markedProcesses() {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter(entry => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .filter(pid => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(mark);
      } catch {
        return false; // It has ended meanwhile, or is another user's.
      }
    })
    .map(Number);
}

function kill(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false; // It has ended.
  }
}

function readCounts() {
  try {
    return JSON.parse(readFileSync(counts, 'utf8'));
  } catch {
    return { passed: 0, failed: 0 }; // The suite died before it could count.
  }
}

/** The long figures, for those who read the code and not the terminal: what was measured, by which test, when and where. */
function writeFigures() {
  const { stdout: commit } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' });
  const [{ model }] = cpus();
  const machine = `${cpus().length} cores of ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const method = 'npm run test:full; each figure is told by a test of the file beside it';
  const results = { date: new Date().toISOString(), commit: commit.trim(), machine, method, ...total, figures };
  writeFileSync(join(root, 'test', 'figures.json'), `${JSON.stringify(results, null, 2)}\n`);
}

async function interrupted(status) {
  if (current) await killLeftovers(current);
  process.exit(status);
}
