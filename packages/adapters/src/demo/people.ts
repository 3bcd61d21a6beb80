// SPDX-License-Identifier: MIT
import {
  VitrineError,
  type Audience,
  type EpochMs,
  type IdentityPort,
  type PresencePort,
  type StreamInfo,
  type StreamPhase,
  type StreamPort,
} from '@vitrine/core';
import { feed } from '../shared/feed.js';
import type { Stage } from './stage.js';

const reserved = /lin\s*yue|host|moderator|admin|vitrine/i;

const soon = 15 * 60_000;

/** What a phase says of the clock: when it starts, until when it is expected back. */
export function phaseAt(phase: StreamPhase, now: EpochMs): Pick<StreamInfo, 'phase' | 'startsAt' | 'graceUntil'> {
  return {
    phase,
    ...(phase === 'upcoming' && { startsAt: now + soon }),
    ...(phase === 'interrupted' && { graceUntil: now + soon }),
  };
}

/** The show, who watches it, and who this viewer is. */
export class DemoPeople {
  readonly #stage: Stage;
  readonly #infos;
  readonly #audiences;
  info: StreamInfo;
  audience: Audience;

  constructor(stage: Stage, info: StreamInfo, audience: Audience) {
    this.#stage = stage;
    this.info = info;
    this.audience = audience;
    this.#infos = stage.carry(feed<StreamInfo>(() => [this.info]));
    this.#audiences = stage.carry(feed<Audience>(() => [this.audience]));
  }

  setStream(change: Partial<StreamInfo>): void {
    this.info = { ...this.info, ...change };
    this.#infos.send(this.info);
  }

  setPhase(phase: StreamPhase): void {
    const now = this.#stage.clock.now();
    const { startsAt: _start, graceUntil: _grace, ...info } = this.info;
    const startedAt = phase === 'upcoming' ? undefined : (info.startedAt ?? now);
    this.info = { ...info, ...phaseAt(phase, now), ...(startedAt !== undefined && { startedAt }) };
    this.#infos.send(this.info);
  }

  setAudience(audience: Audience): void {
    this.audience = audience;
    this.#audiences.send(audience);
  }

  stream(life: AbortSignal): StreamPort {
    return { subscribe: (sink, { signal }) => this.#infos.subscribe(sink, [signal, life]) };
  }

  presence(life: AbortSignal): PresencePort {
    return {
      subscribe: (sink, { signal }) => this.#audiences.subscribe(sink, [signal, life]),
      react: (count, { signal }) =>
        this.#stage.answer(
          () => this.setAudience({ ...this.audience, hearts: (this.audience.hearts ?? 0) + count }),
          signal,
          life,
        ),
    };
  }

  identity(life: AbortSignal): IdentityPort {
    const stage = this.#stage;
    return {
      current: () => stage.answer(() => stage.viewer, life),
      rename: (wished) =>
        stage.answer(() => {
          const name = wished.trim().normalize();
          if (!name || name.length > 40) {
            throw new VitrineError('BAD_INPUT', 'A name has 1 to 40 characters.', { field: 'name' });
          }
          if (reserved.test(name))
            throw new VitrineError('NAME_RESERVED', `"${name}" is kept for the show.`, { field: 'name' });
          return (stage.viewer = { ...stage.viewer, name });
        }, life),
      // The demo's login asks nothing: whoever needs to be known is Amélie.
      require: () => stage.answer(() => (stage.viewer = { name: 'Amélie', ...stage.viewer, isGuest: false }), life),
    };
  }
}
