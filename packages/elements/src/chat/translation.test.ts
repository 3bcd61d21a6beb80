// SPDX-License-Identifier: MIT
import { VitrineError, type ChatMessage } from '@vitrine/core';
import type { TranslatePort, Translation } from '@vitrine/core/translate';
import { expect } from 'chai';
import { registerLanguage } from '../shared/localize.js';
import { expectAccessible, expectSame, holdTime, unmountAll, until } from '../shared/testing/index.js';
import type { VitrineChat } from './chat.js';
import arabic from './rows/row-menu.strings.ar.js';
import { chatElement, find, frames, gapBelow, press, rowsOf, scrollUp, textsOf } from './testing/chat-element.js';
import { anna, chatRoom, type ChatRoom } from './testing/chat-room.js';

interface Asked {
  readonly id: string;
  readonly text: string;
  readonly to: string;
  readonly signal: AbortSignal;
  answer(translation: Translation): void;
  fail(thrown: unknown): void;
}

/** Somebody who translates when the test says so. */
function translator(): { readonly asked: Asked[]; readonly port: TranslatePort } {
  const asked: Asked[] = [];
  return {
    asked,
    port: {
      message: (message, options) =>
        new Promise((answer, fail) => void asked.push({ ...message, ...options, answer, fail })),
    },
  };
}

describe('a translation in vitrine-chat', () => {
  let talk: ChatRoom;
  let chat: VitrineChat;
  let asked: Asked[];

  /** @param many how many messages are there already, in place of the two */
  const open = async (variant: 'panel' | 'overlay' = 'panel', many = 0): Promise<void> => {
    const { asked: all, port } = translator();
    asked = all;
    talk = await chatRoom({ ports: { translate: port } });
    if (many > 0) talk.flood(many);
    else {
      talk.say('Jun', 'hello');
      talk.say('Nok', 'สีสวยมาก');
    }
    chat = await chatElement(talk, variant);
    chat.parentElement?.setAttribute('lang', 'en');
    await until(() => rowsOf(chat).length === Math.min(many || 2, variant === 'panel' ? 50 : 25));
  };
  const row = (index: number): HTMLElement => rowsOf(chat)[index] as HTMLElement;
  /** By the pointer: a click without a press says that it came by a key. */
  const point = (target: Element | null | undefined): void =>
    void target?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
  const offers = async (index: number): Promise<string[]> => {
    point(row(index));
    await until(() => row(index).querySelector('.actions'), 'The row never opened.');
    return [...row(index).querySelectorAll('.actions button')].map(({ textContent }) => textContent);
  };
  const line = (index: number): string | undefined =>
    row(index).querySelector('.translation')?.textContent.replace(/\s+/g, ' ').trim();
  const said = (index: number): HTMLElement => row(index).querySelector<HTMLElement>('.text') as HTMLElement;
  const turn = (index: number): HTMLElement => row(index).querySelector<HTMLElement>('.turn') as HTMLElement;
  const spoken = (): string => find(chat, '[role=status][aria-live=polite]').textContent;
  /** Has a row translated, until it says that it is on its way. */
  const ask = async (index: number): Promise<Asked> => {
    const before = asked.length;
    await offers(index);
    point(row(index).querySelector('[data-do=translate]'));
    await until(() => asked.length > before && line(index) === 'Translating…', 'Nobody was asked.');
    return asked[before] as Asked;
  };
  const translate = async (index: number, translation: Translation): Promise<void> => {
    (await ask(index)).answer(translation);
    await until(() => line(index) !== 'Translating…', 'The translation never came.');
  };
  const active = (): Element | null => chat.shadowRoot?.activeElement ?? null;

  afterEach(() => {
    unmountAll();
    talk.room.close();
    localStorage.clear();
  });

  it('is offered for the words of others alone, and for no sticker', async () => {
    await open();
    talk.say('Anna', 'my own', { author: { id: anna.id, name: 'Anna', role: 'viewer' } });
    talk.say('Sofia', '❤️ 100 !!');
    talk.say('Hana', 'Love it', { sticker: { id: 'love', label: 'Love it' } });
    await until(() => rowsOf(chat).length === 5);
    expect(await offers(1)).to.deep.equal(['Reply', 'Mention', 'Translate', 'Mute Nok']);
    expect(await offers(2)).to.deep.equal(['Reply']);
    expect(await offers(3)).not.to.include('Translate');
    expect(await offers(4), 'a sticker').not.to.include('Translate');
  });

  it('is not offered where nobody translates', async () => {
    talk = await chatRoom();
    talk.say('Nok', 'สีสวยมาก');
    chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 1);
    expect(await offers(0)).to.deep.equal(['Reply', 'Mention', 'Mute Nok']);
  });

  it('takes the place of the words, says from which language, and gives way to the original', async () => {
    await open();
    const { id, text, to, answer } = await ask(1);
    expect([id, text, to]).to.deep.equal(['m2', 'สีสวยมาก', 'en']);
    expect(textsOf(chat)).to.deep.equal(['hello', 'สีสวยมาก']);
    await expectAccessible(chat);
    answer({ text: 'what a colour', from: 'th' });
    await until(() => textsOf(chat)[1] === 'what a colour');
    expect(line(1)).to.equal('Translated from Thai · Show original');
    expect([said(1).lang, said(1).dir]).to.deep.equal(['en', 'auto']);
    await expectAccessible(chat);
    point(turn(1));
    await until(() => textsOf(chat)[1] === 'สีสวยมาก');
    expect(line(1)).to.equal('Show translation');
    expect([said(1).lang, said(1).dir]).to.deep.equal(['th', 'auto']);
    point(turn(1));
    await until(() => textsOf(chat)[1] === 'what a colour');
    expect(asked).to.have.length(1);
    expect(await offers(1)).not.to.include('Translate');
  });

  it('is read out once, politely', async () => {
    await open();
    const heard: string[] = [];
    const observer = new MutationObserver(() => heard.push(spoken()));
    observer.observe(find(chat, '[role=status][aria-live=polite]'), {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await translate(1, { text: 'what a colour', from: 'th' });
    await until(() => heard.length > 0);
    point(turn(1));
    await until(() => line(1) === 'Show translation');
    point(turn(1));
    await until(() => line(1) !== 'Show translation');
    expect(heard).to.deep.equal(['what a colour']);
    observer.disconnect();
  });

  it('says no more than it knows', async () => {
    await open();
    await translate(1, { text: 'what a colour' });
    expect(line(1)).to.equal('Translated · Show original');
    await translate(0, { text: 'hello', from: 'en' });
    expect(line(0)).to.equal('Already in your language.');
    expectSame(turn(0), null);
  });

  it('says that it failed, and is tried again', async () => {
    await open();
    (await ask(1)).fail(new VitrineError('RATE_LIMITED', 'Later.'));
    await until(() => line(1) === 'Could not be translated. Try again');
    expect(textsOf(chat)[1]).to.equal('สีสวยมาก');
    await until(() => spoken() === 'Could not be translated.');
    await expectAccessible(chat);
    point(turn(1));
    await until(() => line(1) === 'Translating…');
    asked[1]?.answer({ text: 'what a colour', from: 'th' });
    await until(() => line(1) === 'Translated from Thai · Show original');
    expect(asked).to.have.length(2);
  });

  it('fails where the translator throws at once', async () => {
    const port: TranslatePort = {
      message: () => {
        throw new TypeError('no');
      },
    };
    talk = await chatRoom({ ports: { translate: port } });
    talk.say('Nok', 'สีสวยมาก');
    chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 1);
    await offers(0);
    point(row(0).querySelector('[data-do=translate]'));
    await until(() => line(0) === 'Could not be translated. Try again');
  });

  it('does not wait for ever', async () => {
    await open();
    await offers(1);
    const time = holdTime();
    point(row(1).querySelector('[data-do=translate]'));
    await until(() => line(1) === 'Translating…');
    await time.passUntil(() => line(1) === 'Could not be translated. Try again', 'It still waits.');
    expect((asked[0]?.signal.reason as VitrineError).code).to.equal('TIMEOUT');
  });

  it('is asked for once, however often the button is pressed', async () => {
    await open();
    await offers(1);
    const button = row(1).querySelector('[data-do=translate]');
    point(button);
    point(button);
    await until(() => line(1) === 'Translating…');
    await frames();
    expect(asked).to.have.length(1);
  });

  it('is asked for again in another language, and kept in each', async () => {
    await open();
    await translate(1, { text: 'what a colour', from: 'th' });
    chat.parentElement?.setAttribute('lang', 'fr');
    chat.requestUpdate();
    await until(() => textsOf(chat)[1] === 'สีสวยมาก');
    const { to, answer } = await ask(1);
    expect(to).to.equal('fr');
    answer({ text: 'quelle couleur', from: 'th' });
    await until(() => textsOf(chat)[1] === 'quelle couleur');
    expect(line(1)).to.equal('Translated from thaï · Show original');
    chat.parentElement?.setAttribute('lang', 'en');
    chat.requestUpdate();
    await until(() => textsOf(chat)[1] === 'what a colour');
    expect(asked).to.have.length(2);
  });

  it('leaves it to a page that takes it over', async () => {
    await open();
    let taken: unknown;
    chat.addEventListener('vitrine-chat-translate', (event) => {
      event.preventDefault();
      taken = (event as CustomEvent).detail;
    });
    await offers(1);
    point(row(1).querySelector('[data-do=translate]'));
    await until(() => taken);
    await until(() => line(1) === undefined);
    const { message, to } = taken as { readonly message: ChatMessage; readonly to: string };
    expect([message.id, to]).to.deep.equal(['m2', 'en']);
    expect(asked).to.have.length(0);
    expect(await offers(1)).to.include('Translate');
  });

  it('goes with a message that is retracted, and is not asked for any more', async () => {
    await open('panel', 32);
    await translate(1, { text: 'what a colour', from: 'th' });
    const late = await ask(0);
    await scrollUp(chat, 200);
    talk.push({ kind: 'retract', target: { kind: 'all' } });
    await until(() => textsOf(chat)[1] === 'Message removed');
    expect(late.signal.aborted).to.equal(true);
    late.answer({ text: 'too late' });
    await frames();
    expect(textsOf(chat).slice(0, 2)).to.deep.equal(['Message removed', 'Message removed']);
    expect(chat.shadowRoot?.querySelector('.translation')).to.equal(null);
    expect(spoken()).to.equal('what a colour');
  });

  it('is not heard of when the row is gone by then', async () => {
    await open('panel', 50);
    const { answer } = await ask(1);
    // More than are kept: those that came first go.
    for (const text of ['one', 'two', 'three']) talk.say('Jun', text);
    await until(() => textsOf(chat).at(-1) === 'three' && !textsOf(chat).includes('message 1'));
    answer({ text: 'what a colour' });
    await frames();
    expect(spoken()).to.equal('');
    expect(chat.shadowRoot?.querySelector('.translation')).to.equal(null);
  });

  it('is reached and turned by the keyboard, with the focus where it was', async () => {
    await open();
    find(chat, '.list').focus();
    press(find(chat, '.list'), 'ArrowUp');
    press(active() ?? chat, 'Enter');
    await until(() => row(1).querySelector('[data-do=translate]'));
    const button = row(1).querySelector<HTMLElement>('[data-do=translate]');
    button?.focus();
    button?.click();
    await until(() => line(1) === 'Translating…');
    expectSame(active(), row(1));
    asked[0]?.answer({ text: 'what a colour', from: 'th' });
    await until(() => turn(1));
    const original = turn(1);
    original.focus();
    for (const text of ['สีสวยมาก', 'what a colour']) {
      original.click();
      await until(() => textsOf(chat)[1] === text);
      expectSame(active(), original);
    }
  });

  const long = Array.from({ length: 30 }, () => 'a long translation').join(' ');
  const topOf = (index: number): number => row(index).getBoundingClientRect().top;
  /** A row in the middle of what is seen. */
  const seen = (): number => {
    const { top, bottom } = find(chat, '.list').getBoundingClientRect();
    return rowsOf(chat).findIndex((one) => one.getBoundingClientRect().bottom > (top + bottom) / 2);
  };

  for (const variant of ['panel', 'overlay'] as const) {
    it(`moves nothing that is above it for a reader who has scrolled up, as ${variant}`, async () => {
      await open(variant, 32);
      await scrollUp(chat, 300);
      const index = seen();
      await offers(index);
      let before = [topOf(index), topOf(index - 1)];
      point(row(index).querySelector('[data-do=translate]'));
      await until(() => line(index) === 'Translating…');
      const stays = (): void => {
        for (const [at, top] of before.entries()) expect(topOf(index - at)).to.be.closeTo(top, 0.5);
      };
      // (Over video the open row was brought into view whole, and goes back to its place.)
      if (variant === 'panel') stays();
      else before = [topOf(index), topOf(index - 1)];
      const answer = asked[0]?.answer ?? (() => undefined);
      answer({ text: long, from: 'th' });
      await until(() => textsOf(chat)[index] === long);
      expect(row(index).offsetHeight).to.be.above(100);
      stays();
      point(turn(index));
      await until(() => textsOf(chat)[index] !== long);
      stays();
    });
  }

  it('moves nothing when it comes to a row that is out of sight by then, below or above', async () => {
    await open('panel', 32);
    await scrollUp(chat, 100);
    const below = seen();
    const { answer: first } = await ask(below);
    find(chat, '.list').scrollTop -= 800;
    await frames(2);
    const above = rowsOf(chat).findIndex((one) => one.getBoundingClientRect().top > 0);
    let index = seen();
    let top = topOf(index);
    first({ text: long });
    await until(() => textsOf(chat)[below] === long);
    expect(topOf(index)).to.be.closeTo(top, 0.5);
    const { answer: second } = await ask(above);
    find(chat, '.list').scrollTop += 800;
    await frames(2);
    index = seen();
    top = topOf(index);
    second({ text: long });
    await until(() => textsOf(chat)[above] === long);
    expect(topOf(index)).to.be.closeTo(top, 0.5);
  });

  it('leaves a reader at the newest who is there', async () => {
    await open('panel', 32);
    (await ask(31)).answer({ text: long });
    await until(() => textsOf(chat)[31] === long);
    await frames();
    expect(gapBelow(chat)).to.be.below(1);
    talk.say('Jun', 'the next');
    await until(() => textsOf(chat).at(-1) === 'the next');
    await until(() => gapBelow(chat) < 1);
  });

  it('has targets of 24 px and more, over video too', async () => {
    await open('overlay');
    await translate(1, { text: 'what a colour', from: 'th' });
    const { width, height } = turn(1).getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
    await expectAccessible(chat);
  });

  it('speaks the language of the page, from right to left, and in the dark', async () => {
    await open();
    registerLanguage('ar', async () => ({ default: { chat: {}, desk: {}, 'row-menu': arabic } }));
    chat.parentElement?.setAttribute('lang', 'ar');
    chat.parentElement?.setAttribute('dir', 'rtl');
    chat.parentElement?.style.setProperty('--vitrine-color-scheme', 'dark');
    chat.requestUpdate();
    await offers(1);
    await until(() => row(1).querySelector('[data-do=translate]')?.textContent === 'ترجمة');
    point(row(1).querySelector('[data-do=translate]'));
    await until(() => asked.length === 1);
    expect(asked[0]?.to).to.equal('ar');
    asked[0]?.answer({ text: 'يا له من لون', from: 'th' });
    await until(() => textsOf(chat)[1] === 'يا له من لون');
    expect(line(1)).to.equal('مترجم من التايلاندية · عرض الأصل');
    expect([said(1).lang, getComputedStyle(said(1)).direction]).to.deep.equal(['ar', 'rtl']);
    const [start, end] = [said(1), turn(1)].map((one) => one.getBoundingClientRect());
    expect(end?.right).to.be.at.most(start?.right ?? 0);
    await expectAccessible(chat);
  });
});
