// SPDX-License-Identifier: MIT

/** The steps of `rooms.db`: rooms, chat, the control log. Only ever append. */
export const roomMigrations: readonly string[] = [
  `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE rooms (
    id TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    chat TEXT NOT NULL,
    likes INTEGER NOT NULL DEFAULT 0,
    made_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE messages (
    position INTEGER PRIMARY KEY,
    room TEXT NOT NULL,
    id TEXT NOT NULL,
    author TEXT NOT NULL,
    cid TEXT,
    row TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    retracted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE UNIQUE INDEX messages_by_id ON messages (room, id);
  CREATE INDEX messages_by_cid ON messages (room, author, cid) WHERE cid IS NOT NULL;
  CREATE INDEX messages_by_room ON messages (room, retracted, position);
  CREATE TABLE control (
    room TEXT NOT NULL,
    cn INTEGER NOT NULL,
    op TEXT NOT NULL,
    item TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (room, cn)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX control_by_time ON control (room, made_at);
  CREATE TABLE audit (
    position INTEGER PRIMARY KEY,
    room TEXT NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    action TEXT NOT NULL,
    made_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE host_codes (
    hash TEXT PRIMARY KEY,
    room TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE answers (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    body TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE interactions (
    position INTEGER PRIMARY KEY,
    room TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    rule TEXT NOT NULL,
    settings TEXT NOT NULL,
    data TEXT,
    at INTEGER NOT NULL,
    closed_at INTEGER
  ) STRICT;
  CREATE INDEX interactions_by_room ON interactions (room, position);
  CREATE TABLE count_entries (
    position INTEGER PRIMARY KEY,
    interaction TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    author TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    private INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX count_entries_by_interaction ON count_entries (interaction, position);
  CREATE TABLE count_settled (
    interaction TEXT NOT NULL,
    option TEXT NOT NULL,
    verdict TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (interaction, option)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE counts (
    interaction TEXT NOT NULL,
    option TEXT NOT NULL,
    viewer TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (interaction, option, viewer)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX counts_by_viewer ON counts (interaction, viewer);
  `,
  `
  CREATE TABLE reminders (
    room TEXT NOT NULL,
    viewer TEXT NOT NULL,
    name TEXT,
    guest INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (room, viewer)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE INDEX messages_by_moment ON messages (room, row ->> '$.at') WHERE retracted = 0;
  `,
  `
  CREATE TABLE reminders_2 (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    room TEXT NOT NULL,
    viewer TEXT NOT NULL,
    name TEXT,
    guest INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    due_at INTEGER,
    tries INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  INSERT INTO reminders_2 (room, viewer, name, guest, made_at)
    SELECT room, viewer, name, guest, made_at FROM reminders ORDER BY made_at;
  DROP TABLE reminders;
  ALTER TABLE reminders_2 RENAME TO reminders;
  CREATE UNIQUE INDEX reminders_by_viewer ON reminders (room, viewer);
  `,
  `
  ALTER TABLE rooms ADD COLUMN policy TEXT NOT NULL DEFAULT '{"words":[],"links":"all"}';
  `,
  `
  CREATE TABLE restrictions (
    room TEXT NOT NULL,
    subject TEXT NOT NULL,
    restriction TEXT NOT NULL,
    until INTEGER,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (room, subject)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE held (
    position INTEGER PRIMARY KEY,
    room TEXT NOT NULL,
    id TEXT NOT NULL,
    author TEXT NOT NULL,
    cid TEXT,
    row TEXT NOT NULL,
    decided_at INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX held_by_id ON held (room, id);
  CREATE INDEX held_by_author ON held (room, author, cid);
  `,
  `
  CREATE INDEX messages_by_author ON messages (room, author, position);
  CREATE INDEX count_entries_by_author ON count_entries (author, position);
  `,
  `
  ALTER TABLE restrictions ADD COLUMN name TEXT;
  `,
  `
  CREATE INDEX control_notices ON control (room) WHERE op = 'notice';
  `,
  `
  CREATE TABLE reports (
    room TEXT NOT NULL,
    message TEXT NOT NULL,
    reporter TEXT NOT NULL,
    reason TEXT,
    made_at INTEGER NOT NULL,
    decided_at INTEGER,
    PRIMARY KEY (room, message, reporter)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX reports_by_reporter ON reports (room, reporter);
  CREATE INDEX reports_waiting ON reports (room) WHERE decided_at IS NULL;
  `,
  `
  CREATE INDEX messages_erased ON messages (sent_at) WHERE row = '{}';
  CREATE INDEX control_entries ON control (room) WHERE op = 'entry';
  `,
  `
  ALTER TABLE rooms ADD COLUMN stickers TEXT NOT NULL DEFAULT '[]';
  `,
  `
  CREATE TABLE message_likes (
    room TEXT NOT NULL,
    message TEXT NOT NULL,
    person TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (room, message, person)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX message_likes_by_person ON message_likes (room, person, made_at);
  `,
];
