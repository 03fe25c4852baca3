import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { ManualClock } from '#store';
import { respondWithJson, LocalServer } from '../../../../test/support/local-server.js';
import { authenticate } from '../authenticate.js';
import type { Caller } from '../caller.js';
import { AuthenticationFailure } from '../authentication-failure.js';
import { JwksCache } from './jwks-cache.js';
import { type JwtVerifierOptions, JwtVerifier } from './jwt-verifier.js';
import { JwtStrategy } from './jwt.strategy.js';
import { JwksFetcher } from './jwks-fetcher.js';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

const verifierOptions: JwtVerifierOptions = {
  issuer: 'https://issuer.example',
  audience: 'koodrive',
  algorithms: ['RS256', 'ES256', 'EdDSA'],
};
const pairs = new Map<string, KeyPair>();
const published: JWK[] = [];
let server: LocalServer;
let fetcher: JwksFetcher;
let clock: ManualClock;
let strategy: JwtStrategy;
let now: number;

beforeAll(async () => {
  for (const alg of ['RS256', 'ES256', 'EdDSA', 'PS256']) {
    const pair = await generateKeyPair(alg, { extractable: true });
    pairs.set(alg, pair);
    published.push({
      ...(await exportJWK(pair.publicKey)),
      kid: alg,
      alg: alg === 'RS256' ? undefined : alg,
      use: 'sig',
    });
  }
  server = await LocalServer.start((response) => respondWithJson(response, { keys: published }));
  fetcher = new JwksFetcher(server.origin);
});
afterAll(async () => {
  await fetcher.close();
  await server.close();
});
beforeEach(() => {
  clock = new ManualClock();
  now = Math.floor(clock.now() / 1000);
  strategy = createStrategy({});
});

function createStrategy(overrides: Partial<JwtVerifierOptions>): JwtStrategy {
  return new JwtStrategy(
    new JwtVerifier({ ...verifierOptions, ...overrides }, new JwksCache(fetcher, { clock }), clock),
  );
}

/** A claim with the value undefined is removed. */
type Claims = { readonly [name: string]: unknown };

function buildClaims(overrides: Claims = {}): JWTPayload {
  return {
    iss: verifierOptions.issuer,
    aud: verifierOptions.audience,
    sub: 'reports',
    exp: now + 300,
    scope: 'files:read jobs:read',
    ...overrides,
  };
}

function signToken(payload: JWTPayload, header: { alg?: string; kid?: string; typ?: string } = {}): Promise<string> {
  const { alg = 'RS256', kid = alg, typ = 'at+jwt' } = header;
  const pair = pairs.get(alg);
  if (!pair) throw new Error(`no key for ${alg}`);
  return new SignJWT(payload).setProtectedHeader({ alg, kid, typ }).sign(pair.privateKey);
}

/** A token that a library would not create. */
function buildRawToken(header: object, payload: object, signature = ''): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode(header)}.${encode(payload)}.${signature}`;
}

function authenticateToken(
  token: string,
  headers: Record<string, string> = {},
  tokenStrategy = strategy,
): Promise<Caller | AuthenticationFailure> {
  const authorization = `Bearer ${token}`;
  return authenticate([tokenStrategy], {
    headers: { authorization, ...headers },
    rawHeaders: ['Authorization', authorization],
  });
}

async function findReason(token: string): Promise<string> {
  const result = await authenticateToken(token);
  return result instanceof AuthenticationFailure ? result.reason : 'accepted';
}

describe('A JSON Web Token', () => {
  it.each(['RS256', 'ES256', 'EdDSA'])('with a signature of %s authenticates a caller with its scopes', async (alg) => {
    expect(await authenticateToken(await signToken(buildClaims({ azp: 'Reports' }), { alg }))).toEqual({
      id: 'jwt:reports',
      kind: 'jwt',
      owner: 'Reports',
      scopes: new Set(['files:read', 'jobs:read']),
      principal: { kind: 'app' },
    });
  });

  it('may have its scopes in scp, with the prefix of the issuer, among scopes of other services', async () => {
    const tokenStrategy = createStrategy({ scopePrefix: 'kd/' });
    const scp = ['kd/files:read', 'files:write', 'kd/unknown:scope', 'other/jobs:read', 'kd/*', 7];
    expect(
      await authenticateToken(await signToken(buildClaims({ scope: undefined, scp })), {}, tokenStrategy),
    ).toMatchObject({
      scopes: new Set(['files:read']),
    });
  });

  it('cannot have the scope *', async () => {
    expect(await authenticateToken(await signToken(buildClaims({ scope: '* me:read' })))).toMatchObject({
      scopes: new Set(['me:read']),
    });
  });

  it('is owned by azp, else by client_id, else by its subject', async () => {
    const authenticateWith = async (overrides: Claims): Promise<unknown> =>
      authenticateToken(await signToken(buildClaims(overrides)));
    expect(await authenticateWith({ azp: 'a', client_id: 'b' })).toMatchObject({ owner: 'a' });
    expect(await authenticateWith({ client_id: 'b' })).toMatchObject({ owner: 'b' });
    expect(await authenticateWith({})).toMatchObject({ owner: 'reports' });
  });

  it('acts for the user of the configured claim, and as the app without the claim', async () => {
    const tokenStrategy = createStrategy({ userClaim: 'https://company.example/koodrive' });
    const withUser = await signToken(buildClaims({ 'https://company.example/koodrive': '42' }));
    expect(await authenticateToken(withUser, {}, tokenStrategy)).toMatchObject({
      principal: { kind: 'user', userId: '42' },
    });
    expect(await authenticateToken(await signToken(buildClaims()), {}, tokenStrategy)).toMatchObject({
      principal: { kind: 'app' },
    });
    const malformed = await signToken(buildClaims({ 'https://company.example/koodrive': '../42' }));
    expect(await authenticateToken(malformed, {}, tokenStrategy)).toMatchObject({ reason: 'wrong-token-claims' });
  });

  it('acts for the user of X-On-Behalf-Of with the required scope, like an API key', async () => {
    const onBehalfOf = { 'x-on-behalf-of': '42' };
    expect(await authenticateToken(await signToken(buildClaims({ scope: 'act-for:users' })), onBehalfOf)).toMatchObject(
      {
        actingFor: '42',
        principal: { kind: 'user', userId: '42' },
      },
    );
    expect(await authenticateToken(await signToken(buildClaims()), onBehalfOf)).toMatchObject({
      reason: 'acting-not-allowed',
    });
  });

  it('tolerates a clock difference of at most 30 seconds', async () => {
    expect(await findReason(await signToken(buildClaims({ exp: now - 29 })))).toBe('accepted');
    expect(await findReason(await signToken(buildClaims({ exp: now - 31 })))).toBe('expired-token');
    expect(await findReason(await signToken(buildClaims({ nbf: now + 30 })))).toBe('accepted');
    expect(await findReason(await signToken(buildClaims({ nbf: now + 31 })))).toBe('token-not-yet-valid');
  });
});

describe('A JSON Web Token is rejected', () => {
  it('without a signature, with "none" in any letter case', async () => {
    for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
      expect(await findReason(buildRawToken({ alg, kid: 'RS256' }, buildClaims()))).toBe('wrong-token-algorithm');
    }
  });

  it('with an HMAC signature that uses the public key as the secret', async () => {
    const secret = await exportSPKI((pairs.get('RS256') as KeyPair).publicKey);
    const unsigned = buildRawToken({ alg: 'HS256', kid: 'RS256' }, buildClaims()).slice(0, -1);
    const signature = createHmac('sha256', secret).update(unsigned).digest('base64url');
    expect(await findReason(`${unsigned}.${signature}`)).toBe('wrong-token-algorithm');
  });

  it('with an algorithm that is not configured, even if its key is published', async () => {
    expect(await findReason(await signToken(buildClaims(), { alg: 'PS256' }))).toBe('wrong-token-algorithm');
  });

  it.each<[string, Claims, string]>([
    ['another issuer', { iss: 'https://issuer.example.evil' }, 'wrong-token-issuer'],
    ['no issuer', { iss: undefined }, 'wrong-token-issuer'],
    ['another audience', { aud: ['others', 'koodrive2'] }, 'wrong-token-audience'],
    ['no audience', { aud: undefined }, 'wrong-token-audience'],
    ['no expiry', { exp: undefined }, 'wrong-token-claims'],
    ['an expiry that is not a number', { exp: '9999999999' }, 'wrong-token-claims'],
    ['no subject', { sub: undefined }, 'wrong-token-claims'],
    ['a subject that would break a log line', { sub: 'a\nb' }, 'wrong-token-claims'],
  ])('with %s', async (_name, overrides, reason) => {
    expect(await findReason(await signToken(buildClaims(overrides)))).toBe(reason);
  });

  it('with a type for another purpose', async () => {
    expect(await findReason(await signToken(buildClaims(), { typ: 'logout+jwt' }))).toBe('wrong-token-claims');
    expect(await findReason(await signToken(buildClaims(), { typ: 'JWT' }))).toBe('accepted');
  });

  it('with an unknown key, and with the signature of another key under a known key id', async () => {
    expect(await findReason(await signToken(buildClaims(), { kid: 'unknown' }))).toBe('unknown-token-key');
    const other = await generateKeyPair('RS256');
    const forged = new SignJWT(buildClaims()).setProtectedHeader({ alg: 'RS256', kid: 'RS256' }).sign(other.privateKey);
    expect(await findReason(await forged)).toBe('wrong-token-signature');
  });

  it('with changed claims or a changed signature, directly after the original was accepted', async () => {
    const valid = await signToken(buildClaims());
    expect(await findReason(valid)).toBe('accepted');
    const [header = '', body = '', signature = ''] = valid.split('.');
    const changedBody = Buffer.from(JSON.stringify(buildClaims({ sub: 'admin' }))).toString('base64url');
    expect(await findReason(`${header}.${changedBody}.${signature}`)).toBe('wrong-token-signature');
    const changedSignature = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    expect(await findReason(`${header}.${body}.${changedSignature}`)).toBe('wrong-token-signature');
  });

  it('with an unknown critical header parameter', async () => {
    const crit = { alg: 'RS256', kid: 'RS256', crit: ['exp2'], exp2: 1 };
    expect(await findReason(buildRawToken(crit, buildClaims(), 'AAAA'))).not.toBe('accepted');
  });

  it.each(['a.b.c', 'e30.e30.', `${Buffer.from('[]').toString('base64url')}.e30.AA`, `${'a'.repeat(40)}.b.c`])(
    'as %s, which is not a valid token',
    async (token) => {
      expect(['malformed-token', 'wrong-token-algorithm', 'unusable-token']).toContain(await findReason(token));
    },
  );

  it('with more than 8192 characters', async () => {
    expect(await findReason(await signToken(buildClaims({ filler: 'x'.repeat(8192) })))).toBe('oversized-token');
  });

  it('with the same problem for every reason', async () => {
    const invalidTokens = [
      buildRawToken({ alg: 'none' }, buildClaims()),
      await signToken(buildClaims({ exp: now - 99 })),
      await signToken(buildClaims({ aud: 'x' })),
    ];
    for (const token of invalidTokens) {
      const { problem } = (await authenticateToken(token)) as AuthenticationFailure;
      expect(problem).toMatchObject({ code: 'unauthenticated', status: 401 });
      expect(problem.options).toEqual({
        headers: { 'www-authenticate': 'Bearer realm="koodrive-gateway", error="invalid_token"' },
      });
    }
  });

  it('with its subject in the log only if the signature is valid', async () => {
    const expired = (await authenticateToken(await signToken(buildClaims({ exp: now - 99 })))) as AuthenticationFailure;
    expect(expired.claimedIdentity.caller).toBe('jwt:reports');
    const forged = (await authenticateToken(buildRawToken({ alg: 'none' }, buildClaims()))) as AuthenticationFailure;
    expect(forged.claimedIdentity.caller).toBeUndefined();
  });
});

describe('A verified token', () => {
  it('is cached for at most 30 seconds', async () => {
    const token = await signToken(buildClaims());
    const first = await authenticateToken(token);
    expect(await authenticateToken(token)).toBe(first);
    clock.advance(29_999);
    expect(await authenticateToken(token)).toBe(first);
    clock.advance(1);
    expect(await authenticateToken(token)).not.toBe(first);
  });

  it('is not cached after it expires', async () => {
    const token = await signToken(buildClaims({ exp: now + 2 }));
    const first = await authenticateToken(token);
    clock.advance(1_999);
    expect(await authenticateToken(token)).toBe(first);
    clock.advance(1);
    // Accepted within the clock tolerance, but verified each time.
    expect(await authenticateToken(token)).not.toBe(first);
    clock.advance(31_000);
    expect(await findReason(token)).toBe('expired-token');
  });
});

it('A credential that is not a JSON Web Token is passed to the other strategies', async () => {
  for (const token of ['kdg_abc', 'a.b', 'a.b.c.d', 'a.b!.c', ''])
    expect(await findReason(token)).toBe('unknown-credential');
});
