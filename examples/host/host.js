// SPDX-License-Identifier: MIT
// The page a host link opens: `/host/#code=…` (a fragment is not sent to any server) or `/host/?code=…`. The code works
// once; it is exchanged for the host's token, which is kept for this tab only, so that a reload needs no new link.
import { choose } from './words.js';

const api = '/api';
const place = 'vitrine-host';
const address = new URL(location.href);
const fragment = new URLSearchParams(address.hash.slice(1));
const code = fragment.get('code') ?? address.searchParams.get('code');
const lang = address.searchParams.get('lang') ?? 'en';

document.documentElement.lang = lang;
document.documentElement.dir = lang.startsWith('ar') ? 'rtl' : 'ltr';
const words = choose(lang);
document.title = words.title;

// Before anything else: a code must not stay in the history, in a bookmark or in a screenshot.
if (code !== null) {
  address.searchParams.delete('code');
  address.hash = '';
  history.replaceState(null, '', address);
}

/** A storage that is blocked is one that is empty: the token then lives as long as the page. */
function remembered() {
  try {
    const { token, room } = JSON.parse(sessionStorage.getItem(place) ?? 'null') ?? {};
    return typeof token === 'string' && typeof room === 'string' ? { token, room } : null;
  } catch {
    return null;
  }
}

function remember(pass) {
  try {
    if (pass) sessionStorage.setItem(place, JSON.stringify(pass));
    else sessionStorage.removeItem(place);
  } catch {
    // Nothing to do: see above.
  }
}

/** @returns a pass; or the name of the words that say why there is none */
async function exchange() {
  let answer;
  try {
    answer = await fetch(`${api}/host/exchange`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
  } catch {
    return 'offline';
  }
  if (answer.status === 429) return 'busy';
  if (answer.status >= 500) return 'offline';
  if (!answer.ok) return 'used';
  const { token, room } = await answer.json();
  return { token, room };
}

function say(reason, again) {
  const notice = document.getElementById('notice');
  const [title, way, action] = words[reason];
  notice.querySelector('h1').textContent = title;
  notice.querySelector('p').textContent = way;
  const button = notice.querySelector('button');
  button.hidden = !again;
  button.textContent = action ?? '';
  button.onclick = () => {
    notice.hidden = true;
    void again();
  };
  notice.hidden = false;
}

function show({ token, room }) {
  const desk = document.getElementById('desk');
  const source = document.createElement('vitrine-room');
  source.id = 'show';
  source.setAttribute('layout', 'none');
  source.setAttribute('server', api);
  source.setAttribute('room', room);
  source.token = token;
  // The console says so itself; what is kept would only say it again.
  source.addEventListener('vitrine-room-failed', ({ detail }) => {
    if (/^TOKEN_|^FORBIDDEN$|^AUTH_/.test(detail.error.code)) remember(null);
  });
  const board = document.createElement('vitrine-console');
  board.setAttribute('room', 'show');
  desk.append(source, board);
  desk.removeAttribute('aria-busy');
}

async function start() {
  let pass = code === null ? remembered() : await exchange();
  // A link that was opened twice in one tab, by a reload that came too early or by going back.
  if (pass === 'used') pass = remembered() ?? pass;
  if (pass === null) return say('missing');
  if (typeof pass === 'string') return say(pass, pass === 'used' ? undefined : start);
  remember(pass);
  try {
    // The library brings the console by itself, as it sees one on the page.
    await import('/cdn/vitrine.js');
  } catch {
    return say('offline', () => location.reload());
  }
  show(pass);
}

// Another link pasted into the same tab changes the fragment alone: nothing would be loaded.
addEventListener('hashchange', () => location.reload());

void start();
