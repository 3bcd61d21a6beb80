// SPDX-License-Identifier: MIT
import type { ChatEvent } from '@vitrine/core';
import type { ModerationPort, RestrictedPerson, Restriction } from '@vitrine/core/moderation';
import { check, refusal, same, Skipped } from '../assert.js';
import type { Person } from '../contract.js';
import type { Rule } from '../rule.js';
import type { Heard, Scene } from '../scene.js';

interface Board {
  readonly port: ModerationPort;
  readonly heard: Heard<ChatEvent>;
  readonly robin: Person;
  restrict(
    restriction: Restriction | 'none',
    more?: { readonly for?: number; readonly instead?: boolean },
  ): Promise<void>;
  /** What the back end says of Robin. */
  told(): Promise<RestrictedPerson | undefined>;
}

/** A host who listens, and a viewer to be restricted. */
async function boardOf(scene: Scene): Promise<Board> {
  const port = scene.port('moderation');
  const chat = scene.port('chat');
  const robin = await scene.can('join')('Robin');
  const heard = scene.listen(chat.subscribe, chat);
  return {
    port,
    heard,
    robin,
    restrict: (restriction, more) => port.restrict(robin.id, restriction, { ...scene.command(), ...more }),
    async told() {
      if (!port.people) throw new Skipped('The moderation has no people.');
      return (await port.people({ signal: scene.signal })).find(({ id }) => id === robin.id);
    },
  };
}

const saying =
  (text: string) =>
  (event: ChatEvent): boolean =>
    event.kind === 'message' && event.message.text === text;

export const restrictionCases: readonly Rule[] = [
  {
    name: 'refuses the words of a muted person as muted, until they have them back',
    setting: { role: 'host' },
    async run(scene) {
      const { heard, robin, restrict } = await boardOf(scene);
      await robin.say('before');
      const row = await heard.find(saying('before'), 'What the person said before');
      same(row.kind === 'message' && row.message.author.id, robin.id, 'The author of what they said');
      for (let time = 0; time < 2; time++) await restrict('muted', { for: 60_000 });
      const { retryAfter = 0 } = await refusal(robin.say('meanwhile'), ['MUTED'], 'The words of a muted person');
      // (The back end's clock is known by estimate.)
      check(retryAfter > 0 && retryAfter <= 62_000, `The refusal says to wait ${retryAfter} ms of 60,000.`);
      for (let time = 0; time < 2; time++) await restrict('none');
      await robin.say('afterwards');
      await heard.find(saying('afterwards'), 'What the person said afterwards');
      check(!heard.items.some(saying('meanwhile')), 'The room heard what was refused.');
    },
  },
  {
    name: 'acknowledges the words of a shadowed person as ever, and nobody else hears them',
    setting: { role: 'host' },
    async run(scene) {
      const { heard, robin, restrict } = await boardOf(scene);
      const other = await scene.can('join')('Sol');
      await restrict('shadowed');
      check(await robin.say('unheard'), 'The words of a shadowed person got no id.');
      await other.say('heard by all');
      await heard.find(saying('heard by all'), 'What somebody else said after them');
      check(!heard.items.some(saying('unheard')), 'The host heard a shadowed person.');
      const chat = scene.port('chat');
      const later = scene.listen(chat.subscribe, chat);
      await later.find(saying('heard by all'), 'The history');
      check(!later.items.some(saying('unheard')), 'The history has the words of a shadowed person.');
      const third = await scene.can('join')('Kai');
      await other.say('heard by those who came late');
      const listening = third.heard?.bind(third);
      if (listening) {
        await scene.until(() => listening().includes('heard by those who came late'), 'What another viewer hears');
        check(!listening().includes('unheard'), 'Another viewer heard a shadowed person.');
      }
      await restrict('none');
      await robin.say('heard again');
      await heard.find(saying('heard again'), 'What the person said once they were free');
    },
  },
  {
    name: 'does not let a banned person speak',
    setting: { role: 'host' },
    async run(scene) {
      const { heard, robin, restrict } = await boardOf(scene);
      const other = await scene.can('join')('Sol');
      await restrict('banned');
      await refusal(robin.say('from outside'), [], 'The words of a banned person');
      await other.say('from inside');
      await heard.find(saying('from inside'), 'What somebody else said after them');
      check(!heard.items.some(saying('from outside')), 'The room heard a banned person.');
    },
  },
  {
    name: 'tells for whom something holds, what they are called, and until when',
    setting: { role: 'host' },
    async run(scene) {
      const { robin, restrict, told } = await boardOf(scene);
      same(await told(), undefined, 'Somebody who is free');
      await robin.say('it is me');
      await restrict('muted', { for: 60_000 });
      const { name, restriction, since = 0, until = 0 } = (await told()) ?? {};
      same([name, restriction, until - since], [robin.name, 'muted', 60_000], 'Who is muted, and for how long');
      await restrict('none');
      same(await told(), undefined, 'Somebody who is free again');
    },
  },
  {
    name: 'takes nothing back by the way, and does where it is told to',
    setting: { role: 'host' },
    async run(scene) {
      const { robin, restrict, told } = await boardOf(scene);
      await restrict('shadowed');
      await restrict('muted', { for: 60_000 });
      same((await told())?.restriction, 'shadowed', 'What holds after something milder');
      await restrict('muted', { for: 60_000, instead: true });
      same((await told())?.restriction, 'muted', 'What holds after something milder in its place');
      await refusal(robin.say('and now?'), ['MUTED'], 'The words of a person who was shadowed and is muted');
    },
  },
];
