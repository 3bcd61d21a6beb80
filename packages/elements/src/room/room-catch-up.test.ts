// SPDX-License-Identifier: MIT
import { composeAdapters, type Adapter, type PinEvent, type Room } from '@vitrine/core';
import { expect } from 'chai';
import { focused } from '../shared/focused.js';
import { unmountAll, until } from '../shared/testing/index.js';
import { live, onAir, playingRoom } from './room.fixture.js';
import './index.js';

const minute = 60_000;

/** A show that has been on for some minutes, on a back end that remembers it, in a box. */
async function open(width: number, height: number, minutes: number) {
  const now = Date.now();
  const startedAt = now - minutes * minute;
  const past: readonly PinEvent[] = [
    { kind: 'pin', productId: 'gaiwan', at: startedAt + minute / 2 },
    { kind: 'pin', productId: 'dancong', at: startedAt + minute },
  ];
  const memory: Adapter = {
    name: 'memory',
    connect: async () => ({ history: { between: async (_from, to) => past.filter(({ at }) => at <= to) } }),
  };
  const show = onAir();
  show.stream.push({ ...live, startedAt });
  show.catalog.push({ kind: 'pins', pinned: 'dancong', at: startedAt + minute });
  const { element, ...rest } = await playingRoom(composeAdapters(show.adapter, memory), width, height);
  const { inside } = rest;
  const room = element.connectedRoom as Room;
  const chip = (): HTMLElement | null => inside('vitrine-catch-up-chip');
  const button = (): HTMLElement | null => chip()?.shadowRoot?.querySelector<HTMLElement>('.main') ?? null;
  const words = (): string => button()?.textContent?.trim() ?? '';
  const rows = (list: Element | null | undefined): number =>
    list?.querySelector('vitrine-catch-up')?.shadowRoot?.querySelectorAll('[part=entry]').length ?? 0;
  return { element, ...rest, room, chip, button, words, rows };
}

describe('a room that one comes late to', () => {
  afterEach(unmountAll);

  it('offers to catch up, and shows it beside the picture in a theatre', async () => {
    const { inside, chip, button, words, rows } = await open(1280, 800, 20);
    await until(() => words() === 'Catch me up', 'It offers nothing.');
    button()?.focus();
    button()?.click();
    await until(() => rows(inside('#panel-catch-up')) === 2, 'It is not shown.');
    expect(inside('#tab-catch-up')?.getAttribute('aria-selected')).to.equal('true');
    // The tab is the way from now on.
    await until(() => getComputedStyle(chip() as HTMLElement).display === 'none', 'It stays.');
    // What is not shown loses the focus when the page is drawn.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(focused()?.id).to.equal('tab-catch-up');
  });

  it('shows it in the place of a product that is open in a theatre', async () => {
    const { inside, room, button, words, rows } = await open(1280, 800, 20);
    await until(() => words() === 'Catch me up', 'It offers nothing.');
    await room.request('product:open', { productId: 'gaiwan' });
    await until(() => inside('.side')?.inert, 'The product does not stand there.');
    button()?.focus();
    button()?.click();
    await until(() => rows(inside('#panel-catch-up')) === 2, 'It is not shown.');
    await until(() => inside('.side')?.inert === false, 'It is behind the product.');
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(focused()?.id).to.equal('tab-catch-up');
  });

  it('shows it over the picture on a phone, and what is chosen is not covered', async () => {
    const { inside, room, button, words, rows } = await open(390, 780, 20);
    const asked: unknown[] = [];
    room.bus.answer('player:reach', () => ({ from: 0, to: Date.now(), isBehind: false }), { signal: room.signal });
    room.bus.answer('player:seek', ({ to }) => void asked.push(to), { signal: room.signal });
    await until(() => words() === 'Catch me up', 'It offers nothing.');
    expect(inside('.bar [aria-label="So\u00a0far"]') === null).to.equal(true);
    button()?.focus();
    button()?.click();
    const sheet = (): HTMLElement | null => inside('vitrine-sheet[open]');
    await until(() => rows(sheet()) === 2, 'It is not shown.');
    const list = sheet()?.querySelector('vitrine-catch-up')?.shadowRoot;
    await until(() => list?.querySelector('.play'), 'The player was not asked.');
    list?.querySelector<HTMLElement>('[part=watch]')?.click();
    await until(() => sheet() === null, 'It is covered.');
    expect(asked.length).to.equal(1);
    expect(words()).to.equal('');
    expect(button()?.getAttribute('aria-label')).to.equal('So\u00a0far');
  });

  it('opens nothing over the picture where a room with a tab is made narrow', async () => {
    const { inside, button, words, rows, resize } = await open(1280, 800, 20);
    await until(() => words() === 'Catch me up', 'It offers nothing.');
    button()?.click();
    await until(() => rows(inside('#panel-catch-up')) === 2, 'It is not shown.');
    resize(390, 780);
    await until(() => inside('.frame.stage'), 'It is no stage.');
    expect(inside('vitrine-sheet[open]') === null && inside('.scene[inert]') === null).to.equal(true);
  });

  it('leaves the chat beside the picture where a phone with an open sheet is made wide', async () => {
    const { inside, button, words, rows, resize } = await open(390, 780, 20);
    await until(() => words() === 'Catch me up', 'It offers nothing.');
    button()?.click();
    await until(() => rows(inside('vitrine-sheet[open]')) === 2, 'It is not shown.');
    resize(1280, 800);
    await until(() => inside('.frame.theatre #tab-catch-up'), 'It is no theatre.');
    expect(inside('[role=tab][aria-selected=true]')?.id).to.equal('tab-chat');
  });

  it('offers nothing in a show that has just begun', async () => {
    // What would offer it has been fetched once it has been offered somewhere.
    const other = await open(1280, 800, 20);
    await until(other.chip, 'It is not offered in a show that has been on for long.');
    unmountAll();
    const { element, inside, chip, room } = await open(1280, 800, 1);
    await until(() => room.store.state.interactions, 'What stands beside the chat did not come.');
    expect(room.store.state.stream.info?.phase).to.equal('live');
    await element.updateComplete;
    expect(chip() === null && inside('#tab-catch-up') === null).to.equal(true);
  });
});
