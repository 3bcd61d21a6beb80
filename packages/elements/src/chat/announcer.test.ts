// SPDX-License-Identifier: MIT
import type { ChatMessage } from '@vitrine/core';
import { expect } from 'chai';
import { holdTime, unmountAll, until } from '../shared/testing/index.js';
import { Announcer } from './announcer.js';
import { english as atDesk } from './desk.strings.js';
import { chatElement, find, frames, rowsOf } from './testing/chat-element.js';
import { chatRoom } from './testing/chat-room.js';

describe('the announcer of vitrine-chat', () => {
  const between = 60;
  let spoken: { text: string; at: number }[];
  let isOn: boolean;
  let count = 0;

  const message = (text: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
    id: `m${++count}`,
    author: { id: 'jun', name: 'Jun', role: 'viewer' },
    text,
    sentAt: 0,
    ...more,
  });
  const host = { author: { id: 'h', name: 'Lin Yue', role: 'host' } } as const;
  const announcer = (): Announcer =>
    new Announcer(
      {
        isOn: () => isOn,
        words: () => atDesk,
        spoken: ({ kind, author, text, others = [] }) =>
          kind === 'order'
            ? `${[author.name, ...others.map((other) => other.author.name)].join(' and ')} ordered ${text}`
            : `${author.name}: ${text}`,
        locale: () => 'en',
        isForViewer: ({ text }) => text.includes('@Anna'),
        say: (text) => spoken.push({ text, at: performance.now() }),
      },
      between,
    );

  beforeEach(() => {
    spoken = [];
    isOn = true;
  });
  afterEach(unmountAll);

  it('gathers what is said and reads three, the host first, then how many more there are', async () => {
    const voice = announcer();
    const start = performance.now();
    voice.hear([message('one'), message('two')]);
    voice.hear([message('yes', host), ...Array.from({ length: 12 }, (_, index) => message(`more ${index}`))]);
    await until(() => spoken.length === 1);
    expect(spoken[0]?.text).to.equal('Lin Yue: yes. Jun: one. Jun: two. 12 new messages');
    expect((spoken[0]?.at ?? 0) - start).to.be.at.least(between - 5);
  });

  it('counts what the chat leaves out of a flood among the rest, where it is wanted', async () => {
    const time = holdTime();
    const voice = announcer();
    voice.hear([message('one')]);
    voice.leaveOut(400);
    voice.leaveOut(12);
    await time.pass(between);
    voice.leaveOut(30);
    await time.pass(between);
    isOn = false;
    voice.leaveOut(5);
    await time.pass(between);
    expect(spoken.map(({ text }) => text)).to.deep.equal(['Jun: one. 412 new messages', '30 new messages']);
  });

  it('says nothing by itself unless it is wanted, but always what answers the viewer, and that at once', async () => {
    isOn = false;
    const time = holdTime();
    const voice = announcer();
    voice.hear([message('one'), message('@Anna yes'), message('the gaiwan set', { kind: 'order' })]);
    await time.pass(0);
    expect(spoken.map(({ text }) => text)).to.deep.equal(['Jun: @Anna yes']);
  });

  it('is not hurried by many answers', async () => {
    const voice = announcer();
    voice.hear([message('@Anna one')]);
    await until(() => spoken.length === 1);
    voice.hear([message('@Anna two')]);
    voice.hear([message('@Anna three')]);
    await until(() => spoken.length === 2);
    expect((spoken[1]?.at ?? 0) - (spoken[0]?.at ?? 0)).to.be.at.least(between - 5);
    expect(spoken[1]?.text).to.equal('Jun: @Anna two. Jun: @Anna three');
  });

  it('reads orders as sentences', async () => {
    const voice = announcer();
    voice.hear([message('the gaiwan set', { kind: 'order' })]);
    await until(() => spoken.length === 1);
    expect(spoken[0]?.text).to.equal('Jun ordered the gaiwan set');
    const others = ['Hana', 'Ama'].map((name) => message('Dancong', { author: { id: name, name, role: 'viewer' } }));
    voice.hear([message('Dancong', { kind: 'order', others })]);
    await until(() => spoken.length === 2);
    expect(spoken[1]?.text).to.equal('Jun and Hana and Ama ordered Dancong');
  });

  it('falls silent when it is stopped', async () => {
    const voice = announcer();
    voice.hear([message('one')]);
    voice.stop();
    voice.hear([message('@Anna two')]);
    await until(() => spoken.length === 1);
    expect(spoken[0]?.text).to.equal('Jun: @Anna two');
  });

  describe('in the element', () => {
    it('keeps the list itself silent and speaks by a region of its own', async () => {
      const talk = await chatRoom();
      const mine = talk.say('Anna', 'which year?', { author: { id: 'anna', name: 'Anna', role: 'viewer' } });
      talk.say('Jun', '2026', { replyTo: { id: mine, name: 'Anna' } });
      const chat = await chatElement(talk);
      await until(() => rowsOf(chat).length === 2);
      await frames();
      const list = find(chat, '.list');
      expect(list.getAttribute('role')).to.equal('log');
      expect(list.getAttribute('aria-live')).to.equal('off');
      const region = find(chat, '[aria-live=polite]');
      expect(region.textContent, 'history is not read out').to.equal('');
      talk.say('Jun', 'and roasted twice', { replyTo: { id: mine, name: 'Anna' } });
      await until(() => region.textContent === 'Jun: and roasted twice');
      talk.room.close();
    });
  });
});
