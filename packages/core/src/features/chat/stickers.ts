// SPDX-License-Identifier: MIT
import { withSafeUrl } from '../../model/index.js';
import type { FeatureContext } from '../feature.js';
import type { ChatPort, Sticker } from './chat.port.js';

const most = 100;
const longestLabel = 80;

/** A sticker without an address that is no picture's: its label stands in its place. */
export function safeSticker(sticker: Sticker): Sticker {
  return withSafeUrl(sticker, 'url', 'image');
}

/** Answers who asks for stickers, where the back end has some and takes them. */
export function offerStickers(chat: ChatPort, { bus, signal }: FeatureContext): void {
  const stickers = chat.send && chat.stickers?.bind(chat);
  if (!stickers) return;
  const offered = async (): Promise<Sticker[]> => {
    const all = await stickers({ signal });
    // (What has no words could not be told.)
    return all.slice(0, most).flatMap(({ id, url, label }) => {
      const words = label.trim().slice(0, longestLabel);
      return words ? [safeSticker({ id, label: words, ...(url && { url }) })] : [];
    });
  };
  bus.answer('chat:stickers', offered, { signal });
}
