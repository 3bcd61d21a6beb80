// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { VitrineError } from '../model/index.js';
import { explain } from './explain.js';

describe('explain', () => {
  it('adds the sentence and the mend to an error that carries its code alone', () => {
    expect(explain(new VitrineError('NO_HANDLER', '', { field: 'cart:set' }))).to.equal(
      '[vitrine] NO_HANDLER (cart:set): Nobody answers this request. The adapter lacks the port behind it, or the element that answers it is not on the page.',
    );
  });

  it('keeps what an error says itself', () => {
    const error = new VitrineError('BAD_URL', 'Refused: scheme javascript:.', { mend: 'Send another.' });
    expect(explain(error)).to.equal('[vitrine] BAD_URL: Refused: scheme javascript:. Send another.');
  });

  it('says at least the code', () => {
    expect(explain(new VitrineError('UNKNOWN', ''))).to.equal('[vitrine] UNKNOWN: UNKNOWN');
  });
});
