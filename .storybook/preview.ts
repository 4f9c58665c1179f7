import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '../packages/widgets/custom-elements.json' with { type: 'json' };

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  // What axe finds in a story is a failure, not a remark.
  parameters: { a11y: { test: 'error' } },
};

export default preview;
