// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { ConnectContext } from '../adapter/index.js';
import type { Audience, StreamInfo } from '../features/index.js';
import { VitrineError } from '../model/index.js';
import { feed, testRoom, until } from '../testing/index.js';
import { Room } from './room.js';

const info: StreamInfo = {
  phase: 'live',
  title: 'Show',
  poster: { landscape: 'javascript:x', portrait: 'https://a.example/p.jpg' },
  trailer: 'data:video/mp4,x',
  host: { name: 'Lin', avatar: 'javascript:x' },
  sources: [
    { url: 'https://a.example/m.m3u8', orientation: 'landscape' },
    { url: 'javascript:alert(1)', orientation: 'landscape' },
  ],
};

describe('Room', () => {
  it('knows which capabilities its adapter has', async () => {
    const room = await testRoom({});
    const { stream, chat, cart, catalog, connection } = room.store.state;
    expect([stream.status, chat.status, cart.status, catalog.status]).to.deep.equal([
      'absent',
      'absent',
      'absent',
      'absent',
    ]);
    expect(connection).to.deep.include({ status: 'connected', ports: [] });
    room.close();
  });

  it('fails with a reason when the room cannot be had', async () => {
    const errors: VitrineError[] = [];
    const room = new Room({
      id: 'nowhere',
      adapter: {
        name: 'x',
        connect: async () => {
          throw new VitrineError('ROOM_NOT_FOUND', 'no such room');
        },
      },
      onError: (error) => errors.push(error),
    });
    room.open();
    await until(() => room.store.state.connection.status === 'failed');
    expect(room.store.state.connection.error?.code).to.equal('ROOM_NOT_FOUND');
    expect(room.store.state.chat.status).to.equal('failed');
    expect(errors.map(({ code }) => code)).to.deep.equal(['ROOM_NOT_FOUND']);
    room.close();
  });

  it('keeps what its features show when a link that it had is ended for good', async () => {
    let context: ConnectContext | undefined;
    const events = feed<StreamInfo>();
    const adapter = {
      name: 'x',
      connect: async (given: ConnectContext) => ((context = given), { stream: { subscribe: events.subscribe } }),
    };
    const room = await testRoom({}, { adapter });
    events.push(info);
    context?.setStatus('closed', new VitrineError('TOKEN_EXPIRED', ''));
    expect(room.store.state.connection).to.include({ status: 'failed' });
    expect(room.store.state.stream.status).to.equal('ready');
    room.close();
  });

  it('tells of a subscription that does not come about', async () => {
    const errors: VitrineError[] = [];
    const subscribe = async (): Promise<void> => {
      throw new VitrineError('FORBIDDEN', '');
    };
    const ports = { stream: { subscribe }, presence: { subscribe } };
    const room = await testRoom(ports, { onError: (error) => errors.push(error) });
    await until(() => errors.length === 2);
    expect(errors.map(({ code }) => code)).to.deep.equal(['FORBIDDEN', 'FORBIDDEN']);
    room.close();
  });

  it('is closed for good', async () => {
    const room = new Room({ id: 'r', adapter: { name: 'x', connect: async () => ({}) } });
    room.close();
    room.open();
    room.close();
    expect(room.store.state.connection.status).to.equal('closed');
  });

  it('tries again when the back end is down', async () => {
    let tries = 0;
    const room = new Room({
      id: 'r',
      adapter: {
        name: 'x',
        connect: async () => {
          if (tries++ < 1) throw new VitrineError('NETWORK', 'down', { retryAfter: 0 });
          return {};
        },
      },
    });
    room.open();
    await until(() => room.store.state.connection.status === 'connected');
    expect(tries).to.equal(2);
    room.close();
  });

  it('ends everything with its signal', async () => {
    let context: ConnectContext | undefined;
    const room = new Room({ id: 'r', adapter: { name: 'x', connect: async (given) => ((context = given), {}) } });
    room.open();
    await until(() => room.store.state.connection.status === 'connected');
    room.close();
    expect(context?.signal.aborted).to.equal(true);
    expect(room.store.state.connection.status).to.equal('closed');
    context?.setStatus('connected');
    expect(room.store.state.connection.status).to.equal('closed');
    expect(room.bus.isAnswered('chat:send')).to.equal(false);
  });

  it('drops stream sources and pictures that must not be fetched', async () => {
    const events = feed<StreamInfo>();
    const room = await testRoom({ stream: { subscribe: events.subscribe } });
    events.push(info);
    expect(room.store.state.stream.info?.sources.map(({ url }) => url)).to.deep.equal(['https://a.example/m.m3u8']);
    expect(room.store.state.stream.info).not.to.have.property('trailer');
    events.push({ ...info, trailer: '/trailer.mp4' });
    expect(room.store.state.stream.info?.trailer).to.equal(new URL('/trailer.mp4', location.href).href);
    expect(room.store.state.stream.info?.host).not.to.have.property('avatar');
    expect(room.store.state.stream.info?.poster).to.deep.equal({ portrait: 'https://a.example/p.jpg' });
    room.close();
  });

  it('gathers hearts, and does not show the viewer their own twice', async () => {
    const events = feed<Audience>();
    const given: number[] = [];
    const room = await testRoom({
      presence: { subscribe: events.subscribe, react: async (count) => void given.push(count) },
    });
    const heard: [number, boolean][] = [];
    room.bus.on('presence:reacted', ({ count, own }) => heard.push([count, own]), { signal: room.signal });
    events.push({ viewers: 3, hearts: 10 });
    await Promise.all([1, 2, 3].map(() => room.request('presence:react', {})));
    await until(() => given.length === 1);
    expect(given).to.deep.equal([3]);
    await until(() => true);
    events.push({ viewers: 4, hearts: 15 });
    expect(heard).to.deep.equal([
      [1, true],
      [1, true],
      [1, true],
      [2, false],
    ]);
    expect(room.store.state.presence).to.include({ viewers: 4, hearts: 15, canReact: true });
    room.close();
  });
});
