// SPDX-License-Identifier: MIT
import { expect } from 'chai';

async function until(holds: () => unknown, what: string): Promise<void> {
  const end = performance.now() + 15_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`${what} did not happen.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('the script tag', () => {
  it('keeps the place, loads the library and hands it to what was queued, without moving the page', async () => {
    const library = `
      export const version = 'test';
      customElements.define('vitrine-room', class extends HTMLElement {
        constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<div style="height:100%">room</div>'; }
      });`;
    const box = document.createElement('div');
    box.style.setProperty('inline-size', '320px');
    box.innerHTML = '<vitrine-room room="demo"><a href="/tea">Tea</a></vitrine-room><p>below</p>';
    document.body.append(box);
    const heard: string[] = [];
    (window.vitrine ??= []).push((vitrine) => heard.push((vitrine as { version: string }).version));

    const script = document.createElement('script');
    script.type = 'module';
    script.src = new URL('./index.ts', import.meta.url).href;
    script.dataset['src'] = `data:text/javascript,${encodeURIComponent(library)}`;
    const room = box.querySelector('vitrine-room') as HTMLElement;
    document.head.append(script);
    await until(() => document.adoptedStyleSheets.length > 0, 'The reserved space');
    const reserved = room.getBoundingClientRect().height;
    await until(() => heard.length > 0, 'The queued call');
    expect(heard).to.deep.equal(['test']);
    expect(customElements.get('vitrine-room')).to.be.a('function');
    expect(room.getBoundingClientRect().height).to.equal(reserved);
    expect(reserved).to.be.greaterThan(100);
  });
});
