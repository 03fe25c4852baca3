import { describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { ConfigurationError } from './configuration-error.js';
import { loadConfiguration } from './load-configuration.js';
import type { EnvironmentTexts } from './read-environment.js';

const production: EnvironmentTexts = {
  NODE_ENV: 'production',
  KOODRIVE_BASE_URL: 'https://drive.example',
  API_KEYS_FILE: '/run/keys.json',
  ENCRYPTION_KEYS: `a:${Buffer.alloc(32, 7).toString('base64')}`,
};

/** The variables that are wrong. */
function namesOf(texts: EnvironmentTexts): readonly string[] {
  try {
    loadConfiguration(texts);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.mistakes.map(({ variable }) => variable);
    throw error;
  }
  return [];
}

describe('Sessions', () => {
  it('have limits, cookies for plain HTTP and no foreign pages, unless they are told otherwise', () => {
    expect(loadConfiguration({}).sessions).toEqual({
      loginDomain: undefined,
      refreshOnce: false,
      returnPaths: ['/'],
      scopes: undefined,
      idleMs: 3_600_000,
      lifetimeMs: 43_200_000,
      secureCookies: false,
    });
    expect(loadConfiguration({}).server.allowedOrigins).toEqual([]);
  });

  it('have secure cookies in production and wherever people come back by https', () => {
    const secure = (texts: EnvironmentTexts): boolean => loadConfiguration(texts).sessions.secureCookies;
    expect(secure(production)).toBe(true);
    expect(secure({ LOGIN_DOMAIN: 'drive.example' })).toBe(true);
    expect(secure({ LOGIN_DOMAIN: 'https://drive.example/auth/callback' })).toBe(true);
    expect(secure({ LOGIN_DOMAIN: 'http://localhost:3000/auth/callback' })).toBe(false);
  });

  it('are not begun on plain HTTP in production, nor used by pages on plain HTTP', () => {
    expect(namesOf({ ...production, LOGIN_DOMAIN: 'http://localhost/auth/callback' })).toEqual(['LOGIN_DOMAIN']);
    expect(namesOf({ ...production, ALLOWED_ORIGINS: 'http://app.example' })).toEqual(['ALLOWED_ORIGINS']);
    expect(namesOf({ ...production, ALLOWED_ORIGINS: 'https://app.example,http://localhost:5173' })).toEqual([]);
  });

  it.each(['*', 'null', 'https://*.example', 'https://app.example/', 'https://App.example', 'app.example'])(
    'are not opened to the origin %s',
    (origin) => expect(namesOf({ ALLOWED_ORIGINS: origin })).toEqual(['ALLOWED_ORIGINS']),
  );

  it.each(['//evil', 'app', '/a\\b', '/a b'])('do not lead back to %s', (path) =>
    expect(namesOf({ LOGIN_RETURN_PATHS: path })).toEqual(['LOGIN_RETURN_PATHS']),
  );

  it('hold scopes that a session may have, and all mistakes are named at once', () => {
    const known = { isSessionScope: (text: string) => text === 'files:read' };
    const load = (scopes: string) => () => loadConfiguration({ SESSION_SCOPES: scopes, PORT: 'x' }, known);
    expect(load('files:read,files:reed,act-for:users')).toThrow(/PORT[^]*SESSION_SCOPES.*files:reed.*act-for:users/);
    expect(load('files:read')).toThrow(/^(?![^]*SESSION_SCOPES)/);
  });
});
