import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, type Child } from './child-process.js';
import { until } from './deadline.js';
import { freePort } from './ports.js';
import { ensureProgram } from './system-programs.mjs';

/** A real Redis of the test's own: on 127.0.0.1, without persistence. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** SIGKILL: as a crash. */
  kill(): Promise<void>;
  /** SIGSTOP: connections stay open, nothing answers. */
  freeze(): void;
  /** SIGCONT. */
  thaw(): void;
}

export interface RedisOptions {
  /** The port to take, to come back where an earlier one was; else a free one. */
  readonly port?: number;
  /** Further arguments of redis-server, such as `['--maxmemory', '10mb']`. */
  readonly arguments?: readonly string[];
}

const START_TRIES = 3;
const START_TIMEOUT = 10_000;

/** Starts a Redis (or Valkey) of one's own; resolves when it answers. */
export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const program = ensureProgram('redis');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(program, options.port ?? (await freePort()), options.arguments ?? []);
    } catch (error) {
      // Another process may have taken the free port in between.
      if (attempt >= START_TRIES) throw error;
    }
  }
}

/** The Redis of REDIS_URL where that is set, not ours to stop; else one of our own. */
export async function sharedRedis(): Promise<{ url: string; stop(): Promise<void> }> {
  const url = process.env.REDIS_URL;
  if (!url) return startRedis();
  return { url, stop: () => Promise.resolve() };
}

async function startOnce(program: string, port: number, extra: readonly string[]): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-redis-'));
  const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--daemonize', 'no'];
  const child = await startChild(program, [...fixed, '--save', '', '--appendonly', 'no', ...extra], { cwd: folder });
  const clean = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await until(`redis-server on port ${port} to answer`, () => alive(child) && answers(child.pid, port), {
      within: START_TIMEOUT,
    });
  } catch (cause) {
    await child.kill();
    await clean();
    throw new Error(`redis-server did not start on port ${port}: ${child.output()}`, { cause });
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: child.pid,
    stop: () => child.stop().then(clean),
    kill: () => child.kill().then(clean),
    freeze: () => child.signal('SIGSTOP'),
    thaw: () => child.signal('SIGCONT'),
  };
}

function alive(child: Child): true {
  if (child.ending()) throw new Error(`it ended with ${JSON.stringify(child.ending())}`);
  return true;
}

/** Whether the server of that process answers on the port: another one may have taken the port before ours. */
function answers(pid: number, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('INFO server\r\n'));
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(500, () => settle(false));
    socket.once('data', (bytes) => settle(bytes.toString('latin1').includes(`\r\nprocess_id:${pid}\r\n`)));
    socket.once('error', () => settle(false));
  });
}
