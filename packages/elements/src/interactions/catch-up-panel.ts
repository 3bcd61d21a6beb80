// SPDX-License-Identifier: MIT
// What a room has of it: a panel beside the chat, and a chip over the picture that leads there.
import type { Ms, Room } from '@vitrine/core';
import { html } from 'lit';
import type { Panel, PanelActions } from './panels.js';
import { words } from '../shared/localize.js';
import { english } from '../catch-up/catch-up.strings.js';
import { visitOf } from '../catch-up/visit.js';
import '../catch-up/index.js';

/** Who comes this long after a show has begun has missed something. */
const late: Ms = 120_000;

const id = 'catch-up';

/** Nothing in a show that has only just begun, nor where there is none; of a recording, its chapters. */
export function catchUpPanel(room: Room, locale: string, again: () => void, actions: PanelActions): readonly Panel[] {
  const { info } = room.store.state.stream;
  const { since } = visitOf(room);
  const { phase, startedAt } = info ?? {};
  const isReplay = phase === 'replay';
  const isUnderWay = phase === 'live' && startedAt !== undefined && room.liveEdge() - startedAt > late;
  if (!isReplay && !isUnderWay) return [];
  const text = words('catch-up', english, locale, again);
  const isLate = isUnderWay && since - startedAt > late;
  return [
    {
      id,
      label: isReplay ? text.chapters : text.soFar,
      icon: null,
      count: 0,
      content: html`<vitrine-catch-up .room=${room} @vitrine-player-seek=${actions.closePanel}></vitrine-catch-up>`,
      chip: (isTabbed) =>
        html`<vitrine-catch-up-chip
          .room=${room}
          ?offer=${isLate}
          ?brief=${isTabbed}
          @vitrine-catch-up-open=${() => actions.openPanel(id)}
        ></vitrine-catch-up-chip>`,
    },
  ];
}
