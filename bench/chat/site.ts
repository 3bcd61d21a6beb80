// SPDX-License-Identifier: MIT
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundle, type Scripts } from '../bundle.js';
import { contenders, pageOf, stylesheet, type Contender } from './contenders.js';

async function harness(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('harness.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

function serve(scripts: Scripts, harnessScript: string): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const send = (type: string, content: string | Buffer, headers: Record<string, string> = {}): void => {
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(content);
    };
    if (pathname === '/bench.css') return send('text/css', stylesheet);
    if (pathname === '/harness.js') return send('text/javascript', harnessScript);
    if (pathname.startsWith('/page/')) {
      const index = Number(pathname.slice(6));
      const styles = `/${index}/page.css`;
      const page = pageOf(contenders[index] as Contender, `/${index}/page.js`, scripts.has(styles) ? styles : null);
      return send('text/html', page);
    }
    const script = scripts.get(pathname);
    const type = pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
    if (script) return send(type, script, { 'content-encoding': 'br' });
    response.writeHead(404).end();
  });
}

/** Starts the site with the lists, `/page/<index of the contender>`. */
export async function openSite(): Promise<{ server: Server; url: string }> {
  const server = serve(await bundle(contenders), await harness());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
}
