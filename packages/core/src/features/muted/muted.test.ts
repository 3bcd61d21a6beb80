// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { Viewer } from '../index.js';
import { isForViewer, type ChatMessage } from '../chat/index.js';
import { testRoom } from '../../testing/index.js';
import type { Room } from '../../room/index.js';
import { isMuted, mutedFeature } from './index.js';

const viewer: Viewer = { id: 'anna', name: 'Anna', role: 'viewer', isGuest: false };
const jun = { id: 'jun', name: 'Jun' };

const said = (id: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id: `of-${id}`,
  author: { id, name: id, role: 'viewer' },
  text: 'hello',
  sentAt: 1,
  ...more,
});

describe('the feature of muted people', () => {
  const rooms: Room[] = [];
  const open = async (id: string, who = viewer): Promise<Room> => {
    const room = await testRoom({ identity: { current: async () => who } }, { id, features: [mutedFeature] });
    rooms.push(room);
    return room;
  };
  const codeOf = async (asked: Promise<unknown>): Promise<unknown> =>
    asked.then(
      () => null,
      ({ code, field }: { code: string; field: string }) => `${code} ${field}`,
    );

  afterEach(() => {
    for (const room of rooms.splice(0)) room.close();
    localStorage.clear();
  });

  it('knows nobody at first', async () => {
    const { store } = await open('muted-first');
    expect(store.state.muted).to.deep.equal({ people: [] });
    expect(isMuted(said('jun'), store.state)).to.equal(false);
  });

  it('mutes a person and takes it back, each once', async () => {
    const room = await open('muted-once');
    await room.request('muted:add', jun);
    await room.request('muted:add', { ...jun, name: 'Jun K' });
    expect(room.store.state.muted?.people).to.deep.equal([{ id: 'jun', name: 'Jun K' }]);
    expect(isMuted(said('jun'), room.store.state)).to.equal(true);
    expect(isMuted(said('tom'), room.store.state)).to.equal(false);
    await room.request('muted:remove', { id: 'jun' });
    await room.request('muted:remove', { id: 'jun' });
    expect(room.store.state.muted?.people).to.deep.equal([]);
    expect(isMuted(said('jun'), room.store.state)).to.equal(false);
  });

  it('keeps them for the room over a reload, and for no other room', async () => {
    const room = await open('muted-kept');
    await room.request('muted:add', jun);
    room.close();
    const again = await open('muted-kept');
    expect(again.store.state.muted?.people).to.deep.equal([jun]);
    expect((await open('muted-other')).store.state.muted?.people).to.deep.equal([]);
    await again.request('muted:remove', { id: 'jun' });
    expect(localStorage.getItem('vitrine:muted-kept:muted')).to.equal(null);
  });

  it('begins anew where what was kept cannot be read', async () => {
    localStorage.setItem('vitrine:muted-broken:muted', '{"people"');
    localStorage.setItem('vitrine:muted-odd:muted', JSON.stringify([null]));
    localStorage.setItem('vitrine:muted-parts:muted', JSON.stringify([{ id: 7, name: 'x' }, { id: 'y' }, jun]));
    expect((await open('muted-broken')).store.state.muted?.people).to.deep.equal([]);
    expect((await open('muted-odd')).store.state.muted?.people).to.deep.equal([]);
    expect((await open('muted-parts')).store.state.muted?.people).to.deep.equal([jun]);
  });

  it('works where the browser refuses storage', async () => {
    const room = await open('muted-refused');
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await room.request('muted:add', jun);
    } finally {
      Storage.prototype.setItem = setItem;
    }
    expect(isMuted(said('jun'), room.store.state)).to.equal(true);
  });

  it('mutes neither nobody nor the viewer', async () => {
    const room = await open('muted-self');
    expect(await codeOf(room.request('muted:add', { id: '', name: 'x' }))).to.equal('BAD_INPUT id');
    expect(await codeOf(room.request('muted:add', { id: 'anna', name: 'Anna' }))).to.equal('BAD_INPUT id');
    expect(room.store.state.muted?.people).to.deep.equal([]);
  });

  it('hears staff whoever was muted, and lets staff read everybody', async () => {
    const room = await open('muted-staff');
    await room.request('muted:add', jun);
    const asHost = said('jun', { author: { id: 'jun', name: 'Jun', role: 'host' } });
    expect(isMuted(asHost, room.store.state)).to.equal(false);
    room.close();
    const asStaff = await open('muted-staff', { ...viewer, role: 'moderator' });
    expect(isMuted(said('jun'), asStaff.store.state)).to.equal(false);
  });

  it('keeps what a muted person says from being for the viewer', async () => {
    const room = await open('muted-calls');
    const call = said('jun', { text: 'look here, @Anna' });
    expect(isForViewer(call, room.store.state)).to.equal(true);
    await room.request('muted:add', jun);
    expect(isForViewer(call, room.store.state)).to.equal(false);
  });

  it('bounds how many it keeps', async () => {
    const room = await open('muted-many');
    for (let index = 0; index < 205; index++)
      await room.request('muted:add', { id: `p${index}`, name: 'x'.repeat(99) });
    const { people = [] } = room.store.state.muted ?? {};
    expect(people).to.have.length(200);
    expect(people[0]?.id).to.equal('p5');
    expect(people[0]?.name).to.have.length(64);
  });
});
