// SPDX-License-Identifier: MIT

/** How much larger than usual the words of the chat are. */
export const textScales = { small: 0.875, normal: 1, large: 1.25, larger: 1.5 } as const;

export type TextSize = keyof typeof textScales;

/** What the viewer chose for the chat, kept on this device. */
export interface ChatChoice {
  readonly size: TextSize;
  /** Whether the chat is read out; absent until they chose. */
  readonly announce?: boolean;
}

const key = 'vitrine:chat';

/** Where the browser refuses storage the choice lasts as long as the page. */
let memory: ChatChoice | null = null;

export function readChatChoice(): ChatChoice {
  if (memory) return memory;
  try {
    const { size, announce } = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    return {
      size: typeof size === 'string' && Object.hasOwn(textScales, size) ? (size as TextSize) : 'normal',
      ...(typeof announce === 'boolean' && { announce }),
    };
  } catch {
    return { size: 'normal' };
  }
}

export function keepChatChoice(change: Partial<ChatChoice>): void {
  const next = { ...readChatChoice(), ...change };
  try {
    localStorage.setItem(key, JSON.stringify(next));
    memory = null;
  } catch {
    // Full or forbidden.
    memory = next;
  }
}
