// SPDX-License-Identifier: MIT
import type { ListView } from '../list-view.js';

/**
 * A key pressed in the list: arrows walk the rows, Enter opens a row's actions, Delete removes the row that is open,
 * Escape and End go back to the newest.
 * @param target what had focus
 */
export function pressKey(event: KeyboardEvent, target: Element, list: ListView, close: () => void): void {
  const { rows } = list;
  const inRow = target.closest<HTMLElement>('.row');
  const at = inRow ? rows.indexOf(inRow) : rows.length;
  const { key } = event;
  if (key === 'ArrowUp') rows[Math.max(0, at - 1)]?.focus();
  else if (key === 'ArrowDown' && at < rows.length - 1) rows[at + 1]?.focus();
  else if (key === 'ArrowDown' || key === 'End') list.follow();
  else if (key === 'Home') {
    const toFirst = (): void => list.rows[0]?.focus();
    if (!list.isFollowing) toFirst();
    else {
      // There are more rows for who reads.
      list.stop();
      void list.rendered.then(toFirst);
    }
  } else if (key === 'Escape' && list.openKey !== null) {
    close();
    rows[at]?.focus();
  } else if (key === 'Escape' && !list.isFollowing) list.follow();
  else if (key === 'Enter' && target === inRow) inRow.click();
  else if (key === 'Delete') {
    const remove = inRow?.querySelector<HTMLElement>('[data-do=remove]');
    if (!remove) return;
    remove.click();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
