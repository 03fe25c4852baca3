import { SettingsError } from './environment.js';
import { readSettingsFromEnvironment } from './options.js';
import { startSandbox, type Sandbox } from './sandbox.js';
import { formatWelcomeMessage } from './welcome.js';

/** Starts the sandbox by itself, or as a child process that sends its addresses to the parent over IPC. */
async function main(): Promise<void> {
  const running: Sandbox[] = [];
  const stop = (): void => {
    Promise.all(running.map((sandbox) => sandbox.close())).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  // A terminal sends it to the gateway too, which ends the sandbox when it ends itself.
  process.on('SIGHUP', () => undefined);
  process.once('SIGINT', stop);
  // A child must end when its parent ends, even during the start.
  process.once('disconnect', stop);
  const sandbox = await startSandbox(readSettingsFromEnvironment());
  running.push(sandbox);
  if (process.send) process.send({ ready: true, ...toReadyMessage(sandbox) });
  else process.stdout.write(formatWelcomeMessage(sandbox));
}

function toReadyMessage({ url, objectStoreUrl, appTokenUrl, options }: Sandbox) {
  const { appId, clientId, controlToken } = options;
  return { url, objectStoreUrl, appTokenUrl, appId, clientId, controlToken };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : String(error)}\n`);
  process.exit(1);
});
