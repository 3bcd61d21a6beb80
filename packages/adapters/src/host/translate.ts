// SPDX-License-Identifier: MIT
import type { Ports } from '@vitrine/core';
import type { Translation } from '@vitrine/core/translate';
import type { Ask, HostOptions } from './options.js';
import { bad } from './page-money.js';

/** Has the page translate. A chunk of its own: few pages do. */
export function hostTranslate(
  translate: NonNullable<HostOptions['translate']>,
  life: AbortSignal,
  ask: Ask,
): Pick<Ports, 'translate'> {
  return {
    translate: {
      async message(message, options) {
        const { to, signal } = options;
        const answer = await ask(
          {
            handler: translate === 'event' ? undefined : translate,
            given: [message, options],
            event: 'vitrine-translate-request',
            detail: { message, to },
            option: 'translate',
          },
          [signal, life],
        );
        return read(answer);
      },
    },
  };
}

/** @throws {VitrineError} `BAD_INPUT`, naming the field */
function read(answer: unknown): Translation {
  if (typeof answer === 'string') return { text: answer };
  const { text, from } = (answer ?? {}) as Partial<Translation>;
  if (typeof text !== 'string') throw bad('text', 'the words in the language that was asked for');
  return { text, ...(from !== undefined && { from }) };
}
