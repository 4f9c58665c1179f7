import { type Hono } from 'hono';
import { Access } from './access.ts';
import { assets } from './assets.ts';
import type { Database } from './database.ts';
import type { Keys } from './keys.ts';
import { Limits } from './limits.ts';
import { pages } from './pages/pages.ts';
import { equality } from './resources/equality.ts';
import { health } from './resources/health.ts';
import { keySets } from './resources/key-sets.ts';
import { profiles } from './resources/profiles.ts';
import { referrals } from './resources/referrals.ts';
import { Router, type LogLine } from './router.ts';
import type { Settings } from './settings.ts';

/** The settings that concern answering; those that find the database are used before. */
export type HubSettings = Pick<
  Settings,
  'assets' | 'trustProxy' | 'requestsAMinute' | 'referralsAMinute' | 'quarantinedADay'
> & {
  readonly publicUrl: string;
};

export interface HubOptions {
  /** Open, migrated, and with a first pair of keys. */
  readonly database: Database;
  readonly keys: Keys;
  readonly settings: HubSettings;
  /** Takes a line for each request. @default writes it to standard output as JSON */
  readonly log?: ((line: LogLine) => void) | undefined;
}

/** The hub as a Hono app: `fetch` answers a request, with or without a socket. */
export function createHub({
  database,
  keys,
  settings,
  log = line => console.log(JSON.stringify(line)),
}: HubOptions): Hono {
  const limits = new Limits(settings);
  const router = new Router({
    database,
    access: new Access(database),
    limits,
    ownOrigin: new URL(settings.publicUrl).origin,
    trustProxy: settings.trustProxy,
    log,
  });
  health(router);
  profiles(router, keys, settings);
  keySets(router, keys);
  referrals(router, keys, limits, settings);
  equality(router, keys, limits);
  router.mount('/embed', assets(settings.assets));
  const { assets: folder, publicUrl } = settings;
  const admit = router.admitToPage.bind(router);
  router.mount('/', pages({ database, assets: folder, publicUrl, admit }));
  return router.app;
}
