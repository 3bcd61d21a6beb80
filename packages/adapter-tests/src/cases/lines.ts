// SPDX-License-Identifier: MIT
import type { Cart, CartCommand, Variant } from '@vitrine/core';

/** The command for so many of a variant. */
export function set(variant: Pick<Variant, 'id'>, quantity: number): CartCommand {
  return { kind: 'set', item: { variantId: variant.id }, quantity };
}

/** How many of a variant are in the cart. */
export function quantityOf(cart: Cart | null, { id }: Pick<Variant, 'id'>): number {
  return cart?.lines.find(({ variantId }) => variantId === id)?.quantity ?? 0;
}
