// SPDX-License-Identifier: MIT
// Lists of a chat beside each other: ours, what a good hand makes of plain DOM, and what others publish, as their makers' first
// examples have them; where such a list would grow for ever and its page with it, 200 rows are kept, and its name says so.
// All are given messages in the same way, one at a time, as a socket would.
import { named, type PageModule } from '../bundle.js';

/** One list. Its module leaves `contender` behind, see harness.ts. */
export interface Contender extends PageModule {
  readonly name: string;
  readonly body: string;
}

/** As many rows as lists keep that do not keep all. */
const most = 200;
const box = '<div id="list"></div>';

/** As good as plain DOM can be that shows all it can: recycled rows, filled once a frame; it stands still for who reads. */
const plain = `
const list = document.querySelector('#list');
let waiting = [], isAsked = false, isPinned = true;
list.addEventListener('wheel', ({ deltaY }) => { if (deltaY < 0) isPinned = false; }, { passive: true });
const fill = () => {
  isAsked = false;
  if (!isPinned) return;
  for (const { name, text } of waiting.splice(0)) {
    let row = list.children.length < ${most} ? null : list.firstElementChild;
    if (!row) {
      row = document.createElement('div');
      row.className = 'row';
      row.append(document.createElement('b'), '');
      row.firstChild.append('');
    }
    row.firstChild.firstChild.data = name;
    row.lastChild.data = ' ' + text;
    list.append(row);
  }
  list.scrollTop = list.scrollHeight;
};
globalThis.contender = {
  add(messages) {
    waiting.push(...messages);
    if (waiting.length > ${most}) waiting.splice(0, waiting.length - ${most});
    if (!isAsked) requestAnimationFrame(fill);
    isAsked = true;
  },
};`;

const ours = `
import '@vitrine/elements/chat';
import { openRoom } from '@vitrine/core';
let sink;
const ports = {
  chat: { subscribe: (given) => void (sink = given), send: async () => ({ id: 'own' }) },
  identity: { current: async () => ({ id: 'me', role: 'viewer', isGuest: true }) },
};
const room = openRoom({ id: 'bench', currency: 'EUR', adapter: { name: 'bench', connect: async () => ports } });
document.querySelector('vitrine-chat').room = room;
const toEvent = ({ id, name, text }) => ({
  kind: 'message',
  message: { id, author: { id: name, name, role: 'viewer' }, text, sentAt: 1_795_000_000_000 },
});
const settings = { kind: 'settings', settings: { mode: 'open', slowMode: 0, maximumLength: 200 } };
globalThis.contender = {
  ready: () => !!sink && !!document.querySelector('vitrine-chat').shadowRoot?.querySelector('.door'),
  fill: (messages) => sink.next([settings, ...messages.map(toEvent)]),
  add: (messages) => sink.next(messages.map(toEvent)),
};`;

/** Scrolls to the newest row unless the reader has left it. */
const follow = `
const isAtEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 48;`;

const lit = `
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
${follow}
const list = document.querySelector('#list');
let rows = [];
globalThis.contender = {
  add(messages) {
    const isPinned = isAtEnd(list);
    rows = [...rows, ...messages].slice(-${most});
    render(repeat(rows, ({ id }) => id, ({ name, text }) => html\`<div class="row"><b>\${name}</b> \${text}</div>\`), list);
    if (isPinned) list.scrollTop = list.scrollHeight;
  },
};`;

const virtualizer = `
import '@lit-labs/virtualizer';
import { html } from 'lit';
${follow}
const list = document.querySelector('lit-virtualizer');
list.renderItem = ({ name, text }) => html\`<div class="row" style="inline-size: 100%"><b>\${name}</b> \${text}</div>\`;
list.items = [];
globalThis.contender = {
  add(messages) {
    const isPinned = isAtEnd(list);
    list.items = [...list.items, ...messages];
    if (isPinned) list.updateComplete.then(() => list.element(list.items.length - 1)?.scrollIntoView({ block: 'end' }));
  },
};`;

const virtuoso = `
import { createElement as make, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Virtuoso } from 'react-virtuoso';
let set;
const row = (_index, { name, text }) => make('div', { className: 'row' }, make('b', null, name), ' ', text);
const List = () => {
  const [rows, setRows] = useState([]);
  useEffect(() => { set = setRows; }, []);
  return make(Virtuoso, { data: rows, followOutput: 'auto', style: { height: '100%' }, itemContent: row });
};
createRoot(document.querySelector('#list')).render(make(List));
globalThis.contender = { ready: () => !!set, add: (messages) => set((rows) => [...rows, ...messages]) };`;

const chatscope = `
import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import { createElement as make, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Message, MessageList } from '@chatscope/chat-ui-kit-react';
let set;
const List = () => {
  const [rows, setRows] = useState([]);
  useEffect(() => { set = setRows; }, []);
  return make(MessageList, null, rows.map(({ id, name, text }) =>
    make(Message, { key: id, model: { message: text, sender: name, direction: 'incoming', position: 'single' } })));
};
createRoot(document.querySelector('#list')).render(make(List));
globalThis.contender = { ready: () => !!set, add: (messages) => set((rows) => [...rows, ...messages].slice(-${most})) };`;

const deepChat = `
import 'deep-chat';
const chat = document.querySelector('deep-chat');
globalThis.contender = {
  ready: () => !!chat.addMessage && !!chat.shadowRoot?.querySelector('#messages'),
  add(messages) {
    for (const { name, text } of messages) chat.addMessage({ text: name + ': ' + text, role: 'ai' }, false);
  },
};`;

const all: readonly Contender[] = [
  { name: 'plain DOM: 200 recycled rows, filled once a frame', module: plain, body: box },
  { name: '<vitrine-chat>', isOurs: true, module: ours, body: '<vitrine-chat id="list"></vitrine-chat>' },
  { name: 'Lit `repeat`, 200 rows', isPeer: true, module: lit, body: box },
  {
    name: named('@lit-labs/virtualizer'),
    isPeer: true,
    module: virtualizer,
    body: '<lit-virtualizer id="list" scroller></lit-virtualizer>',
  },
  { name: named('react-virtuoso'), isPeer: true, module: virtuoso, body: box },
  { name: `${named('@chatscope/chat-ui-kit-react')}, 200 rows`, isPeer: true, module: chatscope, body: box },
  {
    name: named('deep-chat'),
    isPeer: true,
    module: deepChat,
    body: '<deep-chat id="list" demo="true" style="inline-size: 376px; block-size: 600px"></deep-chat>',
  },
];

/** Those of which `BENCH_LISTS` names a part of the name, else all; plain DOM and ours are always among them. */
export const contenders: readonly Contender[] = all.filter(
  ({ name, isOurs, module }) => isOurs || module === plain || name.includes(process.env['BENCH_LISTS'] ?? ''),
);

/** The document of a list, with a field beside it in which somebody types. */
export function pageOf({ body }: Contender, scripts: string, styles: string | null): string {
  const sheets = ['/bench.css', ...(styles ? [styles] : [])].map((href) => `<link rel="stylesheet" href="${href}">`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title>${sheets.join('')}
<body>${body}<input id="field"><script src="/harness.js"></script>
<script type="module" src="${scripts}"></script></body></html>`;
}

export const stylesheet = `body { margin: 0; font: 14px/20px system-ui }
#list { inline-size: 376px; block-size: 600px; overflow-anchor: none }
div#list, lit-virtualizer { display: block; position: relative; overflow-y: auto }
.row { padding: 4px 12px; contain: content; overflow-wrap: anywhere }
#field { display: block; inline-size: 360px }`;
