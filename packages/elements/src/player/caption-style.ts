// SPDX-License-Identifier: MIT

/** How the viewer wants captions, kept on this device. */
export interface CaptionStyle {
  /** Of the usual size, in percent. */
  readonly size: (typeof captionSizes)[number];
  readonly ink: (typeof captionInks)[number];
  /** What lies behind the words; without it they are outlined. */
  readonly ground: (typeof captionGrounds)[number];
}

export const captionSizes = [75, 100, 150, 200] as const;
/** All of them light: each can be read on every ground. */
export const captionInks = ['white', 'yellow', 'cyan', 'green'] as const;
export const captionGrounds = ['soft', 'solid', 'none'] as const;

const key = 'vitrine:captions';
const usual: CaptionStyle = { size: 100, ink: 'white', ground: 'soft' };

/** Where the browser refuses storage the choice lasts as long as the page. */
let memory: CaptionStyle | null = null;

const known = <T>(all: readonly T[], value: unknown, otherwise: T): T => all.find((one) => one === value) ?? otherwise;

export function readCaptionStyle(): CaptionStyle {
  if (memory) return memory;
  try {
    const { size, ink, ground } = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    return {
      size: known(captionSizes, size, usual.size),
      ink: known(captionInks, ink, usual.ink),
      ground: known(captionGrounds, ground, usual.ground),
    };
  } catch {
    return usual;
  }
}

export function keepCaptionStyle(style: CaptionStyle): void {
  try {
    localStorage.setItem(key, JSON.stringify(style));
  } catch {
    // Full or forbidden.
    memory = style;
  }
}
