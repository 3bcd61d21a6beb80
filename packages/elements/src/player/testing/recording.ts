// SPDX-License-Identifier: MIT

/** Where the test server hands out the demo show. */
const testFolder = '/examples/channel/media/landscape';

/** Of `index.json`: each part's offset, size, duration and whether it begins with a whole picture. */
interface Index {
  readonly width: number;
  readonly height: number;
  readonly codecs: string;
  readonly bandwidth: number;
  readonly partsPerSegment: number;
  readonly parts: readonly (readonly [offset: number, size: number, duration: number, independent: number])[];
}

export interface Recording {
  readonly url: string;
  /** The moment of its first frame. */
  readonly began: number;
  /** Seconds of the break in its timestamps, where the second half has its own. */
  readonly seconds: number;
  revoke(): void;
}

/**
 * The demo show as a recording of some segments in one or more renditions, which needs no server but one that hands out
 * files; with a break in its middle when it is asked for.
 */
export async function recording(
  names: readonly string[],
  from: number,
  count: number,
  { isBroken = false, folder = testFolder }: { readonly isBroken?: boolean; readonly folder?: string } = {},
): Promise<Recording> {
  const urls: string[] = [];
  const put = (content: BlobPart, type: string): string => {
    const url = URL.createObjectURL(new Blob([content], { type }));
    urls.push(url);
    return url;
  };
  const began = Date.UTC(2020, 0, 1) + from * 2000;
  const lists = await Promise.all(
    names.map(async (name) => {
      const [index, init, media] = await Promise.all([
        fetch(`${folder}/${name}/index.json`).then((reply) => reply.json() as Promise<Index>),
        fetch(`${folder}/${name}/init.mp4`).then((reply) => reply.arrayBuffer()),
        fetch(`${folder}/${name}/media.m4s`).then((reply) => reply.arrayBuffer()),
      ]);
      const segment = (number: number): string => {
        const own = index.parts.slice(number * index.partsPerSegment, (number + 1) * index.partsPerSegment);
        const start = own[0]?.[0] ?? 0;
        const end = own.reduce((sum, [, size]) => sum + size, start);
        return put(media.slice(start, end), 'video/iso.segment');
      };
      const lines = Array.from({ length: count }, (_, place) => {
        // After the break it goes on with what was long before, so its timestamps leap back.
        const isAfter = isBroken && place >= count / 2;
        const number = isAfter ? place - Math.ceil(count / 2) : from + place;
        const isFirst = place === 0 || (isAfter && number === 0);
        const date = new Date(Date.UTC(2020, 0, 1) + number * 2000).toISOString();
        return [
          ...(isFirst && place > 0 ? ['#EXT-X-DISCONTINUITY'] : []),
          ...(isFirst ? [`#EXT-X-PROGRAM-DATE-TIME:${date}`] : []),
          '#EXTINF:2.00000,',
          segment(number),
        ].join('\n');
      });
      const text = `#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:2\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-MAP:URI="${put(init, 'video/mp4')}"\n${lines.join('\n')}\n#EXT-X-ENDLIST\n`;
      const info = `#EXT-X-STREAM-INF:BANDWIDTH=${index.bandwidth},CODECS="${index.codecs}",RESOLUTION=${index.width}x${index.height},FRAME-RATE=25.000`;
      return `${info}\n${put(text, 'application/vnd.apple.mpegurl')}`;
    }),
  );
  const url = put(`#EXTM3U\n#EXT-X-VERSION:9\n${lists.join('\n')}\n`, 'application/vnd.apple.mpegurl');
  return { url, began, seconds: count * 2, revoke: () => urls.forEach((one) => URL.revokeObjectURL(one)) };
}
