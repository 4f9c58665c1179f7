import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fillPath, type Operation } from '@advocacy-hub/sdk/contract/operation';
import { operations } from '@advocacy-hub/sdk/contract/operations';
import { problems, type ProblemCode } from '@advocacy-hub/sdk/contract/problem';

const table = Object.entries(operations) as [string, Operation][];
const verbs = ['read', 'list', 'create', 'change', 'remove'];
const callers = ['anyone', 'partner', 'staff'];

describe('the table of operations', () => {
  it('asks no two things in the same way', () => {
    const ways = table.map(([, { method, path }]) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);

    assert.equal(new Set(ways).size, ways.length);
  });

  for (const [name, operation] of table) {
    const { method, path, summary, callers: who, query, body, statuses = [200], problems: own = [], cache } = operation;

    describe(name, () => {
      it('has a name of a verb and a noun', () => {
        assert.match(name, new RegExp(`^(${verbs.join('|')})[A-Z][A-Za-z]+$`));
      });

      it('has a path of plain words and ids', () => {
        assert.match(path, /^(\/health|\/v1(\/([a-z]+(-[a-z]+)*|\{([a-z]+_)*id\}))+)$/);
      });

      it('has a summary: a sentence without its full stop', () => {
        assert.match(summary, /^[A-Z].{9,118}[^.]$/);
      });

      it('says who may ask', () => {
        assert.ok(who.length > 0 && who.every(caller => callers.includes(caller)));
        assert.equal(new Set(who).size, who.length);
        assert.ok(!who.includes('anyone') || who.length === 1, 'Anyone is everyone.');
      });

      it('is answered with statuses of success', () => {
        assert.ok(statuses.length > 0 && statuses.every(status => status >= 200 && status < 300));
      });

      it('refuses with problems of the contract, each named once', () => {
        assert.deepEqual(
          own.filter(code => !(code in problems)),
          [],
        );
        assert.equal(new Set(own).size, own.length);
      });

      it('says what may go wrong with its body and its ids', () => {
        const wanted: ProblemCode[] = [
          ...(body ? (['not_json', 'too_large', 'timeout'] as const) : []),
          ...(path.includes('{') ? (['not_found'] as const) : []),
        ];

        assert.deepEqual(
          wanted.filter(code => !own.includes(code)),
          [],
        );
      });

      it('takes a body only where its method has one', () => {
        assert.equal(body !== undefined, ['post', 'put', 'patch'].includes(method));
        assert.ok(!query || method === 'get', 'What is asked in an address is asked with GET.');
      });

      it('may be kept by a cache only where it is a GET, and then by the caller alone', () => {
        if (cache === undefined) return;
        assert.equal(method, 'get');
        assert.match(cache, who.includes('anyone') ? /max-age/ : /^private, /);
      });

      it('lets nobody but staff read what people wrote', () => {
        if (!path.startsWith('/v1/referrals') || (method === 'post' && !path.includes('{'))) return;
        assert.deepEqual(who, ['staff']);
      });
    });
  }

  it('fills an id into a path as one piece of it', () => {
    assert.equal(
      fillPath('/v1/referrals/{id}/reads', { id: '../../health?x=#y' }),
      '/v1/referrals/..%2F..%2Fhealth%3Fx%3D%23y/reads',
    );
  });
});
