// SPDX-License-Identifier: MIT
import { plural } from './format.js';
import type { Strings } from './localize.js';
import type { shopStrings } from './shop.strings.js';

const pieces = (count: number): string =>
  plural(count, 'ar', {
    one: 'قطعة واحدة',
    two: 'قطعتان',
    few: `${count} قطع`,
    many: `${count} قطعة`,
    other: `${count} قطعة`,
  });

const shop: Strings<typeof shopStrings> = {
  from: (price) => `من ${price}`,
  before: (price) => `قبل ذلك ${price}`,
  nowShowing: 'يُعرض الآن',
  soldOut: 'نفدت الكمية',
  soon: 'قريبًا',
  left: (count) => `بقي ${pieces(count)}`,
  fewer: 'أنقص واحدة',
  more: 'أضف واحدة',
  tryAgain: 'أعد المحاولة',
  INSUFFICIENT_STOCK: (available, requested) =>
    requested ? `لم يبقَ سوى ${available}، فغيّرنا الكمية من ${requested} إلى ${available}.` : `لم يبقَ سوى ${available}.`,
  OUT_OF_STOCK: 'نفدت الكمية وهي في حقيبتك، فأُزيلت من المجموع.',
  PRICE_CHANGED: (after, before) => `السعر الآن ${after} وكان ${before}. تحقّق قبل الدفع.`,
  OFFER_ENDED: (after) => (after ? `انتهى العرض وعاد السعر إلى ${after}.` : 'انتهى العرض.'),
  LIMIT_EXCEEDED: (most) => `الحد الأقصى ${most} لكل شخص.`,
  REGION_UNAVAILABLE: 'لا يتوفر التوصيل إلى عنوانك.',
  SOLD_OUT_DATE: 'حُجزت هذه الليالي للتو. اختر غيرها.',
  PAYMENT_DECLINED: 'رفض مصرفك هذه البطاقة. لم يُخصم أي مبلغ.',
  PAYMENT_CANCELED: 'أُلغي الدفع. لم يُخصم أي مبلغ.',
  CHECKOUT_EXPIRED: 'انتهت مهلة الدفع. لم يُخصم أي مبلغ.',
  OFFLINE: 'أنت غير متصل. حقيبتك محفوظة على هذا الجهاز.',
  NETWORK: 'يتعذّر الوصول إلى المتجر. حقيبتك محفوظة على هذا الجهاز.',
  COUPON_INVALID: 'هذا الرمز غير معروف.',
  COUPON_EXPIRED: 'انتهت صلاحية هذا الرمز.',
  COUPON_LIMIT: 'استُنفد هذا الرمز.',
  COUPON_NOT_ELIGIBLE: 'لا ينطبق هذا الرمز على ما في حقيبتك.',
  CART_CONFLICT: 'تغيّرت حقيبتك. راجعها قبل الدفع.',
  AUTH_REQUIRED: 'سجّل الدخول للمتابعة.',
  RATE_LIMITED: 'محاولات كثيرة. انتظر قليلًا.',
  NOT_PURCHASABLE: 'لا يمكن شراء هذا الآن.',
  UNKNOWN: 'لم ينجح ذلك. أعد المحاولة.',
};

export default shop;
