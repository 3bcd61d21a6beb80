// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { money, VitrineError } from '../../model/index.js';
import type { Room } from '../../room/index.js';
import { testRoom, until } from '../../testing/index.js';
import type { Cart, CartCommand, CartIssue, CartPort, CartResult } from './cart.port.js';

/** A small shop: every variant costs 10.00, stock by variant, answers the same command id the same. */
interface Shop {
  readonly commands: { command: CartCommand; commandId: string }[];
  unit: number;
  before(): Promise<void>;
  after(): Promise<void>;
  cart(): Cart;
  readonly port: CartPort;
}

function shop(stock: Record<string, number> = {}): Shop {
  let revision = 0;
  const quantities = new Map<string, number>();
  const answers = new Map<string, CartResult>();
  const made: Shop = {
    commands: [],
    unit: 1000,
    before: async () => undefined,
    after: async () => undefined,
    cart() {
      const lines = [...quantities].map(([variantId, quantity]) => ({
        id: variantId,
        variantId,
        productId: 'p',
        quantity,
        unit: money(made.unit, 'EUR'),
        total: money(made.unit * quantity, 'EUR'),
        title: variantId,
      }));
      const total = money(
        lines.reduce((sum, line) => sum + line.total.minor, 0),
        'EUR',
      );
      return { id: 'c1', revision, currency: 'EUR', lines, totals: { items: total, total }, coupons: [] };
    },
    port: {
      load: async () => made.cart(),
      apply: async (command, { commandId }) => {
        made.commands.push({ command, commandId });
        await made.before();
        let result = answers.get(commandId);
        if (!result && command.kind === 'set') {
          const { variantId } = command.item;
          const available = stock[variantId] ?? 99;
          const quantity = Math.min(command.quantity, available);
          revision++;
          if (quantity > 0) quantities.set(variantId, quantity);
          else quantities.delete(variantId);
          const issues: CartIssue[] =
            quantity < command.quantity
              ? [
                  {
                    code: 'INSUFFICIENT_STOCK',
                    lineId: variantId,
                    severity: 'warn',
                    available,
                    requested: command.quantity,
                  },
                ]
              : [];
          result = { cart: made.cart(), issues };
          answers.set(commandId, result);
        }
        await made.after();
        return result ?? { cart: made.cart(), issues: [] };
      },
    },
  };
  return made;
}

async function open(port: CartPort, id?: string): Promise<Room> {
  const room = await testRoom({ cart: port }, id ? { id } : {});
  await until(() => room.store.state.cart.status === 'ready');
  return room;
}

describe('the cart feature', () => {
  it('tells the shop absolute quantities, so that two taps of "add" are two', async () => {
    const { port, commands } = shop();
    const room = await open(port);
    await Promise.all([room.request('cart:add', { variantId: 'a' }), room.request('cart:add', { variantId: 'a' })]);
    await room.request('cart:add', { variantId: 'a' });
    expect(room.store.state.cart.cart?.lines[0]?.quantity).to.equal(3);
    expect(commands.at(-1)?.command).to.deep.equal({ kind: 'set', item: { variantId: 'a' }, quantity: 3 });
    room.close();
  });

  it('sends one command at a time, and makes one of quick changes to a line', async () => {
    const { port, commands, ...made } = shop();
    let running = 0;
    let most = 0;
    const apply = port.apply.bind(port);
    const room = await open({
      ...port,
      apply: async (...given) => {
        most = Math.max(most, ++running);
        const result = await apply(...given);
        running--;
        return result;
      },
    });
    await Promise.all(
      [1, 2, 3, 4, 5]
        .map((quantity) => room.request('cart:set', { variantId: 'a', quantity }))
        .concat(room.request('cart:set', { variantId: 'b', quantity: 1 })),
    );
    expect(most).to.equal(1);
    expect(commands.length).to.be.lessThan(5);
    expect(made.cart().lines.map(({ variantId, quantity }) => [variantId, quantity])).to.deep.equal([
      ['a', 5],
      ['b', 1],
    ]);
    room.close();
  });

  it('shows what is wanted at once, and what the shop allows when it has answered', async () => {
    const made = shop({ a: 2 });
    const room = await open(made.port);
    const answer = room.request('cart:set', { variantId: 'a', quantity: 3 });
    expect(room.store.state.cart.wanted).to.deep.equal({ a: 3 });
    expect(room.store.state.cart.count).to.equal(3);
    const { issues } = await answer;
    expect(issues[0]).to.include({ code: 'INSUFFICIENT_STOCK', available: 2, requested: 3 });
    expect(room.store.state.cart).to.deep.include({ wanted: {}, count: 2 });
    expect(room.store.state.cart.issues).to.deep.equal(issues);
    await room.request('cart:acknowledge', { issue: issues[0]! });
    expect(room.store.state.cart.issues).to.have.lengthOf(0);
    room.close();
  });

  it('rolls back what was refused, and says why', async () => {
    const made = shop();
    const room = await open({
      ...made.port,
      apply: async () => {
        throw new VitrineError('VARIANT_INVALID', 'no');
      },
    });
    const error = await room.request('cart:add', { variantId: 'x' }).catch((thrown: unknown) => thrown as VitrineError);
    expect(error).to.have.property('code', 'VARIANT_INVALID');
    expect(room.store.state.cart).to.deep.include({ wanted: {}, count: 0 });
    expect(room.store.state.cart.error?.code).to.equal('VARIANT_INVALID');
    room.close();
  });

  it('does not add twice when the answer was lost after the shop had applied it', async () => {
    const made = shop();
    let lost = 1;
    made.after = async () => {
      if (lost-- > 0) throw new VitrineError('NETWORK', 'cut', { outcome: 'unknown' });
    };
    const room = await open(made.port);
    await room.request('cart:add', { variantId: 'a' });
    expect(room.store.state.cart.cart?.lines[0]?.quantity).to.equal(1);
    expect(room.store.state.cart.isOffline).to.equal(false);
    expect(new Set(made.commands.map(({ commandId }) => commandId)).size).to.equal(1);
    room.close();
  });

  it('keeps a command that could not be sent over a reload', async () => {
    const id = `cart-reload-${Math.random()}`;
    const made = shop();
    let isDown = true;
    made.before = async () => {
      if (isDown) throw new VitrineError('OFFLINE', 'down');
    };
    const first = await open(made.port, id);
    first.request('cart:add', { variantId: 'a' }).catch(() => undefined);
    await until(() => first.store.state.cart.isOffline);
    first.close();
    isDown = false;
    const second = await open(made.port, id);
    await until(() => second.store.state.cart.cart?.lines.length === 1);
    expect(new Set(made.commands.map(({ commandId }) => commandId)).size).to.equal(1);
    second.close();
  });

  it('notices a price that changed behind the viewer, and stops the checkout when it rose', async () => {
    const made = shop();
    const room = await open(made.port);
    made.unit = 1200;
    await room.request('cart:add', { variantId: 'a', expectedUnit: money(1000, 'EUR') });
    expect(room.store.state.cart.issues[0]).to.deep.include({
      code: 'PRICE_CHANGED',
      severity: 'block',
      before: money(1000, 'EUR'),
      after: money(1200, 'EUR'),
    });
    made.unit = 800;
    await room.request('cart:set', { variantId: 'a', quantity: 2, expectedUnit: money(1000, 'EUR') });
    expect(room.store.state.cart.issues[0]).to.include({ code: 'PRICE_CHANGED', severity: 'info' });
    room.close();
  });

  it('rebuilds a cart the shop forgot', async () => {
    const made = shop();
    const room = await open(made.port);
    await room.request('cart:set', { variantId: 'a', quantity: 2 });
    const forgotten = shop();
    let told = false;
    const port: { apply: CartPort['apply'] } = made.port;
    port.apply = async (command, options) => {
      if (!told) {
        told = true;
        throw new VitrineError('CART_EXPIRED', 'gone');
      }
      return await forgotten.port.apply(command, options);
    };
    await room.request('cart:set', { variantId: 'b', quantity: 1 });
    expect(forgotten.cart().lines.map(({ variantId, quantity }) => [variantId, quantity])).to.deep.equal([
      ['a', 2],
      ['b', 1],
    ]);
    room.close();
  });

  it('keeps a line whose picture may not be shown, without the picture', async () => {
    const { port, cart } = shop();
    const pictured = (image: string): Cart => {
      const { lines, ...rest } = cart();
      return { ...rest, lines: lines.map((line) => ({ ...line, image })) };
    };
    let image = 'javascript:alert(1)';
    const room = await open({
      ...port,
      apply: async (...given) => (await port.apply(...given), { cart: pictured(image), issues: [] }),
    });
    await room.request('cart:add', { variantId: 'a' });
    expect(room.store.state.cart.cart?.lines).to.have.length(1);
    expect(room.store.state.cart.cart?.lines[0]).not.to.have.property('image');
    image = 'https://shop.example/a.svg';
    await room.request('cart:add', { variantId: 'a' });
    expect(room.store.state.cart.cart?.lines[0]?.image).to.equal(image);
    room.close();
  });

  it('refuses a quantity that is none', async () => {
    const room = await open(shop().port);
    for (const quantity of [-1, 1.5, Number.NaN, 1e9]) {
      const error = await room
        .request('cart:set', { variantId: 'a', quantity })
        .catch((thrown: unknown) => thrown as VitrineError);
      expect(error).to.include({ code: 'BAD_INPUT', field: 'quantity' });
    }
    room.close();
  });

  it('follows the cart of another tab', async () => {
    const id = `cart-tabs-${Math.random()}`;
    const made = shop();
    const [here, there] = [await open(made.port, id), await open(made.port, id)];
    await here.request('cart:set', { variantId: 'a', quantity: 2 });
    await until(() => there.store.state.cart.count === 2);
    here.close();
    there.close();
  });

  it('says that a room without a cart port has no cart', async () => {
    const room = await testRoom({});
    expect(room.store.state.cart.status).to.equal('absent');
    const error = await room.request('cart:add', { variantId: 'a' }).catch((thrown: unknown) => thrown as VitrineError);
    expect(error).to.have.property('code', 'NO_PORT');
    room.close();
  });

  it('counts variants of any name', async () => {
    const made = shop(Object.create(null) as Record<string, number>);
    const room = await open(made.port);
    const names = ['constructor', 'toString', '__proto__'];
    for (const variantId of names) await room.request('cart:add', { variantId });
    await until(() => room.store.state.cart.cart?.lines.length === names.length);
    expect(made.commands.map(({ command }) => command.kind === 'set' && command.quantity)).to.deep.equal([1, 1, 1]);
    expect(room.store.state.cart.count).to.equal(3);
    room.close();
  });
});
