// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { toDecimal } from '@vitrine/core';
import { param, readInput, spend } from '../http/requests.js';
import { Refusal } from '../refusal.js';
import type { Services } from '../services.js';
import { Buckets } from '../text/buckets.js';
import type { OrderLine } from './orders.js';
import type { SessionRow } from './sessions.js';

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:0 auto;max-width:30rem;padding:2rem 1rem}
h1{font-size:1.5rem;margin:0 0 1rem}dl{display:grid;grid-template-columns:1fr auto;gap:.5rem;margin:0 0 1.5rem}dd{margin:0;text-align:end}
.total{font-weight:700}form{display:grid;gap:.75rem}button,a.back{font:inherit;font-weight:600;min-height:3rem;border-radius:.75rem;border:1px solid;cursor:pointer;text-align:center;line-height:3rem;color:inherit}
button[value=card-4242]{background:#0f6b52;border-color:#0f6b52;color:#fff}[role=alert]{border-inline-start:4px solid #b42318;padding-inline-start:.75rem}`;
const styleHash = createHash('sha256').update(style).digest('base64');
const formBody = v.object({ key: v.string(), method: v.string() });

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function format(minor: number, currency: string): string {
  return `${toDecimal({ minor, currency })} ${currency}`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
}

function payPage(session: SessionRow): string {
  const lines = JSON.parse(session.lines) as OrderLine[];
  const rows = lines
    .map(
      ({ title, quantity, total }) =>
        `<dt>${quantity} × ${escapeHtml(title)}</dt><dd>${format(total.minor, total.currency)}</dd>`,
    )
    .join('');
  const declined =
    session.error === 'PAYMENT_DECLINED'
      ? '<p role="alert">Your bank declined this card. Nothing was charged.</p>'
      : '';
  return page(
    'Demo payment',
    `${declined}<dl>${rows}<dt class="total">Total</dt><dd class="total">${format(session.total, session.currency)}</dd></dl>
<p>No money moves here. Choose what the bank says.</p>
<form method="post" action="/pay/${session.id}"><input type="hidden" name="key" value="${session.pay_key}">
<button name="method" value="card-4242">Pay ${format(session.total, session.currency)}</button>
<button name="method" value="card-0002">Decline</button>
<button name="method" value="cancel">Cancel and go back</button></form>`,
  );
}

/** The hosted payment page of the demonstration: a plain page with a form, as a payment provider would have it. */
export function payRoutes(app: FastifyInstance, { checkout, settings }: Services): void {
  const buckets = new Buckets(settings.limits.checkout, settings.clock);

  const send = (reply: FastifyReply, session: SessionRow, html: string, status = 200): FastifyReply =>
    reply
      .status(status)
      .type('text/html; charset=utf-8')
      // A browser holds the redirect after a form to form-action as well, so the page to come back to is named.
      .header(
        'Content-Security-Policy',
        `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self' ${new URL(session.return_url).origin}; base-uri 'none'; frame-ancestors 'none'`,
      )
      .header('Referrer-Policy', 'no-referrer')
      .send(html);

  const over = (session: SessionRow): string =>
    page(
      session.status === 'paid' ? 'Paid' : 'This checkout is over',
      `<p><a class="back" href="${escapeHtml(session.return_url)}">Back to the show</a></p>`,
    );
  const isOpen = (session: SessionRow): boolean =>
    session.status === 'open' && session.expires_at > settings.clock.now();

  app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.setErrorHandler((thrown, _request, reply) => {
      const status = thrown instanceof Refusal ? thrown.status : 500;
      return reply
        .status(status)
        .type('text/html; charset=utf-8')
        .header(
          'Content-Security-Policy',
          `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'`,
        )
        .send(page('This checkout cannot be found', '<p>Go back to the show and begin again.</p>'));
    });

    const keyOf = ({ query }: FastifyRequest): string => String((query as { key?: unknown }).key ?? '');
    scope.get('/pay/:session', async (request, reply) => {
      const session = checkout.hosted(param(request, 'session'), keyOf(request));
      return send(reply, session, isOpen(session) ? payPage(session) : over(session));
    });

    scope.post('/pay/:session', async (request, reply) => {
      const { key, method } = readInput(formBody, request.body);
      const id = param(request, 'session');
      const before = checkout.hosted(id, key);
      spend(buckets, id);
      if (isOpen(before)) {
        if (method === 'cancel') checkout.cancel({ room: before.room, subject: before.owner }, id);
        else await checkout.payHosted(id, key, method);
      }
      const after = checkout.hosted(id, key);
      if (isOpen(after)) return send(reply, after, payPage(after));
      // 303: the browser fetches the shop's page and does not post to it.
      return reply.header('Referrer-Policy', 'no-referrer').redirect(after.return_url, 303);
    });
  });
}
