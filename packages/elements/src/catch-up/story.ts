// SPDX-License-Identifier: MIT
import { toVitrineError, type ProgramTime, type Reach, type Room } from '@vitrine/core';
import { words, type Strings } from '../shared/localize.js';
import { everySecond } from '../shared/ticker.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { english } from './catch-up.strings.js';
import { entriesOf, type Entry } from './entries.js';
import { visitOf } from './visit.js';

/** What the list of what was shown and the chip that leads to it know of a show. */
export abstract class StoryElement extends VitrineElement {
  /** What the player can show now; null where none tells. */
  protected reach: Reach | null = null;
  /** How it stands with what was shown before the room was entered; null before it was asked for. */
  protected story: 'asking' | 'told' | 'failed' | null = null;

  /** Whether what is drawn depends on each second that can be shown, and not only on whether the viewer is behind. */
  protected readonly showsReach: boolean = true;

  /** Whether what was shown before is needed. */
  protected abstract get needsStory(): boolean;

  constructor() {
    super();
    this.rooms.watch(({ connection }) => connection.ports);
    this.rooms.watch(({ catalog }) => catalog);
    this.rooms.watch(({ stream }) => stream.info);
  }

  protected override roomConnected(room: Room, signal: AbortSignal): void {
    this.story = null;
    this.reach = null;
    visitOf(room);
    const look = (): void => void this.look(room);
    everySecond(look, { signal });
    look();
  }

  protected override willUpdate(): void {
    const { catalog, connection } = this.state ?? {};
    const canAsk = catalog?.status === 'ready' && connection?.ports.includes('history');
    if (canAsk && this.story === null && this.needsStory) this.recall();
    this.toggleState('behind', this.isBehind);
  }

  protected get isReplay(): boolean {
    return this.state?.stream.info?.phase === 'replay';
  }

  protected get isBehind(): boolean {
    return !this.isReplay && (this.reach?.isBehind ?? false);
  }

  protected get text(): Strings<typeof english> {
    return words('catch-up', english, this.locale, () => this.requestUpdate());
  }

  protected get entries(): readonly Entry[] {
    const { catalog, stream } = this.state ?? {};
    return catalog ? entriesOf(catalog, stream?.info?.startedAt) : [];
  }

  protected isMissed({ product }: Entry): boolean {
    const room = this.rooms.current;
    return !!room && !this.isReplay && !visitOf(room).watched.has(product.id);
  }

  /** Asks the player what it can show. */
  protected async look(room: Room): Promise<void> {
    const reach = room.bus.isAnswered('player:reach') ? await room.request('player:reach', {}) : null;
    if (room !== this.rooms.current) return;
    const isMoved = this.showsReach || reach?.isBehind !== this.reach?.isBehind;
    this.reach = reach;
    if (isMoved) this.requestUpdate();
  }

  /** Asks the back end what was shown before. */
  protected recall(): void {
    const room = this.rooms.current;
    if (!room) return;
    const settle = (story: typeof this.story): void => {
      if (room !== this.rooms.current) return;
      this.story = story;
      this.requestUpdate();
    };
    settle('asking');
    room.request('product:recall', {}).then(
      () => settle('told'),
      (thrown: unknown) => settle(toVitrineError(thrown, 'NETWORK').code === 'ABORTED' ? null : 'failed'),
    );
  }

  protected seek(to: ProgramTime | 'live'): void {
    // The player says itself when a moment cannot be shown.
    this.ask('player:seek', { to }).catch(() => undefined);
    const room = this.rooms.current;
    if (room) void this.look(room);
  }
}
