// SPDX-License-Identifier: MIT
import {
  isAimed,
  type Audience,
  type CatalogEvent,
  type ChatEvent,
  type ChatMessage,
  type ChatSettings,
  type NoticeEvent,
  type PinEvent,
  type Product,
  type ProgramTime,
  type Retraction,
  type StreamInfo,
  type Variant,
} from '@vitrine/core';
import type { MessageLikes } from '@vitrine/core/likes';
import type { BatchFrame, SnapshotFrame, WireControl, WireLikes, WireMessage, WireNotice } from '@vitrine/core/wire';
import { feed } from '../shared/feed.js';

const mostMessages = 100;
const mostLiked = 200;
const mostNotices = 20;
const lag = 60_000;

type Change = Extract<CatalogEvent, { kind: 'stock' | 'price' }>;

/** What `GET /rooms/:id/products` answers. */
export interface ProductList {
  /** What the shop sells to this viewer in; it may be another one than was asked for. */
  readonly currency: string;
  readonly products: readonly Product[];
}

const toAuthor = ({ id, n, r, a, v }: WireMessage['u']): ChatMessage['author'] => ({
  id,
  name: n,
  role: r ?? 'viewer',
  ...(a && { avatar: a }),
  ...(v && { isVerified: true }),
});

/** A message as the chat knows it. */
export function toMessage({ i, cid, u, x, t, at, re, st, y, l }: WireMessage): ChatMessage {
  return {
    id: i,
    author: toAuthor(u),
    text: x,
    sentAt: t,
    at,
    ...(cid && { cid }),
    ...(re && { replyTo: { id: re.i, name: re.n } }),
    ...(st && { sticker: { id: st.i, url: st.u, label: x } }),
    ...(y === 'o' && { kind: 'order' }),
    ...(l && { likes: l }),
  };
}

/** What a control item says of what is on camera. */
export function toPin(item: WireControl): PinEvent | null {
  if (item.op === 'pin') return { kind: 'pin', productId: item.product, at: item.at };
  return item.op === 'unpin' ? { kind: 'unpin', at: item.at } : null;
}

/** What stands at the top of the chat from a moment on. */
export function toNotice(notice: WireNotice | undefined, at: ProgramTime): NoticeEvent & { readonly at: ProgramTime } {
  if (!notice) return { kind: 'notice', notice: null, at };
  const { i, u, x, t, until } = notice;
  const said = { ...(i && { id: i }), author: toAuthor(u), text: x, sentAt: t, ...(until && { until }) };
  return { kind: 'notice', notice: said, at };
}

/** The room as the back end last told it, for whoever subscribes late, and the feeds of its ports. */
export class Mirror {
  #currency: string | undefined;
  #info: StreamInfo | undefined;
  #audience: Audience | undefined;
  #settings: ChatSettings | undefined;
  #messages: readonly ChatMessage[] = [];
  #likes: readonly MessageLikes[] = [];
  /** The number of the last control item that was told; before the first snapshot there is none. */
  #seen: number | undefined;
  #notices: readonly NoticeEvent[] = [];
  #products: readonly Product[] | undefined;
  #base: Extract<CatalogEvent, { kind: 'pins' }> = { kind: 'pins', pinned: null, at: 0 };
  #pins: readonly PinEvent[] = [];
  /** What changed while the products were on their way. */
  #late: Change[] = [];

  readonly stream = feed<StreamInfo>(() => (this.#info ? [this.#info] : []));
  readonly presence = feed<Audience>(() => (this.#audience ? [this.#audience] : []));
  readonly chat = feed<ChatEvent>(() => [
    ...(this.#settings ? [{ kind: 'settings', settings: this.#settings } as const] : []),
    ...this.#messages.map((message) => ({ kind: 'message', message }) as const),
    ...this.#notices,
  ]);
  readonly likes = feed<MessageLikes>(() => this.#likes);
  // Pins and stock mean nothing before there are products.
  readonly catalog = feed<CatalogEvent>(() =>
    this.#products ? [{ kind: 'products', products: this.#products }, this.#base, ...this.#pins] : [],
  );

  /** Called before the products are fetched: what changes from then on is newer than they are. */
  awaitProducts(): void {
    this.#late = [];
  }

  setProducts({ products, currency }: ProductList): void {
    this.#products = products;
    this.#currency = currency;
    for (const change of this.#late.filter(this.#concerns)) this.#change(change);
    this.#late = [];
    this.catalog.send({ kind: 'products', products: this.#products }, this.#base, ...this.#pins);
  }

  setInfo(info: StreamInfo): void {
    this.#info = info;
    this.stream.send(info);
  }

  snapshot({ stream, chat, pinned, notice, c, cn, m, viewers, likes, ml, now }: SnapshotFrame): void {
    this.setInfo(stream);
    this.#settings = chat;
    this.#messages = [];
    this.#notices = [];
    // What was taken out is not in what follows: it goes first, and what was told of already does not go once more.
    const seen = this.#seen ?? cn;
    const { chat: gone } = this.#obey(
      c.filter((item) => item.op === 'retract' && item.cn > seen),
      now,
    );
    this.#base = { kind: 'pins', pinned: pinned.product, at: pinned.at };
    this.#pins = [];
    this.#notices = notice ? [toNotice(notice.notice, notice.at)] : [];
    const stood = this.#notices;
    const said = this.#hear(m);
    const { catalog, chat: rules } = this.#obey(
      c.filter(({ op }) => op !== 'retract'),
      now,
    );
    this.#seen = cn;
    this.chat.send({ kind: 'settings', settings: chat }, ...gone, ...said, ...stood, ...rules);
    if (this.#products) this.catalog.send(this.#base, ...catalog);
    this.#like(ml);
    this.#count(viewers, likes);
  }

  batch({ m = [], c = [], viewers, likes, ml, skipped, t }: BatchFrame): void {
    const said = this.#hear(m);
    const { catalog, chat } = this.#obey(c, t);
    if (skipped) said.push({ kind: 'skipped', count: skipped });
    if (said.length + chat.length > 0) this.chat.send(...said, ...chat);
    if (this.#products && catalog.length > 0) this.catalog.send(...catalog);
    this.#like(ml);
    if (viewers !== undefined || likes !== undefined) this.#count(viewers, likes);
  }

  #hear(rows: readonly WireMessage[]): ChatEvent[] {
    const messages = rows.map(toMessage);
    this.#messages = [...this.#messages, ...messages].slice(-mostMessages);
    return messages.map((message) => ({ kind: 'message', message }));
  }

  #like(told: WireLikes = {}): void {
    const changed = Object.entries(told).map(([id, count]) => ({ id, count }));
    this.#likes = [...this.#likes, ...changed].slice(-mostLiked);
    this.likes.send(...changed);
  }

  #count(viewers = this.#audience?.viewers ?? 0, hearts = this.#audience?.hearts ?? 0): void {
    this.#audience = { viewers, hearts };
    this.presence.send(this.#audience);
  }

  /** Takes control items in, and returns what the ports are told of them. */
  #obey(
    items: readonly WireControl[],
    now: ProgramTime,
  ): { readonly catalog: CatalogEvent[]; readonly chat: ChatEvent[] } {
    const catalog: CatalogEvent[] = [];
    const chat: ChatEvent[] = [];
    for (const item of items) {
      this.#seen = Math.max(this.#seen ?? 0, item.cn);
      const pin = toPin(item);
      if (pin) {
        this.#pins = [...this.#pins, pin];
        catalog.push(pin);
      } else if (item.op === 'stock' || item.op === 'price') {
        const change: Change =
          item.op === 'stock'
            ? { kind: 'stock', variantId: item.variant, availability: item.availability }
            : { kind: 'price', variantId: item.variant, price: item.price };
        this.#late.push(change);
        if (!this.#concerns(change)) continue;
        this.#change(change);
        catalog.push(change);
      } else if (item.op === 'retract') {
        const { by, id = '', until } = item;
        const target: Retraction =
          by === 'author' ? { kind: by, id, ...(until && { until }) } : by === 'all' ? { kind: by } : { kind: by, id };
        this.#messages = this.#messages.filter((message) => !isAimed(target, message));
        this.#notices = this.#notices.map((event) =>
          event.notice && isAimed(target, event.notice) ? { ...event, notice: null } : event,
        );
        chat.push({ kind: 'retract', target });
      } else if (item.op === 'notice') {
        const event = toNotice(item.notice, item.at);
        this.#notices = [...this.#notices, event].slice(-mostNotices);
        chat.push(event);
      } else if (item.op === 'chat') {
        this.#settings = item.settings;
        chat.push({ kind: 'settings', settings: item.settings });
      } else if (item.op === 'stream') this.setInfo(item.info);
    }
    this.#forgetPins(now - lag);
    return { catalog, chat };
  }

  /** A pin older than any viewer's lag becomes what was pinned before. */
  #forgetPins(before: ProgramTime): void {
    const old = this.#pins.filter(({ at }) => at < before).at(-1);
    if (!old) return;
    this.#pins = this.#pins.filter(({ at }) => at >= before);
    this.#base = { kind: 'pins', pinned: old.kind === 'pin' ? old.productId : null, at: old.at };
  }

  readonly #concerns = (change: Change): boolean =>
    change.kind === 'stock' || change.price.amount.currency === this.#currency;

  #change(change: Change): void {
    const patch: Partial<Variant> =
      change.kind === 'stock' ? { availability: change.availability } : { price: change.price };
    this.#products = this.#products?.map((product) =>
      product.variants.some(({ id }) => id === change.variantId)
        ? {
            ...product,
            variants: product.variants.map((variant) =>
              variant.id === change.variantId ? { ...variant, ...patch } : variant,
            ),
          }
        : product,
    );
  }
}
