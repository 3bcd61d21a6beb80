// SPDX-License-Identifier: MIT
import type { ChatEvent, ChatMessage } from '@vitrine/core';
import type { ModerationPort, WaitingMessage } from '@vitrine/core/moderation';
import { check, refusal, same, Skipped } from '../assert.js';
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

/** A message of another viewer that has been reported, as it waits. */
async function reported(scene: Scene, port: ModerationPort, text: string): Promise<WaitingMessage> {
  const chat = scene.port('chat');
  if (!chat.report) throw new Skipped('The chat has no report.');
  const id = await scene.can('say')(text);
  const heard = scene.listen(chat.subscribe, chat);
  await heard.find(saying(id), 'The message');
  for (const reason of ['it is spam', 'once more'])
    same(await chat.report(id, { ...scene.command(), reason }), undefined, 'What a report answers');
  const all = await port.held({ signal: scene.signal });
  const found = all.filter((message) => message.id === id);
  same(found.length, 1, 'How often it waits');
  return found[0] as WaitingMessage;
}

export const moderationCases: readonly Rule[] = [
  {
    name: 'has what is reported wait with what it says, once however often one person reports it, and leaves it where that is allowed',
    setting: { role: 'host' },
    async run(scene) {
      const port = scene.port('moderation');
      const message = await reported(scene, port, 'cheaper elsewhere');
      same(message.why, 'reported', 'Why it waits');
      same(message.reports, 1, 'How many have reported it');
      same(message.text, 'cheaper elsewhere', 'Its words');
      same(await port.decide(message.id, 'allow', scene.command()), true, 'Whether it was decided about');
      same(await port.decide(message.id, 'remove', scene.command()), false, 'Whether that could be done twice');
      check((await port.held({ signal: scene.signal })).length === 0, 'It still waits.');
      const chat = scene.port('chat');
      const heard = scene.listen(chat.subscribe, chat);
      await heard.find((item) => item.kind === 'message' && item.message.id === message.id, 'The message that stays');
    },
  },
  {
    name: 'takes what was reported out of the chat for everybody once that is decided, and what never was there is none',
    setting: { role: 'host' },
    async run(scene) {
      const port = scene.port('moderation');
      const { id } = await reported(scene, port, 'cheaper elsewhere');
      const chat = scene.port('chat');
      const heard = scene.listen(chat.subscribe, chat);
      same(await port.decide(id, 'remove', scene.command()), true, 'Whether it was removed');
      await heard.find(
        (item) => item.kind === 'retract' && item.target.kind === 'message' && item.target.id === id,
        'The retraction',
      );
      check((await port.held({ signal: scene.signal })).length === 0, 'It still waits.');
      if (chat.report) await refusal(chat.report('never-said', scene.command()), ['BAD_INPUT'], 'What was never said');
    },
  },
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
  {
    name: 'decides about what is reported with what is held',
    setting: { role: 'host' },
    async run(scene) {
      const port = scene.port('moderation');
      if (!port.decideAll) throw new Skipped('The moderation has no decideAll.');
      const chat = scene.port('chat');
      const { id: said } = await reported(scene, port, 'cheaper elsewhere');
      const { id: waits } = await wait(scene, await holding(scene), 'cheaper elsewhere too');
      const ids = (await port.held({ signal: scene.signal })).map(({ id }) => id);
      same(ids, [said, waits], 'What waits, the longest waiting first');
      const heard = scene.listen(chat.subscribe, chat);
      same([...(await port.decideAll(ids, 'remove', scene.command()))].sort(), [...ids].sort(), 'Those that waited');
      await heard.find(
        (item) => item.kind === 'retract' && item.target.kind === 'message' && item.target.id === said,
        'The retraction of what was reported',
      );
      same(await port.held({ signal: scene.signal }), [], 'What still waits');
    },
  },
];
