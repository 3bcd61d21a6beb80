// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { ErrorController, ErrorData, Fragment } from 'hls.js';
import { secondChances } from './second-chances.js';

const segment = (sn: number, gap: boolean, ...tags: string[]): Fragment =>
  ({ sn, gap, tagList: tags.map((name) => [name]) }) as unknown as Fragment;

describe('what a decoder refuses', () => {
  let segments: Fragment[];
  /** Which segments were gaps when the decoder was emptied. */
  let gaps: (readonly Fragment['sn'][])[];
  let fail: (details: string, frag?: Fragment) => void;

  beforeEach(() => {
    gaps = [];
    class Errors {
      onErrorOut(): void {
        gaps.push(segments.filter(({ gap }) => gap).map(({ sn }) => sn));
      }
    }
    const Forgiving = secondChances(Errors as unknown as typeof ErrorController, () => segments);
    const errors = new (Forgiving as unknown as new () => ErrorController)();
    fail = (details, frag) => errors.onErrorOut('hlsError' as never, { details, frag } as ErrorData);
  });

  it('is asked for once more, with what was left out beside it', () => {
    segments = [segment(6, false), segment(7, true), segment(8, true)];
    fail('mediaSourceRequiresReset', segments[2]);
    expect(gaps).to.deep.equal([[]]);
  });

  it('is left out when it is refused again', () => {
    segments = [segment(7, true)];
    fail('mediaSourceRequiresReset', segments[0]);
    segments = [segment(7, true), segment(8, true)];
    fail('mediaSourceRequiresReset', segments[0]);
    expect(gaps).to.deep.equal([[], [7]]);
  });

  it('is asked for once more where its list has been renewed meanwhile', () => {
    segments = [];
    const old = segment(7, true);
    fail('mediaSourceRequiresReset', old);
    expect(old.gap).to.equal(false);
  });

  it('stays left out where the list says so', () => {
    segments = [segment(7, true, 'INF', 'GAP')];
    fail('mediaSourceRequiresReset');
    expect(gaps).to.deep.equal([[7]]);
  });

  it('is no matter of another error', () => {
    segments = [segment(7, true)];
    fail('fragLoadError', segments[0]);
    expect(gaps).to.deep.equal([[7]]);
  });
});
