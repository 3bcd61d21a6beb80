// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible, mount, unmountAll, until } from '../shared/testing/index.js';
import { film } from './film.fixture.js';
import './index.js';
import type { VitrineTrailer } from './trailer.js';

/** A player in the test's hand, for playlists. */
class TestPlayer extends HTMLElement {
  readonly video = document.createElement('video');
  phase = 'loading';
  hasPicture = false;
  paused = false;
  async play(): Promise<void> {
    this.paused = false;
  }
  pause(): void {
    this.paused = true;
  }
  say(change: Partial<Pick<TestPlayer, 'phase' | 'hasPicture'>>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event('vitrine-player-change'));
  }
}
customElements.define('vitrine-player', TestPlayer);

const button = (element: VitrineTrailer): HTMLButtonElement | null => element.renderRoot.querySelector('button');
const video = (element: VitrineTrailer): HTMLVideoElement | null => element.renderRoot.querySelector('video');
const player = (element: VitrineTrailer): TestPlayer | null =>
  element.renderRoot.querySelector<TestPlayer & HTMLElement>('vitrine-player' as string);
const isShowing = (element: VitrineTrailer): boolean =>
  getComputedStyle(element.renderRoot.querySelector('.film')!).opacity === '1';

const { matchMedia } = window;
const connection = Object.getOwnPropertyDescriptor(navigator, 'connection');

/** The device wants little motion, until it is told otherwise. */
function wantsLittleMotion(): (isCalm: boolean) => void {
  const setting = Object.assign(new EventTarget(), { matches: true });
  window.matchMedia = (query) => (query.includes('reduced-motion') ? (setting as never) : matchMedia(query));
  return (isCalm) => {
    setting.matches = isCalm;
    setting.dispatchEvent(new Event('change'));
  };
}

describe('vitrine-trailer', () => {
  let src: string;
  before(() => {
    src = film();
  });
  after(() => URL.revokeObjectURL(src));
  afterEach(() => {
    window.matchMedia = matchMedia;
    if (connection) Object.defineProperty(navigator, 'connection', connection);
    else delete (navigator as { connection?: unknown }).connection;
    unmountAll();
  });
  const open = (change: { readonly src?: string; readonly motion?: 'off' } = {}): Promise<VitrineTrailer> =>
    mount<VitrineTrailer>(
      html`<vitrine-trailer src=${change.src ?? src} motion=${change.motion ?? 'auto'} lang="en"></vitrine-trailer>`,
    );

  it('plays by itself, without sound, again and again, and is seen once there is a picture', async () => {
    const element = await open();
    const { muted, loop } = video(element)!;
    expect([muted, loop, video(element)!.hasAttribute('playsinline')]).to.deep.equal([true, true, true]);
    expect(isShowing(element)).to.equal(false);
    await until(() => !video(element)!.paused && isShowing(element), 'It does not play.');
    await expectAccessible(element, ['color-contrast']);
  });

  it('can be paused, and goes on', async () => {
    const element = await open();
    await until(() => isShowing(element), 'It does not play.');
    expect(button(element)!.ariaLabel).to.equal('Pause the trailer');
    button(element)!.click();
    await until(() => video(element)!.paused, 'It was not paused.');
    expect(button(element)!.ariaLabel).to.equal('Play the trailer');
    button(element)!.click();
    await until(() => !video(element)!.paused, 'It does not go on.');
  });

  it('fetches nothing before it is asked where the viewer wants little motion', async () => {
    const change = wantsLittleMotion();
    const element = await open();
    expect(video(element) === null).to.equal(true);
    button(element)!.click();
    await until(() => video(element) && isShowing(element), 'It does not play.');
    change(false);
    await element.updateComplete;
    expect(video(element)!.paused).to.equal(false);
  });

  it('begins when motion is welcome again', async () => {
    const change = wantsLittleMotion();
    const element = await open();
    change(false);
    await until(() => video(element) && isShowing(element), 'It does not play.');
  });

  it('fetches nothing before it is asked where data is saved, or the page is still', async () => {
    expect(video(await open({ motion: 'off' })) === null).to.equal(true);
    Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } });
    const element = await open();
    expect(video(element) === null).to.equal(true);
    expect(button(element)!.ariaLabel).to.equal('Play the trailer');
  });

  it('lets its film go with the page, and plays it anew where it is put back', async () => {
    const element = await open();
    await until(() => isShowing(element), 'It does not play.');
    const first = video(element)!;
    const parent = element.parentElement!;
    element.remove();
    expect([first.hasAttribute('src'), first.paused]).to.deep.equal([false, true]);
    parent.append(element);
    await until(() => video(element) !== first && isShowing(element), 'It does not play again.');
    expect(video(element)!.getAttribute('src')).to.equal(src);
  });

  it('leaves the poster alone where it cannot be played, or may not be fetched', async () => {
    const broken = await open({ src: URL.createObjectURL(new Blob(['no film'], { type: 'video/mp4' })) });
    await until(() => button(broken) === null, 'It offers a film that is none.');
    const refused = await open({ src: 'javascript:alert(1)' });
    expect([video(refused) === null, button(refused) === null]).to.deep.equal([true, true]);
  });

  it('has a player play a playlist, as no part of the room', async () => {
    const element = await open({ src: 'https://video.example/trailer.m3u8?key=1' });
    const inner = player(element)!;
    expect(inner.getAttribute('src')).to.equal('https://video.example/trailer.m3u8?key=1');
    expect(inner.hasAttribute('muted') && inner.video.loop).to.equal(true);
    const heard: string[] = [];
    for (const name of ['context-request', 'vitrine-stream-renew']) {
      element.parentElement!.addEventListener(name, () => heard.push(name));
      inner.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
    }
    expect(heard).to.deep.equal([]);
    inner.say({ phase: 'playing', hasPicture: true });
    await until(() => isShowing(element), 'It is not seen.');
    button(element)!.click();
    await until(() => inner.paused, 'It was not paused.');
    inner.say({ phase: 'failed', hasPicture: false });
    await until(() => player(element) === null, 'It stays.');
  });
});
