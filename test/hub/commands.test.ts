import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { AdvocacyHub } from '@advocacy-hub/sdk';
import { countyDurhamHub, selfReferral } from '@advocacy-hub/sdk/examples';

/* The command line as people use it: processes of its own on a folder of its own. */

let folder: string;
let running: ChildProcess | undefined;
const node = ['--conditions=source', '--disable-warning=ExperimentalWarning', 'packages/hub/src/main.ts'];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'advocacy-hub-commands-'));
  await writeFile(join(folder, 'profile.json'), JSON.stringify(countyDurhamHub));
});
afterEach(() => stop());
after(() => rm(folder, { recursive: true }));

describe('the command line', () => {
  it('sets a hub up from nothing, then runs it, and the same commands work while it runs', async () => {
    await hub('organization', 'add', join(folder, 'profile.json'));
    await assert.rejects(hub('organization', 'add', 'no-such-file.json'), /cannot be read/);
    const key = lastLine(await hub('partner', 'add', 'Durham Carers', '--origin', 'https://carers.example/'));
    const url = await start();
    const receipt = await new AdvocacyHub({ url, key }).referrals.create(selfReferral);

    const token = lastLine(await hub('staff', 'add', 'Triage desk'));
    const listed = await hub('partner', 'list');

    const record = await new AdvocacyHub({ url, key: token }).referrals.get(receipt.id, { reason: 'Triage' });
    assert.deepEqual(record.referral, selfReferral);
    assert.match(listed, /Durham Carers +https:\/\/carers\.example +pub_/);
  });

  it('keeps everything between runs and stops cleanly when told to', async () => {
    const url = await start();
    const token = lastLine(await hub('staff', 'add', 'Second desk'));

    const status = await stop();
    const again = await start();

    const { items } = await new AdvocacyHub({ url: again, key: token }).referrals.list();
    assert.equal(status, 0);
    assert.notEqual(url, '');
    assert.equal(items.length, 1);
  });

  it('tells who read a referral and why', async () => {
    const audited = await hub('audit', 'list');

    assert.match(audited, /Triage desk +referral_read +[0-9a-f-]{36} +Triage$/m);
    assert.match(audited, /Durham Carers +referral_received +[0-9a-f-]{36} +-$/m);
  });

  it('changes what the hub and a partner say about themselves', async () => {
    const profile = { ...countyDurhamHub, contact_routes: [{ kind: 'telephone', value: '0191 498 0999' }] };
    await writeFile(join(folder, 'changed.json'), JSON.stringify(profile));

    await hub('organization', 'change', join(folder, 'changed.json'));
    await hub('partner', 'change', 'Durham Carers', '--origin', 'https://new.carers.example');
    const key = lastLine(await hub('key', 'rotate', '--partner', 'Durham Carers'));

    assert.match(await hub('partner', 'list'), new RegExp(`Durham Carers +https://new.carers.example +${key}`));
    const { contact_routes: routes } = await new AdvocacyHub({ url: await start(), key }).profile();
    assert.deepEqual(routes, profile.contact_routes);
  });

  it('does not serve with another secret than the one that its keys were made with', async () => {
    await assert.rejects(
      hubWith({ SECRET: 'x'.repeat(43) }),
      (error: { code?: number; stderr?: string }) =>
        error.code === 2 && /SECRET is not the one/.test(error.stderr ?? ''),
    );
  });

  it('says so when there is no database server', async () => {
    const nowhere = { DATABASE_URL: 'postgres://hub@127.0.0.1:9/hub', SECRET: 'x'.repeat(43) };

    await assert.rejects(
      hubWith(nowhere),
      (error: { code?: number; stderr?: string }) =>
        error.code === 2 && /database at 127\.0\.0\.1:9 cannot be used: ECONNREFUSED/.test(error.stderr ?? ''),
    );
  });

  it('withdraws a staff token', async () => {
    const listed = await hub('staff', 'list');
    const id = /^([0-9a-f-]{36}) +Triage desk/m.exec(listed)?.[1];

    await hub('staff', 'revoke', id ?? '');

    assert.match(await hub('staff', 'list'), new RegExp(`${id} +Triage desk +revoked`));
  });

  for (const [title, words, expected] of [
    ['a command that there is not', ['fly', 'away'], /There is no command "fly away"/],
    ['an option that there is not', ['partner', 'list', '--loud'], /Unknown option '--loud'/],
    ['a name that is missing', ['staff', 'add'], /needs a name/],
    [
      'a page that is no origin',
      ['partner', 'add', 'X', '--origin', 'https://x.example/path'],
      /not the origin of a page/,
    ],
    [
      'a name that is taken',
      ['partner', 'add', 'Durham Carers', '--origin', 'https://x.example'],
      /one of that name already/,
    ],
    ['an organization that there is not', ['staff', 'add', 'X', '--organization', 'Nobody'], /no such organization/],
  ] as const) {
    it(`says in words what is wrong with ${title}`, async () => {
      await assert.rejects(
        hub(...words),
        (error: { code?: number; stderr?: string }) => error.code === 2 && expected.test(error.stderr ?? ''),
      );
    });
  }

  it('tells all faults of the settings and ends with status 2', async () => {
    await assert.rejects(
      hubWith({ PORT: 'x', SECRET: 'short' }),
      (error: { code?: number; stderr?: string }) =>
        error.code === 2 && /PORT must be[^]*SECRET must be/.test(error.stderr ?? ''),
    );
  });
});

function hub(...words: string[]): Promise<string> {
  return hubWith({}, ...words);
}

async function hubWith(environment: Record<string, string>, ...words: string[]): Promise<string> {
  const env = { ...process.env, DATA: join(folder, 'data'), ...environment };
  const { stdout } = await promisify(execFile)('node', [...node, ...words], { env });
  return stdout.trim();
}

async function start(): Promise<string> {
  running = spawn('node', node, {
    env: { ...process.env, DATA: join(folder, 'data'), PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: running.stdout! })) {
    const url = /answers at (\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('The hub ended before it answered.');
}

async function stop(): Promise<number | null> {
  const process = running;
  running = undefined;
  if (!process || process.exitCode !== null) return process?.exitCode ?? null;
  process.kill('SIGTERM');
  const [status] = (await once(process, 'exit')) as [number | null];
  return status;
}

function lastLine(output: string): string {
  return output.split('\n').at(-1)!;
}
