import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReferralSummary } from '@advocacy-hub/sdk';
import { referralSummary } from '@advocacy-hub/sdk/examples';
import { failureOf, hubThat, refuses, type Answering } from './setup.ts';

const line = (reference: string): ReferralSummary => ({ ...referralSummary, reference });
const book: Record<string, { items: ReferralSummary[]; next_cursor?: string }> = {
  '': { items: [line('AAAA-0001'), line('AAAA-0002')], next_cursor: 'second' },
  second: { items: [], next_cursor: 'third' },
  third: { items: [line('AAAA-0003')] },
};
/** Three pages, of which the second is empty. */
const opensBook: Answering = ({ url }) => Response.json(book[new URL(url).searchParams.get('cursor') ?? '']);

describe('a list', () => {
  it('is its first page when it is awaited', async () => {
    const { hub, arrived } = hubThat([opensBook]);

    const page = await hub.referrals.list();

    assert.deepEqual(page.items, book['']!.items);
    assert.equal(page.hasNext, true);
    assert.equal(arrived.length, 1);
  });

  it('goes from page to page', async () => {
    const { hub } = hubThat([opensBook]);

    const first = await hub.referrals.list();
    const second = await first.next();
    const third = await second.next();

    assert.deepEqual([second.items, second.hasNext], [[], true]);
    assert.deepEqual([third.items, third.hasNext], [book['third']!.items, false]);
  });

  it('says so when there is no page after the last one', async () => {
    const { hub, arrived } = hubThat([() => Response.json(book['third'])]);
    const last = await hub.referrals.list();

    const error = await failureOf(last.next());

    assert.ok(error instanceof RangeError);
    assert.equal(arrived.length, 1);
  });

  it('can be walked through item by item, over empty pages too', async () => {
    const { hub } = hubThat([opensBook]);
    const found: string[] = [];

    for await (const { reference } of hub.referrals.list()) found.push(reference);

    assert.deepEqual(found, ['AAAA-0001', 'AAAA-0002', 'AAAA-0003']);
  });

  it('reads no page that nobody came to', async () => {
    const { hub, arrived } = hubThat([opensBook]);

    for await (const { reference } of hub.referrals.list()) if (reference === 'AAAA-0002') break;

    assert.equal(arrived.length, 1);
  });

  it('can be walked through twice', async () => {
    const { hub } = hubThat([opensBook]);
    const list = hub.referrals.list();
    const walk = async () => {
      let count = 0;
      for await (const _ of list) count++;
      return count;
    };

    assert.deepEqual([await walk(), await walk()], [3, 3]);
  });

  it('asks for every page with the same question', async () => {
    const { hub, arrived } = hubThat([opensBook]);

    for await (const _ of hub.referrals.list({ state: 'received', limit: 2 }));

    assert.deepEqual(
      arrived.map(({ request }) => new URL(request.url).search),
      ['?state=received&limit=2', '?state=received&limit=2&cursor=second', '?state=received&limit=2&cursor=third'],
    );
  });

  it('leaves out what was not asked', async () => {
    const { hub, arrived } = hubThat([() => Response.json(book['third'])]);

    await hub.referrals.list({ state: undefined, flagged: 'yes' });

    assert.equal(new URL(arrived[0]!.request.url).search, '?flagged=yes');
  });

  it('fails where a page in the middle fails, and keeps what came before', async () => {
    const { hub } = hubThat([opensBook, refuses('unavailable')]);
    const found: string[] = [];
    const walk = async () => {
      for await (const { reference } of hub.referrals.list()) found.push(reference);
    };

    const error = await failureOf(walk());

    assert.equal(error.name, 'HubProblemError');
    assert.deepEqual(found, ['AAAA-0001', 'AAAA-0002']);
  });
});
