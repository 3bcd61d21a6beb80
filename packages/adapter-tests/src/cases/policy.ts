// SPDX-License-Identifier: MIT
import type { ModerationPort, RoomPolicy } from '@vitrine/core/moderation';
import { check, refusal, same, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';
import type { Scene } from '../scene.js';

interface Desk {
  policy(): Promise<RoomPolicy>;
  set(policy: RoomPolicy): Promise<RoomPolicy>;
}

function deskOf(scene: Scene): Desk {
  const port: ModerationPort = scene.port('moderation');
  const { policy, setPolicy } = port;
  if (!policy || !setPolicy) throw new Skipped('The moderation has no policy, or none that can be set.');
  return {
    policy: () => policy.call(port, { signal: scene.signal }),
    set: (wanted) => setPolicy.call(port, wanted, scene.command()),
  };
}

export const policyCases: readonly Rule[] = [
  {
    name: 'refuses what the policy of the room does not let viewers say, from the next message on',
    setting: { role: 'host' },
    async run(scene) {
      const { policy, set } = deskOf(scene);
      // (A person each: nobody is held up for saying much.)
      const say = async (name: string, text: string): Promise<string> => (await scene.can('join')(name)).say(text);
      await say('Robin', 'a lovely scam');
      const wanted = { ...(await policy()), words: ['scam', 'cheap*'], links: 'staff' } as const;
      const { revision: _new, ...told } = await set(wanted);
      const { revision: _old, ...sent } = wanted;
      same(told, sent, 'The policy as it was set');
      for (const text of ['what a scam', 'cheaper elsewhere', 'see https://example.org/tea'])
        await refusal(say('Kai', text), ['MESSAGE_REFUSED'], `"${text}"`);
      check(await say('Sol', 'lovely tea'), 'What may be said got no id.');
    },
  },
  {
    name: 'takes a list of two thousand words, and names the word that is none',
    setting: { role: 'host' },
    async run(scene) {
      const { policy, set } = deskOf(scene);
      const words = Array.from({ length: 2000 }, (_, index) => `word${index}`);
      await set({ ...(await policy()), words });
      const now = await policy();
      same(now.words.length, 2000, 'The number of words');
      const error = await refusal(set({ ...now, words: ['fine', '!?'] }), ['BAD_INPUT'], 'A word without a letter');
      check(error.field === 'words.1', `The field at fault is words.1, got ${error.field}.`);
      same((await policy()).words.length, 2000, 'The number of words after a refusal');
    },
  },
  {
    name: 'does not let one of the staff write over what another has changed',
    setting: { role: 'host' },
    async run(scene) {
      const { policy, set } = deskOf(scene);
      const seen = await policy();
      if (seen.revision === undefined) throw new Skipped('The policy has no revision.');
      await set({ ...seen, words: ['theirs'] });
      await refusal(set({ ...seen, words: ['mine'] }), ['CONFLICT'], 'A change of what is not so any more');
      const now = await policy();
      same(now.words, ['theirs'], 'The words after a change that came too late');
      same(
        (await set({ ...now, words: ['theirs', 'mine'] })).words,
        ['theirs', 'mine'],
        'The words after another look',
      );
    },
  },
];
