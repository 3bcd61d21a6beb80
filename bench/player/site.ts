// SPDX-License-Identifier: MIT
// The site of the bench: every page with a bundle of its own, and the stream from the same origin.
import { createServer, type Server } from 'node:http';
import { bundle, type Scripts } from '../bundle.js';
import { contenders, pageOf, stylesheet, type Contender } from './pages.js';

function serve(scripts: Scripts, channelUrl: string): Server {
  return createServer((request, response) => {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://x');
    const send = (type: string, content: string | Buffer, headers: Record<string, string> = {}): void => {
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(content);
    };
    if (pathname === '/bench.css') return send('text/css', stylesheet);
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    if (pathname.startsWith('/page/')) {
      const index = Number(pathname.slice(6));
      const stream = searchParams.get('stream') ?? '';
      return send('text/html', pageOf(contenders[index] as Contender, `/${index}/page.js`, stream));
    }
    const script = scripts.get(pathname);
    if (script) return send('text/javascript', script, { 'content-encoding': 'br' });
    fetch(channelUrl + pathname + search).then(
      async (answer) => {
        const type = answer.headers.get('content-type') ?? '';
        response.writeHead(answer.status, { 'content-type': type, 'cache-control': 'no-store' });
        response.end(Buffer.from(await answer.arrayBuffer()));
      },
      () => response.writeHead(502).end(),
    );
  });
}

/** Starts the site before a live channel. */
export async function openSite(channelUrl: string): Promise<{ server: Server; url: string }> {
  const server = serve(await bundle(contenders), channelUrl);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
}
