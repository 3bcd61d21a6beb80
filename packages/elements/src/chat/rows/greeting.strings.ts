// SPDX-License-Identifier: MIT

/** What is said while nobody has said anything: read first, but not before the first picture. */
export const english = {
  hello: (name: string) => `Say hello to ${name}`,
  helloAll: 'Say hello',
  quickHello: 'Hello',
  quickQuestion: 'Where do you ship to?',
};

export type GreetingWords = typeof english;
