import { SettingsError } from './environment.js';
import { readSettings } from './options.js';
import { startSandbox, type Sandbox } from './sandbox.js';
import { welcome } from './welcome.js';

/** Starts the sandbox alone, or as a child that tells its parent over IPC where it listens. */
async function main(): Promise<void> {
  const running: Sandbox[] = [];
  const stop = (): void => {
    Promise.all(running.map((sandbox) => sandbox.close())).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // A sandbox whose parent is gone must not stay behind, even when that happens while it starts.
  process.once('disconnect', stop);
  const sandbox = await startSandbox(readSettings());
  running.push(sandbox);
  if (process.send) process.send({ ready: true, ...ready(sandbox) });
  else process.stdout.write(welcome(sandbox));
}

function ready({ url, objectStoreUrl, appTokenUrl, options }: Sandbox) {
  return { url, objectStoreUrl, appTokenUrl, appId: options.appId, clientId: options.clientId };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : String(error)}\n`);
  process.exit(1);
});
