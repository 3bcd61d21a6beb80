// SPDX-License-Identifier: MIT
import * as v from 'valibot';
import { count, words } from './values.js';

export const messageLikes = v.object({ id: words, count });
