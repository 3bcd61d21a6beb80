// SPDX-License-Identifier: MIT

/** The steps of `shop.db`: goods, stock, carts, checkout, orders. Only ever append. Amounts are minor units. */
export const shopMigrations: readonly string[] = [
  `
  CREATE TABLE shops (
    room TEXT PRIMARY KEY,
    currency TEXT NOT NULL,
    currencies TEXT NOT NULL,
    delivery TEXT NOT NULL,
    low_stock INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE products (
    room TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (room, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE variants (
    room TEXT NOT NULL,
    id TEXT NOT NULL,
    product TEXT NOT NULL,
    position INTEGER NOT NULL,
    data TEXT NOT NULL,
    maximum INTEGER,
    stock INTEGER NOT NULL CHECK (stock >= 0),
    PRIMARY KEY (room, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE prices (
    room TEXT NOT NULL,
    variant TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),
    compare_at INTEGER,
    unit_price TEXT,
    PRIMARY KEY (room, variant, currency)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE coupons (
    room TEXT NOT NULL,
    code TEXT NOT NULL,
    basis_points INTEGER NOT NULL CHECK (basis_points BETWEEN 1 AND 10000),
    expires_at INTEGER,
    PRIMARY KEY (room, code)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE carts (
    id TEXT PRIMARY KEY,
    room TEXT NOT NULL,
    owner TEXT NOT NULL,
    revision INTEGER NOT NULL,
    coupon TEXT,
    UNIQUE (room, owner)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE cart_lines (
    position INTEGER PRIMARY KEY,
    cart TEXT NOT NULL REFERENCES carts (id),
    variant TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    seen_amount INTEGER NOT NULL,
    seen_currency TEXT NOT NULL,
    UNIQUE (cart, variant)
  ) STRICT;
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    room TEXT NOT NULL,
    owner TEXT NOT NULL,
    name TEXT,
    status TEXT NOT NULL,
    mode TEXT NOT NULL,
    return_url TEXT NOT NULL,
    pay_key TEXT NOT NULL,
    buy_now INTEGER NOT NULL,
    currency TEXT NOT NULL,
    total INTEGER NOT NULL,
    shipping INTEGER NOT NULL,
    items INTEGER NOT NULL,
    lines TEXT NOT NULL,
    error TEXT,
    expires_at INTEGER NOT NULL,
    made_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sessions_by_owner ON sessions (room, owner, status);
  CREATE INDEX sessions_by_expiry ON sessions (status, expires_at);
  CREATE TABLE reservations (
    session TEXT NOT NULL REFERENCES sessions (id),
    room TEXT NOT NULL,
    variant TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (session, variant)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX reservations_by_variant ON reservations (room, variant, expires_at);
  CREATE INDEX reservations_by_expiry ON reservations (expires_at);
  CREATE TABLE orders (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    room TEXT NOT NULL,
    owner TEXT NOT NULL,
    name TEXT,
    session TEXT NOT NULL UNIQUE REFERENCES sessions (id),
    status TEXT NOT NULL,
    currency TEXT NOT NULL,
    total INTEGER NOT NULL,
    shipping INTEGER NOT NULL,
    items INTEGER NOT NULL,
    lines TEXT NOT NULL,
    method TEXT NOT NULL,
    made_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX orders_by_room ON orders (room, number);
  CREATE TABLE answers (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    body TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
  ) STRICT, WITHOUT ROWID;
  `,
];
