// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { carouselStrings } from './carousel.strings.js';

const carousel: Strings<typeof carouselStrings> = {
  heading: '本场商品',
  count: (_count, number) => `${number} 件商品`,
  previous: '上一组商品',
  next: '下一组商品',
  back: '回到正在讲解的商品',
  nowShowing: (name, price) => `正在讲解：${name}，${price}`,
  buy: '购买',
  buyNamed: (name) => `购买${name}`,
  add: (name) => `将${name}加入购物袋`,
  choose: (name) => `选择${name}的规格`,
  added: (name) => `已加入：${name}`,
  search: '按名称或编号搜索',
  nothingFound: '没有符合的商品。',
  empty: '还没有商品，直播过程中会陆续上架。',
  loading: '正在加载商品',
  failed: '商品加载失败。',
};

export default carousel;
