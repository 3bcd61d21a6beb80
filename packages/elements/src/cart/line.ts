// SPDX-License-Identifier: MIT
import { multiplyMoney, type CartIssue } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { notice, picture, stepper } from '../shared/commerce.js';
import { formatMoney } from '../shared/format-money.js';
import type { Strings } from '../shared/localize.js';
import { isDanger, sentence, type Refusal, type ShopWords } from '../shared/refusal.js';
import type { cartStrings } from './cart.strings.js';
import type { WantedLine } from './lines.js';

export interface LineView {
  readonly text: Strings<typeof cartStrings>;
  readonly shop: ShopWords;
  readonly locale: string;
  set(line: WantedLine, quantity: number): void;
  acknowledge(issue: CartIssue): void;
}

/** A refusal in words; one that stops the checkout has a button to accept it. */
export function refusalNotice(
  refusal: Refusal | CartIssue,
  { text, shop, locale, acknowledge }: LineView,
  id?: string,
  title = '',
): TemplateResult {
  const words = sentence(refusal, shop, locale);
  const issue = 'severity' in refusal && refusal.severity === 'block' ? refusal : null;
  return notice(
    html`${title ? text.about(title, words) : words}
    ${issue ? html`<button class="accept hit" @click=${() => acknowledge(issue)}>${text.accept}</button>` : nothing}`,
    isDanger(refusal) ? 'danger' : 'warn',
    id,
  );
}

/** One line of the bag, with what the shop refused of it right below. */
export function cartLine(line: WantedLine, refusals: readonly (Refusal | CartIssue)[], view: LineView): TemplateResult {
  const { text, shop, locale, set } = view;
  const { id, title, subtitle, quantity, total, compareAt, unit } = line;
  const former =
    compareAt && compareAt.minor > unit.minor ? formatMoney(multiplyMoney(compareAt, quantity), locale) : '';
  const refusalId = `refusal-${id}`;
  return html`<li class=${line.isPending ? 'pending' : ''} part="line" data-line=${id} tabindex="-1" aria-label=${title}>
    <div class="row">
      <div class="picture">${picture(line.image, 76)}</div>
      <div class="what">
        <div class="pair">
          <span class="title clamp" dir="auto">${title}</span>
          <bdi class="amount numbers">${formatMoney(total, locale)}</bdi>
        </div>
        <div class="pair small">
          <bdi>${subtitle ?? ''}</bdi>
          ${
            former
              ? html`<s class="numbers" aria-hidden="true"><bdi>${former}</bdi></s>
                <span class="visually-hidden">${shop.before(former)}</span>`
              : nothing
          }
        </div>
        ${stepper(
          {
            value: quantity,
            least: 0,
            most: line.maximum ?? 9999,
            label: text.quantityOf(title),
            remove: text.remove(title),
            describedBy: refusals.length > 0 ? refusalId : undefined,
            set: (wanted) => set(line, wanted),
          },
          shop,
        )}
      </div>
    </div>
    ${refusals.map((refusal, index) => refusalNotice(refusal, view, index === 0 ? refusalId : undefined))}
  </li>`;
}
