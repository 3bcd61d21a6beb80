// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import { interactionsFeature, type ShownInteraction } from '@vitrine/core/interactions';
import { css, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { kindOf, type InteractionKind } from './kind.js';
import { newestOf } from './panels.js';

/**
 * What viewers of a room take part in: shows the one that runs by the element of its kind, which is fetched when it is
 * needed. Nothing where the back end has none. One at a time; a second waits.
 *
 * @element vitrine-interactions
 * @cssstate rtl - Written from right to left.
 * @cssstate empty - There is nothing to take part in.
 */
export class VitrineInteractions extends VitrineElement {
  static override styles = [
    VitrineElement.styles,
    css`
      :host {
        display: block;
        min-block-size: 0;
      }
      :host([kind]) {
        block-size: 100%;
      }
      :host(:is(:state(empty), :--empty)) {
        display: none;
      }
    `,
  ];

  /** Only this kind, also once it is closed; without it, whatever runs that is shown as a card in the chat. */
  @property() kind: string | null = null;

  constructor() {
    super();
    this.rooms.watch(({ interactions }) => interactions);
  }

  protected override roomConnected(room: Room, _signal: AbortSignal): void {
    room.use(interactionsFeature);
  }

  protected override render(): TemplateResult | typeof nothing {
    const again = (): void => this.requestUpdate();
    const room = this.rooms.current;
    const shown = this.#wanted();
    const kind = shown && kindOf(shown.kind, again);
    if (kind) this.#fetch(kind);
    const template = room && shown && kind?.fits(shown) ? kind.viewer(shown, room) : nothing;
    this.toggleState('empty', template === nothing);
    return template;
  }

  // Its template stands there meanwhile: what is fetched later takes over the element that it finds.
  #fetched: InteractionKind | null = null;
  #fetch(kind: InteractionKind): void {
    if (this.#fetched === kind) return;
    this.#fetched = kind;
    kind.element().catch(() => (this.#fetched = null));
  }

  #wanted(): ShownInteraction | undefined {
    const all = this.state?.interactions?.shown ?? [];
    if (this.kind !== null) return newestOf(all, this.kind);
    const again = (): void => this.requestUpdate();
    return all.find((one) => one.isOpen && kindOf(one.kind, again)?.place === 'dock');
  }
}
