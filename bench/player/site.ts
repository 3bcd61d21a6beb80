// SPDX-License-Identifier: MIT
// The site of the bench: every page with a bundle of its own, compressed as servers do, and the stream from the same origin.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import resolveModules from '@rollup/plugin-node-resolve';
import { build, transform } from 'esbuild';
import { rollup, type Plugin } from 'rollup';
import { hls, isHls, squeezeHls } from '../../scripts/hls.mjs';
import { installPeers, peersFolder } from './peers.js';
import { contenders, pageOf, stylesheet, type Contender } from './pages.js';

const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as {
  compilerOptions: { experimentalDecorators: boolean; useDefineForClassFields: boolean };
};

/** Compressed scripts by path. */
type Scripts = ReadonlyMap<string, Buffer>;

const sourceExtension = /\.ts$/;

/** Sources as they are, without types. */
const transpiled: Plugin = {
  name: 'transpiled',
  async resolveId(source, importer, { isEntry }) {
    // A relative import says `.js` and means the `.ts` beside it.
    if (!importer || !sourceExtension.test(importer) || !/^\..*\.js$/.test(source)) return null;
    return this.resolve(source.replace(/\.js$/, '.ts'), importer, { isEntry, skipSelf: true });
  },
  async transform(code, id) {
    if (!sourceExtension.test(id)) return null;
    const { experimentalDecorators, useDefineForClassFields } = compilerOptions;
    const tsconfigRaw = { compilerOptions: { experimentalDecorators, useDefineForClassFields, target: 'es2022' } };
    return (await transform(code, { loader: 'ts', tsconfigRaw, define: { __VITRINE_VERSION__: '"bench"' } })).code;
  },
};

/** The hls.js of the CDN build, which is what viewers of ours get. */
const ownHls: Plugin = {
  ...hls,
  renderChunk(code, chunk, ...rest) {
    return isHls(chunk) ? squeezeHls.call(this, code, chunk, ...rest) : null;
  },
};

/**
 * A page by rollup, as Vite would bundle it. Each by itself: what two pages share would else be a file of its own, and a
 * round trip more for one of them.
 */
async function bundle({ module, isOurs = false }: Contender, name: string): Promise<[string, Buffer][]> {
  const page = {
    name: 'page',
    resolveId: (id: string) => (id === 'page' ? path.resolve('page.js') : null),
    load: (id: string) => (id === path.resolve('page.js') ? module : null),
  };
  const exportConditions = ['vitrine-source', 'production', 'browser', 'import', 'module', 'default'];
  const built = await rollup({
    input: 'page',
    onwarn: () => undefined,
    plugins: [
      page,
      transpiled,
      ...(isOurs ? [ownHls] : []),
      resolveModules({ exportConditions, extensions: ['.mjs', '.js', '.ts'] }),
    ],
  });
  const { output } = await built.generate({ format: 'es', entryFileNames: 'page.js' });
  await built.close();
  return Promise.all(
    output
      .filter((file) => file.type === 'chunk')
      .map(async ({ fileName, code }): Promise<[string, Buffer]> => {
        const small = await transform(code, { minify: true, format: 'esm', target: 'es2022' });
        return [`/${name}/${fileName}`, brotliCompressSync(small.code)];
      }),
  );
}

/** A peer's page by esbuild: some of them are CommonJS, which rollup alone does not read. */
async function bundlePeer({ module }: Contender, name: string): Promise<[string, Buffer][]> {
  const { outputFiles } = await build({
    stdin: { contents: module, resolveDir: peersFolder, sourcefile: 'page.js' },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    outdir: path.resolve('/', name),
    entryNames: 'page',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles.map((file): [string, Buffer] => [file.path, brotliCompressSync(file.contents)]);
}

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
  installPeers();
  const bundles = await Promise.all(
    contenders.map((contender, index) => (contender.isPeer ? bundlePeer : bundle)(contender, String(index))),
  );
  const server = serve(new Map(bundles.flat()), channelUrl);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
}
