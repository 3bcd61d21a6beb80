// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';

/** Several things of which one is chosen: native radio buttons, so that arrows choose in every direction of writing. */
export function choices<T>(
  name: string,
  legend: string,
  all: readonly (readonly [value: T, label: string])[],
  chosen: T,
  choose: (value: T) => void,
): TemplateResult {
  return html`<fieldset part="group">
    <legend>${legend}</legend>
    <div class="choices">
      ${all.map(
        ([value, label]) =>
          html`<label class="choice" part="choice"
            ><input type="radio" name=${name} .checked=${value === chosen} @change=${() => choose(value)} />${label}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** Something that is on or off. @param note what to know of it */
export function toggle(
  id: string,
  label: string,
  isOn: boolean,
  set: (isOn: boolean) => void,
  note = '',
): TemplateResult {
  return html`<button
      type="button"
      class="toggle"
      part="toggle"
      id=${id}
      role="switch"
      aria-checked=${isOn ? 'true' : 'false'}
      aria-describedby=${note ? `${id}-note` : nothing}
      @click=${() => set(!isOn)}
    >
      <span>${label}</span><i></i>
    </button>
    ${note ? html`<p class="note" id="${id}-note">${note}</p>` : nothing}`;
}
