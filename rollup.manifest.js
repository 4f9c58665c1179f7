import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/**
 * Weighs what was built, writes `manifest.json` beside it, and fails the build where an entry is over its budget.
 * A budget is in bytes of brotli: `first` for all that an entry loads before it can be used, `all` for what it
 * may load in its whole life.
 */
export function weigh(budgets) {
  return {
    name: 'weigh',
    // After writing: these are the very bytes that are served, and a build over its budget can still be looked at.
    writeBundle({ dir }, bundle) {
      const chunks = Object.values(bundle).filter(file => file.type === 'chunk');
      const files = Object.fromEntries(chunks.map(chunk => [chunk.fileName, describe(dir, chunk)]));
      const entries = Object.fromEntries(
        chunks.filter(chunk => chunk.isEntry).map(chunk => [chunk.name, weighEntry(bundle, files, chunk)]),
      );
      writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify({ entries, files }, null, 2)}\n`);

      const faults = Object.entries(budgets).flatMap(([name, budget]) =>
        Object.entries(budget)
          .filter(([part, limit]) => entries[name][part] > limit)
          .map(([part, limit]) => `${name}: ${part} is ${entries[name][part]} bytes in brotli; its budget is ${limit}`),
      );
      if (faults.length > 0) this.error(faults.join('\n'));
    },
  };
}

function describe(dir, chunk) {
  const bytes = readFileSync(join(dir, chunk.fileName));
  return {
    bytes: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
    integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
    imports: chunk.imports,
    dynamicImports: chunk.dynamicImports,
  };
}

/** What a page in English loads; the words of another language, which few pages load, stand apart. */
function weighEntry(bundle, files, entry) {
  const isOtherWords = name => /\/strings\/(\w+\.)?(?!en\b)\w+\.ts$/.test(bundle[name].facadeModuleId ?? '');
  const sum = names => [...names].reduce((total, name) => total + files[name].brotli, 0);

  const first = reach(bundle, [entry.fileName], chunk => chunk.imports);
  const everything = reach(bundle, [entry.fileName], chunk => [...chunk.imports, ...chunk.dynamicImports]);
  const words = [...everything].filter(isOtherWords);
  return { first: sum(first), all: sum(everything) - sum(words), otherWords: sum(words) };
}

/** The files that some files lead to, themselves included. */
function reach(bundle, names, next, found = new Set()) {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    reach(bundle, next(bundle[name]), next, found);
  }
  return found;
}
