// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { VitrineError } from '../../model/index.js';
import type { Room } from '../../room/index.js';
import { feed, testRoom, until } from '../../testing/index.js';
import { hostile } from '../../testing/hostile.fixture.js';
import type { ChatDraft, ChatEvent, ChatPort, Sticker } from './chat.port.js';

const heart: Sticker = { id: 'heart', url: 'https://shop.example/heart.svg', label: 'Love it' };
const author = { id: 'hana', name: 'Hana', role: 'viewer' } as const;
let rooms = 0;

interface Stage {
  readonly room: Room;
  readonly events: ReturnType<typeof feed<ChatEvent>>;
  readonly drafts: ChatDraft[];
}

async function stage({
  id = `stickers-${++rooms}`,
  ...more
}: Partial<ChatPort> & { id?: string } = {}): Promise<Stage> {
  const events = feed<ChatEvent>();
  const drafts: ChatDraft[] = [];
  const chat: ChatPort = {
    subscribe: events.subscribe,
    send: async (draft) => (drafts.push(draft), { id: 'm1' }),
    stickers: async () => [heart],
    ...more,
  };
  const viewer = { id: 'me', name: 'Ida', role: 'viewer', isGuest: false } as const;
  const room = await testRoom({ chat, identity: { current: async () => viewer } }, { id });
  events.push({ kind: 'settings', settings: { mode: 'open', slowMode: 0, maximumLength: 5 } });
  await until(() => room.store.state.chat.write === 'allowed' && room.bus.isAnswered('chat:send'));
  return { room, events, drafts };
}

describe('stickers', () => {
  afterEach(() => localStorage.clear());

  it('are offered where the back end has some and takes them, as it tells them', async () => {
    const { room } = await stage();
    expect(await room.request('chat:stickers', {})).to.deep.equal([heart]);
    room.close();
    const none = await stage({ stickers: undefined as never });
    expect(none.room.bus.isAnswered('chat:stickers')).to.equal(false);
    none.room.close();
  });

  it('are offered with no address that is no picture, no label that is none or without end, and not without end', async () => {
    const bad: Sticker[] = hostile.map((text, index) => ({ id: `${index}`, url: text, label: text }));
    const many = Array.from({ length: 200 }, (_, index) => ({ ...heart, id: `h${index}`, label: 'x'.repeat(500) }));
    let told: readonly Sticker[] = bad;
    const { room } = await stage({ stickers: async () => told });
    for (const { url = '', label } of await room.request('chat:stickers', {})) {
      expect(url).to.match(/^(?:https?:|blob:|data:image\/|$)/);
      expect(bad.map((one) => one.label.trim().slice(0, 80))).to.include(label);
    }
    told = [{ ...heart, label: '  ' }, ...many];
    const offered = await room.request('chat:stickers', {});
    expect(offered).to.have.lengthOf(99);
    expect(offered[0]?.label).to.have.lengthOf(80);
    room.close();
  });

  it('tell why they cannot be had', async () => {
    const { room } = await stage({ stickers: () => Promise.reject(new VitrineError('NETWORK', 'No.')) });
    const error = await room.request('chat:stickers', {}).catch((thrown: unknown) => thrown);
    expect((error as VitrineError).code).to.equal('NETWORK');
    room.close();
  });

  it('are sent by their id alone, however short messages are, and stand in the row before it comes', async () => {
    const drafts: ChatDraft[] = [];
    let acknowledge: (answer: { id: string }) => void = () => undefined;
    const send: ChatPort['send'] = (draft) => {
      drafts.push(draft);
      return new Promise((resolve) => (acknowledge = resolve));
    };
    const { room, events } = await stage({ send });
    const own = new Promise<void>((resolve) => room.bus.on('chat:sent', () => resolve(), room));
    const { cid } = await room.request('chat:send', { text: '', sticker: heart, replyTo: { id: 'm0', name: 'Jun' } });
    expect(room.store.state.chat.pending[0]).to.include({ text: 'Love it' }).and.have.deep.property('sticker', heart);
    acknowledge({ id: 'm1' });
    await own;
    expect(drafts).to.deep.equal([{ cid, text: '', sticker: 'heart', replyTo: 'm0' }]);
    const message = { id: 'm1', cid, author, text: 'Love it', sticker: heart, sentAt: 1 };
    events.push({ kind: 'message', message });
    const { rows, pending } = room.store.state.chat;
    expect([rows.length, pending.length, rows[0]?.text]).to.deep.equal([1, 0, 'Love it']);
    expect(rows[0]?.sticker).to.deep.equal(heart);
    room.close();
  });

  it('wait for the connection over a reload, and are sent under the same client id', async () => {
    const id = 'stickers-kept';
    const away = await stage({ id, send: () => Promise.reject(new VitrineError('OFFLINE', 'No.')) });
    const { cid } = await away.room.request('chat:send', { text: 'Love it', sticker: heart });
    await until(() => away.room.store.state.chat.pending[0]?.state === 'waiting');
    away.room.close();
    const back = await stage({ id });
    await until(() => back.drafts.length === 1);
    expect(back.drafts[0]).to.deep.equal({ cid, text: '', sticker: 'heart' });
    back.room.close();
  });

  it('come back from the storage without an address that is no picture', async () => {
    const id = 'stickers-turned';
    const sticker = { ...heart, url: 'javascript:alert(1)' };
    const old = { cid: 'c', text: 'Love it', sticker, since: Date.now() - 300_000 };
    localStorage.setItem(`vitrine:${id}:outbox`, JSON.stringify([old]));
    const { room } = await stage({ id });
    await until(() => room.store.state.chat.pending.length === 1);
    expect(room.store.state.chat.pending[0]?.sticker).to.deep.equal({ id: 'heart', label: 'Love it' });
    room.close();
  });

  it('are shown in messages, in words where their address is refused', async () => {
    const { room, events } = await stage();
    const say = (id: string, sticker: Sticker): void =>
      events.push({ kind: 'message', message: { id, author, text: 'Love it', sticker, sentAt: 1 } });
    say('a', heart);
    say('b', { ...heart, url: 'data:text/html,<script>alert(1)</script>' });
    say('c', 'heart' as never);
    await until(() => room.store.state.chat.rows.length === 3);
    const [good, bad, none] = room.store.state.chat.rows;
    expect(good?.sticker).to.deep.equal(heart);
    expect([bad?.text, bad?.sticker]).to.deep.equal(['Love it', { id: 'heart', label: 'Love it' }]);
    expect(none?.sticker?.url).to.equal(undefined);
    room.close();
  });
});
