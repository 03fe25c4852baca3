import { describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { findConfigurationWarnings } from './configuration-warnings.js';
import { loadConfiguration } from './load-configuration.js';
import type { RawEnvironment } from './read-environment.js';

const remote = { KOODRIVE_BASE_URL: 'https://drive.example' };
const withApp = { ...remote, KOODRIVE_APP_ID: 'app', KOODRIVE_APP_SECRET: 'c4n4ry' };
const findWarnings = (texts: RawEnvironment): readonly string[] =>
  findConfigurationWarnings(loadConfiguration(texts), texts);

describe('A start warns of', () => {
  it.each([
    ['KOODRIVE_APPID', 'KOODRIVE_APP_ID'],
    ['KOODRIVE_CLIENTSECRET_FILE', 'KOODRIVE_CLIENT_SECRET_FILE'],
    ['REDIS_URI', 'REDIS_URL'],
    ['TRUSTED_PROXIE', 'TRUSTED_PROXIES'],
    ['Log_Levle', 'LOG_LEVEL'],
  ])('%s, which is close to %s, without its value', (name, known) => {
    expect(findWarnings({ [name]: 'c4n4ry' })).toEqual([
      `"${name}" is not a variable of the gateway: is ${known} meant?`,
    ]);
  });

  it('no credential for KooDrive', () => {
    expect(findWarnings(remote)).toEqual([expect.stringMatching(/^there is no credential for KooDrive, so each call/)]);
    expect(findWarnings({ ...remote, LOGIN_DOMAIN: 'drive.example' })).toEqual([
      expect.stringMatching(/^there is no credential for KooDrive, so only browsers/),
    ]);
  });

  it('settings of browser sessions where nobody can sign in', () => {
    expect(findWarnings({ ...withApp, SESSION_SCOPES: 'files:read', ALLOWED_ORIGINS: 'https://app.example' })).toEqual([
      'nobody can sign in, so SESSION_SCOPES, ALLOWED_ORIGINS has no effect: set LOGIN_DOMAIN, or OIDC_ISSUER for OpenID Connect',
    ]);
  });
});

describe('A start does not warn of', () => {
  it('the embedded sandbox, a complete configuration, and variables of others', () => {
    const others = {
      PATH: '/bin',
      HOSTNAME: 'a',
      POST: '1',
      LOGNAME: 'a',
      HOME: '/',
      NODE_OPTIONS: '',
      HTTPS_PROXY: 'x',
    };
    expect(findWarnings({ ...others, ALLOWED_ORIGINS: 'https://app.example' })).toEqual([]);
    expect(
      findWarnings({ ...others, ...withApp, LOGIN_DOMAIN: 'drive.example', SESSION_SCOPES: 'files:read' }),
    ).toEqual([]);
  });

  it('a similar name beside the known one', () => {
    expect(findWarnings({ REDIS_URI: 'redis://other', REDIS_URL: 'redis://a' })).toEqual([]);
  });
});
