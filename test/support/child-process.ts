import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';

/** In UTF-16 code units. */
const maxOutputLength = 256 * 1024;
const setprivPath = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/** A child process, with its output and its exit status. */
export interface ManagedProcess {
  readonly pid: number;
  /** The last 262,144 characters that the process wrote to standard output and standard error. */
  output(): string;
  /** Resolves when the process has ended; never rejects. */
  readonly exited: Promise<ExitStatus>;
  /** The exit status; undefined while the process runs. */
  exitStatus(): ExitStatus | undefined;
  signal(name: NodeJS.Signals): void;
  /** Sends SIGTERM, and SIGKILL after `graceMs` milliseconds (default 5000). */
  stop(graceMs?: number): Promise<ExitStatus>;
  /** Sends SIGKILL at once. */
  kill(): Promise<ExitStatus>;
}

export interface ExitStatus {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ManagedProcessOptions {
  readonly cwd?: string;
  /** Replaces the environment, except PATH and HOME. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a program. On Linux, the kernel kills it when the test process dies, so that no process is left running. */
export async function startProcess(
  program: string,
  args: readonly string[],
  options: ManagedProcessOptions = {},
): Promise<ManagedProcess> {
  const [file, fileArgs] = setprivPath
    ? [setprivPath, ['--pdeathsig', 'KILL', '--', program, ...args]]
    : [program, [...args]];
  const child = spawn(file, fileArgs, {
    cwd: options.cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = captureOutput(child);
  let exitStatus: ExitStatus | undefined;
  const exited = new Promise<ExitStatus>((resolve) => {
    child.once('exit', (code, signal) => resolve((exitStatus = { code, signal })));
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const signal = (name: NodeJS.Signals): void => void child.kill(name);
  const kill = (): Promise<ExitStatus> => {
    if (!exitStatus) signal('SIGKILL');
    return exited;
  };
  const stop = async (graceMs = 5_000): Promise<ExitStatus> => {
    if (exitStatus) return exitStatus;
    // A frozen process does not handle SIGTERM until it continues.
    signal('SIGCONT');
    signal('SIGTERM');
    const timer = setTimeout(() => signal('SIGKILL'), graceMs);
    return exited.finally(() => clearTimeout(timer));
  };
  return { pid: child.pid ?? -1, output, exited, exitStatus: () => exitStatus, signal, stop, kill };
}

function captureOutput(child: ChildProcess): () => string {
  let text = '';
  const append = (chunk: string): void => {
    text = (text + chunk).slice(-maxOutputLength);
  };
  child.stdout?.setEncoding('utf8').on('data', append);
  child.stderr?.setEncoding('utf8').on('data', append);
  return () => text;
}
