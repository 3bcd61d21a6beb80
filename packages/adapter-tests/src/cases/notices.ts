// SPDX-License-Identifier: MIT
import { newId, type ChatEvent, type ChatPort, type NoticeEvent } from '@vitrine/core';
import { check, refusal, same, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';
import type { Heard, Scene } from '../scene.js';

const isNotice = (item: ChatEvent): item is NoticeEvent => item.kind === 'notice';

/** The chat of a host who can put something at the top of it, and what it delivers. */
function stand(scene: Scene): { readonly pin: NonNullable<ChatPort['pin']>; readonly heard: Heard<ChatEvent> } {
  const chat = scene.port('chat');
  if (!chat.pin) throw new Skipped('The chat has no pin.');
  return { pin: chat.pin.bind(chat), heard: scene.listen(chat.subscribe, chat) };
}

/** What who comes now is told last of the top of the chat, once they are told that somebody has said something. */
async function late(scene: Scene): Promise<NoticeEvent | undefined> {
  const chat = scene.port('chat');
  const heard = scene.listen(chat.subscribe, chat);
  const id = await scene.can('say')('and now');
  await heard.find((item) => item.kind === 'message' && item.message.id === id, 'The message after');
  return heard.items.filter(isNotice).at(-1);
}

export const noticeCases: readonly Rule[] = [
  {
    name: 'puts a message at the top of the chat with the words on record, for who comes later too, until it is taken away',
    setting: { role: 'host' },
    async run(scene) {
      const { pin, heard } = stand(scene);
      const id = await scene.can('say')('it ships on Monday');
      const until = Date.now() + 600_000;
      await pin({ id }, { ...scene.command(), until });
      const { notice } = await heard.find(isNotice, 'What stands at the top');
      same(notice?.id, id, 'The message');
      same(notice?.text, 'it ships on Monday', 'Its words');
      check(notice?.author, 'It has no author.');
      same(notice?.until, until, 'Until when');
      same((await late(scene))?.notice?.id, id, 'The message that who comes later is told of');
      await pin(null, scene.command());
      await heard.find((item) => isNotice(item) && item.notice === null, 'That it is taken away');
      check(!(await late(scene))?.notice, 'It still stands there for who comes later.');
    },
  },
  {
    name: 'puts words of the staff there in place of what stood, once under one command id, and none that are empty',
    setting: { role: 'host' },
    async run(scene) {
      const { pin, heard } = stand(scene);
      const first = scene.command();
      await pin({ text: 'free delivery today' }, first);
      await pin({ text: 'free delivery today' }, first);
      await pin({ text: 'until eight' }, scene.command());
      const last = await heard.find((item) => isNotice(item) && item.notice?.text === 'until eight', 'The second');
      check(isNotice(last) && last.notice?.id === undefined, 'An announcement is no message.');
      same(heard.items.filter(isNotice).length, 2, 'How often something was put there');
      await refusal(pin({ text: '  ' }, scene.command()), ['MESSAGE_EMPTY', 'BAD_INPUT'], 'No words');
      await refusal(pin({ id: 'never-said' }, scene.command()), ['BAD_INPUT'], 'A message that was never said');
    },
  },
  {
    name: 'takes away from there what is retracted, by the message or by its author, and tells it to nobody later',
    setting: { role: 'host' },
    async run(scene) {
      const { pin, heard } = stand(scene);
      const chat = scene.port('chat');
      if (!chat.retract) throw new Skipped('The chat has no retract.');
      for (const kind of ['message', 'author'] as const) {
        const id = await scene.can('say')(`to be removed by ${kind}`);
        await pin({ id }, scene.command());
        const put = await heard.find((item) => isNotice(item) && item.notice?.id === id, 'What stands at the top');
        const person = isNotice(put) ? (put.notice?.author?.id ?? '') : '';
        await chat.retract({ kind, id: kind === 'message' ? id : person }, scene.command());
        await heard.find((item) => item.kind === 'retract' && item.target.kind === kind, 'The retraction');
        check(!(await late(scene))?.notice, `Who comes later is told what was retracted by ${kind}.`);
      }
    },
  },
  {
    name: 'takes away from there what its author takes back, and tells it to nobody later',
    setting: { role: 'host' },
    async run(scene) {
      const own = scene.port('ownWords');
      const chat = scene.port('chat');
      if (!chat.send) throw new Skipped('The chat has no send.');
      const { pin, heard } = stand(scene);
      await scene.until(() => scene.statuses.at(-1) === 'connected', 'The status "connected"');
      const { id } = await chat.send({ cid: newId(), text: 'to be taken back' }, { signal: scene.signal });
      await heard.find((item) => item.kind === 'message' && item.message.id === id, 'The message');
      await pin({ id }, scene.command());
      await heard.find((item) => isNotice(item) && item.notice?.id === id, 'What stands at the top');
      await own.delete(scene.command());
      await heard.find((item) => item.kind === 'retract' && item.target.kind === 'author', 'The retraction');
      check(!(await late(scene))?.notice, 'Who comes later is told what was taken back.');
      await pin({ text: 'free delivery today' }, scene.command());
      await heard.find(
        (item) => isNotice(item) && item.notice?.text === 'free delivery today',
        'What is put there then',
      );
      same((await late(scene))?.notice?.text, 'free delivery today', 'What is put there afterwards');
    },
  },
  {
    name: 'keeps in its history what stood at the top, without what was retracted',
    setting: { role: 'host' },
    async run(scene) {
      const history = scene.port('history');
      const { pin, heard } = stand(scene);
      const id = await scene.can('say')('to be removed');
      await pin({ text: 'free delivery today' }, scene.command());
      await pin({ id }, scene.command());
      await pin(null, scene.command());
      const gone = await heard.find((item) => isNotice(item) && item.notice === null, 'That it is taken away');
      const to = (isNotice(gone) && gone.at) || Number.NaN;
      const ask = async (): Promise<string> =>
        (await history.between(0, to, { kinds: ['notice'], signal: scene.signal }))
          .map((event) => (event.kind === 'notice' ? (event.notice?.text ?? 'nothing') : event.kind))
          .join();
      same(await ask(), 'free delivery today,to be removed,nothing', 'What stood there');
      const chat = scene.port('chat');
      await chat.retract?.({ kind: 'message', id }, scene.command());
      same(await ask(), 'free delivery today,nothing,nothing', 'What stood there, without what was retracted');
    },
  },
];
