// SPDX-License-Identifier: MIT
import { toVitrineError, VitrineError } from '../model/index.js';
import type { Adapter, ConnectionStatus, PortName, Ports } from './adapter.js';

/** The named ports of an adapter and no others: `pick(videoPlatform, 'stream')`. */
export function pick(adapter: Adapter, ...names: readonly PortName[]): Adapter {
  return {
    name: adapter.name,
    async connect(context) {
      const ports = await adapter.connect(context);
      return Object.fromEntries(Object.entries(ports).filter(([name]) => names.includes(name as PortName)));
    },
  };
}

// The room is as well connected as its worst part that still lives.
const order: readonly ConnectionStatus[] = ['closed', 'reconnecting', 'connecting', 'connected'];

/**
 * One adapter of several parts. A part that fails to connect is reported and its ports are absent: the room degrades,
 * it does not die. It rejects only when every part failed.
 * @throws {VitrineError} `PORT_CONFLICT` from `connect` when two parts offer the same port
 */
export function composeAdapters(...parts: readonly Adapter[]): Adapter {
  return {
    name: parts.map((part) => part.name).join('+'),
    async connect(context) {
      const status = new Map<Adapter, ConnectionStatus>();
      const results = await Promise.allSettled(
        parts.map((part) =>
          part.connect({
            ...context,
            setStatus(next, reason) {
              status.set(part, next);
              const worst = order.find((candidate) => [...status.values()].includes(candidate));
              if (worst) context.setStatus(worst, reason);
            },
          }),
        ),
      );
      const owners = new Map<string, string>();
      const ports: Record<string, unknown> = {};
      let failure: VitrineError | undefined;
      results.forEach((result, index) => {
        const name = parts[index]?.name ?? '';
        if (result.status === 'rejected') {
          failure = toVitrineError(result.reason);
          context.report(failure);
          return;
        }
        for (const [port, value] of Object.entries(result.value)) {
          const owner = owners.get(port);
          if (owner !== undefined) {
            throw new VitrineError('PORT_CONFLICT', `Both "${owner}" and "${name}" offer "${port}".`, {
              field: port,
              mend: `Choose one: composeAdapters(pick(${owner}, …), pick(${name}, …)).`,
            });
          }
          owners.set(port, name);
          ports[port] = value;
        }
      });
      if (failure && owners.size === 0) throw failure;
      return ports as Partial<Ports>;
    },
  };
}
