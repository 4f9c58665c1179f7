import { expect, waitUntil } from '@open-wc/testing';

describe('the loader', () => {
  it('starts a widget when its tag comes into the page, and not before', async () => {
    await import('../../packages/widgets/src/embed.ts');
    expect(customElements.get('advocacy-referral-form')).to.equal(undefined);

    document.body.append(document.createElement('advocacy-referral-form'));

    await waitUntil(() => customElements.get('advocacy-referral-form') !== undefined);
  });
});
