// SPDX-License-Identifier: MIT
export declare function build(options?: {
  only?: readonly string[];
  force?: boolean;
  log?: (line: string) => void;
}): Promise<string[]>;
