// SPDX-License-Identifier: MIT
import { newId, safeUrl, type ChatEvent, type ChatMessage, type ChatPort, type Sticker } from '@vitrine/core';
import { check, refusal, same, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';
import type { Scene } from '../scene.js';

type Said = Extract<ChatEvent, { kind: 'message' }>;

const isMessage = (item: ChatEvent): item is Said => item.kind === 'message';

/** The port's `send`, once there is a connection. @throws {Skipped} when the chat is read-only here */
async function sendOf(scene: Scene): Promise<NonNullable<ChatPort['send']>> {
  const chat = scene.port('chat');
  if (!chat.send) throw new Skipped('The chat has no send.');
  await scene.until(() => scene.statuses.at(-1) === 'connected', 'The status "connected"');
  return chat.send.bind(chat);
}

/** What stickers there are. @throws {Skipped} when there are none */
async function stickersOf(scene: Scene): Promise<readonly [Sticker, ...Sticker[]]> {
  const chat = scene.port('chat');
  const [first, ...more] = (await chat.stickers?.({ signal: scene.signal })) ?? [];
  if (!first) throw new Skipped('The chat has no stickers.');
  return [first, ...more];
}

function messages(items: readonly ChatEvent[]): readonly ChatMessage[] {
  return items.filter(isMessage).map(({ message }) => message);
}

export const chatCases: readonly Rule[] = [
  {
    name: 'delivers what others say, in the order it was said',
    async run(scene) {
      const chat = scene.port('chat');
      const say = scene.can('say');
      const heard = scene.listen(chat.subscribe, chat);
      const texts = ['one', 'two', 'three', 'four'];
      for (const text of texts) await say(text);
      await heard.find((item) => isMessage(item) && item.message.text === 'four', 'The last message');
      const seen = new Map(messages(heard.items).map(({ id, text }) => [id, text]));
      same(
        [...seen.values()].filter((text) => texts.includes(text)),
        texts,
        'The order of messages',
      );
    },
  },
  {
    name: 'acknowledges a message with the id under which its own row comes back with the cid',
    async run(scene) {
      const chat = scene.port('chat');
      const heard = scene.listen(chat.subscribe, chat);
      const cid = newId();
      const { id } = await (await sendOf(scene))({ cid, text: 'how many infusions?' }, { signal: scene.signal });
      check(typeof id === 'string' && id !== '', 'The acknowledgement has no id.');
      const { message } = await heard.find(
        (item): item is Said => isMessage(item) && item.message.cid === cid,
        'The own row with its cid',
      );
      same(message.id, id, 'The id of the own row');
      same(message.text, 'how many infusions?', 'The text of the own row');
    },
  },
  {
    name: 'makes one row of a message that is sent twice under one cid',
    async run(scene) {
      const chat = scene.port('chat');
      const send = await sendOf(scene);
      const heard = scene.listen(chat.subscribe, chat);
      const draft = { cid: newId(), text: 'only once' };
      const first = await send(draft, { signal: scene.signal });
      const second = await send(draft, { signal: scene.signal });
      same(second.id, first.id, 'The id of the resent message');
      await send({ cid: newId(), text: 'and then' }, { signal: scene.signal });
      await heard.find((item) => isMessage(item) && item.message.text === 'and then', 'The message after');
      const ids = new Set(
        messages(heard.items)
          .filter(({ text }) => text === draft.text)
          .map(({ id }) => id),
      );
      same(ids.size, 1, 'The number of rows');
    },
  },
  {
    name: 'says a sticker by its id, and its label where words stand',
    async run(scene) {
      const chat = scene.port('chat');
      const [sticker] = await stickersOf(scene);
      const send = await sendOf(scene);
      const heard = scene.listen(chat.subscribe, chat);
      const draft = { cid: newId(), text: '', sticker: sticker.id };
      const { id } = await send(draft, { signal: scene.signal });
      const { message } = await heard.find(
        (item): item is Said => isMessage(item) && item.message.cid === draft.cid,
        'The own row of a sticker',
      );
      same([message.id, message.text, message.sticker], [id, sticker.label, sticker], 'The own row of a sticker');
      same((await send(draft, { signal: scene.signal })).id, id, 'The id of the sticker sent once more');
    },
  },
  {
    name: 'offers stickers that can be told apart, each with a label and a picture that may be shown',
    async run(scene) {
      const stickers = await stickersOf(scene);
      same(new Set(stickers.map(({ id }) => id)).size, stickers.length, 'The number of ids');
      for (const { id, url, label } of stickers) {
        check(label.trim() !== '', `The sticker ${id} has no label.`);
        check(safeUrl(url, 'image'), `The room would not show ${url} as the picture of ${id}.`);
      }
    },
  },
  {
    name: 'refuses a sticker that there is not by a code, and says that it is the sticker',
    async run(scene) {
      await stickersOf(scene);
      const send = await sendOf(scene);
      const draft = { cid: newId(), text: '', sticker: 'there-is-no-such-sticker' };
      const { field } = await refusal(
        send(draft, { signal: scene.signal }),
        ['MESSAGE_REFUSED', 'BAD_INPUT'],
        'A sticker that there is not',
      );
      same(field, 'sticker', 'The field of the refusal');
    },
  },
  {
    name: 'refuses a message without words by a code',
    async run(scene) {
      const send = await sendOf(scene);
      await refusal(
        send({ cid: newId(), text: '   ' }, { signal: scene.signal }),
        ['MESSAGE_EMPTY', 'BAD_INPUT', 'MALFORMED'],
        'An empty message',
      );
    },
  },
  {
    name: 'refuses a message longer than the settings allow',
    async run(scene) {
      const chat = scene.port('chat');
      const heard = scene.listen(chat.subscribe, chat);
      const settings = await heard.find((item) => item.kind === 'settings', 'The settings');
      const length = settings.kind === 'settings' ? settings.settings.maximumLength + 1 : 0;
      const send = await sendOf(scene);
      await refusal(
        send({ cid: newId(), text: 'x'.repeat(length) }, { signal: scene.signal }),
        ['MESSAGE_TOO_LONG', 'TOO_LARGE'],
        'A message that is too long',
      );
    },
  },
  {
    name: 'lets the host take a message back for everybody',
    setting: { role: 'host' },
    async run(scene) {
      const chat = scene.port('chat');
      if (!chat.retract) throw new Skipped('The chat has no retract.');
      const id = await scene.can('say')('to be removed');
      const heard = scene.listen(chat.subscribe, chat);
      await chat.retract({ kind: 'message', id }, scene.command());
      await heard.find(
        (item) => item.kind === 'retract' && item.target.kind === 'message' && item.target.id === id,
        'The retraction',
      );
      const later = scene.listen(chat.subscribe, chat);
      await scene.can('say')('afterwards');
      await later.find((item) => isMessage(item) && item.message.text === 'afterwards', 'The message after');
      const shown = messages(later.items).some((message) => message.id === id);
      const taken = later.items.some(
        (item) => item.kind === 'retract' && item.target.kind === 'message' && item.target.id === id,
      );
      check(!shown || taken, 'Who comes later is still told the retracted message.');
    },
  },
  {
    name: 'lets the host change the settings and tells everybody',
    setting: { role: 'host' },
    async run(scene) {
      const chat = scene.port('chat');
      if (!chat.configure) throw new Skipped('The chat has no configure.');
      const heard = scene.listen(chat.subscribe, chat);
      await chat.configure({ slowMode: 7000 }, scene.command());
      const event = await heard.find(
        (item) => item.kind === 'settings' && item.settings.slowMode === 7000,
        'The new settings',
      );
      check(event.kind === 'settings' && event.settings.maximumLength > 0, 'The settings are not whole.');
    },
  },
  {
    name: 'offers a viewer neither retract nor configure nor pin',
    async run(scene) {
      const chat = scene.port('chat');
      check(!chat.retract && !chat.configure && !chat.pin, 'A viewer is offered what only the host may do.');
    },
  },
  {
    name: 'rejects a message while offline instead of keeping it',
    async run(scene) {
      const send = await sendOf(scene);
      const drop = scene.can('dropConnection');
      await drop();
      await scene.until(() => scene.statuses.at(-1) !== 'connected', 'Any status but "connected"');
      const error = await refusal(
        send({ cid: newId(), text: 'nobody hears' }, { signal: scene.signal }),
        ['OFFLINE', 'NETWORK'],
        'A message while offline',
      );
      check(error.retryable, 'Being offline must be retryable.');
    },
  },
];
