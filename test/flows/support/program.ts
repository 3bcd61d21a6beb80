// SPDX-License-Identifier: MIT
// `npm start` as somebody has it who has installed nothing but Node.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const patience = 60_000;

// Each is in a process group of its own, and would outlive a test run that is stopped.
const running = new Set<Program>();
process.once('exit', () => {
  for (const program of running) program.kill();
});
process.once('SIGTERM', () => process.exit(1));

/** A program that was started, with all that it has started. */
export class Program {
  /** A new folder of its own, for what the program keeps. */
  readonly dataDir: string;
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #ended: Promise<number | null>;
  #written = '';
  #complained = '';

  private constructor(child: ChildProcess, folder: string) {
    this.#child = child;
    this.#folder = folder;
    this.dataDir = join(folder, 'data');
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.#written += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#complained += text));
    this.#ended = new Promise((resolve) => child.once('close', resolve));
    running.add(this);
  }

  /** Runs what `npm start` runs, in a process group of its own as a terminal does it. */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<Program> {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { start: string } };
    const [program = '', ...options] = scripts.start.split(' ');
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-start-'));
    const bin = join(folder, 'bin');
    await mkdir(bin);
    await symlink(process.execPath, join(bin, 'node'));
    const child = spawn(program, options, {
      env: { PATH: bin, HOME: folder, VITRINE_OPEN: '0', VITRINE_DATA_DIR: join(folder, 'data'), ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    return new Program(child, folder);
  }

  /** What it wrote on the standard output. */
  get written(): string {
    return this.#written;
  }

  /** What it wrote on the standard error. */
  get complained(): string {
    return this.#complained;
  }

  /** Resolves with all that was written when a text is among it; rejects when the program ends before, or in a minute. */
  async until(text: string): Promise<string> {
    const stopped = AbortSignal.timeout(patience);
    await new Promise<void>((resolve, reject) => {
      const look = (): void => (this.#written.includes(text) ? resolve() : undefined);
      this.#child.stdout?.on('data', look);
      const fail = (): void => reject(new Error(`It never wrote "${text}":\n${this.#written}${this.#complained}`));
      stopped.addEventListener('abort', fail);
      void this.#ended.then(fail);
      look();
    });
    return this.#written;
  }

  /** Presses Ctrl+C: a terminal tells the whole group. */
  interrupt(): void {
    this.#signal('SIGINT');
  }

  /** The exit code, null when it was killed; rejects when it has not ended in a minute. */
  async ended(): Promise<number | null> {
    const stopped = AbortSignal.timeout(patience);
    return await new Promise((resolve, reject) => {
      stopped.addEventListener('abort', () => reject(new Error(`It goes on:\n${this.#written}${this.#complained}`)));
      void this.#ended.then(resolve);
    });
  }

  kill(): void {
    this.#signal('SIGKILL');
  }

  /** Whether any process of the group is still there. */
  get isThere(): boolean {
    return this.#signal(0);
  }

  /** Ends whatever is left and removes its folder. */
  async remove(): Promise<void> {
    this.kill();
    await this.#ended;
    running.delete(this);
    await rm(this.#folder, { recursive: true, force: true });
  }

  #signal(signal: NodeJS.Signals | 0): boolean {
    const { pid } = this.#child;
    if (pid === undefined) return false;
    try {
      process.kill(-pid, signal);
      return true;
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ESRCH') return false;
      throw thrown;
    }
  }
}
