import { AdvocacyHub } from '@advocacy-hub/sdk';
import { countyDurhamHub, professionalReferral, selfReferral } from '@advocacy-hub/sdk/examples';
import { newPublishableKey } from '../access.ts';
import type { RunningHub } from '../serve.ts';

/** What a person needs to try the hub out. */
export interface FirstData {
  /** The example partner's publishable key. */
  readonly key: string;
}

const partnerName = 'Healthwatch County Durham';

/**
 * Puts an invented organization, a partner with a page at `origin`, and two referrals into an empty hub.
 * In a hub that has them already only the page's origin is brought up to date.
 */
export async function addFirstData(
  { url, database, keys }: Pick<RunningHub, 'url' | 'database' | 'keys'>,
  origin: string,
): Promise<FirstData> {
  const { key, partner, isNew } = await database.transaction({ role: 'hub_admin' }, async db => {
    await db.sql`insert into organization (name, profile) values (${countyDurhamHub.name}, ${JSON.stringify(countyDurhamHub)}::jsonb)
      on conflict (name) do update set profile = excluded.profile`;
    const [partner] = await db.sql<{ id: string }>`
      insert into partner (organization_id, name, origins) select id, ${partnerName}, ${[origin]}::text[] from organization where name = ${countyDurhamHub.name}
      on conflict (organization_id, name) do update set origins = excluded.origins returning id`;
    const [kept] = await db.sql<{
      key: string;
    }>`select key from partner_key where partner_id = ${partner!.id} and revoked_at is null limit 1`;
    if (kept) return { key: kept.key, partner: partner!.id, isNew: false };
    const key = newPublishableKey();
    await db.sql`insert into partner_key (key, partner_id) values (${key}, ${partner!.id})`;
    return { key, partner: partner!.id, isNew: true };
  });
  if (isNew) {
    const hub = new AdvocacyHub({ url, key });
    // As if a person had taken five minutes over the form.
    const timeToken = keys.timeToken(partner, Date.now() - 300_000);
    for (const referral of [selfReferral, professionalReferral]) await hub.referrals.create(referral, { timeToken });
  }
  return { key };
}
