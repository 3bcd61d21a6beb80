// SPDX-License-Identifier: MIT
import type { ChatMessage, RoomState, ViewerRole } from '@vitrine/core';
import { expect } from 'chai';
import { callBefore, namesLike } from './names.js';

const said = (name: string, role: ViewerRole = 'viewer', more: Partial<ChatMessage> = {}): ChatMessage => ({
  id: `m-${name}-${role}`,
  author: { id: name, name, role },
  text: 'hello',
  sentAt: 1,
  ...more,
});

/** Of the room's state so much as names are looked for in. */
const stateOf = (rows: readonly ChatMessage[]): Readonly<RoomState> =>
  ({
    chat: { rows },
    identity: { viewer: { id: 'anna', name: 'Anna', role: 'viewer', isGuest: false } },
  }) as unknown as RoomState;

const found = (query: string, rows: readonly ChatMessage[], muted: readonly string[] = []): string[] =>
  namesLike(query, stateOf(rows), ({ author }) => muted.includes(author.id)).map(({ name }) => name);

describe('a call in what is written', () => {
  it('begins at the last "@" before the caret', () => {
    expect(callBefore('@')).to.deep.equal({ from: 0, query: '' });
    expect(callBefore('see @Tom H')).to.deep.equal({ from: 4, query: 'Tom H' });
    expect(callBefore('@Jun and @Pri')).to.deep.equal({ from: 9, query: 'Pri' });
    expect(callBefore('no call')).to.equal(null);
  });

  it('is none in an address, after a space or over a line', () => {
    expect(callBefore('tea@example')).to.equal(null);
    expect(callBefore('a.b+c@ex')).to.equal(null);
    expect(callBefore('@ Jun')).to.equal(null);
    expect(callBefore('@Jun\nis')).to.equal(null);
    expect(callBefore(`@${'x'.repeat(65)}`)).to.equal(null);
  });

  it('follows a word without a space where people write so, and may be of full width', () => {
    expect(callBefore('你好@小')).to.deep.equal({ from: 2, query: '小' });
    expect(callBefore('你好＠小')).to.deep.equal({ from: 2, query: '小' });
  });
});

describe('the names that are offered', () => {
  it('are of those who wrote, the newest first, each once', () => {
    expect(found('', [said('Jun'), said('Tom H'), said('Jun'), said('Priya')])).to.deep.equal([
      'Priya',
      'Jun',
      'Tom H',
    ]);
  });

  it('begin with the host, then with those that begin so', () => {
    const rows = [said('Lin Yue', 'host'), said('Yuki'), said('Moyu'), said('Tom H')];
    expect(found('yu', rows)).to.deep.equal(['Lin Yue', 'Yuki', 'Moyu']);
  });

  it('are at most five', () => {
    expect(
      found(
        'a',
        ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((name) => said(name)),
      ),
    ).to.deep.equal(['a6', 'a5', 'a4', 'a3', 'a2']);
  });

  it('are found in whatever case and form they are written', () => {
    const rows = [said('José'), said('AMÉLIE'), said('سارة'), said('小鹿')];
    expect(found('jose', rows)).to.deep.equal(['José']);
    expect(found('Ame\u0301l', rows)).to.deep.equal(['AMÉLIE']);
    expect(found('سا', rows)).to.deep.equal(['سارة']);
    expect(found('鹿', rows)).to.deep.equal(['小鹿']);
  });

  it('are neither the viewer’s own, nor of muted people, nor of an order', () => {
    const rows = [
      said('anna', 'viewer', { author: { id: 'anna', name: 'Anna K', role: 'viewer' } }),
      said('Anna', 'viewer', { author: { id: 'other', name: 'Anna', role: 'viewer' } }),
      said('Andi'),
      said('Anouk', 'viewer', { kind: 'order' }),
      said('Antje'),
      said('', 'viewer'),
    ];
    expect(found('an', rows, ['Andi'])).to.deep.equal(['Antje']);
  });

  it('are what people are called now', () => {
    const before = said('Jun', 'viewer', { id: 'a', author: { id: 'j', name: 'Jun', role: 'viewer' } });
    const now = said('Jun', 'viewer', { id: 'b', author: { id: 'j', name: 'Jun K', role: 'viewer' } });
    expect(found('jun', [before, now])).to.deep.equal(['Jun K']);
  });
});
