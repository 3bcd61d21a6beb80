// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { checkoutStrings } from './checkout.strings.js';

const checkout: Strings<typeof checkoutStrings> = {
  checkOut: 'إتمام الشراء',
  payWith: 'الدفع بواسطة',
  total: (count) =>
    plural(count, 'ar', {
      one: 'المجموع، قطعة واحدة',
      two: 'المجموع، قطعتان',
      few: `المجموع، ${count} قطع`,
      other: `المجموع، ${count} قطعة`,
    }),
  pay: 'ادفع',
  paying: 'جارٍ الدفع',
  deliverTo: 'التوصيل إلى',
  delivery: 'التوصيل',
  heldFor: (time) => `السعر والكمية محجوزان لك لمدة ${time}`,
  declinedTitle: 'رفض مصرفك هذه البطاقة',
  declined: (time) => `لم يُخصم أي مبلغ. جرّب طريقة دفع أخرى${time ? `؛ حقيبتك وسعرها محجوزان لمدة ${time}` : ''}.`,
  actionTitle: 'يطلب مصرفك تأكيدك',
  action: 'لم يُخصم أي مبلغ بعد. أكّد لدى مصرفك أو جرّب طريقة دفع أخرى.',
  refusedTitle: 'لم تنجح عملية الدفع',
  confirming: 'نستعلم عن نتيجة الدفع',
  pendingTitle: 'ما زلنا ننتظر مصرفك',
  pending: 'لن يُخصم المبلغ مرتين. ستظهر النتيجة هنا فور رد المصرف.',
  refresh: 'تحقّق مرة أخرى',
  continueWatching: 'تابع المشاهدة',
  ordered: 'تم الطلب',
  paidTitle: 'شكرًا لطلبك',
  order: (number) => `الطلب ${number}`,
  paid: (total) => `دُفع ${total}`,
  expiredTitle: 'انتهت مهلة الدفع',
  expired: 'لم يُخصم أي مبلغ. انتهى الحجز وحقيبتك كما كانت.',
  canceledTitle: 'أُلغي الدفع',
  canceled: 'لم يُخصم أي مبلغ. حقيبتك كما كانت.',
  backToBag: 'العودة إلى الحقيبة',
  handoffTitle: 'ادفع في صفحة المتجر',
  handoffAt: (site) => `تدفع في ${site} ثم تعود إلى العرض.`,
  openPayment: 'افتح صفحة الدفع',
  scanTitle: 'ادفع بهاتفك',
  scan: 'افتح هذا الرابط في تطبيق الدفع:',
  unsafe: 'لا يمكن فتح صفحة الدفع بأمان. لم يُخصم أي مبلغ.',
};

export default checkout;
