// SPDX-License-Identifier: MIT

const duration = 2400;
/** What rises at once; the pool has as many nodes. */
export const most = 12;

const between = (least: number, greatest: number): number => least + Math.random() * (greatest - least);

/** The way up: how far, where it sways to, how it turns, how large it is, and how clear. */
const way = [
  [0, 0, 0, 0.3, 0],
  [0.12, 0.5, 1, 1, 0.95],
  [0.4, -0.6, -1, 1, 0.95],
  [0.7, 1, 1, 1, 0.8],
  [1, 0, 0, 0.7, 0],
] as const;

/** One heart's way up, drawn by chance: transform and opacity only, so that no layout or paint follows. */
function rise(height: number): Keyframe[] {
  const start = between(-14, 14);
  const sway = between(6, 16) * (Math.random() < 0.5 ? -1 : 1);
  const turn = between(4, 10) * Math.sign(sway);
  const size = between(0.6, 1.1);
  const top = Math.min(between(240, 260), height) - 24;
  return way.map(([offset, across, degrees, scale, opacity]) => ({
    offset,
    opacity,
    transform: `translate(${start + across * sway}px, ${-top * offset}px) rotate(${degrees * turn}deg) scale(${scale * size})`,
  }));
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
