// SPDX-License-Identifier: MIT
import { plural } from '../../shared/format.js';

/** Counts come as a number for the plural and as text for the eye. Keys in upper case are codes of `VitrineError`. */
export const english = {
  title: 'Q&A',
  ask: (host: string) => (host ? `Ask ${host} a question` : 'Ask a question'),
  send: 'Send question',
  privately: 'Ask privately',
  privateNote: 'Only the host sees it',
  private: 'Private',
  you: 'You',
  passed: 'Not taken up',
  votes: (count: number, text: string) => plural(count, 'en', { one: '1 vote', other: `${text} votes` }),
  vote: 'I want this answered',
  voted: 'Your vote counts',
  tookBack: 'Your vote is taken back',
  sent: 'Your question is in the list',
  answered: 'Answered',
  answeredAt: (time: string) => `Answered at ${time}`,
  empty: 'No questions yet',
  first: 'Ask the first one',
  closed: 'Questions are closed',
  readOnly: 'Questions can only be read here',
  unavailable: 'Questions cannot be shown right now',
  left: (count: number, text: string) =>
    plural(count, 'en', { one: '1 character left', other: `${text} characters left` }),
  tooLong: (count: number, text: string) =>
    plural(count, 'en', { one: 'Too long by 1 character', other: `Too long by ${text} characters` }),
  UNKNOWN: 'That did not work. Try again.',
  OFFLINE: 'Not sent. You are offline.',
  NETWORK: 'Not sent. Check your connection.',
  AUTH_REQUIRED: 'Sign in to take part.',
  RATE_LIMITED: 'That was quick. Wait a moment, then try again.',
  LIMIT_EXCEEDED: 'You have enough questions waiting. Let the host come to them first.',
  MESSAGE_TOO_LONG: 'Too long for a question.',
  MESSAGE_REFUSED: 'This was not accepted here.',
  MUTED: 'You cannot ask here now.',
  INTERACTION_CLOSED: 'Questions were closed just now.',
} as const;
