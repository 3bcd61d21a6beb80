// SPDX-License-Identifier: MIT
import type { CheckoutPhase } from '@vitrine/core';
import type { View } from './view.js';

/** What lies over the room, from the bottom up. */
export type Layer = 'tray' | 'panel' | 'product' | 'cart' | 'checkout';

/** The layers that are open now, the top one last. */
export function openLayers({
  state,
  isTrayOpen,
  openPanel,
}: Pick<View, 'state' | 'isTrayOpen' | 'openPanel'>): Layer[] {
  const layers: Layer[] = [];
  if (isTrayOpen) layers.push('tray');
  if (openPanel) layers.push('panel');
  if (state && state.catalog.open !== null) layers.push('product');
  if (state?.cart.open) layers.push('cart');
  if (state && isAtCheckout(state.checkout.phase)) layers.push('checkout');
  return layers;
}

// While the back end is pricing, what was pressed shows that it is.
function isAtCheckout(phase: CheckoutPhase): boolean {
  return phase !== 'idle' && phase !== 'starting';
}
