import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { QueryPair } from '../request/percent-encoding.js';
import { buildAuthorizationHeader, buildCanonicalRequest, formatSigningDate, buildStringToSign } from './signature.js';

const headers = {
  'X-User-Id': '1395497048157130881',
  Host: 'cn.myhuaweicloud-koodrive.com',
  'X-Date': '20260102T030405Z',
};
const get = {
  method: 'GET',
  path: '/koodrive/ose/v1/jobs',
  query: [
    ['b', ''],
    ['a', 'x y'],
    ['name', '文'],
  ] as readonly QueryPair[],
  headers,
};
const emptyBodySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const lines = (request: Parameters<typeof buildCanonicalRequest>[0]): string[] =>
  buildCanonicalRequest(request).split('\n');

// The hashes and signatures of the two complete requests were computed with the standard library of another language.
describe('signature of a GET with empty, spaced and non-ASCII values', () => {
  it('has this canonical request', () => {
    expect(lines(get)).toEqual([
      'GET',
      '/koodrive/ose/v1/jobs/',
      'a=x%20y&b=&name=%E6%96%87',
      'host:cn.myhuaweicloud-koodrive.com',
      'x-date:20260102T030405Z',
      'x-user-id:1395497048157130881',
      '',
      'host;x-date;x-user-id',
      emptyBodySha256,
    ]);
  });

  it('has this string to sign, of two lines', () => {
    expect(buildStringToSign(buildCanonicalRequest(get))).toBe(
      'HMAC-SHA256\n2077b2249b4127d3aaf815874681ed91f3b9ffbbb95fcff065c68ef4025a814b',
    );
  });

  it('has this header', () => {
    expect(buildAuthorizationHeader('example-app-id', 'example-app-secret', get)).toBe(
      'HMAC-SHA256 AppId=example-app-id,SignedHeaders=host;x-date;x-user-id,' +
        'Signature=04184cbeba2fec81746480bc84f935ded823304c905a12de70901cfe5078dce5',
    );
  });
});

describe('signature of a POST with a body', () => {
  const body = Buffer.from('{"containerId":"IAAD","fileName":"文.txt"}');

  it('covers the hash of the bytes', () => {
    const header = buildAuthorizationHeader('example-app-id', 'example-app-secret', {
      ...get,
      method: 'POST',
      query: [],
      body,
    });
    expect(header).toMatch(/Signature=ffe8c3bd09d59220674d61d7c02dbc9b71d6cf5ffb3694c2a6d8e6334cbfcee5$/);
  });

  it('changes with a single byte of the body', () => {
    const sign = (bytes: Buffer): string => buildAuthorizationHeader('i', 's', { ...get, body: bytes });
    expect(sign(body)).not.toBe(sign(Buffer.concat([body, Buffer.from(' ')])));
  });
});

describe('the documented example of API Gateway, which has the same canonical rules', () => {
  it('has the documented hash', () => {
    const canonical = buildCanonicalRequest({
      method: 'GET',
      path: '/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs/',
      query: [
        ['limit', '2'],
        ['marker', '13551d6b-755d-4757-b956-536f674975c0'],
      ],
      headers: {
        'Content-Type': 'application/json',
        Host: 'service.region.example.com',
        'X-Sdk-Date': '20191115T033655Z',
      },
    });
    const hash = createHash('sha256').update(canonical).digest('hex');
    expect(hash).toBe('b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a');
  });
});

describe('buildCanonicalRequest', () => {
  it('ends the path with exactly one slash', () => {
    expect(lines({ ...get, path: '/a' })[1]).toBe('/a/');
    expect(lines({ ...get, path: '/a/' })[1]).toBe('/a/');
    expect(lines({ ...get, path: '/' })[1]).toBe('/');
  });

  it('encodes each segment once, regardless of the encoding in the request line', () => {
    expect(lines({ ...get, path: "/a%2Fb/it's(1)/%E6%96%87~" })[1]).toBe('/a%2Fb/it%27s%281%29/%E6%96%87~/');
  });

  it('has an empty line when there is no query', () => {
    expect(lines({ ...get, query: [] })[2]).toBe('');
  });

  it('encodes all but unreserved characters', () => {
    const query = [['k', "-_.~!*'();:@&=+$,/?#[]"]] as const;
    expect(lines({ ...get, query })[2]).toBe('k=-_.~%21%2A%27%28%29%3B%3A%40%26%3D%2B%24%2C%2F%3F%23%5B%5D');
  });

  it('sorts by code point: characters outside the first plane come last', () => {
    const query = [
      ['\u{1F600}', '1'],
      ['\uFF5E', '2'],
      ['a', '3'],
      ['Z', '4'],
    ] as const;
    expect(lines({ ...get, query })[2]).toBe('Z=4&a=3&%EF%BD%9E=2&%F0%9F%98%80=1');
  });

  it('sorts the values of a name that occurs twice', () => {
    const query = [
      ['status', '2'],
      ['status', '1'],
    ] as const;
    expect(lines({ ...get, query })[2]).toBe('status=1&status=2');
  });

  it('accepts headers in any case and order, and trims their values', () => {
    const otherHeaders = { 'x-date': ' 20260102T030405Z ', HOST: headers.Host, 'x-USER-id': headers['X-User-Id'] };
    expect(buildCanonicalRequest({ ...get, headers: otherHeaders })).toBe(buildCanonicalRequest(get));
  });
});

describe('formatSigningDate', () => {
  it('is UTC in seconds, truncated and not rounded', () => {
    expect(formatSigningDate(Date.parse('2026-01-02T03:04:05.999Z'))).toBe('20260102T030405Z');
  });
});
