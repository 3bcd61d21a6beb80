// SPDX-License-Identifier: MIT
import type { Money, ProductImage } from '@vitrine/core';
import type { ProductInput } from '../shop/goods.js';
import { dyes, glazes, sizes, volumes, weights } from './axes.js';
import { pairings, prices, single, type Amounts } from './goods.js';
import type { DemoRoom } from './rooms.js';
import { inWords } from './words.js';

const tins: readonly (readonly [grams: number, stock: number, now: Amounts, was: Amounts])[] = [
  [50, 64, [1350, 2200, 4450], [1800, 2900, 5950]],
  [100, 18, [2400, 3900, 7950], [3200, 5200, 10_600]],
  [250, 12, [5500, 8900, 18_250], [7200, 11_700, 23_900]],
  [500, 0, [9900, 16_000, 32_850], [12_900, 20_900, 42_800]],
];

/**
 * The goods of the tea show.
 * @param picture the address of a product picture, or undefined where there are none
 */
export function demoProducts(
  picture: (name: string) => string | undefined,
  { locale, goods }: Pick<DemoRoom, 'locale' | 'goods'>,
): readonly ProductInput[] {
  const products = englishProducts(picture, locale, goods?.values['100']);
  return goods ? products.map((product) => inWords(product, goods)) : products;
}

/** What so many grams for an amount make for 100 g: €24.00 / 100 g. */
function perHundredGrams({ minor, currency }: Money, grams: number, locale: string, unit: string): string {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = money.resolvedOptions().maximumFractionDigits ?? 0;
  return `${money.format((minor * 100) / grams / 10 ** digits)} / ${unit}`;
}

function englishProducts(
  picture: (name: string) => string | undefined,
  locale: string,
  unit = '100 g',
): readonly ProductInput[] {
  const images = (...shown: readonly (readonly [name: string, alt: string])[]): readonly ProductImage[] =>
    shown.flatMap(([name, alt]) => {
      const url = picture(name);
      return url === undefined ? [] : [{ url, alt }];
    });
  return [
    single(
      {
        id: 'chenpi',
        number: 1,
        title: 'Xinhui chenpi pu’er',
        subtitle: 'Box of 12',
        description: 'Ripe pu’er in sun-dried mandarin peel, one for each pot.',
        images: images(['chenpi', 'Small mandarins filled with tea']),
        rating: { value: 4.9, count: 612 },
      },
      136,
      [1950, 3150, 6450],
    ),
    {
      id: 'gaiwan',
      number: 2,
      kind: 'goods',
      title: 'Chaozhou gaiwan',
      subtitle: 'Porcelain, thrown and glazed by hand',
      description: 'A thin rim that stays cool, a lid that pours without a drip.',
      images: images(
        ['gaiwan', 'A porcelain gaiwan'],
        ['gaiwan-celadon', 'In celadon'],
        ['gaiwan-indigo', 'In indigo'],
      ),
      options: [glazes, volumes],
      variants: pairings('gaiwan', [glazes, volumes], (glaze, size) => ({
        stock: glaze === 'indigo' && size === '150' ? 0 : size === '110' ? 22 : 9,
        prices: prices(size === '110' ? [3800, 6200, 12_600] : [4400, 7100, 14_600]),
        image: picture(`gaiwan-${glaze}`),
      })),
    },
    {
      id: 'dancong',
      number: 3,
      kind: 'goods',
      title: 'Phoenix Dancong',
      subtitle: 'Mi Lan Xiang oolong, spring 2026',
      description:
        'Picked on 4 April and roasted twice over longan wood. Honey, orchid and a long sweet finish; eight infusions.',
      images: images(['dancong', 'A green tin of Phoenix Dancong']),
      rating: { value: 4.9, count: 1284 },
      details: [
        { name: 'Origin', value: 'Chaozhou, Guangdong' },
        { name: 'Harvest', value: '4 April 2026' },
        { name: 'Brewing', value: '95 °C, 20 seconds, eight infusions' },
      ],
      options: [weights],
      variants: tins.map(([grams, stock, now, was]) => ({
        id: `dancong-${grams}`,
        sku: `LTH-DC-${grams}`,
        values: { weight: String(grams) },
        stock,
        prices: prices(now, was, (amount) => perHundredGrams(amount, grams, locale, unit)),
        maximumPerOrder: 5,
      })),
    },
    single(
      {
        id: 'yingde',
        number: 4,
        title: 'Yingde No. 9 black tea',
        subtitle: 'Tin, 75 g',
        description: 'Malt and cocoa, bright red in the cup.',
        images: images(['yingde', 'A red tin of Yingde black tea']),
      },
      210,
      [1600, 2600, 5300],
    ),
    single(
      {
        id: 'cups',
        number: 5,
        title: 'Tasting cups, set of 3',
        subtitle: '45 ml each, on a tray',
        images: images(['cups', 'Three small cups on a wooden tray']),
      },
      75,
      [2200, 3550, 7300],
    ),
    single(
      {
        id: 'honey',
        number: 6,
        title: 'Lychee honey',
        subtitle: 'Jar, 250 g',
        images: images(['honey', 'A jar of honey']),
      },
      120,
      [1400, 2250, 4650],
    ),
    single(
      {
        id: 'cake',
        number: 7,
        title: 'White tea cake 2019',
        subtitle: 'Cake, 350 g',
        description: 'Seven years old: dates, hay and warm wood.',
        images: images(['cake', 'A pressed cake of white tea in its wrapper']),
      },
      0,
      [5400, 8750, 17_900],
    ),
    single(
      {
        id: 'gift',
        number: 8,
        title: 'Tasting gift box',
        subtitle: 'Six teas and two cups',
        images: images(['gift', 'A gift box with tins and cups']),
      },
      40,
      [6800, 11_000, 22_550],
      { maximumPerOrder: 10 },
    ),
    single(
      {
        id: 'teapot',
        number: 9,
        title: 'Red clay teapot',
        subtitle: '120 ml, Chaozhou',
        images: images(['teapot', 'A small red clay teapot']),
      },
      3,
      [8900, 14_400, 29_500],
      { was: [9900, 16_000, 32_850] },
    ),
    {
      id: 'jacket',
      number: 10,
      kind: 'goods',
      title: 'Linen tea jacket',
      subtitle: 'Washed linen, wooden buttons',
      images: images(['jacket-celadon', 'In celadon'], ['jacket-rosewood', 'In rosewood'], ['jacket-ink', 'In ink']),
      options: [dyes, sizes],
      variants: pairings('jacket', [dyes, sizes], (colour, size) => ({
        stock: colour === 'ink' && size === 'xl' ? 0 : size === 'm' && colour === 'celadon' ? 2 : 14,
        prices: prices([12_800, 20_700, 42_450]),
        image: picture(`jacket-${colour}`),
      })),
    },
    single(
      {
        id: 'voucher',
        number: 11,
        kind: 'voucher',
        title: 'Coral Bay, 3 nights',
        subtitle: 'Voucher, sea-view room for two, breakfast',
        description: 'Good until 30 June 2027; choose the dates later. Unused vouchers are refunded in full.',
        images: images(['voucher', 'A hotel voucher']),
        details: [
          { name: 'Room', value: 'Sleeps 2 adults, 1 child' },
          { name: 'Refund', value: 'In full while unused' },
        ],
      },
      60,
      [48_900, 79_000, 162_250],
      { maximumPerOrder: 2 },
    ),
    single(
      {
        id: 'stay',
        number: 12,
        kind: 'stay',
        title: 'Tea garden stay',
        subtitle: '10 to 12 April 2027, 2 guests',
        description:
          'Two nights on Phoenix Mountain in the picking season, with a morning in the garden and a roasting lesson.',
        images: images(['stay', 'A guest house in a tea garden'], ['stay-room', 'The room']),
        details: [
          { name: 'Dates', value: '10 to 12 April 2027' },
          { name: 'Cancellation', value: 'Free until 3 April 2027, 18:00 (Asia/Shanghai)' },
        ],
      },
      4,
      [31_200, 50_400, 103_500],
      { maximumPerOrder: 1 },
    ),
  ];
}
