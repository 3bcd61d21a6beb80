// SPDX-License-Identifier: MIT
import type { DemoDriver } from './options.js';
import type { Room } from './room.js';

/** The hands behind the curtain. @param open the room they act in, once it is there */
export function demoDriver(open: () => Promise<Room>): DemoDriver {
  const act =
    <A extends readonly unknown[], T>(run: (room: Room, ...given: A) => T) =>
    async (...given: A): Promise<Awaited<T>> =>
      await run(await open(), ...given);
  return {
    say: act(({ chat }, text, { name = 'Priya', role = 'viewer', isGuest = false } = {}) =>
      role === 'viewer'
        ? chat.say({ id: `shopper-${name}`, name, role, isGuest }, text)
        : chat.add({ id: role === 'host' ? 'host' : `shopper-${name}`, name, role }, text),
    ),
    setPolicy: act(async (room, change) => (await room.moderation()).change(change)),
    restrict: act(async (room, person, restriction, lasting) =>
      (await room.moderation()).restrict(person, restriction, { ...(lasting !== undefined && { for: lasting }) }),
    ),
    order: act(({ chat }, name, what) => chat.order(name, what)),
    retract: act(({ chat }, target) => chat.retract(target)),
    report: act(async (room, id, reason, name = 'Jun') =>
      (await room.moderation()).report(id, `shopper-${name}`, reason),
    ),
    like: act(async (room, id, more) => (await room.likes()).add(id, more)),
    notice: act(async (room, target, until) => (await room.moderation()).pin(target, until)),
    configure: act(({ chat }, settings) => chat.configure(settings)),
    pin: act(({ catalog }, productId, at) => catalog.pin(productId, at)),
    unpin: act(({ catalog }, at) => catalog.pin(null, at)),
    launch: act(async (room, draft) => (await room.interactions()).launch(draft)),
    answer: act(async (room, id, answer, as = 'viewer') =>
      (await room.interactions()).answer(
        id,
        answer,
        as === 'host'
          ? { id: 'host', name: '', isStaff: true }
          : { id: 'shopper-Priya', name: 'Priya', isStaff: false },
      ),
    ),
    setStock: act(({ catalog }, variantId, quantity) => catalog.setStock(variantId, quantity)),
    setPrice: act(({ catalog }, variantId, minor) => catalog.setPrice(variantId, minor)),
    buy: act(({ catalog }, variantId, quantity = 1) =>
      catalog.setStock(variantId, Math.max(0, catalog.left(variantId) - quantity)),
    ),
    setPhase: act(({ people }, phase) => people.setPhase(phase)),
    setStream: act(({ people }, change) => people.setStream(change)),
    setAudience: act(({ people }, audience) => people.setAudience(audience)),
    setProducts: act(({ catalog }, products) => catalog.setProducts(products)),
    dropConnection: act(({ stage }, ms) => {
      stage.connection(false);
      if (ms !== undefined) stage.clock.schedule(() => stage.connection(true), ms);
    }),
    restoreConnection: act(({ stage }) => stage.connection(true)),
  };
}
