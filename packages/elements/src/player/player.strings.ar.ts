// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { playerStrings } from './player.strings.js';

const minutesOf = (count: number): string =>
  plural(count, 'ar', {
    zero: 'البداية',
    one: 'دقيقة واحدة',
    two: 'دقيقتان',
    few: `${count} دقائق`,
    many: `${count} دقيقة`,
    other: `${count} دقيقة`,
  });

const player: Strings<typeof playerStrings> = {
  label: 'الفيديو',
  controls: 'عناصر التحكم في الفيديو',
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  tapToPlay: 'اضغط للتشغيل',
  mute: 'كتم الصوت',
  unmute: 'تشغيل الصوت',
  volume: 'مستوى الصوت',
  live: 'مباشر',
  liveAt: (clock) => `مباشر ${clock}`,
  goToLive: 'العودة إلى البث المباشر',
  scrubber: 'الموضع في العرض',
  position: (minutes, product) => (product ? `${minutesOf(minutes)}، ${product}` : minutesOf(minutes)),
  captions: 'الترجمة النصية',
  settings: 'الجودة والسرعة',
  quality: 'الجودة',
  qualityAuto: 'تلقائية',
  qualitySaver: 'توفير البيانات',
  qualityHeight: (height) => `${height}p`,
  speed: 'السرعة',
  speedOf: (rate) => `${rate}×`,
  pictureInPicture: 'صورة داخل صورة',
  enterFullscreen: 'ملء الشاشة',
  leaveFullscreen: 'الخروج من ملء الشاشة',
  muted: 'يعمل الفيديو بلا صوت.',
  reconnecting: 'جارٍ إعادة الاتصال',
  again: 'جارٍ العودة إلى العرض',
  dropped: 'انقطع اتصالك.',
  offline: 'أنت غير متصل بالإنترنت.',
  stopped: 'توقفت الصورة.',
  retryIn: (seconds) => `محاولة جديدة بعد ${seconds} ث.`,
  retryNow: 'محاولة جديدة الآن.',
  tryNow: 'حاول الآن',
  failed: 'تعذّر تشغيل الفيديو هنا',
  notFound: 'تعذّر العثور على البث حاليًا.',
  forbidden: 'البث غير متاح لهذه الصفحة.',
  unplayable: 'لا يستطيع هذا المتصفح تشغيل البث.',
  tryAgain: 'إعادة المحاولة',
};

export default player;
