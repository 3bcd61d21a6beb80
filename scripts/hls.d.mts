// SPDX-License-Identifier: MIT
import type { Plugin, RenderChunkHook } from 'rollup';

export const hls: Plugin;
export const squeezeHls: RenderChunkHook;
export function isHls(chunk: { readonly moduleIds: readonly string[] }): boolean;
