// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { VitrineError } from './error.js';
import { checkUrl, safeUrl } from './urls.js';

describe('checkUrl', () => {
  it('takes what a shop sends', () => {
    expect(checkUrl('https://shop.example/p/1?a=b#c', 'link')).to.equal('https://shop.example/p/1?a=b#c');
    expect(checkUrl('data:image/svg+xml;base64,AAAA', 'image')).to.contain('data:image');
    expect(checkUrl('http://127.0.0.1:4174/pay/1', 'checkout')).to.contain('/pay/1');
  });

  it('refuses every scheme that is not for the use', () => {
    const bad = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\tscript:alert(1)',
      ' javascript:alert(1)',
      'vbscript:x',
      'data:text/html,<script>alert(1)</script>',
      'blob:https://shop.example/1',
      'file:///etc/passwd',
      'https:\\\\evil.example',
      'https://user:secret@shop.example/',
      '',
      `https://shop.example/${'a'.repeat(3000)}`,
    ];
    for (const url of bad) {
      expect(safeUrl(url, 'link'), url).to.equal(undefined);
      expect(() => checkUrl(url, 'link', 'product.url'))
        .to.throw(VitrineError)
        .with.property('field', 'product.url');
    }
    expect(safeUrl('data:text/html,x', 'image')).to.equal(undefined);
    expect(safeUrl(42, 'link')).to.equal(undefined);
  });

  it('sends nobody to pay over plain http', () => {
    expect(safeUrl('http://shop.example/pay', 'checkout')).to.equal(undefined);
    expect(safeUrl('https://shop.example/pay', 'checkout')).to.equal('https://shop.example/pay');
  });
});
