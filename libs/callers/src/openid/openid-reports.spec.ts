import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { LocalServer, type RequestHandler, respondWithJson } from '../../../../test/support/local-server.js';
import { OpenIdProvider } from './openid-provider.js';

const secrets = { nonce: 'nonce', verifier: 'v'.repeat(43) };
const keySet = { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' })] };

let server: LocalServer;
let provider: OpenIdProvider;
let reports: string[];
/** By path. */
let responses: Record<string, RequestHandler>;
beforeEach(async () => {
  reports = [];
  server = await LocalServer.start((response, request, count) =>
    (responses[request.url] ?? (() => response.destroy()))(response, request, count),
  );
  responses = {
    '/.well-known/openid-configuration': (response) => respondWithJson(response, buildMetadata(server.origin)),
    '/jwks': (response) => respondWithJson(response, keySet),
  };
  provider = new OpenIdProvider({
    issuer: server.origin,
    clientId: 'gateway',
    clientSecret: 'canary-client-secret',
    redirectUrl: 'http://127.0.0.1:1/auth/openid/callback',
    userClaim: 'user',
    scope: 'openid',
    endpointOrigins: [],
    observer: {
      reportSuccess: (capability) => void reports.push(`${capability}: works`),
      reportFailure: (capability, { reason, detail }) => void reports.push(`${capability}: ${reason}, ${detail}`),
    },
  });
});
afterEach(async () => {
  await provider.close();
  await server.close();
});

const buildMetadata = (origin: string, tokenOrigin = origin): object => ({
  issuer: origin,
  authorization_endpoint: `${origin}/auth`,
  token_endpoint: `${tokenOrigin}/token`,
  jwks_uri: `${origin}/jwks`,
});
const startSignIn = (): Promise<unknown> => provider.buildAuthorizationUrl('s', secrets);
const completeSignIn = (query = '?code=canary-code&state=s'): Promise<unknown> =>
  provider.exchangeCodeForUser(query, 's', secrets);
const respondToken = (handler: RequestHandler): void => void (responses['/token'] = handler);
/** What was reported of the token endpoint, after the metadata was found. */
async function reportSignIn(): Promise<readonly string[]> {
  await expect(completeSignIn()).rejects.toThrow();
  expect(reports.shift()).toBe('requests: works');
  expect(reports.join()).not.toContain('canary');
  return reports;
}

describe('What is reported of an OpenID Connect provider', () => {
  it('is that its metadata is found, once for many sign-ins', async () => {
    await Promise.all([startSignIn(), startSignIn()]);
    expect(reports).toEqual(['requests: works']);
  });

  it.each<[string, RequestHandler, string]>([
    ['ends the connection', (response) => response.destroy(), 'the provider cannot be reached (UND_ERR_SOCKET)'],
    ['responds 503', (response) => response.writeHead(503).end(), 'the provider responded 503'],
    ['responds 404', (response) => response.writeHead(404).end('canary'), 'the provider responded 404'],
    [
      'redirects',
      (response) => response.writeHead(302, { location: 'https://canary.example' }).end(),
      'the provider responded 302',
    ],
    [
      'responds with HTML',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<canary>'),
      "the provider's response is not as specified (OAUTH_RESPONSE_IS_NOT_JSON)",
    ],
    [
      'is another issuer',
      (response) => respondWithJson(response, buildMetadata('https://canary.example')),
      "the provider's response is not as specified (OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED)",
    ],
  ])('is that it %s in place of its metadata', async (_what, handler, detail) => {
    responses['/.well-known/openid-configuration'] = handler;
    await expect(startSignIn()).rejects.toThrow('the provider is not available');
    expect(reports).toEqual([`requests: unavailable, ${detail}`]);
  });

  it('is that it names an endpoint that is not configured', async () => {
    responses['/.well-known/openid-configuration'] = (response) =>
      respondWithJson(response, buildMetadata(server.origin, 'https://canary.example'));
    const detail = 'the provider names an endpoint at an origin that is not configured';
    expect(await reportSignIn()).toEqual([`requests: unavailable, ${detail}`]);
  });

  it.each<[string, RequestHandler, readonly string[]]>([
    [
      'it rejects the client',
      (response) => respondWithJson(response, { error: 'invalid_client' }, 400),
      [
        'credentials: credentials-rejected, the provider responded 400 (invalid_client); see OIDC_CLIENT_ID and OIDC_CLIENT_SECRET',
        'requests: works',
      ],
    ],
    [
      'it rejects the client with a challenge',
      (response) => respondWithJson(response, {}, 401, { 'www-authenticate': 'Basic realm="canary"' }),
      ['credentials: credentials-rejected, the provider responded 401; see OIDC_CLIENT_ID and OIDC_CLIENT_SECRET'],
    ],
    [
      'it works, where it rejects the code of a browser',
      (response) => respondWithJson(response, { error: 'invalid_grant' }, 400),
      ['requests: works'],
    ],
    [
      'its token endpoint fails',
      (response) => response.writeHead(500).end(),
      ['requests: unavailable, the provider responded 500'],
    ],
    [
      'its token endpoint responds with HTML',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<canary>'),
      ["requests: unavailable, the provider's response is not as specified (OAUTH_RESPONSE_IS_NOT_JSON)"],
    ],
  ])('is that %s', async (_what, handler, expected) => {
    respondToken(handler);
    expect(await reportSignIn()).toEqual(expected);
  });

  it('is nothing where a browser changed the query of the callback', async () => {
    for (const query of ['?state=s', '?code=c&state=other', '?error=access_denied&state=s', '?code=c&state=s&iss=x'])
      await expect(completeSignIn(query)).rejects.toThrow('sign-in rejected');
    expect(reports).toEqual(['requests: works']);
  });

  it('is that its keys cannot be fetched for a logout token', async () => {
    responses['/jwks'] = (response) => response.writeHead(404).end();
    const header = Buffer.from('{"alg":"RS256","typ":"logout+jwt"}').toString('base64url');
    await expect(provider.verifyLogoutToken(`${header}.e30.AAAA`)).rejects.toThrow();
    expect(reports).toEqual(['requests: works', 'requests: unavailable, the provider responded 404 for its keys']);
  });
});
