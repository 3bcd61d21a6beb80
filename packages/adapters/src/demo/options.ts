// SPDX-License-Identifier: MIT
import type {
  Adapter,
  Audience,
  ChatSettings,
  EpochMs,
  Ms,
  Product,
  ProgramTime,
  RetractTarget,
  StreamInfo,
  StreamPhase,
  StreamSource,
  Viewer,
  ViewerRole,
} from '@vitrine/core';
import type { InteractionAnswer, InteractionDraft } from '@vitrine/core/interactions';
import type { Restriction, RoomPolicy } from '@vitrine/core/moderation';
import type { DemoClock } from './clock.js';

export interface DemoOptions {
  /** The same seed tells the same show. Default 1. */
  readonly seed?: number;
  /** Default: the wall clock. With `pausedClock()` nothing happens until it is told to go on. */
  readonly clock?: DemoClock;
  /** `EUR`, `JPY` or `KWD`; default: what the room asks for, else `EUR`. */
  readonly currency?: string;
  /** Default `live`. */
  readonly phase?: StreamPhase;
  /** The folder with the pictures, `<mediaUrl>/products/<name>.svg`. Absent: products without pictures. */
  readonly mediaUrl?: string;
  /** An HLS playlist (landscape) or the full list of sources. Absent: a show without a picture. */
  readonly streamUrl?: string | readonly StreamSource[];
  readonly poster?: NonNullable<StreamInfo['poster']>;
  /** A film until an upcoming show starts. */
  readonly trailer?: string;
  /** How far a viewer is behind the encoder, in ms. Default 0. */
  readonly latency?: Ms;
  /** How long the pretended back end takes for an answer, in ms. Default 0. */
  readonly answerAfter?: Ms;
  /** Who watches. Default: a guest without a name. A host may pin, announce, retract, moderate and change the chat's settings. */
  readonly viewer?: Partial<Viewer>;
  /** How the chat begins. Default: open, no slow mode, 200 characters. */
  readonly chat?: Partial<ChatSettings>;
  /** Whether the show goes on by itself: people talk, pins change. Default true. */
  readonly isScripted?: boolean;
  /** Whether the room has a past: the chat of the pictures and a pin. Default true. */
  readonly hasHistory?: boolean;
}

/** Acts as the host, as other viewers, as the shop and as the network. */
export interface DemoDriver {
  /**
   * Somebody says something; `host` and `moderator` words wait for their moment. @returns the message's id
   * @throws {VitrineError} `MUTED`, `MESSAGE_REFUSED` or `FORBIDDEN` where the staff does not let them
   */
  say(
    text: string,
    author?: { readonly name?: string; readonly role?: ViewerRole; readonly isGuest?: boolean },
  ): Promise<string>;
  /** The staff changes what viewers may not say: with `hold: 'all'` it waits for the staff's word from then on. */
  setPolicy(change: Partial<Omit<RoomPolicy, 'revision'>>): Promise<void>;
  /** The staff takes the word from somebody, `lasting` ms or for good; a viewer called Priya has the id `shopper-Priya`. */
  restrict(person: string, restriction: Restriction | 'none', lasting?: Ms): Promise<void>;
  /** The room tells of an order. */
  order(name: string, what: string): Promise<void>;
  retract(target: RetractTarget): Promise<void>;
  configure(settings: Partial<ChatSettings>): Promise<void>;
  /** Somebody finds that a message should not stand here. */
  report(id: string, reason?: string, name?: string): Promise<void>;
  /** More people like a message, or fewer. */
  like(id: string, more?: number): Promise<void>;
  /** The host puts a message, or words of their own, at the top of the chat; null: nothing any more. */
  notice(target: { readonly id: string } | { readonly text: string } | null, until?: EpochMs): Promise<void>;
  /** @param at the moment on camera; default: now */
  pin(productId: string, at?: ProgramTime): Promise<void>;
  unpin(at?: ProgramTime): Promise<void>;
  /** The host opens an interaction. @returns its id */
  launch(draft: InteractionDraft): Promise<string>;
  /** Somebody else, or the host, answers an interaction. @returns the id of what was added, if anything */
  answer(id: string, answer: InteractionAnswer, as?: 'viewer' | 'host'): Promise<string | undefined>;
  setStock(variantId: string, quantity: number): Promise<void>;
  /** @param minor minor units of the room's currency */
  setPrice(variantId: string, minor: number): Promise<void>;
  /** Somebody else buys it. */
  buy(variantId: string, quantity?: number): Promise<void>;
  setPhase(phase: StreamPhase): Promise<void>;
  setStream(change: Partial<StreamInfo>): Promise<void>;
  setAudience(audience: Audience): Promise<void>;
  /** Replaces what the show sells, with whatever it is given: long titles, five hundred products, none. */
  setProducts(products: readonly Product[]): Promise<void>;
  /** Cuts every connection; what happens meanwhile arrives when it is restored. @param ms until then; absent: until told */
  dropConnection(ms?: Ms): Promise<void>;
  restoreConnection(): Promise<void>;
}

export interface DemoAdapter extends Adapter {
  readonly driver: DemoDriver;
}
