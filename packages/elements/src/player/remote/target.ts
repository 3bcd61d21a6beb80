// SPDX-License-Identifier: MIT

/** What WebKit has beside the standard: https://developer.apple.com/documentation/webkitjs/htmlmediaelement */
interface AppleVideo extends HTMLVideoElement {
  readonly webkitCurrentPlaybackTargetIsWireless?: boolean;
  webkitShowPlaybackTargetPicker?(): void;
}

interface TargetListener {
  /** A screen was found, or the last one has gone. */
  found(isThere: boolean): void;
  /** Its `state` may be another. */
  moved(): void;
}

/** Another screen that can play what a video plays. */
export interface Target {
  readonly state: RemotePlaybackState;
  /** It loads the stream by itself: media that is fed by hand is of no use to it, an address is. */
  readonly needsAddress: boolean;
  /** Looks for screens until the signal aborts. */
  watch(listener: TargetListener, signal: AbortSignal): void;
  /** Lets the viewer choose; to be called from a press. Rejects with a DOMException; WebKit never tells. */
  pick(): Promise<void>;
}

/** AirPlay. */
function airPlay(video: AppleVideo): Target {
  return {
    needsAddress: true,
    get state() {
      return video.webkitCurrentPlaybackTargetIsWireless ? 'connected' : 'disconnected';
    },
    watch({ found, moved }, signal) {
      const heard = (event: Event): void => found((event as { availability?: string }).availability === 'available');
      video.addEventListener('webkitplaybacktargetavailabilitychanged', heard, { signal });
      video.addEventListener('webkitcurrentplaybacktargetiswirelesschanged', moved, { signal });
    },
    pick: async () => video.webkitShowPlaybackTargetPicker?.(),
  };
}

/** https://www.w3.org/TR/remote-playback/ */
function remotePlayback({ remote }: HTMLVideoElement): Target {
  return {
    needsAddress: false,
    get state() {
      return remote.state;
    },
    watch({ found, moved }, signal) {
      for (const name of ['connecting', 'connect', 'disconnect']) remote.addEventListener(name, moved, { signal });
      remote.watchAvailability(found).then(
        (id) => {
          const leave = (): void => void remote.cancelWatchAvailability(id).catch(() => undefined);
          if (signal.aborted) leave();
          else signal.addEventListener('abort', leave, { once: true });
        },
        // (This browser does not look for screens, or was told not to.)
        () => undefined,
      );
    },
    pick: () => remote.prompt(),
  };
}

/** The way of this browser to another screen: AirPlay where it has both; null where it has none. */
export function targetOf(video: AppleVideo): Target | null {
  if (video.webkitShowPlaybackTargetPicker) return airPlay(video);
  return 'remote' in video ? remotePlayback(video) : null;
}
