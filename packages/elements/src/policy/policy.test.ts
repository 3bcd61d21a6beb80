// SPDX-License-Identifier: MIT
import { VitrineError, type Room } from '@vitrine/core';
import type { ModerationPort, RoomPolicy } from '@vitrine/core/moderation';
import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible, holdTime, mount, testRoom, unmountAll, until } from '../shared/testing/index.js';
import './index.js';
import type { VitrinePolicy } from './index.js';

const first: RoomPolicy = {
  words: ['scam', '*spam*'],
  links: 'all',
  hold: 'none',
  unreviewed: 'allow',
  revision: 1,
};

describe('<vitrine-policy>', () => {
  let room: Room;
  let element: VitrinePolicy;
  let now: RoomPolicy;
  let told: RoomPolicy[];
  let refusal: VitrineError | null;
  let counts: boolean;

  async function show(canSet = true): Promise<void> {
    now = first;
    told = [];
    refusal = null;
    counts = true;
    const moderation: ModerationPort = {
      held: async () => [],
      decide: async () => true,
      restrict: async () => undefined,
      policy: async () => now,
      ...(canSet && {
        async setPolicy(policy: RoomPolicy) {
          told.push(policy);
          if (refusal) throw refusal;
          if (counts && policy.revision !== now.revision) throw new VitrineError('CONFLICT', 'Too late.');
          return (now = counts ? { ...policy, revision: (now.revision ?? 0) + 1 } : policy);
        },
      }),
    };
    room = await testRoom({ moderation });
    await put();
  }
  async function put(): Promise<void> {
    element = await mount(html`<vitrine-policy .room=${room}></vitrine-policy>`);
    await until(() => find('form'), 'There is no form.');
  }
  afterEach(() => {
    unmountAll();
    room.close();
  });

  const root = (): ShadowRoot => element.renderRoot as ShadowRoot;
  const find = <E extends HTMLElement>(selector: string): E => root().querySelector<E>(selector) as E;
  const text = (node: Element | null): string => node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const field = (): HTMLTextAreaElement => find<HTMLTextAreaElement>('textarea');
  const write = async (words: string): Promise<void> => {
    field().value = words;
    field().dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
  };
  const choose = async (name: string, value: string): Promise<void> => {
    find(`[name=${name}][value=${value}]`).click();
    await element.updateComplete;
  };
  const chosen = (name: string): string => find<HTMLInputElement>(`[name=${name}]:checked`).value;
  const button = (label: string): HTMLElement =>
    [...root().querySelectorAll<HTMLElement>('button')].find((one) => text(one) === label) as HTMLElement;
  const press = (label: string): void => button(label).click();
  const saved = (): Promise<void> => until(() => text(find('.saved')) === 'Saved', 'It is not saved.');
  /** Another of the staff changes it. */
  const elsewhere = (change: Partial<RoomPolicy>): void =>
    void (now = { ...now, ...change, ...(counts && { revision: (now.revision ?? 0) + 1 }) });

  it('shows nothing where the back end does not tell', async () => {
    room = await testRoom({});
    element = await mount(html`<vitrine-policy .room=${room}></vitrine-policy>`);
    expect(text(root() as unknown as Element)).to.equal('');
  });

  it('shows the rules as they are, and saves what was changed', async () => {
    await show();
    expect(field().value).to.equal('scam\n*spam*');
    expect(['links', 'hold', 'unreviewed'].map(chosen)).to.deep.equal(['all', 'none', 'allow']);
    expect(button('Save').getAttribute('aria-disabled')).to.equal('true');
    await expectAccessible(element);
    await write(' scam \n\n*spam*\nfraud\nscam\n');
    expect(text(root().querySelectorAll('.hint')[1] ?? null)).to.equal('3 words');
    await choose('links', 'staff');
    await choose('hold', 'guests');
    await choose('unreviewed', 'hold');
    expect(element.matches(':state(changed)')).to.equal(true);
    press('Save');
    await saved();
    expect(told).to.deep.equal([
      { words: ['scam', '*spam*', 'fraud'], links: 'staff', hold: 'guests', unreviewed: 'hold', revision: 1 },
    ]);
    expect(field().value).to.equal('scam\n*spam*\nfraud');
    expect(button('Save').getAttribute('aria-disabled')).to.equal('true');
    await expectAccessible(element);
  });

  it('takes back what was changed here', async () => {
    await show();
    await write('nothing');
    await choose('links', 'staff');
    press('Discard changes');
    await element.updateComplete;
    expect([field().value, chosen('links')]).to.deep.equal(['scam\n*spam*', 'all']);
    expect(told).to.deep.equal([]);
  });

  it('keeps what was changed and not saved while the moderator looks elsewhere', async () => {
    await show();
    await write('half a list');
    unmountAll();
    await put();
    expect(field().value).to.equal('half a list');
    press('Save');
    await saved();
    expect(now.words).to.deep.equal(['half a list']);
  });

  it('takes two thousand words', async () => {
    await show();
    const words = Array.from({ length: 2000 }, (_, index) => `word${index}`);
    await write(words.join('\n'));
    expect(text(root().querySelectorAll('.hint')[1] ?? null)).to.equal('2,000 words');
    press('Save');
    await saved();
    expect(now.words).to.deep.equal(words);
  });

  it('says at the field what was refused, with the line of the word, and marks that', async () => {
    await show();
    await write('fine\n\nfine too\n!!\nlast');
    refusal = new VitrineError('BAD_INPUT', 'No letter.', { field: 'words.2' });
    press('Save');
    await until(() => find('#words-error'), 'Nothing is said.');
    expect(text(find('#words-error'))).to.contain('Line 4 cannot be used: “!!”.');
    expect(field().getAttribute('aria-invalid')).to.equal('true');
    expect(field().getAttribute('aria-describedby')).to.contain('words-error');
    await until(() => root().activeElement === field(), 'The field has not the focus.');
    expect(field().value.slice(field().selectionStart, field().selectionEnd)).to.equal('!!');
    await expectAccessible(element);
    refusal = new VitrineError('BAD_INPUT', 'Too many.', { field: 'words' });
    press('Save');
    await until(() => text(find('#words-error')).startsWith('The list is too long'));
    refusal = new VitrineError('BAD_INPUT', 'Not here.', { field: 'hold' });
    press('Save');
    await until(() => text(find('#hold-error')) === 'This cannot be chosen here.');
    refusal = new VitrineError('NETWORK', 'Gone.');
    press('Save');
    await until(() => text(find('.foot [role=alert]')).startsWith('This was not saved'));
    expect(field().value, 'what was written').to.equal('fine\n\nfine too\n!!\nlast');
  });

  it('follows what others change while nothing is changed here', async () => {
    await show();
    elsewhere({ words: ['theirs'] });
    await room.request('policy:refresh', {});
    await until(() => field().value === 'theirs');
    expect(find('.conflict')).to.equal(null);
  });

  it('asks again every fifteen seconds', async () => {
    const time = holdTime();
    await show();
    elsewhere({ hold: 'all' });
    await time.pass(16_000);
    await until(() => chosen('hold') === 'all');
  });

  for (const isCounted of [true, false]) {
    it(`writes over nothing that somebody else has changed, ${isCounted ? 'by its number' : 'by what it is'}`, async () => {
      await show();
      counts = isCounted;
      if (!isCounted) {
        const { revision: _none, ...uncounted } = now;
        now = uncounted;
        await room.request('policy:refresh', {});
      }
      await write('scam\nmine');
      await choose('links', 'staff');
      elsewhere({ words: ['scam', '*spam*', 'theirs'], hold: 'all' });
      press('Save');
      await until(() => find('.conflict'), 'Nobody is told.');
      expect(text(find('.conflict p'))).to.equal(
        'Somebody else has changed the rules meanwhile: Words that are not said and Whose messages wait for the staff',
      );
      expect(now.words).to.deep.equal(['scam', '*spam*', 'theirs']);
      expect(field().value).to.equal('scam\nmine');
      await expectAccessible(element);
      await until(() => text(root().activeElement) === 'Put both together');
      press('Put both together');
      await until(() => field().value === 'scam\ntheirs\nmine', 'They are not together.');
      expect(['links', 'hold'].map(chosen)).to.deep.equal(['staff', 'all']);
      expect(find('.conflict')).to.equal(null);
      press('Save');
      await saved();
      expect(now).to.deep.include({ words: ['scam', 'theirs', 'mine'], links: 'staff', hold: 'all' });
    });
  }

  it('takes what somebody else has made of it', async () => {
    await show();
    await write('mine');
    elsewhere({ words: ['theirs'] });
    await room.request('policy:refresh', {});
    await until(() => find('.conflict'), 'Nobody is told before they save.');
    press('Take theirs');
    await until(() => field().value === 'theirs');
    expect(told).to.deep.equal([]);
  });

  it('tells who is too late in the very moment', async () => {
    await show();
    await write('mine');
    // (Between the last look and the change.)
    element.addEventListener('vitrine-policy-set', () => elsewhere({ words: ['theirs'] }), { once: true });
    press('Save');
    await until(() => find('.conflict'), 'Nobody is told.');
    expect(now.words).to.deep.equal(['theirs']);
    expect(field().value).to.equal('mine');
  });

  it('is only read where the back end takes no change', async () => {
    await show(false);
    expect(field().readOnly).to.equal(true);
    expect(find<HTMLInputElement>('[name=hold]').disabled).to.equal(true);
    expect(text(find('.foot'))).to.equal('The rules are set elsewhere.');
    await expectAccessible(element);
  });
});
