// SPDX-License-Identifier: MIT
import type { CatalogEvent, Room, StreamInfo } from '@vitrine/core';
import { html } from 'lit';
import { feed, mount, testRoom, until, type Feed } from '../../shared/testing/index.js';
import type { StartEngine } from '../engines/engine.js';
import { VitrinePlayer } from '../player.js';
import { FakeEngines, type FakeEngine } from './fake-engine.js';
import { fake, type FakeVideo } from './fake-video.js';

/** The player on an engine that plays nothing, and a video that a test moves. */
export class TestPlayer extends VitrinePlayer {
  readonly engines = new FakeEngines();
  readonly picture: FakeVideo = fake(this.video);

  get engine(): FakeEngine {
    return this.engines.last;
  }

  get hasEngine(): boolean {
    return this.playback.engine !== null;
  }

  /** Waits for an engine and shows a picture. */
  async begin(time = 100): Promise<void> {
    await until(() => this.engines.made.length > 0, 'No engine was started.');
    await until(() => this.hasEngine, 'The engine never came.');
    this.engine.ready();
    this.picture.dispatchEvent(new Event('loadstart'));
    this.picture.show(time);
    await this.updateComplete;
  }

  protected override startEngine(options: Parameters<StartEngine>[0]): ReturnType<StartEngine> {
    return this.engines.start(options);
  }
}

customElements.define('test-player', TestPlayer);

export const landscapeUrl = 'https://media.test/landscape.m3u8';
export const backupUrl = 'https://media.test/landscape-2.m3u8';
export const portraitUrl = 'https://media.test/portrait.m3u8';

export const live: StreamInfo = {
  phase: 'live',
  title: 'First picking: Dancong',
  host: { name: 'Lin Yue' },
  startedAt: 0,
  sources: [
    { url: portraitUrl, orientation: 'portrait' },
    { url: landscapeUrl, orientation: 'landscape' },
    { url: backupUrl, orientation: 'landscape' },
  ],
};

export interface Show {
  readonly room: Room;
  readonly stream: Feed<StreamInfo>;
  readonly catalog: Feed<CatalogEvent>;
}

export async function show(info: StreamInfo | null = live): Promise<Show> {
  const stream = feed<StreamInfo>();
  const catalog = feed<CatalogEvent>();
  const room = await testRoom({ stream, catalog });
  if (info) stream.push(info);
  return { room, stream, catalog };
}

/** A player of a size, in a room or by itself. */
export async function testPlayer(
  room: Room | null,
  width = 960,
  height = 540,
  settings: Partial<TestPlayer> = {},
): Promise<TestPlayer> {
  const holder = await mount<HTMLElement>(html`<div></div>`);
  const player = document.createElement('test-player') as TestPlayer;
  Object.assign(player, settings, room ? { room } : {});
  player.style.inlineSize = `${width}px`;
  player.style.blockSize = `${height}px`;
  holder.append(player);
  await player.updateComplete;
  return player;
}

export function find<E extends HTMLElement>(player: VitrinePlayer, selector: string): E | null {
  return player.renderRoot.querySelector<E>(selector);
}

export function textOf(player: VitrinePlayer, selector: string): string {
  return find(player, selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
