// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { checkoutStrings } from './checkout.strings.js';

const checkout: Strings<typeof checkoutStrings> = {
  checkOut: '去结算',
  payWith: '支付方式',
  total: (count) => `合计，共 ${count} 件`,
  pay: '支付',
  paying: '正在支付',
  deliverTo: '收货地址',
  delivery: '配送',
  heldFor: (time) => `价格和库存为您保留 ${time}`,
  declinedTitle: '银行拒绝了这张卡',
  declined: (time) => `未扣款。请换一种支付方式${time ? `；购物袋和价格为您保留 ${time}` : ''}。`,
  actionTitle: '银行需要您确认',
  action: '尚未扣款。请在银行处确认，或换一种支付方式。',
  refusedTitle: '支付未成功',
  confirming: '正在查询支付结果',
  pendingTitle: '仍在等待银行回复',
  pending: '不会重复扣款。银行一有结果，这里会立即显示。',
  refresh: '再次查询',
  continueWatching: '继续观看',
  ordered: '已下单',
  paidTitle: '感谢您的订购',
  order: (number) => `订单 ${number}`,
  paid: (total) => `已支付 ${total}`,
  expiredTitle: '付款时间已过',
  expired: '未扣款。保留的库存已释放，购物袋保持原样。',
  canceledTitle: '付款已取消',
  canceled: '未扣款。购物袋保持原样。',
  backToBag: '返回购物袋',
  handoffTitle: '前往商店收银台付款',
  handoffAt: (site) => `将在 ${site} 付款，完成后返回直播。`,
  openPayment: '打开付款页面',
  scanTitle: '用手机付款',
  scan: '请在支付应用中打开此链接：',
  unsafe: '付款页面无法安全打开。未扣款。',
};

export default checkout;
