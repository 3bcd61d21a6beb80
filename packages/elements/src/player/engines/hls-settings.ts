// SPDX-License-Identifier: MIT
import type { HlsConfig } from 'hls.js';
import type { EngineOptions } from './engine.js';
import { loaderClass } from './loader.js';
import { lineEstimate } from './opening.js';
import type { Prefetch } from './prefetch.js';

type Policy = HlsConfig['fragLoadPolicy'];

/** Seconds of media to load before there is a picture, and at most. */
const firstBuffer = 4;
export const longestBuffer = 60;

const patient = (maxLoadTimeMs: number): Policy => ({
  default: {
    maxTimeToFirstByteMs: 5000,
    maxLoadTimeMs,
    timeoutRetry: null,
    // Only what the loader gives back ends here: media that is gone. A number, so that hls.js may step over it.
    errorRetry: { maxNumRetry: 1, retryDelayMs: 200, maxRetryDelayMs: 200 },
  },
});

/** How hls.js is set up. */
export function hlsSettings({ ladder, lowLatency }: EngineOptions, prefetch: Prefetch): Partial<HlsConfig> {
  return {
    // A worker would need `worker-src` of strict pages, and fragmented MP4 needs no transmuxing.
    enableWorker: false,
    loader: loaderClass(ladder, prefetch),
    lowLatencyMode: lowLatency,
    testBandwidth: false,
    abrEwmaDefaultEstimate: lineEstimate(),
    // Parts are small and come as they are made: the usual caution would keep the lowest rendition for ever.
    abrBandWidthUpFactor: 0.85,
    capLevelToPlayerSize: true,
    maxDevicePixelRatio: 2,
    maxBufferLength: 20,
    maxMaxBufferLength: firstBuffer,
    backBufferLength: 10,
    liveDurationInfinity: true,
    enableDateRangeMetadataCues: false,
    enableEmsgMetadataCues: false,
    enableID3MetadataCues: false,
    manifestLoadPolicy: patient(10_000),
    playlistLoadPolicy: patient(10_000),
    fragLoadPolicy: patient(20_000),
  };
}
