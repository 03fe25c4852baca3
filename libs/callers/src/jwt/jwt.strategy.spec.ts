import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { ManualClock } from '#store';
import { json, LocalServer } from '../../../../test/support/local-server.js';
import { authenticate } from '../authenticate.js';
import type { Caller } from '../caller.js';
import { Refusal } from '../refusal.js';
import { IssuerKeys } from './issuer-keys.js';
import { type JwtRules, JwtVerifier } from './jwt-verifier.js';
import { JwtStrategy } from './jwt.strategy.js';
import { KeySetFetch } from './key-set-fetch.js';

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

const rules: JwtRules = {
  issuer: 'https://issuer.example',
  audience: 'koodrive',
  algorithms: ['RS256', 'ES256', 'EdDSA'],
};
const pairs = new Map<string, Pair>();
const published: JWK[] = [];
let server: LocalServer;
let source: KeySetFetch;
let clock: ManualClock;
let strategy: JwtStrategy;
let now: number;

beforeAll(async () => {
  for (const alg of ['RS256', 'ES256', 'EdDSA', 'PS256']) {
    const pair = await generateKeyPair(alg, { extractable: true });
    pairs.set(alg, pair);
    published.push({ ...(await exportJWK(pair.publicKey)), kid: alg, ...(alg !== 'RS256' && { alg }), use: 'sig' });
  }
  server = await LocalServer.start((response) => json(response, { keys: published }));
  source = new KeySetFetch(server.origin);
});
afterAll(async () => {
  await source.close();
  await server.close();
});
beforeEach(() => {
  clock = new ManualClock();
  now = Math.floor(clock.now() / 1000);
  strategy = strategyWith({});
});

function strategyWith(more: Partial<JwtRules>): JwtStrategy {
  return new JwtStrategy(new JwtVerifier({ ...rules, ...more }, new IssuerKeys(source, { clock }), clock));
}

/** Undefined takes a claim away. */
type Claims = { readonly [name: string]: unknown };

function claims(more: Claims = {}): JWTPayload {
  return {
    iss: rules.issuer,
    aud: rules.audience,
    sub: 'reports',
    exp: now + 300,
    scope: 'files:read jobs:read',
    ...more,
  };
}

function token(payload: JWTPayload, header: { alg?: string; kid?: string; typ?: string } = {}): Promise<string> {
  const { alg = 'RS256', kid = alg, typ = 'at+jwt' } = header;
  const pair = pairs.get(alg);
  if (!pair) throw new Error(`no key for ${alg}`);
  return new SignJWT(payload).setProtectedHeader({ alg, kid, typ }).sign(pair.privateKey);
}

/** A token put together by hand, as no library would. */
function handMade(header: object, payload: object, signature = ''): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(payload)}.${signature}`;
}

function whoIs(text: string, headers: Record<string, string> = {}, by = strategy): Promise<Caller | Refusal> {
  const authorization = `Bearer ${text}`;
  return authenticate([by], { headers: { authorization, ...headers }, rawHeaders: ['Authorization', authorization] });
}

async function reasonOf(text: string): Promise<string> {
  const verdict = await whoIs(text);
  return verdict instanceof Refusal ? verdict.reason : 'accepted';
}

describe('A JSON Web Token', () => {
  it.each(['RS256', 'ES256', 'EdDSA'])('signed by %s names a caller with its scopes', async (alg) => {
    expect(await whoIs(await token(claims({ azp: 'Reports' }), { alg }))).toEqual({
      id: 'jwt:reports',
      kind: 'jwt',
      owner: 'Reports',
      scopes: new Set(['files:read', 'jobs:read']),
      principal: { kind: 'app' },
    });
  });

  it('may hold its scopes as scp, before them the prefix of the issuer, beside those of others', async () => {
    const by = strategyWith({ scopePrefix: 'kd/' });
    const scp = ['kd/files:read', 'files:write', 'kd/unheard:of', 'other/jobs:read', 'kd/*', 7];
    expect(await whoIs(await token(claims({ scope: undefined, scp })), {}, by)).toMatchObject({
      scopes: new Set(['files:read']),
    });
  });

  it('never holds all scopes at once', async () => {
    expect(await whoIs(await token(claims({ scope: '* me:read' })))).toMatchObject({ scopes: new Set(['me:read']) });
  });

  it('is owned by azp, else by client_id, else by its subject', async () => {
    const ownerOf = async (more: Claims): Promise<unknown> => whoIs(await token(claims(more)));
    expect(await ownerOf({ azp: 'a', client_id: 'b' })).toMatchObject({ owner: 'a' });
    expect(await ownerOf({ client_id: 'b' })).toMatchObject({ owner: 'b' });
    expect(await ownerOf({})).toMatchObject({ owner: 'reports' });
  });

  it('acts for the user of the configured claim, and as the app without one', async () => {
    const by = strategyWith({ userClaim: 'https://company.example/koodrive' });
    const named = await token(claims({ 'https://company.example/koodrive': '42' }));
    expect(await whoIs(named, {}, by)).toMatchObject({ principal: { kind: 'user', userId: '42' } });
    expect(await whoIs(await token(claims()), {}, by)).toMatchObject({ principal: { kind: 'app' } });
    const broken = await token(claims({ 'https://company.example/koodrive': '../42' }));
    expect(await whoIs(broken, {}, by)).toMatchObject({ reason: 'wrong-token-claims' });
  });

  it('acts for the user of X-On-Behalf-Of where it holds the scope, as a key does', async () => {
    const acting = { 'x-on-behalf-of': '42' };
    expect(await whoIs(await token(claims({ scope: 'act-for:users' })), acting)).toMatchObject({
      actingFor: '42',
      principal: { kind: 'user', userId: '42' },
    });
    expect(await whoIs(await token(claims()), acting)).toMatchObject({ reason: 'acting-not-allowed' });
  });

  it('may differ from our clock by 30 seconds, not more', async () => {
    expect(await reasonOf(await token(claims({ exp: now - 29 })))).toBe('accepted');
    expect(await reasonOf(await token(claims({ exp: now - 31 })))).toBe('expired-token');
    expect(await reasonOf(await token(claims({ nbf: now + 30 })))).toBe('accepted');
    expect(await reasonOf(await token(claims({ nbf: now + 31 })))).toBe('token-not-yet-valid');
  });
});

describe('A JSON Web Token is refused', () => {
  it('without a signature, however "none" is written', async () => {
    for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
      expect(await reasonOf(handMade({ alg, kid: 'RS256' }, claims()))).toBe('wrong-token-algorithm');
    }
  });

  it('when it is signed by HMAC with the public key as the secret', async () => {
    const secret = await exportSPKI((pairs.get('RS256') as Pair).publicKey);
    const unsigned = handMade({ alg: 'HS256', kid: 'RS256' }, claims()).slice(0, -1);
    const signature = createHmac('sha256', secret).update(unsigned).digest('base64url');
    expect(await reasonOf(`${unsigned}.${signature}`)).toBe('wrong-token-algorithm');
  });

  it('by an algorithm that is not configured, though its key is published', async () => {
    expect(await reasonOf(await token(claims(), { alg: 'PS256' }))).toBe('wrong-token-algorithm');
  });

  it.each<[string, Claims, string]>([
    ['another issuer', { iss: 'https://issuer.example.evil' }, 'wrong-token-issuer'],
    ['no issuer', { iss: undefined }, 'wrong-token-issuer'],
    ['another audience', { aud: ['others', 'koodrive2'] }, 'wrong-token-audience'],
    ['no audience', { aud: undefined }, 'wrong-token-audience'],
    ['no end', { exp: undefined }, 'wrong-token-claims'],
    ['an end that is no number', { exp: '9999999999' }, 'wrong-token-claims'],
    ['no subject', { sub: undefined }, 'wrong-token-claims'],
    ['a subject that would break a log line', { sub: 'a\nb' }, 'wrong-token-claims'],
  ])('with %s', async (_name, more, reason) => {
    expect(await reasonOf(await token(claims(more)))).toBe(reason);
  });

  it('when it is meant for another purpose', async () => {
    expect(await reasonOf(await token(claims(), { typ: 'logout+jwt' }))).toBe('wrong-token-claims');
    expect(await reasonOf(await token(claims(), { typ: 'JWT' }))).toBe('accepted');
  });

  it('by an unknown key, also one that another key signed under a known name', async () => {
    expect(await reasonOf(await token(claims(), { kid: 'unheard-of' }))).toBe('unknown-token-key');
    const other = await generateKeyPair('RS256');
    const forged = new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', kid: 'RS256' }).sign(other.privateKey);
    expect(await reasonOf(await forged)).toBe('wrong-token-signature');
  });

  it('when a character of its claims or its signature was changed, at once after it was accepted', async () => {
    const good = await token(claims());
    expect(await reasonOf(good)).toBe('accepted');
    const [head = '', body = '', signature = ''] = good.split('.');
    const altered = Buffer.from(JSON.stringify(claims({ sub: 'admin' }))).toString('base64url');
    expect(await reasonOf(`${head}.${altered}.${signature}`)).toBe('wrong-token-signature');
    const swapped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    expect(await reasonOf(`${head}.${body}.${swapped}`)).toBe('wrong-token-signature');
  });

  it('with header parameters that nobody here understands', async () => {
    const crit = { alg: 'RS256', kid: 'RS256', crit: ['exp2'], exp2: 1 };
    expect(await reasonOf(handMade(crit, claims(), 'AAAA'))).not.toBe('accepted');
  });

  it.each(['a.b.c', 'e30.e30.', `${Buffer.from('[]').toString('base64url')}.e30.AA`, `${'a'.repeat(40)}.b.c`])(
    'as %s, which is none',
    async (text) => {
      expect(['malformed-token', 'wrong-token-algorithm', 'unusable-token']).toContain(await reasonOf(text));
    },
  );

  it('over 8192 characters, whatever it says', async () => {
    expect(await reasonOf(await token(claims({ filler: 'x'.repeat(8192) })))).toBe('oversized-token');
  });

  it('with one answer for all that may be wrong with it', async () => {
    const bad = [
      handMade({ alg: 'none' }, claims()),
      await token(claims({ exp: now - 99 })),
      await token(claims({ aud: 'x' })),
    ];
    for (const text of bad) {
      const { problem } = (await whoIs(text)) as Refusal;
      expect(problem).toMatchObject({ code: 'unauthenticated', status: 401 });
      expect(problem.options).toEqual({
        headers: { 'www-authenticate': 'Bearer realm="koodrive-gateway", error="invalid_token"' },
      });
    }
  });

  it('naming its subject to the log only where the signature was right', async () => {
    const expired = (await whoIs(await token(claims({ exp: now - 99 })))) as Refusal;
    expect(expired.claimed.caller).toBe('jwt:reports');
    const forged = (await whoIs(handMade({ alg: 'none' }, claims()))) as Refusal;
    expect(forged.claimed.caller).toBeUndefined();
  });
});

describe('A verified token', () => {
  it('is remembered, for 30 seconds at most', async () => {
    const text = await token(claims());
    const first = await whoIs(text);
    expect(await whoIs(text)).toBe(first);
    clock.advance(29_999);
    expect(await whoIs(text)).toBe(first);
    clock.advance(1);
    expect(await whoIs(text)).not.toBe(first);
  });

  it('is never remembered past its end', async () => {
    const text = await token(claims({ exp: now + 2 }));
    const first = await whoIs(text);
    clock.advance(1_999);
    expect(await whoIs(text)).toBe(first);
    clock.advance(1);
    // Good for the tolerance of the clocks, but looked at each time.
    expect(await whoIs(text)).not.toBe(first);
    clock.advance(31_000);
    expect(await reasonOf(text)).toBe('expired-token');
  });
});

it('A credential that is no JSON Web Token is left to others', async () => {
  for (const text of ['kdg_abc', 'a.b', 'a.b.c.d', 'a.b!.c', ''])
    expect(await reasonOf(text)).toBe('unknown-credential');
});
