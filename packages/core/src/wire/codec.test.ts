// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import fc from 'fast-check';
import { VitrineError } from '../model/index.js';
import { decodeClientFrame, decodeServerFrame, encodeFrame } from './codec.js';
import type { ClientFrame } from './protocol.js';

function refusal(run: () => unknown): VitrineError {
  try {
    run();
  } catch (error) {
    return error as VitrineError;
  }
  throw new Error('Nothing was refused.');
}

describe('the codec', () => {
  it('reads what it wrote', () => {
    const frames: ClientFrame[] = [
      { k: 'hi', v: 1, room: 'demo', token: null, resume: 'e1.7' },
      { k: 'm', cid: 'c1', text: 'Hej 👨‍👩‍👧 ๆ' },
      { k: 'l', count: 3 },
      { k: 'p', t0: 12.5 },
      { k: 'need', from: 3, to: 9 },
    ];
    for (const frame of frames) expect(decodeClientFrame(encodeFrame(frame))).to.deep.equal(frame);
  });

  it('names what is wrong with a frame', () => {
    expect(refusal(() => decodeClientFrame('{')).code).to.equal('MALFORMED');
    expect(refusal(() => decodeClientFrame('[]')).code).to.equal('MALFORMED');
    expect(refusal(() => decodeClientFrame('{"k":"zap"}'))).to.include({ code: 'UNKNOWN_TYPE', field: 'k' });
    expect(refusal(() => decodeClientFrame('{"k":"__proto__"}')).code).to.equal('UNKNOWN_TYPE');
    expect(refusal(() => decodeClientFrame('{"k":"m","cid":"1"}'))).to.include({ code: 'MALFORMED', field: 'text' });
    expect(
      refusal(() => decodeClientFrame(JSON.stringify({ k: 'm', cid: '1', text: 'x'.repeat(10_000) }))).code,
    ).to.equal('TOO_LARGE');
    expect(refusal(() => decodeServerFrame('{"k":"b","n":"1"}')).field).to.equal('n');
  });

  it('never throws anything but a typed error, whatever it is fed', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ k: fc.constantFrom('hi', 'm', 'b', 'snap', 'ok', 'e'), n: fc.anything() })
        .map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(anything, (text) => {
        for (const read of [decodeClientFrame, decodeServerFrame]) {
          try {
            read(text ?? '');
          } catch (error) {
            if (!(error instanceof VitrineError)) throw error;
          }
        }
      }),
    );
  });
});
