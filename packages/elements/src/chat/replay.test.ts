// SPDX-License-Identifier: MIT
import type { HistoryPort, SaidEvent, StreamInfo } from '@vitrine/core';
import { expect } from 'chai';
import { feed, unmountAll, until, type Feed } from '../shared/testing/index.js';
import { chatElement, find, gapBelow, rowsOf, scrollUp, textsOf } from './testing/chat-element.js';
import { chatRoom, type ChatRoom } from './testing/chat-room.js';

const info: StreamInfo = { phase: 'replay', title: 'First picking', host: { name: 'Lin Yue' }, sources: [] };
const author = { id: 'jun', name: 'Jun', role: 'viewer' } as const;

/** Said every second from second 10 to 300. */
const said = Array.from({ length: 290 }, (_, index): SaidEvent => {
  const at = (index + 10) * 1000;
  return { kind: 'message', at, message: { id: `m${at}`, author, text: `at ${at}`, sentAt: at } };
});

const history: HistoryPort = {
  between: async (from, to, { most = Infinity }) => said.filter(({ at }) => at >= from && at <= to).slice(-most),
};

describe('vitrine-chat in a recording', () => {
  let talk: ChatRoom;
  let stream: Feed<StreamInfo>;

  beforeEach(async () => {
    stream = feed();
    stream.push(info);
    talk = await chatRoom({ ports: { stream: { subscribe: stream.subscribe }, history } });
  });
  afterEach(() => {
    unmountAll();
    talk.room.close();
  });

  const show = (programTime: number): void => talk.room.playhead.publish({ programTime, source: 'frame', rate: 1 });

  it('says that it is a recording, and before the first words that there are none yet', async () => {
    show(1000);
    const chat = await chatElement(talk);
    expect(find(chat, '[part~=composer]').textContent).to.include('Chat replay');
    expect(chat.shadowRoot?.querySelector('textarea')).to.equal(null);
    await until(() => chat.shadowRoot?.querySelector('.rows .message'), 'Nothing is said of the silence.');
    expect(find(chat, '.rows').textContent.trim()).to.equal('Nothing was said yet at this moment');
    expect(chat.matches(':state(empty)')).to.equal(true);
    show(10_000);
    await until(() => textsOf(chat).join() === 'at 10000');
  });

  it('shows another moment at its newest rows, also to a reader who had scrolled up', async () => {
    show(200_500);
    const chat = await chatElement(talk);
    await until(() => textsOf(chat).at(-1) === 'at 200000');
    await scrollUp(chat, 200);
    show(100_500);
    await until(() => textsOf(chat).at(-1) === 'at 100000');
    expect(textsOf(chat)).not.to.include('at 200000');
    expect(rowsOf(chat)).to.have.lengthOf.at.most(100);
    await until(() => gapBelow(chat) < 1, 'The newest row is not at the end of the list.');
    expect(chat.shadowRoot?.querySelector('[part=jump]')).to.equal(null);
  });

  it('can be written in again when the show is live', async () => {
    const chat = await chatElement(talk);
    stream.push({ ...info, phase: 'live' });
    await until(() => chat.shadowRoot?.querySelector('textarea'), 'There is no field.');
  });
});
