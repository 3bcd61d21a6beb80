// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { cartStrings } from './cart.strings.js';

const cart: Strings<typeof cartStrings> = {
  bag: '购物袋',
  items: '商品',
  coupon: '优惠券',
  delivery: '运费',
  tax: '税费',
  total: '合计',
  estimated: '预估合计',
  quantityOf: (name) => `${name}的数量`,
  remove: (name) => `移除${name}`,
  removed: (name) => `已移除${name}`,
  undo: '撤销',
  about: (name, words) => `${name}：${words}`,
  accept: '知道了',
  addCoupon: '添加优惠码',
  couponCode: '优惠码',
  apply: '使用',
  removeCoupon: (code) => `移除优惠码 ${code}`,
  heldFor: (time) => `为您保留 ${time}`,
  express: '快捷支付',
  checkOut: '去结算',
  keepsPlaying: '由商店自己的收银台收款，直播不中断',
  elsewhere: '将前往商店收银台付款，完成后返回直播',
  elsewhereAt: (site) => `将在 ${site} 付款，完成后返回直播`,
  empty: '购物袋是空的',
  emptyHint: '直播中添加的商品会放在这里。',
  browse: '返回商品',
  failed: '购物袋加载失败。',
  loading: '正在加载购物袋',
  count: (count) => `购物袋中有 ${count} 件商品`,
};

export default cart;
