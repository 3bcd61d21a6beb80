// SPDX-License-Identifier: MIT
import type { StreamInfo } from '@vitrine/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { until } from '../shared/testing/index.js';
import './index.js';
import type { VitrinePlayer } from './player.js';
import { FakeAirPlay } from './testing/fake-screens.js';
import { recording } from './testing/recording.js';
import { live, show, type TestPlayer } from './testing/test-player.js';

const meta: Meta = { title: 'Player', component: 'vitrine-player', tags: ['autodocs'] };
export default meta;

type Story = StoryObj;

const media = '/media/landscape';

/** A recording of the demo show that stands at a moment, so that pictures repeat. */
const replay = (render: (url: string) => TemplateResult, at = 3): Story => ({
  loaders: [async () => ({ show: await recording(['360p', '540p'], 0, 6, { folder: media }) })],
  render: (_args, { loaded }) => render((loaded['show'] as { url: string }).url),
  play: async ({ canvasElement }) => {
    const player = canvasElement.querySelector('vitrine-player') as VitrinePlayer;
    await new Promise((resolve) => player.video.addEventListener('playing', resolve, { once: true }));
    player.pause();
    player.seekTo(at);
  },
});

/** A player without media, brought into a state. */
const state = (
  bring: (player: TestPlayer) => Promise<void> | void,
  info: StreamInfo = live,
  size = [960, 540],
): Story => ({
  loaders: [async () => ({ show: await show(info) })],
  render: (_args, { loaded }) =>
    html`<div style="padding: 24px">
      <test-player
        .room=${(loaded['show'] as { room: unknown }).room}
        style="inline-size: ${size[0]}px; block-size: ${size[1]}px; border-radius: 20px"
      ></test-player>
    </div>`,
  play: async ({ canvasElement }) => {
    const player = canvasElement.querySelector('test-player') as TestPlayer;
    await player.updateComplete;
    await bring(player);
  },
});

const box = (content: TemplateResult): TemplateResult => html`<div style="padding: 24px">${content}</div>`;

export const Replay = replay((url) =>
  box(html`<vitrine-player src=${url} style="inline-size: 960px; border-radius: 20px"></vitrine-player>`),
);
export const Minimal = replay((url) =>
  box(
    html`<vitrine-player
      src=${url}
      controls="minimal"
      style="inline-size: 224px; block-size: 398px"
    ></vitrine-player>`,
  ),
);
export const BesideTheBox = replay((url) =>
  box(html`<vitrine-player src=${url} style="inline-size: 390px; block-size: 700px"></vitrine-player>`),
);
export const Phone = replay((url) =>
  box(
    html`<vitrine-player
      src=${url}
      controls="slim"
      orientation="landscape"
      style="inline-size: 390px; block-size: 700px"
    ></vitrine-player>`,
  ),
);
/** A live show on a phone: the strip leads back to what is going on now. */
export const PhoneBehindLive = state(
  async (player) => {
    player.controls = 'slim';
    await player.begin(100);
    player.seekBy(-40);
  },
  live,
  [390, 700],
);
export const Live = state((player) => player.begin(100));
export const BehindLive = state(async (player) => {
  await player.begin(100);
  player.seekBy(-40);
});
export const Loading = state(() => undefined);
export const Reconnecting = state(
  async (player) => {
    await player.begin(100);
    void player.engine.refuse(503, new AbortController().signal);
    player.picture.starve();
  },
  { ...live, sources: live.sources.slice(0, 1) },
  [250, 444],
);
export const TapToPlay = state(
  async (player) => {
    player.picture.refusal = 'NotAllowedError';
    await player.begin(100);
  },
  live,
  [250, 444],
);
export const Failed = state(
  async (player) => {
    await player.begin(100);
    player.engine.fault('unplayable');
  },
  { ...live, sources: live.sources.slice(0, 1) },
  [250, 444],
);

/** The viewer has chosen large yellow captions; the menu is open at them. */
export const Captions: Story = {
  ...Live,
  play: async ({ canvasElement }) => {
    const player = canvasElement.querySelector('test-player') as TestPlayer;
    await player.updateComplete;
    localStorage.setItem('vitrine:captions', JSON.stringify({ size: 150, ink: 'yellow', ground: 'solid' }));
    await player.begin(100);
    const track = player.video.addTextTrack('captions', 'English', 'en');
    track.addCue(new VTTCue(0, 1000, 'This is the first picking of the year.'));
    Object.defineProperty(track, 'activeCues', { value: track.cues });
    await until(() => player.shadowRoot?.querySelector('[part~="captions-button"]'));
    player.toggleCaptions();
    player.toggleMenu();
    localStorage.removeItem('vitrine:captions');
  },
};
export const Cameras = state(
  async (player) => {
    await player.begin(100);
    await until(() => player.shadowRoot?.querySelector('[part~="settings"]'));
    player.toggleMenu();
  },
  {
    ...live,
    sources: [
      { url: 'https://media.test/table.m3u8', orientation: 'landscape', label: 'Table' },
      { url: 'https://media.test/hands.m3u8', orientation: 'landscape', label: 'Hands' },
    ],
  },
);
export const Listening = state(
  async (player) => {
    player.audioOnly = true;
    await player.begin(100);
  },
  { ...live, poster: { landscape: '/media/landscape-poster.webp' } },
);
export const OnAnotherScreen = state(
  async (player) => {
    const screens = new FakeAirPlay(player.picture);
    await player.begin(100);
    await until(() => {
      screens.find();
      return player.shadowRoot?.querySelector('[part~="screen"]');
    });
    screens.connect();
    await until(() => screens.given.length > 0);
    screens.play(100);
  },
  { ...live, poster: { landscape: '/media/landscape-poster.webp' } },
);
export const Shortcuts = state(async (player) => {
  await player.begin(100);
  await until(() => player.shadowRoot?.querySelector('[part~="play"]'));
  player.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, composed: true }));
});
export const Paused = state(async (player) => {
  await player.begin(100);
  player.pause();
});
