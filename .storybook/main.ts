// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';

const media = fileURLToPath(new URL('../examples/channel/media', import.meta.url));

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts', '../packages/elements/src/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The show that stories play, under the same path as in the example that serves it.
  staticDirs: existsSync(media) ? [{ from: media, to: '/media' }] : [],
  viteFinal: (vite) => ({
    ...vite,
    resolve: {
      ...vite.resolve,
      // Packages by their source: no build before storybook.
      conditions: ['vitrine-source', 'module', 'browser', 'development|production'],
    },
    define: { ...vite.define, __VITRINE_VERSION__: JSON.stringify('0.0.0-storybook') },
  }),
};

export default config;
