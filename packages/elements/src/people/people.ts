// SPDX-License-Identifier: MIT
import { toVitrineError, type EpochMs, type Ms, type Room } from '@vitrine/core';
import { moderationFeature, peopleFeature, type RestrictedPerson, type Restriction } from '@vitrine/core/moderation';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import { formatDay, formatNumber, formatTime } from '../shared/format.js';
import { words, type Strings } from '../shared/localize.js';
import { QueueFocus } from '../shared/queue-focus.js';
import { pressedInQueue } from '../shared/queue-keys.js';
import { queueStyles } from '../shared/queue.styles.js';
import { repeat } from '../shared/repeat.js';
import { everySecond } from '../shared/ticker.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { english } from './people.strings.js';
import { peopleStyles } from './people.styles.js';

/** How often the list is asked for anew while it is shown, in seconds. */
const between = 15;
/** Fewer are found by looking. */
const leastToSearch = 4;
const minute: Ms = 60_000;
const day: Ms = 86_400_000;

/** What a person may be made instead: which, and for how long; null is for good. */
const choices = [
  ['muted', 10 * minute],
  ['muted', 60 * minute],
  ['muted', null],
  ['shadowed', null],
  ['banned', null],
] as const satisfies readonly (readonly [Restriction, Ms | null])[];

const makes = { muted: 'makeMuted', shadowed: 'makeShadowed', banned: 'makeBanned' } as const;
const became = { none: 'freed', muted: 'muted', shadowed: 'shadowed', banned: 'banned' } as const;

/** What was done last: to whom, as they were before. */
interface Done {
  readonly before: RestrictedPerson;
  readonly now: Restriction | 'none';
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Who may not do everything in a room: muted, shadowed or banned, since when and until when. Each is freed with one press,
 * or made something else; the last such step can be taken back. The list is asked for again every fifteen seconds.
 *
 * Keys, while a row has the focus: arrows move, `F` frees, `C` opens what else the person may be made.
 *
 * @element vitrine-people
 * @fires vitrine-moderation-restrict - Somebody is freed or made something else; `detail.person`, `detail.restriction`, `detail.for`, `detail.instead`. Cancelable.
 * @fires vitrine-people-refresh - The list is asked for anew. Cancelable.
 * @csspart head - How many there are.
 * @csspart search - The field for a part of a name.
 * @csspart list - The people.
 * @csspart row - One person.
 * @csspart name - What they are called.
 * @csspart restriction - What holds for them.
 * @csspart free - The button that lets them do everything again.
 * @csspart change - The button that opens what else they may be made.
 * @csspart choices - What else they may be made.
 * @csspart undo - What was done last, and the button that takes it back.
 * @csspart notice - Why something was not done, or that there is nobody.
 * @cssstate rtl - Written from right to left.
 */
export class VitrinePeople extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, queueStyles, peopleStyles];

  @state() private wanted = '';
  @state() private done: Done | null = null;
  @state() private isRefused = false;
  @state() private current: string | null = null;
  /** Of whom it is shown what else they may be made. */
  @state() private changing: string | null = null;
  readonly #busy = new Set<string>();
  /** How many were there when it was last shown. */
  #count = 0;
  readonly #focus = new QueueFocus(this);

  constructor() {
    super();
    this.rooms.watch(({ people }) => people);
  }

  protected override roomConnected(room: Room, signal: AbortSignal): void {
    const isKnown = room.store.state.people !== undefined;
    room.use(moderationFeature);
    room.use(peopleFeature);
    // (What is read for the first time is read by the feature.)
    if (isKnown) void this.#refresh();
    let seconds = 0;
    const look = (): void => {
      if (++seconds % between === 0) void this.#refresh();
      // Who is free by now goes.
      else if (this.#all.length !== this.#count) this.requestUpdate();
    };
    everySecond(look, { signal });
  }

  get #words(): Strings<typeof english> {
    return words('people', english, this.locale, () => this.requestUpdate());
  }

  get #now(): EpochMs {
    return this.rooms.current?.clock.now() ?? Date.now();
  }

  get #all(): readonly RestrictedPerson[] {
    const now = this.#now;
    return (this.state?.people?.restricted ?? []).filter(({ until = Infinity }) => until > now);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { status = 'absent' } = this.state?.people ?? {};
    if (status === 'absent') return nothing;
    const text = this.#words;
    const all = this.#all;
    this.#count = all.length;
    if (status === 'failed' && all.length === 0)
      return html`<div class="none" part="notice">
        <p role="alert">${text.unavailable}</p>
        <button type="button" class="button ghost small" @click=${() => void this.#refresh()}>${text.again}</button>
      </div>`;
    const wanted = plain(this.wanted.trim());
    const shown = all.filter(({ id, name = id }) => plain(name).includes(wanted));
    const [count, found] = [all.length, shown.length].map((one) => formatNumber(one, this.locale));
    return html`
      <div class="head" part="head" tabindex="-1">
        <p class="numbers" role="status">
          ${wanted ? text.found(found ?? '', count ?? '') : all.length > 0 ? text.count(all.length, count ?? '') : nothing}
        </p>
      </div>
      ${
        all.length >= leastToSearch || wanted
          ? html`<div class="search">
              <input
                type="search"
                part="search"
                aria-label=${text.search}
                placeholder=${text.search}
                autocomplete="off"
                .value=${this.wanted}
                @input=${(event: Event) => (this.wanted = (event.target as HTMLInputElement).value)}
              />
            </div>`
          : nothing
      }
      <div class="scroll">${shown.length > 0 ? this.#list(shown) : this.#none(status, all.length)}</div>
      ${this.isRefused ? html`<p class="refusal" part="notice" role="alert">${text.refused}</p>` : nothing}
      ${this.#undo()}
    `;
  }

  #none(status: string, count: number): TemplateResult {
    const text = this.#words;
    const said = count > 0 ? text.nobodyFound : html`${text.none}<br />${text.intro}`;
    return html`<p class="none" part="notice">${status === 'loading' ? html`<span class="spinner"></span>` : said}</p>`;
  }

  #list(people: readonly RestrictedPerson[]): TemplateResult {
    const text = this.#words;
    const first = people.find(({ id }) => id === this.current)?.id ?? people[0]?.id;
    return html`<p class="visually-hidden" id="keys">${text.keys}</p>
      <ul role="list" part="list" aria-label=${text.list} aria-describedby="keys" @keydown=${this.#pressed} @focusin=${this.#entered}>
        ${repeat(
          people,
          ({ id }) => id,
          (person) => this.#row(person, person.id === first),
        )}
      </ul>`;
  }

  #row(person: RestrictedPerson, isFirst: boolean): TemplateResult {
    const { id, name, restriction, since } = person;
    const text = this.#words;
    const isOpen = this.changing === id;
    const isBusy = this.#busy.has(id) ? 'true' : nothing;
    return html`<li class="row" part="row" data-id=${id} tabindex=${isFirst ? 0 : -1} aria-labelledby=${`p-${id}`}>
      <p class="text" part="name" id=${`p-${id}`}><bdi>${name ?? text.unnamed}</bdi></p>
      <p class="by">
        <span class="tag ${restriction}" part="restriction">${text[restriction]}</span>
        <span class="numbers">${this.#until(person)}</span>
        ${since === undefined ? nothing : html`<span class="numbers">${text.since(this.#when(since))}</span>`}
        ${name === undefined ? html`<bdi class="id">${id}</bdi>` : nothing}
      </p>
      <div class="acts">
        <button type="button" class="button small" part="free" aria-busy=${isBusy} @click=${() => void this.#make(person, 'none', null)}>
          ${text.free}
        </button>
        <button
          type="button"
          class="button ghost small"
          part="change"
          aria-expanded=${isOpen ? 'true' : 'false'}
          @click=${() => this.#open(isOpen ? null : id)}
        >
          ${text.change}
        </button>
      </div>
      ${isOpen ? this.#choices(person) : nothing}
    </li>`;
  }

  #choices(person: RestrictedPerson): TemplateResult {
    const text = this.#words;
    return html`<div
      class="acts choices"
      part="choices"
      role="group"
      aria-label=${text.change}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#open(null)}
    >
      ${choices.map(
        ([restriction, lasting]) =>
          html`<button type="button" class="button outline small" @click=${() => void this.#make(person, restriction, lasting)}>
            ${
              lasting === null
                ? text[makes[restriction]]
                : text.muteFor(lasting / minute, formatNumber(lasting / minute, this.locale))
            }
          </button>`,
      )}
    </div>`;
  }

  #until({ until }: RestrictedPerson): string {
    return until === undefined ? this.#words.forGood : this.#words.until(this.#when(until));
  }

  /** A moment of this day or the next is told without its date. */
  #when(moment: EpochMs): string {
    return Math.abs(moment - this.#now) < day / 2 ? formatTime(moment, this.locale) : formatDay(moment, this.locale);
  }

  #undo(): TemplateResult {
    const { done } = this;
    const text = this.#words;
    // The region is always there: what comes into it later is said.
    return html`<div class="undo" part="undo" role="status">
      ${
        done
          ? html`<span class="ellipsis">${text[became[done.now]]}: <bdi>${done.before.name ?? done.before.id}</bdi></span>
            <button type="button" class="button ghost small" @click=${() => void this.#takeBack(done)}>${text.undo}</button>`
          : nothing
      }
    </div>`;
  }

  readonly #entered = (event: FocusEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>('.row');
    if (row) this.current = row.dataset['id'] ?? null;
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    const act = (run: (person: RestrictedPerson) => unknown) => (id: string) => {
      const person = this.#all.find((one) => one.id === id);
      if (person && !event.repeat) run(person);
    };
    const acts = {
      f: act((person) => this.#make(person, 'none', null)),
      c: act(({ id }) => this.#open(id)),
    };
    if (!pressedInQueue(event, acts)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #open(id: string | null): void {
    const before = this.changing;
    this.changing = id;
    void this.updateComplete.then(() => {
      const root = this.renderRoot;
      if (id !== null) root.querySelector<HTMLElement>('.choices button')?.focus();
      else if (before !== null) this.#rowOf(before)?.querySelector<HTMLElement>('[part=change]')?.focus();
    });
  }

  #rowOf(id: string): HTMLElement | undefined {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.row')].find((row) => row.dataset['id'] === id);
  }

  async #make(person: RestrictedPerson, restriction: Restriction | 'none', lasting: Ms | null): Promise<void> {
    const { id } = person;
    const isHere = this.#rowOf(id)?.matches(':focus-within') === true;
    if (!(await this.#restrict(id, restriction, lasting))) return;
    this.done = { before: person, now: restriction };
    this.changing = null;
    await this.#refresh();
    // (The newest is first: its row has moved.)
    if (isHere && restriction !== 'none' && !this.renderRoot.querySelector(':focus')) this.#focus.wanted = id;
    this.requestUpdate();
  }

  async #takeBack({ before }: Done): Promise<void> {
    const { id, restriction, until } = before;
    const left = until === undefined ? null : until - this.#now;
    // (What would have ended by itself meanwhile is over.)
    if (left !== null && left < 1000) this.done = null;
    else if (await this.#restrict(id, restriction, left)) {
      this.done = null;
      this.#focus.wanted = id;
      await this.#refresh();
    }
  }

  /** @returns whether it was done */
  async #restrict(person: string, restriction: Restriction | 'none', lasting: Ms | null): Promise<boolean> {
    if (this.#busy.has(person)) return false;
    this.#busy.add(person);
    this.isRefused = false;
    try {
      const more = {
        ...(lasting !== null && { for: Math.round(lasting) }),
        ...(restriction !== 'none' && { instead: true }),
      };
      // (Null: the page has taken it over, and says so itself.)
      return (await this.ask('moderation:restrict', { person, restriction, ...more })) !== null;
    } catch (thrown) {
      this.isRefused = toVitrineError(thrown).code !== 'ABORTED';
      return false;
    } finally {
      this.#busy.delete(person);
      this.requestUpdate();
    }
  }

  /** (That it failed is in the state.) */
  async #refresh(): Promise<void> {
    await this.ask('people:refresh', {}).catch(() => undefined);
  }
}
