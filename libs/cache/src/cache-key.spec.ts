import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Principal } from '#koodrive';
import { cacheKey, storeName } from './cache-key.js';

const parts = { route: 'GET /v1/spaces', url: '/v1/spaces?limit=2', language: 'en' };
const user = (userId: string): Principal => ({ kind: 'user', userId });

describe('the key of an answer', () => {
  it('is another for each principal', () => {
    const principals: Principal[] = [
      user('1'),
      user('2'),
      { kind: 'app' },
      { kind: 'session', sessionId: 's', userId: '1' },
      { kind: 'session', sessionId: 't', userId: '1' },
    ];
    expect(new Set(principals.map((principal) => cacheKey(principal, parts, {}))).size).toBe(principals.length);
  });

  it('is the same for all only where the policy says so', () => {
    const shared = { shared: true };
    expect(cacheKey(user('1'), parts, shared)).toBe(cacheKey(user('2'), parts, shared));
    expect(cacheKey(user('1'), parts, shared)).not.toBe(cacheKey(user('1'), parts, {}));
    expect(cacheKey(user('1'), parts, { shared: false })).not.toBe(cacheKey(user('2'), parts, { shared: false }));
  });

  it('is another for another route, address or language', () => {
    const keys = [{}, { route: 'GET /v1/files' }, { url: '/v1/spaces?limit=3' }, { language: 'zh' }];
    expect(new Set(keys.map((other) => cacheKey(user('1'), { ...parts, ...other }, {}))).size).toBe(4);
  });

  it.each([
    ['/a?x=1&b=2', '/a?b=2&x=1'],
    ['/a?', '/a'],
    ['/a?x=1&', '/a?x=1'],
  ])('does not mind the order of the query: %s is %s', (one, other) => {
    const of = (url: string): string => cacheKey(user('1'), { ...parts, url }, {});
    expect(of(one)).toBe(of(other));
  });

  it('minds the order of two values with one name', () => {
    const of = (url: string): string => cacheKey(user('1'), { ...parts, url }, {});
    expect(of('/a?x=1&x=2')).not.toBe(of('/a?x=2&x=1'));
  });

  it("cannot be made to look like another principal's by anything a caller sends", () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const arbitrary = fc.record({ who: text, url: text, language: text });
    const of = (one: { who: string; url: string; language: string }): string =>
      cacheKey(user(one.who), { route: 'r', url: one.url, language: one.language }, {});
    fc.assert(
      fc.property(arbitrary, arbitrary, (one, other) => {
        fc.pre(one.who !== other.who);
        expect(of(one)).not.toBe(of(other));
      }),
      { seed: 20_300_101, numRuns: 500 },
    );
  });

  it('is hidden in the store', () => {
    const key = cacheKey({ kind: 'session', sessionId: 'canary', userId: '42' }, parts, {});
    expect(storeName(key)).toMatch(/^[\w-]{43}$/);
  });
});
