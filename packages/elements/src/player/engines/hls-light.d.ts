// SPDX-License-Identifier: MIT
// The light build ships no types of its own; it is the same class with fewer parts inside.
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
