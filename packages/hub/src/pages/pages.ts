import { Hono, type Context } from 'hono';
import type { ContactRoute, OrganizationProfile } from '@advocacy-hub/sdk/contract/profile';
import { Remembered } from '../access.ts';
import { Build } from '../assets.ts';
import { isDatabaseAway, type Database, type DatabaseCaller } from '../database.ts';
import { Refusal } from '../problem.ts';
import { page, pageKinds, waitingPage, type PagePath } from './page.ts';
import { styles } from './page.styles.ts';

export interface PagesOptions {
  readonly database: Database;
  /** The folder of built widgets. */
  readonly assets: string;
  readonly publicUrl: string;
  /** Counts a request and names it in the log; throws where there were too many. @default lets all in */
  readonly admit?: ((context: Context, operation: string) => Promise<void>) | undefined;
  /** Tells the administrator what is missing, once. @default writes it to standard error */
  readonly tell?: ((words: string) => void) | undefined;
}

/** What the pages need to know. Without a key there is no page, with a profile at least the ways to speak to somebody. */
interface Standing {
  readonly profile?: OrganizationProfile | undefined;
  readonly key?: string | undefined;
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * The hub's own pages, `/ask` and `/status`, for an organization that has no site to put the widgets in.
 * They are a partner like any other: the one that lists the hub's own origin.
 */
export function pages({
  database,
  assets,
  publicUrl,
  admit = () => Promise.resolve(),
  tell = words => console.error(words),
}: PagesOptions): Hono {
  const app = new Hono();
  const build = new Build(assets);
  const { origin } = new URL(publicUrl);
  const standing = new Remembered(() => find(database, origin));
  let isTold = false;

  for (const path of Object.keys(pageKinds) as PagePath[]) {
    app.get(path, async context => {
      for (const [name, value] of Object.entries(headers)) context.header(name, value);
      const refusal = await admit(context, `GET ${path}`).catch(whenRefused);
      const { profile, key } = await standing.get('').catch(whenAway);
      const language = profile?.languages.find(each => each === context.req.query('lang'));
      // Whoever came too often is a person as well: they read how to speak to somebody, and not a machine's answer.
      if (refusal) {
        context.header('Retry-After', String(refusal.retryAfter ?? 60));
        return context.html(waitingPage(profile, language), 429);
      }
      if (!profile || !key) return context.html(waitingPage(profile, language), 503);
      const files = await build.filesOf(pageKinds[path].entry);
      return context.html(page({ path, profile, hub: publicUrl, key, language, files }));
    });
  }

  app.get('/page.css', context => {
    context.header('Content-Type', 'text/css; charset=utf-8');
    context.header('Cache-Control', 'public, max-age=300');
    return context.body(styles);
  });

  async function find(database: Database, origin: string): Promise<Standing> {
    const found = await ownPartner(database, origin);
    if (found?.key) return found;
    if (!isTold)
      tell(
        `The pages /ask and /status need a partner of their own. Run: npm run hub -- partner add "Our own pages" --origin ${origin}`,
      );
    isTold = true;
    return { profile: found?.profile ?? (await onlyProfile(database)) };
  }

  return app;
}

/**
 * The partner that lists this origin, of the organization that came first. A hub of several organizations
 * needs its pages by host before a second one can have any: nothing in an address may choose whom people trust.
 */
async function ownPartner(database: Database, origin: string): Promise<Standing | undefined> {
  const [partner] = await database.transaction(
    { role: 'hub_service' },
    db => db.sql<{ id: string; organization: string }>`
      select partner.id, organization_id as organization from partner join organization on organization.id = organization_id
      where ${origin} = any(origins) order by organization.created_at, partner.created_at limit 1`,
  );
  if (!partner) return undefined;
  const { id, organization } = partner;
  const [newest] = await database.transaction(
    { role: 'hub_service', partner: id },
    db => db.sql<{ key: string }>`
      select key from partner_key where partner_id = ${id} and revoked_at is null order by created_at desc limit 1`,
  );
  return { profile: await readProfile(database, { organization, partner: id }), key: newest?.key };
}

/** Whose ways to speak to somebody can only be shown where there is no doubt whose page it is. */
async function onlyProfile(database: Database): Promise<OrganizationProfile | undefined> {
  const found = await database.transaction(
    { role: 'hub_service' },
    db => db.sql<{ id: string }>`select id from organization limit 2`,
  );
  return found.length === 1 ? readProfile(database, { organization: found[0]!.id }) : undefined;
}

async function readProfile(
  database: Database,
  caller: Pick<DatabaseCaller, 'organization' | 'partner'>,
): Promise<OrganizationProfile | undefined> {
  const [row] = await database.transaction(
    { role: 'hub_partner', ...caller },
    db => db.sql<{ profile: OrganizationProfile; routes: ContactRoute[] | null }>`
      select profile, (select contact_routes from partner) as routes from organization`,
  );
  return row && { ...row.profile, ...(row.routes && { contact_routes: row.routes }) };
}

function whenRefused(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

/** People are told in words, and what nobody foresaw goes on to the log. */
function whenAway(error: unknown): Standing {
  if (isDatabaseAway(error)) return {};
  throw error;
}
