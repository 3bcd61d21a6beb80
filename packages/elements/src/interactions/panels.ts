// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import { interactionsFeature, type ShownInteraction } from '@vitrine/core/interactions';
import { html, type SVGTemplateResult, type TemplateResult } from 'lit';
import { Lazy } from '../player/lazy.js';
import { kindNames, kindOf } from './kind.js';

/** What stands beside the chat. */
export interface Panel {
  /** The kind's name. */
  readonly id: string;
  readonly label: string;
  /** Null where no button beside the composer leads to it. */
  readonly icon: SVGTemplateResult | null;
  /** What waits in it. */
  readonly count: number;
  readonly content: TemplateResult;
  /** What offers it over the picture; `isTabbed` where there is a tab that leads to it too. */
  chip?(isTabbed: boolean): TemplateResult;
}

/** What a panel may ask of its room. */
export interface PanelActions {
  openPanel(id: string): void;
  closePanel(): void;
}

const catchUp = new Lazy(() => import('./catch-up-panel.js'));

/** What a show that is under way has for those who come late, where the back end remembers it. */
function catchUpPanels(...[room, locale, again, actions]: Parameters<typeof panelsOf>): readonly Panel[] {
  const { connection, stream } = room.store.state;
  if (!connection.ports.includes('history') || !/^(live|replay)$/.test(stream.info?.phase ?? '')) return [];
  if (!catchUp.module) void catchUp.fetch().then((part) => part && again());
  return catchUp.module?.catchUpPanel(room, locale, again, actions) ?? [];
}

/** The newest of a kind, an open one before those that are closed. */
export function newestOf(shown: readonly ShownInteraction[], name: string): ShownInteraction | undefined {
  const all = shown.filter(({ kind }) => kind === name);
  return all.findLast(({ isOpen }) => isOpen) ?? all.at(-1);
}

/** The panels of a room, at this viewer's moment; `again` when there are others. */
export function panelsOf(room: Room, locale: string, again: () => void, actions: PanelActions): readonly Panel[] {
  room.use(interactionsFeature);
  const shown = room.store.state.interactions?.shown ?? [];
  const own = [...new Set(shown.map(({ kind }) => kind))].flatMap((id) => {
    const kind = kindOf(id, again);
    const one = newestOf(shown, id);
    if (kind?.place !== 'tab' || !one || !kind.fits(one)) return [];
    const content = html`<vitrine-interactions kind=${id} .room=${room}></vitrine-interactions>`;
    return [{ id, label: kind.label(locale, again), icon: kind.icon, count: kind.count(one), content }];
  });
  return [...own, ...catchUpPanels(room, locale, again, actions)];
}

/** Where a card stands while something runs. */
export const dock = (): TemplateResult => html`<vitrine-interactions></vitrine-interactions>`;

const desks = new Map<string, (room: Room) => TemplateResult>();

/** What a host runs them with, one for each kind there is. */
export function desksOf(room: Room, locale: string, again: () => void): readonly Panel[] {
  room.use(interactionsFeature);
  const { shown, canRun } = room.store.state.interactions ?? { shown: [], canRun: false };
  if (!canRun) return [];
  return kindNames().flatMap((id) => {
    const kind = kindOf(id, again);
    const desk = desks.get(id);
    const one = newestOf(shown, id);
    if (kind && !desk) {
      kind.desk().then(
        (template) => {
          desks.set(id, template);
          again();
        },
        () => undefined,
      );
    }
    if (!kind || !desk) return [];
    const count = one && kind.fits(one) ? kind.count(one) : 0;
    return [{ id, label: kind.label(locale, again), icon: kind.icon, count, content: desk(room) }];
  });
}
