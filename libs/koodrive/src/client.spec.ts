import { afterEach, describe, expect, it } from '@jest/globals';
import {
  type ClientUnderTest,
  failing,
  inTurn,
  RecordingSource,
  startClient,
  success,
} from '../../../test/support/koodrive-client.js';
import { type Behaviour, json } from '../../../test/support/local-server.js';
import { createKooDriveClient } from './create-client.js';
import type { CredentialSource } from './credential.js';
import { CredentialUnavailableError, InvalidInputError } from './failure/errors.js';

const running: ClientUnderTest[] = [];
const setUp = async (...args: Parameters<typeof startClient>): Promise<ClientUnderTest> => {
  const started = await startClient(...args);
  running.push(started);
  return started;
};
afterEach(async () => {
  for (const started of running.splice(0)) await started.close();
});

const user = { kind: 'user', userId: '42' } as const;
const session = { kind: 'session', sessionId: 's', userId: '42' } as const;
const app = { kind: 'app' } as const;
const createDirectory = { fileName: 'x', fileType: '10', containerId: 'C' } as const;
const folder = { type: '0', containerId: 'C', parentFileId: 'root' } as const;

describe('a call', () => {
  it('sends what the operation needs and answers without the envelope', async () => {
    const { client, server } = await setUp(success);
    const answer = await client.call('getUser', { userId: '7' }, session, { language: 'zh-CN' });
    expect(answer).toEqual({ id: '1' });
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]).toMatchObject({ method: 'GET', url: '/koodrive/ose/v1/users/7' });
    expect(Object.keys(server.seen[0]?.headers ?? {}).sort()).toEqual(
      ['accept', 'authorization', 'connection', 'host', 'language', 'x-traceid'].sort(),
    );
    expect(server.seen[0]?.headers).toMatchObject({ authorization: 'token-1', language: 'zh-CN' });
  });

  it('carries a trace id of 58 characters, another one for each try', async () => {
    const { client, server } = await setUp(inTurn(failing(503), success));
    await client.call('getUnreadCount', {}, session, { traceId: 'a'.repeat(32) });
    const [one, two] = server.seen.map(({ headers }) => String(headers['x-traceid']));
    expect(one).toMatch(/^a{32}[0-9a-f]{26}$/);
    expect(two).toMatch(/^a{32}[0-9a-f]{26}$/);
    expect(one).not.toBe(two);
  });

  it('sends no language where the page lists none', async () => {
    const { client, server } = await setUp(success);
    await client.call('getQuotaUsed', {}, session, { language: 'zh-CN' });
    expect(server.seen[0]?.headers).not.toHaveProperty('language');
  });

  it('sends nothing for an input that cannot be sent', async () => {
    const { client, server, source } = await setUp(success);
    await expect(client.call('getUser', { userId: '../x' }, user)).rejects.toBeInstanceOf(InvalidInputError);
    expect([server.seen.length, source.obtained.length]).toEqual([0, 0]);
  });

  it('sends nothing for a principal that has no fitting credential', async () => {
    const { client, server, source } = await setUp(success);
    await expect(client.call('getUser', { userId: '7' }, app)).rejects.toBeInstanceOf(CredentialUnavailableError);
    expect([server.seen.length, source.obtained.length]).toEqual([0, 0]);
  });

  it('lets an error of the credential source through as it is', async () => {
    const mint = new Error('no token to be had');
    const credentials: CredentialSource = {
      obtain: () => Promise.reject(mint),
      renew: () => Promise.reject(mint),
      used: () => undefined,
    };
    const { client, server } = await setUp(success, { credentials });
    await expect(client.call('createDirectory', createDirectory, user)).rejects.toBe(mint);
    expect(server.seen).toHaveLength(0);
  });

  it('signs the host, path, query and body that it sends', async () => {
    const { client, server } = await setUp((response) => json(response, { code: 0, files: [] }));
    await client.call('getPersonalFiles', folder, user);
    const [seen] = server.seen;
    expect(seen?.headers).toMatchObject({ host: new URL(server.origin).host, 'x-user-id': '42' });
    expect(seen?.headers.authorization).toMatch(/^HMAC-SHA256 AppId=app,SignedHeaders=host;x-date;x-user-id,/);
    expect(seen?.body.toString()).toBe('{"containerId":"C","parentFileId":"root"}');
  });

  it('accepts what the upstream gives in data, list and flat, with 64-bit ids as text', async () => {
    const { client } = await setUp((response) => {
      response.end('{"code":"0","list":[{"id":1395496464656556501}]}');
    });
    expect(await client.call('getDepartmentList', {}, session)).toEqual([{ id: '1395496464656556501' }]);
  });
});

describe('after a 401', () => {
  const unauthorized: Behaviour = (response) => json(response, { code: 13000101, msg: 'auth failed!' }, 401);

  it('it asks once for another credential and sends again', async () => {
    const { client, server, source } = await setUp(inTurn(unauthorized, success));
    expect(await client.call('getUser', { userId: '7' }, session)).toEqual({ id: '1' });
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['token-1', 'token-2']);
    expect(source.renewed).toEqual([{ kind: 'session', token: 'token-1' }]);
  });

  it('it sends an unrepeatable write again too, for nothing was carried out', async () => {
    const { client, server } = await setUp(inTurn(unauthorized, success));
    await client.call('createDirectory', createDirectory, user);
    expect(server.seen).toHaveLength(2);
  });

  it('it gives up after the second', async () => {
    const { client, server, source } = await setUp(unauthorized);
    const outcome = client.call('getUser', { userId: '7' }, session);
    await expect(outcome).rejects.toMatchObject({ name: 'KooDriveError', status: 401, code: '13000101' });
    expect([server.seen.length, source.renewed.length]).toEqual([2, 1]);
  });

  it('it renews once for a call, not once for a try', async () => {
    const { client, source } = await setUp(inTurn(unauthorized, failing(503), unauthorized));
    await expect(client.call('getUser', { userId: '7' }, session)).rejects.toMatchObject({ status: 401 });
    expect(source.renewed).toHaveLength(1);
  });

  it('it does not renew what it never sent', async () => {
    const { client, server, source } = await setUp(unauthorized);
    await expect(client.call('visitSharePublic', { shortUrl: 'x', 'X-Hw-Agentname': 'a' }, user)).rejects.toMatchObject(
      { status: 401 },
    );
    expect([server.seen.length, source.renewed.length]).toEqual([1, 0]);
  });

  it('it signs with the time of the upstream', async () => {
    const upstreamNow = Date.parse('2026-06-01T12:00:00Z');
    const date = new Date(upstreamNow).toUTCString();
    const clock = { now: () => upstreamNow + 3_600_000, monotonic: () => performance.now() };
    const behaviour = inTurn(
      (response) => json(response, { code: 1 }, 401, { date }),
      (response) => json(response, { code: 0, count: 1 }, 200, { date }),
    );
    const { client, server } = await setUp(behaviour, { clock });
    await client.call('getUnreadCount', {}, user);
    expect(server.seen.map(({ headers }) => headers['x-date'])).toEqual(['20260601T130000Z', '20260601T120000Z']);
  });
});

describe('what the source hears of a use', () => {
  it('is the credential that was accepted', async () => {
    const { client, source } = await setUp(success);
    await client.call('getUser', { userId: '7' }, session);
    expect(source.accepted).toEqual([{ kind: 'session', token: 'token-1' }]);
  });

  it('is nothing when the call failed', async () => {
    const { client, source } = await setUp((response) => json(response, { code: 13000102 }, 400));
    await expect(client.call('getUser', { userId: '7' }, session)).rejects.toMatchObject({ code: '13000102' });
    expect(source.accepted).toEqual([]);
  });
});

describe('the address of the upstream', () => {
  it.each([
    '',
    'koodrive.example',
    'ftp://a.example',
    'https://a.example/api',
    'https://u:p@a.example',
    'https://a.example?x=1',
  ])('cannot be %j', (baseUrl) => {
    const source = new RecordingSource();
    expect(() => createKooDriveClient({ baseUrl, credentials: source, cursorKeys: [new Uint8Array(32)] })).toThrow(
      TypeError,
    );
  });
});
