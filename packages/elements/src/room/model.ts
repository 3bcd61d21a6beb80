// SPDX-License-Identifier: MIT
import type { RequestAnswer, RequestDetail, RequestName, Room, RoomState, StreamInfo } from '@vitrine/core';
import type { CSSResult, LitElement } from 'lit';
import { formatCount } from '../shared/format.js';
import { words } from '../shared/localize.js';
import { RoomActions } from './actions.js';
import { Announcer } from './announcer.js';
import { Away } from './away.js';
import { DialogMode } from './dialog-mode.js';
import { Later } from './later.js';
import { openLayers } from './layers.js';
import { LayoutController, type Layout } from './layout.js';
import { PinSwap } from './pin-swap.js';
import { PlayerWatch, type PlayerElement } from './player-watch.js';
import { RoomOpener, type RoomSettings } from './opener.js';
import { english } from './room.strings.js';
import { orientationOf, pillOf, showOf, type Show } from './show.js';
import type { Toast } from './toast.js';
import type { View } from './view.js';
import { ViewerCount } from './viewer-count.js';

/** What the element is to its model. */
export interface ModelHost extends LitElement, RoomSettings {
  readonly closable: boolean;
  readonly motion: 'auto' | 'off';
}

type Ask = <N extends RequestName>(name: N, detail: RequestDetail<N>) => Promise<RequestAnswer<N> | null>;

/** What the viewer has done to the room's own chrome. */
interface Chrome {
  readonly tab: string;
  /** The panel that was opened over a stage. */
  readonly panel: string | null;
  readonly isTrayOpen: boolean;
  /** Tapped away. */
  readonly isBare: boolean;
  /** Comes by keys. */
  readonly isKeyed: boolean;
  readonly toast: Toast | null;
}

export const isStage = (layout: Layout): boolean => layout === 'stage' || layout === 'landscape';

/**
 * Whether the player's own controls are there: of a recording always; of a live show once the viewer has left it, has
 * tapped everything else away or comes by keys, for whom there is no tap.
 */
function needsStrip(
  show: Show,
  info: StreamInfo | null,
  player: PlayerElement | null,
  { isBare, isKeyed }: Chrome,
): boolean {
  if (show !== 'playing' && show !== 'recovering') return false;
  return info?.phase === 'replay' || isBare || isKeyed || player?.isBehind === true || player?.phase === 'paused';
}

/** What is over, or has not begun, has nothing on camera. */
const isBare = (show: Show): boolean => show === 'ended' || show === 'upcoming';
const isListed = (show: Show): boolean => show === 'ended' || show === 'unplayable' || show === 'absent';

/** All that a room's element goes by besides its attributes, and the view of it that its template is made from. */
export class RoomModel {
  readonly opener: RoomOpener;
  readonly layout: LayoutController;
  readonly watch: PlayerWatch;
  readonly dialog: DialogMode;
  readonly actions: RoomActions;
  readonly announcer = new Announcer();
  chrome: Chrome = { tab: 'chat', panel: null, isTrayOpen: false, isBare: false, isKeyed: false, toast: null };
  view: View | null = null;
  readonly #host: ModelHost;
  readonly #viewers: ViewerCount;
  readonly #away = new Away();
  readonly #pins: PinSwap;
  readonly #states = new Later(
    () => import('./states/index.js'),
    ({ styles }) => this.#dress(styles),
  );
  readonly #shop = new Later(
    () => import('./shop/index.js'),
    ({ styles }) => this.#dress(styles),
    // Nothing can be shown of what was asked for: the viewer is told, and is not left behind a layer that is not there.
    () => {
      for (const layer of this.view ? openLayers(this.view).reverse() : []) this.actions.giveUp(layer);
    },
  );
  readonly #strip = new Later(
    () => import('./strip.styles.js'),
    ({ styles }) => this.#dress(styles),
  );

  readonly #interactions = new Later(
    () => import('../interactions/index.js'),
    () => this.#host.requestUpdate(),
  );

  /** Whether the room is over the page for the sake of what was opened in it. */
  #isBorrowed = false;

  constructor(host: ModelHost, ask: Ask, modal: (isOpen: boolean) => void) {
    this.#host = host;
    this.opener = new RoomOpener(host);
    this.layout = new LayoutController(host);
    this.watch = new PlayerWatch(host);
    this.#viewers = new ViewerCount(host);
    this.#pins = new PinSwap(host);
    this.dialog = new DialogMode(host, (isOpen) => {
      this.layout.isModal = isOpen;
      modal(isOpen);
    });
    this.actions = new RoomActions({
      element: host,
      dialog: this.dialog,
      room: () => this.room,
      view: () => this.view,
      player: () => this.watch.player,
      ask,
      reopen: () => this.opener.retry(),
      notify: (toast) => {
        this.set({ toast });
        this.announcer.say(toast.text);
      },
      setTray: (isTrayOpen) => this.set({ isTrayOpen }),
      setPanel: (panel) => {
        // Each form of the room keeps its own: what is chosen beside the picture does not lie over it on a smaller screen.
        this.set(panel && !isStage(this.layout.layout) ? { tab: panel } : { panel });
        // What led to a tab may go, and the focus with it. (Beside a product that has closed it can take it once drawn.)
        void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>(`#tab-${panel}`)?.focus());
      },
    });
  }

  get room(): Room | null {
    return this.opener.room;
  }

  /** Something on the screen changes each second. */
  get isTicking(): boolean {
    const { show } = this.view ?? {};
    return show === 'upcoming' || show === 'interrupted' || this.#away.isAway || this.watch.isInTrouble;
  }

  set(change: Partial<Chrome>): void {
    this.chrome = { ...this.chrome, ...change };
    this.#host.requestUpdate();
  }

  /** Looks at everything anew, before each rendering. */
  look(state: Readonly<RoomState> | null): View {
    const view = (this.view = this.#look(state));
    const { show, isAway, words: text } = view;
    const { status, products } = state?.catalog ?? { status: 'loading', products: [] };
    this.#pins.take(view.pinned, !isBare(show) && (status === 'loading' || products.length > 0));
    const isLost = state?.connection.status === 'failed';
    this.announcer.take({ show, isAway, isLost, nowShowing: nowShowing(view) }, text);
    return view;
  }

  /** Brings what is not there yet: told when the room has been drawn. */
  complete(): void {
    const { view } = this;
    if (!view) return;
    this.#makeSpace(view);
    const { show, player, layout, tab, isList } = view;
    const isOver = show !== 'loading' && show !== 'playing';
    // A page's own player may not say whether it has a picture.
    const isQuiet = player !== null && player.hasPicture !== false;
    const isShopping =
      openLayers(view).length > 0 || isList || tab === 'products' || !(isStage(layout) || layout === 'theatre');
    this.#strip.consider({ isNeeded: view.hasStrip, isQuiet: false });
    this.#states.consider({ isNeeded: isOver, isQuiet });
    const isNeeded = isOver || isShopping || player?.phase === 'blocked';
    const hasMore = view.state?.connection.ports.some((port) => /^(interactions|history)$/.test(port)) === true;
    this.#interactions.consider({ isNeeded: isNeeded && hasMore, isQuiet: isQuiet && hasMore });
    this.#shop.consider({ isNeeded, isQuiet });
  }

  // A card in an article is no place for a product or a bag: they open over the page, and lead back to it.
  #makeSpace(view: View): void {
    const isShopping = openLayers(view).length > 0;
    if (isShopping && view.layout === 'inline') {
      this.#isBorrowed = true;
      this.dialog.open();
    } else if (!isShopping && this.#isBorrowed) {
      this.#isBorrowed = false;
      this.dialog.close();
    }
  }

  #dress(styles: readonly CSSResult[]): void {
    const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
    const { shadowRoot } = this.#host;
    if (shadowRoot) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, ...sheets];
    this.#host.requestUpdate();
  }

  #look(state: Readonly<RoomState> | null): View {
    const { locale, closable, motion, children } = this.#host;
    const { player, trouble } = this.watch;
    const { layout, isDefinite } = this.layout;
    const { error } = this.opener;
    const again = (): void => this.#host.requestUpdate();
    const info = state?.stream.info ?? null;
    const away = this.#away.take(state?.connection.status === 'reconnecting');
    const show = showOf({ state, error, player, trouble, away });
    const panels = (this.room && this.#interactions.part?.panelsOf(this.room, locale, again, this.actions)) ?? [];
    const { tab, panel } = this.chrome;
    const hasSlot = (name: string): boolean => [...children].some(({ slot }) => slot === name);
    const hasMargins = layout === 'theatre' && (player?.aspect ?? orientationOf(layout, info)) === 'portrait';
    const viewers = this.#viewers.of(state?.presence.viewers ?? null);
    return {
      words: words('room', english, locale, again),
      locale,
      layout,
      show,
      pill: pillOf(show, info, player, this.watch.isShowing),
      state,
      info,
      error,
      roomId: this.room?.id ?? '',
      shop: this.#shop.part,
      states: this.#states.part,
      again,
      player,
      now: this.room?.clock.now() ?? Date.now(),
      viewers: viewers === null ? null : formatCount(viewers, locale),
      pinned: isBare(show) ? null : (state?.catalog.products.find(({ id }) => id === state.catalog.pinned) ?? null),
      pins: this.#pins,
      isAway: this.#away.isNoticed,
      hasChat: state !== null && state.chat.status !== 'absent',
      hasCart: state !== null && state.cart.status !== 'absent',
      canShare: typeof navigator.share === 'function' || navigator.clipboard !== undefined,
      isClosable: closable || this.dialog.isOpen,
      isList: isListed(show) && isStage(layout),
      hasStrip: isStage(layout) && !hasSlot('player') && needsStrip(show, info, player, this.chrome),
      hasMargins,
      // What would stand in both places would be there twice.
      hasRail: layout === 'theatre' && !hasMargins && (state?.chat.status !== 'absent' || panels.length > 0),
      hasDanmaku: this.#host.hasAttribute('danmaku'),
      isDefinite,
      isStill: motion === 'off',
      tab:
        panels.some(({ id }) => id === tab) || (tab === 'chat' && state?.chat.status !== 'absent') ? tab : 'products',
      panels,
      dock: this.#interactions.part?.dock() ?? null,
      openPanel: (isStage(layout) && panels.find(({ id }) => id === panel)) || null,
      isTrayOpen: this.chrome.isTrayOpen && isStage(layout),
      actions: this.actions,
      hasSlot,
    };
  }
}

/** The product on camera in words, where there is no product list to tell of it. */
function nowShowing(view: View): string | null | undefined {
  const { layout, isList, isTrayOpen, state, shop } = view;
  const isTold = layout === 'theatre' || layout === 'inline' || isList || isTrayOpen;
  if (isTold || state?.catalog.status !== 'ready') return undefined;
  return shop?.nowShowing(view);
}
