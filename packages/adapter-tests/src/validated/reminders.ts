// SPDX-License-Identifier: MIT
import * as v from 'valibot';
import { words } from './values.js';

export const reminderOutcome = v.variant('kind', [
  v.object({ kind: v.literal('set') }),
  v.object({ kind: v.picklist(['refused', 'unsupported']), code: words }),
]);
