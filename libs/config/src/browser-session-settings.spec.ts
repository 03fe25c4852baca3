import { describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { ConfigurationError } from './configuration-error.js';
import { loadConfiguration } from './load-configuration.js';
import type { RawEnvironment } from './read-environment.js';

const production: RawEnvironment = {
  NODE_ENV: 'production',
  KOODRIVE_BASE_URL: 'https://drive.example',
  API_KEYS_FILE: '/run/keys.json',
  ENCRYPTION_KEYS: `a:${Buffer.alloc(32, 7).toString('base64')}`,
};

/** The variables with mistakes. */
function invalidVariables(texts: RawEnvironment): readonly string[] {
  try {
    loadConfiguration(texts);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.issues.map(({ variable }) => variable);
    throw error;
  }
  return [];
}

describe('The settings of browser sessions', () => {
  it('have default limits, cookies for plain HTTP and no other origins', () => {
    expect(loadConfiguration({}).browserSessions).toEqual({
      openId: undefined,
      loginDomain: undefined,
      singleUseRefresh: false,
      allowedReturnPaths: ['/'],
      scopes: undefined,
      idleMs: 3_600_000,
      lifetimeMs: 43_200_000,
      secureCookies: false,
    });
    expect(loadConfiguration({}).server.allowedOrigins).toEqual([]);
  });

  it('have secure cookies in production, and where the sign-in returns by https', () => {
    const secure = (texts: RawEnvironment): boolean => loadConfiguration(texts).browserSessions.secureCookies;
    expect(secure(production)).toBe(true);
    expect(secure({ LOGIN_DOMAIN: 'drive.example' })).toBe(true);
    expect(secure({ LOGIN_DOMAIN: 'https://drive.example/auth/callback' })).toBe(true);
    expect(secure({ LOGIN_DOMAIN: 'http://localhost:3000/auth/callback' })).toBe(false);
  });

  it('reject plain HTTP for the sign-in in production, and for other origins', () => {
    expect(invalidVariables({ ...production, LOGIN_DOMAIN: 'http://localhost/auth/callback' })).toEqual([
      'LOGIN_DOMAIN',
    ]);
    expect(invalidVariables({ ...production, ALLOWED_ORIGINS: 'http://app.example' })).toEqual(['ALLOWED_ORIGINS']);
    expect(invalidVariables({ ...production, ALLOWED_ORIGINS: 'https://app.example,http://localhost:5173' })).toEqual(
      [],
    );
  });

  it.each(['*', 'null', 'https://*.example', 'https://app.example/', 'https://App.example', 'app.example'])(
    'reject %s as another origin',
    (origin) => expect(invalidVariables({ ALLOWED_ORIGINS: origin })).toEqual(['ALLOWED_ORIGINS']),
  );

  it.each(['//evil', 'app', '/a\\b', '/a b'])('reject %s as a return path', (path) =>
    expect(invalidVariables({ LOGIN_RETURN_PATHS: path })).toEqual(['LOGIN_RETURN_PATHS']),
  );

  it('reject scopes that a browser session must not have, and report all mistakes at once', () => {
    const options = { isBrowserSessionScope: (text: string) => text === 'files:read' };
    const load = (scopes: string) => () => loadConfiguration({ SESSION_SCOPES: scopes, PORT: 'x' }, options);
    expect(load('files:read,files:reed,act-for:users')).toThrow(/PORT[^]*SESSION_SCOPES.*files:reed.*act-for:users/);
    expect(load('files:read')).toThrow(/^(?![^]*SESSION_SCOPES)/);
  });
});
