// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { expectAccessible, holdTime, unmountAll, until, type HeldTime } from '../../shared/testing/index.js';
import { expectSame } from '../../shared/testing/same.js';
import { find, live, show, testPlayer, textOf, type Show, type TestPlayer } from '../testing/test-player.js';

describe('the controls of vitrine-player', () => {
  const open: Show[] = [];
  let player: TestPlayer;
  let one: Show;
  let time: HeldTime;

  /** Time stands, lest the controls go out of the way or the picture, which does not move, is taken for broken. */
  const begin = async (settings: Partial<TestPlayer> = {}, width = 960, height = 540): Promise<void> => {
    time = holdTime();
    one = await show({ ...live, startedAt: -2_430_000 });
    open.push(one);
    player = await testPlayer(one.room, width, height, settings);
    await player.begin(100);
  };
  const shown = async (settings: Partial<TestPlayer> = {}, width = 960, height = 540): Promise<void> => {
    await begin(settings, width, height);
    await until(() => find(player, '[part="controls"]'), 'The controls never came.');
  };
  const button = (part: string): HTMLButtonElement => find<HTMLButtonElement>(player, `[part~="${part}"]`)!;
  const press = async (key: string, on: HTMLElement = button('play')): Promise<KeyboardEvent> => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
    on.focus();
    on.dispatchEvent(event);
    await player.updateComplete;
    return event;
  };

  beforeEach(() => localStorage.removeItem('vitrine:player'));

  afterEach(() => {
    unmountAll();
    for (const made of open.splice(0)) made.room.close();
    document.documentElement.removeAttribute('dir');
  });

  it('come after the first picture', async () => {
    one = await show();
    open.push(one);
    player = await testPlayer(one.room);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(find(player, '[part="controls"]') === null).to.equal(true);
    await player.begin();
    await until(() => find(player, '[part="controls"]'));
  });

  it('are without fault for assistive technology', async () => {
    await shown();
    await until(() => find(player, '.scrubber'));
    time.release();
    await expectAccessible(player);
    player.toggleMenu();
    await until(() => find(player, '[role="menu"]'));
    await expectAccessible(player);
  });

  it('play and pause', async () => {
    await shown();
    expect(button('play').getAttribute('aria-label')).to.equal('Pause');
    button('play').click();
    await until(() => player.paused);
    await player.updateComplete;
    expect(button('play').getAttribute('aria-label')).to.equal('Play');
  });

  it('say that it is live, and lead back when it is not', async () => {
    await shown();
    await until(() => button('live'));
    expect(textOf(player, '[part="live"]')).to.equal('Live 42:10');
    expect(button('live').getAttribute('aria-disabled')).to.equal('true');
    const told: boolean[] = [];
    player.addEventListener('vitrine-player-change', () => told.push(player.isBehind));
    player.seekBy(-40);
    await until(() => button('live').getAttribute('aria-disabled') === null);
    expect(textOf(player, '[part="live"]')).to.equal('Go to live');
    expect(textOf(player, '[part="clock"]')).to.equal('41:30');
    button('live').click();
    await until(() => button('live').getAttribute('aria-disabled') === 'true');
    expect(player.video.currentTime).to.equal(100);
    expect(told).to.deep.equal([true, false]);
  });

  it('show what was on camera along the way', async () => {
    await shown();
    one.catalog.push(
      {
        kind: 'products',
        products: [{ id: 'p', kind: 'goods', title: 'Phoenix Dancong', images: [], options: [], variants: [] }],
      },
      { kind: 'pin', productId: 'p', at: 50_000 },
    );
    await until(() => find(player, '.tick'));
    const field = find<HTMLInputElement>(player, '.scrubber input')!;
    expect(field.getAttribute('aria-valuetext')).to.equal('42 min, Phoenix Dancong');
    expect(find(player, '.tick')?.style.getPropertyValue('--_at')).to.equal('0.5');
    field.value = '20';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    expect(field.getAttribute('aria-valuetext')).to.equal('40 min');
    expect(player.video.currentTime, 'moves only when it is let go').to.equal(100);
    field.dispatchEvent(new Event('change', { bubbles: true }));
    expect(player.video.currentTime).to.equal(20);
  });

  it('begin the place in the show where the show began, not where the window does', async () => {
    holdTime();
    one = await show({ ...live, startedAt: 20_000 });
    open.push(one);
    player = await testPlayer(one.room);
    await player.begin(100);
    await until(() => find(player, '.scrubber'));
    expect(find<HTMLInputElement>(player, '.scrubber input')?.min).to.equal('20');
    player.engine.window = { start: 60, end: 160 };
    player.picture.show(100);
    await until(() => find<HTMLInputElement>(player, '.scrubber input')?.min === '60');
  });

  it('keep a place for the show where it is narrow, at the cost of a word', async () => {
    await shown({}, 512, 288);
    await until(() => find(player, '.scrubber'));
    const widthOf = (selector: string): number => find(player, selector)!.getBoundingClientRect().width;
    await until(() => widthOf('.scrubber') > 60, 'There is no place for the scrubber.');
    expect(widthOf('.sound')).to.equal(44);
    expect(find(player, '.sound')?.textContent?.trim(), 'its name').to.equal('Unmute');
    const bar = find(player, '.bar')!;
    expect(bar.scrollWidth).to.equal(bar.clientWidth);
    player.style.inlineSize = '390px';
    await until(() => widthOf('.scrubber') === 0);
    expect(widthOf('.sound')).to.be.greaterThan(60);
    player.style.inlineSize = '960px';
    await until(() => widthOf('.sound') > 60);
    expect(widthOf('.scrubber')).to.be.greaterThan(96);
  });

  /** Captions have come. */
  const captioned = async (): Promise<void> => {
    const track = player.video.addTextTrack('captions', 'English', 'en');
    track.addCue(new VTTCue(0, 1000, 'Nineteen momme'));
    await until(() => {
      player.requestUpdate();
      return find(player, '[part~="captions-button"]');
    }, 'The captions did not come.');
  };

  it('say the whole of where the show is however narrow they are', async () => {
    await shown({}, 320, 180);
    await captioned();
    const isWhole = (): boolean => button('live').scrollWidth <= button('live').clientWidth;
    expect(textOf(player, '[part="live"]')).to.equal('Live 42:10');
    expect(isWhole(), 'live').to.equal(true);
    player.seekBy(-40);
    await until(() => textOf(player, '[part="live"]') === 'Go to live', 'There is no way back.');
    expect(isWhole(), 'behind').to.equal(true);
    expect(button('live').getBoundingClientRect().height).to.equal(44);
  });

  it('lead to the settings however narrow they are', async () => {
    await shown({}, 320, 180);
    await captioned();
    const bar = find(player, '.bar')!;
    for (const width of [320, 360, 390, 480]) {
      player.style.inlineSize = `${width}px`;
      await until(() => Math.abs(bar.getBoundingClientRect().width - width) < 1, `It is not ${width} px wide.`);
      expect(bar.scrollWidth, `${width}`).to.equal(bar.clientWidth);
      expect(button('settings').getBoundingClientRect().width, `${width}`).to.equal(44);
    }
    button('settings').click();
    await until(() => find(player, '[role="menu"]'), 'The menu did not open.');
  });

  it('keep the ticks of products apart', async () => {
    await shown();
    for (const [productId, at] of [
      ['a', 50_000],
      ['b', 51_000],
      ['c', 52_000],
      ['d', 53_000],
    ] as const)
      one.catalog.push({ kind: 'pin', productId, at });
    await until(() => find(player, '.tick'));
    await player.updateComplete;
    const places = [...player.renderRoot.querySelectorAll<HTMLElement>('.tick')].map((tick) =>
      tick.style.getPropertyValue('--_at'),
    );
    expect(places).to.deep.equal(['0.5', '0.53']);
  });

  it('offer nothing to rewind where there is nothing', async () => {
    await begin();
    player.engine.window = { start: 80, end: 100 };
    await until(() => find(player, '[part="controls"]'));
    player.picture.show();
    await player.updateComplete;
    expect(find(player, '.scrubber') === null).to.equal(true);
  });

  it('are live where a recording is played as a show that is on', async () => {
    await shown();
    await until(() => find(player, '.scrubber'));
    Object.assign(player.engine, { isLive: false, livePosition: null });
    player.picture.show(30);
    await until(() => textOf(player, '[part="live"]') === 'Live');
    expect(find(player, '[part="clock"], .scrubber') === null, 'no position').to.equal(true);
    expect((await press('Home')).defaultPrevented, 'no way to another').to.equal(false);
    expect(player.video.currentTime).to.equal(30);
    player.toggleMenu();
    await until(() => find(player, '[role="menu"]'));
    expect(find(player, '[role="menu"]')?.textContent).to.not.include('Speed');
  });

  it('show position and length of a recording, and its speeds', async () => {
    await begin();
    one.stream.push({ ...live, phase: 'replay' });
    Object.assign(player.engine, { isLive: false, livePosition: null });
    player.picture.show(30);
    await until(() => textOf(player, '[part="clock"]') === '00:30 / 01:40');
    expect(find(player, '[part="live"]') === null).to.equal(true);
    player.toggleMenu();
    await until(() => find(player, '[role="menu"]'));
    [...player.renderRoot.querySelectorAll<HTMLElement>('[role="menuitemradio"]')]
      .find((item) => item.textContent?.includes('1.5'))
      ?.click();
    expect(player.video.playbackRate).to.equal(1.5);
  });

  describe('of a phone', () => {
    const strip = async (): Promise<void> => {
      await begin({ controls: 'slim' }, 320, 568);
      one.stream.push({ ...live, phase: 'replay' });
      Object.assign(player.engine, { isLive: false, livePosition: null });
      player.picture.show(30);
      await until(() => find(player, '.slim .scrubber'), 'The strip never came.');
      await until(() => textOf(player, '[part="clock"]') === '00:30 / 01:40');
    };

    it('are one strip that a thumb can use, at twice the text size as well', async () => {
      await strip();
      const bounds = (selector: string): DOMRect => find(player, selector)!.getBoundingClientRect();
      for (const scale of ['1', '2']) {
        player.style.setProperty('--vitrine-text-scale', scale);
        const [bar, play, field, settings] = ['.slim', '[part~="play"]', '.scrubber input', '[part~="settings"]'].map(
          bounds,
        ) as [DOMRect, DOMRect, DOMRect, DOMRect];
        for (const one of [play, field, settings]) {
          expect(Math.min(one.width, one.height)).to.be.at.least(44);
          expect(one.bottom).to.be.at.most(bar.bottom);
          expect(one.top).to.be.at.least(bar.top);
        }
        expect(field.width).to.be.greaterThan(190);
        expect(play.right).to.be.at.most(field.left);
        expect(field.right).to.be.at.most(settings.left);
        expect(bounds('.clock').bottom, 'it is above the line').to.be.at.most(bounds('.track').top);
      }
    });

    it('lead anywhere in the show, by touch and by keyboard', async () => {
      await strip();
      const field = find<HTMLInputElement>(player, '.scrubber input')!;
      field.value = '70';
      field.dispatchEvent(new Event('change', { bubbles: true }));
      expect(player.video.currentTime).to.equal(70);
      await press('ArrowLeft', field);
      expect(player.video.currentTime).to.equal(65);
      button('play').click();
      await until(() => player.paused);
      player.video.dispatchEvent(new MouseEvent('click'));
      await until(() => !player.paused, 'A tap on what stands still does not play it.');
    });

    it('have a menu with the speeds, which a tap beside it closes', async () => {
      await strip();
      button('settings').click();
      await until(() => find(player, '[role="menu"]'));
      expect(textOf(player, '[role="menu"]')).to.include('Speed');
      time.release();
      await expectAccessible(player);
      player.video.dispatchEvent(new MouseEvent('click'));
      await until(() => !find(player, '[role="menu"]'), 'It stays.');
      expect(player.paused).to.equal(false);
    });

    it('are mirrored but for the show, which runs from left to right', async () => {
      document.documentElement.dir = 'rtl';
      await strip();
      const place = (selector: string): number => find(player, selector)!.getBoundingClientRect().left;
      expect(place('[part~="settings"]')).to.be.lessThan(place('.scrubber'));
      expect(place('.scrubber')).to.be.lessThan(place('[part~="play"]'));
      expect(find(player, '.fill')!.getBoundingClientRect().left).to.be.closeTo(place('.track'), 1);
    });

    it('say that it is live, and lead back there', async () => {
      await begin({ controls: 'slim' }, 320, 568);
      await until(() => find(player, '.slim .live'), 'The strip never came.');
      player.seekBy(-40);
      await until(() => textOf(player, '[part="live"]') === 'Go to live');
      expect(player.isBehind).to.equal(true);
      const bar = find(player, '.slim')!;
      expect(bar.scrollWidth).to.equal(bar.clientWidth);
      button('live').click();
      await until(() => !player.isBehind);
    });

    it('take an open menu along when the strip goes', async () => {
      await begin({ controls: 'slim' }, 320, 568);
      await until(() => find(player, '.slim .live'), 'The strip never came.');
      button('settings').click();
      await until(() => find(player, '.menu') && player.matches(':state(menu)'), 'There is no menu.');
      player.controls = 'none';
      await player.updateComplete;
      expect(player.matches(':state(menu)'), 'its place is kept').to.equal(false);
      player.controls = 'slim';
      await until(() => find(player, '.slim .live'));
      expect(find(player, '.menu') === null).to.equal(true);
    });
  });

  it('stay out of the way after three seconds, but not under a finger or on a pause', async () => {
    await shown();
    await time.pass(3000);
    await until(() => find(player, '.stage.idle'));
    player.dispatchEvent(new PointerEvent('pointermove'));
    await player.updateComplete;
    expect(find(player, '.stage.idle') === null).to.equal(true);
    player.pause();
    await time.pass(3200);
    await player.updateComplete;
    expect(find(player, '.stage.idle') === null).to.equal(true);
  });

  it('choose a quality by keyboard, and keep it', async () => {
    await shown();
    button('settings').click();
    await until(() => find(player, '[role="menu"]'));
    expect(button('settings').getAttribute('aria-expanded')).to.equal('true');
    const root = player.shadowRoot!;
    expect(root.activeElement?.textContent?.trim()).to.equal('Auto');
    await press('ArrowDown', root.activeElement as HTMLElement);
    expect(root.activeElement?.textContent?.trim()).to.equal('720p');
    (root.activeElement as HTMLElement).click();
    expect(player.engine.calls.at(-1)).to.equal('quality 720');
    expect(JSON.parse(localStorage.getItem('vitrine:player')!)).to.include({ quality: 720 });
    await press('Escape', root.activeElement as HTMLElement);
    await until(() => !find(player, '[role="menu"]'));
    expect(root.activeElement === button('settings')).to.equal(true);
  });

  it('ask the page for full screen first', async () => {
    await shown();
    let asked: Event | null = null;
    player.addEventListener('vitrine-player-fullscreen', (event) => (asked = event));
    document.addEventListener('vitrine-player-fullscreen', (event) => event.preventDefault(), { once: true });
    button('fullscreen').click();
    expect(asked).to.not.equal(null);
    expect(asked!.defaultPrevented).to.equal(true);
    expect(document.fullscreenElement === null).to.equal(true);
  });

  describe('of sound', () => {
    it('offer it until the viewer has chosen, then remember', async () => {
      await shown();
      expect(player.muted).to.equal(true);
      expect(textOf(player, '[part="sound"]')).to.equal('Unmute');
      expect(find(player, '[part~="mute"]') === null, 'no second button for it').to.equal(true);
      // (Said by a part that may come after the controls.)
      await until(() => textOf(player, '[role="status"]') === 'Playing without sound.', 'It is not said.');
      button('sound').focus();
      button('sound').click();
      expect(player.muted).to.equal(false);
      await until(() => !find(player, '[part="sound"]'));
      expectSame(player.shadowRoot?.activeElement, button('mute'));
      expect(JSON.parse(localStorage.getItem('vitrine:player')!)).to.deep.equal({ muted: false, volume: 1 });
    });

    it('never start with it, even for those who had it, but offer it again', async () => {
      localStorage.setItem('vitrine:player', '{"muted":false,"volume":0.4}');
      await shown();
      expect(player.muted).to.equal(true);
      expect(player.video.volume).to.be.closeTo(0.4, 0.001);
      expect(find(player, '[part="sound"]') === null).to.equal(false);
    });

    it('do not offer it to those who refused it', async () => {
      localStorage.setItem('vitrine:player', '{"muted":true,"volume":1}');
      await shown();
      expect(find(player, '[part="sound"]') === null).to.equal(true);
      expect(button('mute').getAttribute('aria-label')).to.equal('Unmute');
    });

    it('bear with a storage that holds nonsense', async () => {
      localStorage.setItem('vitrine:player', '{"muted":"yes","volume":7,"quality":{}}');
      await shown();
      expect(player.muted).to.equal(true);
      expect(player.video.volume).to.equal(1);
    });

    it('follow the slider', async () => {
      await shown();
      const slider = find<HTMLInputElement>(player, '[part="volume"]')!;
      slider.value = '0.3';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      expect(player.muted).to.equal(false);
      expect(player.volume).to.be.closeTo(0.3, 0.001);
      slider.value = '0';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      expect(player.muted).to.equal(true);
    });
  });

  describe('by keyboard', () => {
    it('pause and play by the space bar, and leave buttons their own', async () => {
      await shown();
      const field = await until(() => find(player, '.scrubber input')).then(() => find(player, '.scrubber input')!);
      expect((await press(' ', field)).defaultPrevented).to.equal(true);
      expect(player.paused).to.equal(true);
      expect((await press(' ', button('sound'))).defaultPrevented).to.equal(false);
    });

    it('go back and forth in time, the same way in every direction of writing', async () => {
      document.documentElement.dir = 'rtl';
      await shown();
      await press('ArrowLeft');
      expect(player.video.currentTime).to.equal(95);
      await press('ArrowLeft');
      await press('ArrowRight');
      expect(player.video.currentTime).to.equal(95);
      await press('Home');
      expect(player.video.currentTime).to.equal(0);
      await press('End');
      expect(player.video.currentTime).to.equal(100);
      expect(button('live').getAttribute('aria-disabled')).to.equal('true');
    });

    it('change volume and sound', async () => {
      await shown();
      await press('m');
      expect(player.muted).to.equal(false);
      await press('ArrowDown');
      expect(player.volume).to.be.closeTo(0.9, 0.001);
      await press('ArrowUp');
      expect(player.volume).to.equal(1);
    });

    it('leave combinations to the browser', async () => {
      await shown();
      const event = new KeyboardEvent('keydown', {
        key: 'f',
        ctrlKey: true,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      button('play').dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    });
  });

  it('turn captions on and off, and draw them as text', async () => {
    await shown();
    expect(find(player, '[part~="captions-button"]') === null).to.equal(true);
    const track = player.video.addTextTrack('captions', 'English', 'en');
    track.addCue(new VTTCue(0, 1000, '<b>Nineteen momme</b> &amp; <script>'));
    await until(() => {
      player.requestUpdate();
      return find(player, '[part~="captions-button"]');
    });
    button('captions-button').click();
    await until(() => track.mode === 'hidden');
    expect(button('captions-button').getAttribute('aria-pressed')).to.equal('true');
    expect(JSON.parse(localStorage.getItem('vitrine:player')!)).to.include({ captions: 'en' });
    Object.defineProperty(track, 'activeCues', { value: track.cues });
    player.requestUpdate();
    await player.updateComplete;
    expect(textOf(player, '.captions')).to.equal('Nineteen momme &');
    button('captions-button').click();
    expect(track.mode).to.equal('disabled');
  });

  it('are sound and full screen alone where they shall be minimal, with a way to go on', async () => {
    await shown({ controls: 'minimal' }, 224, 398);
    const parts = [...player.renderRoot.querySelectorAll('[part="controls"] button')].map((one) =>
      one.getAttribute('part'),
    );
    expect(parts).to.deep.equal(['button mute', 'button fullscreen']);
    player.pause();
    await until(() => find(player, '.start'));
    time.release();
    await expectAccessible(player);
    find(player, '.start')?.click();
    await until(() => !player.paused);
  });

  it('are none where the room draws its own', async () => {
    await begin({ controls: 'none' });
    time.release();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(find(player, '[part="controls"]') === null).to.equal(true);
    expect((await press('m', player)).defaultPrevented).to.equal(false);
  });

  it('are large enough for a finger', async () => {
    await shown();
    const small = [
      ...player.renderRoot.querySelectorAll<HTMLElement>('[part="controls"] button, [part="controls"] input'),
    ].filter((one) => {
      const { width, height } = one.getBoundingClientRect();
      return one.getAttribute('part') !== 'volume' && width > 0 && (width < 43.5 || height < 43.5);
    });
    expect(small.map((one) => one.outerHTML)).to.deep.equal([]);
  });
});
