import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type ServerType, serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser.ts';

/** The static Storybook that the test runner has built. */
const folder = '.cache/storybook';

/** What Storybook tells when a story has been shown, played and looked at by axe. */
interface Finished {
  storyId: string;
  status: string;
  reporters: { type: string; result?: { violations?: { id: string; help: string; nodes: { html: string }[] }[] } }[];
}

/** Storybook's own account of what has happened, as each preview frame keeps it. */
interface Channel {
  last(event: string): [unknown] | undefined;
}

const { entries } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as {
  entries: Record<string, { id: string; type: string; title: string; name: string }>;
};

describe('stories', () => {
  let server: ServerType;
  let browser: Browser;
  let page: Page;

  before(async () => {
    const app = new Hono().use(serveStatic({ root: folder }));
    server = await new Promise(resolve => {
      const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started));
    });
    browser = await launch();
    page = await browser.newPage();
  });

  after(async () => {
    await browser?.close();
    server?.close();
  });

  for (const { id, title, name, type } of Object.values(entries)) {
    if (type !== 'story') continue;
    it(`shows ${title}, ${name}, with no error and nothing that axe finds`, async () => {
      const errors: string[] = [];
      const collect = (error: Error) => errors.push(error.message);
      page.on('pageerror', collect);

      const { port } = server.address() as AddressInfo;
      await page.goto(`http://127.0.0.1:${port}/iframe.html?id=${id}&viewMode=story`);
      const finished = await finishedStory(page, id);
      page.off('pageerror', collect);

      assert.deepEqual([...errors, ...(await thrown(page)), ...violations(finished)], []);
      assert.equal(finished.status, 'success');
    });
  }
});

async function finishedStory(page: Page, id: string): Promise<Finished> {
  const handle = await page.waitForFunction(
    storyId => {
      const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as { __STORYBOOK_ADDONS_CHANNEL__?: Channel };
      const finished = channel?.last('storyFinished')?.[0] as Finished | undefined;
      return finished?.storyId === storyId && finished;
    },
    id,
    { timeout: 15_000 },
  );
  return (await handle.jsonValue()) as Finished;
}

function violations({ reporters }: Finished): string[] {
  return reporters
    .flatMap(({ result }) => result?.violations ?? [])
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(node => node.html).join(' ')}`);
}

/** Storybook calls a story whose play function throws a success: its other events tell. */
function thrown(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as { __STORYBOOK_ADDONS_CHANNEL__?: Channel };
    return ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing'].flatMap(event => {
      const [error] = channel?.last(event) ?? [];
      return error === undefined ? [] : [`${event}: ${(error as Error).message ?? JSON.stringify(error)}`];
    });
  });
}
