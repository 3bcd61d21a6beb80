// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { VitrineError } from '../../model/index.js';
import { feed, testRoom, until } from '../../testing/index.js';
import type { StreamInfo, StreamPort } from './stream.js';

const info: StreamInfo = { phase: 'live', title: 'First picking', host: { name: 'Lin Yue' }, sources: [] };
const at = (url: string): StreamInfo => ({ ...info, sources: [{ url, orientation: 'landscape' }] });

describe('the stream feature', () => {
  it('asks the back end for an address that is good again, and takes what it delivers', async () => {
    const told = feed<StreamInfo>();
    const asked: string[] = [];
    const renew: StreamPort['renew'] = async (url) => {
      asked.push(url);
      told.push(at('https://media.test/live.m3u8?signature=new'));
    };
    const room = await testRoom({ stream: { subscribe: told.subscribe, renew } });
    told.push(at('https://media.test/live.m3u8?signature=old'));
    await room.request('stream:renew', { url: 'https://media.test/live.m3u8?signature=old' });
    expect(asked).to.deep.equal(['https://media.test/live.m3u8?signature=old']);
    expect(room.store.state.stream.info?.sources[0]?.url).to.equal('https://media.test/live.m3u8?signature=new');
    room.close();
  });

  it('says that nobody can where the back end cannot', async () => {
    const room = await testRoom({ stream: { subscribe: () => undefined } });
    const refused: unknown = await room.request('stream:renew', { url: 'https://media.test/live.m3u8' }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).to.be.instanceOf(VitrineError).and.to.include({ code: 'NO_HANDLER' });
    room.close();
  });

  it('keeps a show without a source that is safe to fetch, and reports the one that is not', async () => {
    const told = feed<StreamInfo>();
    const room = await testRoom({ stream: { subscribe: told.subscribe } });
    const reported: string[] = [];
    room.bus.on('room:reported', ({ error }) => reported.push(`${error.code} ${error.field}`), { signal: room.signal });
    told.push(at('javascript:alert(1)'));
    await until(() => reported.length > 0, 'Nothing was reported.');
    expect(reported).to.include('BAD_URL sources.url');
    expect(room.store.state.stream).to.deep.include({ status: 'ready' });
    expect(room.store.state.stream.info?.sources).to.deep.equal([]);
    room.close();
  });
});
