// SPDX-License-Identifier: MIT
/// <reference types="vite/client" />
import type { Preview } from '@storybook/web-components-vite';
import { argTypesOf, declarationOf, type Manifest } from './manifest.js';

// Absent before the first build: stories work without it, only the tables are empty. A glob takes that as it is.
const found = import.meta.glob<Manifest>('../packages/elements/custom-elements.json', {
  eager: true,
  import: 'default',
});
const manifest: Manifest = Object.values(found)[0] ?? { modules: [] };

const item = (value: string, title: string): { value: string; title: string } => ({ value, title });

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    docs: {
      extractArgTypes: (tag: string) => argTypesOf(manifest, tag),
      extractComponentDescription: (tag: string) => declarationOf(manifest, tag)?.description ?? '',
    },
  },
  initialGlobals: { scheme: 'light', direction: 'ltr', locale: 'en', motion: 'full' },
  globalTypes: {
    scheme: {
      toolbar: {
        title: 'Colours',
        icon: 'contrast',
        items: [item('light', 'Light'), item('dark', 'Dark')],
        dynamicTitle: true,
      },
    },
    locale: {
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: [item('en', 'English'), item('zh-CN', '简体中文'), item('ar', 'العربية')],
        dynamicTitle: true,
      },
    },
    direction: {
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [item('ltr', 'Left to right'), item('rtl', 'Right to left')],
        dynamicTitle: true,
      },
    },
    motion: {
      toolbar: {
        title: 'Motion',
        icon: 'play',
        items: [item('full', 'Full'), item('reduced', 'Reduced')],
        dynamicTitle: true,
      },
    },
  },
  decorators: [
    (story, { globals }) => {
      const { scheme, locale, direction, motion } = globals as Record<string, string>;
      const page = document.documentElement;
      page.lang = locale ?? 'en';
      // Arabic is written from the right whatever the switch says: the switch is for everything else.
      page.dir = locale === 'ar' ? 'rtl' : (direction ?? 'ltr');
      page.style.setProperty('color-scheme', scheme ?? 'light');
      page.style.setProperty('--vitrine-color-scheme', scheme ?? 'light');
      page.toggleAttribute('data-reduced-motion', motion === 'reduced');
      reduceMotion(motion === 'reduced');
      return story();
    },
  ],
};

// A page cannot set the viewer's preference, only answer for it: what asks by script hears this, and running
// animations end at once. (CSS media queries follow the browser's own emulation.)
const ask = window.matchMedia.bind(window);
let reduced = false;
window.matchMedia = (query) => {
  const answer = ask(query);
  if (!reduced || !query.includes('prefers-reduced-motion')) return answer;
  return new Proxy(answer, {
    get(target, key) {
      if (key === 'matches') return !query.includes('no-preference');
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};

function reduceMotion(on: boolean): void {
  reduced = on;
  if (on) requestAnimationFrame(() => document.getAnimations().forEach((animation) => animation.finish()));
}

export default preview;
