// SPDX-License-Identifier: MIT

/** Milliseconds since 1970 on the back end's clock. */
export type EpochMs = number;

/**
 * A moment of the show: milliseconds since 1970 on the encoder's clock, as the playlist's
 * EXT-X-PROGRAM-DATE-TIME tells it (RFC 8216 section 4.3.2.6). Never mixed with {@link EpochMs} in one field.
 */
export type ProgramTime = number;

/** A span in milliseconds. */
export type Ms = number;
