// SPDX-License-Identifier: MIT
import type { ProgramTime } from '@vitrine/core';
import { Refusal } from '../refusal.js';

/** The year 2100: a time beyond it is a mistake of the unit. */
export const maximumTime = 4_102_444_800_000;
const pastAllowed = 6 * 3_600_000;
const futureAllowed = 60_000;

/**
 * Checks a moment the host gave.
 * @param now this moment of the show
 * @throws {Refusal} `BAD_INPUT` when it is not of this show
 */
export function checkMoment(at: ProgramTime | undefined, now: ProgramTime): ProgramTime | undefined {
  if (at === undefined || (at >= now - pastAllowed && at <= now + futureAllowed)) return at;
  throw new Refusal('BAD_INPUT', 'This moment is not of the show.', {
    field: 'at',
    mend: "Send milliseconds since 1970 on the encoder's clock, at most six hours ago.",
  });
}
