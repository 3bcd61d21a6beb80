// SPDX-License-Identifier: MIT
// What belongs to the shop and not to the room: its words, and a bag in the header that follows the room's.
const page = document.documentElement;
const room = document.querySelector('vitrine-room');
const count = document.querySelector('#bag-count');

// Before the library is there: the show is asked for once, in the right language.
if (page.dataset.room) room.setAttribute('room', page.dataset.room);

// Facts of the room are told on its element, under the same names.
room.addEventListener('vitrine-cart-changed', ({ detail: { cart } }) => {
  const pieces = (cart?.lines ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
  count.hidden = pieces === 0;
  count.textContent = new Intl.NumberFormat(page.lang).format(pieces);
});

document.querySelector('#bag').addEventListener('click', () => {
  // No further than it takes: the button stays in view where the room does.
  room.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  room.connectedRoom?.request('cart:open', {});
});

/** Says everything on the page in its language; English is what is written there. */
function translate(words) {
  const money = new Intl.NumberFormat(page.lang, { style: 'currency', currency: 'EUR' });
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = words[element.dataset.word];
  for (const element of document.querySelectorAll('[data-name]')) element.ariaLabel = words[element.dataset.name];
  for (const element of document.querySelectorAll('[data-price]')) {
    const price = money.format(Number(element.dataset.price));
    element.textContent = 'from' in element.dataset ? words.from.replace('{price}', price) : price;
  }
  for (const link of document.querySelectorAll('a[href="/"]:not([lang])')) link.href = location.search;
  document.querySelector('meta[name="description"]').content = words.description;
  document.title = words.name;
}

for (const link of document.querySelectorAll('footer [hreflang]')) {
  if (link.lang === page.lang) link.ariaCurrent = 'true';
}
if (page.lang !== 'en') translate((await import(`./words.${page.lang}.js`)).default);
