// SPDX-License-Identifier: MIT
// `?lang=ar`, `?lang=zh-CN`, `?theme=dark` and `?theme=light`. The room's own buttons take their language from the page,
// its colours from CSS; what is said and sold in it comes from the back end, where each language has a room of its own.
{
  const rooms = { ar: 'demo-ar', 'zh-CN': 'demo-zh' };
  const asked = new URLSearchParams(location.search);
  const root = document.documentElement;
  const lang = Object.keys(rooms).find((one) => one === asked.get('lang')) ?? 'en';
  root.lang = lang;
  root.dir = lang === 'ar' ? 'rtl' : 'ltr';
  if (rooms[lang]) root.dataset.room = rooms[lang];

  // The device's theme, as long as no other is asked for.
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const theme = asked.get('theme');
  const paint = () => (root.dataset.theme = (theme ? theme === 'dark' : dark.matches) ? 'dark' : 'light');
  paint();
  dark.addEventListener('change', paint);
}
