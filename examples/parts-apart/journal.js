// SPDX-License-Identifier: MIT
// The journal's own button for the bag: it reads the room's facts and asks the room to open it.
const room = document.querySelector('#show');
const count = document.querySelector('#bag-count');

room.addEventListener('vitrine-cart-changed', ({ detail: { cart } }) => {
  count.textContent = String((cart?.lines ?? []).reduce((sum, { quantity }) => sum + quantity, 0));
});
document.querySelector('#bag').addEventListener('click', () => room.connectedRoom?.request('cart:open', {}));

// A drawer beside the page needs a page: on a phone they come from below.
const narrow = matchMedia('(max-width: 559px)');
const present = () => {
  for (const part of document.querySelectorAll('vitrine-product, vitrine-cart, vitrine-checkout'))
    part.setAttribute('presentation', narrow.matches ? 'sheet' : 'drawer');
};
narrow.addEventListener('change', present);
present();
