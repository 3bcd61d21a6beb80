// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { render } from 'lit';
import { english } from './console.strings.js';
import { healthCard } from './health-card.js';
import type { View } from './view.js';

describe('the card of the health', () => {
  const box = document.createElement('div');

  /** The line over so many seconds. */
  const points = (seconds: number): string[] | undefined => {
    const delays = Array.from({ length: seconds }, (_, index) => 5000 + index);
    const health = { verdict: 'good', delays, delay: 5000, framesPerSecond: 25, dropped: 0, height: 720 };
    render(healthCard({ health, words: english, locale: 'en' } as unknown as View), box);
    return box.querySelector('polyline')?.getAttribute('points')?.split(' ');
  };

  it('draws a line once there are ten seconds of it, and keeps its place before', () => {
    expect(points(0)).to.equal(undefined);
    expect(box.querySelectorAll('.spark')).to.have.length(0);
    expect(points(9)).to.equal(undefined);
    expect(box.querySelectorAll('.spark')).to.have.length(1);
    expect(points(10)).to.have.length(10);
    expect(points(60)).to.have.length(60);
  });

  it('fills its width with what there is', () => {
    for (const seconds of [10, 31, 60]) {
      const line = points(seconds)!;
      expect(line[0]).to.match(/^0\.0,/);
      expect(line.at(-1)).to.match(/^60\.0,/);
    }
  });
});
