import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { Hono } from 'hono';

/** What the widgets' build wrote down: its files by name, and which files each of them imports. */
interface Manifest {
  readonly files: Readonly<Record<string, { readonly imports?: readonly string[] }>>;
}
type Served = { readonly plain: Buffer; readonly br: Buffer; readonly gzip: Buffer; readonly etag: string };

const compressors = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const aYear = 'public, max-age=31536000, immutable';
const fiveMinutes = 'public, max-age=300';

/**
 * The built widgets under `/embed/`: the files that the build's manifest names, and nothing else that lies beside them
 * but chunks of earlier builds, which a page that was loaded before this build may still ask for.
 * The loader stands at `/embed/v1.js`. A name with a hash in it is good for a year; other names are asked for again.
 */
export function assets(folder: string): Hono {
  const app = new Hono();
  const build = new Build(folder);
  const files = new Map<string, Promise<Served>>();

  app.get('/*', async context => {
    const asked = context.req.path.replace(/^\/embed\//, '');
    const name = asked === 'v1.js' ? 'embed.js' : asked;
    const isChunk = /^chunks\/[\w-]+\.js$/.test(name);
    if (!files.has(name)) {
      if (!isChunk && !Object.hasOwn((await build.manifest()).files, name)) return context.notFound();
      const loading = load(join(folder, name));
      files.set(name, loading);
      // What is not there now may be there at the next asking: a build replaces files while the hub runs.
      loading.catch(() => files.delete(name));
    }
    const served = await files.get(name)?.catch(whenMissing);
    if (!served) return context.notFound();

    context.header('Content-Type', 'text/javascript; charset=utf-8');
    context.header('Cache-Control', isChunk ? aYear : fiveMinutes);
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

/** What the widgets' build wrote down, read again only once a newer build has replaced it. */
export class Build {
  readonly #path: string;
  #read: { readonly version: string; readonly manifest: Promise<Manifest> } | undefined;

  constructor(folder: string) {
    this.#path = join(folder, 'manifest.json');
  }

  /** A hub without built widgets still answers its API. */
  async manifest(): Promise<Manifest> {
    const found = await stat(this.#path).catch(whenMissing);
    if (!found) return { files: {} };
    const version = `${found.mtimeMs} ${found.size}`;
    if (this.#read?.version !== version) {
      const manifest = readFile(this.#path, 'utf8').then(text => JSON.parse(text) as Manifest);
      this.#read = { version, manifest };
      // A build that is half-way through writing it is asked again.
      manifest.catch(() => (this.#read = undefined));
    }
    return this.#read.manifest;
  }

  /** The files that an entry needs before it can begin, itself included; none where it was not built. */
  async filesOf(entry: string): Promise<string[]> {
    const { files } = await this.manifest();
    const found = new Set<string>();
    const add = (name: string) => {
      if (found.has(name) || !Object.hasOwn(files, name)) return;
      found.add(name);
      files[name]!.imports?.forEach(add);
    };
    add(entry);
    return [...found];
  }
}

async function load(path: string): Promise<Served> {
  const plain = await readFile(path);
  const [br, zipped] = await Promise.all([compressors.br(plain), compressors.gzip(plain)]);
  return { plain, br, gzip: zipped, etag: `"${createHash('sha256').update(plain).digest('base64url')}"` };
}

function whenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
