import { beforeAll, describe, expect, it } from '@jest/globals';
import { type CryptoKey, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { JwksUnavailableError } from '../jwt/jwks-fetcher.js';
import { LogoutTokenError, verifyLogoutToken } from './logout-token.js';

const issuer = 'https://id.example';
const now = 1_800_000_000_000;
const nowSeconds = now / 1000;
const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const claims = { iss: issuer, aud: 'gateway', iat: nowSeconds, exp: nowSeconds + 120, jti: 'token-1', events };

let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
let otherKeys: typeof keys;

beforeAll(async () => {
  keys = await generateKeyPair('RS256');
  otherKeys = await generateKeyPair('RS256');
});

const sign = (payload: JWTPayload, header: { alg?: string; typ?: string } = {}, key = keys.privateKey) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', ...header }).sign(key);
const verify = (token: string, getKey: () => Promise<CryptoKey> = () => Promise.resolve(keys.publicKey)) =>
  verifyLogoutToken(token, { issuer, clientId: 'gateway', algorithms: ['RS256'], getKey, now });

describe('S28: a logout token', () => {
  it.each<[string, JWTPayload, object]>([
    ['a session', { sid: 's1' }, { sessionId: 's1', subject: undefined }],
    ['a user', { sub: 'ada' }, { sessionId: undefined, subject: 'ada' }],
    ['both', { sub: 'ada', sid: 's1' }, { sessionId: 's1', subject: 'ada' }],
  ])('is accepted where it names %s', async (_name, names, expected) => {
    expect(await verify(await sign({ ...claims, ...names }))).toEqual({ id: 'token-1', issuer, ...expected });
  });

  it.each(['JWT', 'logout+jwt', 'application/logout+jwt'])('may have the type %s', async (typ) => {
    expect(await verify(await sign({ ...claims, sid: 's1' }, { typ }))).toMatchObject({ sessionId: 's1' });
  });

  it.each<[string, JWTPayload]>([
    ['neither user nor session', {}],
    ['a user that is no text', { sub: 7 as unknown as string }],
    ['an empty session', { sid: '' }],
    ['an endless session', { sid: 's'.repeat(256) }],
    ['a session beside a user that is malformed', { sid: 's1', sub: '' }],
    ['another issuer', { sid: 's1', iss: 'https://other.example' }],
    ['another audience', { sid: 's1', aud: 'other' }],
    ['no audience', { sid: 's1', aud: undefined }],
    ['no time', { sid: 's1', iat: undefined }],
    ['a time in the future', { sid: 's1', iat: nowSeconds + 60 }],
    ['a time long ago', { sid: 's1', iat: nowSeconds - 700 }],
    ['no end', { sid: 's1', exp: undefined }],
    ['an end that has passed', { sid: 's1', iat: nowSeconds - 100, exp: nowSeconds - 60 }],
    ['no id', { sid: 's1', jti: undefined }],
    ['an id that is no text', { sid: 's1', jti: 1 as unknown as string }],
    ['no events', { sid: 's1', events: undefined }],
    ['another event', { sid: 's1', events: { 'https://id.example/event': {} } }],
    ['an event that is no object', { sid: 's1', events: { [Object.keys(events)[0] ?? '']: true } }],
    ['events that are a list', { sid: 's1', events: Object.keys(events) }],
    ['a nonce, as an ID token', { sid: 's1', nonce: 'n' }],
  ])('is rejected with %s', async (_name, changes) => {
    await expect(verify(await sign({ ...claims, ...changes }))).rejects.toThrow(LogoutTokenError);
  });

  it('is rejected with another type, another signature, another algorithm, or none', async () => {
    const valid = { ...claims, sid: 's1' };
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(valid)).toString('base64url')}.`;
    const tokens = [
      await sign(valid, { typ: 'at+jwt' }),
      await sign(valid, {}, otherKeys.privateKey),
      await new SignJWT(valid).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32)),
      unsigned,
      '',
      'a.b.c',
      'x'.repeat(9_000),
    ];
    for (const token of tokens) await expect(verify(token)).rejects.toThrow(LogoutTokenError);
  });

  it('is neither accepted nor called invalid while the keys are not available', async () => {
    const getKey = () => Promise.reject(new JwksUnavailableError('no keys'));
    await expect(verify(await sign({ ...claims, sid: 's1' }), getKey)).rejects.toThrow(JwksUnavailableError);
  });
});
