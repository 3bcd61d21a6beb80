// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { VitrineError } from './error.js';
import { addMoney, compareMoney, exponentOf, money, multiplyMoney, parseMoney, toDecimal } from './money.js';

function refusal(run: () => unknown): VitrineError {
  try {
    run();
  } catch (error) {
    return error as VitrineError;
  }
  throw new Error('Nothing was refused.');
}

describe('money', () => {
  it('knows the decimals of ISO 4217, whatever the engine says', () => {
    expect(['JPY', 'EUR', 'HUF', 'KWD', 'UYW'].map(exponentOf)).to.deep.equal([0, 2, 2, 3, 4]);
  });

  it('reads decimals digit by digit, without a float in between', () => {
    expect(parseMoney('19.99', 'EUR')).to.deep.equal({ minor: 1999, currency: 'EUR' });
    expect(parseMoney('4.35', 'EUR').minor).to.equal(435);
    expect(parseMoney('0.001', 'KWD').minor).to.equal(1);
    expect(parseMoney('9800', 'JPY').minor).to.equal(9800);
    expect(parseMoney('-1.5', 'EUR').minor).to.equal(-150);
    expect(parseMoney('12.0', 'JPY').minor).to.equal(12);
    expect(Object.is(parseMoney('-0', 'EUR').minor, 0)).to.equal(true);
  });

  it('refuses a price with more decimals than the currency has, and names the field and the mend', () => {
    const error = refusal(() => parseMoney('1.999', 'EUR'));
    expect(error).to.include({ code: 'BAD_MONEY', field: 'price' });
    expect(error.mend).to.contain('2 decimals');
    expect(refusal(() => parseMoney('9800.5', 'JPY')).code).to.equal('BAD_MONEY');
  });

  it('refuses what is no amount', () => {
    for (const text of ['', '1,5', '1e3', ' 1', '1.', '.5', 'NaN', '٣', '0x10', '1_000']) {
      expect(refusal(() => parseMoney(text, 'EUR')).code, text).to.equal('BAD_MONEY');
    }
    expect(refusal(() => money(0.1, 'EUR')).field).to.equal('minor');
    expect(refusal(() => parseMoney('99999999999999999', 'EUR')).code).to.equal('BAD_MONEY');
    for (const code of ['eur', 'EURO', '€', '']) expect(refusal(() => money(1, code)).field).to.equal('currency');
  });

  it('writes back exactly what it read', () => {
    for (const [text, currency] of [
      ['1234.50', 'EUR'],
      ['0.007', 'KWD'],
      ['-0.05', 'USD'],
      ['88', 'JPY'],
    ] as const) {
      expect(toDecimal(parseMoney(text, currency))).to.equal(text);
    }
  });

  it('reckons in one currency only', () => {
    expect(addMoney(money(1, 'EUR'), money(2, 'EUR')).minor).to.equal(3);
    expect(multiplyMoney(money(1999, 'EUR'), 3).minor).to.equal(5997);
    expect(compareMoney(money(1, 'EUR'), money(2, 'EUR'))).to.be.lessThan(0);
    expect(refusal(() => addMoney(money(1, 'EUR'), money(1, 'JPY'))).code).to.equal('CURRENCY_MISMATCH');
  });
});
