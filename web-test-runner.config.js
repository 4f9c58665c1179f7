import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { summaryReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { chromeFlags, chromePath, firefoxPath, noChrome } from './test/browser.ts';
import { haveWebKit, webkitLauncher } from './test/webkit-launcher.js';

export default {
  files: 'test/widgets/**/*.test.ts',
  // Lit's development build warns of mistakes, and the tests listen.
  nodeResolve: { exportConditions: ['source', 'development'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('packages/widgets/tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: browsers(),
  // A second page would send the first to the background, where it has neither focus nor frames.
  concurrency: 1,
  concurrentBrowsers: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 30_000,
  testsFinishTimeout: 300_000,
  // A busy machine is slow, not wrong.
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  reporters: [summaryReporter(), countReporter()],
  coverageConfig: {
    include: ['packages/*/src/**/*.ts'],
    reporters: ['lcov', 'text-summary'],
    reportDir: 'coverage',
  },
};

/** Chromium always; Firefox and WebKit where they are installed, and in CI in any case. `BROWSERS=firefox` picks. */
function browsers() {
  const wanted = (process.env.BROWSERS ?? 'chromium,firefox,webkit').split(',');
  const demanded = process.env.BROWSERS !== undefined || Boolean(process.env.CI);
  const launchers = [];
  if (wanted.includes('chromium')) {
    const executablePath = chromePath();
    if (!executablePath) throw new Error(noChrome);
    launchers.push(chromeLauncher({ concurrency: 1, launchOptions: { executablePath, args: chromeFlags } }));
  }
  if (wanted.includes('firefox')) {
    const executablePath = firefoxPath();
    if (executablePath) {
      // Handing in puppeteer makes the launcher speak WebDriver BiDi, which the stock Firefox understands.
      const launchOptions = { browser: 'firefox', executablePath };
      launchers.push(chromeLauncher({ puppeteer, concurrency: 1, launchOptions }));
    } else if (demanded) throw new Error('No Firefox found: install it, or set FIREFOX_PATH to one.');
  }
  if (wanted.includes('webkit')) {
    if (haveWebKit()) launchers.push(webkitLauncher());
    else if (demanded) throw new Error('No WebKitGTK found: install webkit2gtk-driver and xvfb.');
  }
  return launchers;
}

/** Tells the test runner how many tests passed and failed, where it asks for that. A skipped test has failed. */
function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const count = { passed: 0, failed: 0 };
      for (const { testResults, passed } of sessions) {
        const tests = [...testsOf(testResults)];
        const failures = tests.filter(test => !test.passed || test.skipped).length;
        count.passed += tests.length - failures;
        // A file that does not load has no tests, and has failed.
        count.failed += failures === 0 && (!passed || tests.length === 0) ? 1 : failures;
      }
      if (process.env.COUNT_FILE) writeFileSync(process.env.COUNT_FILE, JSON.stringify(count));
    },
  };
}

function* testsOf(suite) {
  yield* suite?.tests ?? [];
  for (const inner of suite?.suites ?? []) yield* testsOf(inner);
}
