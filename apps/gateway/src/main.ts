import { isSessionScope } from '#callers';
import { type Configuration, ConfigurationError, loadConfiguration } from '#config';
import { createGateway, type Gateway } from './application.js';
import { banner } from './banner.js';
import { developmentCaller, exampleSpace } from './development-caller.js';
import { type RunningSandbox, startEmbeddedSandbox } from './embedded-sandbox.js';

/** Time for load balancers to hear that this instance goes away, before it stops to accept. */
const noticeMs = 2_000;

async function start(configuration: Configuration): Promise<void> {
  const { target } = configuration.upstream;
  const sandbox = target.kind === 'embedded-sandbox' ? await startEmbeddedSandbox(target.port) : undefined;
  const upstream = target.kind === 'embedded-sandbox' ? sandbox?.upstream : target;
  if (!upstream) throw new Error('There is no upstream.');
  const gateway = await createGateway(configuration, upstream);
  const { host, port, docs } = configuration.server;
  await gateway.app.listen({ host, port });
  endOnSignal(configuration, gateway, sandbox);
  const url = await gateway.app.getUrl();
  if (sandbox) {
    const caller = await developmentCaller(configuration.callers.apiKeysFile, sandbox.url);
    await gateway.parts.keys.look();
    const spaceId = await exampleSpace(url, caller.key);
    process.stdout.write(`${banner({ gateway: url, sandbox: sandbox.url, docs, ...caller, spaceId })}\n`);
  }
}

/** On SIGTERM: say so at /ready, wait until the load balancers know, end what is open, leave. A second signal hurries. */
function endOnSignal(configuration: Configuration, gateway: Gateway, sandbox: RunningSandbox | undefined): void {
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) process.exit(1);
    ending = true;
    setTimeout(() => process.exit(1), configuration.server.shutdownDrainMs).unref();
    await gateway.close(configuration.environment === 'production' ? noticeMs : 0);
    await sandbox?.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
}

try {
  await start(loadConfiguration(undefined, { isSessionScope }));
} catch (error) {
  process.stderr.write(`${error instanceof ConfigurationError ? error.message : String((error as Error).stack)}\n`);
  process.exit(error instanceof ConfigurationError ? 2 : 1);
}
