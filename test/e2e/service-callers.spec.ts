import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { waitUntil } from '../support/wait-until.js';
import { respondWithJson, LocalServer } from '../support/local-server.js';
import { type GatewayResponse, startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

const audience = 'koodrive-gateway';
let folder: string;
let issuer: LocalServer;
let stack: GatewayStack;
let keyPair: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-tokens-'));
  keyPair = await generateKeyPair('RS256', { extractable: true });
  const keys = [{ ...(await exportJWK(keyPair.publicKey)), kid: 'one' }];
  issuer = await LocalServer.start((response) => respondWithJson(response, { keys }));
  stack = await startGatewayStack({
    env: {
      JWT_ISSUER: issuer.origin,
      JWT_AUDIENCE: audience,
      JWT_JWKS_URL: `${issuer.origin}/jwks`,
      JWT_USER_CLAIM: 'koodrive_user',
      AUDIT_LOG: join(folder, 'audit.log'),
    },
  });
});
afterAll(async () => {
  await stack.close();
  await issuer.close();
  await rm(folder, { recursive: true });
});

type Claims = { readonly [name: string]: unknown };

function signToken(
  claims: Claims = {},
  { alg = 'RS256', kid = 'one' } = {},
  key = keyPair.privateKey,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const defaultClaims = { iss: issuer.origin, aud: audience, sub: 'reports', exp: now + 300, scope: 'spaces:read' };
  const payload = { koodrive_user: stack.userId, ...defaultClaims, ...claims } as JWTPayload;
  return new SignJWT(payload).setProtectedHeader({ alg, kid }).sign(key);
}
const buildUnsignedToken = (claims: Claims): string =>
  [{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') + '.';
const listSpaces = (key: string, headers: Record<string, string> = {}): Promise<GatewayResponse> =>
  stack.call('GET', '/v1/spaces', { key, headers });

interface AuditLine {
  readonly event: string;
  readonly reason?: string;
  readonly caller?: string;
  readonly user?: string;
  readonly traceId: string;
}
/** The lines of the audit log about one request. */
async function findAuditLines({ headers }: GatewayResponse): Promise<AuditLine[]> {
  const traceId = headers.get('traceparent')?.slice(3, 35) ?? '';
  const lines = await waitUntil('the line in the audit log', async () => {
    const text = await readFile(join(folder, 'audit.log'), 'utf8').catch(() => '');
    const matches = text.split('\n').filter((line) => line.includes(traceId));
    return matches.length > 0 && matches;
  });
  return lines.map((line) => JSON.parse(line) as AuditLine);
}

describe('a service with a token', () => {
  it('acts for the user of its claim', async () => {
    const response = await listSpaces(await signToken());
    expect(response.status).toBe(200);
    expect(response.json<{ items: unknown[] }>().items.length).toBeGreaterThan(0);
  });

  it('is limited to its scopes', async () => {
    const response = await stack.call('GET', '/v1/me', { key: await signToken() });
    expect([response.status, response.json().code]).toEqual([403, 'missing-scope']);
  });

  it('acts for the user of X-On-Behalf-Of with the scope act-for:users, recorded in the audit log', async () => {
    const otherUserId = stack.sandbox.users()[1]?.userId ?? '';
    const onBehalfHeaders = { 'x-on-behalf-of': otherUserId };
    const rejected = await listSpaces(await signToken(), onBehalfHeaders);
    expect([rejected.status, rejected.json().code]).toEqual([403, 'acting-not-allowed']);
    const ownSpaces = await listSpaces(await signToken({ scope: 'spaces:read act-for:users' }));
    const response = await listSpaces(await signToken({ scope: 'spaces:read act-for:users' }), onBehalfHeaders);
    expect(response.status).toBe(200);
    expect(response.text).not.toBe(ownSpaces.text);
    expect(await findAuditLines(response)).toMatchObject([
      { event: 'acting-for', caller: 'jwt:reports', user: otherUserId },
    ]);
  });

  const now = (): number => Math.floor(Date.now() / 1000);
  it.each<[string, () => Promise<string>, string]>([
    ['alg none', async () => buildUnsignedToken({ sub: 'reports', exp: now() + 300 }), 'wrong-token-algorithm'],
    ['another audience', () => signToken({ aud: 'others' }), 'wrong-token-audience'],
    ['another issuer', () => signToken({ iss: 'https://issuer.example' }), 'wrong-token-issuer'],
    ['an exp in the past', () => signToken({ exp: now() - 60 }), 'expired-token'],
    ['an nbf in the future', () => signToken({ nbf: now() + 60 }), 'token-not-yet-valid'],
    ['an unknown key', () => signToken({}, { kid: 'two' }), 'unknown-token-key'],
    [
      'the signature of another key',
      async () => signToken({}, {}, (await generateKeyPair('RS256')).privateKey),
      'wrong-token-signature',
    ],
    ['too many characters', () => signToken({ filler: 'x'.repeat(8_000) }), 'oversized-token'],
  ])(
    'is rejected with %s, without a reason in the response, and logged once without the token',
    async (_name, createToken, reason) => {
      const token = await createToken();
      const response = await listSpaces(token);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="koodrive-gateway", error="invalid_token"');
      expect(response.json()).toMatchObject({
        code: 'unauthenticated',
        detail: expect.not.stringMatching(/token|key|sign/i),
      });
      expect(await findAuditLines(response)).toMatchObject([{ event: 'caller-refused', reason }]);
      const log = await readFile(join(folder, 'audit.log'), 'utf8');
      for (const part of token.split('.').filter(({ length }) => length > 20)) expect(log).not.toContain(part);
    },
  );

  it('gets a problem for headers over 16 KiB', async () => {
    const response = await listSpaces(`a.${'b'.repeat(20_000)}.c`);
    expect([response.status, response.json().code]).toEqual([431, 'header-too-large']);
  });

  it('is accepted while the issuer is unavailable', async () => {
    expect((await listSpaces(await signToken())).status).toBe(200);
    await issuer.close();
    expect((await listSpaces(await signToken({ jti: 'new token' }))).status).toBe(200);
  });
});

it('a token is rejected if no issuer is configured', async () => {
  const stackWithoutIssuer = await startGatewayStack();
  try {
    const response = await stackWithoutIssuer.call('GET', '/v1/spaces', { key: await signToken() });
    expect([response.status, response.json().code]).toEqual([401, 'unauthenticated']);
  } finally {
    await stackWithoutIssuer.close();
  }
});
