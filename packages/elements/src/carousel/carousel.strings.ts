// SPDX-License-Identifier: MIT
export const carouselStrings = {
  heading: 'In this show',
  count: (count: number, number: string) => (count === 1 ? '1 product' : `${number} products`),
  previous: 'Previous products',
  next: 'Next products',
  back: 'Back to the product shown',
  nowShowing: (name: string, price: string) => `Now showing: ${name}, ${price}`,
  buy: 'Buy',
  buyNamed: (name: string) => `Buy ${name}`,
  add: (name: string) => `Add ${name} to the bag`,
  choose: (name: string) => `Choose options of ${name}`,
  added: (name: string) => `Added: ${name}`,
  search: 'Search by name or number',
  nothingFound: 'No product matches.',
  empty: 'No products yet. They appear here as the show goes on.',
  loading: 'Loading products',
  failed: 'The products could not be loaded.',
} as const;
