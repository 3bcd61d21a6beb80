// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import './sheet.define.js';
import type { VitrineSheet } from './sheet.js';
import { focused } from './focused.js';
import { tabStops } from './tab-stops.js';
import { expectAccessible, mount, unmountAll, until } from './testing/index.js';

const room = (content: TemplateResult): TemplateResult =>
  html`<div style="position:relative;inline-size:390px;block-size:800px;overflow:hidden">
    <button id="opener">Open</button>
    ${content}
  </div>`;

async function sheetIn(content: TemplateResult): Promise<VitrineSheet> {
  const stage = await mount<HTMLElement>(room(content));
  const sheet = stage.querySelector('vitrine-sheet') as VitrineSheet;
  await sheet.updateComplete;
  return sheet;
}

const inside = html`<button id="first">First</button><button id="last" slot="footer">Last</button>`;
const part = (sheet: VitrineSheet, name: string): HTMLElement =>
  sheet.renderRoot.querySelector(`[part="${name}"]`) as HTMLElement;
const surface = (sheet: VitrineSheet): DOMRect => part(sheet, 'dialog').getBoundingClientRect();

async function open(sheet: VitrineSheet): Promise<void> {
  sheet.open = true;
  await sheet.updateComplete;
}

function press(key: string, options: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...options });
  focused()?.dispatchEvent(event);
  return event;
}

/** A finger on a handle: what it does, where, and how many ms after what it did before. */
function finger(handle: HTMLElement): (type: string, clientY: number, wait?: number) => void {
  // A made-up pointer cannot be captured.
  handle.setPointerCapture = () => undefined;
  let now = performance.now();
  return (type, clientY, wait = 0) => {
    const event = new PointerEvent(type, { clientY, pointerId: 1, button: 0, bubbles: true, cancelable: true });
    now += wait;
    Object.defineProperty(event, 'timeStamp', { value: now });
    handle.dispatchEvent(event);
  };
}

/** A finger that goes from one place to others, `[y, ms after the one before]`. */
function drag(handle: HTMLElement, ...path: readonly (readonly [number, number])[]): void {
  const send = finger(handle);
  const [start = [0, 0], ...rest] = path;
  send('pointerdown', start[0]);
  for (const [y, wait] of rest) send('pointermove', y, wait);
  send('pointerup', path.at(-1)?.[0] ?? 0);
}

describe('vitrine-sheet', () => {
  let closes = 0;
  const closed = (): void => void closes++;

  beforeEach(() => (closes = 0));
  afterEach(unmountAll);

  it('is out of reach while it is closed', async () => {
    const sheet = await sheetIn(html`<vitrine-sheet label="Bag">${inside}</vitrine-sheet>`);
    expect(getComputedStyle(part(sheet, 'dialog')).visibility).to.equal('hidden');
    expect(tabStops(sheet)).to.be.empty;
  });

  it('is a modal dialog with a name', async () => {
    const sheet = await sheetIn(html`<vitrine-sheet label="Bag">${inside}</vitrine-sheet>`);
    await open(sheet);
    const dialog = part(sheet, 'dialog');
    expect(dialog.getAttribute('role')).to.equal('dialog');
    expect(dialog.getAttribute('aria-modal')).to.equal('true');
    expect(dialog.getAttribute('aria-label')).to.equal('Bag');
    await expectAccessible(sheet);
  });

  it('dims nothing while another one lies over it', async () => {
    const sheet = await sheetIn(html`<vitrine-sheet label="Products">${inside}</vitrine-sheet>`);
    await open(sheet);
    await until(() => getComputedStyle(part(sheet, 'backdrop')).opacity === '1');
    sheet.inert = true;
    await until(() => getComputedStyle(part(sheet, 'backdrop')).opacity === '0');
  });

  it('moves the focus to its heading and gives it back to the opener', async () => {
    const sheet = await sheetIn(html`<vitrine-sheet label="Bag">${inside}</vitrine-sheet>`);
    const opener = document.querySelector<HTMLElement>('#opener');
    opener?.focus();
    await open(sheet);
    expect(focused()).to.equal(part(sheet, 'heading'));
    sheet.open = false;
    await sheet.updateComplete;
    expect(focused()).to.equal(opener);
  });

  it('leaves the focus where the viewer has put it meanwhile', async () => {
    const sheet = await sheetIn(html`<vitrine-sheet label="Bag">${inside}</vitrine-sheet><input id="other" />`);
    document.querySelector<HTMLElement>('#opener')?.focus();
    await open(sheet);
    const other = document.querySelector<HTMLElement>('#other');
    other?.focus();
    sheet.open = false;
    await sheet.updateComplete;
    expect(focused()).to.equal(other);
  });

  it('takes a heading of its content when it has none of its own', async () => {
    const sheet = await sheetIn(
      html`<vitrine-sheet bare label="Silk shirt"><h2 data-heading tabindex="-1">Silk shirt</h2>${inside}</vitrine-sheet>`,
    );
    await open(sheet);
    expect(focused()?.textContent).to.equal('Silk shirt');
    await expectAccessible(sheet);
  });

  it('asks to be closed by Escape, its button and what is behind it, and stays until it is', async () => {
    const sheet = await sheetIn(
      html`<vitrine-sheet label="Bag" @vitrine-sheet-close=${closed}>${inside}</vitrine-sheet>`,
    );
    await open(sheet);
    let heard = 0;
    document.addEventListener('keydown', () => heard++, { once: true });
    press('Escape');
    part(sheet, 'close').click();
    part(sheet, 'backdrop').click();
    expect(closes).to.equal(3);
    expect(heard, 'only the top layer hears Escape').to.equal(0);
    expect(sheet.open).to.be.true;
    document.dispatchEvent(new KeyboardEvent('keydown'));
  });

  it('keeps Tab inside, through slots and shadow roots', async () => {
    const sheet = await sheetIn(html`<vitrine-sheet label="Bag">${inside}</vitrine-sheet>`);
    await open(sheet);
    const close = part(sheet, 'close');
    const last = sheet.querySelector<HTMLElement>('#last') as HTMLElement;
    expect(tabStops(sheet)).to.deep.equal([close, sheet.querySelector('#first'), last]);
    last.focus();
    expect(press('Tab').defaultPrevented).to.be.true;
    expect(focused()).to.equal(close);
    press('Tab', { shiftKey: true });
    expect(focused()).to.equal(last);
    sheet.querySelector<HTMLElement>('#first')?.focus();
    expect(press('Tab').defaultPrevented, 'in between the browser moves the focus').to.be.false;
  });

  it('follows a finger one to one, and comes back when it was let go too soon', async () => {
    const sheet = await sheetIn(
      html`<vitrine-sheet label="Bag" @vitrine-sheet-close=${closed}>${inside}</vitrine-sheet>`,
    );
    await open(sheet);
    await until(
      () => Math.round(surface(sheet).bottom - 800) === Math.round(sheet.getBoundingClientRect().bottom - 800),
    );
    const rest = surface(sheet).top;
    const send = finger(sheet.renderRoot.querySelector('.handle') as HTMLElement);
    send('pointerdown', 100);
    send('pointermove', 160);
    expect(surface(sheet).top - rest).to.be.closeTo(60, 1);
    send('pointermove', 161, 200);
    send('pointerup', 161);
    expect(closes).to.equal(0);
    await until(() => Math.abs(surface(sheet).top - rest) < 1, 'The sheet never came back.');
  });

  it('leaves when it is pulled past a quarter, or flung', async () => {
    const sheet = await sheetIn(
      html`<vitrine-sheet label="Bag" @vitrine-sheet-close=${closed}>${inside}</vitrine-sheet>`,
    );
    await open(sheet);
    const handle = sheet.renderRoot.querySelector('.handle') as HTMLElement;
    drag(handle, [100, 0], [400, 0], [401, 200]);
    expect(closes, 'pulled').to.equal(1);
    drag(handle, [100, 0], [110, 0], [170, 0]);
    expect(closes, 'flung').to.equal(2);
  });

  it('rests half way, and at its full height', async () => {
    const sheet = await sheetIn(
      html`<vitrine-sheet label="Bag" has-half detent="half" @vitrine-sheet-close=${closed}>${inside}</vitrine-sheet>`,
    );
    await open(sheet);
    expect(surface(sheet).height).to.be.closeTo(800 * 0.56, 1);
    const handle = sheet.renderRoot.querySelector('.handle') as HTMLElement;
    drag(handle, [500, 0], [300, 0], [299, 200]);
    expect(sheet.detent).to.equal('full');
    await until(() => Math.abs(surface(sheet).height - (800 - 96)) < 6);
    drag(handle, [100, 0], [330, 0], [331, 200]);
    expect(sheet.detent).to.equal('half');
    expect(closes).to.equal(0);
  });

  it('does not drag from its buttons', async () => {
    const sheet = await sheetIn(
      html`<vitrine-sheet label="Bag" @vitrine-sheet-close=${closed}>${inside}</vitrine-sheet>`,
    );
    await open(sheet);
    const handle = sheet.renderRoot.querySelector('.handle') as HTMLElement;
    handle.setPointerCapture = () => expect.fail('The button was dragged.');
    for (const [type, clientY] of [
      ['pointerdown', 100],
      ['pointermove', 300],
    ] as const) {
      part(sheet, 'close').dispatchEvent(new PointerEvent(type, { clientY, pointerId: 1, button: 0, bubbles: true }));
    }
    expect(closes).to.equal(0);
  });

  it('is no modal as a panel, and a plain region in a page', async () => {
    const panel = await sheetIn(html`<vitrine-sheet presentation="panel" label="Product">${inside}</vitrine-sheet>`);
    expect(getComputedStyle(panel).display).to.equal('none');
    await open(panel);
    expect(part(panel, 'dialog').hasAttribute('aria-modal')).to.be.false;
    await expectAccessible(panel);
    const inline = await sheetIn(html`<vitrine-sheet presentation="inline" label="Bag">${inside}</vitrine-sheet>`);
    expect(part(inline, 'dialog').getAttribute('role')).to.equal('region');
    expect(part(inline, 'close')).to.equal(null);
    await expectAccessible(inline);
  });

  it('comes from the inline end as a drawer, whichever way one writes', async () => {
    for (const direction of ['ltr', 'rtl']) {
      const stage = await mount<HTMLElement>(
        html`<div dir=${direction} style="position:relative;inline-size:900px;block-size:600px">
          <vitrine-sheet presentation="drawer" label="Bag" open>${inside}</vitrine-sheet>
        </div>`,
      );
      const sheet = stage.querySelector('vitrine-sheet') as VitrineSheet;
      await sheet.updateComplete;
      const box = stage.getBoundingClientRect();
      await until(() => {
        const at = surface(sheet);
        return Math.abs(direction === 'ltr' ? at.right - box.right : at.left - box.left) < 1;
      });
      expect(surface(sheet).width).to.equal(420);
      expect(surface(sheet).height).to.equal(600);
    }
  });
});
