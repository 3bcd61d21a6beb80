// SPDX-License-Identifier: MIT
import type { Audience, PresencePort, Room } from '@vitrine/core';
import { expect } from 'chai';
import { html } from 'lit';
import {
  expectAccessible,
  expectSame,
  feed,
  mount,
  testRoom,
  unmountAll,
  until,
  type Feed,
} from '../shared/testing/index.js';
import type { VitrineReactionLane, VitrineReactions } from './index.js';
import './index.js';

interface Presence {
  readonly room: Room;
  readonly audience: Feed<Audience>;
  readonly given: number[];
}

describe('reactions', () => {
  const rooms: Room[] = [];

  const start = async (canReact = true): Promise<Presence> => {
    const audience = feed<Audience>();
    const given: number[] = [];
    const react: PresencePort['react'] = async (count) => void given.push(count);
    const room = await testRoom({ presence: { subscribe: audience.subscribe, ...(canReact && { react }) } });
    rooms.push(room);
    return { room, audience, given };
  };
  const frames = async (count = 10): Promise<void> => {
    for (let index = 0; index < count; index++) await new Promise((resolve) => requestAnimationFrame(resolve));
  };

  afterEach(() => {
    unmountAll();
    for (const room of rooms.splice(0)) room.close();
  });

  describe('vitrine-reactions', () => {
    const button = (element: VitrineReactions): HTMLButtonElement | null =>
      element.shadowRoot?.querySelector('button') ?? null;

    it('gives a heart with each press, and the page may take it over', async () => {
      const { room, given } = await start();
      const element = await mount<VitrineReactions>(html`<vitrine-reactions .room=${room}></vitrine-reactions>`);
      await until(() => button(element));
      button(element)?.click();
      button(element)?.click();
      element.addEventListener('vitrine-presence-react', (event) => event.preventDefault(), { once: true });
      button(element)?.click();
      await until(() => given.length > 0);
      expect(given).to.deep.equal([2]);
    });

    it('shows nothing where the room takes no hearts', async () => {
      const { room } = await start(false);
      const element = await mount<VitrineReactions>(html`<vitrine-reactions .room=${room}></vitrine-reactions>`);
      await frames();
      expectSame(button(element), null);
    });

    it('shows how many were given when it is asked to', async () => {
      const { room, audience } = await start();
      audience.push({ viewers: 10, hearts: 12_431 });
      const element = await mount<VitrineReactions>(
        html`<vitrine-reactions .room=${room} show-count lang="en"></vitrine-reactions>`,
      );
      await until(() => element.shadowRoot?.querySelector('[part=count]')?.textContent === '12.4K');
      expect(button(element)?.getAttribute('aria-description')).to.equal('12.4K hearts so far');
    });

    for (const variant of ['panel', 'overlay', 'chip'] as const) {
      it(`is accessible and 44 px large, as ${variant}`, async () => {
        const { room } = await start();
        const element = await mount<VitrineReactions>(
          html`<vitrine-reactions .room=${room} variant=${variant} lang="en"></vitrine-reactions>`,
        );
        await until(() => button(element));
        const { width, height } = button(element)?.getBoundingClientRect() ?? { width: 0, height: 0 };
        expect([width, height]).to.deep.equal([44, 44]);
        expect(button(element)?.getAttribute('aria-label')).to.equal('Send a heart');
        await expectAccessible(element);
      });
    }
  });

  describe('vitrine-reaction-lane', () => {
    const lane = async (
      room: Room,
      content = html`<vitrine-reaction-lane .room=${room} lang="en"></vitrine-reaction-lane>`,
    ): Promise<VitrineReactionLane> => {
      const element = await mount<VitrineReactionLane>(content);
      // It rises nothing before it knows that it is seen.
      await until(() => {
        room.bus.emit('presence:reacted', { count: 1, own: true });
        return rising(element).length > 0 || element.shadowRoot?.querySelector('[part=count]');
      });
      return element;
    };
    const rising = ({ shadowRoot }: Element): Animation[] => shadowRoot?.getAnimations() ?? [];

    it('lets a heart rise for each that was given, at most twelve at a time, on nodes it has', async () => {
      const { room } = await start();
      const element = await lane(room);
      const nodes = [...(element.shadowRoot?.querySelectorAll('svg') ?? [])];
      expect(nodes).to.have.length(12);
      room.bus.emit('presence:reacted', { count: 3, own: false });
      expect(rising(element).length).to.be.within(4, 12);
      room.bus.emit('presence:reacted', { count: 5000, own: false });
      expect(rising(element)).to.have.length(12);
      await frames();
      const after = [...(element.shadowRoot?.querySelectorAll('svg') ?? [])];
      expect(after.every((node, index) => node === nodes[index])).to.equal(true);
    });

    it('moves by transform and opacity alone, 240 to 260 px in 2.4 s', async () => {
      const { room } = await start();
      const element = await lane(room);
      room.bus.emit('presence:reacted', { count: 12, own: true });
      for (const animation of rising(element)) {
        const effect = animation.effect as KeyframeEffect;
        expect(effect.getComputedTiming().duration).to.equal(2400);
        const properties = new Set(effect.getKeyframes().flatMap((frame) => Object.keys(frame)));
        for (const known of ['offset', 'computedOffset', 'easing', 'composite']) properties.delete(known);
        expect([...properties].sort()).to.deep.equal(['opacity', 'transform']);
        const last = effect.getKeyframes().at(-1);
        expect(Math.abs(Number(/, (-?[\d.]+)px/.exec(String(last?.['transform']))?.[1]))).to.be.within(216, 260);
      }
    });

    it('lets a node rise again when it has come to its end', async () => {
      const { room } = await start();
      const element = await lane(room);
      room.bus.emit('presence:reacted', { count: 12, own: true });
      const first = rising(element);
      expect(first).to.have.length(12);
      for (const animation of first) animation.finish();
      await until(() => rising(element).length === 0);
      await until(() => {
        room.bus.emit('presence:reacted', { count: 12, own: true });
        return rising(element).length === 12;
      });
    });

    it('is nothing to the pointer and to screen readers', async () => {
      const { room } = await start();
      const element = await lane(room);
      expect(element.getAttribute('aria-hidden')).to.equal('true');
      expect(getComputedStyle(element).pointerEvents).to.equal('none');
      await expectAccessible(element);
    });

    it('does nothing while nobody sees it', async () => {
      const { room } = await start();
      const element = await lane(room);
      element.hidden = true;
      await until(() => rising(element).length === 0);
      await frames();
      room.bus.emit('presence:reacted', { count: 12, own: true });
      await frames();
      expect(rising(element)).to.have.length(0);
    });

    it('shows a number where motion is not wanted', async () => {
      const { room, audience } = await start();
      audience.push({ viewers: 10, hearts: 1234 });
      const element = await lane(
        room,
        html`<vitrine-reaction-lane .room=${room} motion="off" lang="en"></vitrine-reaction-lane>`,
      );
      const shown = (): string | undefined => element.shadowRoot?.querySelector('[part=count]')?.textContent?.trim();
      await until(() => shown() === '1.2K');
      expect(rising(element)).to.have.length(0);
      audience.push({ viewers: 10, hearts: 1999 });
      await until(() => shown() === '2K');
      element.motion = 'auto';
      await until(() => {
        room.bus.emit('presence:reacted', { count: 2, own: true });
        return rising(element).length > 0;
      });
      expect(shown()).to.equal(undefined);
    });

    it('ends with its element, and begins again where that is moved', async () => {
      const { room } = await start();
      const element = await lane(room);
      const parent = element.parentElement as HTMLElement;
      const [animation] = rising(element);
      element.remove();
      expect(animation?.playState).to.equal('idle');
      room.bus.emit('presence:reacted', { count: 12, own: true });
      expect(rising(element)).to.have.length(0);
      parent.append(element);
      await until(() => {
        room.bus.emit('presence:reacted', { count: 1, own: true });
        return rising(element).length > 0;
      });
    });
  });
});
