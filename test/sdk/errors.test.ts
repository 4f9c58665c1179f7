import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { HubError, HubMismatchError, HubMisuseError, HubProblemError, HubUnreachableError } from '@advocacy-hub/sdk';
import { problems, type ProblemCode } from '@advocacy-hub/sdk/contract/problem';
import { selfReferral } from '@advocacy-hub/sdk/examples';
import { seal } from '@advocacy-hub/sdk/sealing';
import { answers, failureOf, hubThat, isOffline, profile, refuses, staysSilent, type Answering } from './setup.ts';

const loginPage: Answering = () =>
  new Response('<!doctype html><title>Welcome to Library Wi-Fi</title>', { headers: { 'content-type': 'text/html' } });
const badGateway: Answering = () => new Response('<html>Bad Gateway</html>', { status: 502 });

/** A body that breaks off in the middle. */
const breaksOff: Answering = () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"name":"Coun'));
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
};

interface Origin {
  readonly answer: Answering;
  readonly class: typeof HubProblemError | typeof HubUnreachableError | typeof HubMismatchError;
  readonly code: string;
  readonly retryable: boolean;
}

const origins: Record<string, Origin> = {
  'a refusal by the hub': {
    answer: refuses('forbidden'),
    class: HubProblemError,
    code: 'forbidden',
    retryable: false,
  },
  "a gateway's page that says 502": {
    answer: badGateway,
    class: HubUnreachableError,
    code: 'offline',
    retryable: true,
  },
  'no connection': { answer: isOffline, class: HubUnreachableError, code: 'offline', retryable: true },
  'an answer that breaks off': { answer: breaksOff, class: HubUnreachableError, code: 'offline', retryable: true },
  'no answer in time': { answer: staysSilent, class: HubUnreachableError, code: 'timeout', retryable: true },
  'the login page of a network': {
    answer: loginPage,
    class: HubMismatchError,
    code: 'not_a_hub',
    retryable: true,
  },
  'a page that is not there, on a server that is no hub': {
    answer: () => new Response('<html>Not Found</html>', { status: 404 }),
    class: HubMismatchError,
    code: 'not_a_hub',
    retryable: true,
  },
  'an empty answer': {
    answer: () => new Response(null, { status: 204 }),
    class: HubMismatchError,
    code: 'not_a_hub',
    retryable: true,
  },
  'an answer that lacks what the contract promises': {
    answer: answers({ ...profile, name: undefined }),
    class: HubMismatchError,
    code: 'off_contract',
    retryable: false,
  },
};

describe('failures', () => {
  for (const [what, { answer, class: Wanted, code, retryable }] of Object.entries(origins)) {
    it(`tells ${what} as ${Wanted.name} ${code}`, async () => {
      const { hub } = hubThat([answer], { timeout: answer === staysSilent ? 20 : 10_000 });

      const error = await failureOf(hub.profile());

      assert.ok(error instanceof Wanted && error instanceof HubError, inspect(error));
      assert.deepEqual([error.name, error.code, error.retryable], [Wanted.name, code, retryable]);
    });
  }

  for (const [code, { status, retryable }] of Object.entries(problems)) {
    it(`tells the hub's ${code} with its status, and whether trying again may help`, async () => {
      const { hub } = hubThat([refuses(code as ProblemCode)]);

      const error = await failureOf(hub.profile());

      assert.ok(error instanceof HubProblemError);
      assert.deepEqual([error.code, error.status, error.retryable], [code, status, retryable]);
    });
  }

  it('tells a code that only a newer hub knows', async () => {
    const problem = { type: 'urn:x', title: 'We moved.', status: 410, code: 'gone', request_id: 'r', retryable: false };
    const { hub } = hubThat([() => Response.json(problem, { status: 410 })]);

    const error = await failureOf(hub.profile());

    assert.ok(error instanceof HubProblemError);
    assert.deepEqual([error.code, error.status], ['gone', 410]);
  });

  it('tells which parts of a request the hub refused', async () => {
    const fields = [{ path: 'query.limit', code: 'too_large' }];
    const problem = {
      type: 'urn:x',
      title: 'No.',
      status: 400,
      code: 'bad_request',
      request_id: 'r',
      retryable: false,
    };
    const { hub } = hubThat([() => Response.json({ ...problem, fields }, { status: 400 })]);

    const error = await failureOf(hub.referrals.list());

    assert.ok(error instanceof HubProblemError);
    assert.deepEqual(error.fields, fields);
    assert.match(error.message, /query\.limit \(too_large\)/);
  });

  it('tells how long the hub asks to wait, counted or dated', async () => {
    const aMinute = new Date(Date.now() + 60_000).toUTCString();
    const { hub } = hubThat([
      refuses('too_many_requests', { 'retry-after': '17' }),
      refuses('too_many_requests', { 'retry-after': aMinute }),
    ]);

    const counted = (await failureOf(hub.profile())) as HubProblemError;
    const dated = (await failureOf(hub.profile())) as HubProblemError;

    assert.equal(counted.retryAfter, 17);
    assert.ok(dated.retryAfter! > 50 && dated.retryAfter! <= 60);
  });

  it('tells where an answer leaves the contract', async () => {
    const { hub } = hubThat([answers({ ...profile, name: 7, now: undefined })]);

    const error = await failureOf(hub.profile());

    assert.ok(error instanceof HubMismatchError);
    assert.deepEqual(error.fields, [
      { path: 'answer.name', code: 'wrong_type' },
      { path: 'answer.now', code: 'missing' },
    ]);
  });

  it("names the hub's own name for the request, for a refusal", async () => {
    const { hub } = hubThat([refuses('internal')]);

    const error = (await failureOf(hub.profile())) as HubProblemError;

    assert.equal(error.requestId, 'request-7');
    assert.match(error.message, /request-7/);
  });

  it("names the hub's own name for the request, for an answer that is not of the contract", async () => {
    const { hub } = hubThat([answers({}, { 'request-id': 'request-8' })]);

    const error = (await failureOf(hub.profile())) as HubMismatchError;

    assert.equal(error.requestId, 'request-8');
    assert.match(error.message, /request-8/);
  });

  it("leaves an abort the platform's own, with the reason that was given", async () => {
    const reason = new Error('The person went on.');
    const { hub } = hubThat([staysSilent]);

    const error = await failureOf(hub.profile({ signal: AbortSignal.abort(reason) }));

    assert.equal(error, reason);
  });

  it('says AbortError where no reason was given', async () => {
    const { hub } = hubThat([staysSilent]);

    const error = await failureOf(hub.profile({ signal: AbortSignal.abort() }));

    assert.equal(error.name, 'AbortError');
  });
});

describe('what a failure shows', () => {
  const secrets = {
    token: 'staff_canary-of-the-token',
    code: 'CANA-RYPR-VATE',
    reason: 'canary of the reason',
    story: 'canary of the story',
  };
  const calls = {
    'asking for a status': ({ hub }) => hub.referrals.status({ reference: 'FBWA-J38P', code: secrets.code }),
    'reading a referral': ({ hub }) =>
      hub.referrals.get('019ab2c4-7d10-7a3e-9c41-5f7be2a90d16', { reason: secrets.reason }),
  } satisfies Record<string, (watched: ReturnType<typeof hubThat>) => Promise<unknown>>;
  const echoes: Record<string, Answering> = {
    ...Object.fromEntries(Object.entries(origins).map(([what, { answer }]) => [what, answer])),
    'an answer that repeats what was typed': async request => Response.json({ reference: await request.text() }),
    'a page that repeats what was typed': async request => new Response(await request.text(), { status: 500 }),
    'a problem document of somebody else that repeats what was typed': async request =>
      Response.json({ type: 'about:blank', detail: await request.text() }, { status: 400 }),
  };

  for (const [call, ask] of Object.entries(calls)) {
    for (const [what, answer] of Object.entries(echoes)) {
      it(`holds no secret and nothing that was typed, when ${call} meets ${what}`, async () => {
        const watched = hubThat([answer], { key: secrets.token, timeout: answer === staysSilent ? 20 : 10_000 });

        const error = await failureOf(ask(watched));

        showsNone(error, secrets);
      });
    }
  }

  it('holds nothing that was typed, when a referral is not of the contract', async () => {
    const facts = { ...selfReferral.facts, narrative: 'x'.repeat(20_001), channel: secrets.story as 'web' };

    const error = await failureOf(seal({ ...selfReferral, facts }, { version: 1, keys: [] }));

    assert.ok(error instanceof HubMisuseError);
    assert.deepEqual(error.fields, [
      { path: 'referral.facts.channel', code: 'not_a_choice' },
      { path: 'referral.facts.narrative', code: 'too_long' },
    ]);
    showsNone(error, { ...secrets, narrative: 'xxxx' });
  });
});

/** Fails where any of the ways that developers look at an error shows one of the secrets. */
function showsNone(error: Error, secrets: Readonly<Record<string, string>>): void {
  const views = {
    message: error.message,
    toString: String(error),
    stack: error.stack ?? '',
    JSON: JSON.stringify(error),
    console: inspect(error),
    'a debugger': inspect(error, { depth: Infinity, showHidden: true, getters: true }),
  };
  for (const [view, text] of Object.entries(views)) {
    const shown = Object.entries(secrets).flatMap(([name, secret]) => (text.includes(secret) ? [name] : []));
    assert.deepEqual(shown, [], `${view} shows it`);
  }
}
