import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { loadConfiguration } from '#config';
import type { EndpointSpec } from '../endpoint.js';
import { createForeignRequestCheck } from './foreign-requests.js';

const productionEnv = {
  NODE_ENV: 'production',
  KOODRIVE_BASE_URL: 'https://koodrive.example',
  API_KEYS_FILE: 'keys.json',
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
};

/** The code of the problem; undefined where the request is accepted. */
function check(
  env: Record<string, string>,
  headers: Record<string, string | undefined>,
  forwardedHost?: string,
  endpoint?: Partial<EndpointSpec>,
) {
  const host = 'host' in headers ? headers['host'] : 'localhost';
  const request = {
    method: 'GET',
    headers: { host, ...headers },
    protocol: 'http',
    host: forwardedHost ?? host,
    ips: [],
    routeOptions: { config: { endpoint } },
  };
  return createForeignRequestCheck(loadConfiguration(env))(request as unknown as FastifyRequest)?.code;
}

describe('S35: the host of a request', () => {
  it.each(['localhost', 'LOCALHOST:3000', '127.0.0.1', '127.9.8.7:80', '[::1]:3000', 'app.localhost:3000'])(
    'in development may be %s',
    (host) => expect(check({}, { host })).toBeUndefined(),
  );

  it.each([
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evillocalhost',
    'evil.example@localhost',
    'localhost@evil.example',
    'localhost/@evil.example',
    'localhost, evil.example',
    '192.168.1.5:3000',
    '0.0.0.0:3000',
    '[::ffff:7f00:1]',
    'localhost:port',
    '',
  ])('in development must not be %j', (host) => expect(check({}, { host })).toBe('unknown-host'));

  it('may be one of ALLOWED_HOSTS, and the one to which a sign-in returns', () => {
    const env = { ALLOWED_HOSTS: 'drive.test,10.0.0.5', LOGIN_DOMAIN: 'login.test/auth/callback' };
    for (const host of ['drive.test:8080', 'Drive.Test', '10.0.0.5', 'login.test', 'localhost']) {
      expect([host, check(env, { host })]).toEqual([host, undefined]);
    }
    expect(check(env, { host: 'evil.drive.test' })).toBe('unknown-host');
    expect(check({ LOGIN_DOMAIN: 'https://drive.test/back' }, { host: 'drive.test' })).toBeUndefined();
  });

  it('counts also where a trusted proxy states another one, and so does the stated one', () => {
    expect(check({}, { host: 'evil.example' }, 'localhost')).toBe('unknown-host');
    expect(check({}, { host: 'localhost' }, 'evil.example')).toBe('unknown-host');
  });

  it('in production is checked only with ALLOWED_HOSTS, and may then be an IP address', () => {
    expect(check(productionEnv, { host: 'any.example' })).toBeUndefined();
    const env = { ...productionEnv, ALLOWED_HOSTS: 'drive.example' };
    for (const host of ['drive.example', '10.1.2.3:3000', '[fd00::1]:3000', 'localhost:3000']) {
      expect([host, check(env, { host })]).toEqual([host, undefined]);
    }
    expect(check(env, { host: 'evil.example' })).toBe('unknown-host');
  });

  it('in production does not matter to health checks, which may also send none', () => {
    const env = { ...productionEnv, ALLOWED_HOSTS: 'drive.example' };
    expect(check(env, { host: 'gateway-7.internal' }, undefined, { rateLimit: 'none' })).toBeUndefined();
    expect(check(env, { host: undefined }, '')).toBeUndefined();
    expect(check(env, { host: '' })).toBe('unknown-host');
    expect(check({}, { host: undefined }, '')).toBe('unknown-host');
    expect(check({}, { host: 'evil.example' }, undefined, { rateLimit: 'none' })).toBe('unknown-host');
  });

  it('is checked with the same result when it comes again', () => {
    const findProblem = createForeignRequestCheck(loadConfiguration({ ALLOWED_HOSTS: 'drive.test' }));
    const send = (host: string) =>
      findProblem({
        method: 'GET',
        headers: { host },
        host,
        routeOptions: { config: {} },
      } as unknown as FastifyRequest);
    for (const host of ['drive.test', 'evil.example', 'drive.test', 'evil.example'])
      expect([host, send(host)?.code]).toEqual([host, host === 'drive.test' ? undefined : 'unknown-host']);
  });
});

describe('S35: the page that a request comes from', () => {
  const env = { ALLOWED_ORIGINS: 'https://app.test', ALLOWED_HOSTS: 'drive.test' };

  it.each(['http://localhost:5173', 'https://127.0.0.1', 'http://[::1]:1', 'https://app.test', 'http://drive.test'])(
    'in development may be of the origin %s',
    (origin) => expect(check(env, { origin, 'sec-fetch-site': 'cross-site' })).toBeUndefined(),
  );

  it.each([
    'https://evil.example',
    'null',
    'file://',
    'chrome-extension://abc',
    'https://localhost.evil.example',
    'https://evil.example@localhost',
    'http://localhost, https://evil.example',
    '',
  ])('in development must not be of the origin %j', (origin) =>
    expect(check(env, { origin, 'sec-fetch-site': 'same-origin' })).toBe('cross-site-refused'),
  );

  it('is known by Sec-Fetch-Site where there is no Origin, but may open a page in a tab', () => {
    const crossSite = { 'sec-fetch-site': 'cross-site' };
    expect(check({}, { ...crossSite, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' })).toBe(
      'cross-site-refused',
    );
    expect(check({}, { ...crossSite, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' })).toBe(
      'cross-site-refused',
    );
    expect(check({}, { ...crossSite, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' })).toBeUndefined();
    for (const site of ['same-origin', 'same-site', 'none'])
      expect(check({}, { 'sec-fetch-site': site })).toBeUndefined();
  });

  it('in production is left to CORS and to the check of each credential', () => {
    const hosts = { ...productionEnv, ALLOWED_HOSTS: 'drive.example' };
    expect(check(hosts, { host: 'drive.example', origin: 'https://evil.example' })).toBeUndefined();
  });
});
