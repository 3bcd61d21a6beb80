// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { startLoader } from './loader.js';

/** A library that loads when the test says so. */
function library(): {
  readonly asked: string[];
  readonly load: () => Promise<unknown>;
  answer(module: unknown): void;
  fail(): void;
} {
  const asked: string[] = [];
  let answer: (module: unknown) => void = () => undefined;
  let fail: () => void = () => undefined;
  return {
    asked,
    load: () => {
      asked.push('asked');
      return new Promise((resolve, reject) => {
        answer = resolve;
        fail = () => reject(new Error('No such file.'));
      });
    },
    answer: (module) => answer(module),
    fail: () => fail(),
  };
}

async function until(holds: () => unknown, what: string): Promise<void> {
  const end = performance.now() + 15_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`${what} did not happen.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function place(html: string, style = ''): HTMLElement {
  const box = document.createElement('div');
  box.className = 'place';
  for (const [name, value] of style
    .split(';')
    .map((rule) => rule.split(':'))
    .filter(([name]) => name))
    box.style.setProperty(name ?? '', value ?? '');
  box.innerHTML = html;
  document.body.append(box);
  return box;
}

const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

describe('loader', () => {
  const stops: (() => void)[] = [];
  const start = (load: () => Promise<unknown>): void =>
    void stops.push(startLoader({ url: 'https://cdn.example/vitrine.js', load }));

  beforeEach(() => {
    window.vitrine = [];
  });
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    for (const box of document.querySelectorAll('.place')) box.remove();
    window.scrollTo(0, 0);
  });

  it('reserves the space of a room before anything has loaded', () => {
    const box = place('<vitrine-room room="demo"></vitrine-room>', 'inline-size:300px');
    start(library().load);
    const { height } = (box.firstElementChild as HTMLElement).getBoundingClientRect();
    const wide = window.innerWidth >= 840;
    expect(height).to.be.closeTo(Math.min(wide ? 168.75 : 533.3, window.innerHeight), 1);
  });

  it('reserves the shape the page asks for, and leaves a height of the page’s own alone', () => {
    const box = place(
      '<vitrine-room ratio="4/5"></vitrine-room><vitrine-room ratio="red}*{display:none"></vitrine-room>',
      'inline-size:200px',
    );
    const sheet = document.createElement('style');
    sheet.textContent = '.own{height:123px}';
    box.append(sheet);
    const own = document.createElement('vitrine-room');
    own.className = 'own';
    box.append(own);
    start(library().load);
    expect(box.firstElementChild?.getBoundingClientRect().height).to.equal(250);
    expect(own.getBoundingClientRect().height).to.equal(123);
  });

  it('uses no inline style, so that a strict policy holds', () => {
    const box = place(`<vitrine-room poster="${pixel}"></vitrine-room>`);
    start(library().load);
    expect(box.querySelector('[style]')).to.equal(null);
  });

  it('shows the poster over the room until the library is there', async () => {
    const box = place(
      `<vitrine-room poster="${pixel}" loading="eager"><a href="/tea">Tea</a></vitrine-room>`,
      'inline-size:300px',
    );
    const { load, answer } = library();
    start(load);
    const picture = box.querySelector('img');
    expect(picture?.getBoundingClientRect().width).to.equal(300);
    answer({});
    await until(() => !box.querySelector('img'), 'The end of the poster');
  });

  it('does not load while every room is far from the window, and does when one comes near', async () => {
    const box = place('<vitrine-room></vitrine-room>', 'margin-block-start:5000px;inline-size:300px');
    const { load, asked } = library();
    start(load);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(asked).to.deep.equal([]);
    box.scrollIntoView();
    await until(() => asked.length === 1, 'The loading');
  });

  for (const intent of ['pointerenter', 'focusin', 'touchstart']) {
    it(`loads on ${intent}`, () => {
      const box = place('<vitrine-room></vitrine-room>', 'margin-block-start:5000px');
      const { load, asked } = library();
      start(load);
      box.firstElementChild?.dispatchEvent(new Event(intent));
      expect(asked).to.have.length(1);
    });
  }

  it('loads at once what is eager, and once for all rooms', () => {
    place(
      '<vitrine-room loading="eager"></vitrine-room><vitrine-room loading="eager"></vitrine-room>',
      'margin-block-start:5000px',
    );
    const { load, asked } = library();
    start(load);
    expect(asked).to.have.length(1);
  });

  it('finds rooms that come later', async () => {
    const { load, asked } = library();
    start(load);
    expect(asked).to.have.length(0);
    place('<p><vitrine-room loading="eager"></vitrine-room></p>');
    await until(() => asked.length === 1, 'The loading');
  });

  it('runs what was queued, in order, with the library, and later calls at once', async () => {
    const heard: unknown[] = [];
    window.vitrine?.push((vitrine) => heard.push(['first', vitrine]));
    window.vitrine?.push(() => {
      throw new Error('A fault of the page.');
    });
    window.vitrine?.push(() => heard.push('third'));
    const faults: string[] = [];
    const uncaught = window.onerror;
    window.onerror = (message) => faults.push(String(message)) > 0;
    place('<vitrine-room loading="eager"></vitrine-room>');
    const { load, answer } = library();
    start(load);
    answer('the library');
    await until(() => heard.length === 2, 'The queued calls');
    window.onerror = uncaught;
    expect(heard).to.deep.equal([['first', 'the library'], 'third']);
    expect(faults).to.have.length(1);
    window.vitrine?.push((vitrine) => heard.push(vitrine));
    expect(heard.at(-1)).to.equal('the library');
  });

  it('leaves the page’s own content visible when the library cannot be loaded, says why, and tries again when touched', async () => {
    const lines: string[] = [];
    const { error } = console;
    console.error = (line: string) => void lines.push(line);
    const box = place(`<vitrine-room poster="${pixel}" loading="eager"><a href="/tea">Tea</a></vitrine-room>`);
    const { load, asked, fail } = library();
    start(load);
    fail();
    await until(() => lines.length === 1, 'The line in the console');
    console.error = error;
    expect(lines[0]).to.match(/^\[vitrine\] NETWORK: https:\/\/cdn\.example\/vitrine\.js .*Check the URL/);
    expect(box.querySelector('img')).to.equal(null);
    expect(box.querySelector('a')?.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(box.firstElementChild?.hasAttribute('data-failed')).to.equal(true);
    place('<vitrine-room loading="eager"></vitrine-room>');
    await until(() => asked.length === 2, 'The second try');
  });
});
