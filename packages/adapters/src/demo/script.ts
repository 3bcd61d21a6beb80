// SPDX-License-Identifier: MIT
import type { DemoCatalog } from './catalog.js';
import type { DemoChat } from './chat.js';
import { goods } from './goods.js';
import type { DemoPeople } from './people.js';
import type { Stage } from './stage.js';
import type { Words } from './words.js';

const pinEvery = 45_000;
const answerTakes = 4_000;

/** What the script acts on. */
export interface Cast {
  readonly stage: Stage;
  readonly chat: DemoChat;
  readonly catalog: DemoCatalog;
  readonly people: DemoPeople;
  readonly words: Words;
}

/** Somebody of the cast says something. @returns its id, or null where the staff does not let them */
function sayAs(chat: DemoChat, name: string, text: string): string | null {
  try {
    return chat.say({ id: `shopper-${name}`, name, role: 'viewer', isGuest: name.length % 2 === 0 }, text);
  } catch {
    return null;
  }
}

/** The order of names, sayings and goods is the seed's; nothing is asked of the wall clock. */
export function playScript({ stage, chat, catalog, people, words }: Cast): () => void {
  const { clock, random } = stage;
  const { names, sayings } = words;
  const pick = <T>(some: readonly T[]): T | undefined => some[Math.floor(random() * some.length)];
  // Nobody says the same thing again before everything was said.
  let deck: (typeof sayings)[number][] = [];
  const draw = (): (typeof sayings)[number] => {
    if (deck.length === 0) deck = [...sayings];
    return deck.splice(Math.floor(random() * deck.length), 1)[0] as (typeof sayings)[number];
  };
  const stops = new Set<() => void>();
  const later = (run: () => void, ms: number): void => {
    const stop = clock.schedule(() => {
      stops.delete(stop);
      run();
    }, ms);
    stops.add(stop);
  };

  const talk = (): void => {
    const { phase } = people.info;
    if (phase !== 'ended' && phase !== 'replay') {
      const name = pick(names) ?? '';
      if (phase === 'live' && random() < 0.12) {
        const product = pick(catalog.products);
        if (product) chat.order(name, product.title);
        const sold = pick(
          catalog.products.flatMap(({ variants }) =>
            variants.filter(({ availability }) => (availability.quantity ?? 0) > 3),
          ),
        );
        if (sold) catalog.setStock(sold.id, catalog.left(sold.id) - 1);
      } else {
        const [text, answer] = draw();
        const id = sayAs(chat, name, text);
        const isAnswered = answer && phase === 'live' && random() < 0.6;
        if (id && isAnswered) later(() => chat.present(answer, { replyTo: { id, name } }), answerTakes);
      }
      const { viewers, hearts } = people.audience;
      people.setAudience({
        viewers: Math.max(1, Math.round(viewers * (0.996 + random() * 0.009))),
        hearts: (hearts ?? 0) + Math.floor(random() * 9),
      });
    }
    later(talk, 1_400 + Math.floor(random() * 2_600));
  };

  let shown = goods.findIndex(({ id: product }) => product === 'dancong');
  const show = (): void => {
    shown = (shown + 1) % goods.length;
    const next = goods[shown];
    if (next && people.info.phase === 'live') catalog.pin(next.id);
    later(show, pinEvery);
  };

  later(talk, 2_000);
  later(show, pinEvery);
  return () => {
    for (const stop of stops) stop();
    stops.clear();
  };
}
