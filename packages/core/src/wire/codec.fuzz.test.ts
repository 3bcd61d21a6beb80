// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import fc from 'fast-check';
import { VitrineError } from '../model/index.js';
import { decodeClientFrame, decodeServerFrame, encodeFrame } from './codec.js';
import { maximumClientFrame } from './protocol.js';

type Value = unknown;
type Fields = Readonly<Record<string, fc.Arbitrary<Value>>>;

/** What a field may hold, and by the first letter of its kind what it may not. */
const text = fc.string({ unit: 'binary', maxLength: 40 });
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(1e308));
const flag = fc.boolean();
const nested = fc.jsonValue({ maxDepth: 6 });
const object = fc.dictionary(fc.oneof(text, fc.constantFrom('__proto__', 'constructor', 'k', 'id')), nested, {
  maxKeys: 5,
});
const list = fc.array(nested, { maxLength: 5 });

const client: Readonly<Record<string, { readonly needs: Fields; readonly may?: Fields }>> = {
  hi: { needs: { v: number, room: text, token: fc.option(text) }, may: { resume: text, caps: list } },
  m: { needs: { cid: text, text }, may: { replyTo: text } },
  l: { needs: { count: number } },
  p: { needs: { t0: number } },
  need: { needs: { from: number, to: number } },
};
const server: typeof client = {
  ok: {
    needs: {
      now: number,
      ep: text,
      n: number,
      tick: number,
      ring: number,
      viewer: object,
      limits: object,
      resumed: flag,
    },
  },
  b: {
    needs: { n: number, t: number, cn: number },
    may: { m: list, c: list, viewers: number, likes: number, skipped: number },
  },
  a: { needs: { cid: text, i: text } },
  e: { needs: { code: text }, may: { cid: text, retryAt: number } },
  p: { needs: { t0: number, now: number } },
  gap: { needs: { from: number, to: number } },
  snap: {
    needs: {
      ep: text,
      n: number,
      cn: number,
      now: number,
      stream: object,
      chat: object,
      pinned: object,
      c: list,
      m: list,
      viewers: number,
      likes: number,
    },
  },
  mv: { needs: { to: text, after: number } },
};

const directions = [
  { name: 'client', frames: client, read: decodeClientFrame as (text: string) => unknown },
  { name: 'server', frames: server, read: decodeServerFrame as (text: string) => unknown },
] as const;

/** A frame of one kind, with what it needs, some of what it may have, and what nobody knows yet. */
const frameOf = (frames: typeof client, kind: string): fc.Arbitrary<Record<string, unknown>> => {
  const { needs = {}, may = {} } = frames[kind] ?? {};
  const known = fc.record({ ...needs, ...may }, { requiredKeys: Object.keys(needs) });
  const unknown = fc.dictionary(
    text.map((name) => `new ${name}`),
    nested,
    { maxKeys: 3 },
  );
  return fc.tuple(unknown, known).map(([more, fields]) => ({ ...more, k: kind, ...fields }));
};

const anyFrame = (frames: typeof client): fc.Arbitrary<Record<string, unknown>> =>
  fc.oneof(...Object.keys(frames).map((kind) => frameOf(frames, kind)));

/** The same without what JSON does not keep, such as the sign of a zero. */
const asWritten = (value: unknown): string => JSON.stringify(value);

/** Reads, or says with what code it was refused; anything else that is thrown fails. */
function outcome(read: (text: string) => unknown, given: string): string {
  try {
    read(given);
    return 'read';
  } catch (error) {
    if (!(error instanceof VitrineError)) throw error;
    return error.code;
  }
}
const told = ['read', 'MALFORMED', 'UNKNOWN_TYPE', 'TOO_LARGE'];

/** One thing goes wrong with a text on its way. */
const damaged = (whole: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      whole,
      fc.nat(),
      fc.oneof(
        fc.constant(''),
        fc.constantFrom(
          '\u0000',
          '"',
          '\\',
          '{',
          '}',
          '[',
          ']',
          ',',
          ':',
          '\ud800',
          '\u2028',
          'e999',
          '-',
          '__proto__',
        ),
        fc.string({ unit: 'binary', maxLength: 5 }),
      ),
      fc.constantFrom('put', 'replace', 'cut', 'double'),
    )
    .map(([given, where, what, how]) => {
      const at = where % (given.length + 1);
      if (how === 'put') return given.slice(0, at) + what + given.slice(at);
      if (how === 'replace') return given.slice(0, at) + what + given.slice(at + 1);
      return how === 'cut' ? given.slice(0, at) : given + given.slice(at);
    });

describe('the codec, of whatever comes', () => {
  for (const { name, frames, read } of directions) {
    it(`gives back every frame of a ${name} that was written, whatever is in it`, () => {
      fc.assert(
        fc.property(anyFrame(frames), (frame) => {
          const written = encodeFrame(frame as never);
          if (name === 'client' && written.length > maximumClientFrame) return;
          expect(asWritten(read(written))).to.equal(written);
        }),
      );
    });

    it(`names the field of a ${name}'s frame that is missing or of another kind`, () => {
      const broken = fc
        .constantFrom(...Object.keys(frames))
        .chain((kind) => fc.tuple(frameOf(frames, kind), fc.constantFrom(...Object.keys(frames[kind]?.needs ?? {}))));
      // No field of any frame is one of these.
      const wrong = fc.constantFrom(
        undefined,
        [[]] as unknown,
        { x: [] } as unknown,
        -0.5 as unknown,
        'text' as unknown,
      );
      fc.assert(
        fc.property(broken, wrong, ([frame, field], value) => {
          const same = (a: unknown, b: unknown): boolean =>
            typeof a === typeof b && Array.isArray(a) === Array.isArray(b);
          const mayBeText = field === 'token';
          if (same(value, frame[field]) || (mayBeText && typeof value === 'string')) return;
          const written = JSON.stringify({ ...frame, [field]: value });
          if (name === 'client' && written.length > maximumClientFrame) return;
          try {
            read(written);
          } catch (error) {
            expect(error).to.be.instanceOf(VitrineError);
            expect((error as VitrineError).code).to.equal('MALFORMED');
            expect((error as VitrineError).field).to.equal(field);
            return;
          }
          throw new Error(`It was read: ${written}`);
        }),
      );
    });

    it(`throws nothing but typed errors at a damaged frame of a ${name}`, () => {
      const texts = anyFrame(frames).map((frame) => encodeFrame(frame as never));
      fc.assert(
        fc.property(fc.oneof(damaged(texts), damaged(damaged(texts)), fc.json(), text), (given) => {
          expect(told).to.include(outcome(read, given));
        }),
        { numRuns: 300 },
      );
    });

    it(`is not brought down by what is nested without end in a frame of a ${name}`, () => {
      const deep = (depth: number, open: string, inside: string, close: string): string =>
        open.repeat(depth) + inside + close.repeat(depth);
      for (const depth of [500, 2000, 100_000]) {
        for (const nest of [deep(depth, '[', '', ']'), deep(depth, '{"a":', '1', '}')]) {
          for (const frame of [
            nest,
            `{"k":${nest}}`,
            `{"k":"p","t0":${nest},"now":1}`,
            `{"k":"p","t0":1,"now":1,"x":${nest}}`,
          ])
            expect(told).to.include(outcome(read, frame));
        }
        expect(told).to.include(outcome(read, '['.repeat(depth)));
        expect(told).to.include(outcome(read, '{"k":'.repeat(depth)));
      }
    });

    it(`lets no key of a ${name}'s frame reach what all objects share`, () => {
      const kinds = Object.keys(frames);
      for (const kind of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])
        expect(outcome(read, JSON.stringify({ k: kind }))).to.equal('UNKNOWN_TYPE');
      // (Without the fields it needs: they are looked for in the frame alone.)
      for (const kind of kinds)
        expect(outcome(read, `{"k":"${kind}","__proto__":{"v":1,"room":"r","cid":"c","n":1}}`)).to.equal('MALFORMED');
      const frame = read(
        '{"k":"p","t0":1,"now":2,"__proto__":{"isStaff":true},"constructor":{"prototype":{"isStaff":true}}}',
      );
      expect(Object.getPrototypeOf(frame)).to.equal(Object.prototype);
      expect(({} as Record<string, unknown>)['isStaff']).to.equal(undefined);
      expect({ ...(frame as object) } as Record<string, unknown>).not.to.have.property('isStaff');
    });

    it(`takes the last of two keys of one name in a ${name}'s frame, for the type as for the rest`, () => {
      expect(read('{"k":"zap","t0":1,"k":"p","t0":2,"now":3}')).to.include({ k: 'p', t0: 2 });
      expect(outcome(read, '{"k":"p","t0":1,"now":1,"k":"zap"}')).to.equal('UNKNOWN_TYPE');
      expect(outcome(read, '{"k":"p","t0":1,"now":1,"t0":"one"}')).to.equal('MALFORMED');
    });
  }

  it('takes no number for one that is beyond all numbers', () => {
    for (const number of ['1e309', '-1e309', '1e99999', 'NaN', 'Infinity', '"1"', 'null', '01', '0x1'])
      expect(outcome(decodeClientFrame, `{"k":"p","t0":${number}}`), number).to.equal('MALFORMED');
    for (const number of ['1e308', '-0', '5e-324', '9007199254740993'])
      expect(outcome(decodeClientFrame, `{"k":"p","t0":${number}}`), number).to.equal('read');
  });
});
