// SPDX-License-Identifier: MIT

/** An iPhone shows a video in full screen, but no element. */
interface AppleVideo extends HTMLVideoElement {
  webkitEnterFullscreen?(): void;
}

/** Whether the element, or anything it stands in, fills the screen. */
export function isFullscreen(element: Element): boolean {
  let node: Element | null = element;
  while (node) {
    if (node.matches(':fullscreen')) return true;
    const root = node.getRootNode();
    node = node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return false;
}

export async function toggleFullscreen(element: HTMLElement, video: AppleVideo): Promise<void> {
  if (isFullscreen(element)) await document.exitFullscreen();
  else if (element.requestFullscreen) await element.requestFullscreen();
  else video.webkitEnterFullscreen?.();
}

/** Not in Firefox, which offers a button of its own. */
export function canFloat(video: HTMLVideoElement): boolean {
  return document.pictureInPictureEnabled === true && !video.disablePictureInPicture;
}

export async function togglePictureInPicture(video: HTMLVideoElement): Promise<void> {
  if (document.pictureInPictureElement) await document.exitPictureInPicture();
  else await video.requestPictureInPicture();
}
