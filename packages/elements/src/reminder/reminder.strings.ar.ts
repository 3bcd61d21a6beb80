// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { english } from './reminder.strings.js';

export default {
  remindMe: 'ذكّرني',
  willTell: 'سنخبرك عند بدء البث.',
  undo: 'تراجع',
  offline: 'أنت غير متصل. حاول مرة أخرى عند عودة الاتصال.',
  signIn: 'سجّل الدخول لنذكّرك.',
  begun: 'بدأ البث بالفعل.',
  unsupported: 'لا يمكن إرسال تذكير إليك هنا.',
  failed: 'لم ينجح ذلك. حاول مرة أخرى.',
} satisfies Strings<typeof english>;
