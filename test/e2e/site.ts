import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AdvocacyHub } from '@advocacy-hub/sdk';
import { addFirstData, openServer, Keys, readSettings, serve, setUp, type RunningHub } from '@advocacy-hub/hub';
import { runCommand } from '../../packages/hub/src/commands.ts';
import { startPostgres } from '../postgres.ts';

/** A partner's site on `127.0.0.1` and a hub on `localhost`: different sites to a browser, over real HTTP. */
export interface Site {
  /** The partner's page, with this policy in its headers. */
  page(policy?: string): string;
  readonly hubUrl: string;
  /** A client with a staff token of the hub. */
  readonly staff: AdvocacyHub;
  /** How many referrals there are. */
  count(): Promise<number>;
  /** Ends the hub, as a failing machine would for its visitors; `startHub` brings it back where it was. */
  stopHub(): Promise<void>;
  startHub(): Promise<void>;
  close(): Promise<void>;
}

/** Opens both, on a PostgreSQL server with an owner and a role that serves. */
export async function openSite(): Promise<Site> {
  const postgres = await startPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'advocacy-hub-site-'));
  const secret = randomBytes(32).toString('base64url');
  const owner = openServer(postgres.url);
  const opened = { database: owner, keys: new Keys(owner, secret) };
  await asOwner(postgres.url, "create role hub_app login password 'served'");
  await setUp(opened, 'hub_app');

  let values = { HUB: '', KEY: '' };
  const partner = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://partner');
    const policy = searchParams.get('policy');
    if (policy) response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html(values));
  });
  await new Promise<void>(done => partner.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(partner.address() as AddressInfo).port}`;

  const served = new URL(postgres.url);
  Object.assign(served, { username: 'hub_app', password: 'served' });
  const start = (port: string) =>
    serve(readSettings({ PORT: port, DATABASE_URL: served.href, SECRET: secret, DATA: folder }), () => undefined);
  let hub: RunningHub | undefined = await start('0');
  const { url } = hub;
  const { key } = await addFirstData({ url, database: owner, keys: opened.keys }, origin);
  values = { HUB: url, KEY: key };
  const { output } = await runCommand(['staff', 'add', 'Triage'], opened);
  const staff = new AdvocacyHub({ url, key: output.split('\n').at(-1)! });

  const stopHub = async () => {
    await hub?.stop();
    hub = undefined;
  };
  return {
    page: policy => `${origin}/${policy ? `?policy=${encodeURIComponent(policy)}` : ''}`,
    hubUrl: url,
    staff,
    async count() {
      const { items } = await staff.referrals.list({ limit: 200 });
      return items.length;
    },
    stopHub,
    async startHub() {
      hub = await start(new URL(url).port);
    },
    async close() {
      await stopHub();
      await owner.close();
      partner.closeAllConnections();
      partner.close();
      await postgres.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** A partner's page with the two lines in it. */
function html({ HUB, KEY }: { HUB: string; KEY: string }): string {
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Help near you</title>
<script type="module" src="${HUB}/embed/v1.js" data-hub="${HUB}" data-key="${KEY}"></script>
<h1>Help near you</h1>
<advocacy-referral-form isolation="none"><p>Ring us: 0191 498 0320</p></advocacy-referral-form>
</html>`;
}

async function asOwner(url: string, statement: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}
