// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from 'lit';
import { mount, until } from '../../shared/testing/index.js';
import type { VitrineChat } from '../chat.js';
import '../index.js';
import type { ChatRoom } from './chat-room.js';

/** The chat in a box of a room's size, with all that comes after its first rows. */
export async function chatElement(
  { room }: Pick<ChatRoom, 'room'>,
  variant: 'panel' | 'overlay' = 'panel',
  content: TemplateResult = html``,
): Promise<VitrineChat> {
  const chat = await newChat({ room }, variant, content);
  await until(() => chat.shadowRoot?.querySelector('.door'), 'The desk never came.');
  return chat;
}

/** The chat as it is at first. */
export async function newChat(
  { room }: Pick<ChatRoom, 'room'>,
  variant: 'panel' | 'overlay' = 'panel',
  content: TemplateResult = html``,
): Promise<VitrineChat> {
  const box = document.createElement('div');
  box.style.cssText = `inline-size: 376px; block-size: 600px; background: ${variant === 'overlay' ? '#333' : '#fff'}`;
  const chat = await mount<VitrineChat>(
    html`<vitrine-chat .room=${room} variant=${variant}>${content}</vitrine-chat>`,
    box,
  );
  await until(() => chat.shadowRoot?.querySelector('.list'), 'The chat never showed its list.');
  return chat;
}

export function find<E extends HTMLElement = HTMLElement>(chat: VitrineChat, selector: string): E {
  const found = chat.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`Nothing in the chat is "${selector}".`);
  return found;
}

export const rowsOf = (chat: VitrineChat): HTMLElement[] => [
  ...(chat.shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? []),
];

export const textsOf = (chat: VitrineChat): string[] =>
  rowsOf(chat).map((row) => row.querySelector('.text')?.textContent ?? row.textContent?.trim() ?? '');

/** How far the newest row is from the end of the list, once it has risen into its place. */
export function gapBelow(chat: VitrineChat): number {
  const { paddingBlockEnd } = getComputedStyle(find(chat, '.rows'));
  const end = find(chat, '.list').getBoundingClientRect().bottom;
  return Math.abs(end - parseFloat(paddingBlockEnd) - (rowsOf(chat).at(-1)?.getBoundingClientRect().bottom ?? 0));
}

export const fieldOf = (chat: VitrineChat): HTMLTextAreaElement => find<HTMLTextAreaElement>(chat, 'textarea');

/** Writes as a viewer does: the field has the words, then says so. */
export function write(
  chat: VitrineChat,
  text: string,
  field: HTMLTextAreaElement | HTMLInputElement = fieldOf(chat),
): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

export function press(target: EventTarget, key: string, init: KeyboardEventInit = {}): boolean {
  return target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init }),
  );
}

/** The reader scrolls up by so many pixels. (They see the list before: WebKit resets what is not painted yet.) */
export async function scrollUp(chat: VitrineChat, pixels: number): Promise<void> {
  await frames(2);
  const list = find(chat, '.list');
  list.dispatchEvent(new WheelEvent('wheel', { deltaY: -pixels, bubbles: true }));
  list.scrollTop -= pixels;
  await until(() => chat.shadowRoot?.querySelector('[part=jump]'), 'The list never stood still.');
}

/** A few frames: what should not happen has had its chance. */
export async function frames(count = 12): Promise<void> {
  for (let index = 0; index < count; index++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
