// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { ChatSettingsWords } from './chat-settings.strings.js';

const arabic: Strings<ChatSettingsWords> = {
  heading: 'إعدادات الدردشة',
  close: 'إغلاق',
  size: 'حجم النص',
  small: 'صغير',
  normal: 'عادي',
  large: 'كبير',
  larger: 'أكبر',
  pause: 'إيقاف الدردشة مؤقتًا',
  hide: 'إخفاء الدردشة',
  announce: 'قراءة الدردشة',
  fly: 'الرسائل تمر فوق الفيديو',
  still: 'جهازك يطلب تقليل الحركة، لذلك لا يمر شيء.',
  share: 'الجزء المستخدم من الصورة',
  share25: 'ربعها',
  share50: 'نصفها',
  share100: 'كلها',
  opacity: 'العتامة',
  muted: 'الأشخاص المكتومون',
  nobody: 'لم تكتم أحدًا.',
  unmute: 'إلغاء الكتم',
  unmuteName: (name) => `إلغاء كتم ${name}`,
  own: 'رسائلك',
  download: 'تنزيل رسائلي',
  downloaded: 'حُفظت رسائلك في ملف.',
  delete: 'حذف رسائلي',
  sure: 'هل تريد حذف كل ما كتبته في هذه الدردشة؟ لا يمكن التراجع عن ذلك.',
  keep: 'الإبقاء عليها',
  yes: 'حذف',
  deleted: 'حُذفت رسائلك.',
  failed: 'لم ينجح ذلك. حاول مرة أخرى.',
};

export default arabic;
