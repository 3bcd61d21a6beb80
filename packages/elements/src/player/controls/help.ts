// SPDX-License-Identifier: MIT
import { css, html, render } from 'lit';
import { adopt } from '../adopt.js';
import { words } from '../../shared/localize.js';
import { isPlayedAsLive, type Controllable } from './control-state.js';
import { helpStrings } from './help.strings.js';

const helpStyles = css`
  .shortcuts {
    box-sizing: border-box;
    inline-size: min(400px, 100vi - 32px);
    max-block-size: min(560px, 100vb - 32px);
    padding: 20px;
    border: 0;
    border-radius: var(--_radius-xl);
    background: var(--_surface);
    color: var(--_on-surface);
    overflow: auto;
  }
  .shortcuts::backdrop {
    background: rgb(12 12 14 / 0.48);
  }
  .shortcuts h2 {
    margin: 0 0 12px;
    font-size: calc(18px * var(--_scale));
    line-height: calc(24px * var(--_scale));
    font-weight: 600;
  }
  .shortcuts dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 8px 16px;
    margin: 0 0 20px;
  }
  .shortcuts dt {
    display: flex;
    gap: 4px;
  }
  .shortcuts dd {
    margin: 0;
  }
  .shortcuts kbd {
    display: inline-grid;
    place-items: center;
    box-sizing: border-box;
    min-inline-size: 32px;
    min-block-size: 32px;
    padding-inline: 8px;
    border-radius: var(--_radius-s);
    background: var(--_surface-3);
    font: inherit;
    font-weight: 600;
  }
  .shortcuts .button {
    inline-size: 100%;
  }
`;

/** Shows what the keys do here, until it is closed. */
export function showHelp(from: Controllable): void {
  const { host, locale } = from;
  const root = host.shadowRoot;
  if (!root || root.querySelector('.shortcuts')) return;
  adopt(host, helpStyles);
  const dialog = document.createElement('dialog');
  dialog.className = 'shortcuts';
  const draw = (): void => {
    const text = words('player', helpStrings, locale, draw);
    const times: readonly (readonly [readonly string[], string])[] = [
      // Time runs the same way in every direction of writing.
      [['←', '→'], text.doesSeek],
      [[text.keyHome], text.doesStart],
      [[text.keyEnd], text.doesLive],
    ];
    const shortcuts: typeof times = [
      [[text.keySpace], text.doesPlay],
      ...(isPlayedAsLive(from) ? [] : times),
      [['↑', '↓'], text.doesVolume],
      [['M'], text.doesMute],
      [['C'], text.doesCaptions],
      [['F'], text.doesFullscreen],
      [['?'], text.doesHelp],
    ];
    dialog.ariaLabel = text.shortcutsTitle;
    render(
      html`<h2>${text.shortcutsTitle}</h2>
        <dl>
          ${shortcuts.map(
            ([keys, does]) =>
              html`<dt dir="ltr">${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
                <dd>${does}</dd>`,
          )}
        </dl>
        <button class="button" @click=${() => dialog.close()}>${text.closeShortcuts}</button>`,
      dialog,
    );
  };
  draw();
  // The keys it tells of are not meant for the player while it is open, and the page keeps its own.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  const closed = (): void => {
    dialog.remove();
    // (The menu it was opened from has gone.)
    if (!root.activeElement) root.querySelector<HTMLElement>('[part~="settings"]')?.focus();
  };
  dialog.addEventListener('close', closed, { once: true });
  root.append(dialog);
  dialog.showModal();
}
