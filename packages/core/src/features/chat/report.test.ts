// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { testRoom } from '../../testing/index.js';

describe('reporting a message', () => {
  const chat = { subscribe: () => undefined };

  it('is passed on with what the viewer says of it', async () => {
    const asked: unknown[] = [];
    const room = await testRoom({
      chat: { ...chat, report: async (id, { reason, commandId }) => void asked.push([id, reason, typeof commandId]) },
    });
    await room.request('chat:report', { id: 'm1', reason: 'spam' });
    await room.request('chat:report', { id: 'm2' });
    expect(asked).to.deep.equal([
      ['m1', 'spam', 'string'],
      ['m2', undefined, 'string'],
    ]);
    expect(room.bus.isAnswered('chat:report')).to.equal(true);
    room.close();
  });

  it('is not offered where the back end takes no reports', async () => {
    const room = await testRoom({ chat });
    const error = await room.request('chat:report', { id: 'm1' }).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'NO_HANDLER');
    expect(room.bus.isAnswered('chat:report')).to.equal(false);
    room.close();
  });
});
