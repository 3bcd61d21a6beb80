// SPDX-License-Identifier: MIT
import { VitrineError, type ErrorCode } from '@vitrine/core';

/** What a case throws when an adapter breaks the contract. */
export class ContractError extends Error {
  override readonly name = 'ContractError';
}

/** What a case throws when the adapter or the driver lacks what it needs. */
export class Skipped extends Error {
  override readonly name = 'Skipped';
}

/** @throws {ContractError} with the sentence */
export function check(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new ContractError(sentence);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

/** Compares by content, in any order of keys. @throws {ContractError} */
export function same(actual: unknown, expected: unknown, what: string): void {
  check(show(sorted(actual)) === show(sorted(expected)), `${what}: expected ${show(expected)}, got ${show(actual)}.`);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/**
 * The error a promise rejects with.
 * @throws {ContractError} when it resolves, or rejects with anything but a `VitrineError` of one of the codes
 */
export async function refusal(
  promise: Promise<unknown>,
  codes: readonly ErrorCode[],
  what: string,
): Promise<VitrineError> {
  let answer: unknown;
  try {
    answer = await promise;
  } catch (error) {
    check(error instanceof VitrineError, `${what} must reject with a VitrineError, got ${String(error)}.`);
    check(
      codes.length === 0 || codes.includes(error.code),
      `${what} must be ${codes.join(' or ')}, got ${error.code}: ${error.message}`,
    );
    return error;
  }
  throw new ContractError(`${what} must be refused, but was answered ${show(answer)}.`);
}
