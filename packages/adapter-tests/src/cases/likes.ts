// SPDX-License-Identifier: MIT
import { newId } from '@vitrine/core';
import type { LikesPort, MessageLikes } from '@vitrine/core/likes';
import { refusal, same, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';
import type { Heard, Scene } from '../scene.js';

/** Who likes things, and what they are told of it. @throws {Skipped} where nobody can like anything */
async function stage(scene: Scene): Promise<{
  readonly set: (id: string, isLiked?: boolean) => Promise<void>;
  readonly own: () => Promise<readonly string[]>;
  readonly heard: Heard<MessageLikes>;
  /** Waits until so many are told to like a message. */
  readonly counted: (id: string, count: number) => Promise<unknown>;
  readonly port: LikesPort;
}> {
  const port = scene.port('likes');
  if (!port.set || !port.own) throw new Skipped('The likes have no set, or no own.');
  const { signal } = scene;
  await scene.until(() => scene.statuses.at(-1) === 'connected', 'The status "connected"');
  const heard = scene.listen(port.subscribe, port);
  const set = port.set.bind(port);
  const own = port.own.bind(port);
  return {
    port,
    heard,
    set: (id, isLiked = true) => set(id, isLiked, { signal }),
    own: () => own({ signal }),
    counted: (id, count) =>
      scene.until(
        () => heard.items.findLast((item) => item.id === id)?.count === count,
        `${count} told to like the message`,
      ),
  };
}

export const likesCases: readonly Rule[] = [
  {
    name: 'counts a viewer once who likes a message however often, tells everybody, and takes it back',
    async run(scene) {
      const { set, own, counted } = await stage(scene);
      const id = await scene.can('say')('the rim stays cool');
      same(await own(), [], 'What somebody likes who likes nothing');
      for (let time = 0; time < 2; time++) await set(id);
      await counted(id, 1);
      same(await own(), [id], 'What the viewer likes');
      const late = await scene.another();
      const port = late.port('likes');
      const told = late.listen(port.subscribe, port);
      await told.find((item) => item.id === id && item.count === 1, 'The count for who comes later');
      for (let time = 0; time < 2; time++) await set(id, false);
      await counted(id, 0);
      same(await own(), [], 'What the viewer likes after it was taken back');
    },
  },
  {
    name: 'lets nobody like what they have said themselves, or what there is not',
    async run(scene) {
      const { set, own } = await stage(scene);
      const { send } = scene.port('chat');
      if (!send) throw new Skipped('The chat has no send.');
      const draft = { cid: newId(), text: 'I am so good' };
      const { id } = await send.call(scene.port('chat'), draft, { signal: scene.signal });
      await refusal(set(id), ['BAD_INPUT'], 'A message of one’s own');
      await refusal(set('no-such-message'), ['BAD_INPUT'], 'A message that there is not');
      same(await own(), [], 'What the viewer likes');
    },
  },
  {
    name: 'forgets what was liked once the message is taken out',
    setting: { role: 'host' },
    async run(scene) {
      const { set, own, counted } = await stage(scene);
      const chat = scene.port('chat');
      if (!chat.retract) throw new Skipped('The chat has no retract.');
      const id = await scene.can('say')('the rim stays cool');
      await set(id);
      await counted(id, 1);
      await chat.retract({ kind: 'message', id }, scene.command());
      same(await own(), [], 'What the viewer likes');
      const late = await scene.another();
      const port = late.port('likes');
      const told = late.listen(port.subscribe, port);
      await late.until(() => late.statuses.at(-1) === 'connected', 'The status "connected"');
      await port.own?.({ signal: late.signal });
      same(
        told.items.filter((item) => item.id === id && item.count > 0),
        [],
        'What is told of it to who comes later',
      );
    },
  },
];
