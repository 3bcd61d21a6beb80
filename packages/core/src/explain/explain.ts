// SPDX-License-Identifier: MIT
import { describeError, VitrineError, type ErrorCode } from '../model/index.js';

type Sentence = readonly [happened: string, mend?: string];

const sentences: Readonly<Partial<Record<ErrorCode, Sentence>>> = {
  DUPLICATE_HANDLER: [
    'This request is answered already.',
    'End the first answerer by its signal before you add another.',
  ],
  NO_HANDLER: [
    'Nobody answers this request.',
    'The adapter lacks the port behind it, or the element that answers it is not on the page.',
  ],
  NO_PORT: ['The adapter does not offer this port.', 'Return it from connect(), or take the element off the page.'],
  NOT_PURCHASABLE: ['The show has no such product.', 'Open one of the products that catalog.subscribe delivered.'],
  AUTH_REQUIRED: [
    'This needs a login and the adapter offers none.',
    'Give the adapter an identity port with require(), or a token for this viewer.',
  ],
  BAD_URL: [
    'A URL may not be used for what it is meant for.',
    'Give an https URL of at most 2048 characters, without credentials, blanks and backslashes.',
  ],
  CHAT_READ_ONLY: ['Nobody may write here now.', 'Give the chat port a send(), or open the chat by its settings.'],
  MESSAGE_EMPTY: ['There is nothing to send.'],
  MESSAGE_TOO_LONG: ['The message is longer than the chat allows.'],
  CONFLICT: ['Somebody else has changed it meanwhile.', 'Read it anew before you change it.'],
  INTERACTION_CLOSED: ['It takes no more answers.', 'Look at isOpen before you answer.'],
  SLOW_MODE: ['The room is in slow mode.'],
  ROOM_NOT_FOUND: ['There is no such room.', 'Check the room attribute against the rooms of the back end.'],
  TOKEN_EXPIRED: ['The token has run out.', 'Answer getToken({ refresh: true }) with a new one.'],
  TOKEN_INVALID: ['The token is not one of this back end.', 'Sign it with the key the back end knows.'],
  STREAM_NOT_FOUND: ['There is no playlist at the address.', 'Check the sources of the stream port.'],
  STREAM_FORBIDDEN: [
    'The stream may not be fetched from this page.',
    'Allow the page by Access-Control-Allow-Origin, or renew the signed URL.',
  ],
  STREAM_UNPLAYABLE: ['The stream cannot be played by this browser.', 'Offer H.264 and AAC in fMP4 or MPEG-TS.'],
  MISCONFIGURED: ['The room does not know its back end.', 'Set server="…" or adapter="…", or give it an adapter.'],
};

/**
 * One console line for a developer: code, field, what happened, and the mend, also for errors that carry only their code
 * because the viewer's download has no room for sentences.
 */
export function explain(error: VitrineError): string {
  const [happened, mend] = sentences[error.code] ?? [];
  const own = error.message === error.code ? undefined : error.message;
  const options = {
    ...(error.field ? { field: error.field } : {}),
    ...((error.mend ?? mend) ? { mend: error.mend ?? mend } : {}),
  };
  return describeError(
    new VitrineError(error.code, own ?? happened ?? error.code, options as { field?: string; mend?: string }),
  );
}
