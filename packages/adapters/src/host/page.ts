// SPDX-License-Identifier: MIT
import { toErrorCode, toVitrineError, VitrineError, type Ms } from '@vitrine/core';

/** What a listener of a `vitrine-…-request` event finds in `detail`, beside the question. */
export interface PageRequest {
  /** Answers; only the first call counts, and it must come before the listener returns. A promise is awaited. */
  respondWith(answer: unknown): void;
}

export interface Question {
  /** The function the page gave, if it gave one. */
  readonly handler: ((...given: never[]) => unknown) | undefined;
  readonly given: readonly unknown[];
  /** Else this event is dispatched… */
  readonly event: string;
  readonly detail: object;
  /** …here. */
  readonly target: EventTarget | undefined;
  /** What the option is called, for the mend of `NO_HANDLER`. */
  readonly option: string;
  /** In ms; then nobody knows what became of it. */
  readonly timeout: Ms;
  readonly signals: readonly AbortSignal[];
  /** An answer that came after it was given up. */
  late?(answer: unknown): void;
}

/** Asks the page by its function, or by an event that is answered like a `FetchEvent`. */
function put({ handler, given, event, detail, target, option }: Question): Promise<unknown> {
  if (handler) return (async () => handler(...(given as never[])))();
  let answer: { readonly value: unknown } | undefined;
  const respondWith = (value: unknown): void => {
    answer ??= { value };
  };
  target?.dispatchEvent(
    new CustomEvent(event, { cancelable: true, bubbles: true, composed: true, detail: { ...detail, respondWith } }),
  );
  if (answer) return Promise.resolve(answer.value);
  throw new VitrineError('NO_HANDLER', `Nobody answered "${event}".`, {
    field: option,
    mend: `Give hostAdapter "${option}", or listen for "${event}" and call event.detail.respondWith(promise) at once.`,
  });
}

/**
 * The page's answer, awaited for so long and no longer. A page that answers `{ code }`, or throws it, refuses.
 * @throws {VitrineError} `NO_HANDLER`, `TIMEOUT` (outcome unknown), `ABORTED`, or the page's own code
 */
export function askPage(question: Question): Promise<unknown> {
  const { signals, timeout, event } = question;
  return new Promise((resolve, reject) => {
    let isOver = false;
    const end = (settle: () => void): void => {
      isOver = true;
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener('abort', stop);
      settle();
    };
    const stop = (): void =>
      end(() => reject(new VitrineError('ABORTED', `"${event}" was given up.`, { outcome: 'unknown' })));
    const giveUp = (): void =>
      end(() =>
        reject(
          new VitrineError('TIMEOUT', `"${event}" was not answered in ${timeout} ms.`, {
            field: question.option,
            outcome: 'unknown',
          }),
        ),
      );
    const timer = setTimeout(giveUp, timeout);
    if (signals.some(({ aborted }) => aborted)) return stop();
    for (const signal of signals) signal.addEventListener('abort', stop);
    (async () => put(question))().then(
      (answer) =>
        isOver ? question.late?.(answer) : end(() => (isRefusal(answer) ? reject(refused(answer)) : resolve(answer))),
      (error: unknown) =>
        isOver ||
        end(() => reject(isRefusal(error) && !(error instanceof Error) ? refused(error) : toVitrineError(error))),
    );
  });
}

function isRefusal(answer: unknown): answer is { readonly code: unknown; readonly message?: unknown } {
  return answer === false || (typeof answer === 'object' && answer !== null && 'code' in answer);
}

function refused(answer: {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly available?: unknown;
}): VitrineError {
  if (answer instanceof VitrineError) return answer;
  const { code, message = 'The page refused.', available } = answer;
  // `false` is what handlers written for other vendors say when something cannot be bought.
  return new VitrineError(code === undefined ? 'NOT_PURCHASABLE' : toErrorCode(code), String(message), {
    ...(typeof available === 'number' && { params: { available } }),
  });
}
