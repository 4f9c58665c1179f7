import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import esbuild from 'rollup-plugin-esbuild';
import { weigh } from './rollup.manifest.js';

const kilobyte = 1024;

const clientParts =
  /node_modules\/(zod|ky)\/|\/sdk\/src\/(client|errors|index|page|transport|resources\/[\w-]+|contract\/(common|envelope|key-set|operation|page|problem|profile|said))\.ts$/;

const plugins = [
  resolve({ browser: true, exportConditions: ['source'], extensions: ['.ts', '.js', '.mjs'] }),
  templates(),
  esbuild({ tsconfig: 'packages/widgets/tsconfig.json', target: 'es2022' }),
  terser({ ecma: 2022, module: true, compress: { passes: 3 }, format: { comments: false } }),
];

/** What the hub serves to pages: one file a widget, and what they share in chunks named by their contents. */
const widgets = {
  input: {
    embed: 'packages/widgets/src/embed.ts',
    index: 'packages/widgets/src/index.ts',
    'equality-form': 'packages/widgets/src/equality-form.ts',
    'referral-form': 'packages/widgets/src/referral-form.ts',
    'referral-status': 'packages/widgets/src/referral-status.ts',
  },
  output: {
    dir: 'dist/widgets',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    generatedCode: 'es2015',
    // Each request costs more than the bytes of a small file, and a file that leads to another costs a wait:
    // what the client cannot do without is one.
    manualChunks: id => (clientParts.test(id) ? 'client' : null),
    sourcemap: true,
  },
  plugins: [
    ...plugins,
    weigh({
      embed: { first: kilobyte },
      'equality-form': { all: 44 * kilobyte },
      'referral-form': { first: 28 * kilobyte, all: 68 * kilobyte },
      'referral-status': { first: 20 * kilobyte },
    }),
  ],
  onLog,
};

/** Published to nobody: the SDK as a page would bundle it, to be weighed. */
const sdkAlone = {
  input: { sdk: '\0sdk' },
  output: { dir: '.cache/weighed', format: 'es', generatedCode: 'es2015' },
  plugins: [
    entry('\0sdk', "export { AdvocacyHub } from '@advocacy-hub/sdk';"),
    ...plugins,
    weigh({ sdk: { first: 16 * kilobyte } }),
  ],
  onLog,
};

export default [widgets, sdkAlone];

/** Takes the white space out of html`` and css`` templates. */
function templates() {
  const options = {
    // In svg`` it drops the `/` of `/>`, which nests siblings into each other.
    htmlTags: ['html'],
    // The space around a <slot> is seen by people, and an empty alt="" is heard.
    html: { conservativeCollapse: true, removeEmptyAttributes: false, keepClosingSlash: true },
  };
  return {
    name: 'templates',
    transform: {
      order: 'pre',
      async handler(code, id) {
        if (!id.endsWith('.ts') || !/\b(html|css)`/.test(code)) return null;
        const minified = await minifyHTMLLiterals(code, { ...options, fileName: id });
        return minified && { code: minified.code, map: minified.map };
      },
    },
  };
}

/** An entry whose code is given here. The name begins with `\0`, Rollup's sign for what is on no disk. */
function entry(name, code) {
  return {
    name: 'entry',
    resolveId: source => (source === name ? name : null),
    load: id => (id === name ? code : null),
  };
}

/** What Rollup could not find would be missing on the page. */
function onLog(level, log, handler) {
  handler(level === 'warn' && log.code === 'UNRESOLVED_IMPORT' ? 'error' : level, log);
}
