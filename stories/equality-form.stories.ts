import type { AdvocacyHub } from '@advocacy-hub/sdk';
import { fakeHub, offline } from '@advocacy-hub/sdk/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/widgets/src/equality-form.ts';
import { failing, never } from './hubs.ts';
import { visit } from './visit.ts';

interface Arguments {
  readonly about: 'self' | 'other';
  readonly language: string;
  readonly hub: () => AdvocacyHub;
}

const tag = 'advocacy-equality-form';

const meta: Meta<Arguments> = {
  title: 'Equality questions',
  component: tag,
  args: { about: 'self', language: 'en', hub: () => fakeHub() },
  argTypes: { hub: { table: { disable: true } } },
  render: ({ about, language, hub }) => html`
    <advocacy-equality-form about=${about} lang=${language} .hub=${hub()}></advocacy-equality-form>
  `,
};

export default meta;

type Story = StoryObj<Arguments>;

export const AboutYou: Story = {};

export const AboutThePerson: Story = { args: { about: 'other' } };

export const InWelsh: Story = { args: { language: 'cy' } };

export const NothingChosen: Story = { play: after('Send these answers') };

export const Sending: Story = {
  args: { hub: () => fakeHub({ createEqualityAnswers: never }) },
  play: after('Female', 'Send these answers'),
};

export const Sent: Story = { play: after('Female', 'Send these answers', 'Thank you?') };

export const NoAnswerWhileSending: Story = {
  args: { hub: () => fakeHub({ createEqualityAnswers: failing(offline()) }) },
  play: after('Female', 'Send these answers', 'Try again?'),
};

function after(...steps: readonly string[]): (context: { readonly canvasElement: HTMLElement }) => Promise<void> {
  return ({ canvasElement }) => visit(canvasElement, tag, ...steps);
}
