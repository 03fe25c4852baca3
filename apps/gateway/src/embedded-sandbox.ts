import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type RemoteUpstream, Secret } from '#config';

/** What the sandbox tells its parent once it listens. */
interface ReadyMessage {
  readonly ready: true;
  readonly url: string;
  readonly objectStoreUrl: string;
  readonly appTokenUrl: string;
}

export interface RunningSandbox {
  readonly upstream: RemoteUpstream;
  readonly url: string;
  stop(): Promise<void>;
}

const startTimeoutMs = 20_000;

/**
 * Starts the sandbox as a child process, with credentials that are made for this run and known to nobody else. It ends
 * when this process does: its channel closes.
 */
export async function startEmbeddedSandbox(port: number): Promise<RunningSandbox> {
  const appSecret = randomBytes(24).toString('base64url');
  const clientSecret = randomBytes(24).toString('base64url');
  const program = new URL('../../sandbox/src/main.js', import.meta.url);
  const child = fork(program, {
    env: {
      SANDBOX_PORT: String(port),
      SANDBOX_APP_ID: 'gateway',
      SANDBOX_APP_SECRET: appSecret,
      SANDBOX_CLIENT_ID: 'gateway',
      SANDBOX_CLIENT_SECRET: clientSecret,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = await readyOf(child);
  return {
    url: ready.url,
    upstream: {
      kind: 'remote',
      baseUrl: ready.url,
      objectStoreOrigins: [ready.objectStoreUrl],
      app: { id: 'gateway', secret: new Secret(appSecret) },
      appToken: { url: ready.appTokenUrl, clientId: 'gateway', clientSecret: new Secret(clientSecret) },
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function readyOf(child: ChildProcess): Promise<ReadyMessage> {
  const signal = AbortSignal.timeout(startTimeoutMs);
  const message = await Promise.race([
    once(child, 'message', { signal }).then(([first]) => first as ReadyMessage),
    once(child, 'exit', { signal }).then(([code]) => {
      throw new Error(
        `The sandbox ended at its start (exit code ${String(code)}); is its port in use? Set SANDBOX_PORT.`,
      );
    }),
  ]);
  return message;
}
