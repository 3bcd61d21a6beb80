// SPDX-License-Identifier: MIT
import { findVariant, isAvailable, type OptionAxis, type Product, type Variant } from '@vitrine/core';

/** Option axis id → option value id, as far as the viewer has chosen. */
export type Chosen = Readonly<Record<string, string>>;

/** Where there is but one value there is nothing to choose. */
export function firstChoice({ options }: Product): Chosen {
  return Object.fromEntries(
    options.flatMap(({ id, values }) => (values.length === 1 && values[0] ? [[id, values[0].id]] : [])),
  );
}

/** The first axis that still waits for a choice. */
export function openAxis({ options }: Product, chosen: Chosen): OptionAxis | undefined {
  return options.find(({ id }) => chosen[id] === undefined);
}

/** The variant that was chosen: all axes have a value, and the shop has that combination. */
export function chosenVariant(product: Product, chosen: Chosen): Variant | undefined {
  if (product.options.length === 0) return product.variants[0];
  return openAxis(product, chosen) ? undefined : findVariant(product, chosen);
}

/** What picking a value would lead to, with the other choices as they are. */
export function prospect(
  product: Product,
  chosen: Chosen,
  axisId: string,
  valueId: string,
): 'available' | 'sold-out' | 'impossible' {
  const wanted = { ...chosen, [axisId]: valueId };
  const left = product.variants.filter(({ values }) =>
    Object.entries(wanted).every(([axis, value]) => values[axis] === value),
  );
  if (left.length === 0) return 'impossible';
  return left.some(({ availability }) => isAvailable(availability)) ? 'available' : 'sold-out';
}

/** The name of the chosen value of an axis. */
export function chosenName({ id, values }: OptionAxis, chosen: Chosen): string {
  return values.find((value) => value.id === chosen[id])?.name ?? '';
}
