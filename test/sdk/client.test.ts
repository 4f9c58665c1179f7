import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { AdvocacyHub, HubMisuseError, type AdvocacyHubOptions } from '@advocacy-hub/sdk';
import { answers, hubThat, profile, url } from './setup.ts';

const key = 'pub_test';

/** Puts a global in place that this platform does not have, for one test. */
function setGlobal(test: TestContext, name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true });
  test.after(() => Reflect.deleteProperty(globalThis, name));
}

describe('the client', () => {
  for (const address of [
    'https://hub.example',
    'http://localhost:8080',
    'http://127.0.0.1:8080',
    'http://[::1]:8080',
  ]) {
    it(`takes the address ${address}`, () => {
      assert.doesNotThrow(() => new AdvocacyHub({ url: address, key }));
    });
  }

  const wrongAddresses = {
    nothing: '',
    'a name alone': 'hub.example',
    'plain http to another machine': 'http://hub.example',
    'the address of a host that only begins with localhost': 'http://localhost.example',
    'an address of another scheme': 'ftp://hub.example',
    'a script': 'javascript:alert(1)',
    'an address with a query, which would swallow every path,': 'https://hub.example/?page=1',
    'an address with a fragment, which would swallow every path,': 'https://hub.example/#top',
    'an address with a user and a password, which no browser sends,': 'https://user:word@hub.example',
  };
  for (const [what, address] of Object.entries(wrongAddresses)) {
    it(`refuses ${what} as its address`, () => {
      assert.throws(() => new AdvocacyHub({ url: address, key }), isMisuse('no_url'));
    });
  }

  const wrongKeys = {
    nothing: '',
    'a blank': ' ',
    'what is no key of a hub': 'hello',
    'the placeholder of the documentation': 'pub_…',
    'a key with a line break': 'pub_abc\n',
  };
  for (const [what, wrong] of Object.entries(wrongKeys)) {
    it(`refuses ${what} as its key`, () => {
      assert.throws(() => new AdvocacyHub({ url, key: wrong }), isMisuse('no_key'));
    });
  }

  const wrongNumbers: Record<string, Partial<AdvocacyHubOptions>> = {
    'fewer than no retries': { retries: -1 },
    'half a retry': { retries: 1.5 },
    'a timeout in the past': { timeout: -1 },
    'a timeout that is no number': { timeout: Number.NaN },
    'a timeout that no timer can hold': { timeout: 2 ** 31 },
  };
  for (const [what, options] of Object.entries(wrongNumbers)) {
    it(`refuses ${what} at once, instead of calling it a lost connection later`, () => {
      assert.throws(() => new AdvocacyHub({ url, key, ...options }), HubMisuseError);
    });
  }

  it('refuses a staff token in a web page', test => {
    setGlobal(test, 'document', {});

    assert.throws(() => new AdvocacyHub({ url, key: 'staff_secret' }), isMisuse('secret_in_browser'));
  });

  it('refuses a staff token in a worker of a web page', test => {
    setGlobal(test, 'WorkerLocation', class {});

    assert.throws(() => new AdvocacyHub({ url, key: 'staff_secret' }), isMisuse('secret_in_browser'));
  });

  it('takes a publishable key in a web page', test => {
    setGlobal(test, 'document', {});

    assert.doesNotThrow(() => new AdvocacyHub({ url, key }));
  });

  it('takes a staff token on a server', () => {
    assert.doesNotThrow(() => new AdvocacyHub({ url, key: 'staff_secret' }));
  });

  it('does not repeat a refused key', () => {
    assert.throws(
      () => new AdvocacyHub({ url, key: 'secret with a blank' }),
      (error: Error) => !error.message.includes('secret with'),
    );
  });

  it('sends its key as a header, and puts it in no address', async () => {
    const { hub, arrived } = hubThat([answers(profile)]);

    await hub.profile();

    assert.equal(arrived[0]!.request.headers.get('authorization'), 'Bearer pub_test');
    assert.equal(arrived[0]!.request.url, 'https://hub.example/v1/profile');
  });

  it('sends no cookies, and does not tell which page asks', async () => {
    const { hub, arrived } = hubThat([answers(profile)]);

    await hub.profile();

    assert.equal(arrived[0]!.request.credentials, 'omit');
    assert.equal(arrived[0]!.request.referrerPolicy, 'no-referrer');
  });

  it('asks below the path that the hub stands under', async () => {
    const { hub, arrived } = hubThat([answers(profile)], { url: 'https://council.example/advocacy/' });

    await hub.profile();

    assert.equal(arrived[0]!.request.url, 'https://council.example/advocacy/v1/profile');
  });

  it('drops what a newer hub says besides', async () => {
    const { hub } = hubThat([answers({ ...profile, mood: 'sunny' })]);

    assert.deepEqual(await hub.profile(), profile);
  });

  it('reads a value that only a newer hub knows', async () => {
    const routes = [{ kind: 'carrier_pigeon', value: 'The loft, Claypath' }];
    const { hub } = hubThat([answers({ ...profile, contact_routes: routes })]);

    assert.deepEqual((await hub.profile()).contact_routes, routes);
  });
});

function isMisuse(code: HubMisuseError['code']): (error: unknown) => boolean {
  return error => error instanceof HubMisuseError && error.code === code && !error.retryable;
}
