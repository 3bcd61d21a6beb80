// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { expectAccessible, unmountAll, until } from '../../shared/testing/index.js';
import { find, live, show, testPlayer, textOf, type Show, type TestPlayer } from '../testing/test-player.js';

describe('the menu of vitrine-player', () => {
  let one: Show;
  let player: TestPlayer;

  beforeEach(async () => {
    localStorage.clear();
    one = await show();
    player = await testPlayer(one.room);
    await player.begin();
    await until(() => find(player, '[part~="settings"]'), 'The controls did not come.');
  });

  afterEach(() => {
    unmountAll();
    one.room.close();
    localStorage.clear();
  });

  const open = async (): Promise<void> => {
    player.toggleMenu();
    await until(() => find(player, '[role="menu"]'), 'The menu did not open.');
  };

  const item = (label: string): HTMLElement => {
    const items = [...player.renderRoot.querySelectorAll<HTMLElement>('[role="menu"] button')];
    const found = items.find(({ textContent }) => textContent?.trim() === label);
    if (!found) throw new Error(`There is no "${label}".`);
    return found;
  };

  describe('with captions', () => {
    beforeEach(async () => {
      const track = player.video.addTextTrack('captions', 'English', 'en');
      track.addCue(new VTTCue(0, 1000, 'Nineteen momme'));
      Object.defineProperty(track, 'activeCues', { value: track.cues });
      await until(() => {
        player.requestUpdate();
        return find(player, '[part~="captions-button"]');
      }, 'The captions did not come.');
      player.toggleCaptions();
      await until(() => find(player, '.captions'), 'No captions are shown.');
    });

    it('lets the viewer choose how they look, and keeps it', async () => {
      await open();
      await expectAccessible(player);
      const before = parseFloat(getComputedStyle(find(player, '.captions > span') as HTMLElement).fontSize);
      item('200%').click();
      item('Yellow').click();
      item('Black').click();
      await player.updateComplete;
      const words = getComputedStyle(find(player, '.captions > span') as HTMLElement);
      expect(parseFloat(words.fontSize)).to.equal(before * 2);
      expect(words.color).to.equal('rgb(255, 225, 77)');
      expect(words.backgroundColor).to.equal('rgb(0, 0, 0)');
      expect(item('200%').ariaChecked).to.equal('true');
      expect(JSON.parse(localStorage.getItem('vitrine:captions') ?? '')).to.deep.equal({
        size: 200,
        ink: 'yellow',
        ground: 'solid',
      });
    });

    it('outlines them where nothing lies behind', async () => {
      await open();
      item('Nothing').click();
      await player.updateComplete;
      const words = getComputedStyle(find(player, '.captions > span') as HTMLElement);
      expect(words.backgroundColor).to.equal('rgba(0, 0, 0, 0)');
      expect(words.textShadow).to.not.equal('none');
    });
  });

  describe('with several cameras', () => {
    const sources = [
      { url: 'https://media.test/main.m3u8', orientation: 'landscape' },
      { url: 'https://media.test/hands.m3u8', orientation: 'landscape', label: 'Hands' },
      { url: 'https://media.test/hands-2.m3u8', orientation: 'landscape', label: 'Hands' },
    ] as const;

    it('offers each once, and marks the one that plays', async () => {
      one.stream.push({ ...live, sources });
      await until(() => player.engines.urls.at(-1) === sources[0].url);
      await open();
      await expectAccessible(player);
      expect(item('Main camera').ariaChecked).to.equal('true');
      item('Hands').click();
      await until(() => item('Hands').ariaChecked === 'true');
      expect(item('Main camera').ariaChecked).to.equal('false');
      expect(player.engines.urls.at(-1)).to.equal(sources[1].url);
      expect(player.camera).to.equal('Hands');
      item('Main camera').click();
      await until(() => player.engines.urls.at(-1) === sources[0].url);
    });

    it('says nothing of them where one name has them all', async () => {
      one.stream.push({ ...live, sources: sources.slice(1) });
      await until(() => player.engines.urls.at(-1) === sources[1].url);
      await open();
      expect(textOf(player, '[role="menu"]')).to.not.contain('Camera');
    });
  });

  it('says nothing of captions where there are none', async () => {
    await open();
    expect(textOf(player, '[role="menu"]')).to.not.include('Caption');
  });

  it('tells what the keys do, and gives the focus back', async () => {
    await open();
    item('Keyboard shortcuts').click();
    await until(() => find(player, 'dialog[open]'), 'No shortcuts are shown.');
    expect(find(player, '[role="menu"]') === null, 'the menu is closed').to.equal(true);
    expect(textOf(player, 'dialog')).to.include('Space Play or pause').and.to.include('Five seconds back or on');
    await expectAccessible(player);
    find(player, 'dialog button')?.click();
    await until(() => !find(player, 'dialog'), 'It did not close.');
    await until(() => player.shadowRoot?.activeElement?.matches('[part~="settings"]'), 'The focus is lost.');
  });

  describe('of shortcuts', () => {
    const press = (key: string): boolean =>
      find(player, '[part~="play"]')?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      ) ?? false;

    it('are shown once for a question mark, and are not those of the page meanwhile', async () => {
      expect(press('?'), 'the key is used').to.equal(false);
      press('?');
      await until(() => find(player, 'dialog[open]'), 'No shortcuts are shown.');
      expect(player.renderRoot.querySelectorAll('dialog').length).to.equal(1);
      const { muted } = player;
      find(player, 'dialog button')?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'm', bubbles: true, composed: true }),
      );
      expect(player.muted).to.equal(muted);
    });

    it('leave out the ways to another time where the show is played as live', async () => {
      Object.assign(player.engine, { isLive: false, livePosition: null });
      player.picture.show(30);
      press('?');
      await until(() => find(player, 'dialog[open]'), 'No shortcuts are shown.');
      expect(textOf(player, 'dialog')).to.not.include('Five seconds');
    });
  });
});
