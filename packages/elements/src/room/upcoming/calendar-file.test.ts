// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { hostile } from '../../../../core/src/testing/hostile.fixture.js';
import { calendarFile } from './calendar-file.js';

const entry = {
  id: 'demo',
  title: 'First picking: Dancong; tea, cups\nand more',
  startsAt: Date.UTC(2026, 10, 21, 20, 0),
  url: 'https://shop.example/live',
};

describe('calendar file', () => {
  const lines = calendarFile(entry, Date.UTC(2026, 10, 20)).split('\r\n');

  it('has the moment in UTC, and an end', () => {
    expect(lines).to.include('DTSTART:20261121T200000Z').and.include('DTEND:20261121T210000Z');
    expect(lines).to.include('UID:demo-1795291200000@shop.example');
  });

  it('escapes what separates', () => {
    expect(lines).to.include('SUMMARY:First picking: Dancong\\; tea\\, cups\\nand more');
  });

  it('has no line that a title or an id made, however it ends one', () => {
    const ends = ['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\v', '\f', '\0'];
    const titles = [...hostile, ...ends.map((end) => `Tea${end}ATTACH:https://evil.example/a.exe`)];
    for (const title of titles) {
      const text = calendarFile({ ...entry, title, id: title }, 0);
      expect(text).not.to.match(/[^\P{Cc}\r\n]|\r(?!\n)|(?<!\r)\n/u);
      const names = text
        .replaceAll('\r\n ', '')
        .split('\r\n')
        .map((line) => line.split(':')[0]);
      expect(names, title).to.deep.equal(lines.map((line) => line.split(':')[0]));
    }
  });

  it('folds long lines at 75 bytes and cuts no character', () => {
    const title = '凤凰单丛春茶开采'.repeat(12);
    const text = calendarFile({ ...entry, title }, 0);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
    expect(text.replaceAll('\r\n ', '')).to.include(`SUMMARY:${title}`);
  });
});
