// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html } from 'lit';
import type { Room } from '@vitrine/core';
import { registerLanguage } from '../shared/localize.js';
import { expectAccessible, holdTime, mount, unmountAll, until } from '../shared/testing/index.js';
import { closingRoom } from './closing.fixture.js';
import type { VitrineClosing } from './closing.js';
import arabic from './closing.strings.ar.js';
import './index.js';

registerLanguage('ar', async () => ({ default: { closing: arabic } }));

describe('vitrine-closing', () => {
  let open: Room | null = null;

  const stage = async (minutes: number | null, lang = 'en') => {
    const { room, turn } = await closingRoom(minutes);
    open = room;
    const element = await mount<VitrineClosing>(html`<vitrine-closing .room=${room} lang=${lang}></vitrine-closing>`);
    await until(() => room.store.state.stream.status === 'ready');
    await element.updateComplete;
    return { element, turn };
  };
  const chip = (element: VitrineClosing): string | null =>
    element.renderRoot.querySelector('[part=chip]')?.textContent?.trim() ?? null;
  const said = (element: VitrineClosing): string | null =>
    element.renderRoot.querySelector('[role=status]')?.textContent?.trim() ?? null;

  afterEach(() => {
    unmountAll();
    open?.close();
    open = null;
  });

  it('counts the last ten minutes down', async () => {
    const time = holdTime();
    const { element } = await stage(10.5);
    expect(chip(element)).to.equal(null);
    expect(element.getBoundingClientRect().height, 'it takes a place').to.equal(0);
    await time.pass(31_000);
    expect(chip(element)).to.equal('Closing in 10 min');
    await time.pass(60_000);
    expect(chip(element)).to.equal('Closing in 9 min');
  });

  it('is said aloud as it comes, with five left and with one', async () => {
    const time = holdTime();
    const { element } = await stage(7);
    expect(said(element)).to.equal('The show closes in 7 minutes.');
    await time.pass(61_000);
    expect(chip(element)).to.equal('Closing in 6 min');
    expect(said(element), 'it is not so any more').to.equal('');
    await time.pass(60_000);
    expect(said(element)).to.equal('The show closes in 5 minutes.');
    await time.pass(4 * 60_000);
    expect(said(element)).to.equal('The show closes in a minute.');
  });

  it('is said anew where the end is put off', async () => {
    const { element, turn } = await stage(2);
    await until(() => said(element) === 'The show closes in 2 minutes.');
    turn({ endsAt: Date.now() + 4 * 60_000 });
    await until(() => said(element) === 'The show closes in 4 minutes.', 'It keeps to itself that it goes on longer.');
    turn({ endsAt: Date.now() + 9 * 60_000 });
    await until(() => said(element) === 'The show closes in 9 minutes.');
  });

  it('is said where a step was passed while nobody looked', async () => {
    const time = holdTime();
    const { element } = await stage(7);
    const { parentNode } = element;
    // As on a page that is hidden it does not tick meanwhile.
    element.remove();
    await time.pass(3 * 60_000);
    parentNode?.append(element);
    await until(() => said(element) === 'The show closes in 4 minutes.', 'It waits for the next step.');
  });

  it('goes when the time has passed and the show goes on, and comes back with another', async () => {
    const time = holdTime();
    const { element, turn } = await stage(1);
    expect(chip(element)).to.equal('Closing in 1 min');
    await time.pass(61_000);
    expect(chip(element)).to.equal(null);
    turn({ endsAt: Date.now() + 3 * 60_000 });
    await until(() => chip(element) === 'Closing in 3 min', 'It stays away.');
  });

  it('says nothing of a show that is not on, or of which nobody says when it ends', async () => {
    const { element, turn } = await stage(null);
    expect(chip(element)).to.equal(null);
    turn({ endsAt: Date.now() + 60_000 });
    await until(() => chip(element) !== null);
    turn({ phase: 'ended', endsAt: Date.now() + 60_000 });
    await until(() => chip(element) === null, 'It goes on.');
  });

  it('has a plural in Arabic, and no fault that axe finds', async () => {
    const { element } = await stage(2, 'ar');
    await until(() => chip(element) === 'ينتهي بعد دقيقتين', 'It speaks another language.');
    await expectAccessible(element);
  });
});
