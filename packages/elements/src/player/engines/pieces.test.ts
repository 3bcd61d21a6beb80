// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { Pieces } from './pieces.js';

describe('a segment in pieces', () => {
  const box = (type: string, length: number): number[] => [
    ...[0, 0, 0, length + 8],
    ...[...type].map((letter) => letter.charCodeAt(0)),
    ...Array.from({ length }, (_, index) => index),
  ];
  const first = [...box('styp', 4), ...box('moof', 12), ...box('mdat', 20)];
  const second = [...box('moof', 12), ...box('mdat', 30)];
  const segment = new Uint8Array([...first, ...second]);

  const listen = (pieces: Pieces): number[][] => {
    const heard: number[][] = [];
    pieces.follow((piece) => heard.push([...new Uint8Array(piece)]));
    return heard;
  };

  it('is handed on a whole fragment at a time, however it comes', () => {
    for (const step of [1, 7, 50, segment.length]) {
      const pieces = new Pieces();
      const heard = listen(pieces);
      for (let at = 0; at < segment.length; at += step) pieces.add(segment.slice(at, at + step), at);
      pieces.end();
      expect(heard.flat(), `by ${step}`).to.deep.equal([...segment]);
      if (step < 50) expect(heard).to.deep.equal([first, second]);
    }
  });

  it('is handed over as far as it is here when somebody comes for it', () => {
    const pieces = new Pieces();
    pieces.add(segment.slice(0, first.length + 16), 0);
    const heard = listen(pieces);
    expect(heard).to.deep.equal([first]);
    pieces.add(segment.slice(first.length + 16), first.length + 16);
    expect(heard).to.deep.equal([first, second]);
  });

  it('is handed over once only, when another try brings it again', () => {
    const pieces = new Pieces();
    const heard = listen(pieces);
    pieces.add(segment.slice(0, 60), 0);
    pieces.add(segment.slice(0, 20), 0);
    pieces.add(segment.slice(20), 20);
    pieces.end();
    expect(heard.flat()).to.deep.equal([...segment]);
  });

  it('is kept whole where nothing can be made of it', () => {
    const pieces = new Pieces();
    const heard = listen(pieces);
    const text = new TextEncoder().encode('\0\0\0\0 is not a box, and who knows what follows');
    pieces.add(text.slice(0, 20), 0);
    pieces.add(text.slice(20), 20);
    expect(heard).to.deep.equal([]);
    pieces.end();
    expect(heard).to.deep.equal([[...text]]);
  });
});
