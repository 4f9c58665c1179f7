import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runHub, startHub } from './hub-process.ts';

describe('the folder of an embedded database', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'advocacy-hub-folder-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused to a second hub within a second and before it writes', async t => {
    const hub = await startHub({ DATA: folder });
    const before = contentOf(folder);

    // Loading the program takes longer than refusing and is taken off; the best of three, since others use this machine.
    const attempts = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      attempts.push({ loading: await runHub(['help'], {}), second: await runHub(['serve'], { DATA: folder }) });
    }
    const afterwards = contentOf(folder);
    await hub.kill();

    for (const { second } of attempts) {
      assert.equal(second.status, 2);
      assert.match(
        second.output,
        /^Another hub is running on .+\. Stop it first, or give this one another folder in DATA\.$/,
      );
    }
    assert.deepEqual(afterwards, before);
    const loading = Math.min(...attempts.map(each => each.loading.ms));
    const refusing = Math.min(...attempts.map(each => each.second.ms));
    assert.ok(refusing - loading < 1_000, `it took ${refusing - loading} ms`);
    t.diagnostic(`refused after ${Math.round(refusing)} ms; loading the program alone takes ${Math.round(loading)} ms`);
  });

  it('is free again for commands and for a new hub when its hub was killed', async () => {
    const first = await startHub({ DATA: folder });
    await first.kill();

    const command = await runHub(['partner', 'list'], { DATA: folder });
    const next = await startHub({ DATA: folder });

    assert.equal(command.status, 0, command.output);
    assert.equal((await fetch(`${next.url}/health`)).status, 200);
    assert.equal(await next.stop(), 0);
  });

  it('goes to one of three hubs that are started at the same moment', async () => {
    const started = await Promise.allSettled([1, 2, 3].map(() => startHub({ DATA: folder })));

    const running = started.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
    const refused = started.flatMap(each => (each.status === 'rejected' ? [String(each.reason)] : []));
    assert.equal(running.length, 1, refused.join('\n'));
    for (const reason of refused) assert.match(reason, /ended with 2:\s+Another hub is running/);
    assert.equal(await running[0]!.stop(), 0);
  });
});

/** Every file of a folder with a hash of its bytes and the moment of its last change. */
function contentOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file));
  const files = paths.filter(path => statSync(path).isFile());
  const state = (path: string) =>
    `${statSync(path).mtimeMs} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
  return Object.fromEntries(files.map(path => [path, state(path)]));
}
