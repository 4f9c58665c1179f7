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
          .filter(([when, limit]) => entries[name][when] > limit)
          .map(([when, limit]) => `${name} loads ${entries[name][when]} bytes (${when}); its budget is ${limit}`),
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

function weighEntry(bundle, files, entry) {
  const first = reach(bundle, [entry.fileName], chunk => chunk.imports);
  const all = reach(bundle, [entry.fileName], chunk => [...chunk.imports, ...chunk.dynamicImports]);
  // A page loads the words of one language, before the first thing that it shows: the longest counts for each of them.
  const words = [...first].flatMap(name => bundle[name].dynamicImports).filter(name => isLanguage(bundle[name]));

  const weight = name => files[name].brotli;
  const sum = names => [...names].reduce((total, name) => total + weight(name), 0);
  return {
    first: sum(first) + Math.max(0, ...words.map(weight)),
    all: sum([...all].filter(name => !isLanguage(bundle[name]))) + Math.max(0, ...words.map(weight)),
  };
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

function isLanguage(chunk) {
  return chunk.facadeModuleId?.includes('/internal/strings/') ?? false;
}
