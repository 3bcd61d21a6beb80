// SPDX-License-Identifier: MIT
import type { VitrineError } from '@vitrine/core';

/** Tells the page's developer of a fault: its code, the field, what happened and the mend, in one line. */
export async function printError(error: VitrineError): Promise<void> {
  try {
    const { explain } = await import('@vitrine/core/explain');
    console.error(explain(error));
  } catch {
    // What would explain it cannot be fetched either.
    console.error(`[vitrine] ${error.code}`, error);
  }
}
