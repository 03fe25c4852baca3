import { describe, expect, it } from '@jest/globals';
import { Cookies, sessionCookieCount } from './cookies.js';

const secure = new Cookies(true);
const development = new Cookies(false);
const value = 'a'.repeat(43);
const asked = (cookie?: string) => ({ headers: cookie === undefined ? {} : { cookie }, rawHeaders: [] });

describe('The cookie of a session', () => {
  it('is for this host alone, over https, out of reach for scripts and for other sites', () => {
    expect(secure.setSession(value)).toBe(
      `__Host-koodrive-session=${value}; Path=/; HttpOnly; Secure; SameSite=Strict`,
    );
    expect(secure.clearSession()).toMatch(/^__Host-koodrive-session=; .*Secure.*; Max-Age=0$/);
  });

  it('has another name on plain HTTP, which is not taken where cookies are secure', () => {
    expect(development.setSession(value)).toBe(`koodrive-session-dev=${value}; Path=/; HttpOnly; SameSite=Strict`);
    expect(secure.session(asked(`koodrive-session-dev=${value}`))).toBeUndefined();
    expect(development.session(asked(`__Host-koodrive-session=${value}`))).toBeUndefined();
  });

  it('is found among others', () => {
    expect(secure.session(asked(`a=1; __Host-koodrive-session=${value};b=2`))).toBe(value);
    expect(secure.session(asked('a=1'))).toBeUndefined();
    expect(secure.session(asked())).toBeUndefined();
  });

  it.each(['', 'short', `${value}a`, `${value.slice(1)}!`, `"${value.slice(2)}"`])('is malformed as %j', (wrong) => {
    expect(secure.session(asked(`__Host-koodrive-session=${wrong}`))).toBe('malformed');
  });

  it('is malformed when it comes twice, and counted under both names', () => {
    const twice = asked(`__Host-koodrive-session=${value}; __Host-koodrive-session=${value}`);
    expect(secure.session(twice)).toBe('malformed');
    expect(sessionCookieCount(twice)).toBe(2);
    expect(sessionCookieCount(asked(`__Host-koodrive-session=${value}; koodrive-session-dev=x`))).toBe(2);
    expect(sessionCookieCount(asked('a=1; __host-koodrive-session=1'))).toBe(0);
    expect(sessionCookieCount(asked())).toBe(0);
  });
});

describe('The cookie of a sign-in', () => {
  it('comes along from the identity provider, for ten minutes', () => {
    expect(secure.setLogin('tag', value)).toBe(
      `__Host-koodrive-login-tag=${value}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=600`,
    );
    expect(secure.login(asked(`__Host-koodrive-login-tag=${value}`), 'tag')).toBe(value);
    expect(secure.login(asked(`__Host-koodrive-login-tag=${value}`), 'other')).toBeUndefined();
    expect(secure.login(asked(`__Host-koodrive-login-tag=1`), 'tag')).toBeUndefined();
  });

  it('gives way, oldest first, where one browser begins too many', () => {
    const cookies = ['a', 'b', 'c', 'd', 'e', 'f'].map((tag) => `__Host-koodrive-login-${tag}=${value}`).join('; ');
    expect(secure.clearOldLogins(asked(cookies)).map((line) => line.split('=', 1)[0])).toEqual([
      '__Host-koodrive-login-a',
      '__Host-koodrive-login-b',
    ]);
    expect(secure.clearOldLogins(asked('__Host-koodrive-login-a=1'))).toEqual([]);
  });
});
