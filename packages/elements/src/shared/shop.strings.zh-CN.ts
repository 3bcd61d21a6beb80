// SPDX-License-Identifier: MIT
import type { Strings } from './localize.js';
import type { shopStrings } from './shop.strings.js';

const shop: Strings<typeof shopStrings> = {
  from: (price) => `${price} 起`,
  before: (price) => `原价 ${price}`,
  nowShowing: '正在讲解',
  soldOut: '已售罄',
  soon: '即将开售',
  left: (count) => `仅剩 ${count} 件`,
  fewer: '减少一件',
  more: '增加一件',
  tryAgain: '重试',
  INSUFFICIENT_STOCK: (available, requested) =>
    requested ? `仅剩 ${available} 件，已将数量由 ${requested} 改为 ${available}。` : `仅剩 ${available} 件。`,
  OUT_OF_STOCK: '购物袋中的这件商品已售罄，已从合计中移除。',
  PRICE_CHANGED: (after, before) => `现价 ${after}，原为 ${before}。请在付款前确认。`,
  OFFER_ENDED: (after) => (after ? `限时优惠已结束，恢复为 ${after}。` : '限时优惠已结束。'),
  LIMIT_EXCEEDED: (most) => `每人限购 ${most} 件。`,
  REGION_UNAVAILABLE: '该商品无法配送到您的地址。',
  SOLD_OUT_DATE: '这些日期刚刚被订走，请另选日期。',
  PAYMENT_DECLINED: '银行拒绝了这张卡，未扣款。',
  PAYMENT_CANCELED: '付款已取消，未扣款。',
  CHECKOUT_EXPIRED: '付款时间已过，未扣款。',
  OFFLINE: '您已离线。购物袋已保存在本设备上。',
  NETWORK: '暂时无法连接商店。购物袋已保存在本设备上。',
  COUPON_INVALID: '没有这个优惠码。',
  COUPON_EXPIRED: '优惠码已过期。',
  COUPON_LIMIT: '优惠码已被领完。',
  COUPON_NOT_ELIGIBLE: '优惠码不适用于购物袋中的商品。',
  CART_CONFLICT: '购物袋有变动，请在付款前查看。',
  AUTH_REQUIRED: '请登录后继续。',
  RATE_LIMITED: '尝试次数过多，请稍候。',
  NOT_PURCHASABLE: '该商品目前无法购买。',
  UNKNOWN: '操作未成功，请重试。',
};

export default shop;
