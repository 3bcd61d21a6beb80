// SPDX-License-Identifier: MIT

/** What is done to the row with an id, by the key that does it: a letter in lower case, or `Delete`. */
export type QueueActs = Readonly<Record<string, (id: string) => void>>;

/** The keys of a queue, while a row has the focus: arrows move, others act. @returns whether the key was one of them */
export function pressedInQueue({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent, acts: QueueActs): boolean {
  const row = (target as Element).closest<HTMLElement>('.row');
  const id = row?.dataset['id'];
  if (!row || id === undefined || ctrlKey || metaKey || altKey) return false;
  const act = acts[key === 'Backspace' ? 'Delete' : key.length === 1 ? key.toLowerCase() : key];
  if (act) return (act(id), true);
  const rows = [...(row.parentElement?.children ?? [])] as HTMLElement[];
  const here = rows.indexOf(row);
  const to = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: rows.length - 1 }[key];
  if (to === undefined) return false;
  rows[to]?.focus();
  return true;
}

/** Brings the focus to the row with an id. */
export function focusRow(root: ParentNode, id: string): void {
  for (const row of root.querySelectorAll<HTMLElement>('.row')) if (row.dataset['id'] === id) row.focus();
}
