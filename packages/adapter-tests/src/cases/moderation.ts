// SPDX-License-Identifier: MIT
import type { ChatEvent, ChatMessage } from '@vitrine/core';
import type { ModerationPort } from '@vitrine/core/moderation';
import { check, same, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';
import type { Scene } from '../scene.js';

/** A room in which what viewers say waits for the staff. */
async function holding(scene: Scene): Promise<ModerationPort> {
  const port = scene.port('moderation');
  await scene.can('hold')();
  return port;
}

async function wait(scene: Scene, port: ModerationPort, text: string): Promise<ChatMessage> {
  const id = await scene.can('say')(text);
  const held = await port.held({ signal: scene.signal });
  const found = held.find((message) => message.id === id);
  check(found, 'What waits does not have the message that was acknowledged.');
  same(found.text, text, 'The words that wait');
  return found;
}

const saying =
  (id: string) =>
  (event: ChatEvent): boolean =>
    event.kind === 'message' && event.message.id === id;

export const moderationCases: readonly Rule[] = [
  {
    name: 'says what waited once it is allowed, under the id it was acknowledged with, and once',
    setting: { role: 'host' },
    async run(scene) {
      const port = await holding(scene);
      const chat = scene.port('chat');
      const heard = scene.listen(chat.subscribe, chat);
      const { id } = await wait(scene, port, 'is it fresh?');
      const isIt = saying(id);
      check(!heard.items.some(isIt), 'The room heard what waits.');
      same(await port.decide(id, 'allow', scene.command()), true, 'Whether it was allowed');
      await heard.find(isIt, 'the message that was allowed');
      same(await port.decide(id, 'remove', scene.command()), false, 'Whether it could be decided about twice');
    },
  },
  {
    name: 'drops what is removed',
    setting: { role: 'host' },
    async run(scene) {
      const port = await holding(scene);
      const { id } = await wait(scene, port, 'cheaper elsewhere');
      same(await port.decide(id, 'remove', scene.command()), true, 'Whether it was removed');
      const held = await port.held({ signal: scene.signal });
      check(!held.some((message) => message.id === id), 'It still waits.');
      same(await port.decide(id, 'allow', scene.command()), false, 'Whether it could be allowed afterwards');
    },
  },
  {
    name: 'decides about many at once, and tells which of them waited',
    setting: { role: 'host' },
    async run(scene) {
      const port = await holding(scene);
      if (!port.decideAll) throw new Skipped('The moderation has no decideAll.');
      const chat = scene.port('chat');
      const heard = scene.listen(chat.subscribe, chat);
      const ids: string[] = [];
      for (const text of ['one', 'two', 'three']) ids.push((await wait(scene, port, text)).id);
      const [first = '', second = '', third = ''] = ids;
      same(await port.decide(first, 'remove', scene.command()), true, 'Whether the first was removed');
      same(
        [...(await port.decideAll(ids, 'allow', scene.command()))].sort(),
        [second, third].sort(),
        'Those that waited until then',
      );
      for (const id of [second, third]) await heard.find(saying(id), 'A message that was allowed with others');
      check(!heard.items.some(saying(first)), 'What was removed before was said after all.');
      same(await port.decideAll(ids, 'remove', scene.command()), [], 'Those that still wait');
    },
  },
];
