// SPDX-License-Identifier: MIT
import type { ProgramTime } from '@vitrine/core';
import type { BufferAppendingData, Fragment, LevelDetails } from 'hls.js';
import { firstPicture, readVideoTrack, type VideoTrack } from './first-picture.js';
import { ProgramClock } from './program-clock.js';

/** Which moment of the show is at which second of the video: exact where media was appended, by the list elsewhere. */
export class ShowTime {
  readonly #details: () => LevelDetails | null;
  readonly #clock = new ProgramClock();
  #track: VideoTrack | null = null;
  /** The fragment that was learnt from last. */
  #last: Fragment | null = null;

  constructor(details: () => LevelDetails | null) {
    this.#details = details;
  }

  programTimeAt(mediaTime: number): ProgramTime | null {
    const exact = this.#clock.programTimeAt(mediaTime);
    if (exact !== null) return exact;
    const fragment = this.#fragments().findLast(({ start }) => start <= mediaTime);
    const began = fragment?.programDateTime ?? null;
    return fragment && began !== null ? began + (mediaTime - fragment.start) * 1000 : null;
  }

  mediaTimeAt(programTime: ProgramTime): number | null {
    const exact = this.#clock.mediaTimeAt(programTime);
    if (exact !== null) return exact;
    const dated = this.#fragments().filter(({ programDateTime }) => programDateTime !== null);
    const fragment = dated.findLast(({ programDateTime }) => (programDateTime as number) <= programTime) ?? dated[0];
    return fragment ? fragment.start + (programTime - (fragment.programDateTime as number)) / 1000 : null;
  }

  /** Learns from a piece of media when its first picture will be shown. */
  learn({ type, frag, part, data, chunkMeta, offset = 0 }: BufferAppendingData): void {
    if (type === 'audio') return;
    // (A fragment that comes in pieces is dated at its first.)
    if (!part && frag === this.#last && chunkMeta.id > 1) return;
    if (frag.sn === 'initSegment' || !this.#track) this.#track = readVideoTrack(data) ?? this.#track;
    const began = frag.programDateTime;
    const first = this.#track && frag.sn !== 'initSegment' ? firstPicture(data, this.#track) : null;
    if (first === null || began === null) return;
    this.#last = frag;
    const piece = part ?? frag;
    this.#clock.add(first + offset, piece.duration, began + (part?.fragOffset ?? 0) * 1000);
  }

  #fragments(): LevelDetails['fragments'] {
    const details = this.#details();
    if (!details) return [];
    return details.fragmentHint ? [...details.fragments, details.fragmentHint] : details.fragments;
  }
}
