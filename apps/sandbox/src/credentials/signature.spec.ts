import { createHash, createHmac } from 'node:crypto';
import { describe, it, expect } from '@jest/globals';
import { canonicalRequest, stringToSign, type SignedRequest } from './canonical-request.js';
import { NotAuthenticated } from './not-authenticated.js';
import { verifySignature } from './signature.js';

const EMPTY_BODY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const app = { appId: 'app-1', appSecret: 'secret-1' };
const NOW = Date.UTC(2026, 10, 22, 8, 0, 0);
const limits = { maxAgeMs: 15 * 60_000, futureSkewMs: 0 };
const NAMES = ['host', 'x-date', 'x-user-id'];

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

/** Signs the canonical text given, so that no code under test has a part in it. */
function authorization(canonical: string, secret = app.appSecret, names = NAMES.join(';')): string {
  const text = `HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
  const signature = createHmac('sha256', secret).update(text).digest('hex');
  return `HMAC-SHA256 AppId=app-1,SignedHeaders=${names},Signature=${signature}`;
}

function verify(signed: SignedRequest, header: string, now = NOW): string {
  return verifySignature({ ...signed, headers: { ...signed.headers, authorization: header } }, app, now, limits);
}

const plain = `GET
/koodrive/ose/v1/jobs/

host:drive.example
x-date:20261122T080000Z
x-user-id:1001

host;x-date;x-user-id
${EMPTY_BODY}`;

describe('the canonical request', () => {
  it('has a slash at the end of the path, an empty line for no query, and the hash of the empty body', () => {
    expect(canonicalRequest(request(), NAMES)).toBe(plain);
  });

  it('encodes and sorts the query, keeps the equals sign of an empty value, and writes a space as %20', () => {
    const lines = canonicalRequest(request({ query: 'b=&a=x%20y&name=%E6%96%87&c=*~' }), NAMES).split('\n');
    expect(lines[2]).toBe('a=x%20y&b=&c=%2A~&name=%E6%96%87');
  });

  it('encodes each segment of the path and resolves dots', () => {
    const lines = canonicalRequest(request({ path: '/koodrive/./x/../space/a%2Fb(1)' }), NAMES).split('\n');
    expect(lines[1]).toBe('/koodrive/space/a%2Fb%281%29/');
  });

  it('hashes the body', () => {
    const lines = canonicalRequest(request({ body: Buffer.from('{"a":1}') }), NAMES).split('\n');
    expect(lines.at(-1)).toBe(createHash('sha256').update('{"a":1}').digest('hex'));
  });

  it('trims the values of headers', () => {
    expect(canonicalRequest(request({ headers: { 'x-user-id': '  1001 ' } }), NAMES)).toBe(plain);
  });

  it('is signed in two lines, without a line for the date', () => {
    expect(stringToSign('x')).toBe(`HMAC-SHA256\n${createHash('sha256').update('x').digest('hex')}`);
  });
});

describe('the check of a signature', () => {
  it('gives the user that a good signature names', () => {
    expect(verify(request(), authorization(plain))).toBe('1001');
  });

  it.each([
    ['a changed method', request({ method: 'POST' }), authorization(plain)],
    ['a changed path', request({ path: '/koodrive/ose/v1/job' }), authorization(plain)],
    ['a changed query', request({ query: 'a=1' }), authorization(plain)],
    ['a changed body', request({ body: Buffer.from('x') }), authorization(plain)],
    ['a changed user', request({ headers: { 'x-user-id': '1002' } }), authorization(plain)],
    ['another secret', request(), authorization(plain, 'secret-2')],
  ])('refuses %s', (_what, signed, header) => {
    expect(() => verify(signed, header)).toThrow(new NotAuthenticated('signature is wrong', 'signature'));
  });

  it('holds for 15 minutes, and not from the future', () => {
    expect(verify(request(), authorization(plain), NOW + 15 * 60_000)).toBe('1001');
    expect(() => verify(request(), authorization(plain), NOW + 15 * 60_000 + 1)).toThrow('too old');
    expect(() => verify(request(), authorization(plain), NOW - 1)).toThrow('future');
  });

  it('wants host, x-date and x-user-id among the signed headers, in order', () => {
    const without = authorization(plain, app.appSecret, 'host;x-date');
    expect(() => verify(request(), without)).toThrow('x-user-id is not among');
    const unsorted = authorization(plain, app.appSecret, 'x-date;host;x-user-id');
    expect(() => verify(request(), unsorted)).toThrow('not sorted');
  });

  it.each([
    ['a space after a comma', authorization(plain).replace(',Signed', ', Signed')],
    ["API Gateway's names", authorization(plain).replace('AppId', 'Access')],
    ['an upper-case signature', authorization(plain).replace(/[0-9a-f]{64}/, (hex) => hex.toUpperCase())],
  ])('refuses %s', (_what, header) => {
    expect(() => verify(request(), header)).toThrow('not of the form');
  });

  it('refuses another application', () => {
    expect(() => verify(request(), authorization(plain).replace('app-1', 'app-2'))).toThrow('AppId is unknown');
  });
});
