// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { outdatedSizes } from '../../scripts/size-table.mjs';

it('has the sizes that the README tells', () => {
  assert.deepEqual(outdatedSizes(), [], 'node scripts/generate.mjs writes them');
});
