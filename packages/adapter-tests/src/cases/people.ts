// SPDX-License-Identifier: MIT
import { check, refusal, same, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';

export const peopleCases: readonly Rule[] = [
  {
    name: 'knows who the viewer is',
    async run(scene) {
      const viewer = await scene.port('identity').current();
      check(typeof viewer.id === 'string' && viewer.id !== '', 'The viewer has no id.');
      same(viewer.role, 'viewer', 'The role of a viewer');
    },
  },
  {
    name: 'knows the host as the host',
    setting: { role: 'host' },
    async run(scene) {
      const { role } = await scene.port('identity').current();
      check(role === 'host' || role === 'owner', `The host is called ${role}.`);
    },
  },
  {
    name: 'gives a guest the name it wishes, from then on',
    async run(scene) {
      const identity = scene.port('identity');
      if (!identity.rename) throw new Skipped('The identity has no rename.');
      const before = await identity.current();
      const renamed = await identity.rename('Robin');
      same(renamed.name, 'Robin', 'The new name');
      same(renamed.id, before.id, 'The id of the renamed viewer');
      same((await identity.current()).name, 'Robin', 'The name afterwards');
    },
  },
  {
    name: 'refuses an empty name by a code and a field',
    async run(scene) {
      const identity = scene.port('identity');
      if (!identity.rename) throw new Skipped('The identity has no rename.');
      const error = await refusal(identity.rename('  '), ['BAD_INPUT', 'NAME_RESERVED'], 'An empty name');
      same(error.field, 'name', 'The field at fault');
    },
  },
  {
    name: 'counts viewers as a whole number, and hearts that are given',
    async run(scene) {
      const presence = scene.port('presence');
      const heard = scene.listen(presence.subscribe, presence);
      const { viewers, hearts = 0 } = await heard.find(() => true, 'The audience');
      check(Number.isInteger(viewers) && viewers >= 0, `${viewers} is no number of viewers.`);
      if (!presence.react) return;
      await scene.until(() => scene.statuses.at(-1) === 'connected', 'The status "connected"');
      await presence.react(3, { signal: scene.signal });
      await heard.find((audience) => (audience.hearts ?? 0) >= hearts + 3, 'The hearts that were given');
    },
  },
  {
    name: 'tells what the show is',
    async run(scene) {
      const stream = scene.port('stream');
      const info = await scene.listen(stream.subscribe, stream).find(() => true, 'The stream');
      check(typeof info.title === 'string' && typeof info.host.name === 'string', 'The show has no title or no host.');
      check(Array.isArray(info.sources), 'The show has no list of sources.');
    },
  },
];
