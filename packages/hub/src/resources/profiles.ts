import { apiVersion } from '@advocacy-hub/sdk/contract/operations';
import { readProfile, type ContactRoute, type OrganizationProfile } from '@advocacy-hub/sdk/contract/profile';
import type { Keys } from '../keys.ts';
import { problem } from '../problem.ts';
import type { Router } from '../router.ts';

/** What the hub says about itself. A partner's own contact routes take the place of the hub's on its pages. */
export function profiles(router: Router, keys: Keys, { publicUrl }: { readonly publicUrl: string }): void {
  router.on(readProfile, async ({ caller, db }) => {
    const [organization] = await db.sql<{ profile: OrganizationProfile }>`select profile from organization`;
    if (!organization) throw problem('not_found');
    const now = Date.now();
    const common = {
      ...organization.profile,
      api_version: apiVersion,
      status_link: `${publicUrl.replace(/\/$/, '')}/status`,
      now: new Date(now).toISOString(),
    };
    if (caller.kind === 'staff') return common;
    const [partner] = await db.sql<{
      name: string;
      contact_routes: ContactRoute[] | null;
    }>`select name, contact_routes from partner`;
    return {
      ...common,
      ...(partner?.contact_routes && { contact_routes: partner.contact_routes }),
      ...(partner && { partner: partner.name }),
      time_token: keys.timeToken(caller.id, now),
    };
  });
}
