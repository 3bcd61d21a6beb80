// SPDX-License-Identifier: MIT
import type { Adapter, Product, ProgramTime, StreamPhase } from '@vitrine/core';
import type { InteractionAnswer, InteractionDraft } from '@vitrine/core/interactions';

/** What a case wants the back end to be like. */
export interface Setting {
  /** ISO 4217; a back end that does not sell in it throws `Unsupported` from `create`. */
  readonly currency: string;
  /** As whom the adapter connects. */
  readonly role: 'viewer' | 'host';
}

/** An adapter to be tried, on a back end that no other case uses: a fresh room, an empty cart. */
export interface Subject {
  readonly adapter: Adapter;
  /** Default `conformance`. */
  readonly roomId?: string;
  /** Puts away what `create` has made. */
  dispose?(): void | Promise<void>;
}

/** Another viewer, the same person for as long as a case lasts. */
export interface Person {
  /** Their id, as the author of what they say. */
  readonly id: string;
  readonly name: string;
  /** Says something. @returns the message's id @throws {VitrineError} as `ChatPort.send` does for a viewer */
  say(text: string): Promise<string>;
  /** The words of others that have reached them by now, oldest first. Absent: they cannot be asked. */
  heard?(): readonly string[];
}

/** Makes the back end act as another viewer, the host, the shop or the network would. All optional. */
export interface Driver {
  /** Another viewer says something. @returns the message's id */
  say?(text: string): Promise<string>;
  /** Another viewer comes in, under this name, and stays. */
  join?(name: string): Promise<Person>;
  /** What viewers say waits for a word of the staff from now on. */
  hold?(): Promise<unknown>;
  /** The host opens an interaction. @returns its id */
  launch?(draft: InteractionDraft): Promise<string>;
  /** Another viewer, or the host, answers an interaction. @returns the id of what it has added, if anything */
  answer?(id: string, answer: InteractionAnswer, as?: 'viewer' | 'host'): Promise<string | undefined>;
  /** The host shows a product, or nothing. */
  pin?(productId: string, at?: ProgramTime): Promise<unknown>;
  unpin?(at?: ProgramTime): Promise<unknown>;
  /** The show begins, or ends. */
  setPhase?(phase: StreamPhase): Promise<unknown>;
  setStock?(variantId: string, quantity: number): Promise<unknown>;
  /** @param minor minor units of the setting's currency */
  setPrice?(variantId: string, minor: number): Promise<unknown>;
  /** Another shopper buys. */
  buy?(variantId: string, quantity: number): Promise<unknown>;
  /** Replaces what the shop sells, with whatever it is given. */
  setProducts?(products: readonly Product[]): Promise<unknown>;
  dropConnection?(): Promise<unknown>;
  restoreConnection?(): Promise<unknown>;
  /** Words that can be translated into a language, BCP 47. */
  readonly foreign?: { readonly text: string; readonly to: string };
  /** A coupon that is good for a cart with the shop's first goods. */
  readonly coupon?: string;
  /** Payment methods: one that pays at once, one that declines. */
  readonly methods?: { readonly pays: string; readonly declines: string };
}

export interface ConformanceOptions<S extends Subject = Subject> {
  create(setting: Setting): S | Promise<S>;
  /** The driver of a subject's back end. Absent: cases that need one are skipped. */
  driver?(subject: S): Driver | Promise<Driver>;
  /** How long a case waits for anything, in ms. Default 5000. */
  readonly patience?: number;
}

/** Why a case was not run; never silently. */
export interface CaseSkipped {
  readonly skip: string;
}

/** One rule of the contract. `run` throws when the adapter breaks it. */
export interface ConformanceCase {
  readonly name: string;
  run(): Promise<CaseSkipped | undefined>;
}

/** Thrown by `create` when the back end cannot be as a case wants it: the case is skipped with the reason. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}
