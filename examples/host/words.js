// SPDX-License-Identifier: MIT
// What the page says before there is a console.

const english = {
  title: 'Host console',
  missing: ['This page is for the host', 'Open the host link that was printed when the show was started.'],
  used: [
    'This link was used or has expired',
    'A host link works once and for an hour. Start the show again, or ask whoever runs the server, for a new one.',
  ],
  busy: ['Too many tries', 'Wait a minute, then try again.', 'Try again'],
  offline: ['The show cannot be reached', 'Check the network, then try again.', 'Try again'],
};

const chinese = {
  title: '主播控制台',
  missing: ['此页面仅供主播使用', '请打开启动直播时显示的主播链接。'],
  used: ['此链接已使用或已过期', '主播链接一小时内有效，且只能使用一次。请重新启动直播，或向服务器管理员索取新链接。'],
  busy: ['尝试次数过多', '请稍等一分钟再试。', '重试'],
  offline: ['无法连接直播间', '请检查网络，然后重试。', '重试'],
};

const arabic = {
  title: 'لوحة تحكم المضيف',
  missing: ['هذه الصفحة للمضيف', 'افتح رابط المضيف الذي ظهر عند بدء العرض.'],
  used: [
    'استُخدم هذا الرابط أو انتهت صلاحيته',
    'يعمل رابط المضيف مرة واحدة ولمدة ساعة. ابدأ العرض من جديد أو اطلب رابطًا جديدًا ممن يدير الخادم.',
  ],
  busy: ['محاولات كثيرة', 'انتظر دقيقة ثم حاول مجددًا.', 'حاول مجددًا'],
  offline: ['تعذّر الوصول إلى العرض', 'افحص الشبكة ثم حاول مجددًا.', 'حاول مجددًا'],
};

/** The words of a language, English where there are none. */
export function choose(lang) {
  if (lang.startsWith('zh')) return chinese;
  return lang.startsWith('ar') ? arabic : english;
}
