// SPDX-License-Identifier: MIT
// What something is meant to reach, and the sentence under a table that says where it does not.

/** One figure against its goal. */
export interface Goal {
  /** What it is and where, as it is told when it is missed. */
  readonly what: string;
  /** As it is told. */
  readonly figure: string;
  readonly isMet: boolean;
}

/** @param told how a figure is told; as it is told it is judged */
export const goal = (what: string, value: number, most: number, told = (figure: number) => String(figure)): Goal => ({
  what: `${what} at most ${told(most)}`,
  figure: told(value),
  isMet: Number.parseFloat(told(value)) <= most,
});

/**
 * Says which goals were missed, and by what figure.
 * @param of whose goals they are, in Markdown
 */
export function verdict(of: string, goals: readonly Goal[]): string {
  const missed = goals.filter(({ isMet }) => !isMet);
  if (missed.length === 0) return `All ${goals.length} goals of ${of} were reached here.`;
  return [
    `Of ${goals.length} goals of ${of} ${missed.length} were missed here:`,
    '',
    ...missed.map(({ what, figure }) => `- ${what}: ${figure}`),
  ].join('\n');
}
