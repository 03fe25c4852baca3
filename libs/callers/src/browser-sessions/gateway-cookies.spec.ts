import { describe, expect, it } from '@jest/globals';
import { GatewayCookies, countSessionCookies } from './gateway-cookies.js';

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

  it('is malformed if it is repeated, and is counted under both names', () => {
    const twice = requestWith(`__Host-koodrive-session=${value}; __Host-koodrive-session=${value}`);
    expect(secure.readSessionCookie(twice)).toBe('malformed');
    expect(countSessionCookies(twice)).toBe(2);
    expect(countSessionCookies(requestWith(`__Host-koodrive-session=${value}; koodrive-session-dev=x`))).toBe(2);
    expect(countSessionCookies(requestWith('a=1; __host-koodrive-session=1'))).toBe(0);
    expect(countSessionCookies(requestWith())).toBe(0);
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

  it('is removed, oldest first, if one browser starts too many sign-ins', () => {
    const cookies = ['a', 'b', 'c', 'd', 'e', 'f'].map((tag) => `__Host-koodrive-login-${tag}=${value}`).join('; ');
    expect(secure.expireOldLoginCookies(requestWith(cookies)).map((line) => line.split('=', 1)[0])).toEqual([
      '__Host-koodrive-login-a',
      '__Host-koodrive-login-b',
    ]);
    expect(secure.expireOldLoginCookies(requestWith('__Host-koodrive-login-a=1'))).toEqual([]);
  });
});
