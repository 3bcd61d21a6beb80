// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { expectAccessible, expectSame, holdTime, unmountAll, until } from '../shared/testing/index.js';
import { chatElement, find, frames, gapBelow, rowsOf, scrollUp, textsOf } from './testing/chat-element.js';
import { anna, chatRoom, type ChatRoom } from './testing/chat-room.js';

describe('the list of vitrine-chat', () => {
  const open: ChatRoom[] = [];
  const room = async (...options: Parameters<typeof chatRoom>): Promise<ChatRoom> => {
    const made = await chatRoom(...options);
    open.push(made);
    return made;
  };

  afterEach(() => {
    unmountAll();
    for (const { room } of open.splice(0)) room.close();
  });

  it('shows what was said before the viewer came, and what is said then', async () => {
    const talk = await room();
    talk.say('Jun', 'how many infusions does it give?');
    const chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 1);
    talk.say('Sofia', 'smells of honey and orchid');
    await until(() => rowsOf(chat).length === 2);
    expect(textsOf(chat)).to.deep.equal(['how many infusions does it give?', 'smells of honey and orchid']);
    expect(rowsOf(chat)[1]?.querySelector('.name')?.textContent).to.equal('Sofia');
  });

  it('takes for the viewer’s own what they wrote, and nothing else that has a client id', async () => {
    const talk = await room();
    talk.say('Jun', 'how many infusions?', { cid: 'c-jun' });
    talk.say('Anna', 'at least five', { author: { id: anna.id, name: 'Anna', role: 'viewer' } });
    const chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 2);
    expect(rowsOf(chat).map((row) => row.part.contains('own'))).to.deep.equal([false, true]);
  });

  for (const [variant, limit] of [
    ['overlay', 25],
    ['panel', 50],
  ] as const) {
    it(`keeps at most ${limit} rows as ${variant}, the newest at the end and in view`, async () => {
      const talk = await room();
      talk.flood(limit * 2);
      const chat = await chatElement(talk, variant);
      await until(() => rowsOf(chat).length > 0);
      expect(rowsOf(chat).length).to.be.at.most(limit);
      let most = 0;
      for (let index = 0; index < 30; index++) {
        talk.say('Jun', `more ${index}`);
        await frames(2);
        most = Math.max(most, rowsOf(chat).length);
      }
      await until(() => textsOf(chat).at(-1) === 'more 29');
      expect(most).to.be.at.most(limit);
      expect(rowsOf(chat).length).to.be.at.least(limit * 0.7);
      await until(() => gapBelow(chat) < 1, 'The newest row is not at the end of the list.');
    });

    it(`has twice as many for who reads further up, as ${variant}, and moves nothing in sight for them`, async () => {
      const talk = await room();
      talk.flood(limit * 3);
      const chat = await chatElement(talk, variant);
      await until(() => rowsOf(chat).length === limit);
      const [eye] = rowsOf(chat).slice(-9);
      const { top = 0 } = eye?.getBoundingClientRect() ?? {};
      const words = textsOf(chat).slice(-9);
      await scrollUp(chat, 120);
      await until(() => rowsOf(chat).length === 2 * limit, 'There are no more of them.');
      expect(textsOf(chat).slice(-9)).to.deep.equal(words);
      expect(eye?.getBoundingClientRect().top).to.be.closeTo(top + 120, 0.5);
      find(chat, '[part=jump]').click();
      await until(() => rowsOf(chat).length <= limit, 'All of them stay.');
      await until(() => gapBelow(chat) < 1, 'The newest row is not at the end of the list.');
    });
  }

  it('brings no words back that were taken away just before the reader scrolls up', async () => {
    const talk = await room();
    talk.flood(50);
    const last = talk.say('Jun', 'to be taken back');
    const chat = await chatElement(talk);
    await until(() => textsOf(chat).at(-1) === 'to be taken back');
    talk.flood(3);
    await until(() => gapBelow(chat) < 1 && rowsOf(chat).length === 50);
    await frames();
    // (In this order before the next frame, which would take the row away.)
    talk.push({ kind: 'retract', target: { kind: 'message', id: last } });
    find(chat, '.list').scrollTop -= 200;
    await until(() => chat.shadowRoot?.querySelector('[part=jump]'));
    expect(textsOf(chat)).not.to.include('to be taken back');
  });

  it('says how much is left out of a flood, while it lasts', async () => {
    const talk = await room();
    talk.flood(3);
    const chat = await chatElement(talk);
    const said = (): string | undefined =>
      chat.shadowRoot?.querySelector('[part=more]')?.parentElement?.textContent?.trim();
    talk.push({ kind: 'skipped', count: 3000 });
    await until(() => said() === '+3,0003,000 more messages', 'Nothing was said.');
    await expectAccessible(chat);
    const time = holdTime();
    // Long after the rows that are there.
    await time.pass(3_600_000);
    talk.push({ kind: 'skipped', count: 412 });
    await until(() => said() === '+3,4123,412 more messages');
    await time.pass(3900);
    expect(said()).to.equal('+3,4123,412 more messages');
    await time.pass(100);
    await until(() => !said(), 'It does not end.');
    talk.push({ kind: 'skipped', count: 1 });
    await until(() => said() === '+11 more message', 'It does not begin anew.');
  });

  it('commits at most eight times a second, however much comes', async () => {
    const talk = await room();
    talk.flood(3);
    const chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 3);
    const time = holdTime();
    // Long after the rows that are there.
    await time.pass(3_600_000);
    let commits = 0;
    const watcher = new MutationObserver(() => commits++);
    watcher.observe(find(chat, '.rows'), { childList: true });
    for (let passed = 0; passed < 1000; passed += 50) {
      talk.say('Jun', 'quick');
      await frames(1);
      await time.pass(50);
    }
    watcher.disconnect();
    expect(commits).to.be.within(2, 9);
  });

  it('shows what people write as text, whatever it looks like', async () => {
    const talk = await room();
    const nasty = [
      '<img src=x onerror="globalThis.stolen = 1">',
      '<script>globalThis.stolen = 1</script>',
      '"><svg onload=globalThis.stolen=1>',
      'javascript:globalThis.stolen=1',
      '${globalThis.stolen = 1}',
      '{{constructor.constructor("stolen=1")()}}',
      'https://example.org/?a=1&b=2',
    ];
    for (const text of nasty)
      talk.say(text, text, { author: { id: text, name: text, role: 'viewer', avatar: 'javascript:stolen=1' } });
    for (const variant of ['panel', 'overlay'] as const) {
      const chat = await chatElement(talk, variant);
      await until(() => rowsOf(chat).length === nasty.length);
      expect(textsOf(chat)).to.deep.equal(nasty);
      expect(
        chat.shadowRoot?.querySelectorAll('.rows :is(script, a, iframe, svg[onload], img[onerror])'),
      ).to.have.length(0);
      for (const row of rowsOf(chat))
        expect(row.querySelector('.name')?.textContent).to.equal(row.querySelector('.text')?.textContent);
    }
    await frames();
    expect(globalThis).not.to.have.property('stolen');
  });

  it('marks who the back end vouches for, by a sign that no name can have, and says so', async () => {
    const talk = await room();
    const brand = { id: 'k', name: 'Kiln & Co.', role: 'viewer' } as const;
    talk.say('Kiln & Co.', 'thrown by hand', { author: { ...brand, isVerified: true } });
    talk.say('Kiln & Co. ✔', 'not us', { author: { ...brand, id: 'x', name: 'Kiln & Co. ✔' } });
    for (const variant of ['panel', 'overlay'] as const) {
      const chat = await chatElement(talk, variant);
      await until(() => rowsOf(chat)[0]?.matches('.verified'), 'There is no mark.');
      const [real, other] = rowsOf(chat);
      const mark = (row: HTMLElement | undefined): string =>
        getComputedStyle(row?.querySelector('.name') as HTMLElement, '::after').content;
      expect([mark(real), mark(other)].map((content) => content.startsWith('"✓"'))).to.deep.equal([true, false]);
      expect(real?.textContent).to.contain('Verified');
      expect(other?.textContent).not.to.contain('Verified');
      await expectAccessible(chat);
      chat.remove();
    }
  });

  it('names the host and the moderator, and tells of orders in the language of the page', async () => {
    const talk = await room();
    talk.say('Lin Yue', 'picked on 4 April', { author: { id: 'h', name: 'Lin Yue', role: 'host' } });
    talk.say('Ida', 'see the size guide', { author: { id: 'i', name: 'Ida', role: 'moderator' } });
    talk.say('Amélie', 'the gaiwan set', { kind: 'order' });
    const chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 3);
    const [host, moderator, order] = rowsOf(chat);
    expect(host?.querySelector('.tag')?.textContent).to.equal('Host');
    expect(host?.part.contains('host')).to.equal(true);
    expect(moderator?.querySelector('.tag')?.textContent).to.equal('Moderator');
    expect(order?.textContent?.trim()).to.equal('Amélie ordered the gaiwan set');
    expect([...(order?.querySelectorAll('bdi') ?? [])].map((word) => word.textContent)).to.deep.equal([
      'Amélie',
      'the gaiwan set',
    ]);
    expect(order?.querySelectorAll('svg')).to.have.length(1);
    talk.say('Hana', 'the cup', {
      kind: 'order',
      others: [{ id: 'j', author: { id: 'j', name: 'Jun', role: 'viewer' }, text: 'the cup', sentAt: 0 }],
    });
    await until(() => rowsOf(chat).length === 4);
    expect(rowsOf(chat)[3]?.textContent?.trim()).to.equal('Hana and 1 other ordered the cup');
  });

  it('tells the time as the language of the page has it, in rows that are there, too', async () => {
    const talk = await room();
    talk.say('Jun', 'hello');
    const chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 1);
    const time = (): string => find(chat, '.time').textContent.trim();
    const { documentElement: page } = document;
    try {
      page.lang = 'en-US';
      await until(() => /[AP]M/.test(time()));
      page.lang = 'en-GB';
      await until(() => /^\d\d:\d\d$/.test(time()));
    } finally {
      page.removeAttribute('lang');
    }
  });

  it('draws a picture where there is one, else the first letter of the name', async () => {
    const talk = await room();
    const picture = 'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E';
    talk.say('Yuki', 'hello', { author: { id: 'y', name: 'Yuki', role: 'viewer', avatar: picture } });
    talk.say('éclair', 'hello');
    talk.say('👩‍👩‍👧 family', 'hello');
    const chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 3);
    const avatars = rowsOf(chat).map((row) => row.querySelector('.avatar'));
    expect(avatars[0]?.querySelector('img')?.getAttribute('src')).to.equal(picture);
    expect(avatars.slice(1).map((avatar) => avatar?.textContent?.trim())).to.deep.equal(['É', '👩‍👩‍👧']);
  });

  it('draws the first letter of the name where the picture cannot be had', async () => {
    const talk = await room();
    const pictures = ['data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E', 'data:image/png,none'];
    for (const [index, avatar] of pictures.entries())
      talk.say('Yuki', `hello ${index}`, { author: { id: `y${index}`, name: 'Yuki', role: 'viewer', avatar } });
    const chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 2);
    const seen = (selector: string): string[] =>
      rowsOf(chat).map((row) => getComputedStyle(row.querySelector(`.avatar ${selector}`) as Element).visibility);
    await until(() => seen('img').includes('hidden'), 'The browser draws a broken picture.');
    expect(seen('img')).to.deep.equal(['visible', 'hidden']);
    expect(seen('span')).to.deep.equal(['hidden', 'visible']);
  });

  it('shows the face of the host that the room knows, where the chat tells none', async () => {
    const picture = (colour: string): string =>
      `data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20fill='${colour}'/%3E`;
    const host = { name: 'Lin Yue', avatar: picture('red') };
    const info = { phase: 'live', title: 'Tea', host, sources: [] } as const;
    const talk = await room({ ports: { stream: { subscribe: (sink) => sink.next([info]) } } });
    talk.say('Lin Yue', 'yes', { author: { id: 'h', name: 'Lin Yue', role: 'host' } });
    talk.say('Mei', 'no', { author: { id: 'm', name: 'Mei', role: 'host', avatar: picture('blue') } });
    talk.say('Jun', 'which?');
    const chat = await chatElement(talk);
    const faces = (): (string | null)[] =>
      rowsOf(chat).map((row) => row.querySelector('.avatar img')?.getAttribute('src') ?? null);
    await until(() => faces().filter(Boolean).length === 2);
    expect(faces()).to.deep.equal([picture('red'), picture('blue'), null]);
    const [ground, page] = [find(chat, '.by-host .avatar'), find(chat, '.by-host')].map(
      (part) => getComputedStyle(part).backgroundColor,
    );
    expect(ground).not.to.equal(page);
  });

  it('tells two rows of the host apart', async () => {
    const talk = await room();
    const author = { id: 'h', name: 'Lin Yue', role: 'host' } as const;
    talk.say('Lin Yue', 'one', { author });
    talk.say('Lin Yue', 'two', { author });
    const chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 2);
    const { borderBlockEndWidth, borderBlockEndColor, backgroundColor } = getComputedStyle(rowsOf(chat)[0] as Element);
    expect(parseFloat(borderBlockEndWidth)).to.be.at.least(1);
    expect(borderBlockEndColor).not.to.equal(backgroundColor);
  });

  it('says which message a row answers, and marks what answers the viewer', async () => {
    const talk = await room();
    const mine = talk.say('Anna', 'is it from 2026?', { author: { id: 'anna', name: 'Anna', role: 'viewer' } });
    talk.say('Jun', 'yes', { replyTo: { id: mine, name: 'Anna' } });
    talk.say('Jun', '@Anna see above');
    talk.say('Jun', 'anyone else?');
    const chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 4);
    expect(rowsOf(chat)[1]?.querySelector('.context')?.textContent?.trim()).to.equal('Reply to Anna');
    expect(rowsOf(chat).map((row) => row.classList.contains('for-viewer'))).to.deep.equal([false, true, true, false]);
  });

  describe('while the reader reads on above', () => {
    it('moves nothing by a pixel, counts what is new, and comes back by the chip', async () => {
      const talk = await room();
      talk.flood(120);
      const chat = await chatElement(talk);
      await until(() => rowsOf(chat).length === 50);
      await scrollUp(chat, 300);
      await until(() => rowsOf(chat).length === 100);
      const changes: MutationRecord[] = [];
      const watcher = new MutationObserver((records) => changes.push(...records));
      watcher.observe(find(chat, '.list'), { childList: true, subtree: true, characterData: true, attributes: true });
      const before = rowsOf(chat).map((row) => row.getBoundingClientRect().top);
      const keys = textsOf(chat);
      for (let index = 0; index < 40; index++) {
        talk.say('Jun', `new ${index}`);
        await frames(1);
      }
      await until(() => find(chat, '[part=jump]').textContent?.trim() === '40 new');
      expect(changes).to.deep.equal([]);
      expect(textsOf(chat)).to.deep.equal(keys);
      expect(rowsOf(chat).map((row) => row.getBoundingClientRect().top)).to.deep.equal(before);
      watcher.disconnect();

      find(chat, '[part=jump]').click();
      await until(() => textsOf(chat).at(-1) === 'new 39');
      expectSame(chat.shadowRoot?.querySelector('[part=jump]'), null);
      await until(() => gapBelow(chat) < 1, 'The newest row is not at the end of the list.');
    });

    it('goes on by itself when the reader scrolls down to the end', async () => {
      const talk = await room();
      talk.flood(60);
      const chat = await chatElement(talk);
      await until(() => rowsOf(chat).length === 50);
      await scrollUp(chat, 200);
      talk.say('Jun', 'meanwhile');
      find(chat, '.list').scrollTop = 0;
      await until(() => textsOf(chat).at(-1) === 'meanwhile');
      expectSame(chat.shadowRoot?.querySelector('[part=jump]'), null);
    });

    it('takes a removed message away at once, but not its place', async () => {
      const talk = await room();
      talk.flood(30);
      const secret = talk.say('Mallory', 'the secret address');
      talk.flood(10);
      const chat = await chatElement(talk);
      await until(() => rowsOf(chat).length === 41);
      await scrollUp(chat, 300);
      const before = rowsOf(chat).map((row) => row.getBoundingClientRect().top);
      talk.push({ kind: 'retract', target: { kind: 'message', id: secret } });
      await until(() => !find(chat, '.rows').textContent?.includes('the secret address'));
      expect(textsOf(chat)[30]).to.equal('Message removed');
      expect(rowsOf(chat).map((row) => row.getBoundingClientRect().top)).to.deep.equal(before);
      find(chat, '[part=jump]').click();
      await until(() => rowsOf(chat).length === 40);
    });

    it('does not stop following because rows are tall or the box shrinks', async () => {
      const talk = await room();
      talk.flood(40);
      const chat = await chatElement(talk);
      await until(() => rowsOf(chat).length === 40);
      for (let index = 0; index < 4; index++) talk.say('Jun', 'long '.repeat(80));
      await until(() => rowsOf(chat).length === 44);
      chat.parentElement?.style.setProperty('block-size', '300px');
      await frames();
      talk.say('Jun', 'the last');
      await until(() => textsOf(chat).at(-1) === 'the last');
      expect(find(chat, '.list').scrollTop).to.be.closeTo(0, 1);
      expectSame(chat.shadowRoot?.querySelector('[part=jump]'), null);
    });

    it('covers no words of the newest row by the chip', async () => {
      const talk = await room();
      talk.flood(30);
      const chat = await chatElement(talk);
      await until(() => rowsOf(chat).length === 30);
      rowsOf(chat).at(-2)?.click();
      await until(() => chat.shadowRoot?.querySelector('.actions'));
      talk.say('Jun', 'meanwhile');
      await until(() => chat.shadowRoot?.querySelector('[part=jump]'));
      const words = rowsOf(chat).at(-1)?.querySelector('.text')?.getBoundingClientRect();
      expect(find(chat, '[part=jump]').getBoundingClientRect().top).to.be.at.least(words?.bottom ?? Infinity);
    });

    it('offers the chip as a target of 44 px', async () => {
      const talk = await room();
      talk.flood(60);
      const chat = await chatElement(talk, 'overlay');
      await until(() => rowsOf(chat).length === 25);
      await scrollUp(chat, 200);
      const chip = find(chat, '[part=jump]');
      const { insetBlockStart, insetBlockEnd } = getComputedStyle(chip, '::after');
      const height = chip.offsetHeight - parseFloat(insetBlockStart) - parseFloat(insetBlockEnd);
      expect(height).to.be.at.least(44);
    });
  });

  it('is at the newest row again when it is shown after having been hidden', async () => {
    const talk = await room();
    talk.flood(60);
    const chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 50);
    chat.hidden = true;
    talk.flood(20);
    await until(() => textsOf(chat).at(-1) === 'message 19');
    chat.hidden = false;
    await frames();
    await until(() => gapBelow(chat) < 1, 'The newest row is not at the end of the list.');
  });

  it('never fades the newest row, however long it is', async () => {
    const talk = await room();
    talk.say('Jun', 'word '.repeat(80));
    const chat = await chatElement(talk, 'overlay');
    await until(() => rowsOf(chat).length === 1);
    const height = rowsOf(chat)[0]?.offsetHeight ?? 0;
    await until(() => find(chat, '.list').style.getPropertyValue('--_newest') === `${height}px`);
    const { maskSize, webkitMaskSize } = getComputedStyle(find(chat, '.list'));
    expect(maskSize || webkitMaskSize).to.include(`100% ${height}px`);
  });

  it('causes no layout shift while messages come and old ones go', async () => {
    const talk = await room();
    talk.flood(80);
    const chat = await chatElement(talk, 'overlay');
    await until(() => rowsOf(chat).length === 25);
    await frames(30);
    let shift = 0;
    // (Other engines than Chromium do not tell.)
    const watcher = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
    });
    watcher.observe({ type: 'layout-shift' });
    for (let index = 0; index < 30; index++) {
      talk.say('Jun', `more ${index}`);
      await frames(4);
    }
    await until(() => textsOf(chat).at(-1) === 'more 29');
    await frames(4);
    watcher.disconnect();
    expect(shift).to.equal(0);
  });

  for (const variant of ['panel', 'overlay'] as const) {
    it(`causes no layout shift by its first rows as ${variant}`, async () => {
      const talk = await room({ isSilent: true });
      const chat = await chatElement(talk, variant);
      await until(() => chat.shadowRoot?.querySelector('.skeleton'));
      await frames(30);
      let shift = 0;
      // (Other engines than Chromium do not tell.)
      const watcher = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
      });
      watcher.observe({ type: 'layout-shift' });
      for (let index = 0; index < 20; index++) {
        talk.say('Jun', `row ${index}`);
        await until(() => rowsOf(chat).length === index + 1);
        await until(() => gapBelow(chat) < 1, 'The newest row is not at the end of the list.');
      }
      await frames(4);
      watcher.disconnect();
      expect(shift).to.equal(0);
    });
  }
});
