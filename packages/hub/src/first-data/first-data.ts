import { AdvocacyHub } from '@advocacy-hub/sdk';
import { countyDurhamHub, professionalReferral, selfReferral } from '@advocacy-hub/sdk/examples';
import { newPublishableKey } from '../access.ts';
import type { Db } from '../database.ts';
import type { RunningHub } from '../serve.ts';

/** What a person needs to try the hub out. */
export interface FirstData {
  /** The example partner's publishable key. */
  readonly key: string;
}

const partnerName = 'Healthwatch County Durham';
const ownPages = `${countyDurhamHub.name}: own pages`;

/**
 * Puts an invented organization, a partner with a page at `origin`, the hub's own pages and two referrals into an empty hub.
 * In a hub that has them already only the pages' origins are brought up to date.
 */
export async function addFirstData(
  { url, database, keys }: Pick<RunningHub, 'url' | 'database' | 'keys'>,
  origin: string,
): Promise<FirstData> {
  const { key, partner, isNew } = await database.transaction({ role: 'hub_admin' }, async db => {
    await db.sql`insert into organization (name, profile) values (${countyDurhamHub.name}, ${JSON.stringify(countyDurhamHub)}::jsonb)
      on conflict (name) do update set profile = excluded.profile`;
    await addPartner(db, ownPages, new URL(url).origin);
    return addPartner(db, partnerName, origin);
  });
  if (isNew) {
    const hub = new AdvocacyHub({ url, key });
    // As if a person had taken five minutes over the form.
    const timeToken = keys.timeToken(partner, Date.now() - 300_000);
    for (const referral of [selfReferral, professionalReferral]) await hub.referrals.create(referral, { timeToken });
  }
  return { key };
}

/** A partner with this page, and its key: a new one where it has none. */
async function addPartner(db: Db, name: string, origin: string) {
  const [partner] = await db.sql<{ id: string }>`
    insert into partner (organization_id, name, origins) select id, ${name}, ${[origin]}::text[] from organization where name = ${countyDurhamHub.name}
    on conflict (organization_id, name) do update set origins = excluded.origins returning id`;
  const { id } = partner!;
  const [kept] = await db.sql<{
    key: string;
  }>`select key from partner_key where partner_id = ${id} and revoked_at is null limit 1`;
  if (kept) return { key: kept.key, partner: id, isNew: false };
  const key = newPublishableKey();
  await db.sql`insert into partner_key (key, partner_id) values (${key}, ${id})`;
  return { key, partner: id, isNew: true };
}
