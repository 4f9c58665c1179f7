import { readHealth } from '@advocacy-hub/sdk/contract/health';
import { apiVersion } from '@advocacy-hub/sdk/contract/operations';
import type { Router } from '../router.ts';

/** Whether the hub can work: only a database that answers makes it so. */
export function health(router: Router): void {
  router.on(readHealth, async ({ db }) => {
    await db.sql`select 1`;
    return { status: 'ok' as const, version: apiVersion };
  });
}
