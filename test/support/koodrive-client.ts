import {
  type ClientObserver,
  createKooDriveClient,
  type Credential,
  type CredentialSource,
  type KooDriveClient,
  type KooDriveClientOptions,
  type Principal,
  type UpstreamAttempt,
} from '#koodrive';
import { type Behaviour, json, LocalServer } from './local-server.js';

/** Gives out numbered credentials and remembers what it was asked. */
export class RecordingSource implements CredentialSource {
  readonly obtained: string[] = [];
  readonly renewed: Credential[] = [];
  readonly accepted: Credential[] = [];
  private count = 0;

  async obtain(_principal: Principal, kind: 'session' | 'signature' | 'app-token'): Promise<Credential> {
    this.obtained.push(kind);
    return this.next(kind);
  }

  async renew(_principal: Principal, refused: Credential): Promise<Credential> {
    this.renewed.push(refused);
    return this.next(refused.kind);
  }

  used(_principal: Principal, credential: Credential): void {
    this.accepted.push(credential);
  }

  private next(kind: Credential['kind']): Credential {
    this.count++;
    if (kind === 'signature') return { kind, appId: 'app', appSecret: `secret-${this.count}`, userId: '42' };
    return kind === 'none' ? { kind } : { kind, token: `token-${this.count}` };
  }
}

export interface ClientUnderTest {
  readonly client: KooDriveClient;
  /** The upstream. */
  readonly server: LocalServer;
  readonly source: RecordingSource;
  /** What the client's observer saw. */
  readonly attempts: readonly UpstreamAttempt[];
  close(): Promise<void>;
}

/** A client of an upstream that behaves as a test tells it. Waits between tries take no time. */
export async function startClient(
  behaviour: Behaviour,
  options: Partial<KooDriveClientOptions> = {},
): Promise<ClientUnderTest> {
  const server = await LocalServer.start(behaviour);
  const source = new RecordingSource();
  const attempts: UpstreamAttempt[] = [];
  const observer: ClientObserver = { onAttempt: (attempt) => attempts.push(attempt) };
  const client = createKooDriveClient({
    baseUrl: server.origin,
    credentials: source,
    cursorKeys: [new Uint8Array(32).fill(1)],
    observer,
    resilience: { delay: async () => undefined },
    ...options,
  });
  const close = async (): Promise<void> => {
    await client.close();
    await server.close();
  };
  return { client, server, source, attempts, close };
}

/** Behaves in one way for each request; the last way stays. */
export const inTurn =
  (...behaviours: readonly Behaviour[]): Behaviour =>
  (response, request, count) =>
    behaviours[Math.min(count, behaviours.length) - 1]?.(response, request, count);

/** A success for operations with `data` and for getUnreadCount. */
export const success: Behaviour = (response) =>
  json(response, { code: 0, msg: 'success', data: { id: '1' }, count: 1 });

export const reset: Behaviour = (response) => response.socket?.resetAndDestroy();

/** A status with a proxy's page, not KooDrive's. */
export const failing =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, headers).end('<html></html>');

/** Half an answer, and then the line goes dead. */
export const cut: Behaviour = (response) => {
  response.writeHead(200, { 'content-length': '99' });
  response.write('{"code":0', () => response.destroy());
};
