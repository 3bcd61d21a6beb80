// SPDX-License-Identifier: MIT
export declare function startWebKitDriver(): Promise<{ port: number; capabilities: object; stop(): void }>;
