// SPDX-License-Identifier: MIT
import type { OptionValue, ProductKind } from '@vitrine/core';

/** A price in minor units: euro cents, whole yen, Kuwaiti fils. */
export type Amounts = readonly [eur: number, jpy: number, kwd: number];

export interface Axis {
  readonly id: string;
  readonly name: string;
  readonly values: readonly (readonly [id: string, name: string, swatch?: OptionValue['swatch']])[];
}

export interface Goods {
  readonly id: string;
  readonly kind?: ProductKind;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly rating?: readonly [value: number, count: number];
  readonly details: readonly (readonly [name: string, value: string])[];
  readonly axes?: readonly Axis[];
  /** Option value ids joined by `-`, or a mere number, pieces left, price, former price. The first is shown on the card. */
  readonly variants: readonly (readonly [values: string, stock: number, price: Amounts, was?: Amounts])[];
  /** Option value id → picture of the variants that have it. */
  readonly pictures?: Readonly<Record<string, string>>;
  readonly most?: number;
  /** When the host showed it, in ms since the show began. */
  readonly shown?: number;
}

const weight: Axis = {
  id: 'weight',
  name: 'Weight',
  values: [
    ['50', '50 g'],
    ['100', '100 g'],
    ['250', '250 g'],
    ['500', '500 g'],
  ],
};
const glaze: Axis = {
  id: 'glaze',
  name: 'Glaze',
  values: [
    ['celadon', 'Celadon', '#5e8f79'],
    ['indigo', 'Indigo', '#34507a'],
  ],
};
const volume: Axis = {
  id: 'size',
  name: 'Size',
  values: [
    ['110', '110 ml'],
    ['150', '150 ml'],
  ],
};
const colour: Axis = {
  id: 'colour',
  name: 'Colour',
  values: [
    ['celadon', 'Celadon', '#4f8a78'],
    ['rosewood', 'Rosewood', '#8c3b45'],
    ['ink', 'Ink', '#3c4a5c'],
  ],
};
const size: Axis = {
  id: 'size',
  name: 'Size',
  values: [
    ['s', 'S'],
    ['m', 'M'],
    ['l', 'L'],
    ['xl', 'XL'],
  ],
};
const gaiwan: Amounts = [3800, 6200, 12_600];
const largeGaiwan: Amounts = [4400, 7100, 14_600];
const jacket: Amounts = [12_800, 20_700, 42_450];

/** Everything in the show, in the order of the run; the place in the list is the number the host says. */
export const goods: readonly Goods[] = [
  {
    id: 'chenpi',
    title: 'Xinhui chenpi pu’er',
    subtitle: 'Box of 12',
    description: 'Ripe pu’er in sun-dried mandarin peel, one for each pot.',
    rating: [4.9, 612],
    details: [
      ['Origin', 'Xinhui, Guangdong'],
      ['Brewing', '100 °C, 10 seconds'],
    ],
    variants: [['1', 136, [1950, 3150, 6450]]],
    shown: 760_000,
  },
  {
    id: 'gaiwan',
    title: 'Chaozhou gaiwan',
    subtitle: 'Porcelain, celadon line',
    description: 'A thin rim that stays cool, a lid that pours without a drip.',
    rating: [4.8, 311],
    details: [
      ['Made in', 'Fengxi, Chaozhou'],
      ['Care', 'By hand'],
    ],
    axes: [glaze, volume],
    variants: [
      ['celadon-110', 22, gaiwan],
      ['celadon-150', 9, largeGaiwan],
      ['indigo-110', 31, gaiwan],
      ['indigo-150', 0, largeGaiwan],
    ],
    pictures: { celadon: 'gaiwan-celadon', indigo: 'gaiwan-indigo' },
    shown: 1_445_000,
  },
  {
    id: 'dancong',
    title: 'Phoenix Dancong',
    subtitle: 'Mi Lan Xiang oolong, spring 2026',
    description: 'Picked on 4 April and roasted twice over longan wood. Honey, orchid and a long sweet finish.',
    rating: [4.9, 1284],
    details: [
      ['Origin', 'Chaozhou, Guangdong'],
      ['Harvest', '4 April 2026'],
      ['Brewing', '95 °C, 20 seconds, eight infusions'],
    ],
    axes: [weight],
    variants: [
      ['100', 18, [2400, 3900, 7950], [3200, 5200, 10_600]],
      ['50', 64, [1350, 2200, 4450], [1800, 2900, 5950]],
      ['250', 12, [5500, 8900, 18_250], [7200, 11_700, 23_900]],
      ['500', 0, [9900, 16_000, 32_850], [12_900, 20_900, 42_800]],
    ],
    most: 5,
    shown: 2_300_000,
  },
  {
    id: 'yingde',
    title: 'Yingde No. 9 black tea',
    subtitle: 'Tin, 75 g',
    description: 'Malt and cocoa, bright red in the cup.',
    rating: [4.7, 540],
    details: [['Origin', 'Yingde, Guangdong']],
    variants: [['1', 210, [1600, 2600, 5300]]],
  },
  {
    id: 'cups',
    title: 'Tasting cups, set of 3',
    subtitle: '45 ml each, on a tray',
    description: 'White inside, so that the colour of the tea shows.',
    details: [['Made in', 'Fengxi, Chaozhou']],
    variants: [['1', 75, [2200, 3550, 7300]]],
  },
  {
    id: 'honey',
    title: 'Lychee honey',
    subtitle: 'Jar, 250 g',
    description: 'From the orchards below the tea gardens, one bloom a year.',
    rating: [4.6, 198],
    details: [['Origin', 'Maoming, Guangdong']],
    variants: [['1', 120, [1400, 2250, 4650]]],
  },
  {
    id: 'cake',
    title: 'White tea cake 2019',
    subtitle: 'Cake, 350 g',
    description: 'Seven years old: dates, hay and warm wood.',
    rating: [4.9, 77],
    details: [['Pressed', 'Spring 2019']],
    variants: [['1', 0, [5400, 8750, 17_900]]],
  },
  {
    id: 'gift',
    title: 'Tasting gift box',
    subtitle: 'Six teas and two cups',
    description: 'The show in a box, with the notes in Lin Yue’s hand.',
    details: [['Contents', '6 × 20 g, 2 cups']],
    variants: [['1', 40, [6800, 11_000, 22_550]]],
    most: 10,
  },
  {
    id: 'teapot',
    title: 'Red clay teapot',
    subtitle: '120 ml, Chaozhou',
    description: 'Turned on a hand wheel. Pours ten cups in nine seconds.',
    details: [['Made in', 'Chaozhou']],
    variants: [['1', 3, [8900, 14_400, 29_500], [9900, 16_000, 32_850]]],
  },
  {
    id: 'jacket',
    title: 'Linen tea jacket',
    subtitle: 'Washed linen, wooden buttons',
    description: 'What Lin Yue wears. Narrow in the sleeve, so that it keeps out of the cups.',
    details: [['Care', '30 °C, line dry']],
    axes: [colour, size],
    variants: [
      ['celadon-m', 2, jacket],
      ['celadon-s', 14, jacket],
      ['celadon-l', 14, jacket],
      ['celadon-xl', 6, jacket],
      ['rosewood-s', 9, jacket],
      ['rosewood-m', 14, jacket],
      ['rosewood-l', 14, jacket],
      ['rosewood-xl', 0, jacket],
      ['ink-s', 0, jacket],
      ['ink-m', 14, jacket],
      ['ink-l', 8, jacket],
      ['ink-xl', 0, jacket],
    ],
    pictures: { celadon: 'jacket-celadon', rosewood: 'jacket-rosewood', ink: 'jacket-ink' },
  },
  {
    id: 'voucher',
    kind: 'voucher',
    title: 'Coral Bay, 3 nights',
    subtitle: 'Voucher, sea-view room for two, breakfast',
    description: 'Good until 31 March 2028; choose the dates later. Unused vouchers are refunded in full.',
    rating: [4.7, 423],
    details: [
      ['Room', 'Sleeps 2 adults, 1 child'],
      ['Not valid', '1 to 5 October, 24 October'],
      ['Refund', 'In full while unused'],
    ],
    variants: [['1', 60, [48_900, 79_000, 162_250]]],
    most: 2,
  },
  {
    id: 'stay',
    kind: 'stay',
    title: 'Tea garden stay',
    subtitle: '10 to 12 April 2027, 2 guests',
    description:
      'Two nights on Phoenix Mountain in the picking season, with a morning in the garden and a roasting lesson.',
    details: [
      ['Dates', '10 to 12 April 2027'],
      ['Cancellation', 'Free until 3 April 2027, 18:00'],
    ],
    variants: [['1', 4, [31_200, 50_400, 103_500]]],
    most: 1,
  },
];
