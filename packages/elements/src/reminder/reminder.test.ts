// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html } from 'lit';
import { VitrineError, type ErrorCode, type Room } from '@vitrine/core';
import type { ReminderOutcome, RemindersPort } from '@vitrine/core/reminders';
import { expectAccessible, mount, testRoom, unmountAll, until } from '../shared/testing/index.js';
import './index.js';
import type { VitrineReminder } from './reminder.js';

interface Desk {
  isSet: boolean;
  outcome: ReminderOutcome;
  failure: ErrorCode | null;
  readonly asked: string[];
  /** Answers wait for it. */
  gate: Promise<void>;
}

async function stage(change: Partial<Desk> = {}, lang = 'en') {
  const desk: Desk = {
    isSet: false,
    outcome: { kind: 'set' },
    failure: null,
    asked: [],
    gate: Promise.resolve(),
    ...change,
  };
  const act = async (what: string): Promise<void> => {
    desk.asked.push(what);
    await desk.gate;
    if (desk.failure) throw new VitrineError(desk.failure, '');
  };
  const reminders: RemindersPort = {
    current: async () => desk.isSet,
    async set(show) {
      await act(`set ${show}`);
      if (desk.outcome.kind === 'set') desk.isSet = true;
      return desk.outcome;
    },
    async clear(show) {
      await act(`clear ${show}`);
      desk.isSet = false;
    },
  };
  const room = await testRoom({ reminders }, { id: 'spring' });
  const element = await mount<VitrineReminder>(
    html`<vitrine-reminder .room=${room} lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}></vitrine-reminder>`,
  );
  await until(() => room.store.state.reminders?.status === 'ready', 'It is not known.');
  await element.updateComplete;
  return { room, element, desk };
}

const button = (element: VitrineReminder): HTMLButtonElement => element.renderRoot.querySelector('[part=button]')!;
const undo = (element: VitrineReminder): HTMLButtonElement | null => element.renderRoot.querySelector('.undo');
const label = (element: VitrineReminder): string => button(element).textContent!.trim();
const note = (element: VitrineReminder): string =>
  element.renderRoot.querySelector('[role=status]')!.textContent!.trim();
const isPressed = (element: VitrineReminder): boolean => button(element).getAttribute('aria-pressed') === 'true';

describe('vitrine-reminder', () => {
  let rooms: Room[] = [];
  afterEach(() => {
    unmountAll();
    for (const room of rooms.splice(0)) room.close();
    rooms = [];
  });
  const open = async (...given: Parameters<typeof stage>): ReturnType<typeof stage> => {
    const opened = await stage(...given);
    rooms.push(opened.room);
    return opened;
  };

  it('is nothing where the back end reminds nobody', async () => {
    const room = await testRoom();
    rooms.push(room);
    const element = await mount<VitrineReminder>(html`<vitrine-reminder .room=${room}></vitrine-reminder>`);
    await until(() => room.store.state.reminders?.status === 'absent', 'It is not known.');
    await element.updateComplete;
    expect(element.renderRoot.querySelector('button') === null).to.equal(true);
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('sets a reminder, says so, and takes it back with the focus in its place', async () => {
    const { element, desk } = await open();
    expect([label(element), isPressed(element), note(element)]).to.deep.equal(['Remind me', false, '']);
    button(element).click();
    await until(() => isPressed(element), 'It is not set.');
    // (Pressed says so to a reader; another label would say it a second time, and what pressing does the wrong way round.)
    expect(label(element)).to.equal('Remind me');
    expect(note(element)).to.equal('You will hear from us when it begins.');
    await expectAccessible(element, ['color-contrast']);
    undo(element)!.focus();
    undo(element)!.click();
    await until(() => !isPressed(element), 'It is still set.');
    await element.updateComplete;
    expect(undo(element) === null).to.equal(true);
    expect(element.shadowRoot!.activeElement === button(element)).to.equal(true);
    expect(desk.asked).to.deep.equal(['set spring', 'clear spring']);
  });

  it('is set after a reload, and can be pressed off', async () => {
    const { element, desk } = await open({ isSet: true });
    expect([label(element), isPressed(element)]).to.deep.equal(['Remind me', true]);
    button(element).click();
    await until(() => !isPressed(element), 'It is still set.');
    expect(desk.asked).to.deep.equal(['clear spring']);
  });

  it('asks once, however often it is pressed meanwhile', async () => {
    let go = (): void => undefined;
    const { element, desk } = await open({ gate: new Promise((resolve) => (go = resolve)) });
    button(element).click();
    await element.updateComplete;
    expect(button(element).getAttribute('aria-busy')).to.equal('true');
    button(element).click();
    go();
    await until(() => isPressed(element), 'It is not set.');
    expect(desk.asked).to.deep.equal(['set spring']);
  });

  const refusals: readonly (readonly [change: Partial<Desk>, words: string])[] = [
    [{ failure: 'OFFLINE' }, 'You are offline. Try again once you are back.'],
    [{ failure: 'SERVER_ERROR' }, 'That did not work. Try again.'],
    [{ outcome: { kind: 'refused', code: 'INTERACTION_CLOSED' } }, 'The show has begun already.'],
    [{ outcome: { kind: 'unsupported', code: 'NO_HANDLER' } }, 'Reminders cannot be sent to you here.'],
    [{ failure: 'AUTH_REQUIRED' }, 'Sign in to be reminded.'],
  ];
  for (const [change, words] of refusals) {
    it(`says why nothing was set: ${change.failure ?? JSON.stringify(change.outcome)}`, async () => {
      const { element } = await open(change);
      button(element).click();
      await until(() => note(element) === words, `It says "${note(element)}".`);
      expect([label(element), isPressed(element)]).to.deep.equal(['Remind me', false]);
      await expectAccessible(element, ['color-contrast']);
    });
  }

  it('keeps what is set when it cannot be taken back, and says so', async () => {
    const { element } = await open({ isSet: true, failure: 'OFFLINE' });
    undo(element)!.click();
    await until(() => note(element).startsWith('You are offline'), `It says "${note(element)}".`);
    expect(isPressed(element)).to.equal(true);
  });

  it('lets the page take it over', async () => {
    const { element, desk, room } = await open();
    const details: unknown[] = [];
    element.addEventListener('vitrine-reminder-set', (event) => {
      details.push((event as CustomEvent).detail);
      event.preventDefault();
    });
    button(element).click();
    await until(() => !button(element).hasAttribute('aria-busy') && details.length > 0, 'The page was not told.');
    expect(details).to.deep.equal([{ show: 'spring' }]);
    expect(desk.asked).to.deep.equal([]);
    // Once the page has done its part it may have the room remember.
    await room.request('reminder:set', { show: 'spring' });
    await until(() => isPressed(element), 'It does not follow.');
  });

  it('speaks Arabic, from right to left', async () => {
    const { registerLanguage } = await import('../shared/localize.js');
    const arabic = (await import('./reminder.strings.ar.js')).default;
    registerLanguage('ar', async () => ({ default: { reminder: arabic } }));
    const { element } = await open({ isSet: true }, 'ar');
    await until(() => label(element) === arabic.remindMe, `It says "${label(element)}".`);
    await expectAccessible(element, ['color-contrast']);
  });
});
