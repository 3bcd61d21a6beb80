// SPDX-License-Identifier: MIT
import { VitrineError, type Room } from '@vitrine/core';
import type { ModerationPort, RestrictedPerson } from '@vitrine/core/moderation';
import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible, holdTime, mount, testRoom, unmountAll, until } from '../shared/testing/index.js';
import './index.js';
import type { VitrinePeople } from './index.js';

describe('<vitrine-people>', () => {
  let room: Room;
  let element: VitrinePeople;
  let people: RestrictedPerson[];
  let told: unknown[];
  let refusal: VitrineError | null;
  let asked: number;

  /** One moment for all, so that their order is that of the list. */
  const since = Date.now() - 60_000;
  const called = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);
  const person = (id: string, more: Partial<RestrictedPerson> = {}): RestrictedPerson => ({
    id,
    name: called(id),
    restriction: 'muted',
    since,
    ...more,
  });

  async function show(list: RestrictedPerson[] | null): Promise<void> {
    people = list ?? [];
    told = [];
    refusal = null;
    asked = 0;
    const moderation: ModerationPort = {
      held: async () => [],
      decide: async () => true,
      async restrict(id, restriction, { for: lasting, instead }) {
        told.push([id, restriction, lasting, instead]);
        if (refusal) throw refusal;
        people = people.filter((one) => one.id !== id);
        const until = lasting === undefined ? {} : { until: Date.now() + lasting };
        if (restriction !== 'none')
          people = [{ id, name: called(id), restriction, since: Date.now(), ...until }, ...people];
      },
      ...(list && {
        people: async () => {
          asked++;
          if (refusal) throw refusal;
          return people;
        },
      }),
    };
    room = await testRoom({ moderation });
    element = await mount(html`<vitrine-people .room=${room}></vitrine-people>`);
    await until(() => room.store.state.people?.status !== 'loading');
    await element.updateComplete;
  }
  afterEach(() => {
    unmountAll();
    room.close();
  });

  const root = (): ShadowRoot => element.renderRoot as ShadowRoot;
  const find = <E extends HTMLElement>(selector: string): E => root().querySelector<E>(selector) as E;
  const text = (node: Element | null): string => node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const names = (): string => [...root().querySelectorAll('[part=name]')].map(text).join();
  const press = (id: string, part: string): void => find(`.row[data-id="${id}"] [part=${part}]`).click();
  const choose = (label: string): void =>
    [...root().querySelectorAll<HTMLElement>('[part=choices] button')].find((one) => text(one) === label)?.click();
  const active = (): HTMLElement | null => root().activeElement as HTMLElement | null;
  const key = (name: string): void =>
    void active()?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

  it('shows nothing where the back end does not tell', async () => {
    await show(null);
    expect(text(root() as unknown as Element)).to.equal('');
  });

  it('lists who may not do everything, what holds, since when and until when', async () => {
    await show([]);
    expect(text(find('.none'))).to.contain('Everybody is free to write');
    await expectAccessible(element);
    unmountAll();
    room.close();
    await show([
      person('priya', { until: Date.now() + 600_000 }),
      person('jun', { restriction: 'banned' }),
      { id: 'guest-17', restriction: 'shadowed' },
    ]);
    expect(text(find('.head'))).to.equal('3 people');
    expect(names()).to.equal('Priya,Jun,Without a name');
    const rows = [...root().querySelectorAll('.row')].map(text);
    expect(rows[0]).to.match(/^Priya Muted until .+ since /);
    expect(rows[1]).to.match(/^Jun Banned for good since /);
    expect(rows[2]).to.match(/Shadowed for good guest-17/);
    await expectAccessible(element);
    press('jun', 'change');
    await until(() => find('[part=choices]'));
    await expectAccessible(element);
  });

  it('frees with one press, and takes that back as it was', async () => {
    await show([person('priya', { until: Date.now() + 600_000 }), person('jun', { restriction: 'banned' })]);
    press('priya', 'free');
    await until(() => names() === 'Jun');
    expect(told).to.deep.equal([['priya', 'none', undefined, undefined]]);
    expect(text(find('.undo'))).to.equal('Free again: Priya Undo');
    find('.undo button').click();
    await until(() => names() === 'Priya,Jun');
    const [id, restriction, lasting, instead] = told[1] as unknown[];
    expect([id, restriction, instead]).to.deep.equal(['priya', 'muted', true]);
    expect(lasting).to.be.within(590_000, 600_000);
    expect(text(find('.undo'))).to.equal('');
  });

  it('makes somebody something else, which takes the place of what held', async () => {
    await show([person('jun', { restriction: 'banned' })]);
    press('jun', 'change');
    await until(() => text(active()) === 'Mute for 10 minutes', 'The first choice has not the focus.');
    expect([...root().querySelectorAll('[part=choices] button')].map(text)).to.deep.equal([
      'Mute for 10 minutes',
      'Mute for 60 minutes',
      'Mute for good',
      'Shadow',
      'Ban',
    ]);
    choose('Mute for 60 minutes');
    await until(() => text(find('[part=restriction]')) === 'Muted');
    expect(told).to.deep.equal([['jun', 'muted', 3_600_000, true]]);
    expect(text(find('.undo'))).to.equal('Muted: Jun Undo');
    find('.undo button').click();
    await until(() => text(find('[part=restriction]')) === 'Banned');
    expect(told[1]).to.deep.equal(['jun', 'banned', undefined, true]);
  });

  it('finds people by a part of their name where there are many', async () => {
    await show(['priya', 'jun', 'amélie'].map((id) => person(id)));
    expect(find('[type=search]')).to.equal(null);
    unmountAll();
    room.close();
    await show(['priya', 'jun', 'amélie', 'sol'].map((id) => person(id)));
    const look = async (words: string): Promise<void> => {
      const field = find<HTMLInputElement>('[type=search]');
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await element.updateComplete;
    };
    await look('AMELIE');
    expect(names()).to.equal('Amélie');
    expect(text(find('.head'))).to.equal('1 of 4 shown');
    await look('nobody');
    expect(text(find('.none'))).to.equal('Nobody here is called that');
    await look('');
    expect(text(find('.head'))).to.equal('4 people');
  });

  it('lets go of who is free by now, and asks again after fifteen seconds', async () => {
    const time = holdTime();
    await show([person('priya', { until: Date.now() + 5000 }), person('jun')]);
    expect(names()).to.equal('Priya,Jun');
    await time.pass(6000);
    await until(() => names() === 'Jun');
    people = [person('sol'), ...people];
    const before = asked;
    await time.pass(10_000);
    await until(() => names() === 'Sol,Jun');
    expect(asked).to.equal(before + 1);
  });

  it('is worked by the keyboard alone', async () => {
    await show([person('priya'), person('jun'), person('sol')]);
    find('.row[data-id=priya]').focus();
    key('ArrowDown');
    key('f');
    await until(() => active()?.dataset['id'] === 'sol', 'The keyboard has lost its place.');
    expect(names()).to.equal('Priya,Sol');
    key('c');
    await until(() => text(active()) === 'Mute for 10 minutes');
    key('Escape');
    await until(() => active()?.getAttribute('part') === 'change');
    find('.row[data-id=sol]').focus();
    key('c');
    await until(() => text(active()) === 'Mute for 10 minutes');
    choose('Ban');
    await until(() => active()?.dataset['id'] === 'sol' && names() === 'Sol,Priya', 'It is not where the row went.');
    key('f');
    await until(() => active()?.dataset['id'] === 'priya');
    key('f');
    await until(() => text(active()) === 'Undo', 'The way back is not at hand.');
  });

  it('says what was refused, and that the list cannot be had', async () => {
    await show([person('priya')]);
    refusal = new VitrineError('FORBIDDEN', 'Not you.');
    press('priya', 'free');
    await until(() => text(find('.refusal')) === 'That was refused. Try again.');
    expect(names()).to.equal('Priya');
    unmountAll();
    room.close();
    await show([]);
    refusal = new VitrineError('NETWORK', 'Gone.');
    await room.request('people:refresh', {}).catch(() => undefined);
    await until(() => text(find('.none')).startsWith('The list cannot be shown right now'));
    await expectAccessible(element);
    refusal = null;
    find('.none button').click();
    await until(() => text(find('.none')).startsWith('Everybody is free'));
  });

  it('is written from right to left where the page is', async () => {
    document.documentElement.dir = 'rtl';
    try {
      await show([person('priya'), person('jun')]);
      expect(element.matches(':state(rtl)')).to.equal(true);
      await expectAccessible(element);
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  });
});
