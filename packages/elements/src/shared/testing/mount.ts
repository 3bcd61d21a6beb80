// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import { html, render, type LitElement, type TemplateResult } from 'lit';
import { RoomProvider } from '../room-context.js';
import { releaseTime } from './held-time.js';

/** Real time, also while a test holds that of the page. */
const now = performance.now.bind(performance);

const mounted = new Set<HTMLElement>();

/** Puts a template on the page and resolves with its first element once that has rendered. */
export async function mount<E extends HTMLElement>(
  template: TemplateResult,
  container: HTMLElement = document.createElement('div'),
): Promise<E> {
  document.body.append(container);
  mounted.add(container);
  render(template, container);
  const element = container.firstElementChild as E;
  await (element as unknown as Partial<LitElement>).updateComplete;
  return element;
}

/** The same inside a provider of the room, as if it stood in a `vitrine-room`. */
export async function provide<E extends HTMLElement>(room: Room, template: TemplateResult): Promise<E> {
  const container = document.createElement('div');
  const provider = new RoomProvider(container);
  provider.room = room;
  provider.provide(new AbortController().signal);
  return await mount<E>(html`${template}`, container);
}

/** Takes everything off the page that `mount` and `provide` put there, and lets held time go; call it in `afterEach`. */
export function unmountAll(): void {
  releaseTime();
  for (const container of mounted) container.remove();
  mounted.clear();
}

/** Resolves when the condition holds, looking once a frame; rejects after 15 s with the message. */
export async function until(condition: () => unknown, message = 'The condition never held.'): Promise<void> {
  const end = now() + 15_000;
  // Made here, where the stack still tells which line of the test waits.
  const late = new Error(message);
  while (!condition()) {
    if (now() > end) throw late;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
