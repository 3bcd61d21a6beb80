// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import type { InteractionRule, ShownInteraction } from '@vitrine/core/interactions';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { kinds } from './kinds.js';

/** One kind of interaction: all that rooms and consoles know of it. Its folder exports it as `kind` from `kind.ts`. */
export interface InteractionKind {
  /** The name of its folder, of its element (`vitrine-<name>`) and of what a back end calls it. */
  readonly name: string;
  /** By which rule the back end counts; it knows rules and no kinds. */
  readonly rule: InteractionRule;
  /** `tab`: a panel beside the chat, for as long as it is there; `dock`: a card in the chat while it runs. */
  readonly place: 'tab' | 'dock';
  readonly icon: SVGTemplateResult;
  /** Whether what a back end says of one can be shown. */
  fits(interaction: ShownInteraction): boolean;
  /** What it is called; `again` once the words of the language have come. */
  label(locale: string, again: () => void): string;
  /** The number beside the name: what waits. */
  count(interaction: ShownInteraction): number;
  /** Fetches and defines the viewer's element. */
  element(): Promise<unknown>;
  /** The viewer's element. */
  viewer(interaction: ShownInteraction, room: Room): TemplateResult;
  /** The host's element, which launches one and runs it: a file of its own, fetched by consoles. */
  desk(): Promise<(room: Room) => TemplateResult>;
}

type Load = () => Promise<{ readonly kind: InteractionKind }>;

const loads = new Map<string, Load>(Object.entries(kinds));
const known = new Map<string, InteractionKind>();
const coming = new Map<string, Set<() => void>>();

/** Makes a kind of the page's own known: its file is fetched when a room has one. */
export function registerInteraction(name: string, load: Load): void {
  loads.set(name, load);
}

/** Names of all kinds there are. */
export const kindNames = (): readonly string[] => [...loads.keys()];

/** A kind, or null while it is fetched; `again` once it is there. One that nobody knows stays null. */
export function kindOf(name: string, again: () => void): InteractionKind | null {
  const there = known.get(name);
  const load = loads.get(name);
  if (there || !load) return there ?? null;
  const waiting = coming.get(name);
  if (waiting) return (waiting.add(again), null);
  const listeners = new Set([again]);
  coming.set(name, listeners);
  load().then(
    ({ kind }) => {
      known.set(name, kind);
      coming.delete(name);
      for (const listener of listeners) listener();
    },
    // Fetched again the next time somebody asks.
    () => coming.delete(name),
  );
  return null;
}
