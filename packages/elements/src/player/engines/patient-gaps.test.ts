// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { GapController } from 'hls.js';
import { holdTime, unmountAll, type HeldTime } from '../../shared/testing/index.js';
import { patientGaps } from './patient-gaps.js';

describe('holes before the first picture', () => {
  let time: HeldTime;
  let looks: number;
  let ranges: readonly (readonly [number, number])[];
  let video: { readyState: number; currentTime: number; buffered: Pick<TimeRanges, 'length' | 'start' | 'end'> };
  let look: () => void;

  beforeEach(() => {
    time = holdTime();
    looks = 0;
    ranges = [];
    video = {
      readyState: HTMLMediaElement.HAVE_METADATA,
      currentTime: 0,
      buffered: {
        get length() {
          return ranges.length;
        },
        start: (index) => ranges[index]![0],
        end: (index) => ranges[index]![1],
      },
    };
    class Gaps {
      poll(): void {
        looks++;
      }
    }
    const Patient = patientGaps(Gaps as unknown as typeof GapController, video as HTMLVideoElement);
    const patient = new (Patient as unknown as new () => GapController)();
    look = () => patient.poll(0, 0);
  });

  afterEach(unmountAll);

  it('are the browser’s while they are of a frame, for two seconds', async () => {
    ranges = [[0.01, 2]];
    look();
    await time.pass(1900);
    look();
    expect(looks).to.equal(0);
    await time.pass(200);
    look();
    expect(looks).to.equal(1);
  });

  it('are stepped over where they are longer', () => {
    ranges = [[0.4, 2]];
    look();
    expect(looks).to.equal(1);
  });

  it('are stepped over as ever once there is a picture', () => {
    ranges = [[0.01, 2]];
    video.readyState = HTMLMediaElement.HAVE_CURRENT_DATA;
    look();
    expect(looks).to.equal(1);
  });
});
