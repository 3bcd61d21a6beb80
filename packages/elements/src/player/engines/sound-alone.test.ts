// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { soundListIn } from './sound-alone.js';

const base = 'https://media.example.test/show/master.m3u8';
const picture = `#EXT-X-STREAM-INF:BANDWIDTH=800000,CODECS="avc1.64001e,mp4a.40.2",RESOLUTION=640x360
360p/index.m3u8`;
const listed = (...entries: string[]): string | null => soundListIn(['#EXTM3U', ...entries, ''].join('\n'), base);

describe('the sound of a stream alone', () => {
  it('is the smallest variant without a picture', () => {
    expect(
      listed(
        picture,
        '#EXT-X-STREAM-INF:BANDWIDTH=128000,CODECS="mp4a.40.2"\nsound/high.m3u8',
        '#EXT-X-STREAM-INF:BANDWIDTH=48000,CODECS="mp4a.40.5"\nsound/low.m3u8?token=a',
      ),
    ).to.equal('https://media.example.test/show/sound/low.m3u8?token=a');
  });

  it('is the default of the sound that is apart from the picture', () => {
    expect(
      listed(
        '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="English",URI="words.m3u8"',
        '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="Deutsch",URI="de.m3u8"',
        '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",DEFAULT=YES,URI="en.m3u8"',
        picture,
      ),
    ).to.equal('https://media.example.test/show/en.m3u8');
  });

  for (const [what, entries] of [
    ['there are only pictures with sound', [picture]],
    ['sound is named but inside the pictures', ['#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English"', picture]],
    ['codecs are not named', ['#EXT-X-STREAM-INF:BANDWIDTH=48000\nunknown.m3u8']],
    ['its address is none', ['#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",URI="https://:"', picture]],
    ['it is a media list', ['#EXTINF:2,\n1.m4s']],
  ] as const) {
    it(`is not there where ${what}`, () => {
      expect(listed(...entries)).to.equal(null);
    });
  }
});
