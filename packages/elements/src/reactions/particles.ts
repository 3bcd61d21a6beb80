// SPDX-License-Identifier: MIT

const duration = 2400;
/** What rises at once; the pool has as many nodes. */
export const most = 12;

const between = (least: number, greatest: number): number => least + Math.random() * (greatest - least);

/** One heart's way up, drawn by chance: transform and opacity only, so that no layout or paint follows. */
function rise(height: number): Keyframe[] {
  const start = between(-14, 14);
  const sway = between(6, 16) * (Math.random() < 0.5 ? -1 : 1);
  const turn = between(4, 10) * Math.sign(sway);
  const size = between(0.6, 1.1);
  const top = Math.min(between(240, 260), height) - 24;
  const at = (part: number, across: number, degrees: number, scale: number): string =>
    `translate(${start + across}px, ${-top * part}px) rotate(${degrees}deg) scale(${scale})`;
  return [
    { transform: at(0, 0, 0, 0.3 * size), opacity: 0 },
    { transform: at(0.12, sway * 0.5, turn, size), opacity: 0.95, offset: 0.12 },
    { transform: at(0.4, -sway * 0.6, -turn, size), opacity: 0.95, offset: 0.4 },
    { transform: at(0.7, sway, turn, size), opacity: 0.8, offset: 0.7 },
    { transform: at(1, 0, 0, 0.7 * size), opacity: 0 },
  ];
}

/** A pool of nodes that rise; what finds no free node is not shown: a counter tells the number. */
export class Particles {
  readonly #alive = new Map<Element, Animation>();

  get count(): number {
    return this.#alive.size;
  }

  /** Lets up to `count` of the nodes rise within the span. */
  release(nodes: Iterable<Element>, count: number, height: number, span = 0): void {
    let left = count;
    for (const node of nodes) {
      if (left <= 0) return;
      if (this.#alive.has(node)) continue;
      left--;
      const animation = node.animate(rise(height), { duration, delay: Math.random() * span, easing: 'linear' });
      this.#alive.set(node, animation);
      animation.onfinish = animation.oncancel = () => this.#alive.delete(node);
    }
  }

  /** Ends all at once. */
  stop(): void {
    for (const animation of [...this.#alive.values()]) animation.cancel();
    this.#alive.clear();
  }
}
