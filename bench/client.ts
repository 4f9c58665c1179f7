import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AdvocacyHub } from '@advocacy-hub/sdk';
import { compare, type Contender, type Standing } from './contender.ts';

/** A way to ask a hub. The paths are the hub's; every client sends the same key and reads the same JSON. */
export interface Client {
  readonly name: string;
  profile(): Promise<unknown>;
  page(): Promise<unknown>;
}

const key = 'pub_bench';
const rounds = 60;

/** What one call costs with each client, over the bare `fetch` of the platform. */
export async function compareClients(): Promise<{ call: Standing[]; page: Standing[] }> {
  const server = fork(join(import.meta.dirname, 'answers.ts'));
  try {
    const [port] = (await once(server, 'message')) as [number];
    const url = `http://127.0.0.1:${port}`;
    const clients = [bareFetch(url), ourSdk(url), ...(await peers(url))];
    return {
      call: await compare(
        clients.map(({ name, profile }) => timed(name, profile, 60)),
        rounds,
      ),
      page: await compare(
        clients.map(({ name, page }) => timed(name, page, 30)),
        rounds,
      ),
    };
  } finally {
    server.kill();
  }
}

/** Microseconds a call, one after the other. */
function timed(name: string, call: () => Promise<unknown>, calls: number): Contender {
  return {
    name,
    async measure() {
      const began = performance.now();
      for (let count = 0; count < calls; count++) await call();
      return ((performance.now() - began) * 1_000) / calls;
    },
  };
}

function bareFetch(url: string): Client {
  const ask = async (path: string) => {
    const response = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } });
    return response.json() as Promise<unknown>;
  };
  return { name: 'bare fetch', profile: () => ask('/v1/profile'), page: () => ask('/v1/referrals?limit=100') };
}

function ourSdk(url: string): Client {
  const hub = new AdvocacyHub({ url, key });
  return { name: '@advocacy-hub/sdk', profile: () => hub.profile(), page: () => hub.referrals.list({ limit: 100 }) };
}

/** Every file of `peers/` is one: a function from an address and a key to a client. */
async function peers(url: string): Promise<Client[]> {
  const folder = join(import.meta.dirname, 'peers');
  const files = readdirSync(folder).filter(file => file.endsWith('.ts'));
  return Promise.all(
    files.map(async file => {
      const { client } = (await import(join(folder, file))) as { client: (url: string, key: string) => Client };
      return client(url, key);
    }),
  );
}
