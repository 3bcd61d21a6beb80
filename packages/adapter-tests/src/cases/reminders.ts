// SPDX-License-Identifier: MIT
import type { RemindersPort } from '@vitrine/core/reminders';
import { check, same } from '../assert.js';
import type { Rule } from '../rule.js';
import type { Scene } from '../scene.js';

/** A show that is still to come. */
async function upcoming(scene: Scene): Promise<{ readonly port: RemindersPort; readonly show: string }> {
  const port = scene.port('reminders');
  await scene.can('setPhase')('upcoming');
  return { port, show: scene.roomId };
}

export const reminderCases: readonly Rule[] = [
  {
    name: 'remembers that a viewer is to be reminded, however often it is said, and forgets it',
    async run(scene) {
      const { port, show } = await upcoming(scene);
      const isSet = (): Promise<boolean> => port.current(show, { signal: scene.signal });
      same(await isSet(), false, 'Whether it is set before anybody asked');
      for (let time = 0; time < 2; time++) {
        same((await port.set(show, scene.command())).kind, 'set', 'What comes of it');
        same(await isSet(), true, 'Whether it is set');
      }
      for (let time = 0; time < 2; time++) {
        await port.clear(show, scene.command());
        same(await isSet(), false, 'Whether it is set after it was cleared');
      }
    },
  },
  {
    name: 'says by a code why nobody is reminded of a show that has begun',
    async run(scene) {
      const { port, show } = await upcoming(scene);
      await scene.can('setPhase')('live');
      const outcome = await port.set(show, scene.command());
      check(outcome.kind !== 'set' && outcome.code, 'A show that has begun was taken for one to come.');
      same(await port.current(show, { signal: scene.signal }), false, 'Whether it is set');
    },
  },
];
