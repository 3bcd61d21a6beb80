// SPDX-License-Identifier: MIT

/** The keys of the queue, while a row has the focus. @returns whether the key was one of them */
export function pressedInQueue(
  { key, target, ctrlKey, metaKey, altKey }: KeyboardEvent,
  acts: { answer(id: string): void; dismiss(id: string): void },
): boolean {
  const row = (target as Element).closest<HTMLElement>('.row');
  const id = row?.dataset['id'];
  if (!row || id === undefined || ctrlKey || metaKey || altKey) return false;
  if (/^a$/i.test(key)) return (acts.answer(id), true);
  if (key === 'Delete' || key === 'Backspace') return (acts.dismiss(id), true);
  const rows = [...(row.parentElement?.children ?? [])] as HTMLElement[];
  const here = rows.indexOf(row);
  const to = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: rows.length - 1 }[key];
  if (to === undefined) return false;
  rows[to]?.focus();
  return true;
}
