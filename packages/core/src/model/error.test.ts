// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { describeError, toErrorCode, toVitrineError, VitrineError } from './error.js';

describe('VitrineError', () => {
  it('knows which failures may pass by themselves', () => {
    expect(new VitrineError('NETWORK', 'x').retryable).to.equal(true);
    expect(new VitrineError('OUT_OF_STOCK', 'x').retryable).to.equal(false);
    expect(new VitrineError('OUT_OF_STOCK', 'x', { retryable: true }).retryable).to.equal(true);
  });

  it('is made of whatever was thrown', () => {
    const error = new VitrineError('MUTED', 'x');
    expect(toVitrineError(error)).to.equal(error);
    expect(toVitrineError(new DOMException('gone', 'AbortError')).code).to.equal('ABORTED');
    expect(toVitrineError(new DOMException('late', 'TimeoutError'))).to.include({
      code: 'TIMEOUT',
      outcome: 'unknown',
    });
    expect(toVitrineError('text', 'NETWORK')).to.include({ code: 'NETWORK', message: 'text' });
    expect(['MUTED', 'SOMETHING_NEWER', 'no code', '', 7].map(toErrorCode)).to.deep.equal([
      'MUTED',
      'SOMETHING_NEWER',
      'UNKNOWN',
      'UNKNOWN',
      'UNKNOWN',
    ]);
  });

  it('tells a developer what to do in one line', () => {
    const error = new VitrineError('BAD_URL', 'The URL is empty.', { field: 'url', mend: 'Send one.' });
    expect(describeError(error)).to.equal('[vitrine] BAD_URL (url): The URL is empty. Send one.');
  });
});
