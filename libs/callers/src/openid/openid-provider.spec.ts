import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { respondWithJson, LocalServer } from '../../../../test/support/local-server.js';
import { OpenIdProvider } from './openid-provider.js';
import { OpenIdProviderUnavailableError } from './openid-http-client.js';

const secrets = { nonce: 'nonce', verifier: 'v'.repeat(43) };

describe('An OpenID Connect provider', () => {
  let issuer: LocalServer;
  let otherServer: LocalServer;
  let provider: OpenIdProvider;
  let redirects = false;

  beforeEach(async () => {
    redirects = false;
    otherServer = await LocalServer.start((response) => respondWithJson(response, { error: 'invalid_grant' }, 400));
    issuer = await LocalServer.start((response) => {
      if (redirects) response.writeHead(302, { location: `${otherServer.origin}/` }).end();
      else
        respondWithJson(response, {
          issuer: issuer.origin,
          authorization_endpoint: `${issuer.origin}/auth`,
          token_endpoint: `${otherServer.origin}/token`,
          jwks_uri: `${otherServer.origin}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        });
    });
  });
  afterEach(async () => {
    await provider.close();
    await issuer.close();
    await otherServer.close();
  });

  const createProvider = (...endpointOrigins: string[]): OpenIdProvider =>
    (provider = new OpenIdProvider({
      issuer: issuer.origin,
      clientId: 'gateway',
      clientSecret: 'canary-client-secret',
      redirectUrl: 'http://127.0.0.1:1/auth/openid/callback',
      userClaim: 'user',
      scope: 'openid',
      endpointOrigins,
    }));
  const completeSignIn = (): Promise<unknown> =>
    provider.exchangeCodeForUser('?code=canary-code&state=s', 's', secrets);

  it('receives requests at its own origin only, even if its metadata names other endpoints', async () => {
    createProvider();
    await expect(completeSignIn()).rejects.toBeInstanceOf(OpenIdProviderUnavailableError);
    expect(issuer.receivedRequests.map(({ url }) => url)).toEqual(['/.well-known/openid-configuration']);
    expect(otherServer.receivedRequests).toEqual([]);
  });

  it('receives requests at other configured origins', async () => {
    createProvider(otherServer.origin);
    await expect(completeSignIn()).rejects.toThrow('sign-in rejected: provider-refused');
    expect(otherServer.receivedRequests.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /token']);
  });

  it('cannot redirect a request', async () => {
    redirects = true;
    createProvider(otherServer.origin);
    await expect(completeSignIn()).rejects.toBeInstanceOf(OpenIdProviderUnavailableError);
    expect(otherServer.receivedRequests).toEqual([]);
  });
});
