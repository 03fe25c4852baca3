import { ApiKeyFileError, isBrowserSessionScope } from '#callers';
import { existsSync } from 'node:fs';
import { type Configuration, ConfigurationError, findConfigurationWarnings, loadConfiguration } from '#config';
import { createGateway, type Gateway } from './application.js';
import { formatBanner } from './development/banner.js';
import { ensureControlToken } from './development/control-token.js';
import { ensureDevelopmentCaller, findExampleSpaceId } from './development/development-caller.js';
import { type RunningSandbox, startEmbeddedSandbox } from './development/embedded-sandbox.js';

/** Time in which load balancers notice that this instance stops, before it accepts no more connections. */
const drainDelayMs = 2_000;

async function start(configuration: Configuration): Promise<void> {
  const { target } = configuration.upstream;
  const { apiKeysFilePath } = configuration.callers;
  const sandbox =
    target.kind === 'embedded-sandbox'
      ? await startEmbeddedSandbox(
          target.port,
          target.controlToken?.reveal() ?? (await ensureControlToken(apiKeysFilePath)),
        )
      : undefined;
  const upstream = target.kind === 'embedded-sandbox' ? sandbox?.upstream : target;
  if (!upstream) throw new Error('No upstream is configured.');
  const gateway = await createGateway(configuration, upstream);
  process.on('SIGHUP', () => gateway.context.auditStream.reopen());
  for (const warning of findStartWarnings(configuration)) gateway.context.logger.warn(warning);
  const { host, port, docsEnabled } = configuration.server;
  await gateway.app.listen({ host, port });
  shutDownOnSignal(configuration, gateway, sandbox);
  const url = await gateway.app.getUrl();
  if (sandbox) {
    const caller = await ensureDevelopmentCaller(apiKeysFilePath, sandbox);
    await gateway.context.apiKeyRegistry.reloadIfChanged();
    const spaceId = await findExampleSpaceId(url, caller.key);
    process.stdout.write(`${formatBanner({ gateway: url, sandbox, docs: docsEnabled, ...caller, spaceId })}\n`);
  }
}

function findStartWarnings(configuration: Configuration): readonly string[] {
  const { upstream, callers } = configuration;
  const warnings = findConfigurationWarnings(configuration);
  // With the sandbox, the file is created together with its first key.
  if (upstream.target.kind !== 'remote' || existsSync(callers.apiKeysFilePath)) return warnings;
  const message = 'the file of API_KEYS_FILE does not exist, so no API key is accepted: see `npm run keys`';
  return [...warnings, message];
}

/**
 * On SIGTERM or SIGINT: reports at /ready that the gateway stops, waits for the load balancers, ends open streams and
 * exits. A second signal exits at once.
 */
function shutDownOnSignal(configuration: Configuration, gateway: Gateway, sandbox: RunningSandbox | undefined): void {
  let shuttingDown = false;
  const exitAtOnce = (): void => {
    gateway.recordRunningWrites();
    process.exit(1);
  };
  const shutDown = async (): Promise<void> => {
    if (shuttingDown) exitAtOnce();
    shuttingDown = true;
    setTimeout(exitAtOnce, configuration.server.shutdownDrainMs).unref();
    await gateway.close(configuration.environment === 'production' ? drainDelayMs : 0);
    await sandbox?.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void shutDown());
  process.on('SIGINT', () => void shutDown());
}

// It asks for logs to be opened again, and never ends the process, also during the start.
process.on('SIGHUP', () => undefined);
try {
  await start(loadConfiguration(undefined, { isBrowserSessionScope }));
} catch (error) {
  const isForOperator = error instanceof ConfigurationError || error instanceof ApiKeyFileError;
  process.stderr.write(`${isForOperator ? error.message : String((error as Error).stack)}\n`);
  process.exit(error instanceof ConfigurationError ? 2 : 1);
}
