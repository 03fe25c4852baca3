import { createHash, createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, it, expect } from '@jest/globals';
import { startSandbox, type Sandbox } from '../sandbox.js';
import type { SandboxSettings } from '../options.js';

const PATH = '/koodrive/ose/v1/message/unreadCount';
const APP_PATH = '/koodrive/ose/v1/space/userList?offset=0&limit=10';
const SESSION_PATH = '/koodrive/ose/v1/session/auth';

let sandbox: Sandbox;
let userId: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  userId = sandbox.users()[0]?.userId ?? '';
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.reset());

async function get(path: string, headers: Record<string, string> = {}, at = sandbox) {
  const response = await fetch(`${at.url}${path}`, { headers });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
}

/** Signs a GET as a caller would, with nothing of the code under test. */
function signed(path: string, user: string, at = sandbox, secret = at.options.appSecret): Record<string, string> {
  const { host } = new URL(at.url);
  const date = `${new Date(at.clock.now()).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
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
    authorization: `HMAC-SHA256 AppId=${at.options.appId},SignedHeaders=host;x-date;x-user-id,Signature=${signature}`,
  };
}

async function mint(at = sandbox): Promise<{ access_token: string; expires_in: number }> {
  const { clientId, clientSecret } = at.options;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const response = await fetch(at.appTokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return (await response.json()) as { access_token: string; expires_in: number };
}

const lastReason = () => sandbox.ledger().at(-1)?.refusedCredential;

describe('a session token', () => {
  it('opens the operations of a user', async () => {
    const { accessToken } = sandbox.openSession(userId);
    expect(accessToken).toMatch(/^Bearer [0-9a-f]{48}$/);
    expect((await get(PATH, { authorization: accessToken })).status).toBe(200);
    expect((await get(PATH, { authorization: accessToken.replace(' ', '+') })).status).toBe(200);
  });

  it('slides: each call gives it another 20 minutes, and it lapses without', async () => {
    const authorization = sandbox.openSession(userId).accessToken;
    sandbox.clock.advance(19 * 60_000);
    expect((await get(PATH, { authorization })).status).toBe(200);
    sandbox.clock.advance(19 * 60_000);
    expect((await get(PATH, { authorization })).status).toBe(200);
    sandbox.clock.advance(20 * 60_000);
    expect(await get(PATH, { authorization })).toEqual({
      status: 401,
      body: { code: '13000101', msg: 'Authentication failed.' },
    });
    expect(sandbox.counters().refusedCredentials).toBe(1);
  });

  it('does not open what takes an app token', async () => {
    const authorization = sandbox.openSession(userId).accessToken;
    expect((await get(APP_PATH, { authorization })).status).toBe(401);
  });

  it('is asked for: nothing, nonsense and a bare token are refused', async () => {
    const bare = sandbox.openSession(userId).accessToken.slice(7);
    expect((await get(PATH)).status).toBe(401);
    expect(lastReason()).toBe('no Authorization');
    expect((await get(PATH, { authorization: 'Bearer 00' })).status).toBe(401);
    expect((await get(PATH, { authorization: bare })).status).toBe(401);
  });
});

describe('an app signature', () => {
  it('opens the operations of the user it names', async () => {
    expect((await get(PATH, signed(PATH, userId))).status).toBe(200);
    expect(sandbox.ledger().at(-1)).toMatchObject({ credential: 'signature', userId });
  });

  it('is refused when it is wrong, and the ledger has not the signature', async () => {
    const headers = signed(PATH, userId, sandbox, 'another secret');
    expect((await get(PATH, headers)).status).toBe(401);
    expect(lastReason()).toBe('signature is wrong');
    expect(JSON.stringify(sandbox.ledger())).not.toContain(headers.authorization?.slice(-64));
  });

  it('is refused when it is older than 15 minutes by the virtual clock', async () => {
    const headers = signed(PATH, userId);
    sandbox.clock.advance(15 * 60_000 + 1000);
    expect((await get(PATH, headers)).status).toBe(401);
    expect(lastReason()).toBe('X-Date is too old');
  });

  it('is refused for a user there is not, and for a disabled one', async () => {
    expect((await get(PATH, signed(PATH, '1'))).status).toBe(401);
    const disabled = sandbox.users().find(({ status }) => status === 1);
    expect(disabled).toBeDefined();
    expect((await get(PATH, signed(PATH, disabled?.userId ?? ''))).status).toBe(401);
    expect(lastReason()).toBe('the user named is unknown or disabled');
  });

  it('does not open the session operations, nor what takes an app token', async () => {
    expect((await get(SESSION_PATH, signed(SESSION_PATH, userId))).status).toBe(401);
    expect((await get(APP_PATH, signed(APP_PATH, userId))).status).toBe(401);
    expect(lastReason()).toBe('a signature, where a token is asked for');
  });
});

describe('an app token', () => {
  it('opens what asks for it, and nothing else', async () => {
    const minted = await mint();
    expect(minted.expires_in).toBe(1800);
    const headers = { authorization: `Bearer ${minted.access_token}` };
    await get(APP_PATH, headers);
    expect(lastReason()).toBeUndefined();
    expect((await get(PATH, headers)).status).toBe(401);
    expect(sandbox.counters().appTokensMinted).toBe(1);
  });

  it('lapses when its time is over, used or not', async () => {
    const headers = { authorization: `Bearer ${(await mint()).access_token}` };
    sandbox.clock.advance(1_799_000);
    await get(APP_PATH, headers);
    expect(lastReason()).toBeUndefined();
    sandbox.clock.advance(1_000);
    expect((await get(APP_PATH, headers)).status).toBe(401);
    expect(lastReason()).toBe('app token is lapsed');
  });

  it('is not minted for a wrong secret or another grant', async () => {
    const ask = (form: Record<string, string>) =>
      fetch(sandbox.appTokenUrl, { method: 'POST', body: new URLSearchParams(form) }).then(({ status }) => status);
    const { clientId, clientSecret } = sandbox.options;
    expect(await ask({ grant_type: 'client_credentials', client_id: clientId, client_secret: 'x' })).toBe(401);
    expect(await ask({ grant_type: 'password', client_id: clientId, client_secret: clientSecret })).toBe(400);
    expect(sandbox.counters().appTokensMinted).toBe(0);
  });
});

describe('options of credentials', () => {
  async function withSandbox(settings: SandboxSettings, test: (other: Sandbox) => Promise<void>): Promise<void> {
    const other = await startSandbox(settings);
    try {
      await test(other);
    } finally {
      await other.close();
    }
  }

  it('refuses a bad signature in the shape of API Gateway, where the quirk says so', () =>
    withSandbox({ quirks: { gatewayErrors: true } }, async (other) => {
      const { status, body } = await get(PATH, signed(PATH, userId, other, 'wrong'), other);
      expect(status).toBe(401);
      expect(body).toMatchObject({ error_code: 'APIG.0303', request_id: expect.any(String) as unknown });
      expect((await get(PATH, {}, other)).body).toHaveProperty('code');
    }));

  it('prints tokens with a plus sign, where the quirk says so', () =>
    withSandbox({ quirks: { bearerPlus: true } }, async (other) => {
      const authorization = other.openSession(userId).accessToken;
      expect(authorization).toMatch(/^Bearer\+[0-9a-f]{48}$/);
      expect((await get(PATH, { authorization }, other)).status).toBe(200);
    }));

  it('mints slowly and for as long as it is told', () =>
    withSandbox({ appToken: { expiresInSeconds: 5, mintDelayMs: 60 } }, async (other) => {
      const before = performance.now();
      expect((await mint(other)).expires_in).toBe(5);
      expect(performance.now() - before).toBeGreaterThanOrEqual(55);
    }));
});
