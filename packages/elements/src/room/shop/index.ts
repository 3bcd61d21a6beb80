// SPDX-License-Identifier: MIT
// All of the room that has to do with buying: fetched once there is a picture, or when it is needed.
import '../../carousel/index.js';
import '../../cart/index.js';
import '../../checkout/index.js';
import '../../closing/index.js';
import '../../product/index.js';
import '../../reactions/index.js';
import '../../shared/sheet.define.js';
import type { VitrineError } from '@vitrine/core';
import type { CSSResult } from 'lit';
import { formatMoney } from '../../shared/format-money.js';
import { priceOf, priceStyles } from '../../shared/price.js';
import { refusalOf, sentence } from '../../shared/refusal.js';
import { flyingStyles } from './flying.styles.js';
import { miniStyles } from './mini.styles.js';
import { pinStyles } from './pin.styles.js';
import { shopWords } from './words.js';
import type { View } from '../view.js';

export { bagFooter } from './bag-footer.js';
export { flying } from './flying.js';
export { layers } from './layers.js';
export { mini } from './mini.js';
export { pinnedCard } from './pinned-card.js';

export const styles: readonly CSSResult[] = [priceStyles, pinStyles, miniStyles, flyingStyles];

/** Why the shop did not do as asked, for a toast. */
export function refusalWords(error: VitrineError, view: View): string {
  const text = shopWords(view);
  return error.code === 'OUT_OF_STOCK' ? text.soldOut : sentence(refusalOf(error), text, view.locale);
}

/** The product on camera in words. */
export function nowShowing({ pinned, words: text, locale }: View): string | null {
  const price = pinned ? priceOf(pinned) : undefined;
  return pinned && price ? text.nowShowingProduct(pinned.title, formatMoney(price.amount, locale)) : null;
}
