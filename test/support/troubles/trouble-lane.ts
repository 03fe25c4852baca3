import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueApiKey } from '../../../libs/callers/src/index.js';
import { findFreePort } from '../ports.js';
import { type SandboxProcess, type ServiceProcess, startGatewayProcess, startSandboxProcess } from '../processes.js';
import { buildProductionEnvironment } from '../production-environment.js';
import { OperatorView } from './operator-view.js';
import type { Breakage, CallOptions, TroubleBench, TroubleCause } from './trouble-cause.js';

type Credentials = Pick<TroubleBench, 'userId' | 'key' | 'appKey'>;

const maxShownLines = 20;

/** A sandbox, and one gateway before it at a time: causes are tried in it one after the other, and in several lanes at once. */
export class TroubleLane {
  /** Causes that begin while the gateway runs share it where its variables are the same. */
  private gateway: { readonly process: ServiceProcess; readonly variables: string } | undefined;
  private readonly stops: (() => unknown)[] = [];

  private constructor(
    private readonly folder: string,
    readonly sandbox: SandboxProcess,
    private readonly port: number,
    private readonly credentials: Credentials,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async start(): Promise<TroubleLane> {
    const folder = await mkdtemp(join(tmpdir(), 'koodrive-troubles-'));
    const sandbox = await startSandboxProcess();
    const userId = (await sandbox.control.getIndex()).users[0]?.userId ?? '';
    const keysFile = join(folder, 'api-keys.json');
    const { text: key } = await issueApiKey(keysFile, { owner: 'troubles', scopes: ['*'], userId });
    const { text: appKey } = await issueApiKey(keysFile, { owner: 'troubles', scopes: ['*'] });
    return new TroubleLane(
      folder,
      sandbox,
      await findFreePort(),
      { userId, key, appKey },
      {
        ...buildProductionEnvironment(sandbox, keysFile),
        LOG_LEVEL: 'info',
        // Shorter than the delay of the cause that is a KooDrive that does not respond in time.
        REQUEST_TIMEOUT_MS: '1500',
      },
    );
  }

  createBench(): TroubleBench {
    const call = async (method: string, path: string, options: CallOptions = {}): Promise<number | undefined> => {
      const { token = this.credentials.key, headers, body } = options;
      const response = await fetch(`http://127.0.0.1:${this.port}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...headers },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(30_000),
      }).catch(() => undefined);
      await response?.arrayBuffer();
      return response?.status;
    };
    const { sandbox, credentials, port: gatewayPort } = this;
    return { sandbox, ...credentials, gatewayPort, call, stopLater: (stop) => this.stops.push(stop) };
  }

  /** @returns what the gateway says from now on */
  async startGateway({ env, begin }: Pick<Breakage, 'env' | 'begin'>): Promise<OperatorView> {
    const since = new Date();
    const variables = JSON.stringify(env ?? {});
    if (begin && this.gateway?.variables === variables) return new OperatorView(this.gateway.process, since);
    await this.stopGateway();
    const started = await startGatewayProcess({ port: this.port, env: { ...this.env, ...env } });
    this.gateway = { process: started, variables };
    return new OperatorView(started, since);
  }

  /**
   * Tries one cause after the other until `causes` has no more.
   * @param causes shared with other lanes
   */
  async run(
    causes: Iterator<TroubleCause>,
    tryCause: (lane: TroubleLane, cause: TroubleCause) => Promise<void>,
  ): Promise<void> {
    for (let next = causes.next(); !next.done; next = causes.next()) {
      await tryCause(this, next.value);
      for (const stop of this.stops.splice(0).reverse()) await stop();
      await this.sandbox.control.clearFaults();
    }
  }

  /** After a failure: its troubles would be those of the next causes. Prints what the gateway told of dependencies. */
  async abandonGateway(): Promise<void> {
    const lines = this.gateway?.process.output().split('\n') ?? [];
    const shown = [...lines.filter((line) => line.includes('"dependency"')), '...', ...lines.slice(-maxShownLines)];
    process.stderr.write(`The gateway wrote:\n${shown.join('\n')}\n`);
    await this.stopGateway();
  }

  async stop(): Promise<void> {
    await this.stopGateway();
    await this.sandbox.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async stopGateway(): Promise<void> {
    await this.gateway?.process.kill();
    this.gateway = undefined;
  }
}
