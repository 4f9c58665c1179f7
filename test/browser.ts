import { accessSync, constants, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, type LaunchOptions, chromium } from 'playwright-core';

/** Says what to do where no browser is found. */
export const noChrome = 'No Chromium found: install Chromium or Chrome, or set CHROME_PATH to one.';

/** Switches for a quiet, self-contained Chromium. */
export const chromeFlags = [
  // Root has no sandbox, and containers rarely allow one.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** The Chromium of this machine: the one named, the system's, or one that another tool downloaded. */
export function chromePath(): string | undefined {
  if (process.env.CHROME_PATH) return executable(process.env.CHROME_PATH);
  return (
    onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
    inCache('.cache/ms-playwright/chromium-*/chrome-linux*/chrome') ??
    inCache('.cache/puppeteer/chrome/*/chrome-linux*/chrome') ??
    inCache('Library/Caches/ms-playwright/chromium-*/chrome-mac*/*.app/Contents/MacOS/*') ??
    inCache('.cache/puppeteer/chrome/*/chrome-mac*/*.app/Contents/MacOS/*') ??
    executable('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  );
}

/** The Firefox of this machine. */
export function firefoxPath(): string | undefined {
  if (process.env.FIREFOX_PATH) return executable(process.env.FIREFOX_PATH);
  return onPath('firefox-esr', 'firefox') ?? executable('/Applications/Firefox.app/Contents/MacOS/firefox');
}

/** Starts Chromium. Close it at the end: it outlives the test otherwise. */
export function launch(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = chromePath();
  if (!executablePath) throw new Error(noChrome);
  return chromium.launch({ executablePath, args: chromeFlags, ...options });
}

/** The first of these programs that is on PATH. */
export function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    const found = folders.map(folder => executable(join(folder, name))).find(path => path);
    if (found) return found;
  }
  return undefined;
}

/** The newest of a tool's downloads, whose folders end in their versions. */
function inCache(pattern: string): string | undefined {
  const byVersion = new Intl.Collator('en', { numeric: true }).compare;
  return globSync(join(homedir(), pattern)).sort(byVersion).reverse().find(executable);
}

function executable(path: string): string | undefined {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
}
