// SPDX-License-Identifier: MIT
import { Skipped } from './assert.js';
import { Unsupported, type ConformanceCase, type ConformanceOptions, type Setting, type Subject } from './contract.js';
import { cartCases } from './cases/cart.js';
import { catalogCases } from './cases/catalog.js';
import { chatCases } from './cases/chat.js';
import { checkoutCases } from './cases/checkout.js';
import { connectionCases } from './cases/connection.js';
import { historyCases } from './cases/history.js';
import { interactionCases } from './cases/interactions.js';
import { likesCases } from './cases/likes.js';
import { moderationCases } from './cases/moderation.js';
import { moneyCases } from './cases/money.js';
import { noticeCases } from './cases/notices.js';
import { ownWordsCases } from './cases/own-words.js';
import { peopleCases } from './cases/people.js';
import { reminderCases } from './cases/reminders.js';
import { refusalCases } from './cases/refusals.js';
import { restrictionCases } from './cases/restrictions.js';
import { policyCases } from './cases/policy.js';
import { safetyCases } from './cases/safety.js';
import { translateCases } from './cases/translate.js';
import type { Rule } from './rule.js';
import { play } from './scene.js';

const usual: Setting = { currency: 'EUR', role: 'viewer' };

/**
 * The adapter contract as cases for any test runner: run each, fail on what it throws, and tell what it skipped.
 * Every case gets a back end of its own from `create`; ports and abilities that are missing skip the cases about them.
 */
export function adapterConformance<S extends Subject>(options: ConformanceOptions<S>): readonly ConformanceCase[] {
  const rules: readonly Rule[] = [
    ...connectionCases,
    ...catalogCases,
    ...historyCases,
    ...chatCases,
    ...noticeCases,
    ...peopleCases,
    ...interactionCases,
    ...reminderCases,
    ...likesCases,
    ...moderationCases,
    ...ownWordsCases,
    ...translateCases,
    ...restrictionCases,
    ...policyCases,
    ...cartCases,
    ...refusalCases,
    ...moneyCases,
    ...checkoutCases,
    ...safetyCases,
  ];
  return rules.map(({ name, setting, run }) => ({
    name,
    async run() {
      try {
        await play(options, { ...usual, ...setting }, run);
        return undefined;
      } catch (error) {
        if (error instanceof Skipped || error instanceof Unsupported) return { skip: error.message };
        throw error;
      }
    },
  }));
}
