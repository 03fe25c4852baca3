import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';

const KEPT_OUTPUT = 256 * 1024;
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/** A process of ours, with what it printed and how it ended. */
export interface Child {
  readonly pid: number;
  /** Everything printed so far on both streams, the last 256 kB of it. */
  output(): string;
  /** Resolves when the process is gone; never rejects. */
  readonly ended: Promise<Ending>;
  /** How it ended, or undefined while it lives. */
  ending(): Ending | undefined;
  signal(name: NodeJS.Signals): void;
  /** SIGTERM, and SIGKILL after `grace` milliseconds. */
  stop(grace?: number): Promise<Ending>;
  /** SIGKILL at once. */
  kill(): Promise<Ending>;
  /** The raw process, for its IPC channel and streams. */
  readonly raw: ChildProcess;
}

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ChildOptions {
  readonly cwd?: string;
  /** Replaces the environment; PATH and HOME are kept. */
  readonly env?: Readonly<Record<string, string>>;
  readonly ipc?: boolean;
}

/** Starts a program. On Linux the kernel kills it when the test process dies, so that nothing is left running. */
export async function startChild(
  program: string,
  words: readonly string[],
  options: ChildOptions = {},
): Promise<Child> {
  const [file, args] = SETPRIV ? [SETPRIV, ['--pdeathsig', 'KILL', '--', program, ...words]] : [program, [...words]];
  const raw = spawn(file, args, {
    cwd: options.cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...options.env },
    stdio: options.ipc ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
  });
  const printed = keepOutput(raw);
  let ending: Ending | undefined;
  const ended = new Promise<Ending>((resolve) => {
    raw.once('exit', (code, signal) => resolve((ending = { code, signal })));
  });
  await new Promise<void>((resolve, reject) => {
    raw.once('spawn', resolve);
    raw.once('error', reject);
  });
  const signal = (name: NodeJS.Signals): void => void raw.kill(name);
  const kill = (): Promise<Ending> => {
    if (!ending) signal('SIGKILL');
    return ended;
  };
  const stop = async (grace = 5_000): Promise<Ending> => {
    if (ending) return ending;
    // A frozen process takes no SIGTERM until it goes on.
    signal('SIGCONT');
    signal('SIGTERM');
    const timer = setTimeout(() => signal('SIGKILL'), grace);
    return ended.finally(() => clearTimeout(timer));
  };
  return { pid: raw.pid ?? -1, output: printed, ended, ending: () => ending, signal, stop, kill, raw };
}

function keepOutput(raw: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: string): void => {
    text = (text + chunk).slice(-KEPT_OUTPUT);
  };
  raw.stdout?.setEncoding('utf8').on('data', keep);
  raw.stderr?.setEncoding('utf8').on('data', keep);
  return () => text;
}
