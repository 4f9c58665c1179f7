/*
 * What `npm test` runs, in this order. A suite is
 *   check:  commands that must all succeed; they count as one test
 *   tests:  files for Node's test runner, which counts
 *   wtr:    web-test-runner, which counts
 *   before: commands that must have succeeded first; each runs once, whoever asks for it
 *   browsers: true where it needs them
 */
const types = ['tsc', '-b'];
const bundles = ['rollup', '-c', '--silent'];
const stories = ['storybook', 'build', '-o', '.cache/storybook', '--quiet'];
const manifest = ['cem', 'analyze', '--config', 'custom-elements-manifest.config.js'];

export const suites = {
  format: { check: [['prettier', '--check', '--log-level=warn', '.']] },
  lint: { check: [['eslint', '--max-warnings=0', '.']] },
  types: { check: [types] },
  manifest: {
    check: [
      [...manifest, '--outdir', '.cache/manifest'],
      // Fresh: what is committed is what the sources say.
      [
        'git',
        'diff',
        '--no-index',
        '--exit-code',
        'packages/widgets/custom-elements.json',
        '.cache/manifest/custom-elements.json',
      ],
    ],
  },
  build: { check: [bundles] },
  openapi: { check: [['spectral', 'lint', '--fail-severity=warn', '--quiet', 'packages/hub/openapi.json']] },
  packages: {
    before: [types],
    check: [
      ['publint', '--strict', 'packages/sdk'],
      ['publint', '--strict', 'packages/widgets'],
      ['publint', '--strict', 'packages/hub'],
      ['attw', '--quiet', '--profile', 'esm-only', '--pack', 'packages/sdk'],
    ],
  },
  sdk: { tests: ['test/sdk/**/*.test.ts'] },
  hub: { tests: ['test/hub/**/*.test.ts'] },
  contract: { tests: ['test/contract.test.ts'] },
  docs: { tests: ['test/readme.test.ts'] },
  words: { tests: ['test/words/*.test.ts'] },
  widgets: { wtr: true, browsers: true },
  stories: { tests: ['test/stories.test.ts'], before: [stories], browsers: true },
  e2e: { tests: ['test/e2e/*.test.ts'], before: [bundles], browsers: true },
};
