// SPDX-License-Identifier: MIT
import { VitrineError } from '@vitrine/core';
import { expect } from 'chai';
import { expectAccessible, expectSame, unmountAll, until } from '../shared/testing/index.js';
import { find, HostDesk, openDesk, wordsOf, type OpenDesk } from './console.fixture.js';
import './index.js';

describe('announcing in the console', () => {
  let open: OpenDesk;

  afterEach(() => {
    unmountAll();
    open.room.close();
  });

  const field = (): HTMLInputElement => find<HTMLInputElement>(open.element, '.announcement input') as HTMLInputElement;
  const press = (): void => find(open.element, '.announcement button')?.click();
  const write = (text: string): void => {
    field().value = text;
    field().dispatchEvent(new InputEvent('input', { bubbles: true }));
  };

  async function openWithField(desk = new HostDesk()): Promise<void> {
    open = await openDesk(desk);
    await until(() => find(open.element, '.announcement input'), 'There is no field.');
  }

  async function announce(text: string): Promise<void> {
    write(text);
    await open.element.updateComplete;
    press();
  }

  it('puts words at the top of the chat for a while, shows them, and takes them away', async () => {
    await openWithField();
    const select = find<HTMLSelectElement>(open.element, '.announcement select') as HTMLSelectElement;
    select.value = '15';
    select.dispatchEvent(new Event('change'));
    await expectAccessible(find(open.element, '.announcement') as HTMLElement);
    const before = open.room.clock.now();
    await announce(' Free delivery until eight ');
    await until(() => find(open.element, '.announcement p'), 'What stands there is not shown.');
    const [put] = open.desk.put;
    expect(put?.notice?.text).to.equal('Free delivery until eight');
    expect(Math.round(((put?.until ?? 0) - before) / 60_000)).to.equal(15);
    expect(wordsOf(find(open.element, '.announcement p'))).to.equal('Lin Yue Free delivery until eight');
    expect(wordsOf(find(open.element, '.announcement .numbers'))).to.match(/^until \d/);
    await expectAccessible(find(open.element, '.announcement') as HTMLElement);
    find(open.element, '.announcement button')?.focus();
    press();
    await until(() => find(open.element, '.announcement input'), 'It stays.');
    await until(() => open.element.shadowRoot?.activeElement === field(), 'The keyboard is lost.');
    expect(open.desk.put[1]).to.deep.equal({ notice: null, until: undefined });
    expect(field().value).to.equal('');
  });

  it('keeps the words where that is refused, and says so; no words are none', async () => {
    const desk = new HostDesk();
    await openWithField(desk);
    press();
    expect(desk.asked).to.deep.equal([]);
    desk.refusal = new VitrineError('FORBIDDEN', 'Not you.');
    await announce('Free delivery');
    await until(() => find(open.element, '.refusal'), 'Nobody is told.');
    expect(field().value).to.equal('Free delivery');
  });

  it('is not there where the back end takes no announcements', async () => {
    const desk = new HostDesk();
    const { pin: _none, ...chat } = desk.ports.chat ?? { subscribe: desk.chat.subscribe };
    open = await openDesk(desk, 1280, { ...desk.ports, chat });
    await until(() => open.room.store.state.chat.canPin === false);
    await open.element.updateComplete;
    expectSame(find(open.element, '.announcement'), null);
  });
});
