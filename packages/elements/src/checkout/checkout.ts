// SPDX-License-Identifier: MIT
import { checkUrl, toVitrineError, type CheckoutPhase, type CheckoutState, type Room } from '@vitrine/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { commerce, notice } from '../shared/commerce.js';
import { controls } from '../shared/controls.js';
import { formatClock } from '../shared/format.js';
import { formatMoney } from '../shared/format-money.js';
import { words } from '../shared/localize.js';
import { isDanger, refusalOf, sentence, type Refusal, type ShopWords } from '../shared/refusal.js';
import type { Presentation } from '../shared/sheet.js';
import { shopStrings } from '../shared/shop.strings.js';
import { TickerController } from '../shared/ticker.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { checkoutStrings } from './checkout.strings.js';
import { checkoutStyles } from './checkout.styles.js';
import { outcome, type OutcomeView } from './outcome.js';
import { payFooter, step, type CheckoutWords, type Embedded, type StepView } from './step.js';

/** Phases in which the button alone is to be seen. */
const resting: readonly CheckoutPhase[] = ['idle', 'starting'];

/**
 * From the bag to a paid order: the button that begins it, the step where it is paid in the room, and what became of it.
 *
 * @element vitrine-checkout
 * @fires vitrine-checkout-begin - The viewer wants to pay. Cancelable, before anything opens.
 * @fires vitrine-checkout-confirm - The viewer pays by the method that is picked. Cancelable.
 * @fires vitrine-checkout-refresh - The viewer asks what became of a payment. Cancelable.
 * @fires vitrine-checkout-cancel - The viewer goes back to the bag. Cancelable.
 * @fires vitrine-checkout-dismiss - The viewer puts away what is over. Cancelable.
 * @fires vitrine-cart-close - The viewer goes back to the show. Cancelable.
 * @slot label - In place of the words on the button.
 * @csspart dialog - The surface.
 * @csspart heading - The heading.
 * @csspart back - The button back to the bag.
 * @csspart close - The close button.
 * @csspart body - What scrolls.
 * @csspart button - The button: checks out, pays, goes on.
 * @csspart methods - The list of ways to pay.
 * @csspart method - One way to pay.
 * @csspart notice - Why it did not work.
 * @csspart outcome - What became of it.
 * @cssstate rtl - Written from right to left.
 * @cssstate open - A purchase is under way.
 * @cssprop [--vitrine-sheet-position=absolute] - `fixed` lets the sheet cover the window instead of its container.
 */
export class VitrineCheckout extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, commerce, checkoutStyles];

  /** How it is shown. As sheet, drawer or panel it is there while a purchase is under way; inline it begins with its button. */
  @property({ reflect: true }) presentation: Presentation = 'inline';

  #method: string | null = null;
  #sessionId: string | null = null;
  #phase: CheckoutPhase = 'idle';
  #error: unknown = null;
  #failure: Refusal | null = null;
  #isPaying = false;

  constructor() {
    super();
    this.rooms.watch((state) => state.checkout);
    this.rooms.watch((state) => state.cart.cart);
    new TickerController(
      this,
      () => this.#checkout?.phase === 'choosing' && this.#checkout.session?.expiresAt !== undefined,
    );
  }

  get #checkout(): CheckoutState | null {
    return this.state?.checkout ?? null;
  }

  protected override roomConnected(room: Room, signal: AbortSignal): void {
    // Only what has just begun leaves the page: a session that was found again after a return does not.
    room.bus.on(
      'checkout:started',
      ({ session }) => {
        const { handoff } = session;
        if (handoff.kind !== 'redirect') return;
        try {
          this.leave(checkUrl(handoff.url, 'checkout'));
        } catch {
          // The screen says that the page cannot be opened safely.
          this.requestUpdate();
        }
      },
      { signal },
    );
  }

  /** Goes to the payment page. */
  protected leave(url: string): void {
    location.assign(url);
  }

  protected override willUpdate(): void {
    const { session = null, phase = 'idle' } = this.#checkout ?? {};
    this.toggleState('open', !resting.includes(phase));
    const id = session?.id ?? null;
    if (id === this.#sessionId) return;
    this.#sessionId = id;
    this.#isPaying = false;
    this.#failure = null;
    this.#method = session?.handoff.kind === 'embed' ? (session.handoff.methods[0]?.id ?? null) : null;
  }

  protected override updated(_changed: PropertyValues): void {
    const { phase = 'idle', error = null } = this.#checkout ?? {};
    const [before, errorBefore] = [this.#phase, this.#error];
    this.#phase = phase;
    this.#error = error;
    if (resting.includes(phase)) return;
    // A refusal is read first; otherwise the new screen's title, where the button that was pressed has gone.
    if (error && error !== errorBefore && phase === 'choosing') this.#focus('.refused');
    else if (phase !== before && !resting.includes(before) && (before !== 'choosing' || phase !== 'confirming'))
      this.#focus('h3');
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #words(): CheckoutWords {
    return words('checkout', checkoutStrings, this.locale, () => this.requestUpdate());
  }

  #shop(): ShopWords {
    return words('shop', shopStrings, this.locale, () => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    const state = this.#checkout;
    const text = this.#words();
    const isResting = !state || resting.includes(state.phase);
    if (this.presentation === 'inline' && isResting) return this.#begin(text);
    const embedded = state && this.#embedded(state);
    return html`<vitrine-sheet
      presentation=${this.presentation}
      ?open=${!isResting}
      ?has-back=${embedded !== null}
      label=${state?.phase === 'paid' ? text.ordered : text.checkOut}
      exportparts="dialog, heading, back, close, body"
      @vitrine-sheet-back=${this.#back}
      @vitrine-sheet-close=${this.#close}
    >
      ${isResting ? nothing : embedded ? this.#step(state, embedded, text) : outcome(state, this.#outcomeView(text))}
    </vitrine-sheet>`;
  }

  /** What is paid in the room, while it can be. */
  #embedded({ phase, session }: CheckoutState): Embedded | null {
    const handoff = session?.handoff;
    return handoff?.kind === 'embed' && (phase === 'choosing' || phase === 'confirming') ? handoff : null;
  }

  #begin(text: CheckoutWords): TemplateResult {
    const { modes = [], phase } = this.#checkout ?? {};
    const cart = this.state?.cart.cart;
    if (modes.length === 0) return html``;
    const isBusy = phase === 'starting';
    const isEmpty = !cart || cart.lines.length === 0;
    const failure = this.#failure;
    return html`${
      failure ? notice(sentence(failure, this.#shop(), this.locale), isDanger(failure) ? 'danger' : 'warn') : nothing
    }
      <button
        class="button primary large"
        part="button"
        aria-busy=${isBusy ? 'true' : nothing}
        aria-disabled=${isEmpty ? 'true' : nothing}
        @click=${this.#start}
      >
        ${isBusy ? html`<span class="spinner"></span>` : nothing}
        <span class=${isBusy ? 'visually-hidden' : ''}
          ><slot name="label">${text.checkOut}</slot>${
            isEmpty ? nothing : html` · <bdi class="numbers">${formatMoney(cart.totals.total, this.locale)}</bdi>`
          }</span
        >
      </button>`;
  }

  #step(state: CheckoutState, embedded: Embedded, text: CheckoutWords): TemplateResult {
    const { session, phase, error } = state;
    if (!session) return html``;
    const now = this.rooms.current?.clock.now() ?? Date.now();
    const view: StepView = {
      text,
      shop: this.#shop(),
      locale: this.locale,
      method: this.#method,
      held: session.expiresAt === undefined ? '' : formatClock(session.expiresAt - now),
      isBusy: this.#isPaying || phase === 'confirming',
      pick: (method) => {
        this.#method = method;
        this.requestUpdate();
      },
    };
    return html`${step(embedded, session, phase === 'choosing' ? error : null, view)}
    ${payFooter(session, view, error?.code === 'PAYMENT_DECLINED', () => void this.#pay())}`;
  }

  #outcomeView(text: CheckoutWords): OutcomeView {
    return {
      text,
      shop: this.#shop(),
      locale: this.locale,
      // Neither is lost: the screen stays and polling goes on.
      refresh: () => void this.ask('checkout:refresh', {}).catch(() => undefined),
      watch: this.#watch,
      back: this.#back,
    };
  }

  readonly #start = async (): Promise<void> => {
    const { modes = [], phase } = this.#checkout ?? {};
    const cart = this.state?.cart.cart;
    if (!cart || cart.lines.length === 0 || phase === 'starting') return;
    this.#failure = null;
    try {
      await this.ask('checkout:begin', {
        ...(modes.includes('embed') ? { mode: 'embed' } : {}),
        expectedTotal: cart.totals.total,
      });
    } catch (thrown) {
      this.#failure = refusalOf(toVitrineError(thrown), cart.currency);
      this.requestUpdate();
    }
  };

  async #pay(): Promise<void> {
    if (this.#isPaying || this.#method === null) return;
    this.#isPaying = true;
    this.requestUpdate();
    try {
      await this.ask('checkout:confirm', { methodId: this.#method });
    } catch {
      // The room's state says why.
    }
    this.#isPaying = false;
    this.requestUpdate();
  }

  /** Back to the bag: what is held is released, what is over is put away. */
  readonly #back = (): void => {
    const over = ['failed', 'canceled', 'expired', 'paid', 'pending'];
    const name = over.includes(this.#checkout?.phase ?? 'idle') ? 'checkout:dismiss' : 'checkout:cancel';
    // Releasing what is held is the back end's business: it lapses by itself.
    this.ask(name, {}).catch(() => undefined);
  };

  /** Back to the show. */
  readonly #watch = async (): Promise<void> => {
    await this.ask('checkout:dismiss', {});
    await this.ask('cart:close', {});
  };

  readonly #close = (): void => {
    // While it is being charged there is no way back.
    if (this.#checkout?.phase === 'confirming') return;
    if (this.#checkout?.phase === 'choosing' || this.#checkout?.phase === 'handed-off') this.#back();
    else void this.#watch();
  };
}
