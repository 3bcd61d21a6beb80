// SPDX-License-Identifier: MIT
export declare function hasFreshBuild(): boolean;
export declare function outdatedSizes(): string[];
export declare function readmeWithSizes(): Promise<string | null>;
