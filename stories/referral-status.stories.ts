import type { AdvocacyHub, ReferralStatus } from '@advocacy-hub/sdk';
import { fakeHub, offline, problem } from '@advocacy-hub/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/widgets/src/referral-status.ts';
import { failing, never } from './hubs.ts';
import { visit } from './visit.ts';

interface Arguments {
  readonly language: string;
  readonly hub: () => AdvocacyHub;
}

const tag = 'advocacy-referral-status';

/** From the first page to where it stands. */
const shown = ['Your reference = 7KQ2-M9XD', 'Your private code = 4TZ8-PW3H-6RNA', 'Show where it stands'] as const;

const meta: Meta<Arguments> = {
  title: 'Referral status',
  component: tag,
  args: { language: 'en', hub: () => fakeHub() },
  argTypes: { hub: { table: { disable: true } } },
  render: ({ language, hub }) => html`
    <advocacy-referral-status lang=${language} .hub=${hub()}>
      <p>You can also ring us: <a href="tel:+441914980320">0191 498 0320</a>.</p>
    </advocacy-referral-status>
  `,
};

export default meta;

type Story = StoryObj<Arguments>;

export const ReferenceAndCode: Story = {};

export const ReferenceAndCodeMissing: Story = { play: after('Show where it stands') };

export const ThatDoNotGoTogether: Story = {
  args: { hub: () => fakeHub({ readReferralStatus: failing(problem('not_found')) }) },
  play: after(...shown),
};

export const Looking: Story = { args: { hub: () => fakeHub({ readReferralStatus: never }) }, play: after(...shown) };

export const TooManyTries: Story = {
  args: { hub: () => fakeHub({ readReferralStatus: failing(problem('too_many_requests')) }) },
  play: after(...shown),
};

export const Received: Story = { args: { hub: () => at('received') }, play: after(...shown) };

export const SomeoneMustLookAtIt: Story = { args: { hub: () => at('quarantined') }, play: after(...shown) };

export const Replaced: Story = { args: { hub: () => at('replaced') }, play: after(...shown) };

export const Withdrawn: Story = {
  args: { hub: () => at('withdrawn', { changed_at: '2026-11-24T11:05:00Z' }) },
  play: after(...shown),
};

export const StateThatIsNewer: Story = { args: { hub: () => at('passed_to_an_advocate') }, play: after(...shown) };

export const InWelsh: Story = { args: { language: 'cy' } };

export const ContactMeInAnotherWay: Story = {
  play: after(...shown, 'Contact me in another way', 'Ring me', 'E-mail me', 'Through someone I trust'),
};

export const ContactMeInAnotherWayWithErrors: Story = {
  play: after(...shown, 'Contact me in another way', 'Ring me', 'E-mail me', 'Send'),
};

export const SomethingIsWrong: Story = { play: after(...shown, 'Something is wrong') };

export const Withdraw: Story = { play: after(...shown, 'I don’t want an advocate') };

export const Withdrawing: Story = {
  args: { hub: () => fakeHub({ createReferralChange: never }) },
  play: after(...shown, 'I don’t want an advocate', 'Withdraw it'),
};

export const HasWithdrawn: Story = {
  args: { hub: hubThatWithdraws },
  play: after(...shown, 'I don’t want an advocate', 'Withdraw it', 'We have it?'),
};

export const NoAnswerWhileSending: Story = {
  args: { hub: () => fakeHub({ createReferralChange: failing(offline()) }) },
  play: after(...shown, 'Something is wrong', 'What is wrong = The meeting is on Monday.', 'Send', 'Try again?'),
};

export const HubThatCannotBeReached: Story = {
  args: { hub: () => fakeHub({ readProfile: failing(offline()), readReferralStatus: failing(offline()) }) },
  play: after(...shown, 'Try again?'),
};

export const KeyThatWasWithdrawn: Story = {
  args: { hub: () => fakeHub({ readProfile: failing(problem('key_revoked')) }) },
};

function after(...steps: readonly string[]): (context: { readonly canvasElement: HTMLElement }) => Promise<void> {
  return ({ canvasElement }) => visit(canvasElement, tag, ...steps);
}

/** A hub at which every referral stands like this. */
function at(state: string, more: Partial<ReferralStatus> = {}): AdvocacyHub {
  return fakeHub({
    readReferralStatus: () => ({
      reference: '7KQ2-M9XD',
      state,
      received_at: '2026-11-23T09:40:00Z',
      first_contact_working_days: 3,
      ...more,
    }),
  });
}

function hubThatWithdraws(): AdvocacyHub {
  const hub: ReturnType<typeof fakeHub> = fakeHub({
    readReferralStatus: () => ({
      reference: '7KQ2-M9XD',
      state: hub.changes.length > 0 ? 'withdrawn' : 'received',
      received_at: '2026-11-23T09:40:00Z',
      first_contact_working_days: 3,
      ...(hub.changes.length > 0 && { changed_at: '2026-11-24T11:05:00Z' }),
    }),
  });
  return hub;
}
