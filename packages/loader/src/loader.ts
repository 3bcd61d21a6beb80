// SPDX-License-Identifier: MIT
import { loadModule } from './fetching.js';
import { drain } from './queue.js';
import { reserveRatio, reserveSpace } from './space.js';

export interface LoaderOptions {
  /** The library's URL. */
  readonly url: string;
  /** The URL of `manifest.json`; absent: nothing is checked. */
  readonly manifest?: string | undefined;
  /** Loads the library. */
  readonly load?: (url: string, manifest: string | undefined) => Promise<unknown>;
}

const intents = ['pointerenter', 'focusin', 'touchstart'] as const;
/** How far from the window a room is when its loading begins. */
const nearby = '50% 0px';

/**
 * Keeps the place of every `<vitrine-room>`, with its poster, and loads the library when the first of them is near the
 * window or wanted, or at once with `loading="eager"`.
 * @returns how to stop watching
 */
export function startLoader({ url, manifest, load = loadModule }: LoaderOptions): () => void {
  const rooms = document.getElementsByTagName('vitrine-room');
  const known = new Set<Element>();
  const life = new AbortController();
  const { signal } = life;
  let loading: Promise<void> | undefined;

  const stop = (): void => {
    life.abort();
    near.disconnect();
    added.disconnect();
  };

  const begin = (): void => {
    loading ??= load(url, manifest).then(
      (vitrine) => {
        stop();
        for (const room of known) room.querySelector(':scope>[slot=poster]')?.remove();
        drain(vitrine);
      },
      (error: unknown) => {
        // What the page wrote into the room, such as links to the products, shows from beneath the poster.
        for (const room of known) {
          room.querySelector(':scope>[slot=poster]')?.remove();
          room.setAttribute('data-failed', '');
        }
        console.error(
          `[vitrine] NETWORK: ${url} could not be loaded. Check the URL, that the CSP's script-src allows it, and that all files are of one version.`,
          error,
        );
        // Whoever touches the room may have a connection again.
        loading = undefined;
      },
    );
  };

  const near = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && begin(), {
    rootMargin: nearby,
  });

  const take = (room: Element): void => {
    known.add(room);
    reserveRatio(room);
    const poster = room.getAttribute('poster');
    if (poster && !room.querySelector(':scope>[slot=poster]')) {
      const picture = new Image();
      picture.slot = 'poster';
      picture.alt = '';
      picture.src = poster;
      room.append(picture);
    }
    if (room.getAttribute('loading') === 'eager') return begin();
    near.observe(room);
    for (const intent of intents) room.addEventListener(intent, begin, { passive: true, signal });
  };

  const look = (): void => {
    for (const room of rooms) if (!known.has(room)) take(room);
  };
  // Tag managers and frameworks put rooms on the page whenever they please.
  const added = new MutationObserver(look);
  added.observe(document, { childList: true, subtree: true });
  reserveSpace();
  look();
  return stop;
}
