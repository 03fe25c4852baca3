import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { until } from '../support/deadline.js';
import { json, LocalServer } from '../support/local-server.js';
import { type Answer, startStack, type Stack } from '../support/stack.js';

const audience = 'koodrive-gateway';
let folder: string;
let issuer: LocalServer;
let stack: Stack;
let pair: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-tokens-'));
  pair = await generateKeyPair('RS256', { extractable: true });
  const keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'one' }];
  issuer = await LocalServer.start((response) => json(response, { keys }));
  stack = await startStack({
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

function token(claims: Claims = {}, { alg = 'RS256', kid = 'one' } = {}, key = pair.privateKey): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const all = { iss: issuer.origin, aud: audience, sub: 'reports', exp: now + 300, scope: 'spaces:read', ...claims };
  const payload = { koodrive_user: stack.userId, ...all } as JWTPayload;
  return new SignJWT(payload).setProtectedHeader({ alg, kid }).sign(key);
}
const unsigned = (claims: Claims): string =>
  [{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') + '.';
const spaces = (key: string, headers: Record<string, string> = {}): Promise<Answer> =>
  stack.call('GET', '/v1/spaces', { key, headers });

interface Line {
  readonly event: string;
  readonly reason?: string;
  readonly caller?: string;
  readonly user?: string;
  readonly traceId: string;
}
/** The lines of the audit log about one request. */
async function audited({ headers }: Answer): Promise<Line[]> {
  const traceId = headers.get('traceparent')?.slice(3, 35) ?? '';
  const lines = await until('the line of the audit log', async () => {
    const text = await readFile(join(folder, 'audit.log'), 'utf8').catch(() => '');
    const found = text.split('\n').filter((line) => line.includes(traceId));
    return found.length > 0 && found;
  });
  return lines.map((line) => JSON.parse(line) as Line);
}

describe('a service with a token', () => {
  it('reads as the user of its claim', async () => {
    const answer = await spaces(await token());
    expect(answer.status).toBe(200);
    expect(answer.json<{ items: unknown[] }>().items.length).toBeGreaterThan(0);
  });

  it('does what its scopes allow and no more', async () => {
    const answer = await stack.call('GET', '/v1/me', { key: await token() });
    expect([answer.status, answer.json().code]).toEqual([403, 'missing-scope']);
  });

  it('acts for the user of X-On-Behalf-Of with a scope for it, which the audit log tells', async () => {
    const other = stack.sandbox.users()[1]?.userId ?? '';
    const acting = { 'x-on-behalf-of': other };
    const refused = await spaces(await token(), acting);
    expect([refused.status, refused.json().code]).toEqual([403, 'acting-not-allowed']);
    const own = await spaces(await token({ scope: 'spaces:read act-for:users' }));
    const answer = await spaces(await token({ scope: 'spaces:read act-for:users' }), acting);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toBe(own.text);
    expect(await audited(answer)).toMatchObject([{ event: 'acting-for', caller: 'jwt:reports', user: other }]);
  });

  const now = (): number => Math.floor(Date.now() / 1000);
  it.each<[string, () => Promise<string>, string]>([
    ['alg none', async () => unsigned({ sub: 'reports', exp: now() + 300 }), 'wrong-token-algorithm'],
    ['another audience', () => token({ aud: 'others' }), 'wrong-token-audience'],
    ['another issuer', () => token({ iss: 'https://issuer.example' }), 'wrong-token-issuer'],
    ['an end that has passed', () => token({ exp: now() - 60 }), 'expired-token'],
    ['a begin that is to come', () => token({ nbf: now() + 60 }), 'token-not-yet-valid'],
    ['an unknown key', () => token({}, { kid: 'two' }), 'unknown-token-key'],
    [
      'the signature of another',
      async () => token({}, {}, (await generateKeyPair('RS256')).privateKey),
      'wrong-token-signature',
    ],
    ['too many characters', () => token({ filler: 'x'.repeat(8_000) }), 'oversized-token'],
  ])('is refused with %s, told nothing, and logged once without the token', async (_name, make, reason) => {
    const text = await make();
    const answer = await spaces(text);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="koodrive-gateway", error="invalid_token"');
    expect(answer.json()).toMatchObject({
      code: 'unauthenticated',
      detail: expect.not.stringMatching(/token|key|sign/i),
    });
    expect(await audited(answer)).toMatchObject([{ event: 'caller-refused', reason }]);
    const log = await readFile(join(folder, 'audit.log'), 'utf8');
    for (const part of text.split('.').filter((each) => each.length > 20)) expect(log).not.toContain(part);
  });

  it('is refused with headers over 16 KiB, by a problem', async () => {
    const answer = await spaces(`a.${'b'.repeat(20_000)}.c`);
    expect([answer.status, answer.json().code]).toEqual([431, 'header-too-large']);
  });

  it('goes on while the issuer is away', async () => {
    expect((await spaces(await token())).status).toBe(200);
    await issuer.close();
    expect((await spaces(await token({ jti: 'never seen before' }))).status).toBe(200);
  });
});

it('without an issuer in the configuration no token is taken', async () => {
  const bare = await startStack();
  try {
    const answer = await bare.call('GET', '/v1/spaces', { key: await token() });
    expect([answer.status, answer.json().code]).toEqual([401, 'unauthenticated']);
  } finally {
    await bare.close();
  }
});
