// SPDX-License-Identifier: MIT
// One WebKitWebDriver with a screen of its own, both stopped by the ids they were started with.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureTools, miniBrowser } from './tools.mjs';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// Xvfb picks a free display itself and writes its number to the descriptor: no race between two runs, as there is
// with the lock files of `xvfb-run -a`.
async function startScreen(program) {
  const screen = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const [number] = await Promise.race([
    once(screen.stdio[3], 'data'),
    once(screen, 'exit').then(() => {
      throw new Error('Xvfb ended before it opened a display.');
    }),
  ]);
  return { screen, display: `:${String(number).trim()}` };
}

/**
 * Starts WebKitWebDriver on a free port.
 * @param {{ layers?: boolean }} [options] `layers: false` paints a page as one picture. Without a GPU, layers that are
 *   put together anew at every frame are more than half of what a page costs; only with them, though, does a video tell
 *   of its frames (`requestVideoFrameCallback`)
 * @returns {Promise<{ port: number, capabilities: object, stop(): void }>}
 */
export async function startWebKitDriver({ layers = true } = {}) {
  const found = ensureTools(['webkit', 'xvfb']);
  const { screen, display } = await startScreen(found.xvfb);
  const port = await freePort();
  // A profile of its own: two runs at once must not share storage.
  const home = mkdtempSync(join(tmpdir(), 'vitrine-webkit-'));
  const driver = spawn(found.webkit, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    detached: true,
    env: {
      ...process.env,
      DISPLAY: display,
      WAYLAND_DISPLAY: '',
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      // Mesa's software rasteriser may crash under Skia's GPU threads, and is the slower way to paint without a GPU.
      WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
      ...(!layers && { WEBKIT_DISABLE_COMPOSITING_MODE: '1' }),
      NO_AT_BRIDGE: '1',
      GTK_A11Y: 'none',
      // What GStreamer found out about its plugins takes seconds to find out again.
      GST_REGISTRY: join(tmpdir(), 'vitrine-gstreamer-registry.bin'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_DATA_HOME: join(home, 'data'),
    },
  });

  let stopped = false;
  const stop = () => {
    if (stopped) return;
    stopped = true;
    process.off('exit', stop);
    // Each leads a process group of its own, so its children (MiniBrowser, web process) end with it.
    for (const child of [driver, screen]) {
      try {
        process.kill(-child.pid, 'SIGTERM');
      } catch {
        // it has ended already
      }
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', stop);
  // A process that is told to end runs no exit handlers unless it ends by itself.
  process.once('SIGTERM', () => process.exit(143));

  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (
      await fetch(`http://127.0.0.1:${port}/status`).then(
        (answer) => answer.ok,
        () => false,
      )
    ) {
      // Neither keeps this process alive once the work is done.
      for (const child of [driver, screen]) child.unref();
      screen.stdio[3].destroy();
      return {
        port,
        stop,
        capabilities: {
          browserName: 'MiniBrowser',
          'wdio:enforceWebDriverClassic': true,
          'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
        },
      };
    }
    await delay(100);
  }
  stop();
  throw new Error('WebKitWebDriver did not answer within 10 s.');
}
