// SPDX-License-Identifier: MIT
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

const axeSource = await readFile('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe finds wrong with the page now, the contrast of colours included. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return await page.evaluate(async () => {
    const { run } = (
      globalThis as unknown as {
        axe: {
          run(
            context: Document,
            options: object,
          ): Promise<{
            violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
          }>;
        };
      }
    ).axe;
    const { violations } = await run(document, { resultTypes: ['violations'] });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes
          .map(({ target, failureSummary }) => `${JSON.stringify(target)} ${failureSummary ?? ''}`)
          .slice(0, 4)
          .join(' | ')}`,
    );
  });
}
