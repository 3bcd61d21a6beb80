// SPDX-License-Identifier: MIT
import type { OptionAxis } from '@vitrine/core';

/** How much tea is in the tin. */
export const weights: OptionAxis = {
  id: 'weight',
  name: 'Weight',
  display: 'chips',
  values: ['50', '100', '250', '500'].map((grams) => ({ id: grams, name: `${grams} g` })),
};

/** What the gaiwan is glazed with. */
export const glazes: OptionAxis = {
  id: 'glaze',
  name: 'Glaze',
  display: 'swatches',
  values: [
    { id: 'celadon', name: 'Celadon', swatch: '#5e8f79' },
    { id: 'indigo', name: 'Indigo', swatch: '#34507a' },
  ],
};

/** How much a gaiwan holds. */
export const volumes: OptionAxis = {
  id: 'size',
  name: 'Size',
  display: 'chips',
  values: [
    { id: '110', name: '110 ml' },
    { id: '150', name: '150 ml' },
  ],
};

/** What the jacket is dyed with. */
export const dyes: OptionAxis = {
  id: 'colour',
  name: 'Colour',
  display: 'swatches',
  values: [
    { id: 'celadon', name: 'Celadon', swatch: '#4f8a78' },
    { id: 'rosewood', name: 'Rosewood', swatch: '#8c3b45' },
    { id: 'ink', name: 'Ink', swatch: '#3c4a5c' },
  ],
};

/** How large the jacket is. */
export const sizes: OptionAxis = {
  id: 'size',
  name: 'Size',
  display: 'chips',
  values: ['S', 'M', 'L', 'XL'].map((size) => ({ id: size.toLowerCase(), name: size })),
};
