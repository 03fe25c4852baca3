import { createHash, createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, it, expect } from '@jest/globals';
import { startSandbox, type Sandbox } from '../sandbox.js';
import type { SandboxSettings } from '../options.js';

const userPath = '/koodrive/ose/v1/message/unreadCount';
const appPath = '/koodrive/ose/v1/space/userList?offset=0&limit=10';
const sessionPath = '/koodrive/ose/v1/session/auth';

let sandbox: Sandbox;
let userId: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  userId = sandbox.users()[0]?.userId ?? '';
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.reset());

async function get(path: string, headers: Record<string, string> = {}, target = sandbox) {
  const response = await fetch(`${target.url}${path}`, { headers });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
}

/** Signs a GET without the code under test. */
function signRequest(
  path: string,
  user: string,
  target = sandbox,
  secret = target.options.appSecret,
): Record<string, string> {
  const { host } = new URL(target.url);
  const date = `${new Date(target.clock.now()).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const [route = '', query = ''] = path.split('?');
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const headers = `host:${host}\nx-date:${date}\nx-user-id:${user}\n`;
  const canonical = ['GET', `${route}/`, query, headers, 'host;x-date;x-user-id', hash('')].join('\n');
  const signature = createHmac('sha256', secret)
    .update(`HMAC-SHA256\n${hash(canonical)}`)
    .digest('hex');
  return {
    'x-date': date,
    'x-user-id': user,
    authorization: `HMAC-SHA256 AppId=${target.options.appId},SignedHeaders=host;x-date;x-user-id,Signature=${signature}`,
  };
}

async function mint(target = sandbox): Promise<{ access_token: string; expires_in: number }> {
  const { clientId, clientSecret } = target.options;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const response = await fetch(target.appTokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return (await response.json()) as { access_token: string; expires_in: number };
}

const lastReason = () => sandbox.ledger().at(-1)?.refusedCredential;

describe('a KooDrive session token', () => {
  it('authenticates a user', async () => {
    const { accessToken } = sandbox.openSession(userId);
    expect(accessToken).toMatch(/^Bearer [0-9a-f]{48}$/);
    expect((await get(userPath, { authorization: accessToken })).status).toBe(200);
    expect((await get(userPath, { authorization: accessToken.replace(' ', '+') })).status).toBe(200);
  });

  it('is valid for another 20 minutes after each call and then expires', async () => {
    const authorization = sandbox.openSession(userId).accessToken;
    sandbox.clock.advance(19 * 60_000);
    expect((await get(userPath, { authorization })).status).toBe(200);
    sandbox.clock.advance(19 * 60_000);
    expect((await get(userPath, { authorization })).status).toBe(200);
    sandbox.clock.advance(20 * 60_000);
    expect(await get(userPath, { authorization })).toEqual({
      status: 401,
      body: { code: '13000101', msg: 'Authentication failed.' },
    });
    expect(sandbox.counters().refusedCredentials).toBe(1);
  });

  it('is rejected by an operation that requires an app token', async () => {
    const authorization = sandbox.openSession(userId).accessToken;
    expect((await get(appPath, { authorization })).status).toBe(401);
  });

  it('is required: a missing token, an unknown token and a token without Bearer are rejected', async () => {
    const bare = sandbox.openSession(userId).accessToken.slice(7);
    expect((await get(userPath)).status).toBe(401);
    expect(lastReason()).toBe('no Authorization');
    expect((await get(userPath, { authorization: 'Bearer 00' })).status).toBe(401);
    expect((await get(userPath, { authorization: bare })).status).toBe(401);
  });
});

describe('an app signature', () => {
  it('authenticates the user that it names', async () => {
    expect((await get(userPath, signRequest(userPath, userId))).status).toBe(200);
    expect(sandbox.ledger().at(-1)).toMatchObject({ credential: 'signature', userId });
  });

  it('is rejected when it is wrong, and the ledger does not contain it', async () => {
    const headers = signRequest(userPath, userId, sandbox, 'another secret');
    expect((await get(userPath, headers)).status).toBe(401);
    expect(lastReason()).toBe('signature is wrong');
    expect(JSON.stringify(sandbox.ledger())).not.toContain(headers.authorization?.slice(-64));
  });

  it('is rejected when it is older than 15 minutes by the virtual clock', async () => {
    const headers = signRequest(userPath, userId);
    sandbox.clock.advance(15 * 60_000 + 1000);
    expect((await get(userPath, headers)).status).toBe(401);
    expect(lastReason()).toBe('X-Date is too old');
  });

  it('is rejected for an unknown and for a disabled user', async () => {
    expect((await get(userPath, signRequest(userPath, '1'))).status).toBe(401);
    const disabled = sandbox.users().find(({ status }) => status === 1);
    expect(disabled).toBeDefined();
    expect((await get(userPath, signRequest(userPath, disabled?.userId ?? ''))).status).toBe(401);
    expect(lastReason()).toBe('the user of the signature is unknown or disabled');
  });

  it('is rejected by the session operations and by an operation that requires an app token', async () => {
    expect((await get(sessionPath, signRequest(sessionPath, userId))).status).toBe(401);
    expect((await get(appPath, signRequest(appPath, userId))).status).toBe(401);
    expect(lastReason()).toBe('a signature instead of a token');
  });
});

describe('an app token', () => {
  it('is accepted only by operations that require one', async () => {
    const minted = await mint();
    expect(minted.expires_in).toBe(1800);
    const headers = { authorization: `Bearer ${minted.access_token}` };
    await get(appPath, headers);
    expect(lastReason()).toBeUndefined();
    expect((await get(userPath, headers)).status).toBe(401);
    expect(sandbox.counters().appTokensMinted).toBe(1);
  });

  it('is rejected with an X-User-Id of an unknown or a disabled user, and accepted with that of another', async () => {
    const authorization = `Bearer ${(await mint()).access_token}`;
    const disabled = sandbox.users().find(({ status }) => status === 1)?.userId ?? '';
    for (const user of ['1', disabled]) {
      expect((await get(appPath, { authorization, 'x-user-id': user })).status).toBe(401);
      expect(lastReason()).toBe('the user of X-User-Id is unknown or disabled');
    }
    expect((await get(appPath, { authorization, 'x-user-id': userId })).status).toBe(200);
  });

  it('expires after its lifetime, even when it is used', async () => {
    const headers = { authorization: `Bearer ${(await mint()).access_token}` };
    sandbox.clock.advance(1_799_000);
    await get(appPath, headers);
    expect(lastReason()).toBeUndefined();
    sandbox.clock.advance(1_000);
    expect((await get(appPath, headers)).status).toBe(401);
    expect(lastReason()).toBe('app token is expired');
  });

  it('is not minted for a wrong secret or another grant', async () => {
    const requestToken = (form: Record<string, string>) =>
      fetch(sandbox.appTokenUrl, { method: 'POST', body: new URLSearchParams(form) }).then(({ status }) => status);
    const { clientId, clientSecret } = sandbox.options;
    expect(await requestToken({ grant_type: 'client_credentials', client_id: clientId, client_secret: 'x' })).toBe(401);
    expect(await requestToken({ grant_type: 'password', client_id: clientId, client_secret: clientSecret })).toBe(400);
    expect(sandbox.counters().appTokensMinted).toBe(0);
  });
});

describe('credential options', () => {
  async function withSandbox(settings: SandboxSettings, test: (other: Sandbox) => Promise<void>): Promise<void> {
    const other = await startSandbox(settings);
    try {
      await test(other);
    } finally {
      await other.close();
    }
  }

  it('apiGatewayErrors: respond to a wrong signature in the error shape of API Gateway', () =>
    withSandbox({ quirks: { apiGatewayErrors: true } }, async (other) => {
      const { status, body } = await get(userPath, signRequest(userPath, userId, other, 'wrong'), other);
      expect(status).toBe(401);
      expect(body).toMatchObject({ error_code: 'APIG.0303', request_id: expect.any(String) as unknown });
      expect((await get(userPath, {}, other)).body).toHaveProperty('code');
      // API Gateway knows the app, but no users.
      expect((await get(userPath, signRequest(userPath, '1', other), other)).body).toHaveProperty('code');
    }));

  it('bearerPlus: return KooDrive session tokens with a plus sign', () =>
    withSandbox({ quirks: { bearerPlus: true } }, async (other) => {
      const authorization = other.openSession(userId).accessToken;
      expect(authorization).toMatch(/^Bearer\+[0-9a-f]{48}$/);
      expect((await get(userPath, { authorization }, other)).status).toBe(200);
    }));

  it('appToken: set the lifetime of a token and the delay of the mint', () =>
    withSandbox({ appToken: { expiresInSeconds: 5, mintDelayMs: 60 } }, async (other) => {
      const startedAt = performance.now();
      expect((await mint(other)).expires_in).toBe(5);
      expect(performance.now() - startedAt).toBeGreaterThanOrEqual(55);
    }));
});
