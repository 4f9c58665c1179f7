import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSettings, SettingsError } from '@advocacy-hub/hub';

describe('settings', () => {
  it('are all there when nothing is set', () => {
    const { port, host, data, databaseUrl, requestsAMinute, trustProxy } = readSettings({});

    assert.deepEqual(
      [port, host, data, databaseUrl, requestsAMinute, trustProxy],
      [8080, 'localhost', '.data', undefined, 600, false],
    );
  });

  it('come from the environment', () => {
    const secret = 'k'.repeat(43);
    const settings = readSettings({
      PORT: '0',
      DATABASE_URL: 'postgres://hub@db/hub',
      SECRET: secret,
      TRUST_PROXY: 'true',
      PUBLIC_URL: 'https://hub.example',
    });

    assert.deepEqual(
      [settings.port, settings.databaseUrl, settings.secret, settings.trustProxy, settings.publicUrl],
      [0, 'postgres://hub@db/hub', secret, true, 'https://hub.example'],
    );
  });

  it('take an empty variable as one that is not set', () => {
    assert.equal(readSettings({ PORT: '', DATABASE_URL: '' }).port, 8080);
  });

  it('tell all their faults at once, in words and without what was set', () => {
    const faulty = {
      PORT: 'eighty',
      DATABASE_URL: 'mysql://root:hunter2@db',
      REQUESTS_A_MINUTE: '0',
      PUBLIC_URL: 'hub.example/path',
    };

    assert.throws(
      () => readSettings(faulty),
      error =>
        error instanceof SettingsError &&
        ['PORT', 'DATABASE_URL', 'REQUESTS_A_MINUTE', 'PUBLIC_URL'].every(name =>
          error.message.includes(`  ${name} must be `),
        ) &&
        !/eighty|hunter2|path/.test(error.message),
    );
  });

  it('want an address for people where the hub listens on every address', () => {
    assert.throws(() => readSettings({ HOST: '0.0.0.0' }), /PUBLIC_URL must be set/);
    assert.equal(readSettings({ HOST: '0.0.0.0', PUBLIC_URL: 'https://hub.example' }).host, '0.0.0.0');
  });

  it('want a secret for a database that outlives this machine', () => {
    assert.throws(() => readSettings({ DATABASE_URL: 'postgres://hub@db/hub' }), /SECRET must be set/);
  });
});
