// SPDX-License-Identifier: MIT
import { arabicScript } from './script.ar.js';
import { chineseScript } from './script.zh-CN.js';
import { englishScript } from './script.js';
import { arabicGoods } from './words.ar.js';
import { chineseGoods } from './words.zh-CN.js';
import type { GoodsWords, Script } from './words.js';

/** One room of the demonstration: the same show and the same goods, in one language. */
export interface DemoRoom {
  readonly id: string;
  /** The language its shop writes prices per 100 g in. */
  readonly locale: string;
  readonly title: string;
  readonly host: { readonly name: string; readonly brand: string };
  readonly delivery: string;
  /** What the stickers say, by the names of their pictures. */
  readonly stickers: Readonly<Record<string, string>>;
  readonly script: Script;
  /** Absent: as they are written in `products.ts`. */
  readonly goods?: GoodsWords;
}

/** A page chooses its language by the room it asks for; each has its own chat, stock and orders. */
export const demoRooms: readonly DemoRoom[] = [
  {
    id: 'demo',
    locale: 'en',
    title: 'First picking: Dancong',
    host: { name: 'Lin Yue', brand: 'Lingnan Tea House' },
    delivery: 'Delivery, 3 to 5 days',
    stickers: { heart: 'Love it', tea: 'Tea time', leaf: 'Freshly picked', star: 'Bravo', wow: 'Wow' },
    script: englishScript,
  },
  {
    id: 'demo-ar',
    locale: 'ar',
    title: 'قطاف الربيع في جبل العنقاء',
    host: { name: 'لين يويه', brand: 'بيت شاي لينغنان' },
    delivery: 'التوصيل، 3 إلى 5 أيام',
    stickers: { heart: 'أحببته', tea: 'وقت الشاي', leaf: 'قطاف طازج', star: 'أحسنت', wow: 'مدهش' },
    script: arabicScript,
    goods: arabicGoods,
  },
  {
    id: 'demo-zh',
    locale: 'zh-CN',
    title: '凤凰单丛 · 春茶开采',
    host: { name: '林悦', brand: '岭南茶舍' },
    delivery: '配送，3 至 5 天',
    stickers: { heart: '爱了', tea: '喝茶啦', leaf: '新鲜采摘', star: '太棒了', wow: '哇' },
    script: chineseScript,
    goods: chineseGoods,
  },
];
