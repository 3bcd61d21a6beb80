// SPDX-License-Identifier: MIT
import * as v from 'valibot';
import type { Ms, ProgramTime } from '@vitrine/core';
import type { CountAnswer, CountSettings, Interaction } from '@vitrine/core/interactions';
import type { WireEntry, WireInteractions } from '@vitrine/core/wire';
import { readInput, spend } from '../../http/requests.js';
import { newId } from '../../ids.js';
import { isStaff, requireRole, type Claims } from '../../identity/claims.js';
import { notHere, Refusal } from '../../refusal.js';
import { mutedUntil } from '../../rooms/people.js';
import { checkMoment } from '../../rooms/show-time.js';
import { passText } from '../../text/gate.js';
import type { Rule, RuleCall, RuleOutcome, RuleRecord } from '../rule.js';
import type { CountRecords, EntryRow } from './count-records.js';
import type { Tallies } from './tallies.js';

const id = v.pipe(v.string(), v.nonEmpty('It must not be empty.'), v.maxLength(128));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const settings = v.object({
  most: v.pipe(whole, v.maxValue(1000)),
  options: v.optional(v.pipe(v.array(id), v.maxLength(100))),
  entries: v.optional(v.object({ graphemes: v.pipe(whole, v.minValue(1), v.maxValue(500)) })),
});
const answer = v.variant('do', [
  v.object({ do: v.literal('add'), text: v.string(), isPrivate: v.optional(v.boolean()) }),
  v.object({ do: v.literal('count'), option: id, on: v.boolean() }),
  v.object({
    do: v.literal('settle'),
    option: id,
    as: v.picklist(['answered', 'dismissed', 'open']),
    at: v.optional(v.number()),
  }),
]);

/** One viewer has at most so many entries that nobody has dealt with; an interaction so many of all. */
const mostOwn = 10;
const mostOpen = 1000;
/** A grapheme of a script with marks and joiners has up to so many bytes. */
const bytesPerGrapheme = 15;
/** Counts are told as they were at so many moments of the show at most, no closer to each other than live ones. */
const mostSteps = 30;
const closest: Ms = 1000;

type Answer<D extends CountAnswer['do']> = Extract<v.InferOutput<typeof answer>, { do: D }>;

/** Who may read an entry: everybody, its author and the staff where they asked for that, or where they are shadowed. */
const open = 0;
const asked = 1;
const shadowed = 2;

/** (A shadowed viewer is not told that nobody else reads it.) */
function toEntry({ id: own, text, author, name, private: hidden }: EntryRow, isForStaff: boolean): WireEntry {
  const isPrivate = hidden === asked || (hidden === shadowed && isForStaff);
  return { id: own, text, author: { id: author, name }, ...(isPrivate ? { isPrivate: true } : {}) };
}

function mayRead({ author, private: hidden }: EntryRow, claims: Claims | null): boolean {
  return !hidden || author === claims?.subject || (claims !== null && isStaff(claims.role));
}

/** Each viewer counts once for an option, and may take it back; options are given, or viewers add them. */
export class CountRule implements Rule {
  readonly #records: CountRecords;
  readonly #tallies: Tallies;

  constructor(records: CountRecords, tallies: Tallies) {
    this.#records = records;
    this.#tallies = tallies;
  }

  settings(input: unknown): CountSettings {
    return JSON.parse(JSON.stringify(readInput(settings, input))) as CountSettings;
  }

  answer(input: unknown, call: RuleCall): RuleOutcome {
    const given = readInput(answer, input);
    if (given.do === 'settle') return this.#settle(given, call);
    if (call.restricted?.restriction === 'banned')
      throw new Refusal('FORBIDDEN', 'The staff does not let you in here.');
    if (call.isClosed) throw new Refusal('INTERACTION_CLOSED', 'It takes no more answers.');
    return given.do === 'add' ? this.#add(given, call) : this.#count(given, call);
  }

  #add(
    { text, isPrivate = false }: Answer<'add'>,
    { interaction, claims, now, moment, limits, policy, restricted }: RuleCall,
  ): RuleOutcome {
    const { entries } = interaction.settings;
    const isShadowed = restricted?.restriction === 'shadowed';
    if (restricted && !isShadowed) throw mutedUntil(restricted.until, now);
    if (!entries) throw new Refusal('BAD_INPUT', 'Nobody adds options here.', { field: 'answer.do' });
    const { graphemes } = entries;
    const passed = passText(text, { graphemes, bytes: graphemes * bytesPerGrapheme });
    spend(limits.entries, `${interaction.id} ${claims.subject}`);
    if (!isStaff(claims.role) && ![passed, claims.name ?? ''].every((words) => policy.allows(words)))
      throw notHere('answer.text');
    if (this.#records.hasSaid(interaction.id, claims.subject, passed)) {
      throw new Refusal('MESSAGE_REFUSED', 'The same words are there already.', { field: 'answer.text' });
    }
    const isFull = this.#records.countOpen(interaction.id) >= mostOpen;
    if (isFull || this.#records.countOpen(interaction.id, claims.subject) >= mostOwn) {
      throw new Refusal('LIMIT_EXCEEDED', 'Enough of them wait.', {
        field: 'answer',
        params: { maximum: isFull ? mostOpen : mostOwn },
      });
    }
    const row: EntryRow = {
      id: newId(),
      author: claims.subject,
      name: claims.name ?? 'Guest',
      text: passed,
      private: isPrivate ? asked : isShadowed ? shadowed : open,
      at: moment,
    };
    this.#records.add(interaction.id, row);
    const entry = toEntry(row, false);
    return {
      answer: { at: moment, entry },
      told: [{ op: 'entry', id: interaction.id, ...(row.private === open ? { entry } : {}) }],
    };
  }

  #count({ option, on }: Answer<'count'>, { room, interaction, claims, moment, limits }: RuleCall): RuleOutcome {
    const { author } = this.#find(interaction, option, claims);
    if (author === claims.subject) {
      throw new Refusal('FORBIDDEN', 'Nobody counts for what is their own.', { field: 'answer.option' });
    }
    spend(limits.answers, claims.subject);
    const { most } = interaction.settings;
    const own = this.#records.own(interaction.id, claims.subject).filter((other) => other.option !== option);
    if (on && most === 1) {
      // One choice: another one takes its place.
      for (const other of own) this.#takeBack(room, interaction.id, other.option, claims.subject);
    } else if (on && most > 0 && own.length >= most) {
      throw new Refusal('LIMIT_EXCEEDED', 'A viewer counts for fewer.', { params: { maximum: most } });
    }
    if (!on) this.#takeBack(room, interaction.id, option, claims.subject);
    else {
      this.#records.count(interaction.id, option, claims.subject, moment);
      this.#tallies.changed(room, interaction.id, option);
    }
    return { answer: { at: moment }, told: [] };
  }

  #takeBack(room: string, interaction: string, option: string, viewer: string): void {
    this.#records.takeBack(interaction, option, viewer);
    this.#tallies.changed(room, interaction, option);
  }

  #settle({ option, as, at }: Answer<'settle'>, { interaction, claims, moment }: RuleCall): RuleOutcome {
    requireRole(claims, 'owner', 'host', 'moderator');
    this.#find(interaction, option, claims);
    const when = Math.round(checkMoment(at, moment) ?? moment);
    this.#records.settle(interaction.id, option, as, when);
    return {
      answer: { at: when },
      told: [{ op: 'settle', id: interaction.id, option, as }],
      at: when,
      isActOfStaff: true,
    };
  }

  /** An option that this viewer may know of. One of another's that is private is not told from none. */
  #find(interaction: Interaction, option: string, claims: Claims): { readonly author?: string } {
    if (interaction.settings.options?.includes(option)) return {};
    const entry = this.#records.entry(interaction.id, option);
    if (entry && mayRead(entry, claims)) return entry;
    throw new Refusal('BAD_INPUT', 'There is no such option.', { field: 'answer.option' });
  }

  record(interaction: Interaction, claims: Claims | null, moment: ProgramTime): RuleRecord {
    const { id: which, at } = interaction;
    const settled = this.#records.settled(which);
    const gone = new Set(settled.filter(({ verdict }) => verdict === 'dismissed').map(({ option }) => option));
    const isForStaff = claims !== null && isStaff(claims.role);
    const read = this.#records
      .entries(which)
      .filter((row) => mayRead(row, claims) && (isForStaff || !gone.has(row.id) || row.author === claims?.subject));
    const shown = new Set([...(interaction.settings.options ?? []), ...read.map(({ id: one }) => one)]);
    // As they grew: a recording, and who is behind the picture, sees what counted then.
    const span = Math.max(closest, Math.ceil((moment - at) / (mostSteps - 1)));
    const tallies = this.#records.history(which, span).flatMap(({ at: when, counts }) => {
      const told = Object.entries(counts).filter(([option]) => shown.has(option));
      return told.length > 0 ? [{ at: Math.max(at, when), counts: Object.fromEntries(told) }] : [];
    });
    const items: WireInteractions['items'] = [
      ...read.map((row) => ({ op: 'entry' as const, id: which, entry: toEntry(row, isForStaff), at: row.at })),
      ...tallies.map((one) => ({ op: 'tally' as const, id: which, ...one })),
      ...settled
        .filter(({ option }) => shown.has(option))
        .map(({ option, verdict: as, at: when }) => ({ op: 'settle' as const, id: which, option, as, at: when })),
    ];
    const own = claims ? this.#records.own(which, claims.subject) : [];
    return { items, own: own.map((one) => ({ id: which, ...one })) };
  }
}
