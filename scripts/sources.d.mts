// SPDX-License-Identifier: MIT
export declare const root: string;
export declare const packageNames: readonly string[];
export declare const unpublished: readonly string[];
export declare function manifestOf(name: string): {
  name: string;
  exports: Record<string, Record<string, string>>;
  dependencies?: Record<string, string>;
  bin?: Record<string, string>;
};
export declare function filesBelow(folder: string): string[];
export declare function sourcesOf(name: string): string[];
export declare function entriesOf(name: string): Record<string, string>;
