import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { countyDurhamHub } from '@advocacy-hub/sdk/examples';
import { startPostgres } from './postgres.ts';

/* The README's promises: each code block is found by its language and place, and does what the text says. */

const readme = await readFile('README.md', 'utf8');
const blocks = [...readme.matchAll(/^```(\w+)\n([^]*?)^```/gm)].map(([, language, code]) => ({
  language,
  code: code!,
}));
const folder = await mkdtemp(join(tmpdir(), 'advocacy-hub-readme-'));
const running = new Set<ChildProcess>();

after(async () => {
  for (const process of running) await stop(process);
  await rm(folder, { recursive: true });
});

describe('the README', () => {
  it('has the blocks that are run here and no others', () => {
    assert.deepEqual(blocks.map(({ language }) => language), ['sh', 'sh', 'html', 'js', 'sh', 'sh']); // prettier-ignore
  });

  it('has an example of a profile that is the one of npm start', async () => {
    assert.deepEqual(JSON.parse(await readFile('demo/profile.json', 'utf8')), countyDurhamHub);
  });

  it('names commands that there are', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };

    assert.equal(blocks[0]?.code, 'npm start\n');
    assert.equal(blocks[1]?.code, 'npm test\n');
    for (const [, name] of readme.matchAll(/`?npm run ([\w:]+)/g)) assert.ok(scripts[name!], name);
    assert.ok(scripts['start'] && scripts['test']);
  });
});

describe('npm start and the ten lines of SDK', () => {
  let output = '';
  const value = (label: string) => new RegExp(`${label} +(\\S+)`).exec(output)?.[1] ?? '';
  const data = join(folder, 'start');

  before(async () => {
    output = await run(['npm', 'start'], { DATA: data, PORT: '0', PARTNER_PORT: '0' }, /Ctrl\+C/);
  });

  it('prints a page that holds the two lines, with its own address and key', async () => {
    const page = await (await fetch(value("The partner's page"))).text();
    const [script, element] = blocks[2]!.code.trim().split('\n');

    const expected = script!
      .replaceAll('https://hub.example', value('The hub'))
      .replace('pub_your_key', value('Publishable key'));
    assert.ok(page.includes(expected), expected);
    assert.ok(page.includes(/^<[^>]+>/.exec(element!)![0]));
    assert.equal((await fetch(`${value('The hub')}/embed/v1.js`)).status, 200);
  });

  it('lets the SDK hand a referral over and staff read it', async () => {
    const [, token] = /(staff_\S+)/.exec(await shell('npm run -s hub -- staff add "Reader"', { DATA: data })) ?? [];
    const environment = { HUB_URL: value('The hub'), HUB_KEY: value('Publishable key'), STAFF_TOKEN: token! };

    const printed = await script(blocks[3]!.code, environment);

    assert.match(printed, /^received \{/);
    assert.match(printed, /^[0-9A-Z]{4}-[0-9A-Z]{4} care_review$/m);
    assert.match(printed, /^[0-9A-Z]{4}-[0-9A-Z]{4} change_of_home$/m);
  });
});

describe('running a hub', () => {
  it('works with the embedded database, command by command', async () => {
    const commands = blocks[4]!.code.trim().split('\n');
    const environment = { DATA: join(folder, 'embedded'), PORT: '0' };

    for (const command of commands.slice(0, -1)) await shell(command, environment);
    const output = await run(commands.at(-1)!.split(' '), environment, /answers at/);

    assert.match(output, /answers at http:\/\/localhost:\d+/);
  });

  it('works with a PostgreSQL server, an owner and a role that serves', async () => {
    const postgres = await startPostgres();
    const [migrate, serve] = blocks[5]!.code.trim().split('\n');
    try {
      await sql(postgres.url, "create role hub_app login password 'served'; create database hub");
      const owner = new URL(postgres.url);
      owner.pathname = '/hub';
      const served = new URL(owner);
      Object.assign(served, { username: 'hub_app', password: 'served' });
      const filled = (line: string) =>
        line
          .replace('postgres://owner@db/hub', owner.href)
          .replace('postgres://hub_app@db/hub', served.href)
          .replace('PUBLIC_URL=https://hub.example', 'PORT=0')
          .replace('SECRET=…', `SECRET=${'k'.repeat(43)}`);

      await shell(filled(migrate!), {});
      const words = filled(serve!).split(' ');
      const environment = Object.fromEntries(
        words
          .filter(word => /^[A-Z_]+=/.test(word))
          .map(word => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
      );
      const output = await run(
        words.filter(word => !/^[A-Z_]+=/.test(word)),
        environment,
        /answers at/,
      );

      const health = await fetch(`${/answers at (\S+)/.exec(output)![1]}/health`);
      assert.equal(health.status, 200);
    } finally {
      for (const process of running) await stop(process);
      await postgres.stop();
    }
  });
});

/** Starts a command that goes on running, and waits for what it should print. */
async function run(words: readonly string[], environment: Record<string, string>, until: RegExp): Promise<string> {
  const child = spawn(words[0]!, words.slice(1), {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  let output = '';
  for await (const line of createInterface({ input: child.stdout })) {
    output += `${line}\n`;
    if (until.test(line)) return output;
  }
  throw new Error(`${words.join(' ')} ended with:\n${output}`);
}

async function stop(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function shell(command: string, environment: Record<string, string>): Promise<string> {
  return new Promise((done, fail) => {
    execFile('sh', ['-c', command], { env: { ...process.env, ...environment } }, (error, stdout, stderr) =>
      error ? fail(new Error(`${command}\n${stderr}`, { cause: error })) : done(stdout),
    );
  });
}

/** Runs the README's script in a folder of its own, where the packages are found as if they were installed. */
async function script(code: string, environment: Record<string, string>): Promise<string> {
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'ten-lines.mjs'), code);
  return shell(
    `node --conditions=source --disable-warning=ExperimentalWarning ${join(folder, 'ten-lines.mjs')}`,
    environment,
  );
}

async function sql(url: string, statements: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client(url);
  await client.connect();
  for (const statement of statements.split('; ')) await client.query(statement);
  await client.end();
}
