// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import {
  danmakuOpacities,
  danmakuShares,
  isDanmakuOffered,
  keepDanmaku,
  readDanmaku,
  watchDanmaku,
} from '../shared/danmaku-choice.js';
import { cached } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { words, type Strings } from '../shared/localize.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { english, type ChatSettingsWords } from './chat-settings.strings.js';
import { chatSettingsStyles } from './chat-settings.styles.js';
import { choices, toggle } from './choices.js';
import type { SettledChat } from './door.js';
import { xIcon } from './icons.js';
import type { TextSize } from './kept.js';
import type {} from '@vitrine/core/muted';
import { ownWordsFeature } from '@vitrine/core/own-words';
import { OwnWords } from './own-words.js';

type Text = Strings<ChatSettingsWords>;
type Template = TemplateResult | typeof nothing;

/**
 * What a viewer can set of a chat: how large its words are, whether it stands still, is hidden or read out, whether what
 * is said flies over the picture, whom they have muted, and what becomes of what they wrote. Each only where the room and
 * its back end have it. A chat opens it by itself; what was chosen is kept on the device.
 *
 * @element vitrine-chat-settings
 * @fires vitrine-muted-remove - The viewer wants to hear of somebody again; `detail.id`. Cancelable.
 * @fires vitrine-own-words-export - The viewer wants a copy of what they wrote. Cancelable.
 * @fires vitrine-own-words-delete - The viewer wants what they wrote to be deleted. Cancelable.
 * @csspart heading - The heading.
 * @csspart close - The button that closes it.
 * @csspart group - Several things of which one is chosen.
 * @csspart choice - One of them.
 * @csspart toggle - Something that is on or off.
 * @csspart person - Somebody who is muted.
 * @csspart unmute - The button to hear of them again.
 * @csspart download - The button that saves what the viewer wrote.
 * @csspart delete - The button that deletes it.
 * @csspart keep - The button that does not, after all.
 * @csspart confirm - The button that does.
 * @csspart notice - What came of it.
 * @cssstate rtl - Written from right to left.
 */
export class VitrineChatSettings extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, chatSettingsStyles];

  /** The chat that it is of; without one it shows only what the room has. */
  @property({ attribute: false }) chat: SettledChat | null = null;

  readonly #own = new OwnWords(this, {
    room: () => this.rooms.current,
    ask: (name, detail) => this.ask(name, detail),
  });
  #life: AbortController | null = null;

  constructor() {
    super();
    this.rooms.watch(({ muted }) => muted);
    this.rooms.watch(({ ownWords }) => ownWords);
  }

  /** (Nobody else asks for what somebody wrote, so nobody else brings it.) */
  protected override roomConnected(room: Room): void {
    room.use(ownWordsFeature);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#life = new AbortController();
    const { signal } = this.#life;
    const again = (): void => this.requestUpdate();
    watchDanmaku(again, signal);
    window.matchMedia('(prefers-reduced-motion: reduce)').addEventListener('change', again, { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life?.abort();
    this.#life = null;
  }

  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { chat } = this;
    const text = words('chat-settings', english, this.locale, () => this.requestUpdate());
    return html`<div class="head">
        <h2 part="heading" tabindex="-1">${text.heading}</h2>
        ${
          chat
            ? html`<button type="button" class="round" part="close" aria-label=${text.close} @click=${chat.close}>
              ${icon(xIcon)}
            </button>`
            : nothing
        }
      </div>
      ${chat ? this.#ofChat(chat, text) : nothing} ${this.#danmaku(text)} ${this.#muted(text)} ${this.#own.template(text)}`;
  }

  #ofChat(chat: SettledChat, text: Text): TemplateResult {
    const sizes = (['small', 'normal', 'large', 'larger'] as const).map((size) => [size, text[size]] as const);
    return html`<section>
      ${choices<TextSize>('size', text.size, sizes, chat.size, (size) => chat.keep({ size }))}
      ${toggle('pause', text.pause, chat.isPaused, chat.pause)}
      ${chat.canHide ? toggle('hide', text.hide, chat.isHidden, chat.hide) : nothing}
      ${toggle('announce', text.announce, chat.announce, (announce) => chat.keep({ announce }))}
    </section>`;
  }

  #danmaku(text: Text): Template {
    const room = this.rooms.current;
    if (!room || !isDanmakuOffered(room)) return nothing;
    const { isOn, share, opacity } = readDanmaku();
    const shares = danmakuShares.map((one) => [one, text[`share${one}`]] as const);
    const opacities = danmakuOpacities.map((one) => [one, this.#percent(one)] as const);
    return html`<section>
      ${toggle('fly', text.fly, isOn, (next) => keepDanmaku({ isOn: next }), this.#isStill ? text.still : '')}
      ${
        isOn
          ? html`${choices('share', text.share, shares, share, (next) => keepDanmaku({ share: next }))}
            ${choices('opacity', text.opacity, opacities, opacity, (next) => keepDanmaku({ opacity: next }))}`
          : nothing
      }
    </section>`;
  }

  #muted(text: Text): Template {
    if (!this.rooms.current?.bus.isAnswered('muted:remove')) return nothing;
    const people = this.state?.muted?.people ?? [];
    return html`<section>
      <h3 id="muted" tabindex="-1">${text.muted}</h3>
      ${
        people.length === 0
          ? html`<p class="note">${text.nobody}</p>`
          : html`<ul role="list" aria-labelledby="muted">
            ${people.map(
              ({ id, name }) => html`<li part="person">
                <bdi>${name}</bdi>
                <button
                  type="button"
                  class="button ghost"
                  part="unmute"
                  aria-label=${text.unmuteName(name)}
                  @click=${() => void this.#unmute(id)}
                >
                  ${text.unmute}
                </button>
              </li>`,
            )}
          </ul>`
      }
    </section>`;
  }

  async #unmute(id: string): Promise<void> {
    // (Where it is refused the person stays in the list, and the room reports why.)
    await this.ask('muted:remove', { id }).catch(() => undefined);
    await this.updateComplete;
    // The row may have gone, and the focus with it.
    if (!this.renderRoot.querySelector(':focus')) this.renderRoot.querySelector<HTMLElement>('#muted')?.focus();
  }

  /** Nothing moves here: the device says so, or the page by its room. */
  get #isStill(): boolean {
    const motion = getComputedStyle(this).getPropertyValue('--vitrine-motion').trim();
    return motion === '0' || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  #percent(percent: number): string {
    const { locale } = this;
    const format = cached(`percent ${locale}`, () => new Intl.NumberFormat(locale, { style: 'percent' }));
    return format.format(percent / 100);
  }
}
