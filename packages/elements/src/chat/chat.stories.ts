// SPDX-License-Identifier: MIT
import {
  VitrineError,
  type ChatDraft,
  type ChatSettings,
  type Sticker,
  type StreamPhase,
  type Viewer,
} from '@vitrine/core';
import type { MessageLikes } from '@vitrine/core/likes';
import { moderationFeature } from '@vitrine/core/moderation';
import type { TranslatePort } from '@vitrine/core/translate';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { writings } from '../../../core/src/testing/writings.fixture.js';
import '../reactions/index.js';
import { until } from '../shared/testing/index.js';
import './index.js';
import { anna, chatRoom, guest, moderator, type ChatRoom, type ChatRoomOptions } from './testing/chat-room.js';
import { stickers } from './testing/stickers.fixture.js';

type Line = readonly [who: string, text: string, as?: 'host' | 'moderator' | 'order' | 'verified'];

interface Args {
  readonly variant: 'panel' | 'overlay';
  readonly lines: readonly Line[];
  readonly settings?: Partial<ChatSettings>;
  readonly viewer?: Viewer;
  readonly send?: ((draft: ChatDraft) => Promise<{ id: string }>) | null;
  /** What comes of a wish to read a message in another language. */
  readonly translate?: TranslatePort['message'];
  readonly stickers?: readonly Sticker[];
  /** How many like which of the lines; the first of them this viewer does. */
  readonly likes?: readonly MessageLikes[];
  readonly chat?: NonNullable<ChatRoomOptions['chat']>;
  readonly isSilent?: boolean;
  readonly scale?: number;
  readonly phase?: StreamPhase;
  /** Which way the page is written. */
  readonly direction?: 'ltr' | 'rtl';
  /** High enough for every line. */
  readonly isHigh?: boolean;
  /** What happens once the room is there. */
  readonly happens?: (talk: ChatRoom) => void;
}

const tea: readonly Line[] = [
  ['Priya', 'that colour is unreal'],
  ['Tom H', 'is this the 2026 harvest?'],
  ['Lin Yue', 'Yes, picked 4 April, roasted twice over longan wood', 'host'],
  ['Amélie', 'the gaiwan set', 'order'],
  ['Jun', 'how many infusions does it give?'],
  ['Ida', 'The brewing guide is pinned under the player', 'moderator'],
  ['Sofia', 'ordered last week, smells of honey and orchid'],
];

const scripts: readonly Line[] = [
  ['ผู้ชม', 'สีสวยมากเลยค่ะ ชงได้กี่น้ำคะ'],
  ['दर्शक', 'क्या यह २०२६ की फ़सल है? ख़ुशबू कैसी है'],
  ['سارة', 'اللون رائع جدًا، كم مرة يمكن نقعه؟'],
  ['נועה', 'כמה זמן משרים את העלים?'],
  ['小鹿', '汤色好漂亮，是今年的春茶吗？'],
  ['Sofia', '👨‍👩‍👧‍👦 👩🏽‍🌾 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇨🇳 🇫🇷 ❤️‍🔥'],
  ['נועה', 'the gaiwan set', 'order'],
  ['Averyveryverylongnamewithoutanyspace', `https://example.org/${'path/'.repeat(20)}`],
  ['<b>Mallory</b>', '<img src=x onerror="alert(1)">'],
];

/** One line of each script, as each is written. */
const world: readonly Line[] = writings.map(([, name, text]) => [name, text]);

const info = { phase: 'live', title: 'First picking: Dancong', host: { name: 'Lin Yue' }, sources: [] } as const;
const beginning = Date.UTC(2026, 10, 20, 20, 37);
let stories = 0;

interface Canvas {
  readonly canvasElement: HTMLElement;
}

/** Waits for something in the chat. */
async function inside({ canvasElement }: Canvas, selector: string): Promise<HTMLElement> {
  let found: HTMLElement | null | undefined;
  await until(() => (found = canvasElement.querySelector('vitrine-chat')?.shadowRoot?.querySelector(selector)));
  return found as HTMLElement;
}

async function opens(context: Canvas): Promise<void> {
  (await inside(context, '.door ~ .list .row:nth-child(5)')).click();
  await inside(context, '.actions');
}

async function translates(context: Canvas): Promise<void> {
  (await inside(context, '.door ~ .list .row:nth-child(3)')).click();
  (await inside(context, '[data-do=translate]')).click();
  await inside(context, '.translation');
}

async function calls(context: Canvas): Promise<void> {
  const field = (await inside(context, 'textarea:enabled')) as HTMLTextAreaElement;
  field.focus();
  field.value = 'see @';
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await inside(context, '[role=listbox]');
}

/** The back end takes reports. */
function takesReports({ room }: ChatRoom): void {
  room.bus.answer('chat:report', () => undefined, { signal: room.signal });
}

/** The back end does what those who keep order ask. */
function isKept({ room }: ChatRoom): void {
  room.bus.answer('chat:pin', () => undefined, { signal: room.signal });
  room.use(moderationFeature);
}

async function open({
  lines,
  happens,
  phase,
  translate,
  likes,
  scale: _scale,
  variant: _variant,
  ...rest
}: Args): Promise<ChatRoom> {
  const options: ChatRoomOptions = {
    ...rest,
    id: `story-${++stories}`,
    require: async () => anna,
    rename: async (name) => ({ ...guest, name }),
    ports: {
      stream: { subscribe: (sink) => sink.next([{ ...info, ...(phase && { phase }) }]) },
      moderation: { held: async () => [], decide: async () => true, restrict: async () => undefined },
      ...(likes && {
        likes: {
          subscribe: (sink) => sink.next(likes),
          set: async () => undefined,
          own: async () => likes.slice(0, 1).map(({ id }) => id),
        },
      }),
      ...(translate && { translate: { message: translate } }),
      presence: { subscribe: (sink) => sink.next([{ viewers: 12_431, hearts: 1234 }]), react: async () => undefined },
    },
  };
  const talk = await chatRoom(options);
  lines.forEach(([name, text, as], index) => {
    const role = as === 'host' || as === 'moderator' ? as : 'viewer';
    const sentAt = beginning + index * 25_000;
    const author = { id: name, name, role, ...(as === 'verified' && { isVerified: true }) } as const;
    talk.say(name, text, { author, sentAt, ...(as === 'order' && { kind: 'order' }) });
  });
  happens?.(talk);
  return talk;
}

const panel = 'inline-size:376px;block-size:600px;margin:16px auto;border-radius:16px;overflow:hidden';
const video =
  'container:vitrine / size;box-sizing:border-box;inline-size:390px;block-size:844px;margin:auto;padding:136px 12px 34px;' +
  'background:linear-gradient(#0c0c0e00 40%,#0c0c0eb3 84%),linear-gradient(#d9c6a4,#7c8f6f 50%,#3a2417)';

function show(
  { variant, scale = 1, direction = 'ltr', isHigh }: Args,
  { loaded }: { loaded: Record<string, unknown> },
): TemplateResult {
  const { room } = loaded['talk'] as ChatRoom;
  const look = `${variant === 'panel' ? panel : video};--vitrine-text-scale:${scale}${isHigh ? ';block-size:2000px' : ''}`;
  return html`<div style=${look} dir=${direction}>
    <vitrine-chat .room=${room} variant=${variant}>
      <vitrine-reactions slot="actions" .room=${room} variant=${variant}></vitrine-reactions>
    </vitrine-chat>
  </div>`;
}

const meta: Meta<Args> = {
  title: 'Elements/Chat',
  component: 'vitrine-chat',
  args: { variant: 'panel', lines: tea },
  argTypes: { variant: { control: 'inline-radio', options: ['panel', 'overlay'] } },
  loaders: [async ({ args }) => ({ talk: await open(args) })],
  render: show,
};
export default meta;

type Story = StoryObj<Args>;

export const Panel: Story = {};

export const Overlay: Story = { args: { variant: 'overlay' } };

export const ManyScripts: Story = { args: { lines: scripts } };

export const ManyScriptsOverVideo: Story = { args: { lines: scripts, variant: 'overlay' } };

export const WritingsOfTheWorld: Story = { args: { lines: world, isHigh: true } };

export const WritingsOfTheWorldOverVideo: Story = { args: { lines: world, variant: 'overlay' } };

export const WritingsOfTheWorldRightToLeft: Story = { args: { lines: world, isHigh: true, direction: 'rtl' } };

export const WritingsOfTheWorldOverVideoRightToLeft: Story = {
  args: { lines: world, direction: 'rtl', variant: 'overlay' },
};

const vouchedFor: readonly Line[] = [
  ['Kiln & Co.', 'The gaiwan is ours, thrown by hand', 'verified'],
  ['بيت الخزف', 'الغايوان من صنعنا', 'verified'],
  ['Lin Yue', 'And glazed twice', 'host'],
];

/** A mark behind the names of those the back end vouches for. */
export const Verified: Story = { args: { lines: vouchedFor } };

export const VerifiedOverVideo: Story = { args: { lines: vouchedFor, variant: 'overlay' } };

const liked = { likes: [1, 3, 7].map((line, index) => ({ id: `m${line}`, count: [4, 1280, 1][index] ?? 0 })) };

export const Liked: Story = { args: liked };

export const LikedOverVideo: Story = { args: { ...liked, variant: 'overlay' } };

/** Where nobody does yet the heart is among what can be done with a row. */
export const ToLike: Story = { args: liked, play: opens };

export const Loading: Story = { args: { lines: [], isSilent: true } };

export const Empty: Story = { args: { lines: [] } };

export const EmptyOverVideo: Story = { args: { lines: [], variant: 'overlay' } };

export const ReadOnly: Story = { args: { send: null } };

export const SignIn: Story = { args: { settings: { mode: 'members' }, viewer: { ...anna, isGuest: true } } };

export const AsksForAName: Story = { args: { viewer: guest, variant: 'overlay' } };

export const SlowMode: Story = { args: { settings: { slowMode: 30_000 } } };

export const ShortMessages: Story = { args: { settings: { maximumLength: 20 } } };

export const Moderator: Story = { args: { viewer: moderator } };

/** The row of somebody else, opened: what a viewer can do with it. */
export const RowMenu: Story = { args: { happens: takesReports }, play: opens };

export const RowMenuOverVideo: Story = { args: { happens: takesReports, variant: 'overlay' }, play: opens };

/** The same for those who keep order. */
export const RowMenuOfStaff: Story = { args: { viewer: moderator, happens: isKept }, play: opens };

export const RowMenuOfStaffOverVideo: Story = {
  args: { viewer: moderator, happens: isKept, variant: 'overlay' },
  play: opens,
};

/** A ban is asked once. */
export const Ban: Story = {
  args: { viewer: moderator, happens: isKept },
  play: async (context) => {
    await opens(context);
    (await inside(context, '[data-do=ban]')).click();
  },
};

/** Somebody was muted: it can be taken back where it was done. */
export const Muted: Story = {
  play: async (context) => {
    await opens(context);
    (await inside(context, '[data-do=mute]')).click();
  },
};

const fromArabic: Args['translate'] = async () => ({
  text: 'The colour is wonderful. How many infusions does it give?',
  from: 'ar',
});

/** Somebody's words in the viewer's language, in place of their own. */
export const Translated: Story = { args: { lines: scripts, translate: fromArabic }, play: translates };

export const TranslatedOverVideo: Story = {
  args: { lines: scripts, translate: fromArabic, variant: 'overlay' },
  play: translates,
};

export const Translating: Story = {
  args: { lines: scripts, translate: () => new Promise(() => undefined) },
  play: translates,
};

/** It can be tried again. */
export const NotTranslated: Story = {
  args: { lines: scripts, translate: () => Promise.reject(new VitrineError('NETWORK', 'No answer.')) },
  play: translates,
};

/** Who may be meant by "@". */
export const Mentions: Story = { play: calls };

export const MentionsOverVideo: Story = { args: { variant: 'overlay' }, play: calls };

const lin = { id: 'lin', name: 'Lin Yue', role: 'host' } as const;
const pin: Args['happens'] = (talk) => {
  const text =
    'Free delivery to every country of the list until eight this evening, also for what was ordered before the show began, ' +
    'and nothing needs to be done for it';
  talk.push({ kind: 'notice', notice: { author: lin, text } });
};

/** What the staff has put at the top: two lines of it, all on request, and not there any more for who hides it. */
export const Pinned: Story = { args: { happens: pin } };

export const PinnedOverVideo: Story = { args: { happens: pin, variant: 'overlay' } };

async function offersStickers(context: Canvas): Promise<void> {
  (await inside(context, '.emoji')).click();
  await inside(context, 'vitrine-emoji-picker');
  const { canvasElement } = context;
  const picker = canvasElement.querySelector('vitrine-chat')?.shadowRoot?.querySelector('vitrine-emoji-picker');
  await until(() => picker?.shadowRoot?.querySelector('.stickers > :not(:empty)'));
  picker?.shadowRoot?.querySelector('.stickers')?.scrollIntoView({ block: 'end' });
}

/** Said by stickers: pictures, and words where there is none. */
const bySticker: Args['happens'] = (talk) => {
  for (const sticker of stickers) talk.say('Hana', sticker.label, { sticker });
};

export const Stickers: Story = { args: { lines: tea.slice(0, 3), stickers, happens: bySticker } };

export const StickersOverVideo: Story = { args: { lines: [], stickers, happens: bySticker, variant: 'overlay' } };

export const StickersToChooseFrom: Story = { args: { stickers }, play: offersStickers };

export const StickersToChooseFromRightToLeft: Story = {
  args: { stickers, direction: 'rtl' },
  play: offersStickers,
};

export const StickersOnTheirWay: Story = {
  args: { chat: { stickers: () => new Promise(() => undefined) } },
  play: offersStickers,
};

export const NoStickers: Story = { args: { stickers: [] }, play: offersStickers };

export const StickersOutOfReach: Story = {
  args: { chat: { stickers: () => Promise.reject(new VitrineError('NETWORK', 'No connection.')) } },
  play: offersStickers,
};

export const Reconnecting: Story = { args: { happens: (talk) => talk.setStatus('reconnecting') } };

/** Each message meets another fate, by its words: `offline`, `refused`, `muted`; all others stay on their way. */
export const Refused: Story = {
  args: {
    send: ({ text }) => {
      if (text === 'offline') return Promise.reject(new VitrineError('OFFLINE', 'No connection.'));
      if (text === 'refused') return Promise.reject(new VitrineError('MESSAGE_REFUSED', 'Not here.'));
      if (text === 'muted') return Promise.reject(new VitrineError('MUTED', 'Not you.'));
      return new Promise(() => undefined);
    },
    happens: ({ room }) => {
      for (const text of ['offline', 'refused', 'muted', 'on its way']) void room.request('chat:send', { text });
    },
  },
};

/** Scroll up: nothing moves, the chip counts. */
export const Busy: Story = {
  args: {
    happens: (talk) => {
      const timer = setInterval(() => talk.say('Jun', `message at ${new Date().toLocaleTimeString()}`), 250);
      talk.room.signal.addEventListener('abort', () => clearInterval(timer));
    },
  },
};

/** Five thousand messages a second: a few of them can be read, and the chip says how many more there are. */
export const Flood: Story = {
  args: {
    happens: (talk) => {
      const timer = setInterval(() => talk.flood(500), 100);
      talk.room.signal.addEventListener('abort', () => clearInterval(timer));
    },
  },
};

const asRecording: Args['happens'] = ({ room }) => {
  room.playhead.publish({ programTime: beginning + 76_000, source: 'frame', rate: 0 });
};

/** What had been said at the moment on the screen. */
export const Recording: Story = { args: { phase: 'replay', happens: asRecording } };

export const RecordingOverVideo: Story = { args: { phase: 'replay', happens: asRecording, variant: 'overlay' } };

export const RecordingBeforeTheFirstWords: Story = { args: { phase: 'replay', lines: [] } };

export const LargeText: Story = { args: { scale: 2 } };

export const LargeTextOverVideo: Story = { args: { scale: 2, variant: 'overlay' } };
