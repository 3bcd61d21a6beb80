// SPDX-License-Identifier: MIT
import { VitrineError } from '@vitrine/core';
import type { Translation } from '@vitrine/core/translate';
import { check, refusal } from '../assert.js';
import type { Rule } from '../rule.js';
import type { Scene } from '../scene.js';

const markup = '<img src=x onerror="window.stolen=1">&amp;<script>1</script>';

function translate(scene: Scene, text: string, to: string, signal = scene.signal): Promise<Translation> {
  return scene.port('translate').message({ id: 'a-message', text }, { to, signal });
}

/** Words, and a language by its tag or none. */
function judge({ text, from }: Translation): void {
  check(typeof text === 'string' && text.trim() !== '', 'A translation has no words.');
  if (from === undefined) return;
  try {
    Intl.getCanonicalLocales(from);
  } catch {
    check(false, `"${from}" is no language.`);
  }
}

export const translateCases: readonly Rule[] = [
  {
    name: 'translates a message into the language that is asked for, however often it is asked',
    async run(scene) {
      const { text, to } = scene.can('foreign');
      for (let time = 0; time < 2; time++) {
        const answer = await translate(scene, text, to);
        judge(answer);
        check(answer.text !== text, 'The words are those of the message.');
      }
    },
  },
  {
    name: 'translates nothing any more that is given up',
    async run(scene) {
      const { text, to } = scene.can('foreign');
      const life = new AbortController();
      life.abort();
      await refusal(translate(scene, text, to, life.signal), ['ABORTED'], 'What is given up');
    },
  },
  {
    name: 'answers markup with words, or refuses it by a code',
    async run(scene) {
      const { to } = scene.can('foreign');
      const answer = await translate(scene, markup, to).catch((error: unknown) => {
        check(error instanceof VitrineError, `It was refused by ${String(error)}.`);
      });
      if (answer) judge(answer);
    },
  },
];
