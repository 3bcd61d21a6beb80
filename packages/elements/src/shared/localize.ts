// SPDX-License-Identifier: MIT

/**
 * The words of one component: each a plain string, or a function of what it needs. English stands beside the component;
 * `satisfies`/`Strings<typeof english>` makes every other language complete.
 */
export type Words = Readonly<Record<string, string | ((...parameters: never[]) => string)>>;

/** The shape another language must fill: the same keys, the same parameters. */
export type Strings<W extends Words> = {
  readonly [K in keyof W]: W[K] extends (...parameters: infer P) => string ? (...parameters: P) => string : string;
};

/** All words of one language, by component: `{ chat: {…}, cart: {…} }`. */
export type Language = Readonly<Record<string, Words>>;

/** A part of a language, and the one that follows. */
interface Part {
  readonly default: Language;
  readonly next?: LanguageLoader;
}

type LanguageLoader = () => Promise<Part>;

/** A language as far as it has been fetched. */
interface Known {
  words: Language;
  /** The parts still to be fetched, in this order. */
  readonly rest: LanguageLoader[];
  fetching: Promise<void> | null;
}

const languages = new Map<string, Known>();

/**
 * Makes a language known; its words are fetched when an element first needs them.
 * @param loaders one for all words; or several parts, the first with the words that are needed first; a part may name
 *   the one that follows as `next`
 */
export function registerLanguage(tag: string, ...loaders: readonly LanguageLoader[]): void {
  languages.set(tag.toLowerCase(), { words: {}, rest: [...loaders], fetching: null });
}

async function fetchPart(known: Known): Promise<void> {
  const [next] = known.rest;
  try {
    const part = await next?.();
    known.rest.shift();
    if (part?.next) known.rest.unshift(part.next);
    known.words = { ...known.words, ...part?.default };
  } finally {
    // English remains readable; the next element that needs the language tries again.
    known.fetching = null;
  }
}

/** The best known tag for a wanted one: `zh-Hans-CN` → `zh-cn` → `zh…`, `ar-EG` → `ar`. */
function bestTag(wanted: string): string | null {
  const tag = wanted.toLowerCase();
  const [language = ''] = tag.split('-');
  const candidates = [...languages.keys()];
  return (
    candidates.find((candidate) => candidate === tag) ??
    candidates.find((candidate) => candidate === language) ??
    candidates.find((candidate) => candidate.startsWith(`${language}-`)) ??
    null
  );
}

/**
 * The words of a component in a language: those that are there now, else English while they are fetched; `again` is
 * called once something has come.
 */
export function words<W extends Words>(component: string, english: W, locale: string, again: () => void): Strings<W> {
  const fallback = english as unknown as Strings<W>;
  const tag = /^en\b/i.test(locale) ? null : bestTag(locale);
  const known = tag === null ? undefined : languages.get(tag);
  const found = known?.words[component] as unknown as Strings<W> | undefined;
  if (found) return { ...fallback, ...found };
  if (known && known.rest.length > 0) (known.fetching ??= fetchPart(known)).then(again, () => undefined);
  return fallback;
}
