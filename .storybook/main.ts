import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.@(mdx|stories.ts)'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: vite =>
    // The packages' sources, so that nothing has to be built first.
    mergeConfig(vite, { resolve: { conditions: ['source', 'module', 'browser', 'development|production'] } }),
};

export default config;
