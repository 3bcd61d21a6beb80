// SPDX-License-Identifier: MIT
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { icon } from '../../shared/icon.js';
import {
  captionsIcon,
  maximizeIcon,
  minimizeIcon,
  pauseIcon,
  pictureInPicture2Icon,
  playIcon,
  settings2Icon,
  tvMinimalPlayIcon,
  volume2Icon,
  volumeXIcon,
} from './icons.js';
import { controlState, menuState, type Controllable } from './control-state.js';
import type { Controlled, ControlState, MenuState } from './controlled.js';

export { barStyles } from './bar.styles.js';
export { toggleFullscreen, togglePictureInPicture } from './fullscreen.js';
export { Idle } from './idle.js';
export { controlKey } from './keys.js';
export { clicked } from './pointer.js';

/** A bar narrower than this, in CSS px, has no place for its buttons. */
const narrowest = 320;

type Part = TemplateResult | typeof nothing;

interface Button {
  readonly part: string;
  readonly label: string;
  readonly drawing: SVGTemplateResult;
  readonly press: () => void;
  readonly size?: number;
  readonly isPressed?: boolean;
  readonly isExpanded?: boolean;
  readonly isWide?: boolean;
}

const button = ({ part, label, drawing, press, size = 22, isPressed, isExpanded, isWide }: Button): TemplateResult =>
  html`<button
    class="round ${isWide ? 'wide' : ''}"
    part="button ${part}"
    aria-label=${label}
    title=${label}
    aria-pressed=${isPressed ?? nothing}
    aria-haspopup=${isExpanded === undefined ? nothing : 'menu'}
    aria-expanded=${isExpanded ?? nothing}
    @click=${press}
  >
    ${icon(drawing, size)}
  </button>`;

const soundButton = ({ words, isMuted }: ControlState, target: Controlled, size = 22): TemplateResult =>
  button({
    part: 'mute',
    label: isMuted ? words.unmute : words.mute,
    drawing: isMuted ? volumeXIcon : volume2Icon,
    press: () => target.toggleMute(),
    size,
  });

/** Sound, offered in words until the viewer has chosen. Then the focus stays where the button is. */
function volumeControl(state: ControlState, target: Controlled): TemplateResult {
  const { words, isMuted, volume, offersSound } = state;
  const label = isMuted ? words.unmute : words.mute;
  return html`<div class="volume">
    <button
      class=${offersSound ? 'sound chip' : 'round'}
      part=${offersSound ? 'sound' : 'button mute'}
      aria-label=${offersSound ? nothing : label}
      title=${offersSound ? nothing : label}
      @click=${() => target.toggleMute()}
    >
      ${icon(isMuted ? volumeXIcon : volume2Icon, offersSound ? 20 : 22)}${offersSound ? html`<span>${label}</span>` : nothing}
    </button>
    <input
      type="range"
      part="volume"
      aria-label=${words.volume}
      min="0"
      max="1"
      step="0.05"
      .value=${String(isMuted ? 0 : volume)}
      @input=${(event: Event) => (target.volume = (event.currentTarget as HTMLInputElement).valueAsNumber)}
    />
  </div>`;
}

const fullscreenButton = ({ words, isFullscreen }: ControlState, target: Controlled, size = 22): TemplateResult =>
  button({
    part: 'fullscreen',
    label: isFullscreen ? words.leaveFullscreen : words.enterFullscreen,
    drawing: isFullscreen ? minimizeIcon : maximizeIcon,
    press: () => target.toggleFullscreen(),
    size,
  });

/** The way to another screen and back; a browser opens its list for a press only. */
const screenButton = ({ words, remote }: ControlState, size = 22): Part =>
  remote
    ? button({
        part: 'screen',
        label: words.toTv,
        drawing: tvMinimalPlayIcon,
        press: () => void remote.pick(),
        size,
        isPressed: remote.isAway,
      })
    : nothing;

export const playButton = ({ words, isPaused }: ControlState, target: Controlled): TemplateResult =>
  button({
    part: 'play',
    label: isPaused ? words.play : words.pause,
    drawing: isPaused ? playIcon : pauseIcon,
    press: () => (isPaused ? void target.play() : target.pause()),
  });

export const settingsButton = ({ words, isMenuOpen }: ControlState, target: Controlled): TemplateResult =>
  button({
    part: 'settings',
    label: words.settings,
    drawing: settings2Icon,
    press: () => target.toggleMenu(),
    isExpanded: isMenuOpen,
  });

/** The time in the show, and the way back to where it is. */
export function clock({ words, isLive, isBehind, clock }: ControlState, target: Controlled): TemplateResult {
  if (!isLive) return html`<span class="clock numbers" part="clock">${clock}</span>`;
  return html`${isBehind && clock ? html`<span class="clock numbers" part="clock">${clock}</span>` : nothing}<button
      class="live numbers"
      part="live"
      aria-disabled=${isBehind ? nothing : 'true'}
      @click=${() => isBehind && target.goLive()}
    >
      ${isBehind ? words.goToLive : clock ? words.liveAt(clock) : words.live}
    </button>`;
}

/** The row of the theatre. */
function bar(state: ControlState, target: Controlled, scrubber: Part): TemplateResult {
  const { words } = state;
  return html`<div class="bar-area over-video" part="controls" role="group" aria-label=${words.controls}>
    <div class="bar ${scrubber === nothing ? '' : 'rewinds'}">
      ${playButton(state, target)}
      ${volumeControl(state, target)}
      ${clock(state, target)}
      ${scrubber}
      <div class="spacer"></div>
      ${
        state.captions === 'none'
          ? nothing
          : button({
              part: 'captions-button',
              label: words.captions,
              drawing: captionsIcon,
              press: () => target.toggleCaptions(),
              isPressed: state.captions === 'on',
            })
      }
      ${settingsButton(state, target)}
      ${
        state.canFloat
          ? button({
              part: 'picture-in-picture',
              label: words.pictureInPicture,
              drawing: pictureInPicture2Icon,
              press: () => target.togglePictureInPicture(),
              isWide: true,
            })
          : nothing
      }
      ${screenButton(state)}
      ${fullscreenButton(state, target)}
    </div>
  </div>`;
}

/** Sound and full screen, for a picture among other things. */
function minimalBar(state: ControlState, target: Controlled): TemplateResult {
  return html`<div class="bar-area minimal over-video" part="controls" role="group" aria-label=${state.words.controls}>
    <div class="bar">
      ${soundButton(state, target, 20)}
      ${screenButton(state, 20)}
      ${fullscreenButton(state, target, 20)}
    </div>
  </div>`;
}

/** What is fetched only when it is needed. */
export interface Extras {
  readonly menu: ((state: MenuState, target: Controlled) => TemplateResult) | null | undefined;
  readonly scrubber:
    ((from: Controllable, words: ControlState['words'], target: Controlled) => Part) | null | undefined;
}

/** The controls, and a menu that is open. */
export function renderBar(from: Controllable, target: Controlled, { menu, scrubber }: Extras): TemplateResult {
  const state = controlState(from);
  if (from.isMinimal) return minimalBar(state, target);
  return html`${bar(state, target, state.canRewind && scrubber ? scrubber(from, state.words, target) : nothing)}
  ${menu ? menu(menuState(from, state.words.settings), target) : nothing}`;
}

/** Makes the bar as wide as a picture that does not fill its box. */
export function placeBar(root: ParentNode, { video, boxHeight }: Controllable): void {
  const { videoWidth, videoHeight } = video;
  const width =
    boxHeight !== null && videoHeight > 0 ? `${Math.max(narrowest, (boxHeight * videoWidth) / videoHeight)}px` : '100%';
  root.querySelector<HTMLElement>('.bar-area')?.style.setProperty('--_picture', width);
}
