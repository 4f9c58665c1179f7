import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { countyDurhamHub } from '@advocacy-hub/sdk/examples';
import { pages } from '../../packages/hub/src/pages/pages.ts';
import { addFirstData } from '../../packages/hub/src/first-data/first-data.ts';
import { openHub, organization, url, type TestHub } from './setup.ts';

let hub: TestHub;
let folder: string;
const told: string[] = [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'advocacy-hub-pages-'));
  const files = {
    'referral-form.js': { imports: ['chunks/lit-Ab12.js'] },
    'referral-status.js': { imports: [] },
    'chunks/lit-Ab12.js': { imports: [] },
    'chunks/other-Cd34.js': { imports: [] },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ files }));
  hub = await openHub({ settings: { assets: folder } });
});
after(() => hub.close());
after(() => rmSync(folder, { recursive: true }));

const add = (name: string, ...more: string[]) =>
  hub.command('partner', 'add', name, '--origin', url, '--organization', organization, ...more);
/** The pages alone, so that what they tell the administrator can be heard. */
const alone = () =>
  pages({ database: hub.database, assets: folder, publicUrl: url, tell: words => void told.push(words) });

describe("a hub without a partner of the hub's own origin", () => {
  it('says so to people in plain words, and to the administrator once', async () => {
    const app = alone();

    const response = await app.request('/ask');
    await app.request('/status');

    const text = await response.text();
    assert.equal(response.status, 503);
    assert.match(text, /We cannot show this page now/);
    assert.doesNotMatch(text, /advocacy-referral|<script/);
    assert.equal(told.length, 1);
    assert.match(told[0]!, /partner add "Our own pages" --origin https:\/\/hub\.example$/);
  });

  it('shows no organization’s ways to be reached where there are two', async () => {
    const text = await (await alone().request('/ask')).text();

    assert.doesNotMatch(text, /0191/);
  });

  it('shows them where there is one', async () => {
    const single = await openHub();
    await single.admin(`delete from partner_key where partner_id in (select id from partner where name = 'Elsewhere')`);
    await single.admin(`delete from partner where name = 'Elsewhere'`);
    await single.admin(`delete from staff where name = 'Staff elsewhere'`);
    await single.admin(`delete from organization where name = 'Elsewhere Advocacy'`);

    const response = await single.ask('GET /ask').finally(() => single.close());

    assert.equal(response.status, 503);
    assert.match(await response.text(), /href="tel:\+441914980320"/);
  });
});

describe("the hub's own pages", () => {
  let key: string;

  before(async () => {
    key = await add('Own pages');
    hub.restart();
  });

  for (const [path, tag] of [
    ['/ask', '<advocacy-referral-form isolation="none" steps-in-history>'],
    ['/status', '<advocacy-referral-status steps-in-history>'],
  ] as const) {
    it(`have the widget at ${path}, with the key of the partner that they are`, async () => {
      const response = await hub.ask(`GET ${path}`);

      const text = await response.text();
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'text/html; charset=UTF-8');
      assert.ok(text.startsWith('<!doctype html>') && text.includes('<html lang="en-GB">'));
      assert.ok(text.includes(tag));
      assert.ok(text.includes(`src="/embed/v1.js" data-hub="${url}" data-key="${key}"`));
      assert.equal(text.match(/<h1>/g)?.length, 1);
    });
  }

  it('show every way to be reached inside the widget’s tag, before and without any script', async () => {
    const text = await (await hub.ask('GET /ask')).text();

    const inside = text.slice(text.indexOf('<advocacy-referral-form'), text.indexOf('</advocacy-referral-form>'));
    for (const { value, link } of countyDurhamHub.contact_routes) {
      assert.ok(inside.includes(value));
      if (link) assert.ok(inside.includes(`href="${link}"`));
    }
  });

  it('have a title that tells nothing, the same on each', async () => {
    const titles = await Promise.all(
      ['/ask', '/status', '/ask?lang=cy', '/status?lang=cy'].map(async path =>
        /<title>(.*?)<\/title>/s.exec(await (await hub.ask(`GET ${path}`)).text())?.[1]?.trim(),
      ),
    );

    const [english, welsh] = [`${organization}: Help to be heard`, `${organization}: Cymorth i gael eich clywed`];
    assert.deepEqual(titles, [english, english, welsh, welsh]);
  });

  it('let nothing in, nothing out, and nothing stay', async () => {
    const { headers } = await hub.ask('GET /status');

    const policy = headers.get('content-security-policy')?.split('; ');
    assert.deepEqual(policy, [
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
    ]);
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('set-cookie'), null);
  });

  it('have no script and no style of their own, which their policy would refuse', async () => {
    const text = await (await hub.ask('GET /ask')).text();

    assert.equal(text.match(/<script\b[^>]*>\s*<\/script>/g)?.length, text.match(/<script\b/g)?.length);
    assert.doesNotMatch(text, /<style|\sstyle=|\son\w+=/);
  });

  it('ask early for the files that the widget begins with, and for no others', async () => {
    const preloaded = async (path: string) =>
      [...(await (await hub.ask(`GET ${path}`)).text()).matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(
        ([, href]) => href,
      );

    assert.deepEqual(await preloaded('/ask'), ['/embed/referral-form.js', '/embed/chunks/lit-Ab12.js']);
    assert.deepEqual(await preloaded('/status'), ['/embed/referral-status.js']);
  });

  it('are looked after by a style sheet of their own', async () => {
    const response = await hub.ask('GET /page.css');

    assert.equal(response.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.match(await response.text(), /prefers-color-scheme: dark/);
  });

  it('take a language that the hub speaks, and no other', async () => {
    const tag = async (lang: string) =>
      /<advocacy-referral-status[^>]*>/.exec(await (await hub.ask(`GET /status?lang=${lang}`)).text())?.[0];

    assert.equal(await tag('cy'), '<advocacy-referral-status steps-in-history lang="cy">');
    assert.equal(await tag('fr'), '<advocacy-referral-status steps-in-history>');
    assert.equal(await tag('%22%3E%3Cscript%3E'), '<advocacy-referral-status steps-in-history>');
  });

  it('speak Welsh around the widget too where that is asked for, and English of the hub’s own words', async () => {
    const text = await (await hub.ask('GET /ask?lang=cy')).text();

    assert.match(text, /<html lang="cy">/);
    assert.match(text, /<h1>Gofyn am eiriolwr<\/h1>/);
    assert.match(text, /<a href="\/status\?lang=cy">Gweld neu newid beth anfonoch chi atom ni<\/a>/);
    assert.match(text, /<noscript><p>Mae angen JavaScript/);
    assert.match(text, new RegExp(`<p\\s+lang="en"\\s*>${organization}</p>`));
    for (const { value, hours } of countyDurhamHub.contact_routes) {
      assert.ok(text.includes(`<bdi lang="en">${value}</bdi>`));
      if (hours) assert.match(text, new RegExp(`<span class="hours"\\s+lang="en"\\s*> \\(${hours}\\)`));
    }
    assert.doesNotMatch(text, />(Ask for|What you|How we|Complain|This page|Speak to|Telephone)/);
  });

  it('say which words are English where the widget speaks a language that the page does not', async () => {
    const languages = JSON.stringify(['en', 'cy', 'pl']);
    await hub.admin(
      `update organization set profile = profile || '{"languages":${languages}}' where name = '${organization}'`,
    );
    hub.restart();

    const text = await (await hub.ask('GET /status?lang=pl')).text();

    assert.match(text, /<html lang="en-GB">/);
    assert.match(text, /<advocacy-referral-status steps-in-history lang="pl"\s*><div lang="en-GB">/);
  });

  it('are one line in the log, by their path alone', async () => {
    hub.logs.length = 0;

    await hub.ask('GET /ask?lang=cy');
    await hub.ask('GET /status');

    assert.deepEqual(
      hub.logs.map(({ operation, status }) => [operation, status]),
      [
        ['GET /ask', 200],
        ['GET /status', 200],
      ],
    );
  });

  it('are counted by network, and whoever came too often still reads how to speak to somebody', async () => {
    hub.restart();
    for (let asked = 0; asked < 150; asked++) {
      assert.equal((await hub.ask('GET /ask')).status, 200);
      assert.equal((await hub.ask('GET /status')).status, 200);
    }

    const refused = await hub.ask('GET /ask');

    const text = await refused.text();
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.ok(refused.headers.get('content-security-policy'));
    assert.match(text, /href="tel:\+441914980320"/);
    assert.doesNotMatch(text, /<script/);
    const { operation, problem } = hub.logs.at(-1)!;
    assert.deepEqual([operation, problem], ['GET /ask', 'too_many_requests']);
    hub.restart();
  });

  it('take the newest key after it was changed', async () => {
    const newer = await hub.command('key', 'rotate', '--partner', 'Own pages');
    hub.restart();

    const text = await (await hub.ask('GET /ask')).text();

    assert.ok(text.includes(`data-key="${newer}"`) && !text.includes(key));
  });

  it('show whatever an organization says as text and never as markup', async () => {
    const nasty = `"><img src=x onerror=alert(1)>'&amp;`;
    const routes = [{ kind: 'telephone', value: nasty, link: `tel:${nasty}`, hours: nasty }];
    const profile = {
      ...countyDurhamHub,
      contact_routes: routes,
      privacy: { notice: '', notice_link: `https://x/${nasty}` },
    };
    const restore = await hub.admin<{ profile: object }>(
      `select profile from organization where name = '${organization}'`,
    );
    const set = (given: object) =>
      hub.admin(
        `update organization set profile = '${JSON.stringify(given).replaceAll("'", "''")}' where name = '${organization}'`,
      );
    await set({ ...profile, name: nasty });
    hub.restart();

    const text = await (await hub.ask('GET /ask')).text();
    await set(restore[0]!.profile);

    assert.doesNotMatch(text, /<img/);
    assert.equal(text.split('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;amp;').length - 1, 6);
  });

  it('say in words that the hub is away while its database is', async () => {
    const away = { transaction: () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })) };

    const response = await pages({
      database: { ...hub.database, ...away },
      assets: folder,
      publicUrl: url,
      tell: () => undefined,
    }).request('/ask');

    assert.equal(response.status, 503);
    assert.match(await response.text(), /We cannot show this page now/);
  });

  it('come with the first data', async () => {
    const fresh = await openHub();
    const page = 'https://page.example';
    // A hub that has its example people already is sent no new ones.
    await fresh.command(
      'partner',
      'add',
      'Healthwatch County Durham',
      '--origin',
      page,
      '--organization',
      organization,
    );
    await addFirstData({ url: 'https://first.example', database: fresh.owner, keys: fresh.keys }, page);

    const [row] = await fresh.admin<{ origins: string[] }>(
      `select origins from partner where name = '${organization}: own pages'`,
    );
    await fresh.close();

    assert.deepEqual(row?.origins, ['https://first.example']);
  });
});
