// SPDX-License-Identifier: MIT

/**
 * A fresh random id of 128 bits as 32 hex digits. `crypto.randomUUID` exists in secure contexts only, and a
 * shop under development on plain http is none, so the bits are taken from `getRandomValues`.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
