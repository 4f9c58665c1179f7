import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup, type Plugin } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { around, pagesOfSelf } from './pages.ts';

const root = join(import.meta.dirname, '..', '..');
/** A package that the benchmarks alone install: elsewhere its types are not there either. */
const commonjsPackage: string = '@rollup/plugin-commonjs';
const peers = join(import.meta.dirname, '..', 'peers', 'form');

/** What a page of a contender needs, as files in a folder. */
export interface Built {
  readonly name: string;
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Our own widgets as they are served, in a copy: whoever builds them anew meanwhile changes nothing here. */
export function buildWidgets(folder: string): { readonly first: readonly string[] } {
  const began = Date.now();
  const { status } = spawnSync('rollup', ['-c', '--silent'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }); // prettier-ignore
  const built = join(root, 'dist', 'widgets');
  // A build over its budget of bytes has written its files all the same, and its speed is worth knowing.
  if (status !== 0 && statSync(join(built, 'manifest.json')).mtimeMs < began)
    throw new Error('The widgets could not be built: rollup says why above.');
  cpSync(built, folder, { recursive: true });
  return { first: firstFiles(folder, 'referral-form.js') };
}

/** All that an entry needs before it can begin. */
function firstFiles(folder: string, entry: string): string[] {
  interface Manifest {
    readonly files: Readonly<Record<string, { readonly imports: readonly string[] }>>;
  }
  const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const found = new Set([entry]);
  // A set goes on to what is added to it meanwhile.
  for (const name of found) files[name]?.imports.forEach(each => found.add(each));
  return [...found];
}

const builtPeers: readonly Built[] = [
  { name: 'plain-html', scripts: [], styles: ['form.css'] },
  { name: 'react', scripts: ['react.js'], styles: ['form.css'] },
  { name: 'surveyjs', scripts: ['surveyjs.js'], styles: ['surveyjs.css'] },
];

/**
 * The peers, from the same questions, with the same bundler and minifier as ours. They take minutes to minify, so what
 * was built is kept for as long as it would come out the same.
 */
export async function buildPeers(): Promise<{ readonly folder: string; readonly built: readonly Built[] }> {
  const hash = createHash('sha256').update(JSON.stringify(pagesOfSelf()));
  const bench = join(peers, '..', '..');
  const sources = readdirSync(peers).map(name => join(peers, name));
  for (const file of [...sources, import.meta.filename, join(bench, 'package-lock.json')])
    hash.update(readFileSync(file));
  const folder = join(root, '.cache', 'bench-form', hash.digest('hex').slice(0, 16));
  if (!existsSync(join(folder, 'done'))) {
    console.log('Building the peers of the form; this takes a minute or two, once.');
    mkdirSync(folder, { recursive: true });
    await writePeers(folder);
    writeFileSync(join(folder, 'done'), '');
  }
  return { folder, built: builtPeers };
}

async function writePeers(folder: string): Promise<void> {
  const modules = join(peers, '..', '..', 'node_modules');
  const formStyles = readFileSync(join(peers, 'form.css'), 'utf8');
  writeFileSync(join(folder, 'form.css'), formStyles.replace(/\s+/g, ' '));
  writeFileSync(
    join(folder, 'surveyjs.css'),
    readFileSync(join(modules, 'survey-core', 'survey-core.min.css'), 'utf8').replace(/\/\*[^]*?\*\//g, ''),
  );
  await bundle('react.tsx', folder);
  await bundle('surveyjs.ts', folder);
}

async function bundle(entry: string, folder: string): Promise<void> {
  const { default: commonjs } = (await import(commonjsPackage)) as { readonly default: () => Plugin };
  const made = await rollup({
    input: join(peers, entry),
    plugins: [
      questions(),
      production(),
      resolve({ browser: true, extensions: ['.ts', '.tsx', '.js', '.mjs'] }),
      commonjs(),
      esbuild({ target: 'es2022', jsx: 'automatic', tsconfig: false }),
      terser({ ecma: 2022, module: true, compress: { passes: 3 }, format: { comments: false } }),
    ],
    onwarn: () => undefined,
  });
  const file = join(folder, entry.replace(/\.tsx?$/, '.js'));
  await made.write({ file, format: 'es', generatedCode: 'es2015', inlineDynamicImports: true });
  await made.close();
}

/** `import { pages, around } from 'questions'`. */
function questions(): Plugin {
  const id = '\0questions';
  return {
    name: 'questions',
    resolveId: source => (source === 'questions' ? id : null),
    load: each =>
      each === id
        ? `export const pages = ${JSON.stringify(pagesOfSelf())}; export const around = ${JSON.stringify(around)};`
        : null,
  };
}

/** Libraries have a slower half for developers, which a page is not given. */
function production(): Plugin {
  return {
    name: 'production',
    transform: code => {
      if (!code.includes('process.env.NODE_ENV')) return null;
      return { code: code.replaceAll('process.env.NODE_ENV', '"production"'), map: null };
    },
  };
}
