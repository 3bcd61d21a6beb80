// SPDX-License-Identifier: MIT
// What the demo sells, and how it goes on. A chunk of its own: a page that only mentions the demo does not download it.
import { money, type EpochMs, type Money, type Product } from '@vitrine/core';
import type { Terms } from './cart.js';
import type { Till } from './checkout.js';
import { goods, type Amounts } from './goods.js';
import type { Words } from './words.js';

export { playScript } from './script.js';

/** How long the show has run when a viewer comes, in ms: 42:10. */
export const elapsed = 2_530_000;
export const audience = { viewers: 12_400, hearts: 48_210 };
/** Pinned when a viewer comes. */
export const firstPin = 'dancong';

const currencies = ['EUR', 'JPY', 'KWD'];

/** The currency the demo sells in when this one is asked for. */
export function sells(currency: string): string {
  return currencies.includes(currency) ? currency : 'EUR';
}

function amountOf(amounts: Amounts, currency: string): Money {
  return money(amounts[currencies.indexOf(currency)] ?? 0, currency);
}

/** The products as the room gets them. @param began the first moment of the show */
export function productsIn(
  { goods: said, options }: Words,
  currency: string,
  mediaUrl: string | undefined,
  now: EpochMs,
  began: EpochMs,
): Product[] {
  return goods.map((item, index): Product => {
    const { id, kind = 'goods', rating, axes = [], most, shown, pictures } = item;
    const [title = item.title, subtitle = item.subtitle, description = item.description, ...details] = said?.[id] ?? [];
    const named = (key: string, name: string): string => options?.[key] ?? name;
    const picture = (name: string): string => `${mediaUrl}/products/${name}.svg`;
    const firstPicture = Object.values(pictures ?? {})[0] ?? id;
    return {
      id,
      number: index + 1,
      kind,
      title,
      subtitle,
      description,
      images: mediaUrl === undefined ? [] : [{ url: picture(firstPicture), alt: title }],
      ...(rating && { rating: { value: rating[0], count: rating[1] } }),
      details: item.details.map(([name, value], at) => ({
        name: details[at * 2] ?? name,
        value: details[at * 2 + 1] ?? value,
      })),
      ...(shown !== undefined && { moments: [began + shown] }),
      options: axes.map((axis) => ({
        id: axis.id,
        name: named(axis.id, axis.name),
        display: axis.values.some(([, , swatch]) => swatch) ? 'swatches' : 'chips',
        values: axis.values.map(([value, name, swatch]) => ({
          id: value,
          name: named(value, name),
          ...(swatch && { swatch }),
        })),
      })),
      variants: item.variants.map(([key, quantity, price, was]) => {
        const values = key.split('-');
        const [image] = values.flatMap((value) => pictures?.[value] ?? []);
        return {
          id: `${id}-${key}`,
          sku: `LTH-${id}-${key}`.toUpperCase(),
          values: Object.fromEntries(axes.map((axis, place) => [axis.id, values[place] ?? ''])),
          price: {
            amount: amountOf(price, currency),
            ...(was && { compareAt: amountOf(was, currency) }),
            tax: 'included',
          },
          availability: { state: quantity > 20 ? 'in' : quantity > 0 ? 'low' : 'out', quantity, asOf: now },
          ...(most && { maximumPerOrder: most }),
          ...(mediaUrl !== undefined && image && { image: picture(image) }),
        };
      }),
    };
  });
}

const delivery: Amounts = [600, 1000, 2_000];

/** Delivery, and the coupon of the show: 10 % off teaware. */
export function termsIn(currency: string): Terms {
  return {
    delivery: amountOf(delivery, currency).minor,
    coupon: { code: 'SPRING10', percent: 10, products: ['gaiwan', 'cups', 'teapot'] },
  };
}

const ways = [
  ['card', 'card'],
  ['wallet', 'wallet'],
  ['bank', 'bank'],
  ['declined-card', 'card'],
] as const;

export function tillIn({ till }: Words, currency: string): Till {
  const [by, ...methods] = till.map(([label, note]) => ({ label, note }));
  return {
    declines: 'declined-card',
    slow: 'bank',
    handoff: {
      kind: 'embed',
      address: { name: 'Amélie Laurent', lines: ['12 Rue des Tanneurs', '69005 Lyon'] },
      delivery: { label: '', ...by, price: amountOf(delivery, currency) },
      methods: ways.map(([id, kind], at) => ({ id, kind, label: id, ...methods[at] })),
    },
  };
}
