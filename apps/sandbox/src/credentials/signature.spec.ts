import { createHash, createHmac } from 'node:crypto';
import { describe, it, expect } from '@jest/globals';
import { canonicalRequest, stringToSign, type SignedRequest } from './canonical-request.js';
import { AuthenticationError } from './authentication-error.js';
import { verifySignature } from './signature.js';

const emptyBodySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const app = { appId: 'app-1', appSecret: 'secret-1' };
const nowMs = Date.UTC(2026, 10, 22, 8, 0, 0);
const limits = { maxAgeMs: 15 * 60_000, futureSkewMs: 0 };
const signedHeaderNames = ['host', 'x-date', 'x-user-id'];

function request(changes: Partial<SignedRequest> = {}): SignedRequest {
  return {
    method: 'GET',
    path: '/koodrive/ose/v1/jobs',
    query: '',
    body: undefined,
    ...changes,
    headers: { host: 'drive.example', 'x-date': '20261122T080000Z', 'x-user-id': '1001', ...changes.headers },
  };
}

/** Signs a canonical request without the code under test. */
function authorization(canonical: string, secret = app.appSecret, names = signedHeaderNames.join(';')): string {
  const text = `HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
  const signature = createHmac('sha256', secret).update(text).digest('hex');
  return `HMAC-SHA256 AppId=app-1,SignedHeaders=${names},Signature=${signature}`;
}

function verify(signed: SignedRequest, header: string, atMs = nowMs): string {
  return verifySignature({ ...signed, headers: { ...signed.headers, authorization: header } }, app, atMs, limits);
}

const expectedCanonicalRequest = `GET
/koodrive/ose/v1/jobs/

host:drive.example
x-date:20261122T080000Z
x-user-id:1001

host;x-date;x-user-id
${emptyBodySha256}`;

describe('canonicalRequest', () => {
  it('adds a slash to the path, an empty line for a missing query and the hash of the empty body', () => {
    expect(canonicalRequest(request(), signedHeaderNames)).toBe(expectedCanonicalRequest);
  });

  it('encodes and sorts the query, keeps the equals sign of an empty value and encodes a space as %20', () => {
    const lines = canonicalRequest(request({ query: 'b=&a=x%20y&name=%E6%96%87&c=*~' }), signedHeaderNames).split('\n');
    expect(lines[2]).toBe('a=x%20y&b=&c=%2A~&name=%E6%96%87');
  });

  it('encodes each segment of the path and resolves dots', () => {
    const lines = canonicalRequest(request({ path: '/koodrive/./x/../space/a%2Fb(1)' }), signedHeaderNames).split('\n');
    expect(lines[1]).toBe('/koodrive/space/a%2Fb%281%29/');
  });

  it('hashes the body', () => {
    const lines = canonicalRequest(request({ body: Buffer.from('{"a":1}') }), signedHeaderNames).split('\n');
    expect(lines.at(-1)).toBe(createHash('sha256').update('{"a":1}').digest('hex'));
  });

  it('trims the values of headers', () => {
    expect(canonicalRequest(request({ headers: { 'x-user-id': '  1001 ' } }), signedHeaderNames)).toBe(
      expectedCanonicalRequest,
    );
  });

  it('has a string to sign of two lines, without a date', () => {
    expect(stringToSign('x')).toBe(`HMAC-SHA256\n${createHash('sha256').update('x').digest('hex')}`);
  });
});

describe('verifySignature', () => {
  it('returns the user of a valid signature', () => {
    expect(verify(request(), authorization(expectedCanonicalRequest))).toBe('1001');
  });

  it.each([
    ['a changed method', request({ method: 'POST' }), authorization(expectedCanonicalRequest)],
    ['a changed path', request({ path: '/koodrive/ose/v1/job' }), authorization(expectedCanonicalRequest)],
    ['a changed query', request({ query: 'a=1' }), authorization(expectedCanonicalRequest)],
    ['a changed body', request({ body: Buffer.from('x') }), authorization(expectedCanonicalRequest)],
    ['a changed user', request({ headers: { 'x-user-id': '1002' } }), authorization(expectedCanonicalRequest)],
    ['another secret', request(), authorization(expectedCanonicalRequest, 'secret-2')],
  ])('rejects %s', (_what, signed, header) => {
    expect(() => verify(signed, header)).toThrow(new AuthenticationError('signature is wrong', 'signature'));
  });

  it('accepts a date of the last 15 minutes, and none in the future', () => {
    expect(verify(request(), authorization(expectedCanonicalRequest), nowMs + 15 * 60_000)).toBe('1001');
    expect(() => verify(request(), authorization(expectedCanonicalRequest), nowMs + 15 * 60_000 + 1)).toThrow(
      'too old',
    );
    expect(() => verify(request(), authorization(expectedCanonicalRequest), nowMs - 1)).toThrow('in the future');
  });

  it('requires host, x-date and x-user-id in the signed headers, in order', () => {
    const without = authorization(expectedCanonicalRequest, app.appSecret, 'host;x-date');
    expect(() => verify(request(), without)).toThrow('x-user-id is not among');
    const unsorted = authorization(expectedCanonicalRequest, app.appSecret, 'x-date;host;x-user-id');
    expect(() => verify(request(), unsorted)).toThrow('not sorted');
  });

  it.each([
    ['a space after a comma', authorization(expectedCanonicalRequest).replace(',Signed', ', Signed')],
    ["API Gateway's names", authorization(expectedCanonicalRequest).replace('AppId', 'Access')],
    [
      'an upper-case signature',
      authorization(expectedCanonicalRequest).replace(/[0-9a-f]{64}/, (hex) => hex.toUpperCase()),
    ],
  ])('rejects %s', (_what, header) => {
    expect(() => verify(request(), header)).toThrow('not of the form');
  });

  it('rejects another application', () => {
    expect(() => verify(request(), authorization(expectedCanonicalRequest).replace('app-1', 'app-2'))).toThrow(
      'AppId is unknown',
    );
  });
});
