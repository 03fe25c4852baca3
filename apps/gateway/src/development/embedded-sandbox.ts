import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type RemoteUpstream, Secret } from '#config';

/** The message that the sandbox sends to its parent process once it listens. */
interface ReadyMessage {
  readonly ready: true;
  readonly url: string;
  readonly objectStoreUrl: string;
  readonly appTokenUrl: string;
}

export interface RunningSandbox {
  readonly upstream: RemoteUpstream;
  readonly url: string;
  readonly controlToken: string;
  stop(): Promise<void>;
}

const startTimeoutMs = 20_000;

/**
 * Starts the sandbox as a child process, with random credentials for this run. They are passed in its environment, since
 * all users of the machine can read the arguments of a process. It exits when this process exits,
 * because its IPC channel closes.
 *
 * @param controlToken the token for its control API
 * @throws Error where the sandbox exits or is not ready within 20 seconds
 */
export async function startEmbeddedSandbox(port: number, controlToken: string): Promise<RunningSandbox> {
  const appSecret = randomBytes(24).toString('base64url');
  const clientSecret = randomBytes(24).toString('base64url');
  const modulePath = new URL('../../../sandbox/src/main.js', import.meta.url);
  const child = fork(modulePath, {
    env: {
      SANDBOX_PORT: String(port),
      SANDBOX_APP_ID: 'gateway',
      SANDBOX_APP_SECRET: appSecret,
      SANDBOX_CLIENT_ID: 'gateway',
      SANDBOX_CLIENT_SECRET: clientSecret,
      SANDBOX_CONTROL_TOKEN: controlToken,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = await waitUntilReady(child);
  return {
    url: ready.url,
    controlToken,
    upstream: {
      kind: 'remote',
      baseUrl: ready.url,
      objectStoreOrigins: [ready.objectStoreUrl],
      signInOrigins: [ready.url],
      app: { id: 'gateway', secret: new Secret(appSecret) },
      appToken: { url: ready.appTokenUrl, clientId: 'gateway', clientSecret: new Secret(clientSecret) },
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function waitUntilReady(child: ChildProcess): Promise<ReadyMessage> {
  const signal = AbortSignal.timeout(startTimeoutMs);
  return Promise.race([
    once(child, 'message', { signal }).then(([first]) => first as ReadyMessage),
    once(child, 'exit', { signal }).then(([code]) => {
      throw new Error(
        `The sandbox exited at its start (exit code ${String(code)}). Is its port in use? Set SANDBOX_PORT.`,
      );
    }),
  ]);
}
