// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import { formatCount } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { heartIcon } from './icons.js';
import { words } from '../shared/localize.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { english } from './reactions.strings.js';
import { reactionsStyles } from './reactions.styles.js';

/**
 * The heart: each press gives one. It shows nothing where the room takes no hearts.
 *
 * @element vitrine-reactions
 * @fires vitrine-presence-react - The viewer gives a heart. Cancelable.
 * @csspart button - The button.
 * @csspart count - How many hearts were given, where it is shown.
 * @cssstate absent - The room takes no hearts.
 * @cssstate rtl - Written from right to left.
 */
export class VitrineReactions extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, reactionsStyles];

  /** A square button in a panel; round glass over the dark foot of the picture; a dark chip over the bare picture. */
  @property({ reflect: true }) variant: 'panel' | 'overlay' | 'chip' = 'panel';

  /** Shows how many hearts were given. */
  @property({ type: Boolean, attribute: 'show-count' }) showCount = false;

  constructor() {
    super();
    this.rooms.watch(({ presence }) => presence.canReact);
    this.rooms.watch(({ presence }) => presence.hearts);
  }

  protected override render(): TemplateResult | typeof nothing {
    const presence = this.state?.presence;
    this.toggleState('absent', presence?.canReact !== true);
    if (!presence?.canReact) return nothing;
    const { locale } = this;
    const text = words('reactions', english, locale, () => this.requestUpdate());
    const given = this.showCount && presence.hearts ? formatCount(presence.hearts, locale) : null;
    const { variant } = this;
    const isPanel = variant === 'panel';
    return html`<button
      type="button"
      class="round heart ${isPanel ? variant : `${variant === 'chip' ? variant : 'glass'} over-video`}"
      part="button"
      aria-label=${text.react}
      aria-description=${given ? text.given(given) : nothing}
      @click=${() => void this.#react()}
    >
      ${icon(heartIcon, isPanel ? 20 : 22, true)}
      ${given ? html`<span class="badge numbers" part="count" aria-hidden="true">${given}</span>` : nothing}
    </button>`;
  }

  async #react(): Promise<void> {
    // A heart that could not be given is nothing to interrupt a viewer for; the room reports it.
    await this.ask('presence:react', {}).catch(() => undefined);
  }
}
