import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { Hono } from 'hono';

/** What the widgets' build wrote down: each file, by its name, with its hash. */
interface Manifest {
  readonly files: Readonly<Record<string, { readonly integrity: string }>>;
}
type Served = { readonly plain: Buffer; readonly br: Buffer; readonly gzip: Buffer; readonly etag: string };

const compressors = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const aYear = 'public, max-age=31536000, immutable';
const fiveMinutes = 'public, max-age=300, stale-while-revalidate=86400';

/**
 * The built widgets under `/embed/`: the files that the build's manifest names, and nothing else that lies beside them.
 * The loader stands at `/embed/v1.js`. A name with a hash in it is good for a year; other names are asked for again.
 */
export function assets(folder: string): Hono {
  const app = new Hono();
  const files = new Map<string, Promise<Served>>();
  let manifest: Promise<Manifest> | undefined;

  app.get('/*', async context => {
    const asked = context.req.path.replace(/^\/embed\//, '');
    const name = asked === 'v1.js' ? 'embed.js' : asked;
    manifest ??= readManifest(folder);
    const { files: known } = await manifest;
    const entry = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!entry) return context.notFound();
    let file = files.get(name);
    if (!file) files.set(name, (file = load(join(folder, name), entry.integrity)));
    const served = await file;

    context.header('Content-Type', 'text/javascript; charset=utf-8');
    context.header('Cache-Control', name.startsWith('chunks/') ? aYear : fiveMinutes);
    context.header('ETag', served.etag);
    context.header('Vary', 'Accept-Encoding');
    // A module script is loaded across origins only with these.
    context.header('Access-Control-Allow-Origin', '*');
    context.header('Cross-Origin-Resource-Policy', 'cross-origin');
    if (context.req.header('if-none-match') === served.etag) return context.body(null, 304);
    const accepted = context.req.header('accept-encoding') ?? '';
    const encoding = (['br', 'gzip'] as const).find(each => new RegExp(`\\b${each}\\b`).test(accepted));
    if (encoding) context.header('Content-Encoding', encoding);
    return context.body(new Uint8Array(served[encoding ?? 'plain']));
  });
  return app;
}

async function readManifest(folder: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  } catch {
    // A hub without built widgets still answers its API.
    return { files: {} };
  }
}

async function load(path: string, etag: string): Promise<Served> {
  const plain = await readFile(path);
  const [br, zipped] = await Promise.all([compressors.br(plain), compressors.gzip(plain)]);
  return { plain, br, gzip: zipped, etag: `"${etag}"` };
}
