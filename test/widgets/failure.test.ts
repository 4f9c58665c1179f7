import { expect } from '@open-wc/testing';
import { failureOf } from '../../packages/widgets/src/internal/failure.ts';
import { loaded } from '../../packages/widgets/src/internal/loaded.ts';

const nowhere = './nowhere.js';

describe('a failure', () => {
  it('is nobody’s fault, and may pass, where a part of the widget did not arrive', async () => {
    const error: unknown = await loaded(import(nowhere)).catch((thrown: unknown) => thrown);

    expect(failureOf(error)).to.include({ code: 'not_loaded', retryable: true, kind: 'unreachable' });
  });

  for (const thrown of [new TypeError('Failed'), new DOMException('Failed', 'DataCloneError'), 'Failed', undefined]) {
    it(`is ours where nobody foresaw it: ${String(thrown)}`, () => {
      expect(failureOf(thrown)).to.include({ code: 'internal', retryable: false, kind: 'broken' });
    });
  }
});
