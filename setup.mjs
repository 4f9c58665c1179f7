/*
 * `node setup.mjs SCRIPT [ARGS]` runs a script of this repository in a fresh clone too: it installs the packages
 * where they are missing, then starts the script on the Node that the packages bring along.
 * It may use nothing but Node 20 itself, since it runs before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const installed = join(root, 'node_modules', '.package-lock.json');
const [script, ...args] = process.argv.slice(2);

if (!script) stop('Usage: node setup.mjs SCRIPT [ARGS]');
checkNode();
if (!isInstalled()) install();
run();

/** On Linux x64 a newer Node comes along as a package; elsewhere this one must read TypeScript by itself. */
function checkNode() {
  const bringsNode = process.platform === 'linux' && process.arch === 'x64';
  const least = bringsNode ? '20.0' : '22.18';
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [leastMajor, leastMinor] = least.split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  stop(`Node ${least} or newer is needed here, and this is ${process.versions.node}: install the current Node 24.`);
}

/** True when every package that npm wrote down is on disk, and nothing was asked for since. */
function isInstalled() {
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) return false;
  const { packages } = JSON.parse(readFileSync(installed, 'utf8'));
  return Object.keys(packages).every(path => existsSync(join(root, path)));
}

function install() {
  console.log('Installing the packages (npm ci); this takes about a minute.');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawnSync('npm', ['ci', ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.error) stop(`npm could not be started: ${npm.error.message}`);
  if (npm.signal) process.kill(process.pid, npm.signal);
  if (npm.status !== 0) stop('The packages could not be installed: npm says why above.');
  // A package-lock.json written while npm worked would ask for another install each time.
  const now = new Date();
  utimesSync(installed, now, now);
}

/** Starts the script and ends as it ends. */
function run() {
  const path = join(root, 'node_modules', '.bin') + delimiter + process.env.PATH;
  // By name: `process.execPath` is the Node that runs this file, not the one that the packages bring.
  const child = spawn('node', ['--conditions=source', '--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: 'inherit',
  });

  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGINT', () => {
    // A terminal sends Ctrl+C to the child as well, and a second one would read as "at once".
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });

  if (process.env.npm_lifecycle_event) endWithParent(child);

  child.once('error', error => stop(`node could not be started: ${error.message}`));
  child.once('exit', (status, signal) => {
    if (signal === null) process.exit(status);
    // Ending by the same signal is what keeps npm from calling Ctrl+C an error.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    setTimeout(() => process.exit(128 + constants.signals[signal]), 1000);
  });
}

/** npm passes a SIGTERM on to the shell between it and us, and the shell keeps it to itself: we only become orphans. */
function endWithParent(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500).unref();
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
