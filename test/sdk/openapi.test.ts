import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openapi } from '@advocacy-hub/sdk/contract/openapi';
import { operations, type OperationName } from '@advocacy-hub/sdk/contract/operations';
import type { Operation } from '@advocacy-hub/sdk/contract/operation';
import { commonProblems, problems } from '@advocacy-hub/sdk/contract/problem';

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

const document = openapi() as unknown as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};
const file = join(import.meta.dirname, '..', '..', 'packages', 'hub', 'openapi.json');

describe('the OpenAPI document', () => {
  it('in the repository is what the contract says now', () => {
    assert.equal(readFileSync(file, 'utf8'), `${JSON.stringify(openapi(), null, 2)}\n`);
  });

  it('has every operation, at its method and path, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method} ${path}`),
    );
    const table = Object.entries(operations).map(([name, { method, path }]) => `${name}: ${method} ${path}`);

    assert.deepEqual(described.sort(), table.sort());
  });

  for (const [name, operation] of Object.entries(operations) as [OperationName, Operation][]) {
    const { operationId, parameters = [], requestBody, responses } = document.paths[operation.path]![operation.method]!;

    it(`says what ${name} is asked with`, () => {
      const ids = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, id]) => `path ${id}`);
      const query = Object.keys(operation.query?.shape ?? {}).map(each => `query ${each}`);

      assert.equal(operationId, name);
      assert.deepEqual(
        parameters.map(each => `${each.in} ${each.name}`),
        [...ids, ...query],
      );
      assert.equal(requestBody !== undefined, operation.body !== undefined);
    });

    it(`says everything that ${name} may be answered with`, () => {
      const isOpen = operation.callers.includes('anyone');
      const codes = [...commonProblems, ...(operation.problems ?? [])];
      const statuses = codes
        .map(code => problems[code].status)
        .filter(status => !isOpen || (status !== 401 && status !== 403));

      assert.deepEqual(
        Object.keys(responses).map(Number).sort(),
        [...new Set([...(operation.statuses ?? [200]), ...statuses])].sort(),
      );
    });
  }

  it('points only at schemas that it has', () => {
    const pointed = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);

    assert.ok(pointed.length > 0);
    assert.deepEqual(
      pointed.filter(name => !(name in document.components.schemas)),
      [],
    );
  });
});
