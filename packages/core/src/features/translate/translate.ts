// SPDX-License-Identifier: MIT
import { toVitrineError, VitrineError, type ErrorCode, type Ms } from '../../model/index.js';
import { isAimed, type ChatMessage } from '../chat/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import type { TranslatePort, Translation } from './translate.port.js';

/** How long a translator may take; longer than an adapter that gives up by itself. */
const patience: Ms = 15_000;
/** A translator that does not bound its texts must not fill the page. */
const longestText = 4000;

/** Has messages translated for this viewer, where the back end or the page can. */
export const translateFeature: Feature = {
  name: 'translate',
  setup(context) {
    const { bus, store } = context;
    store.set('translate', { status: 'loading' });
    return ({ translate: port }, failure) => {
      if (port) bus.answer('chat:translate', ({ message, to }) => ask(port, message, to, context), context);
      store.set('translate', { status: port ? 'ready' : failure ? 'failed' : 'absent' });
    };
  },
};

/** Asks the port, for so long as the message is there to be read. */
function ask(
  port: TranslatePort,
  message: ChatMessage,
  wanted: string,
  { bus, signal }: FeatureContext,
): Promise<Translation> {
  const to = languageOf(wanted);
  if (!to) {
    throw new VitrineError('BAD_INPUT', `"${wanted}" is no language.`, {
      field: 'to',
      mend: 'Give a BCP 47 tag such as "en-GB".',
    });
  }
  const life = new AbortController();
  return new Promise<Translation>((resolve, reject) => {
    const giveUp = (code: ErrorCode, why: string): void => {
      const error = new VitrineError(code, why);
      reject(error);
      life.abort(error);
    };
    const timer = setTimeout(() => giveUp('TIMEOUT', `No translation came in ${patience} ms.`), patience);
    life.signal.addEventListener('abort', () => clearTimeout(timer));
    signal.addEventListener('abort', () => giveUp('ABORTED', 'The room was closed.'), life);
    bus.on('chat:retracted', (target) => isAimed(target, message) && giveUp('ABORTED', 'It was retracted.'), life);
    const { id, text } = message;
    (async () => read(await port.message({ id, text }, { to, signal: life.signal })))()
      .then(resolve, (thrown: unknown) => reject(toVitrineError(thrown)))
      .finally(() => life.abort());
  });
}

/** Another's answer, as far as it can be used. @throws {VitrineError} `MALFORMED` */
function read(answer: Translation): Translation {
  const { text, from } = (answer as Translation | null | undefined) ?? {};
  if (typeof text !== 'string' || text.trim() === '') {
    throw new VitrineError('MALFORMED', 'The translation has no words.', {
      field: 'text',
      mend: 'Answer { text: "…" }, or throw a VitrineError.',
    });
  }
  const language = from === undefined ? undefined : languageOf(from);
  return { text: text.slice(0, longestText), ...(language && { from: language }) };
}

function languageOf(tag: string): string | undefined {
  try {
    // (Whoever shows its name takes no extensions.)
    return new Intl.Locale(tag).baseName;
  } catch {
    return undefined;
  }
}
