// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { registerLanguage, words } from './localize.js';
import { until } from './testing/index.js';

const english = { hello: 'Hello', count: (many: number) => `${many} left` } as const;

describe('the words of a component', () => {
  it('come in parts, each fetched when its words are needed first', async () => {
    const fetched: string[] = [];
    registerLanguage(
      'fr',
      () => Promise.resolve({ default: (fetched.push('first'), { hall: { hello: 'Bonjour' } }) }),
      () => Promise.resolve({ default: (fetched.push('more'), { shop: { hello: 'Salut' } }) }),
    );
    const look = (component: string): string => words(component, english, 'fr-CA', () => undefined).hello;
    expect(look('hall')).to.equal('Hello');
    await until(() => look('hall') === 'Bonjour');
    expect(fetched).to.deep.equal(['first']);
    expect(look('shop')).to.equal('Hello');
    await until(() => look('shop') === 'Salut');
    expect(fetched).to.deep.equal(['first', 'more']);
    expect(words('hall', english, 'fr', () => undefined).count(3), 'what a language lacks is English').to.equal(
      '3 left',
    );
    expect(look('nobody')).to.equal('Hello');
  });

  it('are asked for again when they could not be had, and are English meanwhile', async () => {
    let isOnline = false;
    let tries = 0;
    registerLanguage('de', () => {
      tries++;
      return isOnline
        ? Promise.resolve({ default: { hall: { hello: 'Hallo' } } })
        : Promise.reject(new Error('offline'));
    });
    const look = (): string => words('hall', english, 'de', () => undefined).hello;
    expect(look()).to.equal('Hello');
    await until(() => (look(), tries > 1));
    isOnline = true;
    await until(() => look() === 'Hallo');
  });

  it('tell the element when they have come', async () => {
    registerLanguage('it', () => Promise.resolve({ default: { hall: { hello: 'Ciao' } } }));
    let isTold = false;
    words('hall', english, 'it', () => (isTold = true));
    await until(() => isTold);
    expect(words('hall', english, 'it', () => undefined).hello).to.equal('Ciao');
  });
});
