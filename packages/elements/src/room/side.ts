// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { arrowRightIcon, messageCircleIcon } from './icons.js';
import { pinPlace, productList } from './goods.js';
import { bagButton, hostCapsule } from './header.js';
import type { View } from './view.js';

/** In the middle of an article a card shows this many and leads to the rest. */
const fewRows = 3;

/**
 * What stands beside the picture or lies over it: chat always as the same element, so that a half-written message
 * survives a turn of the phone.
 */
export function side(view: View, select: (tab: string) => void): TemplateResult {
  const { layout, isList } = view;
  const isPanel = layout === 'theatre';
  const panel = isPanel ? view.panels.find(({ id }) => id === view.tab) : undefined;
  const isChatShown = view.hasChat && !isList && layout !== 'inline' && !(isPanel && view.tab !== 'chat');
  return html`
    ${isPanel ? tabs(view, select) : nothing} ${layout === 'inline' ? hostCapsule(view) : nothing}
    ${isList ? view.states?.listHead(view) : nothing}
    <div
      class="chat"
      id="panel-chat"
      role=${isPanel ? 'tabpanel' : nothing}
      aria-label=${isPanel ? view.words.chat : nothing}
      ?hidden=${!isChatShown}
    >
      <slot name="chat">${view.hasSlot('chat') ? nothing : chat(view)}</slot>
    </div>
    ${
      !isPanel && !isList && layout !== 'inline' && (!view.hasChat || view.hasSlot('chat'))
        ? html`<div class="dock">${before(view)} ${bar(view)}</div>`
        : nothing
    }
    ${
      isPanel && view.tab === 'products'
        ? html`<div class="list" id="panel-products" role="tabpanel" aria-label=${view.words.products} tabindex="-1">
          ${productList(view, 'list', { isSlotted: !view.hasRail })}
        </div>`
        : nothing
    }
    ${
      panel
        ? html`<div class="list" id="panel-${panel.id}" role="tabpanel" aria-label=${panel.label} tabindex="-1">
          ${panel.content}
        </div>`
        : nothing
    }
    ${
      isList || layout === 'inline'
        ? html`<div class="list">${productList(view, layout === 'inline' ? 'rows' : 'list', { limit: layout === 'inline' && !view.isDefinite ? fewRows : null })}</div>`
        : nothing
    }
    ${isList ? view.shop?.bagFooter(view) : nothing} ${layout === 'inline' ? inlineFoot(view) : nothing}
  `;
}

function chat(view: View): TemplateResult {
  const isOverlay = view.layout !== 'theatre';
  const { hasMargins } = view;
  return html`<vitrine-chat variant=${isOverlay ? 'overlay' : 'panel'}>
    ${
      isOverlay
        ? html`<div slot="before-composer" class="before">${before(view)}</div>
            <div slot="actions" class="bar">${view.layout === 'stage' ? bar(view) : html`<slot name="actions"></slot>`}</div>`
        : html`<slot name="interactions" slot="top">${view.dock}</slot>
            <div slot="actions" class="bar">
              ${mayReact(view) && !hasMargins ? html`<vitrine-reactions variant="panel"></vitrine-reactions>` : nothing}
              <slot name="actions"></slot>
            </div>`
    }
  </vitrine-chat>`;
}

/** Above the composer: an interaction that runs, then the product on camera. */
function before(view: View): TemplateResult {
  return html`<slot name="interactions">${view.dock}</slot>${view.layout === 'stage' ? pinPlace(view) : nothing}`;
}

/** Whether the room takes hearts, or may: it shows none before it knows, but their place is kept. */
const mayReact = ({ state }: View): boolean =>
  state !== null && (state.presence.canReact || state.connection.ports.length === 0);

function bar(view: View): TemplateResult {
  return html`<slot name="actions"></slot>
    ${view.panels.map(
      ({ id, label, icon: drawing }) =>
        drawing &&
        html`<button
          class="round glass"
          aria-label=${label}
          aria-haspopup="dialog"
          @click=${() => view.actions.openPanel(id)}
        >
          ${icon(drawing)}
        </button>`,
    )}
    ${mayReact(view) ? html`<vitrine-reactions variant="overlay"></vitrine-reactions>` : nothing}
    ${bagButton(view, 'accent')}`;
}

function tabs(
  { words, tab, state, locale, hasChat, panels }: View,
  select: (tab: string) => void,
): TemplateResult | typeof nothing {
  const all: readonly (readonly [id: string, label: string, count: number])[] = [
    ...(hasChat ? [['chat', words.chat, 0] as const] : []),
    ['products', words.products, state?.catalog.products.length ?? 0],
    ...panels.map(({ id, label, count }) => [id, label, count] as const),
  ];
  if (all.length < 2) return nothing;
  // Arrows move between tabs, as readers expect of a tab list.
  const move = (event: KeyboardEvent): void => {
    const list = event.currentTarget as HTMLElement;
    const ahead = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const here = all.findIndex(([id]) => id === tab);
    const step = /^Arrow(Left|Right)$/.test(event.key) ? (event.key === ahead ? 1 : -1) : null;
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? -1 : step === null ? null : (here + step) % all.length;
    const id = to === null ? undefined : all.at(to)?.[0];
    if (id === undefined) return;
    event.preventDefault();
    select(id);
    list.querySelector<HTMLElement>(`#tab-${id}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${words.panels} tabindex="-1" @keydown=${move}>
    ${all.map(
      ([id, label, count]) =>
        html`<button
          role="tab"
          id=${`tab-${id}`}
          aria-selected=${tab === id ? 'true' : 'false'}
          aria-controls=${tab === id ? `panel-${id}` : nothing}
          tabindex=${tab === id ? 0 : -1}
          @click=${() => select(id)}
        >
          ${label}${count > 0 ? html`&nbsp;<span class="numbers">${formatNumber(count, locale)}</span>` : nothing}
        </button>`,
    )}
  </div>`;
}

function inlineFoot({ state, words, actions }: View): TemplateResult {
  const last = state?.chat.rows.at(-1);
  return html`<footer class="foot">
    <p class="last ellipsis">
      ${
        last
          ? html`${icon(messageCircleIcon, 16)}
            <span class="ellipsis"><bdi>${last.author.name}</bdi>: <bdi>${last.text}</bdi></span>`
          : nothing
      }
    </p>
    <button class="button ghost joiner" aria-haspopup="dialog" @click=${actions.join}>
      ${words.join} ${icon(arrowRightIcon, 16, false, true)}
    </button>
  </footer>`;
}
