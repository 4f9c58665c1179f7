import * as z from 'zod/mini';
import { createReferralChange, ReferralChange, type ReferralChangeRecord } from '@advocacy-hub/sdk/contract/change';
import { Id, Instant } from '@advocacy-hub/sdk/contract/common';
import { createReferral, type Envelope, type Receipt } from '@advocacy-hub/sdk/contract/envelope';
import { listReferrals, readReferral, Referral, type ReferralSummary } from '@advocacy-hub/sdk/contract/referral';
import { usualLimit } from '@advocacy-hub/sdk/contract/page';
import { readReferralStatus } from '@advocacy-hub/sdk/contract/status';
import { canonical, codeHash, recordHeaders, referenceOf, SealedHeader } from '@advocacy-hub/sdk/sealing';
import type { Db } from '../database.ts';
import type { Keys } from '../keys.ts';
import type { Limits } from '../limits.ts';
import { problem } from '../problem.ts';
import type { Router } from '../router.ts';
import { answerAgain, examine, receiptFor, replyWith, type ReceivedAs } from '../sealed.ts';
import type { Settings } from '../settings.ts';

const tooQuick = 3_000;
const dayLong = 24 * 60 * 60 * 1_000;

/** Referrals: pages hand them over sealed, people follow and change theirs, staff read them. */
export function referrals(
  router: Router,
  keys: Keys,
  limits: Limits,
  { quarantinedADay }: Pick<Settings, 'quarantinedADay'>,
): void {
  router.on(createReferral, async ({ body: envelope, caller, network, db }) => {
    await limits.referral(caller.id, network);
    const { id } = envelope;
    const found = await examine(envelope, keys, SealedHeader, Referral);
    const { state, header, text } = found;
    const now = Date.now();
    const at = new Date(now).toISOString();
    const flags = [
      ...(found.state === 'quarantined' ? [found.flag] : []),
      ...suspicions(envelope, caller.id, now, keys),
    ];
    const { answer, sealedHash } = await receiptFor(envelope, { state, at }, keys);
    const content = await keys.protect(id, text);

    // One statement: the referral and its line in the audit log are there together or not at all.
    const stored = await db.sql`
      with stored as (
        insert into referral (id, organization_id, partner_id, state, reference, code_hash, received_at, form_version, flags, replaces, sealed_hash, content, answer)
        values (${id}, ${caller.organization}, ${caller.id}, ${state}, ${referenceOf(id)}, ${header ? keys.codeMac(header.code_hash) : null},
          ${at}, ${header?.form_version ?? null}, ${flags}::text[], ${(state === 'received' && header?.replaces) || []}::uuid[], ${sealedHash}, ${content}, ${JSON.stringify(answer)}::jsonb)
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
        where partner_id = ${caller.id} and state = 'quarantined' and received_at > ${new Date(now - dayLong).toISOString()}`;
      if (kept && kept.count > quarantinedADay) throw problem('too_many_requests', { retryAfter: 3_600 });
    }
    return replyWith(answer);
  });

  router.on(readReferralStatus, async ({ body, network, db }) => {
    await limits.code(network);
    const { reference, state, received_at, changed_at, is_withdrawn, is_replaced } = await held(body, db, keys);
    await limits.rightCode(network);
    const [promise] = await db.sql<{
      days: number | null;
    }>`select (profile ->> 'first_contact_working_days')::int as days from organization`;
    return {
      reference,
      state: is_withdrawn ? 'withdrawn' : is_replaced ? 'replaced' : state,
      received_at,
      ...(changed_at && { changed_at }),
      ...(typeof promise?.days === 'number' && { first_contact_working_days: promise.days }),
    };
  });

  router.on(createReferralChange, async ({ body, caller, network, db }) => {
    await limits.referral(caller.id, network);
    await limits.code(network);
    const { id } = body;
    const found = await examine(body, keys, recordHeaders.change, ReferralChange);
    const kind = found.state === 'received' ? found.content.kind : null;
    const at = new Date().toISOString();
    const { answer, sealedHash } = await receiptFor(body, { state: found.state, at }, keys);
    const content = await keys.protect(id, found.text);
    const referral = await held(body, db, keys);
    await limits.rightCode(network);

    const stored = await db.sql`
      with stored as (
        insert into referral_change (id, organization_id, referral_id, kind, received_at, sealed_hash, content, answer)
        values (${id}, ${caller.organization}, ${referral.id}, ${kind}, ${at}, ${sealedHash}, ${content}, ${JSON.stringify(answer)}::jsonb)
        on conflict (id) do nothing returning id, referral_id
      ), logged as (
        insert into audit (organization_id, actor, action, referral_id)
        select ${caller.organization}::uuid, ${`partner:${caller.id}`}, ${kind === 'withdraw' ? 'referral_withdrawn' : 'referral_changed'}, referral_id from stored
      )
      select id from stored`;
    if (stored.length > 0) return replyWith(answer);
    const [earlier] = await db.sql<{
      sealed_hash: string;
      answer: Receipt;
    }>`select sealed_hash, answer from referral_change where id = ${id} and referral_id = ${referral.id}`;
    return answerAgain(earlier, sealedHash);
  });

  router.on(listReferrals, async ({ query, caller, db }) => {
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
    const from = query.received_from ?? null;
    const before = query.received_before ?? null;
    const changedFrom = query.changed_from ?? null;
    const limit = query.limit ?? usualLimit;
    const rows = await db.sql<SummaryRow>`
      select id, reference, state, received_at, changed_at, partner, form_version, flags, replaces, replaced_by
      from referral_for_staff
      where (${query.state ?? null}::text is null or state = ${query.state ?? null})
        and (${query.flagged ?? null}::text is null or (cardinality(flags) > 0) = (${query.flagged ?? null} = 'yes'))
        and (${from}::timestamptz is null or received_at >= ${from})
        and (${before}::timestamptz is null or received_at < ${before})
        and (${changedFrom}::timestamptz is null or id in (select referral_id from referral_change where received_at >= ${changedFrom}))
        and (${after?.at ?? null}::timestamptz is null or
          (case when ${changedFrom}::timestamptz is null then received_at else changed_at end, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by case when ${changedFrom}::timestamptz is null then received_at else changed_at end desc, id desc
      limit ${limit + 1}`;
    await db.sql`insert into audit (organization_id, actor, action, detail)
      values (${caller.organization}, ${`staff:${caller.id}`}, 'referrals_listed', ${JSON.stringify(query)}::jsonb)`;
    const items = rows.slice(0, limit).map(summary);
    const last = items.at(-1);
    return {
      items,
      ...(rows.length > limit &&
        last && { next_cursor: cursorAfter(last, changedFrom === null ? last.received_at : last.changed_at!) }),
    };
  });

  router.on(readReferral, async ({ params: { id }, body: { reason }, caller, db }) => {
    const [found] = await db.sql<RecordRow>`select * from referral_for_staff where id = ${id}`;
    if (!found) throw problem('not_found');
    const changes = await db.sql<ChangeRow>`select id, kind, received_at, content from referral_change
      where referral_id = ${id} order by received_at, id`;
    await db.sql`insert into audit (organization_id, actor, action, referral_id, detail)
      values (${caller.organization}, ${`staff:${caller.id}`}, 'referral_read', ${id}, ${JSON.stringify({ reason })}::jsonb)`;
    const { content: kept, received_as: receivedAs, ...row } = found;
    const content = await keys.reveal(id, kept);
    return {
      ...summary(row),
      ...(receivedAs === 'received' ? { referral: JSON.parse(content) as Referral } : { unreadable: content }),
      changes: await Promise.all(changes.map(change => changeRecord(change, keys))),
    };
  });
}

interface Held {
  readonly id: string;
  readonly reference: string;
  readonly state: ReceivedAs;
  readonly received_at: string;
  readonly changed_at: string | null;
  readonly is_withdrawn: boolean;
  readonly is_replaced: boolean;
}

/** The referral that a reference and a private code go with, both as people write them. */
async function held(written: { reference: string; code: string }, db: Db, keys: Keys): Promise<Held> {
  const reference = canonical(written.reference);
  const mac = keys.codeMac(await codeHash(reference, canonical(written.code)));
  const [row] = await db.sql<Held>`
    select id, reference, state, received_at,
      (select max(change.received_at) from referral_change change where referral_id = referral.id) as changed_at,
      exists (select from referral_change where referral_id = referral.id and kind = 'withdraw') as is_withdrawn,
      exists (select from referral newer where newer.replaces <> '{}' and newer.replaces @> array[referral.id]) as is_replaced
    from referral where reference = ${reference} and code_hash = ${mac}`;
  if (!row) throw problem('not_found');
  return row;
}

type ChangeRow = Pick<ReferralChangeRecord, 'id' | 'received_at'> & { kind: string | null; content: string };

async function changeRecord({ id, received_at, kind, content }: ChangeRow, keys: Keys): Promise<ReferralChangeRecord> {
  const text = await keys.reveal(id, content);
  // It was read by the contract before it was kept.
  return {
    id,
    received_at,
    ...(kind === null ? { unreadable: text } : { change: JSON.parse(text) as ReferralChange }),
  };
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

type Absent = 'form_version' | 'replaced_by' | 'changed_at';
type SummaryRow = Omit<ReferralSummary, Absent> & Record<Absent, string | null>;
type RecordRow = SummaryRow & { content: string; received_as: ReceivedAs };

/** What a row lacks is absent in the contract, not null. */
function summary({ form_version, replaced_by, changed_at, ...row }: SummaryRow): ReferralSummary {
  return {
    ...row,
    ...(form_version && { form_version }),
    ...(replaced_by && { replaced_by }),
    ...(changed_at && { changed_at }),
  };
}

function cursorAfter({ id }: ReferralSummary, at: string): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

function readCursor(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!z.safeParse(z.tuple([Instant, Id]), [at, id]).success)
    throw problem('bad_request', { fields: [{ path: 'query.cursor', code: 'wrong_format' }] });
  return { at, id };
}
