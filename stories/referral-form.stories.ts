import type { AdvocacyHub } from '@advocacy-hub/sdk';
import { offline, problem, fakeHub } from '@advocacy-hub/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { AdvocacyReferralForm } from '../packages/widgets/src/referral-form.ts';
import '../packages/widgets/src/referral-form.ts';
import { failing, never, quarantiningHub } from './hubs.ts';

interface Arguments {
  readonly isolation: 'frame' | 'none';
  readonly hub: () => AdvocacyHub;
}

const meta: Meta<Arguments> = {
  title: 'Referral form',
  component: 'advocacy-referral-form',
  args: { isolation: 'none', hub: () => fakeHub() },
  argTypes: { hub: { table: { disable: true } } },
  render: ({ isolation, hub }) => html`
    <advocacy-referral-form isolation=${isolation} .hub=${hub()}>
      <p>You can also ring us: <a href="tel:+441914980320">0191 498 0320</a>.</p>
    </advocacy-referral-form>
  `,
};

export default meta;

type Story = StoryObj<Arguments>;

export const WhatIsHappening: Story = {};

export const WhatIsHappeningWithErrors: Story = {
  play: ({ canvasElement }) => visit(canvasElement, 'Continue'),
};

export const HowToReachYou: Story = {
  play: ({ canvasElement }) => visit(canvasElement, ...happening('I do')),
};

export const HowToReachThePerson: Story = {
  play: ({ canvasElement }) => visit(canvasElement, ...happening('Someone I work with'), 'Ring them', 'Through me'),
};

export const HowToReachThePersonWithErrors: Story = {
  play: ({ canvasElement }) =>
    visit(canvasElement, ...happening('Someone in my family'), 'E-mail them', 'Through me', 'Continue'),
};

export const CheckAndSend: Story = {
  play: ({ canvasElement }) => visit(canvasElement, ...toCheck),
};

export const Sending: Story = {
  args: { hub: () => fakeHub({ createReferral: never }) },
  play: ({ canvasElement }) => visit(canvasElement, ...toCheck, 'Send'),
};

export const Sent: Story = {
  play: ({ canvasElement }) => visit(canvasElement, ...toCheck, 'Send', 'Print this page?'),
};

export const SomeoneMustLookAtIt: Story = {
  args: { hub: quarantiningHub },
  play: ({ canvasElement }) => visit(canvasElement, ...toCheck, 'Send', 'Print this page?'),
};

export const NoAnswerWhileSending: Story = {
  args: { hub: () => fakeHub({ createReferral: failing(offline()) }) },
  play: ({ canvasElement }) => visit(canvasElement, ...toCheck, 'Send', 'Try again?'),
};

export const TooManySending: Story = {
  args: { hub: () => fakeHub({ createReferral: failing(problem('too_many_requests')) }) },
  play: ({ canvasElement }) => visit(canvasElement, ...toCheck, 'Send', 'Try again?'),
};

export const ReceiptThatDoesNotVerify: Story = {
  args: {
    hub: () =>
      fakeHub({
        createReferral: ({ body: { id } }) => ({ id, state: 'received', received_at: '2026-11-23T09:40:00Z', receipt: 'a.b.c' }), // prettier-ignore
      }),
  },
  play: ({ canvasElement }) => visit(canvasElement, ...toCheck, 'Send', 'Try again?'),
};

export const HubThatCannotBeReached: Story = {
  args: { hub: () => fakeHub({ readProfile: failing(offline()) }) },
};

export const HubThatCannotBeReachedAtTheEnd: Story = {
  args: { hub: () => fakeHub({ readProfile: failing(offline()) }) },
  play: ({ canvasElement }) => visit(canvasElement, ...happening('I do'), 'I will contact you instead', 'Continue', 'Try again?'), // prettier-ignore
};

export const KeyThatWasWithdrawn: Story = {
  args: { hub: () => fakeHub({ readProfile: failing(problem('key_revoked')) }) },
};

export const InAFrame: Story = {
  args: { isolation: 'frame' },
};

function happening(about: string): readonly string[] {
  return [about, 'Care or support being checked, changed or cut', 'Continue'];
}

const toCheck: readonly string[] = [...happening('I do'), 'I will contact you instead', 'Continue'];

/** Presses what has these labels, one after another, each as soon as it is there; with `?` it only waits for it. */
async function visit(canvas: HTMLElement, ...labels: readonly string[]): Promise<void> {
  const form = canvas.querySelector('advocacy-referral-form') as AdvocacyReferralForm;
  for (const label of labels) {
    const target = await shown(form, label.replace('?', ''));
    if (!label.endsWith('?')) target.click();
    await form.updateComplete;
  }
}

async function shown(form: AdvocacyReferralForm, label: string): Promise<HTMLElement> {
  for (let frames = 0; frames < 300; frames += 1) {
    const controls = [...(form.shadowRoot?.querySelectorAll<HTMLElement>('button, .option') ?? [])];
    const found = controls.find(each => each.textContent.trim().startsWith(label));
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`There is no “${label}”.`);
}
