import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Principal } from '#koodrive';
import { createCacheKey, hashCacheKey } from './cache-key.js';

const fields = { route: 'GET /v1/spaces', url: '/v1/spaces?limit=2', language: 'en' };
const user = (userId: string): Principal => ({ kind: 'user', userId });

describe('createCacheKey', () => {
  it('returns a different key for each principal', () => {
    const principals: Principal[] = [
      user('1'),
      user('2'),
      { kind: 'app' },
      { kind: 'session', browserSessionId: 's', userId: '1' },
      { kind: 'session', browserSessionId: 't', userId: '1' },
    ];
    expect(new Set(principals.map((principal) => createCacheKey(principal, fields, {}))).size).toBe(principals.length);
  });

  it('returns the same key for all principals only if the policy says so', () => {
    const sharedPolicy = { sharedAcrossPrincipals: true };
    expect(createCacheKey(user('1'), fields, sharedPolicy)).toBe(createCacheKey(user('2'), fields, sharedPolicy));
    expect(createCacheKey(user('1'), fields, sharedPolicy)).not.toBe(createCacheKey(user('1'), fields, {}));
    expect(createCacheKey(user('1'), fields, { sharedAcrossPrincipals: false })).not.toBe(
      createCacheKey(user('2'), fields, { sharedAcrossPrincipals: false }),
    );
  });

  it('returns a different key for another route, URL or language', () => {
    const keys = [{}, { route: 'GET /v1/files' }, { url: '/v1/spaces?limit=3' }, { language: 'zh' }];
    expect(new Set(keys.map((change) => createCacheKey(user('1'), { ...fields, ...change }, {}))).size).toBe(4);
  });

  it.each([
    ['/a?x=1&b=2', '/a?b=2&x=1'],
    ['/a?', '/a'],
    ['/a?x=1&', '/a?x=1'],
  ])('ignores the order of query parameters with different names: %s equals %s', (one, other) => {
    const createKey = (url: string): string => createCacheKey(user('1'), { ...fields, url }, {});
    expect(createKey(one)).toBe(createKey(other));
  });

  it('respects the order of two values of one query parameter', () => {
    const createKey = (url: string): string => createCacheKey(user('1'), { ...fields, url }, {});
    expect(createKey('/a?x=1&x=2')).not.toBe(createKey('/a?x=2&x=1'));
  });

  it("never returns another principal's key, whatever the caller sends", () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const arbitrary = fc.record({ userId: text, url: text, language: text });
    const createKey = ({ userId, url, language }: { userId: string; url: string; language: string }): string =>
      createCacheKey(user(userId), { route: 'r', url, language }, {});
    fc.assert(
      fc.property(arbitrary, arbitrary, (one, other) => {
        fc.pre(one.userId !== other.userId);
        expect(createKey(one)).not.toBe(createKey(other));
      }),
      { seed: 20_300_101, numRuns: 500 },
    );
  });
});

describe('hashCacheKey', () => {
  it('hides the content of the key', () => {
    const key = createCacheKey({ kind: 'session', browserSessionId: 'canary', userId: '42' }, fields, {});
    expect(hashCacheKey(key)).toMatch(/^[\w-]{43}$/);
  });
});
