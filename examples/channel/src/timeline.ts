// SPDX-License-Identifier: MIT
// The only clock of the channel: which moment of the loop belongs to which moment of the world.
// Loop, segment and frame numbers are counted from a fixed day, so a restarted process continues them.

/**
 * Instant of frame 0 of loop 0, in epoch milliseconds. A recent day: hls.js makes a list as long as the number of
 * discontinuities that there were, and takes its time over millions.
 */
export const anchor = Date.UTC(2026, 10, 1);
/** Length of the loop in milliseconds. */
export const loopMilliseconds = 48_000;
/** Length of one frame in milliseconds. */
export const frameMilliseconds = 40;
/** Length of one segment in milliseconds. */
export const segmentMilliseconds = 2_000;
/** Segments in the loop. */
export const segmentsPerLoop = loopMilliseconds / segmentMilliseconds;
/** Ends of the parts inside a segment in milliseconds: 13, 12, 13 and 12 frames. */
export const partEnds = [520, 1_000, 1_520, 2_000] as const;
/** Parts in a segment. */
export const partsPerSegment = partEnds.length;
/** Longest part in seconds. */
export const partTarget = 0.52;

const rest = (value: number, of: number): number => ((value % of) + of) % of;

/** Burned-in frame number (0 to 1199) captured at an instant given in epoch milliseconds. */
export const frameAt = (programDateTime: number): number =>
  Math.floor(rest(programDateTime - anchor, loopMilliseconds) / frameMilliseconds);

/** What was on air at an instant. */
export interface Truth {
  /** Burned-in frame number, 0 to 1199. */
  readonly frame: number;
  /** How often the loop had run through before. */
  readonly loop: number;
  /** Epoch milliseconds at which exactly this frame was captured. */
  readonly programDateTime: number;
}

/** Frame, loop and the exact capture time of that frame for an instant in epoch milliseconds. */
export const truthAt = (at: number): Truth => {
  const frame = frameAt(at);
  const loop = Math.floor((at - anchor) / loopMilliseconds);
  return { frame, loop, programDateTime: anchor + loop * loopMilliseconds + frame * frameMilliseconds };
};

/** Where the encoder stands: the segment it is filling, and how many parts of that are complete. */
export interface LiveEdge {
  /** Media sequence number of the segment being filled. */
  readonly sequence: number;
  /** Complete parts of it, 0 to 3. */
  readonly parts: number;
}

/** The live edge at an instant in epoch milliseconds. */
export const edgeAt = (now: number): LiveEdge => {
  const since = now - anchor;
  const sequence = Math.floor(since / segmentMilliseconds);
  const inside = since - sequence * segmentMilliseconds;
  return { sequence, parts: partEnds.filter((end) => end <= inside).length };
};

/** Capture time of the first frame of a segment, in epoch milliseconds. */
export const startOf = (sequence: number): number => anchor + sequence * segmentMilliseconds;

/** Instant in epoch milliseconds at which a part is complete; without `part`, the whole segment. */
export const readyAt = (sequence: number, part: number = partsPerSegment - 1): number =>
  startOf(sequence) + (partEnds[part] ?? segmentMilliseconds);

/** Number of the segment inside the loop, 0 to 23. */
export const slotOf = (sequence: number): number => rest(sequence, segmentsPerLoop);

/** How many discontinuities lie before a segment: one at each start of the loop. */
export const discontinuityOf = (sequence: number): number => Math.floor(sequence / segmentsPerLoop);
