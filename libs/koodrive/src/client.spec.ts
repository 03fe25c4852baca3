import { afterEach, describe, expect, it } from '@jest/globals';
import {
  type ClientUnderTest,
  respondWithStatus,
  respondInSequence,
  RecordingCredentialSource,
  startKooDriveClient,
  respondWithSuccess,
} from '../../../test/support/koodrive-client.js';
import { type RequestHandler, respondWithJson } from '../../../test/support/local-server.js';
import { createKooDriveClient } from './create-client.js';
import type { CredentialSource } from './credential.js';
import { CredentialUnavailableError, InvalidInputError } from './failure/errors.js';

const startedClients: ClientUnderTest[] = [];
const setUp = async (...args: Parameters<typeof startKooDriveClient>): Promise<ClientUnderTest> => {
  const started = await startKooDriveClient(...args);
  startedClients.push(started);
  return started;
};
afterEach(async () => {
  for (const started of startedClients.splice(0)) await started.close();
});

const user = { kind: 'user', userId: '42' } as const;
const session = { kind: 'session', browserSessionId: 's', userId: '42' } as const;
const app = { kind: 'app' } as const;
const createDirectory = { fileName: 'x', fileType: '10', containerId: 'C' } as const;
const folder = { type: '0', containerId: 'C', parentFileId: 'root' } as const;

describe('KooDriveClient.call', () => {
  it('sends only what the operation needs and returns the response without the envelope', async () => {
    const { client, server } = await setUp(respondWithSuccess);
    const response = await client.call('getUser', { userId: '7' }, session, { language: 'zh-CN' });
    expect(response).toEqual({ id: '1' });
    expect(server.receivedRequests).toHaveLength(1);
    expect(server.receivedRequests[0]).toMatchObject({ method: 'GET', url: '/koodrive/ose/v1/users/7' });
    expect(Object.keys(server.receivedRequests[0]?.headers ?? {}).sort()).toEqual(
      ['accept', 'authorization', 'connection', 'host', 'language', 'x-traceid'].sort(),
    );
    expect(server.receivedRequests[0]?.headers).toMatchObject({ authorization: 'token-1', language: 'zh-CN' });
  });

  it('sends a trace id of 58 characters, a new one for each attempt', async () => {
    const { client, server } = await setUp(respondInSequence(respondWithStatus(503), respondWithSuccess));
    await client.call('getUnreadCount', {}, session, { traceId: 'a'.repeat(32) });
    const [first, second] = server.receivedRequests.map(({ headers }) => String(headers['x-traceid']));
    expect(first).toMatch(/^a{32}[0-9a-f]{26}$/);
    expect(second).toMatch(/^a{32}[0-9a-f]{26}$/);
    expect(first).not.toBe(second);
  });

  it('sends no language when the contract lists no language header', async () => {
    const { client, server } = await setUp(respondWithSuccess);
    await client.call('getQuotaUsed', {}, session, { language: 'zh-CN' });
    expect(server.receivedRequests[0]?.headers).not.toHaveProperty('language');
  });

  it('sends nothing when the input is invalid', async () => {
    const { client, server, source } = await setUp(respondWithSuccess);
    await expect(client.call('getUser', { userId: '../x' }, user)).rejects.toBeInstanceOf(InvalidInputError);
    expect([server.receivedRequests.length, source.obtained.length]).toEqual([0, 0]);
  });

  it('sends nothing when the principal has no accepted credential', async () => {
    const { client, server, source } = await setUp(respondWithSuccess);
    await expect(client.call('getUser', { userId: '7' }, app)).rejects.toBeInstanceOf(CredentialUnavailableError);
    expect([server.receivedRequests.length, source.obtained.length]).toEqual([0, 0]);
  });

  it('throws the error of the credential source unchanged', async () => {
    const mintError = new Error('no token available');
    const credentials: CredentialSource = {
      obtain: () => Promise.reject(mintError),
      renew: () => Promise.reject(mintError),
      recordUse: () => undefined,
    };
    const { client, server } = await setUp(respondWithSuccess, { credentials });
    await expect(client.call('createDirectory', createDirectory, user)).rejects.toBe(mintError);
    expect(server.receivedRequests).toHaveLength(0);
  });

  it('signs the host, path, query and body that it sends', async () => {
    const { client, server } = await setUp((response) => respondWithJson(response, { code: 0, files: [] }));
    await client.call('getPersonalFiles', folder, user);
    const [request] = server.receivedRequests;
    expect(request?.headers).toMatchObject({ host: new URL(server.origin).host, 'x-user-id': '42' });
    expect(request?.headers.authorization).toMatch(/^HMAC-SHA256 AppId=app,SignedHeaders=host;x-date;x-user-id,/);
    expect(request?.body.toString()).toBe('{"containerId":"C","parentFileId":"root"}');
  });

  it('returns the list of a list envelope, with 64-bit ids as text', async () => {
    const { client } = await setUp((response) => {
      response.end('{"code":"0","list":[{"id":1395496464656556501}]}');
    });
    expect(await client.call('getDepartmentList', {}, session)).toEqual([{ id: '1395496464656556501' }]);
  });
});

describe('KooDriveClient.call after a 401', () => {
  const unauthorized: RequestHandler = (response) =>
    respondWithJson(response, { code: 13000101, msg: 'auth failed!' }, 401);

  it('renews the credential once and sends again', async () => {
    const { client, server, source } = await setUp(respondInSequence(unauthorized, respondWithSuccess));
    expect(await client.call('getUser', { userId: '7' }, session)).toEqual({ id: '1' });
    expect(server.receivedRequests.map(({ headers }) => headers.authorization)).toEqual(['token-1', 'token-2']);
    expect(source.rejected).toEqual([{ kind: 'session', token: 'token-1' }]);
  });

  it('sends a write that must not be repeated again, since nothing was executed', async () => {
    const { client, server } = await setUp(respondInSequence(unauthorized, respondWithSuccess));
    await client.call('createDirectory', createDirectory, user);
    expect(server.receivedRequests).toHaveLength(2);
  });

  it('throws after a second 401', async () => {
    const { client, server, source } = await setUp(unauthorized);
    const outcome = client.call('getUser', { userId: '7' }, session);
    await expect(outcome).rejects.toMatchObject({ name: 'KooDriveError', status: 401, code: '13000101' });
    expect([server.receivedRequests.length, source.rejected.length]).toEqual([2, 1]);
  });

  it('renews once for a call, not once for each attempt', async () => {
    const { client, source } = await setUp(respondInSequence(unauthorized, respondWithStatus(503), unauthorized));
    await expect(client.call('getUser', { userId: '7' }, session)).rejects.toMatchObject({ status: 401 });
    expect(source.rejected).toHaveLength(1);
  });

  it('does not renew when no credential was sent', async () => {
    const { client, server, source } = await setUp(unauthorized);
    await expect(client.call('visitSharePublic', { shortUrl: 'x', 'X-Hw-Agentname': 'a' }, user)).rejects.toMatchObject(
      { status: 401 },
    );
    expect([server.receivedRequests.length, source.rejected.length]).toEqual([1, 0]);
  });

  it('signs with the time of the upstream', async () => {
    const upstreamNow = Date.parse('2026-06-01T12:00:00Z');
    const date = new Date(upstreamNow).toUTCString();
    const clock = { now: () => upstreamNow + 3_600_000, monotonic: () => performance.now() };
    const behavior = respondInSequence(
      (response) => respondWithJson(response, { code: 1 }, 401, { date }),
      (response) => respondWithJson(response, { code: 0, count: 1 }, 200, { date }),
    );
    const { client, server } = await setUp(behavior, { clock });
    await client.call('getUnreadCount', {}, user);
    expect(server.receivedRequests.map(({ headers }) => headers['x-date'])).toEqual([
      '20260601T130000Z',
      '20260601T120000Z',
    ]);
  });
});

describe('CredentialSource.recordUse', () => {
  it('is called with the accepted credential', async () => {
    const { client, source } = await setUp(respondWithSuccess);
    await client.call('getUser', { userId: '7' }, session);
    expect(source.accepted).toEqual([{ kind: 'session', token: 'token-1' }]);
  });

  it('is not called when the call failed', async () => {
    const { client, source } = await setUp((response) => respondWithJson(response, { code: 13000102 }, 400));
    await expect(client.call('getUser', { userId: '7' }, session)).rejects.toMatchObject({ code: '13000102' });
    expect(source.accepted).toEqual([]);
  });
});

describe('the base URL of the upstream', () => {
  it.each([
    '',
    'koodrive.example',
    'ftp://a.example',
    'https://a.example/api',
    'https://u:p@a.example',
    'https://a.example?x=1',
  ])('cannot be %j', (baseUrl) => {
    const source = new RecordingCredentialSource();
    expect(() =>
      createKooDriveClient({ baseUrl, credentials: source, objectStoreOrigins: [], cursorKeys: [new Uint8Array(32)] }),
    ).toThrow(TypeError);
  });
});
