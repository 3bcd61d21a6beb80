// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { distanceBehind, openingVariant } from './opening.js';
import { openingOf, readMediaList, readMultivariant } from './playlist.js';

const base = 'https://media.example.test/show/master.m3u8';

const multivariant = `#EXTM3U
#EXT-X-STREAM-INF:BANDWIDTH=2800000,AVERAGE-BANDWIDTH=2500000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720
720p/index.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=800000,CODECS="avc1.64001e,mp4a.40.2",RESOLUTION=640x360
360p/index.m3u8?token=a,b
`;

const segments = (count: number, from = 10): string =>
  Array.from({ length: count }, (_, index) => `#EXTINF:2.00000,\n${from + index}.m4s`).join('\n');

const plain = `#EXTM3U
#EXT-X-TARGETDURATION:2
#EXT-X-MEDIA-SEQUENCE:10
#EXT-X-MAP:URI="init.mp4"
${segments(5)}
`;

const part = (segment: number, index: number): string =>
  `#EXT-X-PART:DURATION=0.5,URI="${segment}.${index}.m4s"${index % 2 === 0 ? ',INDEPENDENT=YES' : ''}`;

const lowLatency = `#EXTM3U
#EXT-X-TARGETDURATION:2
#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.600,HOLD-BACK=6.000
#EXT-X-PART-INF:PART-TARGET=0.500
#EXT-X-MAP:URI="init.mp4"
${segments(2)}
${[0, 1, 2, 3].map((index) => part(12, index)).join('\n')}
#EXTINF:2.00000,
12.m4s
${part(13, 0)}
#EXT-X-PRELOAD-HINT:TYPE=PART,URI="13.1.m4s"
`;

describe('the lists of a stream', () => {
  it('reads the variants, with absolute addresses', () => {
    const { variants, needsAll } = readMultivariant(multivariant, base)!;
    expect(needsAll).to.equal(false);
    expect(variants.map(({ url }) => url)).to.deep.equal([
      'https://media.example.test/show/720p/index.m3u8',
      'https://media.example.test/show/360p/index.m3u8?token=a,b',
    ]);
    expect(variants[0]).to.include({ bandwidth: 2_800_000, width: 1280, height: 720, codecs: 'avc1.64001f,mp4a.40.2' });
  });

  for (const [what, line] of [
    ['subtitles', '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="English",URI="en.m3u8"'],
    ['separate audio', '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",URI="en.m3u8"'],
    ['closed captions', '#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="c",NAME="English",INSTREAM-ID="CC1"'],
    ['steering', '#EXT-X-CONTENT-STEERING:SERVER-URI="/steering"'],
    ['a key', '#EXT-X-SESSION-KEY:METHOD=SAMPLE-AES,URI="skd://key"'],
  ]) {
    it(`asks for the full engine where there is ${what}`, () => {
      expect(readMultivariant(multivariant.replace('#EXTM3U', `#EXTM3U\n${line}`), base)?.needsAll).to.equal(true);
    });
  }

  it('asks for the full engine where a variant has a backup', () => {
    const [, variant = ''] = /(#EXT-X-STREAM-INF:BANDWIDTH=8[^]*)/.exec(multivariant) ?? [];
    expect(readMultivariant(`${multivariant}${variant.replace('360p', 'backup')}`, base)?.needsAll).to.equal(true);
    const named = multivariant.replace('BANDWIDTH=800000', 'PATHWAY-ID="a",BANDWIDTH=800000');
    expect(readMultivariant(named, base)?.needsAll).to.equal(true);
  });

  it('is content with the light engine where audio is inside the variants', () => {
    const line = '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",DEFAULT=YES';
    expect(readMultivariant(multivariant.replace('#EXTM3U', `#EXTM3U\n${line}`), base)?.needsAll).to.equal(false);
  });

  it('knows a media list from a multivariant one', () => {
    expect(readMultivariant(plain, base)).to.equal(null);
    expect(readMediaList(multivariant, base)).to.equal(null);
  });

  it('starts a plain live stream two segments before the end of its list', () => {
    const list = readMediaList(plain, base)!;
    expect(distanceBehind(list, true)).to.equal(4);
    expect(openingOf(list, true, 4)?.urls).to.deep.equal(['https://media.example.test/show/13.m4s']);
    expect(openingOf(list, true, 4)?.init).to.equal('https://media.example.test/show/init.mp4');
  });

  it('starts a low-latency stream at the independent part where the server asks for, and takes what follows', () => {
    const list = readMediaList(lowLatency, base)!;
    expect(distanceBehind(list, true)).to.equal(1.6);
    // The end is at 6.5 s of the list, so 4.9 s: in the first half of segment 12, whose parts 0 and 2 are independent.
    expect(openingOf(list, true, 1.6)?.urls.map((url) => url.split('/').at(-1))).to.deep.equal([
      '12.0.m4s',
      '12.1.m4s',
      '12.2.m4s',
      '12.3.m4s',
      '13.0.m4s',
    ]);
  });

  it('leaves parts alone where low latency is not wanted', () => {
    const list = readMediaList(lowLatency, base)!;
    expect(distanceBehind(list, false)).to.equal(6);
    expect(openingOf(list, false, 6)?.urls.map((url) => url.split('/').at(-1))).to.deep.equal(['10.m4s']);
  });

  it('starts a recording at its beginning, or where it is to begin', () => {
    const list = readMediaList(`${plain}#EXT-X-ENDLIST\n`, base)!;
    expect(list.isLive).to.equal(false);
    expect(openingOf(list, true, Infinity)?.urls).to.deep.equal(['https://media.example.test/show/10.m4s']);
    expect(openingOf(list, true, 4.1)?.urls).to.deep.equal(['https://media.example.test/show/12.m4s']);
  });

  it('opens with the initialisation of what it opens with, and with nothing that needs another', () => {
    const turned = plain.replace('#EXTINF:2.00000,\n13', '#EXT-X-MAP:URI="other.mp4"\n#EXTINF:2.00000,\n13');
    const list = readMediaList(turned, base)!;
    const initAt = (behind: number): string | undefined => openingOf(list, true, behind)?.init?.split('/').at(-1);
    expect([Infinity, 6, 4].map(initAt)).to.deep.equal(['init.mp4', 'init.mp4', 'other.mp4']);
    const broken = readMediaList(lowLatency.replace(part(13, 0), `#EXT-X-MAP:URI="other.mp4"\n${part(13, 0)}`), base)!;
    expect(openingOf(broken, true, 1.6)?.urls.at(-1)).to.contain('12.3.m4s');
  });

  it('knows where and when the first of it begins', () => {
    const dated = plain.replace('#EXTINF', '#EXT-X-PROGRAM-DATE-TIME:2026-11-20T10:00:00.000Z\n#EXTINF');
    const opening = openingOf(readMediaList(dated, base)!, true, 4);
    expect(opening?.at).to.equal(6);
    expect(opening?.date).to.equal(Date.UTC(2026, 10, 20, 10, 0, 6));
    expect(openingOf(readMediaList(plain, base)!, true, 4)?.date).to.deep.equal(NaN);
  });

  it('does not guess where a list holds byte ranges, variables or keys', () => {
    for (const line of [
      '#EXT-X-BYTERANGE:100@0',
      '#EXT-X-DEFINE:NAME="a",VALUE="b"',
      '#EXT-X-KEY:METHOD=AES-128,URI="k"',
    ]) {
      expect(readMediaList(plain.replace('#EXTINF', `${line}\n#EXTINF`), base)).to.equal(null);
    }
  });
});

describe('the rendition to open with', () => {
  const variant = (height: number, bandwidth: number) => ({
    url: `${height}`,
    bandwidth,
    width: (height * 16) / 9,
    height,
    codecs: '',
  });
  const ladder = [variant(1080, 5_000_000), variant(360, 800_000), variant(720, 2_800_000), variant(180, 300_000)];
  const choose = (size: { width: number; height: number }, quality: 'auto' | 'saver' | number = 'auto') =>
    openingVariant(ladder, { size, quality }).height;

  it('is one that an unknown line surely carries', () => {
    expect(choose({ width: 1920, height: 1080 })).to.equal(360);
  });

  it('is no larger than the box needs', () => {
    expect(choose({ width: 300, height: 170 })).to.equal(180);
  });

  it('is the lowest for those who save data, and the one that was asked for', () => {
    expect(choose({ width: 1920, height: 1080 }, 'saver')).to.equal(180);
    expect(choose({ width: 300, height: 170 }, 720)).to.equal(720);
  });

  it('is the lowest where nothing fits, and never sound alone where there is a picture', () => {
    const sound = { url: 'sound', bandwidth: 64_000, width: 0, height: 0, codecs: 'mp4a.40.2' };
    const large = [variant(1080, 5_000_000), sound];
    expect(openingVariant(large, { size: { width: 640, height: 360 }, quality: 'auto' }).height).to.equal(1080);
  });
});
