// SPDX-License-Identifier: MIT

/** What a drag needs of its sheet. */
export interface DragHost {
  /** Moves the sheet by so many px from where it rests; downwards is positive. */
  move(by: number): void;
  /** @param by where the finger let go  @param speed px per ms, downwards positive */
  release(by: number, speed: number): void;
}

const threshold = 4;
/** A finger that rested before it let go does not fling: only the last moments count. */
const remembered = 100;

/** Follows a finger or a mouse from its `pointerdown` to the end, one to one. */
export function followDrag(start: PointerEvent, handle: HTMLElement, host: DragHost): void {
  const life = new AbortController();
  const { signal } = life;
  let samples = [{ time: start.timeStamp, y: start.clientY }];
  let isDragging = false;
  const position = (event: PointerEvent): number => event.clientY - start.clientY;
  const end = (by: number, speed: number): void => {
    life.abort();
    if (isDragging) host.release(by, speed);
  };
  handle.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== start.pointerId) return;
      const by = position(event);
      if (!isDragging && Math.abs(by) < threshold) return;
      if (!isDragging) {
        isDragging = true;
        handle.setPointerCapture(event.pointerId);
        // The press that ends a drag is no press.
        handle.addEventListener('click', (click) => click.stopPropagation(), { capture: true, once: true, signal });
      }
      samples = [...samples, { time: event.timeStamp, y: event.clientY }].filter(
        ({ time }) => event.timeStamp - time <= remembered,
      );
      host.move(by);
    },
    { signal },
  );
  handle.addEventListener(
    'pointerup',
    (event) => {
      const [first] = samples;
      const time = first ? event.timeStamp - first.time : 0;
      end(position(event), first ? (event.clientY - first.y) / Math.max(time, 1) : 0);
    },
    { signal },
  );
  handle.addEventListener('pointercancel', () => end(0, 0), { signal });
}
