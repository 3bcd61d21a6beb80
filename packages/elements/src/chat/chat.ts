// SPDX-License-Identifier: MIT
import type { ChatMessage, Room, RoomState } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import { TickerController } from '../shared/ticker.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { barTemplate } from './bar.template.js';
import { english, type ChatWords } from './chat.strings.js';
import { chatStyles } from './chat.styles.js';
import { skeletons } from './chat.template.js';
import { composerStyles } from './composer.styles.js';
import type { Desk, DeskLink } from './desk.js';
import { ListView } from './list-view.js';
import { Pace } from './pace.js';
import { rowStyles } from './rows.styles.js';
import { Wording } from './wording.js';

type State = Readonly<RoomState>;

/** What the element shows beside the rows; the rows have a pace of their own. */
const shown: readonly ((state: State) => unknown)[] = [
  ({ chat }) => chat.status,
  ({ chat }) => chat.write,
  ({ chat }) => chat.settings,
  ({ chat }) => chat.slowUntil,
  ({ connection }) => connection.status,
  ({ identity }) => identity,
  ({ stream }) => stream.info,
];

/**
 * The room's chat: what is said, and where the viewer says something. As a panel beside the video, or as an overlay on
 * it. It follows the newest message until the reader scrolls up; then nothing moves until they come back. A row that is
 * pressed shows what can be done with it: reply, mention, translate, mute for oneself, report; those who keep order remove and pin it,
 * and take the word from its writer.
 *
 * @element vitrine-chat
 * @fires vitrine-chat-send - The viewer says something; `detail.text`, `detail.replyTo`, and `detail.sticker`, of which the
 *   text is the label. Cancel it to send it yourself.
 * @fires vitrine-chat-retry - The viewer sends a failed message again; `detail.cid`. Cancelable.
 * @fires vitrine-chat-discard - The viewer gives a failed message up; `detail.cid`. Cancelable.
 * @fires vitrine-chat-retract - A moderator removes a message; `detail.kind`, `detail.id`. Cancelable.
 * @fires vitrine-chat-report - The viewer reports a message to those who keep order; `detail.id`. Cancelable.
 * @fires vitrine-chat-like - The viewer likes a message, or does not any more; `detail.id`, `detail.isLiked`. Cancelable.
 * @fires vitrine-chat-translate - The viewer wants to read a message in their language; `detail.message`, `detail.to`.
 *   Cancelable.
 * @fires vitrine-chat-pin - A moderator puts a message at the top of the chat; `detail.id`, null to take away what stands
 *   there. Cancelable.
 * @fires vitrine-muted-add - The viewer does not want to read somebody; `detail.id`, `detail.name`. Cancelable.
 * @fires vitrine-muted-remove - The viewer reads them again; `detail.id`. Cancelable.
 * @fires vitrine-moderation-restrict - A moderator takes the word from somebody, hides them or bans them; `detail.person`,
 *   `detail.restriction`, `detail.for`. Cancelable.
 * @fires vitrine-identity-require - Writing needs a login; `detail.reason` is `chat`. Cancelable.
 * @fires vitrine-identity-rename - A guest has chosen a name; `detail.name`. Cancelable.
 * @slot top - Above the list, for interactions.
 * @slot before-composer - Between list and composer, for the pinned product.
 * @slot actions - Buttons beside the composer: hearts, bag.
 * @slot emoji - In place of the emoji button.
 * @slot empty - What is shown while nobody has said anything.
 * @slot row-actions - Further actions in the row the reader has opened; the message is `activeMessage`.
 * @slot terms - Below the question for a name: the rules of the chat.
 * @csspart list - The scroller of the rows.
 * @csspart row - One row; also `own` or `host`.
 * @csspart own - A row of the viewer.
 * @csspart host - A row of the host.
 * @csspart avatar - The picture or initial of an author.
 * @csspart name - The author's name.
 * @csspart tag - Host or moderator.
 * @csspart time - When it was said.
 * @csspart text - What was said, or its translation.
 * @csspart like - How many like a message, and the button to be one of them.
 * @csspart settings - The button that opens what the viewer can set.
 * @csspart pinned - The message or announcement that the staff has put at the top.
 * @csspart unpin - The button with which the staff takes it away.
 * @csspart jump - The way back to the newest rows.
 * @csspart more - How many messages were left out of a flood.
 * @csspart status - The line that says that the room reconnects.
 * @csspart quick - A ready sentence of the empty chat.
 * @csspart bar - The last row: notice, composer, actions.
 * @csspart notice - Why a message was not sent.
 * @csspart composer - The box around the field, or what stands in its place.
 * @csspart field - The field itself.
 * @csspart counter - How many characters are left.
 * @csspart mentions - The names that are offered while somebody is called by "@".
 * @csspart send - The button that sends.
 * @cssstate typing - The field has focus: a small room makes place for the keyboard. Also the attribute `typing`, for
 *   browsers without custom states.
 * @cssstate paused - The reader has scrolled up and the list stands still.
 * @cssstate empty - Nobody has said anything.
 * @cssstate loading - The chat is not there yet.
 * @cssstate read-only - The viewer cannot write.
 * @cssstate rtl - Written from right to left.
 * @cssprop [--vitrine-chat-text-scale=1] - How much larger than the rest its words are, until the viewer chooses.
 */
export class VitrineChat extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, chatStyles, rowStyles, composerStyles];

  /** A panel of its own, or transparent over the video. */
  @property({ reflect: true }) variant: 'panel' | 'overlay' = 'panel';

  /** Reads what is said to screen readers: gathered for 5 s, the host first. Answers to the viewer are always read. */
  @property({ type: Boolean, reflect: true }) announce = false;

  /** What the empty field says in place of the element's own words. */
  @property() placeholder: string | null = null;

  /** For how many seconds a moderator can take a removal back before anybody hears of it; 0: messages go at once. */
  @property({ type: Number }) undo = 0;

  #desk: Desk | null = null;
  #life: AbortSignal | null = null;
  #spoken = '';
  readonly #wording: Wording<ChatWords> = new Wording('chat', english, this);
  readonly #list = new ListView(this, {
    state: () => this.state,
    limit: () => (this.variant === 'overlay' ? 50 : 100),
    stopped: () => this.#use(),
  });

  constructor() {
    super();
    for (const selector of shown) this.rooms.watch(selector);
    new TickerController(this, () => this.#wait > 0);
  }

  /** The message whose actions are open, for what a page puts into `row-actions`. */
  get activeMessage(): ChatMessage | null {
    return this.#list.shown.find(({ key }) => key === this.#list.openKey)?.message ?? null;
  }

  /** Seconds until slow mode lets the viewer write again. */
  get #wait(): number {
    const room = this.rooms.current;
    return room ? Math.max(0, Math.ceil((room.store.state.chat.slowUntil - room.clock.now()) / 1000)) : 0;
  }

  protected override roomConnected(room: Room, signal: AbortSignal): void {
    const pace = new Pace(() => this.#list.commit());
    for (const name of ['rows', 'pending', 'skipped'] as const) {
      room.store.select<unknown>(
        ({ chat }) => chat[name],
        () => pace.schedule(),
        { signal },
      );
    }
    signal.addEventListener('abort', () => pace.stop());
    this.#life = signal;
    this.#list.restart();
    if (this.#desk) this.#desk.connect(room, signal);
    // (Safari has no idle callback.)
    else (globalThis.requestIdleCallback ?? setTimeout)(() => signal.aborted || this.#use());
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state, locale } = this;
    if (!state) return nothing;
    const { chat } = state;
    const list = this.#list;
    const desk = this.#desk;
    const rows = desk?.rows;
    const words = this.#wording.now;
    const isPanel = this.variant !== 'overlay';
    const look = isPanel ? 'panel' : 'overlay over-video';
    const isOpen = chat.status === 'loading' || chat.status === 'ready';
    return html`<slot name="top"></slot>
      <div class="view ${look}">
        ${rows?.door}
        <div
          class="list"
          part="list"
          role="log"
          aria-live="off"
          aria-label=${words.label}
          aria-busy=${chat.status === 'loading' ? 'true' : 'false'}
          tabindex="0"
          @scroll=${list.scrolled}
          @focusin=${rows?.focused}
          @focusout=${rows?.blurred}
          @keydown=${this.#touched}
          @click=${this.#touched}
        >
          <div class="rows">
            ${
              list.shown.length > 0
                ? list.template({ state, words, locale, isPanel, desk })
                : chat.status === 'loading'
                  ? skeletons
                  : rows?.none
            }
          </div>
        </div>
        ${rows?.over}
      </div>
      <slot name="before-composer"></slot>
      <div
        class="bar ${look}"
        part="bar"
        ?hidden=${!isOpen && !this.querySelector(':scope > [slot=actions]')}
        @focusin=${() => this.#use(({ typing }) => typing.begin())}
        @focusout=${() => desk?.typing.end()}
      >
        ${
          isOpen
            ? barTemplate({
                chat,
                isReplay: state.stream.info?.phase === 'replay',
                placeholder: this.placeholder ?? words.say,
                words,
                locale,
                isPanel,
                desk,
                wait: this.#wait,
                use: (action) => this.#use(action),
              })
            : html`<div class="line"><slot name="actions"></slot></div>`
        }
      </div>
      <div class="visually-hidden" role="status" aria-live="polite">${this.#spoken}</div>`;
  }

  protected override updated(): void {
    const { chat } = this.state ?? {};
    const isReady = chat?.status === 'ready';
    this.toggleState('typing', this.hasAttribute('typing'));
    this.toggleState('paused', !this.#list.isFollowing);
    this.toggleState('empty', isReady && this.#list.shown.length === 0);
    this.toggleState('loading', chat?.status === 'loading');
    this.toggleState('read-only', isReady && chat.write !== 'allowed');
    this.#list.measure();
  }

  /** A key or a press on the rows; its target is kept, since an event forgets it while the desk is fetched. */
  readonly #touched = (event: KeyboardEvent | MouseEvent): void => {
    const [target] = event.composedPath();
    this.#use(({ rows }) => rows.take(event, target as Element));
  };

  /** Does something at the desk: at once where it is loaded, else as soon as it is. */
  #use(action: (desk: Desk) => unknown = () => undefined): void {
    if (this.#desk) action(this.#desk);
    else
      this.#load().then(
        (desk) => this.isConnected && action(desk),
        () => undefined,
      );
  }

  async #load(): Promise<Desk> {
    const [{ Desk }, { RowDesk }] = await Promise.all([import('./desk.js'), import('./rows/row-desk.js')]);
    if (this.#desk) return this.#desk;
    const link: DeskLink = {
      room: () => this.rooms.current,
      list: this.#list,
      words: () => this.#wording.now,
      ask: (name, detail) => this.ask(name, detail),
      announce: (text) => {
        this.#spoken = text;
        this.requestUpdate();
      },
    };
    const desk = new Desk(this, link, RowDesk);
    this.#desk = desk;
    const room = this.rooms.current;
    if (room && this.#life) desk.connect(room, this.#life);
    return desk;
  }
}
