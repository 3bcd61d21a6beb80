// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { useFakeTimers } from 'sinon';
import type { Room } from '../../room/index.js';
import { feed, testRoom, until } from '../../testing/index.js';
import type { StreamInfo } from '../stream/index.js';
import type { ChatEvent, ChatMessage, RetractTarget } from './chat.port.js';

type Said = Extract<ChatEvent, { kind: 'message' }>;

let ids = 0;
const say = (person: string, more: Partial<ChatMessage> = {}): Said => {
  const id = `m${ids++}`;
  const author = { id: person, name: person, role: 'viewer' } as const;
  // (The reference back end tells everybody of every client id.)
  return { kind: 'message', message: { id, cid: `c${id}`, author, text: id, sentAt: 0, ...more } };
};
const crowd = (size: number): Said[] => Array.from({ length: size }, (_, index) => say(`person ${index}`));

describe('the pace of the chat', () => {
  let time: ReturnType<typeof useFakeTimers>;
  let room: Room;
  let chat: ReturnType<typeof feed<ChatEvent>>;
  let stream: ReturnType<typeof feed<StreamInfo>>;

  const rows = (): readonly ChatMessage[] => room.store.state.chat.rows;
  const skipped = (): number => room.store.state.chat.skipped;
  /** All of what was said is shown or counted. */
  const settled = async (said: number): Promise<void> => until(() => rows().length + skipped() === said);

  beforeEach(async () => {
    time = useFakeTimers({ toFake: ['performance'] });
    chat = feed();
    stream = feed();
    room = await testRoom({
      chat: { subscribe: chat.subscribe, send: async () => ({ id: 'own' }) },
      stream: { subscribe: stream.subscribe },
      identity: { current: async () => ({ id: 'me', name: 'Ida', role: 'viewer', isGuest: false }) },
    });
    await until(() => room.store.state.identity.viewer);
    // The pacer comes with what writes.
    await room.bus.request('chat:discard', { cid: 'none' }).catch(() => undefined);
  });

  afterEach(() => {
    room.close();
    time.restore();
  });

  /** Whatever was said before it was opened is history. */
  const open = (): void => chat.push({ kind: 'skipped', count: 0 });

  it('shows at once what can be read', () => {
    open();
    for (let second = 0; second < 3; second++) {
      for (let count = 0; count < 24; count++) chat.push(say('Jun'));
      time.tick(1000);
    }
    expect(rows()).to.have.lengthOf(72);
    expect(skipped()).to.equal(0);
  });

  it('shows all of what was said before', () => {
    chat.push(...crowd(300));
    expect(rows()).to.have.lengthOf(300);
  });

  it('shows a part of a flood, evenly, and counts the rest', async () => {
    open();
    const flood = crowd(2400);
    chat.push(...flood);
    await settled(2400);
    expect(rows()).to.have.lengthOf(60);
    const places = rows().map(({ id }) => flood.findIndex(({ message }) => message.id === id));
    for (const [index, place] of places.entries()) expect(place / 40).to.be.closeTo(index, 2);
    // An eighth of a second later there is place for three more.
    time.tick(125);
    chat.push(...crowd(100));
    await settled(2500);
    expect(rows()).to.have.lengthOf(63);
  });

  it('shows one of each person before a second of anybody', async () => {
    open();
    const loud = Array.from({ length: 500 }, () => say('Loud'));
    const others = crowd(20);
    chat.push(...loud.slice(0, 250), ...others, ...loud.slice(250));
    await settled(520);
    const shown = new Set(rows().map(({ author }) => author.id));
    for (const { message } of others) expect(shown.has(message.author.id), message.author.id).to.equal(true);
  });

  it('always shows the newest, staff, orders, and what is the viewer’s or for them', async () => {
    open();
    const own = say('me');
    chat.push(own);
    const kept = [
      say('h', { author: { id: 'h', name: 'Lin Yue', role: 'host' } }),
      say('s', { author: { id: 's', name: 'Mod', role: 'moderator' } }),
      say('b', { kind: 'order' }),
      say('me'),
      say('r', { replyTo: { id: own.message.id, name: 'Ida' } }),
      say('n', { text: 'Is it good, @Ida?' }),
    ];
    const other = say('other', { text: 'Hello @Idanna' });
    const newest = say('last');
    const flood = crowd(3000);
    for (const [index, one] of kept.entries()) flood.splice(index * 500, 0, one);
    flood.splice(10, 0, other);
    const half = flood.length / 2;
    chat.push(...flood.slice(0, half));
    chat.push(...flood.slice(half), newest);
    await settled(flood.length + 2);
    const shown = new Set(rows().map(({ id }) => id));
    for (const { message } of [...kept, newest]) expect(shown.has(message.id), message.text).to.equal(true);
    expect(rows().at(-1)?.id).to.equal(newest.message.id);
    expect(shown.has(other.message.id)).to.equal(false);
  });

  describe('of orders', () => {
    const order = (buyer: string, text = 'Dancong'): Said => say(buyer, { kind: 'order', text });
    const told = (): string[] =>
      rows().map((row) => [row, ...(row.others ?? [])].map(({ author }) => author.name).join('+') + ` ${row.text}`);

    beforeEach(() => {
      time.restore();
      time = useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
      open();
    });

    it('tells the first at once, and those of the same thing after it together, none twice and none not', () => {
      chat.push(order('Hana'), order('Jun'), order('Jun', 'Gaiwan'), say('Mia'));
      const again = order('Ama');
      chat.push(again, order('Leo'), again);
      expect(told().slice(0, 2)).to.deep.equal(['Hana Dancong', 'Jun Gaiwan']);
      expect(rows()).to.have.lengthOf(3);
      time.tick(3000);
      expect(told().slice(3)).to.deep.equal(['Jun+Ama+Leo Dancong']);
      // They are still gathered.
      chat.push(order('Noor'), order('Gaston', 'Gaiwan'));
      expect(told().slice(4)).to.deep.equal(['Gaston Gaiwan']);
      time.tick(3000);
      expect(told().slice(5)).to.deep.equal(['Noor Dancong']);
      // After a quiet while one is told at once again.
      time.tick(6000);
      chat.push(order('Sofia'));
      expect(told().slice(6)).to.deep.equal(['Sofia Dancong']);
    });

    it('shows the viewer’s own at once', () => {
      chat.push(order('Hana'), order('me'));
      expect(told()).to.deep.equal(['Hana Dancong', 'me Dancong']);
    });

    it('tells none of who was taken out meanwhile', () => {
      chat.push(order('Hana'), order('Jun'), order('Ama'));
      chat.push({ kind: 'retract', target: { kind: 'author', id: 'Jun' } });
      time.tick(3000);
      expect(told()).to.deep.equal(['Hana Dancong', 'Ama Dancong']);
    });

    it('tells the others where one that was told is taken out', () => {
      const first = order('Jun');
      chat.push(order('Hana'), first, order('Ama'), order('Leo'));
      time.tick(3000);
      const take = (target: RetractTarget): void => chat.push({ kind: 'retract', target });
      take({ kind: 'message', id: first.message.id });
      expect(told()).to.deep.equal(['Hana Dancong', 'Ama+Leo Dancong']);
      take({ kind: 'author', id: 'Leo' });
      expect(told()).to.deep.equal(['Hana Dancong', 'Ama Dancong']);
      take({ kind: 'author', id: 'Ama' });
      expect(told()).to.deep.equal(['Hana Dancong']);
    });

    it('tells what waits when the show ends', () => {
      chat.push(order('Hana'), order('Jun'), order('Ama'));
      stream.push({ phase: 'ended', title: 'First picking', host: { name: 'Lin Yue' }, sources: [] });
      expect(told()).to.deep.equal(['Hana Dancong', 'Jun+Ama Dancong']);
    });
  });

  it('keeps the order', async () => {
    open();
    chat.push(...crowd(1000));
    await settled(1000);
    const order = rows().map(({ id }) => Number(id.slice(1)));
    expect(order).to.deep.equal([...order].sort((one, other) => one - other));
  });

  it('shows nothing that is retracted while it waits', async () => {
    open();
    const bad = say('bad');
    chat.push(...crowd(70), bad);
    expect(rows(), 'it waits').to.have.lengthOf(0);
    chat.push({ kind: 'retract', target: { kind: 'author', id: 'bad' } });
    await settled(70);
    expect(rows().map(({ author }) => author.id)).to.not.include('bad');
    time.tick(1000);
    chat.push(...crowd(70), { kind: 'retract', target: { kind: 'all' } });
    chat.push(say('after'));
    await until(() => rows().at(-1)?.author.id === 'after');
    expect(rows()).to.have.lengthOf(1);
  });

  it('neither shows nor counts again what comes twice', async () => {
    open();
    const said = crowd(20);
    chat.push(...said);
    chat.push(...said, ...said);
    time.tick(1000);
    chat.push(say('Jun'));
    expect(rows()).to.have.lengthOf(21);
    expect(skipped()).to.equal(0);
    // Nor what waits, or was left out.
    const flood = crowd(500);
    chat.push(...flood);
    chat.push(...flood);
    await settled(521);
    const before = rows().map(({ id }) => id);
    time.tick(1000);
    chat.push(...flood);
    chat.push(say('Jun'));
    expect(
      rows()
        .map(({ id }) => id)
        .slice(0, -1),
    ).to.deep.equal(before);
    expect(rows().length + skipped()).to.equal(522);
  });

  it('keeps away whom the staff has taken out, also when they take back their own words', () => {
    open();
    chat.push({ kind: 'retract', target: { kind: 'author', id: 'bad' } });
    chat.push({ kind: 'retract', target: { kind: 'author', id: 'bad', until: 5 } });
    chat.push(say('bad', { sentAt: 6 }), say('good'));
    expect(rows().map(({ author }) => author.id)).to.deep.equal(['good']);
  });

  it('shows who runs the show everything', async () => {
    room.close();
    room = await testRoom({
      chat: { subscribe: chat.subscribe, send: async () => ({ id: 'own' }) },
      identity: { current: async () => ({ id: 'me', name: 'Ida', role: 'moderator', isGuest: false }) },
    });
    await until(() => room.store.state.identity.viewer);
    await room.bus.request('chat:discard', { cid: 'none' }).catch(() => undefined);
    open();
    chat.push(...crowd(400));
    expect(rows()).to.have.lengthOf(400);
  });

  it('adds what the back end has left out', () => {
    open();
    chat.push({ kind: 'skipped', count: 480 }, say('Jun'));
    chat.push({ kind: 'skipped', count: 20 });
    expect(skipped()).to.equal(500);
    expect(rows()).to.have.lengthOf(1);
  });

  it('shows what waits when the show becomes a recording', () => {
    open();
    chat.push(...crowd(100));
    stream.push({ phase: 'ended', title: 'First picking', host: { name: 'Lin Yue' }, sources: [] });
    expect(rows()).to.have.lengthOf(60);
  });
});
