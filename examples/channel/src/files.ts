// SPDX-License-Identifier: MIT
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Reply, refusal } from './reply.js';

const types: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.json': 'application/json; charset=utf-8',
  '.mp4': 'video/mp4',
  '.m4s': 'video/mp4',
};

/** Serves posters, product pictures, their lists and whole recordings from the media folder. `path` starts after `/media`. */
export const fileReply = async (mediaDir: string, path: string): Promise<Reply> => {
  const type = types[extname(path)];
  // Plain names only, so that no path can lead out of the folder.
  if (type === undefined || !/^(?:\/[\w-]+(?:\.[\w-]+)*)+$/.test(path)) return refusal(404, 'No such file.');
  try {
    const body = await readFile(join(mediaDir, path));
    return {
      status: 200,
      type,
      body,
      cache: 'public, max-age=3600',
      headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
    };
  } catch {
    return refusal(404, 'No such file.');
  }
};
