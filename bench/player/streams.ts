// SPDX-License-Identifier: MIT

/** The streams that are played, as paths on the channel. */
export const streams = {
  'LL-HLS': '/live/landscape/master.m3u8',
  'live, 2 s segments': '/plain/landscape/master.m3u8',
  recording: '/vod/landscape/master.m3u8',
} as const;
