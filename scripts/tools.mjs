// SPDX-License-Identifier: MIT
// Browsers and ffmpeg: found where they are, installed where that is possible, else the exact command is printed.
// Only tests, benches and media need them; `npm start` and `npm run build` need none.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (...names) =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((file) => existsSync(file));

const firstOf = (...files) => files.find((file) => existsSync(file));
// Debian keeps libraries under a folder named after the architecture, others do not.
const libraries = ['/usr/lib', '/usr/lib64', '/usr/libexec'].flatMap((folder) =>
  existsSync(folder)
    ? [
        folder,
        ...readdirSync(folder)
          .filter((name) => name.includes('-linux-'))
          .map((name) => join(folder, name)),
      ]
    : [],
);
const inLibraries = (...tails) => firstOf(...tails.flatMap((tail) => libraries.map((folder) => join(folder, tail))));

/** What each tool is: how to find it (a path, or undefined) and which Debian packages bring it. */
const tools = {
  chromium: {
    find: () =>
      process.env.VITRINE_CHROMIUM ??
      onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome') ??
      firstOf('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
    packages: ['chromium'],
  },
  // Chromium without its own windows: half the processes for the same pages, and tests open hundreds of them.
  headless: {
    find: () => process.env.VITRINE_CHROMIUM ?? onPath('chromium-headless-shell') ?? tools.chromium.find(),
    packages: ['chromium-headless-shell'],
  },
  firefox: {
    find: () =>
      process.env.VITRINE_FIREFOX ??
      onPath('firefox-esr', 'firefox') ??
      firstOf('/Applications/Firefox.app/Contents/MacOS/firefox'),
    packages: ['firefox-esr'],
  },
  // The driver alone is not enough: MiniBrowser is what it drives, and libav is what decodes H.264 and AAC in it.
  webkit: {
    find: () => (miniBrowser() && inLibraries('gstreamer-1.0/libgstlibav.so') ? onPath('WebKitWebDriver') : undefined),
    packages: ['webkit2gtk-driver', 'gstreamer1.0-libav', 'gstreamer1.0-plugins-good', 'gstreamer1.0-plugins-bad'],
  },
  xvfb: { find: () => onPath('Xvfb'), packages: ['xvfb', 'xauth'] },
  ffmpeg: { find: () => (onPath('ffprobe') ? onPath('ffmpeg') : undefined), packages: ['ffmpeg'] },
  // Text widths, and with them screenshots and overflow tests, depend on the fonts.
  fonts: {
    find: () =>
      ['opentype/inter', 'opentype/noto', 'truetype/noto/NotoColorEmoji.ttf'].every((path) =>
        existsSync(join('/usr/share/fonts', path)),
      )
        ? '/usr/share/fonts'
        : undefined,
    packages: ['fonts-inter', 'fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'],
  },
};

/** The program that WebKitWebDriver opens; it lives beside the library, not on the PATH. */
export function miniBrowser() {
  return inLibraries('webkit2gtk-4.1/MiniBrowser', 'webkitgtk-6.0/MiniBrowser', 'webkit2gtk-4.0/MiniBrowser');
}

/** Where a tool is, or undefined. */
export function findTool(name) {
  const tool = tools[name];
  if (!tool) throw new Error(`No tool is called "${name}". Known: ${Object.keys(tools).join(', ')}.`);
  return tool.find();
}

/**
 * Makes sure that tools are there: finds them, else installs them (as root, where apt-get exists), else prints the
 * command that does and ends the process with 1.
 * @param {readonly string[]} names
 * @returns {Record<string, string>} the path of each
 */
export function ensureTools(names) {
  const missing = () => names.filter((name) => !findTool(name));
  let absent = missing();
  if (absent.length > 0) {
    const packages = absent.flatMap((name) => tools[name].packages);
    const install = ['install', '-y', '--no-install-recommends', ...packages];
    if (process.getuid?.() === 0 && onPath('apt-get')) {
      console.log(`Installing ${absent.join(', ')}: apt-get ${install.join(' ')}`);
      const options = {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      };
      spawnSync('apt-get', ['update', '-qq'], options);
      spawnSync('apt-get', ['-qq', ...install], options);
      absent = missing();
    }
    if (absent.length > 0) {
      console.error(`Missing: ${absent.join(', ')}. On Debian or Ubuntu install them with:`);
      console.error(`  sudo apt-get update && sudo apt-get ${install.join(' ')}`);
      process.exit(1);
    }
  }
  return Object.fromEntries(names.map((name) => [name, findTool(name)]));
}
