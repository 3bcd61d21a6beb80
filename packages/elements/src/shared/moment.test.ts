// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { CatalogEvent, Room } from '@vitrine/core';
import { momentLink, readMoment } from './moment.js';
import { feed, testRoom } from './testing/index.js';

const page = 'https://shop.test/live?utm=mail#top';

describe('a link to a moment', () => {
  let room: Room;
  const catalog = feed<CatalogEvent>();

  beforeEach(async () => {
    room = await testRoom({ catalog });
  });

  afterEach(() => room.close());

  it('leads to the room, to what this viewer sees, and to the product on camera', async () => {
    room.playhead.publish({ programTime: 108_000.4, source: 'frame', rate: 1 });
    catalog.push({ kind: 'pin', productId: 'tea & cups', at: 100_000 });
    const link = momentLink(room, page);
    expect(readMoment(link)).to.deep.equal({ room: room.id, at: 108_000, product: 'tea & cups' });
    expect(new URL(link).searchParams.get('utm'), 'the page keeps its own').to.equal('mail');
    expect(new URL(link).hash).to.equal('#top');
  });

  it('replaces the moment the page was opened at', () => {
    room.playhead.publish({ programTime: 200_000, source: 'media', rate: 0 });
    const link = momentLink(room, 'https://shop.test/?vitrine-room=x&vitrine-at=5&vitrine-product=cups');
    expect(readMoment(link)).to.deep.equal({ room: room.id, at: 200_000, product: null });
  });

  it('is the address of the page where there is no picture', () => {
    expect(momentLink(room, page)).to.equal(page);
  });

  it('leads nowhere where it was tampered with', () => {
    for (const query of ['', '?vitrine-at=5', '?vitrine-room=x&vitrine-at=soon', '?vitrine-room=x&vitrine-at=-5'])
      expect(readMoment(`https://shop.test/${query}`)).to.equal(null);
  });
});
