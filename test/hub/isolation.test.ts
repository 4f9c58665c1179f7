import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ReferralChange } from '@advocacy-hub/sdk/contract/change';
import { EqualityAnswers } from '@advocacy-hub/sdk/contract/equality';
import { contactChange, countyDurhamHub, equalityAnswers, selfReferral } from '@advocacy-hub/sdk/examples';
import { sealRecord, type SealedRecord, type SealedReferral } from '@advocacy-hub/sdk/sealing';
import type { DatabaseCaller, Db, Role } from '../../packages/hub/src/database.ts';
import { Keys } from '../../packages/hub/src/keys.ts';
import { openHub, organization, origin, otherOrganization, url, type TestHub } from './setup.ts';

for (const engine of ['pglite', 'postgres'] as const) {
  describe(`two organizations on one hub (${engine})`, () => {
    let hub: TestHub;
    let ids: { organization: string; otherOrganization: string; partner: string; otherPartner: string };
    /** One referral of each organization. */
    let ours: SealedReferral;
    let theirs: SealedReferral;
    /** A change of our referral, and equality answers that came to us. */
    let change: SealedRecord;
    let answers: SealedRecord;

    before(async () => {
      hub = await openHub({ engine });
      await hub.command('partner', 'add', 'Own pages', '--origin', url, '--organization', organization);
      const [row] = await hub.admin<typeof ids>(`
        select ours.organization_id as organization, ours.id as partner,
          theirs.organization_id as "otherOrganization", theirs.id as "otherPartner"
        from partner ours, partner theirs where ours.name = 'Partner' and theirs.name = 'Elsewhere'`);
      ids = row!;
    });
    after(() => hub.close());
    beforeEach(async () => {
      await hub.truncate();
      [ours, theirs] = [await hub.seal(), await hub.seal()];
      await hub.sdk(hub.key).referrals.send(ours);
      await hub.sdk(hub.otherKey).referrals.send(theirs);
      await hub.sdk(hub.otherKey).referrals.change(theirs, contactChange);
      await hub.sdk(hub.otherKey).equality.send(equalityAnswers);
      const keySet = await hub.keys.keySet();
      change = await sealRecord('change', ReferralChange, contactChange, keySet);
      answers = await sealRecord('equality', EqualityAnswers, equalityAnswers, keySet);
      await hub.sdk(hub.key).referrals.sendChange(ours, change);
      await answer(hub.key, answers);
    });

    const answer = async (key: string, body: SealedRecord) => {
      const response = await hub.ask('POST /v1/equality-answers', { key, body });
      return [response.status, await response.text()] as const;
    };
    const quarter = { quarter: '2024-Q3' };

    /** Asks the database itself: as a role that serves, on the login that serves. */
    const as = <T>(caller: DatabaseCaller, work: (db: Db) => Promise<T>) =>
      (caller.role === 'hub_admin' ? hub.owner : hub.database).transaction(caller, work);
    const count = async (caller: DatabaseCaller, table: string) => {
      const text = [`select count(*) from ${table}`];
      const [row] = await as(caller, db => db.sql<{ count: number }>(Object.assign(text, { raw: text })));
      return row!.count;
    };
    const partner = (): DatabaseCaller => ({
      role: 'hub_partner',
      organization: ids.organization,
      partner: ids.partner,
    });
    const staff = (): DatabaseCaller => ({ role: 'hub_staff', organization: ids.organization });
    const refused = (work: Promise<unknown>) => assert.rejects(work, { code: '42501' });

    /** Each promise that row-level security keeps, by name: what must go on, and what must not leak. */
    const promises: Record<string, () => Promise<unknown>> = {
      'a partner reads the profile with its own name': async () => {
        const profile = await hub.sdk(hub.key).profile();
        assert.deepEqual([profile.name, profile.partner], [organization, 'Partner']);
      },
      'the other partner reads its own': async () => {
        const profile = await hub.sdk(hub.otherKey).profile();
        assert.deepEqual([profile.name, profile.partner], [otherOrganization, 'Elsewhere']);
      },
      'a referral is taken': async () => hub.sdk(hub.key).referrals.send(await hub.seal()),
      'the same bytes have the same answer': async () => hub.sdk(hub.key).referrals.send(ours),
      'a status is told, and when it was changed': async () => {
        const { changed_at } = await hub.sdk(hub.key).referrals.status(ours);
        assert.ok(changed_at);
      },
      'a change is taken, and the same bytes have the same answer': async () => {
        await hub.sdk(hub.key).referrals.change(ours, contactChange);
        await hub.sdk(hub.key).referrals.sendChange(ours, change);
      },
      'staff read a change': async () => {
        const record = await hub.sdk(hub.staffToken).referrals.get(ours.id, { reason: 'Promise' });
        assert.deepEqual(record.changes[0]?.change, contactChange);
        assert.ok(record.changed_at);
      },
      'equality answers are taken, and the same bytes have the same answer': async () => {
        await hub.sdk(hub.key).equality.send(equalityAnswers);
        assert.deepEqual(await answer(hub.key, answers), await answer(hub.key, answers));
        assert.equal((await answer(hub.key, answers))[0], 201);
      },
      'staff count the answers of their own organization, and no others': async () => {
        for (let sent = 0; sent < 6; sent++) await hub.sdk(hub.key).equality.send({ sexual_orientation: 'bisexual' });
        await hub.admin(`update equality_answers set month = '2024-08-01'`);
        const counted = async (token: string) => {
          const { questions } = await hub.sdk(token).equality.report(quarter);
          return questions
            .find(({ question }) => question === 'sexual_orientation')!
            .answers.find(each => each.answer === 'bisexual')!;
        };
        const { count: ourCount } = await counted(hub.staffToken);
        assert.ok(ourCount! >= 6);
        assert.deepEqual(await counted(hub.otherStaffToken), { answer: 'bisexual', count: 0 });
      },
      "the hub's own pages have the profile and a key": async () => {
        const response = await hub.ask('GET /ask');
        const text = await response.text();
        assert.equal(response.status, 200);
        assert.ok(text.includes(organization) && /data-key="pub_/.test(text));
      },
      'staff list referrals with the name of the partner': async () => {
        const { items } = await hub.sdk(hub.staffToken).referrals.list();
        assert.equal(items.find(each => each.id === ours.id)?.partner, 'Partner');
      },
      'staff read a referral': async () => {
        const { referral } = await hub.sdk(hub.staffToken).referrals.get(ours.id, { reason: 'Promise' });
        assert.deepEqual(referral, selfReferral);
      },
      'a page of a partner may ask': async () => {
        const { status } = await hub.ask('OPTIONS /v1/referrals', { headers: { origin } });
        assert.equal(status, 204);
      },
      'the key set has a key of each use': async () => {
        const { keys } = await new Keys(hub.database, '').keySet();
        assert.deepEqual([...new Set(keys.map(key => key.use))].sort(), ['enc', 'sig']);
      },
      'each read is in the audit log': async () => {
        const lines = await hub.admin<{ count: number }>('select count(*) from audit');
        await hub.sdk(hub.staffToken).referrals.get(ours.id, { reason: 'Promise' });
        const more = await hub.admin<{ count: number }>('select count(*) from audit');
        assert.equal(more[0]!.count, lines[0]!.count + 1);
      },
      'the command line sees and adds everything': async () => {
        const admin: DatabaseCaller = { role: 'hub_admin' };
        assert.equal(await count(admin, 'organization'), 2);
        assert.equal(await count(admin, "partner where name in ('Partner', 'Elsewhere')"), 2);
        assert.equal(await count(admin, "staff where name in ('Staff', 'Staff elsewhere')"), 2);
        assert.ok((await count(admin, 'audit')) > 0);
        assert.ok((await count(admin, 'partner_key')) > 1);
        const name = `Promise ${crypto.randomUUID()}`;
        await hub.command(
          'partner',
          'add',
          name,
          '--origin',
          'https://promise.example',
          '--organization',
          organization,
        );
        await hub.command('key', 'rotate', '--partner', name);
        await hub.command('staff', 'add', name, '--organization', organization);
        await hub.command('key', 'rotate');
        await as(admin, async db => {
          await db.sql`insert into organization (name, profile) values (${name}, ${JSON.stringify(countyDurhamHub)}::jsonb)`;
          await db.sql`update organization set name = name where name = ${name}`;
        });
        await hub.admin(`delete from organization where name = '${name}'`);
      },

      'staff list nothing of another organization': async () => {
        const listed = await Array.fromAsync(hub.sdk(hub.otherStaffToken).referrals.list(), each => each.id);
        assert.deepEqual(listed, [theirs.id]);
      },
      'staff find nothing of another organization': () =>
        assert.rejects(hub.sdk(hub.otherStaffToken).referrals.get(ours.id, { reason: 'Promise' }), {
          code: 'not_found',
        }),
      "a code of another organization's referral tells nothing": () =>
        assert.rejects(hub.sdk(hub.otherKey).referrals.status(ours), { code: 'not_found' }),
      "another organization's code changes nothing": async () => {
        await assert.rejects(hub.sdk(hub.otherKey).referrals.change(ours, contactChange), { code: 'not_found' });
      },
      "another organization's equality answers are not answered again": async () =>
        assert.equal((await answer(hub.otherKey, answers))[0], 422),
      "another organization's id is taken and stays as it was": async () => {
        const sealed = await hub.seal();
        const body = { ...sealed.envelope, id: ours.id };
        assert.equal((await hub.ask('POST /v1/referrals', { key: hub.otherKey, body })).status, 422);
        const rows = await hub.admin<{ partner_id: string }>(`select partner_id from referral where id = '${ours.id}'`);
        assert.deepEqual(rows, [{ partner_id: ids.partner }]);
      },
      'the database shows a partner its own organization and itself alone': async () => {
        assert.equal(await count(partner(), 'organization'), 1);
        assert.equal(await count(partner(), 'partner'), 1);
        assert.equal(await count(partner(), `referral where organization_id <> '${ids.organization}'`), 0);
        assert.equal(await count(partner(), `referral_change where organization_id <> '${ids.organization}'`), 0);
        assert.equal(await count(partner(), `equality_answers where id not in (${await ourAnswers()})`), 0);
      },
      'the database shows staff their own organization alone': async () => {
        assert.equal(await count(staff(), 'organization'), 1);
        assert.equal(await count(staff(), `partner where organization_id <> '${ids.organization}'`), 0);
        assert.equal(await count(staff(), `referral where organization_id <> '${ids.organization}'`), 0);
        assert.equal(await count(staff(), `referral_for_staff where id = '${theirs.id}'`), 0);
        assert.equal(await count(staff(), `referral_change where organization_id <> '${ids.organization}'`), 0);
      },
      'the database takes no referral in the name of another': async () => {
        for (const [organizationId, partnerId] of [
          [ids.otherOrganization, ids.partner],
          [ids.organization, ids.otherPartner],
          [ids.otherOrganization, ids.otherPartner],
        ] as const) {
          await refused(
            as(
              partner(),
              db => db.sql`
                insert into referral (id, organization_id, partner_id, state, reference, received_at, flags, sealed_hash, content, answer)
                values (gen_random_uuid(), ${organizationId}, ${partnerId}, 'received', 'AAAA-AAAA', now(), '{}', '', '', '{}')`,
            ),
          );
        }
      },
      'the database takes no change and no equality answers in the name of another': async () => {
        await refused(
          as(
            partner(),
            db => db.sql`
              insert into referral_change (id, organization_id, referral_id, received_at, sealed_hash, content, answer)
              values (gen_random_uuid(), ${ids.otherOrganization}, ${theirs.id}, now(), '', '', '{}')`,
          ),
        );
        await refused(
          as(
            partner(),
            db => db.sql`
              insert into equality_answers (id, organization_id, month, answers, sealed_hash, answer)
              values (gen_random_uuid(), ${ids.otherOrganization}, '2026-11-01', '{}', '', '{}')`,
          ),
        );
      },
      'the database takes no line of audit in the name of another': async () => {
        for (const caller of [partner(), staff()]) {
          await refused(
            as(
              caller,
              db =>
                db.sql`insert into audit (organization_id, actor, action) values (${ids.otherOrganization}, 'x', 'x')`,
            ),
          );
        }
      },
      'the gate sees the key and the token that it was shown, and no other': async () => {
        const key: DatabaseCaller = { role: 'hub_service', credential: hub.key };
        assert.deepEqual([await count(key, 'partner_key'), await count(key, 'staff')], [1, 0]);
        assert.equal(await count({ role: 'hub_service' }, 'partner_key'), 0);
        assert.equal(await count({ role: 'hub_service' }, 'staff'), 0);
      },
      'who is nobody sees nothing': async () => {
        for (const table of ['organization', 'partner', 'referral', 'referral_change', 'equality_answers']) {
          assert.equal(await count({ role: 'hub_partner' }, table), 0);
          assert.equal(await count({ role: 'hub_staff' }, table), 0);
        }
      },
    };

    const ourAnswers = async () => {
      const rows = await hub.admin<{ id: string }>(
        `select id from equality_answers where organization_id = '${ids.organization}'`,
      );
      return rows.map(({ id }) => `'${id}'`).join(', ');
    };

    /** The promises that do not hold now, with a hub that remembers nothing. */
    async function broken(): Promise<string[]> {
      hub.restart();
      const names: string[] = [];
      for (const [name, holds] of Object.entries(promises)) {
        await holds().catch(() => names.push(name));
      }
      return names;
    }

    for (const [name, holds] of Object.entries(promises)) it(name, async () => void (await holds()));

    it('breaks a promise with each policy that is dropped, and keeps it with each that comes back', async t => {
      const policies = await policiesOf(hub);
      assert.ok(policies.length >= 25, `there are ${policies.length} policies`);

      for (const policy of policies) {
        await hub.admin(`drop policy ${policy.name} on ${policy.table}`);
        const names = await broken();
        await hub.admin(createPolicy(policy));
        assert.ok(names.length > 0, `nothing breaks without ${policy.name}`);
        t.diagnostic(`without ${policy.name}: ${names.length} broken, such as "${names[0]}"`);
      }

      assert.deepEqual(await policiesOf(hub), policies);
      assert.deepEqual(await broken(), []);
    });

    it('leaks with each policy that lets everything through', async t => {
      const policies = await policiesOf(hub);
      const open = policies.filter(({ using, check }) => (using ?? 'true') === 'true' && (check ?? 'true') === 'true');
      const closed = policies.filter(policy => !open.includes(policy));
      // The gate must find any page's partner, which organizations there are and the hub's own keys; the command line must see everything.
      const openOnPurpose = [
        'partner_gate',
        'hub_key_service',
        'organization_gate',
        ...policies.filter(each => each.roles === 'hub_admin').map(each => each.name),
      ];
      assert.deepEqual(open.map(each => each.name).sort(), openOnPurpose.sort());

      for (const { name, table, using, check } of closed) {
        await hub.admin(
          `alter policy ${name} on ${table} ${using ? 'using (true)' : ''} ${check ? 'with check (true)' : ''}`,
        );
        const names = await broken();
        await hub.admin(
          `alter policy ${name} on ${table} ${using ? `using (${using})` : ''} ${check ? `with check (${check})` : ''}`,
        );
        assert.ok(names.length > 0, `nothing leaks when ${name} lets everything through`);
        t.diagnostic(`with ${name} open: ${names.length} broken, such as "${names[0]}"`);
      }

      assert.deepEqual(await policiesOf(hub), policies);
      assert.deepEqual(await broken(), []);
    });

    it('leaks, and is named as a danger, with each table whose row-level security is off', async t => {
      const tables = await hub.admin<{ table: string }>(
        `select distinct tablename as table from pg_policies where schemaname = 'public' order by 1`,
      );
      assert.ok(tables.length >= 9);

      for (const { table } of tables) {
        await hub.admin(`alter table ${table} disable row level security`);
        const [names, dangers] = [await broken(), await hub.database.dangers()];
        await hub.admin(`alter table ${table} enable row level security`);
        assert.deepEqual(dangers, [`the table ${table} has no forced row-level security`]);
        // Those who serve may see all of the hub's keys, and nobody else may see any: grants alone keep that table.
        if (table !== 'hub_key') assert.ok(names.length > 0, `nothing leaks when ${table} has no row-level security`);
        t.diagnostic(
          `${table} without row-level security: ${names.length} broken${names[0] ? `, such as "${names[0]}"` : ''}`,
        );
      }

      assert.deepEqual(await hub.database.dangers(), []);
      assert.deepEqual(await broken(), []);
    });

    it('lets nobody who serves read, change or remove a line of the audit log', async () => {
      for (const role of ['hub_partner', 'hub_staff', 'hub_service'] as const) {
        const caller: DatabaseCaller = { ...partner(), role };
        await refused(as(caller, db => db.sql`select id from audit`));
        await refused(as(caller, db => db.sql`update audit set actor = 'x'`));
        await refused(as(caller, db => db.sql`delete from audit`));
        await refused(as(caller, db => db.sql`truncate audit`));
      }
      const admin: DatabaseCaller = { role: 'hub_admin' };
      await refused(as(admin, db => db.sql`update audit set actor = 'x'`));
      await refused(as(admin, db => db.sql`delete from audit`));
      await refused(as(admin, db => db.sql`truncate audit`));
      await refused(
        as(
          { role: 'hub_service' },
          db => db.sql`insert into audit (organization_id, actor, action) values (${ids.organization}, 'x', 'x')`,
        ),
      );
    });

    it('lets nobody who serves change or remove a referral, a change or equality answers', async () => {
      for (const role of ['hub_partner', 'hub_staff', 'hub_service'] as const) {
        const caller: DatabaseCaller = { ...partner(), role };
        for (const [table, column] of [
          ['referral', 'state'],
          ['referral_change', 'kind'],
          ['equality_answers', 'sealed_hash'],
        ]) {
          for (const statement of [`update ${table} set ${column} = 'x'`, `delete from ${table}`, `truncate ${table}`])
            await refused(as(caller, db => db.sql(Object.assign([statement], { raw: [statement] }))));
        }
      }
    });

    it('gives each role the tables and columns that it needs, and no more', async () => {
      for (const column of ['content', 'flags', 'form_version', '*']) {
        await refused(count(partner(), `(select ${column} from referral) kept`));
      }
      for (const column of ['content', '*']) {
        await refused(count(partner(), `(select ${column} from referral_change) kept`));
      }
      for (const column of ['month', 'answers', 'organization_id', '*']) {
        await refused(count(partner(), `(select ${column} from equality_answers) kept`));
      }
      // What staff can read has no name of its own, no receipt and no order.
      for (const column of ['id', 'sealed_hash', 'answer', '*']) {
        await refused(count(staff(), `(select ${column} from equality_answers) kept`));
      }
      for (const column of ['name', 'profile', '*']) {
        await refused(count({ role: 'hub_service' }, `(select ${column} from organization) kept`));
      }
      for (const [role, tables] of [
        ['hub_partner', ['partner_key', 'staff', 'hub_key', 'referral_for_staff']],
        ['hub_staff', ['partner_key', 'staff', 'hub_key']],
        ['hub_service', ['referral', 'referral_change', 'equality_answers', 'referral_for_staff']],
        ['hub_admin', ['referral', 'referral_change', 'equality_answers', 'referral_for_staff']],
      ] as [Role, string[]][]) {
        for (const table of tables) await refused(count({ ...partner(), role }, table));
      }
      for (const table of ['organization', 'partner', 'partner_key', 'staff', 'hub_key']) {
        for (const role of ['hub_partner', 'hub_staff', 'hub_service'] as const) {
          const text = [`delete from ${table}`];
          await refused(as({ ...partner(), role }, db => db.sql(Object.assign(text, { raw: text }))));
        }
      }
    });

    it('carries nobody over from one transaction to the next', async () => {
      await as(staff(), db => db.sql`select 1`);
      await as(staff(), db => db.sql`select 1 / 0`).catch(() => undefined);

      const [left] = await as(
        { role: 'hub_partner' },
        db => db.sql<
          Record<string, string>
        >`select current_user as role, current_setting('hub.organization', true) as organization,
          current_setting('hub.partner', true) as partner, current_setting('hub.credential', true) as credential`,
      );

      assert.deepEqual(left, { role: 'hub_partner', organization: '', partner: '', credential: '' });
    });
  });
}

interface Policy {
  readonly name: string;
  readonly table: string;
  readonly kind: string;
  readonly roles: string;
  readonly command: string;
  readonly using: string | null;
  readonly check: string | null;
}

function policiesOf(hub: TestHub): Promise<Policy[]> {
  return hub.admin<Policy & object>(
    `select policyname as name, tablename as table, permissive as kind, array_to_string(roles, ', ') as roles,
      cmd as command, qual as using, with_check as check
    from pg_policies where schemaname = 'public' order by 1`,
  );
}

function createPolicy({ name, table, kind, roles, command, using, check }: Policy): string {
  return [
    `create policy ${name} on ${table} as ${kind} for ${command} to ${roles}`,
    ...(using ? [`using (${using})`] : []),
    ...(check ? [`with check (${check})`] : []),
  ].join(' ');
}
