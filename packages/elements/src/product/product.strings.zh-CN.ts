// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { productStrings } from './product.strings.js';

const product: Strings<typeof productStrings> = {
  product: '商品',
  backToChat: '返回聊天',
  pictures: (name) => `${name}的图片`,
  pictureOf: (index, count) => `第 ${index} 张，共 ${count} 张`,
  seenAt: (time) => `讲解于 ${time}`,
  reviews: (number) => `${number} 条评价`,
  rating: (value, number) => `评分 ${value}（满分 5），${number} 条评价`,
  off: (percent) => `立减 ${percent}`,
  leftIn: (count, option) => `${option} 仅剩 ${count} 件`,
  few: '所剩不多',
  soldOutIn: (option) => `${option} 已售罄。`,
  notIn: (option, others) => `${others} 没有 ${option}。`,
  notAvailable: (option) => `没有 ${option}。`,
  unavailable: '无此组合',
  quantity: '数量',
  limit: (most) => `每人限购 ${most} 件`,
  choose: (axis) => `请选择${axis}`,
  add: '加入购物袋',
  added: '已加入',
  buy: '立即购买',
  view: '在商店中查看',
  viewStay: '在商店中选择日期',
  stayElsewhere: '目前无法在此预订日期，可在聊天中询问主播。',
  details: '详情',
  chosen: (options, left, price) => [options, left, price].filter(Boolean).join('，'),
  unknown: '本场没有这件商品。',
  loading: '正在加载商品',
};

export default product;
