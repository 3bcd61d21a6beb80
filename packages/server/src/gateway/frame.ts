// SPDX-License-Identifier: MIT

// RFC 6455, section 5.2: final fragment, then the opcode.
const finalText = 0x81;
const finalBinary = 0x82;

/**
 * The bytes of one unmasked, final WebSocket frame. Built once and written to every socket of a room, where `ws` would
 * build the header anew for each.
 */
export function buildFrame(payload: Buffer, kind: 'text' | 'binary'): Buffer {
  const { length } = payload;
  const size = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(size + length);
  frame[0] = kind === 'text' ? finalText : finalBinary;
  if (size === 2) frame[1] = length;
  else if (size === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  payload.copy(frame, size);
  return frame;
}
