// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { StreamInfo } from '@vitrine/core';
import {
  expectAccessible,
  expectSame,
  holdTime,
  unmountAll,
  until,
  type HeldTime,
} from '../../shared/testing/index.js';
import { registerLanguage } from '../../shared/localize.js';
import arabic from '../player.strings.ar.js';
import { FakeAirPlay, FakeRemotePlayback } from '../testing/fake-screens.js';
import {
  find,
  landscapeUrl,
  live,
  show,
  testPlayer,
  textOf,
  type Show,
  type TestPlayer,
} from '../testing/test-player.js';

const byHand = 'blob:https://shop.test/by-hand';

describe('vitrine-player and other screens', () => {
  let one: Show;
  let player: TestPlayer;
  let time: HeldTime;

  /** Time stands, lest the picture, which does not move, is taken for broken. */
  const open = async (settings: Partial<TestPlayer> = {}, info: StreamInfo = live): Promise<void> => {
    time = holdTime();
    one = await show(info);
    player = await testPlayer(one.room, 960, 540, settings);
  };
  const begin = async (): Promise<void> => {
    await player.begin(99);
    await until(() => find(player, '[part="controls"]'), 'The controls never came.');
  };
  const button = (): HTMLButtonElement | null => find<HTMLButtonElement>(player, '.bar [part~="screen"]');
  const face = (): string => textOf(player, '.elsewhere .title');
  /** As by the keyboard: the focus is on it. */
  const press = (selector: string): void => {
    find(player, selector)?.focus();
    find(player, selector)?.click();
  };
  const expectFocusKept = (): void => expectSame(player.shadowRoot?.activeElement, find(player, '.bar [part~="play"]'));
  const liveAt = (end: number): void => {
    player.engine.livePosition = end;
    player.engine.window = { start: 0, end };
  };

  afterEach(() => {
    unmountAll();
    one.room.close();
    localStorage.removeItem('vitrine:player');
  });

  describe('by AirPlay', () => {
    let screens: FakeAirPlay;

    /** A screen is there, and its button. */
    const found = async (settings?: Partial<TestPlayer>, info?: StreamInfo): Promise<void> => {
      await open(settings, info);
      screens = new FakeAirPlay(player.picture);
      await begin();
      await until(() => {
        screens.find();
        return button();
      }, 'There is no button.');
    };
    const away = async (at: number): Promise<void> => {
      screens.connect();
      await until(() => screens.given.length === 1, 'The screen was given nothing.');
      screens.play(at);
      await until(() => face() === 'Playing on another screen', 'It does not say where it plays.');
    };

    it('offers them only while one is there', async () => {
      await found();
      expect(button()?.getAttribute('aria-label')).to.equal('Play on TV');
      screens.find(false);
      await until(() => !button(), 'The button stayed.');
    });

    it("opens the browser's list once for a press, and changes nothing before a screen is chosen", async () => {
      await found();
      button()?.click();
      await player.updateComplete;
      expect(screens.picked).to.equal(1);
      expect(screens.given).to.deep.equal([]);
      expect(player.engines.made.length).to.equal(1);
      expect(find(player, '.elsewhere') === null).to.equal(true);
    });

    it('lets go of what is fed by hand before it gives the address, at the same moment of the show', async () => {
      await found();
      screens.began = 50_000;
      screens.end = 52;
      const { engine } = player;
      screens.connect();
      await until(() => screens.given.length > 0, 'The screen was given nothing.');
      expect(engine.calls).to.include('destroy');
      expect(screens.given).to.deep.equal([landscapeUrl]);
      await until(() => face() === 'Connecting to the other screen', 'It does not say that it connects.');
      screens.play(50);
      await until(() => player.video.currentTime === 49, 'It went elsewhere.');
      await until(() => face() === 'Playing on another screen', 'It does not say where it plays.');
      expect(button()?.getAttribute('aria-pressed')).to.equal('true');
      expect(player.engines.made.length).to.equal(1);
    });

    it('comes back at the moment that the screen had reached, and loads by hand again', async () => {
      await found();
      screens.began = 50_000;
      screens.end = 60;
      await away(49);
      player.picture.show(55);
      screens.connect(false);
      await until(() => player.engines.made.length === 2 && player.hasEngine, 'It did not come back.');
      liveAt(107);
      player.engine.ready();
      await until(() => player.video.currentTime === 105, 'It came back elsewhere.');
      expect(player.engines.urls).to.deep.equal([landscapeUrl, landscapeUrl]);
      expect(screens.given).to.deep.equal([landscapeUrl]);
      await until(() => face() === '', 'It still says that it plays elsewhere.');
    });

    it('leads back to the live edge there too', async () => {
      await found();
      await away(99);
      player.seekTo(100);
      expect(player.video.currentTime).to.equal(100);
      player.goLive();
      expect(player.video.currentTime).to.equal(200);
    });

    it('goes on with a recording that has no dates at the same second, there and back', async () => {
      const src = 'https://media.test/replay.m3u8';
      await found({ src });
      screens.began = null;
      screens.duration = 200;
      player.engine.isLive = false;
      player.engine.programTimeAt = () => null;
      screens.connect();
      await until(() => screens.given.length === 1, 'The screen was given nothing.');
      screens.play(0);
      await until(() => player.video.currentTime === 99, 'It began anew.');
      player.picture.show(120);
      screens.connect(false);
      await until(() => player.engines.made.length === 2 && player.hasEngine, 'It did not come back.');
      player.engine.isLive = false;
      player.engine.window = { start: 0, end: 200 };
      player.picture.show(0);
      player.picture.dispatchEvent(new Event('loadedmetadata'));
      await until(() => player.video.currentTime === 120, 'It began anew.');
    });

    for (const kind of ['dated', 'undated'] as const) {
      it(`goes on with a recording (${kind}) at the same second when the screen does not take it`, async () => {
        await found({ src: 'https://media.test/replay.m3u8' });
        const recording = (): void => {
          player.engine.isLive = false;
          player.engine.livePosition = null;
          player.engine.window = { start: 0, end: 200 };
          if (kind === 'undated') player.engine.programTimeAt = player.engine.mediaTimeAt = () => null;
        };
        recording();
        screens.connect();
        await until(() => screens.given.length === 1, 'The screen was given nothing.');
        screens.connect(false);
        await time.pass(8000);
        await until(() => player.engines.made.length === 2 && player.hasEngine, 'It did not come back.');
        recording();
        player.engine.ready();
        await player.updateComplete;
        player.picture.show(player.video.currentTime);
        player.picture.dispatchEvent(new Event('loadedmetadata'));
        expect(player.video.currentTime).to.equal(99);
      });
    }

    it('does not take the second of one recording to another', async () => {
      await found({ src: 'https://media.test/replay.m3u8' });
      player.engine.isLive = false;
      player.engine.programTimeAt = () => null;
      screens.connect();
      await until(() => screens.given.length === 1, 'The screen was given nothing.');
      player.src = 'https://media.test/another.m3u8';
      await until(() => screens.given.length === 2 && player.hasEngine, 'The screen was not given the other.');
      screens.began = null;
      screens.duration = 200;
      screens.play(0);
      expect(player.video.currentTime).to.equal(0);
    });

    it('keeps the clock of the room going by what the screen tells', async () => {
      await found();
      screens.began = 50_000;
      await away(49);
      await time.pass(500);
      player.picture.show(60);
      await until(() => one.room.playhead.now().programTime >= 110_000, 'The clock of the room stands.');
      expect(one.room.playhead.now().source).to.equal('media');
    });

    it('leaves the clock of the room where it was while the screen connects', async () => {
      await found();
      screens.connect();
      await until(() => screens.given.length === 1, 'The screen was given nothing.');
      await time.pass(2000);
      expect(one.room.playhead.now().source).to.be.oneOf(['frame', 'media']);
      expect(one.room.playhead.now().programTime).to.equal(99_000);
    });

    it('does not hold up the room where the stream tells no dates', async () => {
      await found();
      screens.began = null;
      const isHeld = (): boolean => ['frame', 'media'].includes(one.room.playhead.now().source);
      expect(isHeld()).to.equal(true);
      await away(49);
      await until(() => !isHeld(), 'The room is held up.');
    });

    it('is not misled by a browser that lets go of the screen while it changes over', async () => {
      await found();
      screens.connect();
      await until(() => screens.given.length === 1, 'The screen was given nothing.');
      screens.connect(false);
      await time.pass(3000);
      expect(player.engines.made.length).to.equal(1);
      screens.connect();
      screens.play(99);
      await until(() => face() === 'Playing on another screen', 'It does not say where it plays.');
      expect(screens.given.length).to.equal(1);
    });

    it('comes back from a screen that does not take the stream, and says so until the viewer has read it', async () => {
      await found();
      screens.connect();
      await until(() => screens.given.length === 1, 'The screen was given nothing.');
      screens.connect(false);
      await time.pass(8000);
      await until(() => player.engines.made.length === 2, 'It did not come back.');
      const isSaid = (): boolean => textOf(player, '.state .title').includes('cannot play this stream');
      await until(isSaid, 'It does not say why.');
      press('.state [part~="screen"]');
      await until(() => !isSaid(), 'It does not go away.');
      expectFocusKept();
    });

    it('leaves quality, speed and captions to the screen', async () => {
      await found();
      await away(99);
      player.toggleMenu();
      await until(() => textOf(player, '[role="menu"]').includes('As the other screen has it'), 'It does not say so.');
      expect(textOf(player, '[role="menu"]')).not.to.include('Data saver');
      time.release();
      await expectAccessible(player);
    });

    it('does not change the speed or the place of a picture that the screen paces', async () => {
      await found();
      await away(150);
      player.picture.ahead = 5;
      for (let second = 0; second < 5; second++) {
        await time.pass(1000);
        player.picture.show(150 + second / 2);
      }
      expect(player.video.playbackRate).to.equal(1);
      expect(player.video.currentTime).to.equal(152);
      expect(screens.given.length).to.equal(1);
    });

    it('is offered beside the sound where there is little room', async () => {
      await found({ controls: 'minimal' });
      button()?.click();
      expect(screens.picked).to.equal(1);
    });

    it('says it without fault for assistive technology, from right to left as well', async () => {
      registerLanguage('ar', async () => ({ default: { player: arabic } }));
      await found({ lang: 'ar', dir: 'rtl' });
      screens.connect();
      await until(() => screens.given.length === 1, 'The screen was given nothing.');
      screens.play(99);
      await until(() => face() === 'يُعرض على شاشة أخرى', 'It is not said in Arabic.');
      expect(textOf(player, '[role="status"]')).to.equal('يُعرض على شاشة أخرى');
      expect(player.matches(':state(rtl)')).to.equal(true);
      time.release();
      await expectAccessible(player);
    });

    it('gives an address beside what is fed by hand, again when that was attached anew', async () => {
      await open();
      screens = new FakeAirPlay(player.picture);
      // (With an attribute the browser itself looks at neither.)
      player.video.setAttribute('src', 'data:,');
      const attach = (): void => {
        const source = document.createElement('source');
        source.src = byHand;
        player.video.replaceChildren(source);
        player.video.disableRemotePlayback = true;
      };
      attach();
      await begin();
      const addresses = (): string[] => [...player.video.querySelectorAll('source')].map(({ src }) => src);
      await until(() => addresses().length === 2, 'There is no address.');
      expect(addresses()).to.deep.equal([byHand, landscapeUrl]);
      expect(player.video.disableRemotePlayback).to.equal(false);
      attach();
      player.picture.dispatchEvent(new Event('loadeddata'));
      player.picture.dispatchEvent(new Event('loadeddata'));
      expect(addresses()).to.deep.equal([byHand, landscapeUrl]);
    });
  });

  describe('by the Remote Playback API', () => {
    let screens: FakeRemotePlayback;

    const opened = async (): Promise<void> => {
      await open();
      screens = new FakeRemotePlayback(player.picture);
      await begin();
      await until(() => screens.isWatched, 'It does not look for screens.');
    };
    const found = async (): Promise<void> => {
      await opened();
      screens.find();
      await until(() => button(), 'There is no button.');
    };

    it('offers nothing where none is there', async () => {
      await opened();
      screens.find(false);
      // (A button would come with this part, and the next frame.)
      await import('./remote.js');
      await new Promise(requestAnimationFrame);
      await player.updateComplete;
      expect(button() === null).to.equal(true);
    });

    it('says that it connects and plays there, and leaves to the browser what is played', async () => {
      await found();
      button()?.click();
      expect(screens.picked).to.equal(1);
      screens.move('connecting');
      await until(
        () => face() === '' && textOf(player, '.state .title').startsWith('Connecting'),
        'It does not say so.',
      );
      screens.move('connected');
      await until(() => face() === 'Playing on another screen', 'It does not say where it plays.');
      press('.elsewhere [part~="screen"]');
      expect(screens.picked).to.equal(2);
      screens.move('disconnected');
      await until(() => !find(player, '.state'), 'It still says that it plays elsewhere.');
      expectFocusKept();
      expect(player.engines.made.length).to.equal(1);
      expect(screens.given).to.deep.equal([]);
    });

    it('says nothing when the viewer closes the list', async () => {
      await found();
      screens.refusal = 'NotAllowedError';
      button()?.click();
      await until(() => screens.picked === 1);
      await player.updateComplete;
      expect(find(player, '.state') === null).to.equal(true);
    });

    for (const [refusal, words] of [
      ['NotFoundError', 'No other screen can be reached'],
      ['NotSupportedError', 'The other screen cannot play this stream'],
    ] as const) {
      it(`says why it could not go there (${refusal}), and plays on here`, async () => {
        await found();
        screens.refusal = refusal;
        button()?.click();
        await until(() => textOf(player, '.state .title') === words, 'It does not say why.');
        expect(player.phase).to.equal('playing');
        time.release();
        await expectAccessible(player);
        press('.state [part~="screen"]');
        await until(() => !find(player, '.state'), 'It does not go away.');
        expectFocusKept();
      });
    }

    it('gives no address beside what is fed by hand: Chromium would load it', async () => {
      await open();
      screens = new FakeRemotePlayback(player.picture);
      player.video.setAttribute('src', 'data:,');
      const source = document.createElement('source');
      source.src = byHand;
      player.video.append(source);
      await begin();
      await until(() => screens.isWatched, 'It does not look for screens.');
      player.picture.dispatchEvent(new Event('loadeddata'));
      expect(player.video.querySelectorAll('source').length).to.equal(1);
    });

    it('stops looking when the player has left the page', async () => {
      await found();
      player.remove();
      await time.pass(1000);
      await until(() => !screens.isWatched, 'It looks on.');
    });
  });
});
