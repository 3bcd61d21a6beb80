// SPDX-License-Identifier: MIT
export type ToolName = 'chromium' | 'headless' | 'firefox' | 'webkit' | 'xvfb' | 'ffmpeg' | 'fonts';
export declare function miniBrowser(): string | undefined;
export declare function findTool(name: ToolName): string | undefined;
export declare function ensureTools<N extends ToolName>(names: readonly N[]): Record<N, string>;
