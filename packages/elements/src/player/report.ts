// SPDX-License-Identifier: MIT
import type { VitrineError } from '@vitrine/core';

/** Tells a developer of an error: one line, with the sentence and the mend that are fetched for it. */
export async function report(error: VitrineError): Promise<void> {
  const { code, message, field } = error;
  const explained = await import('@vitrine/core/explain').then(({ explain }) => explain(error)).catch(() => null);
  console.error(explained ?? `[vitrine] ${code}${field ? ` (${field})` : ''}: ${message}`);
}
