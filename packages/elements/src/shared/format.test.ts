// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { formatDay, formatTime } from './format.js';

describe('a time of day', () => {
  const morning = new Date(2026, 10, 21, 3, 18).getTime();

  it('has no zero before an hour of twelve, and one where the language writes it', () => {
    // (Some engines write a narrow space before AM.)
    expect(formatTime(morning, 'en-US')).to.match(/^3:18\sAM$/);
    expect(formatTime(morning, 'zh-CN')).to.equal('03:18');
    expect(formatTime(morning, 'de')).to.equal('03:18');
  });

  it('is written the same way after a day', () => {
    expect(formatDay(morning, 'en-US')).to.match(/\b3:18\sAM$/);
    expect(formatDay(morning, 'en-GB')).to.match(/\b03:18$/);
  });
});
