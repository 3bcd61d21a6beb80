// SPDX-License-Identifier: MIT
// Lit's templates and styles, made smaller for the CDN build without changing what a viewer sees.
import { basename } from 'node:path';
import { minifyHTMLLiterals } from 'minify-literals';

/**
 * CSS without comments and with the spaces it needs. Nothing is rewritten: a declaration repeated on purpose, the
 * second for browsers that know it, must stay twice.
 */
export function minifyCss(css) {
  const strings = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\/\*[^]*?\*\/|\s+/g;
  const collapsed = css.replace(strings, (_, string) => string ?? ' ');
  const around = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\s*([{};,])\s*|(:)\s+/g;
  return collapsed
    .replace(around, (_, string, sign, colon) => string ?? sign ?? colon)
    .replaceAll(';}', '}')
    .trim();
}

/**
 * Lit templates without comments and line breaks. White space collapses to one space and never to none: between two
 * inline elements it is a space that the viewer sees.
 */
export const literals = {
  name: 'literals',
  async transform(code, id) {
    // (TypeScript prints a space between tag and template.)
    if (!id.endsWith('.ts') || !/\b(html|svg|css)\s*`/.test(code)) return null;
    return minifyHTMLLiterals(code, {
      fileName: basename(id),
      css: minifyCss,
      html: {
        caseSensitive: true,
        collapseWhitespace: true,
        conservativeCollapse: true,
        removeComments: true,
        keepClosingSlash: true,
        decodeEntities: false,
        minifyCSS: false,
        minifyJS: false,
        removeEmptyAttributes: false,
        removeDefaultTypeAttributes: false,
        removeAttributeQuotes: false,
      },
    });
  },
};
