// SPDX-License-Identifier: MIT
import type { VitrineError } from '@vitrine/core';
import { expect } from 'chai';
import { createAsk } from './http.js';

describe('a call of the server adapter', () => {
  it('may be repeated when a proxy answers for a back end that is down, whatever code the proxy has', async () => {
    const body = JSON.stringify({ statusCode: 500, code: 'UND_ERR_SOCKET', error: 'Internal Server Error' });
    const ask = createAsk('https://live.example', async () => new Response(body, { status: 500 }));
    const error = await ask('/checkout', { body: {}, commandId: 'c1', signals: [] }).catch(
      (thrown: unknown) => thrown as VitrineError,
    );
    expect(error).to.include({ code: 'SERVER_ERROR', retryable: true, outcome: 'unknown' });
  });
});
