import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { assets, Build } from '../../packages/hub/src/assets.ts';
import { Hono as App } from 'hono';

const script = `export const words = ${JSON.stringify('speak up '.repeat(200))};`;
let folder: string;
let app: Hono;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'advocacy-hub-assets-'));
  await mkdir(join(folder, 'chunks'));
  await writeFile(join(folder, 'embed.js'), script);
  await writeFile(join(folder, 'chunks', 'words-Ab12.js'), script);
  await writeFile(join(folder, 'secret.js'), 'not in the manifest');
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({
      files: { 'embed.js': { integrity: 'sha384-a' }, 'chunks/words-Ab12.js': { integrity: 'sha384-b' } },
    }),
  );
  app = new App().route('/embed', assets(folder));
});
after(() => rm(folder, { recursive: true }));

describe('the widgets’ files', () => {
  it('are served to any page, compressed as the browser can take it', async () => {
    for (const [encoding, inflate] of [['br', brotliDecompressSync], ['gzip', gunzipSync]] as const) {
      const response = await app.request('/embed/v1.js', { headers: { 'accept-encoding': `deflate, ${encoding}` } });

      assert.equal(response.headers.get('content-encoding'), encoding);
      assert.equal(inflate(Buffer.from(await response.arrayBuffer())).toString(), script);
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8');
    } // prettier-ignore
  });

  it('are kept for a year where the name has a hash, and asked for again where it has none', async () => {
    const hashed = await app.request('/embed/chunks/words-Ab12.js');
    const loader = await app.request('/embed/v1.js');
    const unchanged = await app.request('/embed/v1.js', {
      headers: { 'if-none-match': loader.headers.get('etag') ?? '' },
    });

    assert.match(hashed.headers.get('cache-control') ?? '', /max-age=31536000, immutable/);
    assert.match(loader.headers.get('cache-control') ?? '', /max-age=300/);
    assert.equal(unchanged.status, 304);
  });

  it('are those of the manifest and no others', async () => {
    for (const path of [
      '/embed/secret.js',
      '/embed/manifest.json',
      '/embed/../package.json',
      '/embed/%2e%2e/package.json',
      '/embed/__proto__',
      '/embed/constructor',
    ]) {
      assert.equal((await app.request(path)).status, 404, path);
    }
  });

  it('are found again when a build has put them there', async () => {
    assert.equal((await app.request('/embed/chunks/later-Cd34.js')).status, 404);

    await writeFile(join(folder, 'chunks', 'later-Cd34.js'), script);

    assert.equal((await app.request('/embed/chunks/later-Cd34.js')).status, 200);
  });

  it('are missing, not broken, where nothing was built', async () => {
    const empty = new App().route('/embed', assets('/nowhere'));

    assert.equal((await empty.request('/embed/v1.js')).status, 404);
  });
});

describe('what the build wrote down', () => {
  it('is read once, and again when a newer build has replaced it', async () => {
    const built = await mkdtemp(join(tmpdir(), 'advocacy-hub-build-'));
    const write = async (entry: string, chunk: string, second: number) => {
      const path = join(built, 'manifest.json');
      await writeFile(path, JSON.stringify({ files: { [entry]: { imports: [chunk] }, [chunk]: {} } }));
      await utimes(path, second, second);
    };
    const build = new Build(built);
    const files = () => build.filesOf('form.js');

    assert.deepEqual(await files(), []);
    await write('form.js', 'chunk-a.js', 1);
    assert.deepEqual(await files(), ['form.js', 'chunk-a.js']);
    await write('form.js', 'chunk-b.js', 1);
    assert.deepEqual(await files(), ['form.js', 'chunk-a.js']);
    await write('form.js', 'chunk-b.js', 2);
    assert.deepEqual(await files(), ['form.js', 'chunk-b.js']);
    await rm(built, { recursive: true });
  });
});
