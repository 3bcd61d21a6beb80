// SPDX-License-Identifier: MIT
import { newId, type ChatEvent } from '@vitrine/core';
import type { OwnWords, OwnWordsPort } from '@vitrine/core/own-words';
import { check, same, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';
import type { Scene } from '../scene.js';

type Said = Extract<ChatEvent, { kind: 'message' }>;
type Retracted = Extract<ChatEvent, { kind: 'retract' }>;

const isMessage = (item: ChatEvent): item is Said => item.kind === 'message';
const isRetraction = (item: ChatEvent): item is Retracted => item.kind === 'retract';
const textsOf = ({ messages }: OwnWords): readonly string[] => messages.map(({ text }) => text);

/** A viewer who says something under a name of the test's. @throws {Skipped} where nobody writes */
async function writer(scene: Scene): Promise<{
  readonly port: OwnWordsPort;
  say(text: string): Promise<string>;
  words(): Promise<OwnWords>;
}> {
  const port = scene.port('ownWords');
  const chat = scene.port('chat');
  if (!chat.send) throw new Skipped('The chat has no send.');
  const send = chat.send.bind(chat);
  await scene.until(() => scene.statuses.at(-1) === 'connected', 'The status "connected"');
  return {
    port,
    say: async (text) => (await send({ cid: newId(), text }, { signal: scene.signal })).id,
    words: () => port.export({ signal: scene.signal }),
  };
}

/** The words of a question of the viewer's own. @throws {Skipped} where nobody asks */
async function ask(scene: Scene, text: string): Promise<void> {
  const { answer } = scene.port('interactions');
  if (!answer) throw new Skipped('The interactions have no answer.');
  const settings = { most: 0, entries: { graphemes: 100 } };
  const id = await scene.can('launch')({ kind: 'question', rule: 'count', settings });
  await answer.call(scene.port('interactions'), id, { do: 'add', text }, scene.command());
}

export const ownWordsCases: readonly Rule[] = [
  {
    name: 'hands the viewer what they wrote, and nothing of others',
    async run(scene) {
      const { say, words } = await writer(scene);
      same(await words(), { messages: [], questions: [] }, 'What somebody wrote who wrote nothing');
      await scene.can('say')('somebody else’s words');
      const id = await say('is it fresh?');
      const { messages, questions } = await words();
      same(
        messages.map((message) => [message.id, message.text, message.state]),
        [[id, 'is it fresh?', 'shown']],
        'What the viewer wrote',
      );
      same(questions, [], 'What the viewer asked');
    },
  },
  {
    name: 'takes out what the viewer wrote, for everybody and for those who come later, however often it is asked',
    async run(scene) {
      const { port, say, words } = await writer(scene);
      const other = await scene.another();
      const chat = other.port('chat');
      const heard = other.listen(chat.subscribe, chat);
      const id = await say('my address is Orchard Lane');
      const { message } = await heard.find(
        (item): item is Said => isMessage(item) && item.message.id === id,
        'The row',
      );
      for (let time = 0; time < 2; time++) await port.delete(scene.command());
      const { target } = await heard.find(isRetraction, 'The retraction');
      check(
        target.kind === 'author' &&
          target.id === message.author.id &&
          (!('until' in target) || target.until >= message.sentAt),
        'The retraction does not mean the row.',
      );
      same(textsOf(await words()), [], 'What is left');
      const late = await scene.another();
      const lateChat = late.port('chat');
      const told = late.listen(lateChat.subscribe, lateChat);
      await told.find(() => true, 'Anything of the chat');
      check(!told.items.some((item) => isMessage(item) && item.message.id === id), 'Who comes later is told of it.');
      const history = scene.ports.history;
      if (!history) return;
      const at = message.at ?? message.sentAt;
      const options = { kinds: ['message'] as const, most: 100, signal: scene.signal };
      const past = await history.between(at - 60_000, at + 60_000, options);
      check(!past.some((item) => item.kind === 'message' && item.message.id === id), 'The history has it.');
    },
  },
  {
    name: 'shows what the viewer writes after that as ever, also to those who come later',
    async run(scene) {
      const { port, say, words } = await writer(scene);
      const chat = scene.port('chat');
      const heard = scene.listen(chat.subscribe, chat);
      await say('take this back');
      await port.delete(scene.command());
      const { target } = await heard.find(isRetraction, 'The retraction');
      const id = await say('a better question');
      const { message } = await heard.find(
        (item): item is Said => isMessage(item) && item.message.id === id,
        'The row',
      );
      check('until' in target, 'The retraction does not say until when.');
      check(
        'until' in target && message.sentAt > target.until,
        'What is said later is of no later moment than what was taken back.',
      );
      same(textsOf(await words()), ['a better question'], 'What the viewer wrote since');
    },
  },
  {
    name: 'hands out what the viewer asked, and takes it out too',
    async run(scene) {
      const { port, words } = await writer(scene);
      await ask(scene, 'which mountain?');
      const { questions } = await words();
      same(
        questions.map(({ text }) => text),
        ['which mountain?'],
        'What the viewer asked',
      );
      await port.delete(scene.command());
      same((await words()).questions, [], 'What is left');
    },
  },
];
