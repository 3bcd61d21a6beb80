// SPDX-License-Identifier: MIT
// What runs in the page of a list: it brings the messages, one at a time, and looks at what becomes of them.

export interface Message {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** What a page leaves behind for the bench. */
export interface List {
  ready?(): boolean;
  /** Takes what was said before; where it is missing, as `add` does. */
  fill?(messages: readonly Message[]): void;
  add(messages: readonly Message[]): void;
}

export interface Flood {
  /** Frames that were drawn, and ms of tasks longer than 50 ms. */
  readonly frames: number;
  readonly longTasks: number;
  /** ms from a key to the frame that shows it. */
  readonly keys: readonly number[];
  /** ms from the last message to when the main thread has taken it. */
  readonly backlog: number;
  /** The number of the last message. */
  readonly last: number;
}

declare global {
  var contender: List | undefined;
  var harness: {
    fill(count: number): void;
    flood(rate: number, seconds: number): Promise<Flood>;
    /** Numbers of the messages in sight, from above, with their places in px from the top of the list. */
    inSight(): { readonly number: number; readonly top: number }[];
    elements(): number;
    scroller(): HTMLElement | null;
  };
}

const phrases = [
  'that colour is unreal',
  'is this the 2026 harvest?',
  'how many infusions does it give, and how hot should the water be for the first of them?',
  'ordered',
  'smells of honey and orchid even through the screen 🍵',
  'can you show the back of the pot please',
  'hello from Lisbon',
  'the gaiwan is lovely, is the saucer part of it or does one buy that on its own?',
  'do you ship to Norway',
  '❤️❤️❤️',
];

let count = 0;
const next = (): Message => {
  const number = count++;
  return {
    id: `m${number}`,
    name: `Viewer ${(number * 7919) % 5000}`,
    text: `${phrases[number % phrases.length]} #${number}#`,
  };
};

/** A worker is as punctual as a socket, however busy the page is: it says how many messages are due, each by itself. */
const source = `
onmessage = ({ data: { rate, seconds } }) => {
  const began = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const passed = Math.min(performance.now() - began, seconds * 1000);
    for (const due = Math.floor((passed / 1000) * rate); sent < due; sent++) postMessage(0);
    if (passed < seconds * 1000) return;
    clearInterval(timer);
    postMessage(1);
  }, 4);
};`;

function* everyElement(root: Document | ShadowRoot | Element): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}

const list = (): HTMLElement => document.querySelector<HTMLElement>('#list') as HTMLElement;

globalThis.harness = {
  fill(number) {
    const messages = Array.from({ length: number }, next);
    const { contender } = globalThis;
    if (contender?.fill) contender.fill(messages);
    else if (messages.length > 0) contender?.add(messages);
  },
  async flood(rate, seconds) {
    let frames = 0;
    let longTasks = 0;
    let isOver = false;
    const keys: number[] = [];
    const observer = new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) longTasks += duration;
    });
    observer.observe({ type: 'longtask' });
    const frame = (): void => {
      if (isOver) return;
      frames++;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const pressed = ({ timeStamp }: KeyboardEvent): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => keys.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    };
    addEventListener('keydown', pressed);
    const worker = new Worker(URL.createObjectURL(new Blob([source])));
    const due = performance.now() + seconds * 1000;
    await new Promise<void>((resolve) => {
      worker.onmessage = ({ data }) => {
        if (data === 1) resolve();
        else globalThis.contender?.add([next()]);
      };
      worker.postMessage({ rate, seconds });
    });
    const backlog = Math.max(0, performance.now() - due);
    worker.terminate();
    isOver = true;
    observer.disconnect();
    removeEventListener('keydown', pressed);
    return { frames, longTasks, keys, backlog, last: count - 1 };
  },
  inSight() {
    const box = list().getBoundingClientRect();
    const seen = new Map<number, number>();
    for (const root of [document, ...[...everyElement(document)].flatMap(({ shadowRoot }) => shadowRoot ?? [])]) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const found = /#(\d+)#/.exec(node.textContent ?? '');
        if (!found) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const { top, bottom } = range.getBoundingClientRect();
        if (bottom > box.top + 4 && top < box.bottom - 4) seen.set(Number(found[1]), top - box.top);
      }
    }
    return [...seen].map(([number, top]) => ({ number, top })).sort((one, other) => one.top - other.top);
  },
  elements() {
    let number = 0;
    const root = list();
    for (const _element of everyElement(root)) number++;
    if (root.shadowRoot) for (const _element of everyElement(root.shadowRoot)) number++;
    return number;
  },
  scroller() {
    const root = list();
    const all = [root, ...everyElement(root), ...(root.shadowRoot ? everyElement(root.shadowRoot) : [])];
    return (
      (all.find(
        (element) =>
          element.scrollHeight > element.clientHeight + 100 && /auto|scroll/.test(getComputedStyle(element).overflowY),
      ) as HTMLElement | undefined) ?? null
    );
  },
};
