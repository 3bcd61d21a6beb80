// SPDX-License-Identifier: MIT
import type { ErrorCode } from '@vitrine/core';
import type { CountAnswer, InteractionDraft, InteractionEvent, InteractionsPort } from '@vitrine/core/interactions';
import { check, refusal, same, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';
import type { Heard, Scene } from '../scene.js';

const draft: InteractionDraft = {
  kind: 'question',
  rule: 'count',
  settings: { most: 0, entries: { graphemes: 280 } },
};

/** What a listener knows by now: everything since the last `all`. */
function told(heard: Heard<InteractionEvent>): readonly InteractionEvent[] {
  return heard.items.slice(heard.items.findLastIndex(({ kind }) => kind === 'all'));
}

/** The back end may have others open. */
function texts(heard: Heard<InteractionEvent>, id: string): readonly string[] {
  return told(heard).flatMap((item) => (item.kind === 'entry' && item.id === id ? [item.entry.text] : []));
}

function countOf(heard: Heard<InteractionEvent>, option: string): number | undefined {
  const last = told(heard).findLast((item) => item.kind === 'tally' && item.option === option);
  return last?.kind === 'tally' ? last.count : undefined;
}

interface Board {
  readonly port: InteractionsPort;
  readonly heard: Heard<InteractionEvent>;
  readonly id: string;
  /** Another viewer adds an option; resolves with its id once this listener knows of it. */
  add(text: string): Promise<string>;
  answer(answer: CountAnswer, commandId?: string): Promise<void>;
}

/** Something to take part in, that the host has opened. */
async function boardOf(scene: Scene): Promise<Board> {
  const port = scene.port('interactions');
  const launch = scene.can('launch');
  const other = scene.can('answer');
  const heard = scene.listen(port.subscribe, port);
  await heard.find(({ kind }) => kind === 'all', 'All there is');
  const id = await launch(draft);
  await heard.find((item) => item.kind === 'open' && item.interaction.id === id, 'What the host has opened');
  return {
    port,
    heard,
    id,
    async add(text) {
      const option = await other(id, { do: 'add', text });
      check(option, 'The driver’s answer tells the id of what it has added.');
      await heard.find((item) => item.kind === 'entry' && item.entry.id === option, 'What another viewer added');
      return option;
    },
    async answer(answer, commandId) {
      if (!port.answer) throw new Skipped('The interactions have no answer.');
      await port.answer(id, answer, scene.command(commandId));
    },
  };
}

export const interactionCases: readonly Rule[] = [
  {
    name: 'tells all interactions there are at once, to whoever listens',
    async run(scene) {
      const { port, heard, id, add } = await boardOf(scene);
      await add('one');
      check(heard.batches[0]?.[0]?.kind === 'all', 'The first batch must begin with "all".');
      const later = scene.listen(port.subscribe, port);
      await later.find((item) => item.kind === 'entry' && item.entry.text === 'one', 'What was there before');
      check(later.batches[0]?.[0]?.kind === 'all', 'The first batch must begin with "all".');
      const kinds = told(later).filter((item) => item.kind === 'open' && item.interaction.id === id);
      same(kinds.length, 1, 'How often it is told as opened');
    },
  },
  {
    name: 'tells what others add and count, and when in the show',
    async run(scene) {
      const { heard, id, add } = await boardOf(scene);
      const option = await add('Does it keep?');
      const entry = told(heard).find((item) => item.kind === 'entry' && item.entry.id === option);
      check(entry?.kind === 'entry' && entry.at > 0 && !entry.entry.isOwn, 'Another’s entry is not the viewer’s own.');
      await scene.can('answer')(id, { do: 'count', option, on: true }, 'host');
      await scene.until(() => countOf(heard, option) === 1, 'The tally of 1');
    },
  },
  {
    name: 'delivers what the viewer adds, as its own, before the answer resolves, and once',
    async run(scene) {
      const { heard, id, answer } = await boardOf(scene);
      await answer({ do: 'add', text: 'Mine' }, 'command-that-comes-twice');
      const own = told(heard).find((item) => item.kind === 'entry' && item.entry.text === 'Mine');
      check(own?.kind === 'entry' && own.entry.isOwn, 'The viewer’s own entry was not delivered as its own.');
      await answer({ do: 'add', text: 'Mine' }, 'command-that-comes-twice');
      same(
        new Set(told(heard).flatMap((item) => (item.kind === 'entry' && item.id === id ? [item.entry.id] : []))).size,
        1,
        'The number of entries after the same command twice',
      );
    },
  },
  {
    name: 'counts a viewer once for an option, and takes it back',
    async run(scene) {
      const { heard, id, add, answer } = await boardOf(scene);
      const option = await add('Does it keep?');
      for (let time = 0; time < 2; time++) await answer({ do: 'count', option, on: true });
      const own = told(heard).findLast((item) => item.kind === 'own');
      check(own?.kind === 'own' && own.on && own.id === id, 'What the viewer counts for was not told.');
      await scene.until(() => countOf(heard, option) === 1, 'The tally of 1');
      await answer({ do: 'count', option, on: false });
      await scene.until(() => countOf(heard, option) === 0, 'The tally of 0');
    },
  },
  {
    name: 'tells a viewer who comes back what it counts for',
    async run(scene) {
      const { port, add, answer } = await boardOf(scene);
      const option = await add('Does it keep?');
      await answer({ do: 'count', option, on: true });
      const later = scene.listen(port.subscribe, port);
      await later.find(
        (item) => item.kind === 'own' && item.option === option && item.on,
        'What the viewer counts for',
      );
    },
  },
  {
    name: 'keeps what another asks privately from a viewer',
    async run(scene) {
      const { port, heard, id, add } = await boardOf(scene);
      await scene.can('answer')(id, { do: 'add', text: 'Between us', isPrivate: true });
      await add('For all');
      check(!texts(heard, id).includes('Between us'), 'A private entry of another was delivered.');
      const later = scene.listen(port.subscribe, port);
      await later.find((item) => item.kind === 'entry' && item.entry.text === 'For all', 'The public entry');
      check(!texts(later, id).includes('Between us'), 'A private entry of another was delivered to a new listener.');
    },
  },
  {
    name: 'tells the host what is asked privately',
    setting: { role: 'host' },
    async run(scene) {
      const { heard, id } = await boardOf(scene);
      await scene.can('answer')(id, { do: 'add', text: 'Between us', isPrivate: true });
      const item = await scene.until(
        () => told(heard).find((one) => one.kind === 'entry' && one.entry.text === 'Between us'),
        'The private entry',
      );
      check(item.kind === 'entry' && item.entry.isPrivate, 'A private entry must say that it is.');
    },
  },
  {
    name: 'lets the host say what has become of an entry, at a moment',
    setting: { role: 'host' },
    async run(scene) {
      const { heard, add, answer } = await boardOf(scene);
      const option = await add('Does it keep?');
      const entry = told(heard).find((item) => item.kind === 'entry' && item.entry.id === option);
      const at = entry?.kind === 'entry' ? Math.round(entry.at) - 2000 : 0;
      await answer({ do: 'settle', option, as: 'answered', at });
      const item = await heard.find((one) => one.kind === 'settle' && one.option === option, 'What became of it');
      check(item.kind === 'settle' && item.as === 'answered' && item.at === at, 'Another moment than the host’s.');
    },
  },
  {
    name: 'lets the host launch and close, and takes no answers after that',
    setting: { role: 'host' },
    async run(scene) {
      const { port, heard, add } = await boardOf(scene);
      if (!port.launch || !port.close) throw new Skipped('The interactions have no launch or no close.');
      await add('before');
      const { id } = await port.launch(draft, scene.command());
      await heard.find((item) => item.kind === 'open' && item.interaction.id === id, 'What was launched');
      await port.close(id, scene.command());
      await heard.find((item) => item.kind === 'close' && item.id === id, 'The end of it');
      await refusal(
        port.answer?.(id, { do: 'add', text: 'late' }, scene.command()) ?? Promise.resolve(),
        ['INTERACTION_CLOSED'],
        'An answer after the end',
      );
    },
  },
  {
    name: 'offers a viewer neither launch nor close of an interaction',
    async run(scene) {
      const { launch, close } = scene.port('interactions');
      check(!launch && !close, 'A viewer is offered what only the host may do.');
    },
  },
  {
    name: 'refuses bad answers to an interaction by a code',
    async run(scene) {
      const { port, id, add, answer } = await boardOf(scene);
      const option = await add('Does it keep?');
      await answer({ do: 'add', text: 'Mine' });
      const cases: readonly (readonly [answer: CountAnswer, codes: readonly ErrorCode[], what: string])[] = [
        [{ do: 'add', text: '   ' }, ['MESSAGE_EMPTY', 'BAD_INPUT'], 'An empty entry'],
        [{ do: 'add', text: 'x'.repeat(281) }, ['MESSAGE_TOO_LONG', 'TOO_LARGE'], 'An entry that is too long'],
        [{ do: 'add', text: 'x'.repeat(10_240) }, ['MESSAGE_TOO_LONG', 'TOO_LARGE'], 'An entry of 10 kB'],
        [{ do: 'count', option: 'nothing', on: true }, ['BAD_INPUT'], 'A vote for nothing'],
        [{ do: 'settle', option, as: 'answered' }, ['FORBIDDEN'], 'A viewer who answers as the host'],
      ];
      for (const [given, codes, what] of cases) await refusal(answer(given), codes, what);
      await refusal(
        port.answer?.('nothing', { do: 'count', option, on: true }, scene.command()) ?? Promise.resolve(),
        ['BAD_INPUT'],
        `An answer to no interaction, beside ${id}`,
      );
    },
  },
  {
    name: 'loses nothing and tells nothing twice when the connection of an interaction drops',
    async run(scene) {
      const { heard, id, add } = await boardOf(scene);
      await add('before');
      await scene.can('dropConnection')();
      await scene.until(() => scene.statuses.at(-1) !== 'connected', 'Any status but "connected"');
      await scene.can('answer')(id, { do: 'add', text: 'meanwhile' });
      await scene.can('restoreConnection')();
      await scene.until(() => texts(heard, id).includes('meanwhile'), 'What was added meanwhile');
      same([...texts(heard, id)].sort(), ['before', 'meanwhile'], 'The entries after the connection is back');
    },
  },
];
