// SPDX-License-Identifier: MIT
import { multiplyMoney, type CartLine, type CartState, type Product } from '@vitrine/core';

/** A line as the viewer wants it, before the shop has said so. */
export interface WantedLine extends CartLine {
  /** The shop has not confirmed it yet. */
  readonly isPending: boolean;
}

function optionNames(product: Product, values: Readonly<Record<string, string>>): string {
  return product.options
    .map((axis) => axis.values.find(({ id }) => id === values[axis.id])?.name ?? '')
    .filter(Boolean)
    .join(', ');
}

/** What was just added and is in no confirmed cart yet, as far as the show knows it. */
function newLine(variantId: string, quantity: number, products: readonly Product[]): WantedLine[] {
  const product = products.find(({ variants }) => variants.some(({ id }) => id === variantId));
  const variant = product?.variants.find(({ id }) => id === variantId);
  if (!product || !variant || quantity === 0) return [];
  const { amount, compareAt } = variant.price;
  const image = variant.image ?? product.images[0]?.url;
  const subtitle = optionNames(product, variant.values);
  return [
    {
      id: variantId,
      variantId,
      productId: product.id,
      quantity,
      unit: amount,
      total: multiplyMoney(amount, quantity),
      title: product.title,
      ...(variant.maximumPerOrder === undefined ? {} : { maximum: variant.maximumPerOrder }),
      ...(compareAt ? { compareAt } : {}),
      ...(image ? { image } : {}),
      ...(subtitle ? { subtitle } : {}),
      isPending: true,
    },
  ];
}

/** The lines to show: the confirmed ones with the wanted quantities on top, then what is on its way. */
export function wantedLines({ cart, wanted }: CartState, products: readonly Product[]): WantedLine[] {
  const confirmed = cart?.lines ?? [];
  const lines = confirmed.flatMap((line): WantedLine[] => {
    const quantity = wanted[line.variantId];
    if (quantity === undefined || quantity === line.quantity) return [{ ...line, isPending: false }];
    if (quantity === 0) return [];
    return [{ ...line, quantity, total: multiplyMoney(line.unit, quantity), isPending: true }];
  });
  const added = Object.entries(wanted)
    .filter(([variantId]) => !confirmed.some((line) => line.variantId === variantId))
    .flatMap(([variantId, quantity]) => newLine(variantId, quantity, products));
  return [...lines, ...added];
}
