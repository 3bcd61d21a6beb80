// SPDX-License-Identifier: MIT
import { VitrineError, type Adapter } from '@vitrine/core';
import { demoAdapter, pausedClock, type DemoOptions } from '@vitrine/adapters/demo';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { languages } from '../locales/index.js';
import { registerLanguage } from '../shared/localize.js';
import type { PlayerElement } from './player-watch.js';
import { film } from '../trailer/film.fixture.js';
import './index.js';

for (const [tag, load] of Object.entries(languages)) registerLanguage(tag, load);

/** Stands in for the player with one frame of the show, so that pictures repeat. */
class StillPicture extends LitElement implements PlayerElement {
  static override styles = css`
    :host {
      display: block;
      background: #1b1510;
    }
    img {
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }
    :host([aspect='portrait'][wide]) img {
      object-fit: contain;
    }
  `;
  @property({ reflect: true }) aspect: 'landscape' | 'portrait' = 'portrait';
  @property() phase: NonNullable<PlayerElement['phase']> = 'playing';
  muted = true;
  retryAt = Date.now() + 60_000;

  get hasPicture(): boolean {
    return this.phase === 'playing';
  }

  toggleMute(): void {
    this.muted = !this.muted;
    this.dispatchEvent(new Event('vitrine-player-change'));
  }

  retry(): void {
    this.phase = 'playing';
  }

  protected override updated(): void {
    this.dispatchEvent(new Event('vitrine-player-change'));
  }

  protected override render(): TemplateResult {
    return html`<img src="/media/${this.aspect}-poster.webp" alt="" />`;
  }
}
if (!customElements.get('still-picture')) customElements.define('still-picture', StillPicture);

const meta: Meta = {
  title: 'Room',
  component: 'vitrine-room',
  tags: ['autodocs'],
  parameters: { layout: 'fullscreen' },
};
export default meta;

type Story = StoryObj;

interface Place {
  readonly width?: number;
  readonly height?: number | null;
  readonly lang?: string;
  readonly scheme?: 'light' | 'dark';
  readonly scale?: number;
  readonly accent?: string;
  readonly aspect?: 'landscape' | 'portrait';
  readonly phase?: NonNullable<PlayerElement['phase']>;
}

const tea = (options: DemoOptions = {}): Adapter =>
  demoAdapter({
    seed: 1,
    clock: pausedClock(),
    mediaUrl: '/media',
    viewer: { name: 'Amélie' },
    // Named so that the show has a picture; nothing is fetched from here.
    streamUrl: [
      { url: 'https://video.example/landscape.m3u8', orientation: 'landscape' },
      { url: 'https://video.example/portrait.m3u8', orientation: 'portrait' },
    ],
    ...options,
  });

const story = (adapter: () => Adapter | null, place: Place = {}): Story => ({
  render: () => {
    const {
      width = 390,
      height = 844,
      lang = 'en',
      scheme = 'light',
      scale = 1,
      accent,
      aspect,
      phase = 'playing',
    } = place;
    const box = document.createElement('div');
    box.lang = lang;
    box.dir = lang === 'ar' ? 'rtl' : 'ltr';
    box.style.setProperty('--vitrine-color-scheme', scheme);
    box.style.setProperty('--vitrine-text-scale', String(scale));
    box.style.setProperty('background', scheme === 'dark' ? '#0f1011' : '#efefec');
    if (accent) box.style.setProperty('--vitrine-color-accent', accent);
    const room = document.createElement('vitrine-room');
    room.closable = true;
    room.style.setProperty('width', `${width}px`);
    if (height !== null) room.style.setProperty('height', `${height}px`);
    room.adapter = adapter();
    const still = document.createElement('still-picture') as StillPicture;
    still.slot = 'player';
    still.aspect = aspect ?? (width >= 560 && height !== null ? 'landscape' : 'portrait');
    still.toggleAttribute('wide', width >= 840);
    still.phase = phase;
    room.append(still);
    box.append(room);
    return html`${box}`;
  },
});

export const Phone = story(() => tea());
export const PhoneInArabic = story(() => tea(), { lang: 'ar' });
export const PhoneInChinese = story(() => tea(), { lang: 'zh-CN' });
export const PhoneWithLargeText = story(() => tea(), { scale: 2 });
export const PhoneShort = story(() => tea(), { width: 360, height: 560 });
export const PhoneOnItsSide = story(() => tea(), { width: 844, height: 390 });
export const Theatre = story(() => tea(), { width: 1440, height: 836 });
export const TheatreDark = story(() => tea(), { width: 1440, height: 836, scheme: 'dark' });
export const TheatreInArabic = story(() => tea(), { width: 1440, height: 836, lang: 'ar' });
export const TheatreSmall = story(() => tea(), { width: 860, height: 760 });
export const TheatreUpright = story(() => tea(), { width: 1440, height: 836, aspect: 'portrait' });
export const TheatreInAnotherBrand = story(() => tea(), { width: 1440, height: 836, accent: '#7a2f3b' });
export const InAnArticle = story(() => tea(), { width: 720, height: null });
export const Mini = story(() => tea(), { width: 184, height: 326 });
export const MiniOnAPhone = story(() => tea(), { width: 120, height: 213 });
export const Entry = story(() => tea(), { width: 72, height: 96 });
export const Upcoming = story(() => tea({ phase: 'upcoming' }), { phase: 'idle' });
export const UpcomingWithATrailer = story(() => tea({ phase: 'upcoming', trailer: film() }), {
  phase: 'idle',
});
export const PausedByTheViewer = story(() => tea(), { phase: 'paused' });
export const Interrupted = story(() => tea({ phase: 'interrupted' }));
export const PausedByTheHost = story(() => tea({ phase: 'paused' }));
export const Reconnecting = story(() => tea(), { phase: 'recovering' });
export const Ended = story(() => tea({ phase: 'ended' }), { phase: 'idle' });
export const Replay = story(() => tea({ phase: 'replay' }));
export const VideoFailed = story(() => tea(), { phase: 'failed' });
export const VideoFailedInATheatre = story(() => tea(), { width: 1120, height: 760, phase: 'failed' });
export const WithoutAStream = story(() => tea({ streamUrl: [] }));
export const ReadOnlyChat = story(() => tea({ chat: { mode: 'read-only' } }));
export const SoldOut: Story = {
  ...story(() => {
    const adapter = demoAdapter({
      clock: pausedClock(),
      mediaUrl: '/media',
      streamUrl: 'https://video.example/show.m3u8',
    });
    void adapter.driver.pin('cake');
    return adapter;
  }),
};
const refusing = (code: ConstructorParameters<typeof VitrineError>[0]): Adapter => ({
  name: 'refusing',
  connect: () => Promise.reject(new VitrineError(code, 'The back end refuses.')),
});
export const NotFound = story(() => refusing('ROOM_NOT_FOUND'));
export const SessionRunOut = story(() => refusing('TOKEN_EXPIRED'), { width: 1120, height: 700 });
export const NotSetUp = story(() => null);
export const PartsApart: Story = {
  render: () =>
    html`<vitrine-room id="apart" layout="none" .adapter=${tea()}></vitrine-room>
      <vitrine-carousel room="apart"></vitrine-carousel>
      <vitrine-chat room="apart"></vitrine-chat>`,
};
