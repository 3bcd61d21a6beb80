// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { english } from './pinned.strings.js';

export default {
  pinned: 'مثبّت',
  says: (name, text) => `رسالة مثبّتة. ${name}: ${text}`,
  announced: (text) => `إعلان مثبّت: ${text}`,
  more: 'عرض النص كاملًا',
  less: 'عرض أقل',
  dismiss: 'إخفاء',
  unpin: 'إلغاء التثبيت للجميع',
  notUnpinned: 'تعذّر إلغاء التثبيت. حاول مرة أخرى.',
} satisfies Strings<typeof english>;
