// SPDX-License-Identifier: MIT
import { check, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';
import type { Scene } from '../scene.js';

/** Whatever the adapter delivers by itself, from every port it has. */
function listenToAll(scene: Scene): { readonly count: () => number } {
  const { stream, presence, catalog, chat, cart } = scene.ports;
  const heard = [
    ...(stream ? [scene.listen(stream.subscribe, stream)] : []),
    ...(presence ? [scene.listen(presence.subscribe, presence)] : []),
    ...(catalog ? [scene.listen(catalog.subscribe, catalog)] : []),
    ...(chat ? [scene.listen(chat.subscribe, chat)] : []),
    ...(cart?.subscribe ? [scene.listen(cart.subscribe, cart)] : []),
  ];
  return { count: () => heard.reduce((sum, { batches }) => sum + batches.length, 0) };
}

/** Something happens in the room, whatever the driver can make happen. */
async function stir(scene: Scene): Promise<void> {
  const { driver } = scene;
  const act = driver.say?.bind(driver, 'anybody here?') ?? driver.unpin?.bind(driver);
  if (!act) throw new Skipped('The driver has neither say nor unpin.');
  await act();
}

export const connectionCases: readonly Rule[] = [
  {
    name: 'connects and offers at least one port',
    async run(scene) {
      check(Object.values(scene.ports).some(Boolean), 'The adapter offers no port.');
      await scene.until(() => scene.statuses.at(-1) === 'connected', 'The status "connected"');
    },
  },
  {
    name: 'delivers nothing once the signal has aborted',
    async run(scene) {
      const witness = await scene.another();
      const all = listenToAll(scene);
      const seen = listenToAll(witness);
      await stir(scene);
      await scene.until(() => seen.count() > 0, 'Any delivery');
      scene.close();
      const before = all.count();
      await stir(scene).catch(() => undefined);
      // Long enough for what was already under way; what would come later comes to the other connections as well.
      await new Promise((resolve) => setTimeout(resolve, 50));
      check(all.count() === before, 'A closed connection was still delivered to.');
    },
  },
  {
    name: 'ends one subscription by its own signal and keeps the others',
    async run(scene) {
      const chat = scene.port('chat');
      const say = scene.can('say');
      const own = new AbortController();
      const ended = scene.listen(chat.subscribe, chat, own.signal);
      const kept = scene.listen(chat.subscribe, chat);
      await say('first');
      await ended.find((item) => item.kind === 'message' && item.message.text === 'first', 'The first message');
      own.abort();
      const before = ended.items.length;
      await say('second');
      await kept.find((item) => item.kind === 'message' && item.message.text === 'second', 'The second message');
      check(ended.items.length === before, 'An ended subscription was still delivered to.');
    },
  },
  {
    name: 'tells a second subscriber what is true now',
    async run(scene) {
      const stream = scene.port('stream');
      await scene.listen(stream.subscribe, stream).find(() => true, 'The stream');
      await scene.listen(stream.subscribe, stream).find(() => true, 'The stream, once more');
    },
  },
  {
    name: 'goes on after the connection was lost, without a gap',
    async run(scene) {
      const chat = scene.port('chat');
      const say = scene.can('say');
      const drop = scene.can('dropConnection');
      const restore = scene.can('restoreConnection');
      const heard = scene.listen(chat.subscribe, chat);
      await say('before');
      await heard.find((item) => item.kind === 'message' && item.message.text === 'before', 'A message before');
      await drop();
      await scene.until(() => scene.statuses.at(-1) !== 'connected', 'Any status but "connected"');
      await say('meanwhile');
      await restore();
      await scene.until(() => scene.statuses.at(-1) === 'connected', 'The status "connected" again');
      await heard.find(
        (item) => item.kind === 'message' && item.message.text === 'meanwhile',
        'What was said meanwhile',
      );
    },
  },
];
