// SPDX-License-Identifier: MIT
import { money, VitrineError, type Product } from '@vitrine/core';
import { expect } from 'chai';
import { holdTime, unmountAll, until } from '../shared/testing/index.js';
import { teahouse } from '../shared/testing/shop.fixture.js';
import { actOf, find, HostDesk, openDesk, rowOf, wordsOf, type OpenDesk } from './console.fixture.js';
import './index.js';

const gate = (): { readonly passed: Promise<void>; open(): void } => {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
};

describe('vitrine-console: pins', () => {
  let open: OpenDesk | null = null;
  const start = async (desk = new HostDesk()): Promise<OpenDesk> => (open = await openDesk(desk));

  afterEach(() => {
    unmountAll();
    open?.room.close();
    open = null;
  });

  it('lets the back end say when it was, by itself', async () => {
    const { element, desk } = await start();
    actOf(element, 'gaiwan').click();
    await until(() => rowOf(element, 'gaiwan').classList.contains('on'));
    expect(desk.asked).to.deep.equal([{ what: 'pin gaiwan' }]);
    expect(wordsOf(actOf(element, 'gaiwan'))).to.contain('Unpin');
  });

  it('pins at the frame in the preview when the host says so', async () => {
    const { element, desk, room } = await start();
    room.playhead.publish({ programTime: 1_000_000, source: 'frame', rate: 0 });
    element.requestUpdate();
    await element.updateComplete;
    find<HTMLInputElement>(element, 'input[value=frame]')?.click();
    await element.updateComplete;
    actOf(element, 'gaiwan').click();
    await until(() => desk.asked.length > 0);
    expect(desk.asked).to.deep.equal([{ what: 'pin gaiwan', at: 1_000_000 }]);
  });

  it('tells the price as viewers are told it: from the lowest, where others cost more', async () => {
    const { element, desk } = await start();
    const tin = teahouse().find(({ variants }) => variants.length > 1) as Product;
    const variants = tin.variants.map((variant, index) => ({
      ...variant,
      price: { amount: money(1350 + 900 * index, 'EUR') },
    }));
    desk.catalog.feed.push({ kind: 'products', products: [{ ...tin, variants }] });
    await until(() => wordsOf(rowOf(element, tin.id)).includes('From €13.50'));
    actOf(element, tin.id).click();
    await until(() => find(element, '[part=pin]'));
    expect(wordsOf(find(element, '[part=pin]'))).to.contain('From €13.50');
  });

  it('offers the frame only while one is seen', async () => {
    const { element, room } = await start();
    expect(find<HTMLInputElement>(element, 'input[value=frame]')?.disabled).to.equal(true);
    room.playhead.publish({ programTime: 1_000_000, source: 'frame', rate: 0 });
    element.requestUpdate();
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, 'input[value=frame]')?.disabled).to.equal(false);
  });

  it('says that it pins until the back end has answered', async () => {
    const { passed, open: answer } = gate();
    const desk = new HostDesk();
    desk.gate = passed;
    const { element } = await start(desk);
    actOf(element, 'gaiwan').click();
    await until(() => wordsOf(actOf(element, 'gaiwan')).includes('Pinning…'));
    expect(actOf(element, 'gaiwan').getAttribute('aria-busy')).to.equal('true');
    expect(rowOf(element, 'gaiwan').classList.contains('on')).to.equal(false);
    answer();
    await until(() => rowOf(element, 'gaiwan').classList.contains('on'));
  });

  it('says when viewers will see it, and shows it in the preview only then', async () => {
    // Before the room is made, which keeps the clock that it finds.
    holdTime();
    const { element, room } = await start();
    const now = room.liveEdge();
    room.playhead.publish({ programTime: now - 6000, source: 'frame', rate: 0 });
    actOf(element, 'gaiwan').click();
    await until(() => wordsOf(rowOf(element, 'gaiwan')).includes('viewers see it in'));
    expect(wordsOf(rowOf(element, 'gaiwan'))).to.match(/in [67] seconds/);
    expect(find(element, '[part=pin]')).to.equal(null);
    expect(wordsOf(find(element, '[role=status]'))).to.match(/^Pinned: Chaozhou porcelain gaiwan, viewers see it in/);
    room.playhead.publish({ programTime: now + 2000, source: 'frame', rate: 0 });
    await until(() => find(element, '[part=pin]'));
    expect(wordsOf(find(element, '[part=pin]'))).to.contain('Chaozhou porcelain gaiwan');
    await until(() => /now 00:0\d/.test(wordsOf(rowOf(element, 'gaiwan'))));
  });

  it('says how long viewers go on to see what was unpinned', async () => {
    holdTime();
    const { element, room, desk } = await start();
    room.playhead.publish({ programTime: room.liveEdge() - 6000, source: 'frame', rate: 0 });
    desk.catalog.feed.push({ kind: 'pin', productId: 'gaiwan', at: room.liveEdge() - 20_000 });
    await until(() => rowOf(element, 'gaiwan').classList.contains('on'));
    actOf(element, 'gaiwan').click();
    await until(
      () =>
        wordsOf(rowOf(element, 'gaiwan')).includes('for 6 more seconds') ||
        wordsOf(rowOf(element, 'gaiwan')).includes('for 7 more seconds'),
    );
    expect(desk.asked.map(({ what }) => what)).to.deep.equal(['unpin']);
    expect(rowOf(element, 'gaiwan').classList.contains('on')).to.equal(false);
    expect(wordsOf(actOf(element, 'gaiwan'))).to.contain('Again');
  });

  it('takes it back and says why when it is refused', async () => {
    const desk = new HostDesk();
    desk.refusal = new VitrineError('FORBIDDEN', 'No.');
    const { element } = await start(desk);
    actOf(element, 'gaiwan').click();
    await until(() => find(element, '.refusal'));
    expect(wordsOf(find(element, '.refusal'))).to.equal('Your link does not allow this. Ask for a host link.');
    expect(wordsOf(actOf(element, 'gaiwan'))).to.match(/^Pin /);
  });

  it('does nothing when the page takes it over', async () => {
    const { element, desk } = await start();
    const details: unknown[] = [];
    element.addEventListener('vitrine-product-pin', (event) => {
      details.push((event as CustomEvent).detail);
      event.preventDefault();
    });
    actOf(element, 'gaiwan').click();
    await until(() => details.length > 0);
    await until(() => actOf(element, 'gaiwan').getAttribute('aria-busy') === null);
    expect(details).to.deep.equal([{ productId: 'gaiwan' }]);
    expect(desk.asked).to.deep.equal([]);
    expect(rowOf(element, 'gaiwan').classList.contains('on')).to.equal(false);
  });

  it('gives way to what somebody else has pinned later', async () => {
    holdTime();
    const { element, desk, room } = await start();
    const now = room.liveEdge();
    room.playhead.publish({ programTime: now - 6000, source: 'frame', rate: 0 });
    actOf(element, 'gaiwan').click();
    await until(() => rowOf(element, 'gaiwan').classList.contains('on'));
    desk.catalog.feed.push({ kind: 'pin', productId: 'jasmine', at: now + 100 });
    room.playhead.publish({ programTime: now + 5000, source: 'frame', rate: 0 });
    await until(() => rowOf(element, 'jasmine').classList.contains('on'));
    expect(rowOf(element, 'gaiwan').classList.contains('on')).to.equal(false);
  });

  it('says what is left, and pins nothing that is sold out', async () => {
    const { element, desk } = await start();
    expect(wordsOf(rowOf(element, 'gaiwan'))).to.contain('$38.00 · 50 left');
    expect(wordsOf(rowOf(element, 'dancong'))).to.contain('48 left');
    expect(wordsOf(rowOf(element, 'cake'))).to.contain('none left');
    const button = actOf(element, 'cake');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    button.click();
    await until(() => wordsOf(find(element, '[role=status]')) === 'Sold out, so it cannot be pinned.');
    expect(desk.asked).to.deep.equal([]);
  });

  it('marks what comes next', async () => {
    const { element, desk } = await start();
    desk.catalog.pin('yingde');
    // The white tea cake is sold out.
    await until(() => wordsOf(rowOf(element, 'jasmine')).includes('next'));
    expect(wordsOf(rowOf(element, 'cake'))).not.to.contain('next');
  });

  it('pins the product in focus by P, and moves by the arrows', async () => {
    const { element, desk } = await start();
    const press = (key: string): boolean | undefined =>
      (element.shadowRoot?.activeElement ?? null)?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
    rowOf(element, 'chenpi').focus();
    press('ArrowDown');
    expect(element.shadowRoot?.activeElement).to.equal(rowOf(element, 'gaiwan'));
    await element.updateComplete;
    expect(rowOf(element, 'gaiwan').tabIndex).to.equal(0);
    expect(rowOf(element, 'chenpi').tabIndex).to.equal(-1);
    press('p');
    await until(() => desk.asked.length > 0);
    expect(desk.asked).to.deep.equal([{ what: 'pin gaiwan' }]);
  });
});
