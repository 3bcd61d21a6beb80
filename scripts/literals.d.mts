// SPDX-License-Identifier: MIT
export declare function minifyCss(css: string): string;
export declare const literals: {
  name: string;
  transform(code: string, id: string): Promise<{ code: string } | null>;
};
