// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { ChatWords } from './chat.strings.js';

const arabic: Strings<ChatWords> = {
  label: 'الدردشة',
  host: 'المضيف',
  moderator: 'مشرف',
  you: 'أنت',
  // A noun instead of a verb: the shopper's gender is not known.
  ordered: (name, product) => `طلب جديد من ${name}: ${product}`,
  replyTo: (name) => `رد على ${name}`,
  send: 'إرسال',
  say: 'اكتب تعليقًا',
  slow: (shown) => `يمكنك الكتابة بعد ${shown} ث`,
  signIn: 'سجّل الدخول للدردشة',
  readOnly: 'الدردشة للقراءة فقط',
  replayed: 'إعادة الدردشة',
  emoji: 'رموز تعبيرية',
};

export default arabic;
