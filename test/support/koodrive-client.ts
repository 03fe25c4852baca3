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
import { type RequestHandler, respondWithJson, LocalServer } from './local-server.js';

/** Returns numbered credentials and records its calls. */
export class RecordingCredentialSource implements CredentialSource {
  /** The kinds of credentials that were requested. */
  readonly obtained: string[] = [];
  readonly rejected: Credential[] = [];
  readonly accepted: Credential[] = [];
  private count = 0;

  async obtain(principal: Principal, kind: 'session' | 'signature' | 'app-token'): Promise<Credential> {
    this.obtained.push(kind);
    return this.createCredential(principal, kind);
  }

  async renew(principal: Principal, rejected: Credential): Promise<Credential> {
    this.rejected.push(rejected);
    return this.createCredential(principal, rejected.kind);
  }

  recordUse(_principal: Principal, credential: Credential): void {
    this.accepted.push(credential);
  }

  private createCredential(principal: Principal, kind: Credential['kind']): Credential {
    this.count++;
    if (kind === 'signature' && principal.kind === 'user')
      return { kind, appId: 'app', appSecret: `secret-${this.count}`, userId: principal.userId };
    if (kind === 'signature') throw new Error('a signature names a user');
    return kind === 'none' ? { kind } : { kind, token: `token-${this.count}` };
  }
}

export interface ClientUnderTest {
  readonly client: KooDriveClient;
  /** The upstream. */
  readonly server: LocalServer;
  readonly source: RecordingCredentialSource;
  /** The attempts that the client reported to its observer. */
  readonly attempts: readonly UpstreamAttempt[];
  close(): Promise<void>;
}

/** Starts a client and an upstream that responds as `handler` says. Delays between attempts take no time. */
export async function startKooDriveClient(
  handler: RequestHandler,
  options: Partial<KooDriveClientOptions> = {},
): Promise<ClientUnderTest> {
  const server = await LocalServer.start(handler);
  const source = new RecordingCredentialSource();
  const attempts: UpstreamAttempt[] = [];
  const observer: ClientObserver = { onAttempt: (attempt) => attempts.push(attempt) };
  const client = createKooDriveClient({
    baseUrl: server.origin,
    credentials: source,
    // Those of the documented examples.
    objectStoreOrigins: ['https://*.cmecloud.cn', 'https://store.example'],
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

/** Uses one handler for each request, in order; further requests use the last handler. */
export const respondInSequence =
  (...handlers: readonly RequestHandler[]): RequestHandler =>
  (response, request, count) =>
    handlers[Math.min(count, handlers.length) - 1]?.(response, request, count);

/** A successful response for operations with `data` and for getUnreadCount. */
export const respondWithSuccess: RequestHandler = (response) =>
  respondWithJson(response, { code: 0, msg: 'success', data: { id: '1' }, count: 1 });

export const resetConnection: RequestHandler = (response) => response.socket?.resetAndDestroy();

/** A status with an HTML page, as a proxy sends it, without KooDrive's envelope. */
export const respondWithStatus =
  (status: number, headers: Record<string, string> = {}): RequestHandler =>
  (response) =>
    response.writeHead(status, headers).end('<html></html>');

/** Sends a part of a response, then closes the connection. */
export const truncateResponse: RequestHandler = (response) => {
  response.writeHead(200, { 'content-length': '99' });
  response.write('{"code":0', () => response.destroy());
};
