// SPDX-License-Identifier: MIT
import { newId, VitrineError } from '../../model/index.js';
import type { Connector, FeatureContext } from '../feature.js';
import type { HistoryPort } from '../history/index.js';
import { keepTrying } from '../keep-trying.js';
import type { NoticeEvent } from './chat.port.js';
import type { Rows } from './rows.js';

/** Answers who puts something at the top of the chat, and has what follows it fetched once something stands there. */
export function noticesOf(rows: Rows, context: FeatureContext): Connector {
  const { bus, store, signal } = context;
  let history: HistoryPort | undefined;
  let coming: Promise<void> | null = null;

  const early = Array.isArray(rows.notices) ? rows.notices : [];
  const come = async (): Promise<void> => {
    const { followNotices } = await import('./notices.js');
    if (signal.aborted) return;
    const push = followNotices(rows, context, () => history);
    rows.notices = { push };
    early.forEach(push);
  };
  const fetch = (): unknown => (coming ??= keepTrying(come, context));
  rows.notices = {
    push(item: NoticeEvent): void {
      early.push(item);
      fetch();
    },
  };
  if (early.length > 0) fetch();

  return (ports) => {
    history = ports.history;
    const { chat } = ports;
    const pin = chat?.pin?.bind(chat);
    store.set('chat', { canPin: pin !== undefined });
    if (!pin) return;
    bus.answer('chat:pin', ({ id }) => pin(id === null ? null : { id }, { commandId: newId(), signal }), context);
    bus.answer(
      'chat:announce',
      ({ text, ...when }) => {
        const said = text.trim();
        if (!said) throw new VitrineError('MESSAGE_EMPTY', '', { field: 'text' });
        return pin({ text: said }, { ...when, commandId: newId(), signal });
      },
      context,
    );
  };
}
