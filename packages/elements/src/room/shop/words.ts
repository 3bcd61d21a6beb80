// SPDX-License-Identifier: MIT
import { words } from '../../shared/localize.js';
import type { ShopWords } from '../../shared/refusal.js';
import { shopStrings } from '../../shared/shop.strings.js';
import type { View } from '../view.js';

/** What product, bag and room all say. */
export const shopWords = ({ locale, again }: View): ShopWords => words('shop', shopStrings, locale, again);
