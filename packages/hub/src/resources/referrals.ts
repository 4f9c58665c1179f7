import * as z from 'zod/mini';
import { Id, Instant } from '@advocacy-hub/sdk/contract/common';
import { createReferral, type Envelope, type Receipt } from '@advocacy-hub/sdk/contract/envelope';
import { listReferrals, readReferral, Referral, type ReferralSummary } from '@advocacy-hub/sdk/contract/referral';
import { usualLimit } from '@advocacy-hub/sdk/contract/page';
import { readReferralStatus } from '@advocacy-hub/sdk/contract/status';
import { headerOf, open, signReceipt } from '@advocacy-hub/sdk/opening';
import { canonical, codeHash, hash, referenceOf, type SealedHeader } from '@advocacy-hub/sdk/sealing';
import type { Keys } from '../keys.ts';
import type { Limits } from '../limits.ts';
import { problem } from '../problem.ts';
import { Reply, type Router } from '../router.ts';
import type { Settings } from '../settings.ts';

const statusOf = { received: 201, quarantined: 202 } as const;
const tooQuick = 3_000;
const dayLong = 24 * 60 * 60 * 1_000;

/** Referrals: pages hand them over sealed, people ask where theirs stands, staff read them. */
export function referrals(
  router: Router,
  keys: Keys,
  limits: Limits,
  { quarantinedADay }: Pick<Settings, 'quarantinedADay'>,
): void {
  router.on(createReferral, async ({ body: envelope, caller, network, db }) => {
    await limits.referral(caller.id, network);
    const { id, sealed } = envelope;
    const found = await examine(envelope, keys);
    const { state, header } = found;
    const at = Date.now();
    const flags = [...found.flags, ...suspicions(envelope, caller.id, at, keys)];
    const sealedHash = await hash(sealed);
    const claims = { id, sealed_hash: sealedHash, state, received_at: new Date(at).toISOString() };
    const { kid, key } = await keys.signing();
    const answer: Receipt = {
      id,
      state,
      received_at: claims.received_at,
      receipt: await signReceipt(claims, kid, key),
    };
    const content = await keys.protect(id, found.content);

    // One statement: the referral and its line in the audit log are there together or not at all.
    const stored = await db.sql`
      with stored as (
        insert into referral (id, organization_id, partner_id, state, reference, code_hash, received_at, form_version, flags, replaces, sealed_hash, content, answer)
        values (${id}, ${caller.organization}, ${caller.id}, ${state}, ${referenceOf(id)}, ${header ? keys.codeMac(header.code_hash) : null},
          ${claims.received_at}, ${header?.form_version ?? null}, ${flags}::text[], ${(state === 'received' && header?.replaces) || []}::uuid[], ${sealedHash}, ${content}, ${JSON.stringify(answer)}::jsonb)
        on conflict (id) do nothing returning id
      ), logged as (
        insert into audit (organization_id, actor, action, referral_id)
        select ${caller.organization}::uuid, ${`partner:${caller.id}`}, ${`referral_${state}`}, id from stored
      )
      select id from stored`;
    if (stored.length === 0) {
      const [earlier] = await db.sql<{
        sealed_hash: string;
        answer: Receipt;
      }>`select sealed_hash, answer from referral where id = ${id}`;
      return answerAgain(earlier, sealedHash);
    }
    if (state === 'quarantined') {
      const [kept] = await db.sql<{ count: number }>`select count(*) from referral
        where partner_id = ${caller.id} and state = 'quarantined' and received_at > ${new Date(at - dayLong).toISOString()}`;
      if (kept && kept.count > quarantinedADay) throw problem('too_many_requests', { retryAfter: 3_600 });
    }
    return new Reply(statusOf[state], answer);
  });

  router.on(readReferralStatus, async ({ body, network, db }) => {
    const reference = canonical(body.reference);
    await limits.code(network);
    const mac = keys.codeMac(await codeHash(reference, canonical(body.code)));
    const [row] = await db.sql<{ state: string; received_at: string; is_replaced: boolean }>`
      select state, received_at, exists (select from referral newer where newer.replaces @> array[referral.id]) as is_replaced
      from referral where reference = ${reference} and code_hash = ${mac}`;
    if (!row) throw problem('not_found');
    await limits.rightCode(network);
    return { reference, state: row.is_replaced ? 'replaced' : row.state, received_at: row.received_at };
  });

  router.on(listReferrals, async ({ query, caller, db }) => {
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
    const from = query.received_from ?? null;
    const before = query.received_before ?? null;
    const limit = query.limit ?? usualLimit;
    const rows = await db.sql<SummaryRow>`
      select referral.id, reference, state, received_at, partner.name as partner, form_version, flags, replaces,
        (select newer.id from referral newer where newer.replaces @> array[referral.id] order by newer.received_at desc limit 1) as replaced_by
      from referral join partner on partner.id = partner_id
      where (${query.state ?? null}::text is null or state = ${query.state ?? null})
        and (${query.flagged ?? null}::text is null or (cardinality(flags) > 0) = (${query.flagged ?? null} = 'yes'))
        and (${from}::timestamptz is null or received_at >= ${from})
        and (${before}::timestamptz is null or received_at < ${before})
        and (${after?.at ?? null}::timestamptz is null or (received_at, referral.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by received_at desc, referral.id desc
      limit ${limit + 1}`;
    await db.sql`insert into audit (organization_id, actor, action, detail)
      values (${caller.organization}, ${`staff:${caller.id}`}, 'referrals_listed', ${JSON.stringify(query)}::jsonb)`;
    const items = rows.slice(0, limit).map(summary);
    const last = items.at(-1);
    return { items, ...(rows.length > limit && last && { next_cursor: cursorAfter(last) }) };
  });

  router.on(readReferral, async ({ params: { id }, body: { reason }, caller, db }) => {
    const [found] = await db.sql<SummaryRow & { content: string }>`
      select referral.id, reference, state, received_at, partner.name as partner, form_version, flags, replaces,
        (select newer.id from referral newer where newer.replaces @> array[referral.id] order by newer.received_at desc limit 1) as replaced_by, content
      from referral join partner on partner.id = partner_id where referral.id = ${id}`;
    if (!found) throw problem('not_found');
    await db.sql`insert into audit (organization_id, actor, action, referral_id, detail)
      values (${caller.organization}, ${`staff:${caller.id}`}, 'referral_read', ${id}, ${JSON.stringify({ reason })}::jsonb)`;
    const { content: kept, ...row } = found;
    const content = await keys.reveal(id, kept);
    return {
      ...summary(row),
      ...(row.state === 'received' ? { referral: JSON.parse(content) as Referral } : { unreadable: content }),
    };
  });
}

interface Examined {
  readonly state: keyof typeof statusOf;
  readonly header: SealedHeader | undefined;
  /** What is kept: what was opened or, where nothing was, what came. */
  readonly content: string;
  readonly flags: readonly string[];
}

/** Opens an envelope and reads it by the contract. What cannot be opened or read is kept, and says why. */
async function examine({ id, sealed }: Envelope, keys: Keys): Promise<Examined> {
  const claimed = headerOf(sealed);
  // A key that cannot be read now is the hub's fault and not the envelope's: that is told, and the sender tries again.
  const key = claimed && (await keys.opening(claimed.kid));
  const unopened: Examined = { state: 'quarantined', header: claimed, content: sealed, flags: ['cannot_open'] };
  if (!key) return unopened;
  const opened = await open(sealed, () => Promise.resolve(key)).catch(() => undefined);
  if (!opened) return unopened;
  const { header, text } = opened;
  if (header.id !== id) return { state: 'quarantined', header: undefined, content: text, flags: ['other_id'] };
  if (!isReferral(text)) return { state: 'quarantined', header, content: text, flags: ['off_contract'] };
  return { state: 'received', header, content: text, flags: [] };
}

function isReferral(text: string): boolean {
  try {
    return z.safeParse(Referral, JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** Why a person should look twice; a machine's guess never drops a referral. */
function suspicions({ trapped, time_token: token }: Envelope, partner: string, at: number, keys: Keys): string[] {
  const opened = token === undefined ? undefined : keys.readTimeToken(partner, token);
  const age = opened === undefined ? undefined : at - opened;
  return [
    ...(trapped ? ['trap_filled'] : []),
    ...(age === undefined
      ? ['no_time_token']
      : age < tooQuick
        ? ['too_quick']
        : age > dayLong
          ? ['old_time_token']
          : []),
  ];
}

/** The same id again: the same answer for the same bytes, for ever; never another referral's. */
function answerAgain(
  earlier: { sealed_hash: string; answer: Receipt } | undefined,
  sealedHash: string,
): Reply<Receipt> {
  if (earlier?.sealed_hash !== sealedHash) throw problem('id_taken');
  return new Reply(statusOf[earlier.answer.state as keyof typeof statusOf], earlier.answer);
}

type SummaryRow = Omit<ReferralSummary, 'form_version' | 'replaced_by'> &
  Record<'form_version' | 'replaced_by', string | null>;

/** What a row lacks is absent in the contract, not null. */
function summary({ form_version, replaced_by, ...row }: SummaryRow): ReferralSummary {
  return { ...row, ...(form_version && { form_version }), ...(replaced_by && { replaced_by }) };
}

function cursorAfter({ received_at, id }: ReferralSummary): string {
  return Buffer.from(`${received_at} ${id}`).toString('base64url');
}

function readCursor(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!z.safeParse(z.tuple([Instant, Id]), [at, id]).success)
    throw problem('bad_request', { fields: [{ path: 'query.cursor', code: 'wrong_format' }] });
  return { at, id };
}
