/*
 * Makes sure that the browser tests have a browser. In CI, as root on Debian, it installs all three engines;
 * anywhere else it changes nothing, and says in a line what is missing.
 */
import { spawnSync } from 'node:child_process';
import { chromePath, firefoxPath, noChrome, onPath } from './browser.ts';
import { haveWebKit } from './webkit-launcher.js';

const mayInstall = process.env.CI && process.getuid?.() === 0 && onPath('apt-get');
if (mayInstall) {
  const missing = [
    ...(chromePath() ? [] : ['chromium', 'fonts-dejavu-core']),
    ...(firefoxPath() ? [] : ['firefox-esr']),
    ...(haveWebKit() ? [] : ['webkit2gtk-driver', 'xvfb']),
  ];
  if (missing.length > 0) install(missing);
}
if (!chromePath()) {
  console.error(noChrome);
  process.exit(1);
}

function install(packages) {
  console.log(`Installing ${packages.join(', ')}.`);
  // dpkg would ask questions otherwise, of nobody.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const updated = apt('update');
  const installed = apt('install', '-y', '--no-install-recommends', ...packages);
  if (updated.status !== 0 || installed.status !== 0) console.error('apt-get could not install all of them.');
}
