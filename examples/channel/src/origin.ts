// SPDX-License-Identifier: MIT
import { edgeAt, segmentsPerLoop, slotOf } from './timeline.js';

/**
 * What happens at the encoder and the packager of a channel, rather than on the way to the viewer. Everything but
 * `setParts` takes effect with the next segment, and stays with the segments it concerned.
 */
export interface Origin {
  /**
   * The next whole segments come from another show of the media set, between two discontinuities: another size of the
   * picture and another codec profile, as around an advertisement.
   */
  splice(show: string, segments: number): void;
  /** The encoder's clock is set: program date-times are off by so many milliseconds from then on. */
  moveClock(milliseconds: number): void;
  /** The packager starts anew: media sequence numbers count from 0, and what there was before is gone. */
  restart(): void;
  /** Without parts the low-latency playlists list whole segments only, and hold no request. */
  setParts(isOn: boolean): void;
}

interface Splice {
  readonly show: string;
  /** Media sequence numbers of the first segment and of the first after it. */
  readonly from: number;
  readonly until: number;
}

/** How an origin's past and state show in its playlists. Sequence numbers are those of the timeline. */
export interface OriginView {
  readonly hasParts: boolean;
  /** The timeline's number of the segment that the playlists call 0. */
  readonly base: number;
  /** By how much the program date-time of a segment is off, in milliseconds. */
  clockOf(sequence: number): number;
  /** The show a segment was spliced from. */
  spliceOf(sequence: number): string | undefined;
  /** Whether the media before a segment does not run on into it. */
  isBreak(sequence: number, hasLoops: boolean): boolean;
  /** How many breaks there were up to and with a segment. */
  breaksUntil(sequence: number, hasLoops: boolean): number;
}

/** An origin to which nothing has happened. */
export const calm: OriginView = originOf(() => 0, []).view;

/** `now` gives epoch milliseconds; `shows` are those of the media set. */
export function originOf(
  now: () => number,
  shows: readonly string[],
): { readonly origin: Origin; readonly view: OriginView } {
  let hasParts = true;
  let base = 0;
  const splices: Splice[] = [];
  const clocks: { readonly from: number; readonly milliseconds: number }[] = [];
  const nextSegment = (): number => edgeAt(now()).sequence + 1;
  const isEdge = (sequence: number): boolean =>
    splices.some(({ from, until }) => sequence === from || sequence === until);
  const isLoop = (sequence: number): boolean => slotOf(sequence) === 0;
  return {
    origin: {
      splice(show, segments) {
        if (!shows.includes(show)) throw new RangeError(`No show is called "${show}", only ${shows.join(', ')}.`);
        const from = nextSegment();
        splices.push({ show, from, until: from + segments });
      },
      moveClock: (milliseconds) => void clocks.push({ from: nextSegment(), milliseconds }),
      // The segment before the one that is being written is kept: a playlist must list one.
      restart: () => void (base = edgeAt(now()).sequence - 1),
      setParts: (isOn) => void (hasParts = isOn),
    },
    view: {
      get hasParts() {
        return hasParts;
      },
      get base() {
        return base;
      },
      clockOf: (sequence) => clocks.filter(({ from }) => from <= sequence).at(-1)?.milliseconds ?? 0,
      spliceOf: (sequence) => splices.find(({ from, until }) => from <= sequence && sequence < until)?.show,
      isBreak: (sequence, hasLoops) => isEdge(sequence) || (hasLoops && isLoop(sequence)),
      breaksUntil(sequence, hasLoops) {
        const edges = new Set(splices.flatMap(({ from, until }) => [from, until]));
        const own = [...edges].filter((at) => base <= at && at <= sequence && !(hasLoops && isLoop(at))).length;
        const loops =
          Math.floor(sequence / segmentsPerLoop) - (base > 0 ? Math.floor((base - 1) / segmentsPerLoop) : 0);
        return own + (hasLoops ? loops : 0);
      },
    },
  };
}

/** The name of a segment or part in the playlists' own count. */
export const nameOf = ({ base }: OriginView, sequence: number, part?: number): string =>
  `${sequence - base}${part === undefined ? '' : `.${part}`}.m4s`;
