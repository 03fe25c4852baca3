import { describe, expect, it } from '@jest/globals';
import { GatewayCookies } from './gateway-cookies.js';

const secure = new GatewayCookies(true);
const development = new GatewayCookies(false);
const value = 'a'.repeat(43);
const requestWith = (cookie?: string) => ({ headers: cookie === undefined ? {} : { cookie }, rawHeaders: [] });

describe('The session cookie', () => {
  it('is limited to this host and https, and not available to scripts and other sites', () => {
    expect(secure.buildSessionCookie(value)).toBe(
      `__Host-koodrive-session=${value}; Path=/; HttpOnly; Secure; SameSite=Strict`,
    );
    expect(secure.expireSessionCookie()).toMatch(/^__Host-koodrive-session=; .*Secure.*; Max-Age=0$/);
  });

  it('has another name on plain HTTP, which is ignored if cookies are secure', () => {
    expect(development.buildSessionCookie(value)).toBe(
      `koodrive-session-dev=${value}; Path=/; HttpOnly; SameSite=Strict`,
    );
    expect(secure.readSessionCookie(requestWith(`koodrive-session-dev=${value}`))).toBeUndefined();
    expect(development.readSessionCookie(requestWith(`__Host-koodrive-session=${value}`))).toBeUndefined();
  });

  it('is read among other cookies', () => {
    expect(secure.readSessionCookie(requestWith(`a=1; __Host-koodrive-session=${value};b=2`))).toBe(value);
    expect(secure.readSessionCookie(requestWith('a=1'))).toBeUndefined();
    expect(secure.readSessionCookie(requestWith())).toBeUndefined();
  });

  it.each(['', 'short', `${value}a`, `${value.slice(1)}!`, `"${value.slice(2)}"`])(
    'is malformed with the value %j',
    (invalidValue) => {
      expect(secure.readSessionCookie(requestWith(`__Host-koodrive-session=${invalidValue}`))).toBe('malformed');
    },
  );

  it('is malformed and counted twice if it is repeated', () => {
    const twice = requestWith(`__Host-koodrive-session=${value}; __Host-koodrive-session=${value}`);
    expect(secure.readSessionCookie(twice)).toBe('malformed');
    expect(secure.countSessionCookies(twice)).toBe(2);
    expect(secure.countSessionCookies(requestWith('a=1; __host-koodrive-session=1'))).toBe(0);
    expect(secure.countSessionCookies(requestWith())).toBe(0);
  });

  it('S37: is neither replaced nor joined by a cookie with the name of development', () => {
    const both = requestWith(`koodrive-session-dev=x; __Host-koodrive-session=${value}; koodrive-session-dev=${value}`);
    expect(secure.readSessionCookie(both)).toBe(value);
    expect(secure.countSessionCookies(both)).toBe(1);
    expect(secure.countSessionCookies(requestWith(`koodrive-session-dev=${value}`))).toBe(0);
  });

  it('S37: is found in a header that is full of other cookies', () => {
    const others = Array.from({ length: 4_000 }, (_, index) => `${index}=`).join(';');
    expect(secure.readSessionCookie(requestWith(`${others};__Host-koodrive-session=${value};${others}`))).toBe(value);
  });
});

describe('The login cookie', () => {
  it('is sent with the redirect of the identity provider, for ten minutes', () => {
    expect(secure.buildLoginCookie('tag', value)).toBe(
      `__Host-koodrive-login-tag=${value}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=600`,
    );
    expect(secure.readLoginCookie(requestWith(`__Host-koodrive-login-tag=${value}`), 'tag')).toBe(value);
    expect(secure.readLoginCookie(requestWith(`__Host-koodrive-login-tag=${value}`), 'other')).toBeUndefined();
    expect(secure.readLoginCookie(requestWith(`__Host-koodrive-login-tag=1`), 'tag')).toBeUndefined();
  });

  const requestWithLogins = (tags: readonly string[]) =>
    requestWith(tags.map((tag) => `__Host-koodrive-login-${tag}=${value}`).join('; '));
  const createTags = (count: number) => Array.from({ length: count }, (_, index) => String(index).padStart(10, '0'));
  const listExpired = (tags: readonly string[]) =>
    secure.expireOldLoginCookies(requestWithLogins(tags)).map((line) => line.split('=', 1)[0]);

  it('is removed, oldest first, if one browser starts too many sign-ins', () => {
    expect(listExpired(createTags(6))).toEqual(createTags(2).map((tag) => `__Host-koodrive-login-${tag}`));
    expect(listExpired(createTags(4))).toEqual([]);
  });

  it('S30: is removed in at most five lines, however many cookies a caller sends', () => {
    expect(listExpired(createTags(400))).toEqual(createTags(5).map((tag) => `__Host-koodrive-login-${tag}`));
  });

  it.each(['a', 'a'.repeat(9), 'a'.repeat(11), 'a'.repeat(64), 'aaaaa.aaaa', ''])(
    'S30: does not exist with a tag of another form: %j',
    (tag) => expect(listExpired(Array<string>(10).fill(tag))).toEqual([]),
  );
});
