import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CertificateFiles } from './certificate.js';
import { startProcess, type ManagedProcess } from './child-process.js';
import { waitUntil } from './wait-until.js';
import { findFreePort } from './ports.js';
import { ensureProgram } from './system-programs.mjs';

/** A real Redis that a test starts: on 127.0.0.1, without persistence. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Shuts the server down (SIGTERM). */
  stop(): Promise<void>;
  /** SIGKILL: simulates a crash. */
  kill(): Promise<void>;
  /** SIGSTOP: connections stay open, but the server does not respond. */
  freeze(): void;
  /** SIGCONT. */
  thaw(): void;
}

export interface RedisOptions {
  /** The port to listen on, for example that of an earlier server; by default a free port. */
  readonly port?: number;
  /** Further arguments of redis-server, such as `['--maxmemory', '10mb']`. */
  readonly extraArgs?: readonly string[];
  /** A folder that outlives the server, such as for a snapshot that the next one loads; by default a temporary one. */
  readonly folder?: string;
}

const maxStartAttempts = 3;
const startTimeoutMs = 10_000;

/** Starts a Redis (or Valkey). Resolves when the server responds. */
export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const program = ensureProgram('redis');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryStartRedis(program, options.port ?? (await findFreePort()), options);
    } catch (error) {
      // Another process may have taken the free port meanwhile.
      if (attempt >= maxStartAttempts) throw error;
    }
  }
}

async function tryStartRedis(
  program: string,
  port: number,
  { extraArgs = [], folder: givenFolder }: RedisOptions,
): Promise<RedisServer> {
  const folder = givenFolder ?? (await mkdtemp(join(tmpdir(), 'koodrive-redis-')));
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--daemonize', 'no'];
  const child = await startProcess(program, [...args, '--save', '', '--appendonly', 'no', ...extraArgs], {
    cwd: folder,
  });
  const removeFolder = async (): Promise<void> => {
    if (!givenFolder) await rm(folder, { recursive: true, force: true });
  };
  try {
    await waitUntil(
      `redis-server on port ${port} to respond`,
      () => assertRunning(child) && isServedByProcess(child.pid, port),
      {
        timeoutMs: startTimeoutMs,
      },
    );
  } catch (cause) {
    await child.kill();
    await removeFolder();
    throw new Error(`redis-server did not start on port ${port}: ${child.output()}`, { cause });
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: child.pid,
    stop: () => child.stop().then(removeFolder),
    kill: () => child.kill().then(removeFolder),
    freeze: () => child.signal('SIGSTOP'),
    thaw: () => child.signal('SIGCONT'),
  };
}

export interface SentinelOptions {
  /** Further lines of sentinel.conf. */
  readonly lines?: readonly string[];
  /** Sentinels that must agree that the master is down; 1 by default. */
  readonly quorum?: number;
  /** The files of its certificate; with them, it listens with TLS only. */
  readonly tls?: CertificateFiles;
}

/** Starts a Redis Sentinel that watches the Redis on `masterPort` under the name `main`. */
export async function startSentinel(
  masterPort: number,
  { lines = [], quorum = 1, tls }: SentinelOptions = {},
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-sentinel-'));
  const file = join(folder, 'sentinel.conf');
  const port = await findFreePort();
  const listener = tls
    ? ['port 0', `tls-port ${port}`, `tls-cert-file ${tls.cert}`, `tls-key-file ${tls.key}`, 'tls-auth-clients no']
    : [`port ${port}`];
  const master = `sentinel monitor main 127.0.0.1 ${masterPort} ${quorum}`;
  await writeFile(file, [...listener, 'bind 127.0.0.1', master, ...lines, ''].join('\n'));
  const child = await startProcess(ensureProgram('redis'), [file, '--sentinel'], { cwd: folder });
  return { port, stop: () => child.stop().then(() => rm(folder, { recursive: true, force: true })) };
}

function assertRunning(child: ManagedProcess): true {
  if (child.exitStatus()) throw new Error(`it ended with ${JSON.stringify(child.exitStatus())}`);
  return true;
}

/** Whether the server on the port is that process: another process may have taken the port first. */
function isServedByProcess(pid: number, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('INFO server\r\n'));
    const finish = (served: boolean): void => {
      socket.destroy();
      resolve(served);
    };
    socket.setTimeout(500, () => finish(false));
    socket.once('data', (bytes) => finish(bytes.toString('latin1').includes(`\r\nprocess_id:${pid}\r\n`)));
    socket.once('error', () => finish(false));
  });
}
