// SPDX-License-Identifier: MIT
// A crowd that talks at a rate, in a process of its own: each one has a connection, and says what nobody has said before.
import { once } from 'node:events';
import { encodeFrame, protocolVersion, subprotocol } from '@vitrine/core/wire';

/** What the crowd is told. */
export interface CrowdOrder {
  readonly socketUrl: string;
  readonly room: string;
  /** One of each who talks. */
  readonly tokens: readonly string[];
  readonly messagesPerSecond: number;
  readonly total: number;
}

/** What the crowd tells. */
export type CrowdReport =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'done';
      readonly stored: number;
      readonly refused: number;
      readonly seconds: number;
    };

const beat = 20;
// (The gateway ends a connection that sends sixty frames at once: on a busy machine the crowd is slower.)
const mostUnanswered = 10;

interface Person {
  readonly socket: WebSocket;
  unanswered: number;
}

async function crowd({ socketUrl, room, tokens, messagesPerSecond, total }: CrowdOrder): Promise<void> {
  const answered = { stored: 0, refused: 0 };
  let isOver = (): void => undefined;
  const over = new Promise<void>((resolve) => (isOver = resolve));
  const enter = async (token: string): Promise<Person> => {
    const socket = new WebSocket(socketUrl, subprotocol);
    const person: Person = { socket, unanswered: 0 };
    let isWelcome = (): void => undefined;
    const welcome = new Promise<void>((resolve) => (isWelcome = resolve));
    socket.addEventListener('message', ({ data }) => {
      // (Three hundred hear the same: what need not be read is not.)
      const [kind] = /(?<=^{"k":")(ok|a|e)(?=")/.exec(String(data)) ?? [];
      if (kind === 'ok') isWelcome();
      if (kind !== 'a' && kind !== 'e') return;
      person.unanswered--;
      answered[kind === 'a' ? 'stored' : 'refused']++;
      if (answered.stored + answered.refused === total) isOver();
    });
    await once(socket, 'open');
    socket.send(encodeFrame({ k: 'hi', v: protocolVersion, room, token }));
    await welcome;
    return person;
  };
  const people: Person[] = [];
  for (const token of tokens) people.push(await enter(token));
  process.send?.({ kind: 'ready' } satisfies CrowdReport);
  await once(process, 'message');

  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  let said = 0;
  let turn = 0;
  const timer = setInterval(() => {
    const due = Math.min(total, seconds() * messagesPerSecond);
    for (let asked = 0; asked < people.length && said < due; asked++) {
      const person = people[turn++ % people.length] as Person;
      if (person.unanswered >= mostUnanswered) continue;
      person.unanswered++;
      person.socket.send(encodeFrame({ k: 'm', cid: `crowd-${said}`, text: `what about number ${said}` }));
      said++;
    }
    if (said >= total) clearInterval(timer);
  }, beat);
  await over;
  process.send?.({ kind: 'done', ...answered, seconds: seconds() } satisfies CrowdReport);
  for (const { socket } of people) socket.close();
  process.disconnect();
}

process.once('message', (order: CrowdOrder) => void crowd(order));
