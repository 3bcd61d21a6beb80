// SPDX-License-Identifier: MIT
import type { ProgramTime } from '@vitrine/core';
import type { Interaction, InteractionDraft, InteractionRule } from '@vitrine/core/interactions';
import type { WireAct, WireAnswered, WireControl, WireInteractions } from '@vitrine/core/wire';
import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { isStaff, type Claims } from '../identity/claims.js';
import type { Limits } from '../options.js';
import { Refusal } from '../refusal.js';
import type { Rooms } from '../rooms/rooms.js';
import { Buckets } from '../text/buckets.js';
import { CountRecords, type OwnEntryRow } from './count/count-records.js';
import { CountRule } from './count/count.js';
import { Tallies } from './count/tallies.js';
import type { Rule } from './rule.js';

interface Row {
  id: string;
  kind: string;
  rule: InteractionRule;
  settings: string;
  data: string | null;
  at: ProgramTime;
  closed_at: number | null;
}

const columns = 'id, kind, rule, settings, data, at, closed_at';
/** A room has at most so many open ones; a list tells of so many, the newest. */
const mostOpen = 20;
const mostListed = 50;

/** Interactions of all rooms: launched, answered by their rule, closed; as rows of `rooms.db`. */
export class Interactions {
  readonly #rooms: Rooms;
  readonly #clock: Clock;
  readonly #limits: { readonly answers: Buckets; readonly entries: Buckets };
  readonly #rules: Readonly<Record<InteractionRule, Rule>>;
  readonly #tallies: Tallies;
  readonly #entries: CountRecords;

  constructor(rooms: Rooms, clock: Clock, { answers, entries }: Pick<Limits, 'answers' | 'entries'>) {
    this.#rooms = rooms;
    this.#clock = clock;
    this.#limits = { answers: new Buckets(answers, clock), entries: new Buckets(entries, clock) };
    const records = (this.#entries = new CountRecords(rooms.records.database));
    this.#tallies = new Tallies(records, clock, (room, act) => void this.#tell(room, act));
    this.#rules = { count: new CountRule(records, this.#tallies) };
  }

  get #database() {
    return this.#rooms.records.database;
  }

  #tell(room: string, act: WireAct, at?: ProgramTime): WireControl {
    return this.#rooms.writer(room).control(act, at);
  }

  #toInteraction({ id, kind, rule, settings, data, at }: Row): Interaction {
    return {
      id,
      kind,
      rule,
      settings: JSON.parse(settings) as Interaction['settings'],
      ...(data === null ? {} : { data: JSON.parse(data) as unknown }),
      at,
    };
  }

  /** @throws {Refusal} `BAD_INPUT` */
  #find(room: string, id: string): Row {
    const row = this.#database.get<Row>(`SELECT ${columns} FROM interactions WHERE room = ? AND id = ?`, room, id);
    if (row) return row;
    throw new Refusal('BAD_INPUT', 'There is no such interaction.', {
      status: 404,
      field: 'id',
      mend: 'Take ids from GET /rooms/:id/interactions.',
    });
  }

  /** Whether a room has ever had one of a kind. */
  has(room: string, kind: string): boolean {
    return this.#database.get('SELECT 1 FROM interactions WHERE room = ? AND kind = ?', room, kind) !== undefined;
  }

  /** Writes a new one down, and tells nobody: for a room that nobody is in. @throws {Refusal} `BAD_INPUT` */
  insert(room: string, { kind, rule, settings, data }: InteractionDraft, at: ProgramTime): Interaction {
    if (!Object.hasOwn(this.#rules, rule)) {
      throw new Refusal('BAD_INPUT', 'There is no such rule.', {
        field: 'rule',
        mend: `Use ${Object.keys(this.#rules).join(' or ')}.`,
      });
    }
    const checked = this.#rules[rule].settings(settings);
    const interaction: Interaction = {
      id: newId(),
      kind,
      rule,
      settings: checked,
      ...(data === undefined ? {} : { data }),
      at,
    };
    this.#database.run(
      'INSERT INTO interactions (room, id, kind, rule, settings, data, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      room,
      interaction.id,
      kind,
      rule,
      JSON.stringify(checked),
      data === undefined ? null : JSON.stringify(data),
      at,
    );
    return interaction;
  }

  /** @throws {Refusal} `BAD_INPUT`, `LIMIT_EXCEEDED` */
  launch(room: string, draft: InteractionDraft, at: ProgramTime): { readonly id: string; readonly cn: number } {
    const open = this.#database.get<{ count: number }>(
      'SELECT count(*) AS count FROM interactions WHERE room = ? AND closed_at IS NULL',
      room,
    );
    if ((open?.count ?? 0) >= mostOpen) {
      throw new Refusal('LIMIT_EXCEEDED', 'Close one first.', { params: { maximum: mostOpen } });
    }
    const { at: when, ...interaction } = this.insert(room, draft, at);
    const { cn } = this.#tell(room, { op: 'open', interaction }, when);
    return { id: interaction.id, cn };
  }

  /** Closing what is closed changes nothing. @throws {Refusal} `BAD_INPUT` */
  close(room: string, id: string): void {
    const { closed_at: closedAt } = this.#find(room, id);
    if (closedAt !== null) return;
    this.#database.run('UPDATE interactions SET closed_at = ? WHERE id = ?', this.#clock.now(), id);
    this.#tell(room, { op: 'close', id });
  }

  /** @throws {Refusal} what the rule throws, and `BAD_INPUT` */
  answer(room: string, id: string, answer: unknown, claims: Claims): WireAnswered {
    const row = this.#find(room, id);
    const now = this.#clock.now();
    const outcome = this.#rules[row.rule].answer(answer, {
      room,
      interaction: this.#toInteraction(row),
      isClosed: row.closed_at !== null,
      claims,
      now,
      moment: Math.round(this.#rooms.writer(room).programTime(now)),
      policy: this.#rooms.policies.of(room),
      restricted: isStaff(claims.role) ? null : this.#rooms.people.of(room, claims.subject, now),
      limits: this.#limits,
    });
    if (outcome.isActOfStaff) {
      this.#rooms.records.audit(room, claims.subject, claims.role, { interaction: id, answer }, now);
    }
    for (const act of outcome.told) this.#tell(room, act, outcome.at);
    return outcome.answer;
  }

  /** What somebody has added to a room's interactions, the oldest first. @param after the last position known */
  entriesOf(room: string, author: string, after: number, most: number): readonly OwnEntryRow[] {
    return this.#entries.entriesOf(room, author, after, most);
  }

  /**
   * Takes what somebody has added to a room's interactions out for good: of records, of the log and of what was answered,
   * and off the screens, as if the host had dismissed it.
   * @returns how much there was
   */
  erase(room: string, author: string): number {
    const erased = this.#entries.entriesOf(room, author, 0, Number.MAX_SAFE_INTEGER);
    if (erased.length === 0) return 0;
    const writer = this.#rooms.writer(room);
    const moment = Math.round(writer.programTime());
    this.#entries.erase(room, author);
    this.#database.run(
      `UPDATE control SET item = json_remove(item, '$.entry')
       WHERE room = ? AND op = 'entry' AND item ->> '$.entry.author.id' = ?`,
      room,
      author,
    );
    this.#database.run(
      `UPDATE answers SET body = json_remove(body, '$.entry') WHERE scope = ?`,
      `answer ${room} ${author}`,
    );
    writer.redact(author);
    // (Told of an entry without words, the staff fetches all anew, and has none of these any more.)
    for (const interaction of new Set(erased.map((row) => row.interaction)))
      this.#tell(room, { op: 'entry', id: interaction }, moment);
    for (const { interaction, id } of erased) {
      const known = this.#entries.settled(interaction).find(({ option }) => option === id);
      if (known?.verdict === 'dismissed') continue;
      this.#entries.settle(interaction, id, 'dismissed', moment);
      this.#tell(room, { op: 'settle', id: interaction, option: id, as: 'dismissed' }, moment);
    }
    return erased.length;
  }

  /** Everything of a room's interactions that a viewer may see. @param claims null: watches without a token */
  list(room: string, claims: Claims | null): WireInteractions {
    const writer = this.#rooms.writer(room);
    const rows = this.#database
      .all<Row>(`SELECT ${columns} FROM interactions WHERE room = ? ORDER BY position DESC LIMIT ${mostListed}`, room)
      .reverse();
    const records = rows.map((row) => {
      const interaction = this.#toInteraction(row);
      const { at, ...told } = interaction;
      const { items, own } = this.#rules[row.rule].record(interaction, claims, writer.programTime());
      const closed = row.closed_at === null ? [] : [{ op: 'close' as const, id: row.id, at }];
      return { items: [{ op: 'open' as const, interaction: told, at }, ...items, ...closed], own };
    });
    return { cn: writer.cn, items: records.flatMap(({ items }) => items), own: records.flatMap(({ own }) => own) };
  }

  stop(): void {
    this.#tallies.close();
  }
}
