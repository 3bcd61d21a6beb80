// SPDX-License-Identifier: MIT
import { isStaff } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { announcement } from './announcing.js';
import type { View } from './view.js';

function toggle(label: string, isOn: boolean, isBusy: boolean, press: () => void): TemplateResult {
  return html`<button
    type="button"
    class="switch"
    role="switch"
    aria-checked=${isOn ? 'true' : 'false'}
    aria-busy=${isBusy ? 'true' : nothing}
    @click=${press}
  >
    <span>${label}</span> <i></i>
  </button>`;
}

function switches({ rules, words, locale }: View): TemplateResult | typeof nothing {
  const { settings } = rules;
  if (!rules.canChange || !settings) return nothing;
  const seconds = formatNumber(Math.round(rules.pace / 1000), locale);
  return html`<div class="rules" slot="before-composer" part="rules" role="group" aria-label=${words.chatRules}>
    ${toggle(words.slowMode(seconds), settings.slowMode > 0, rules.isBusy, rules.toggleSlow)}
    ${toggle(words.readOnly, settings.mode === 'read-only', rules.isBusy, rules.toggleReadOnly)}
  </div>`;
}

/** Whom viewers take for the writer: the house where the host speaks, else the moderator. */
function nameOf({ identity, stream }: View['state']): string | undefined {
  const { viewer } = identity;
  if (!viewer || !isStaff(viewer.role)) return undefined;
  const { brand, name } = stream.info?.host ?? {};
  return viewer.role === 'moderator' ? viewer.name : (brand ?? name ?? viewer.name);
}

/** How long a removal can be taken back, in seconds. */
const undo = 6;

/** Chat, and what else the host runs with the viewers. */
function choices({ words, locale, desks, desk, setDesk }: View): TemplateResult {
  const all = [{ id: null, label: words.chat, count: 0, icon: null, isTool: false }, ...desks];
  // Arrows move between tabs, as readers expect of a tab list.
  const move = (event: KeyboardEvent): void => {
    if (!/^Arrow(Left|Right)$/.test(event.key)) return;
    const list = event.currentTarget as HTMLElement;
    const isAhead = (event.key === 'ArrowRight') !== (getComputedStyle(list).direction === 'rtl');
    const to = (all.findIndex(({ id }) => id === desk) + (isAhead ? 1 : -1)) % all.length;
    event.preventDefault();
    setDesk(all.at(to)?.id ?? null);
    (list.children[(to + all.length) % all.length] as HTMLElement).focus();
  };
  return html`<div class="choices" part="choices" role="tablist" aria-label=${words.chat} tabindex="-1" @keydown=${move}>
    ${all.map(
      ({ id, label, count, icon: drawing, isTool }) =>
        html`<button
          type="button"
          role="tab"
          class=${isTool ? 'tool' : nothing}
          title=${isTool ? label : nothing}
          aria-selected=${id === desk ? 'true' : 'false'}
          tabindex=${id === desk ? 0 : -1}
          @click=${() => setDesk(id)}
        >
          ${isTool && drawing ? html`${icon(drawing, 18)}<span class="visually-hidden">${label}</span>` : label}
          ${count > 0 ? html`<span class="numbers">${formatNumber(count, locale)}</span>` : nothing}
        </button>`,
    )}
  </div>`;
}

/** The room's own chat, in which staff answer and remove, and the rules that all others write by. */
export function chatColumn(view: View): TemplateResult {
  const { words, room, state, desks } = view;
  const name = nameOf(state);
  const desk = desks.find(({ id }) => id === view.desk);
  return html`<div class="card talk" part="chat">
    <div class="head">${desks.length > 0 ? choices(view) : html`<h2>${words.chat}</h2>`}</div>
    <vitrine-chat
      .room=${room}
      .undo=${undo}
      .placeholder=${name ? words.replyAs(name) : null}
      variant="panel"
      ?hidden=${desk !== undefined}
    >
      <p slot="empty">${words.noWords}</p>
      ${announcement(view)} ${switches(view)}
    </vitrine-chat>
    ${desk ? html`<div class="desk">${desk.content}</div>` : nothing}
  </div>`;
}
