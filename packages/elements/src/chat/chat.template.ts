// SPDX-License-Identifier: MIT
import { html } from 'lit';

/** What stands where the rows would be while they are on their way. */
export const skeletons = [0, 1, 2].map(() => html`<div class="skeleton"><i></i><b></b></div>`);
