// SPDX-License-Identifier: MIT
import type { Product, StreamInfo } from '@vitrine/core';
import type { Site } from '../../../examples/site/src/site.js';

/** The host of the demo room, by the HTTP API alone. */
export interface Host {
  readonly token: string;
  control(command: Record<string, unknown>): Promise<void>;
  /** Changes what the show is and where it can be watched. */
  changeStream(change: Partial<StreamInfo>): Promise<void>;
  /** The products of the show. */
  products(): Promise<readonly Product[]>;
  /** Sets how many pieces of a variant there are. */
  setStock(variantId: string, stock: number): Promise<void>;
  /** How many pieces of a variant there are; viewers are told only when few are left. */
  stockOf(variantId: string): Promise<number>;
}

export async function enterAsHost(site: Site): Promise<Host> {
  const { code } = await site.server.hostLink('demo');
  return await enterByCode(site.server.url, code);
}

export async function enterByCode(serverUrl: string, code: string): Promise<Host> {
  const answer = await fetch(`${serverUrl}/host/exchange`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const { token } = (await answer.json()) as { token: string };
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const told = await fetch(`${serverUrl}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
        authorization: `Bearer ${token}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!told.ok) throw new Error(await told.text());
    return told;
  };
  const productsOf = async (): Promise<readonly Product[]> =>
    ((await (await ask('GET', '/rooms/demo/products')).json()) as { products: readonly Product[] }).products;
  return {
    token,
    products: productsOf,
    control: async (command) => void (await ask('POST', '/rooms/demo/control', command)),
    changeStream: async (change) => void (await ask('PATCH', '/rooms/demo/stream', change)),
    setStock: async (variantId, stock) =>
      void (await ask('PATCH', `/rooms/demo/variants/${encodeURIComponent(variantId)}`, { stock })),
    async stockOf(variantId) {
      const products = await productsOf();
      const variant = products.flatMap(({ variants }) => variants).find(({ id }) => id === variantId);
      if (variant?.availability.quantity === undefined) throw new Error(`Nobody tells the stock of ${variantId}.`);
      return variant.availability.quantity;
    },
  };
}
