/*
 * `npm start`: a hub with example data, and a partner's site that embeds its widgets as a real partner would.
 * The hub is on `localhost` and the partner on `127.0.0.1`, which are different sites to a browser.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { addFirstData, DataInUseError, readSettings, serve, SettingsError } from '@advocacy-hub/hub';

const pages = join(import.meta.dirname, 'partner');
const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8' };

try {
  await start();
} catch (error) {
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') console.error(`Port ${port} is in use. Choose others: PORT=0 PARTNER_PORT=0 npm start`);
  else if (error instanceof SettingsError || error instanceof DataInUseError) console.error(error.message);
  else throw error;
  process.exitCode = 2;
}

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  if (settings.databaseUrl)
    throw new SettingsError('npm start brings its own database and example people: unset DATABASE_URL.');
  if (isStale(settings.assets)) build();

  const values: Record<string, string> = {};
  const partner = partnerSite(values);
  const stopping: (() => unknown)[] = [() => partner.close()];
  const stop = async () => {
    for (const each of stopping.splice(0).reverse()) await each();
  };
  try {
    const origin = await listen(partner, Number(process.env['PARTNER_PORT'] || 8090), '127.0.0.1');
    // A demo's terminal is for people: only what went wrong is worth a line.
    const hub = await serve(settings, line => line.status >= 500 && console.error(JSON.stringify(line)));
    stopping.push(() => hub.stop());
    const { key } = await addFirstData(hub, origin);
    Object.assign(values, { HUB: hub.url, KEY: key });
    process.once('SIGINT', () => void stop());
    process.once('SIGTERM', () => void stop());

    console.log(`
  The partner's page   ${origin}/
  The hub              ${hub.url}
  The hub's own page   ${hub.url}/ask
  Publishable key      ${key}
  A staff token        npm run hub -- staff add "Your name"   (in a second terminal)

  Ctrl+C ends both.
`);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Whether a source of the widgets is newer than what was built of them. */
function isStale(assets: string): boolean {
  const manifest = join(assets, 'manifest.json');
  if (!existsSync(manifest)) return true;
  const builtAt = statSync(manifest).mtimeMs;
  return ['packages/widgets/src', 'packages/sdk/src'].some(folder =>
    readdirSync(folder, { recursive: true }).some(name => statSync(join(folder, String(name))).mtimeMs > builtAt),
  );
}

function build(): void {
  console.log('Building the widgets; this takes a few seconds.');
  const { status } = spawnSync('rollup', ['-c', '--silent'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new SettingsError('The widgets could not be built: rollup says why above.');
}

/** A site of plain files, in which `{{NAME}}` stands for a value. */
function partnerSite(values: Readonly<Record<string, string>>): Server {
  return createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*/, '');
    const name = path === '/' ? 'index.html' : path.slice(1);
    const type = types[/\.\w+$/.exec(name)?.[0] ?? ''];
    if (!type || !readdirSync(pages).includes(name)) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.');
      return;
    }
    void readFile(join(pages, name), 'utf8').then(text => {
      response
        .writeHead(200, { 'content-type': type })
        .end(text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? ''));
    });
  });
}

async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}
