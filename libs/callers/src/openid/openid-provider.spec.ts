import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { json, LocalServer } from '../../../../test/support/local-server.js';
import { OpenIdProvider } from './openid-provider.js';
import { ProviderUnavailableError } from './provider-fetch.js';

const secrets = { nonce: 'nonce', verifier: 'v'.repeat(43) };

describe('An OpenID Connect provider', () => {
  let issuer: LocalServer;
  let elsewhere: LocalServer;
  let provider: OpenIdProvider;
  let redirects = false;

  beforeEach(async () => {
    redirects = false;
    elsewhere = await LocalServer.start((response) => json(response, { error: 'invalid_grant' }, 400));
    issuer = await LocalServer.start((response) => {
      if (redirects) response.writeHead(302, { location: `${elsewhere.origin}/` }).end();
      else
        json(response, {
          issuer: issuer.origin,
          authorization_endpoint: `${issuer.origin}/auth`,
          token_endpoint: `${elsewhere.origin}/token`,
          jwks_uri: `${elsewhere.origin}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        });
    });
  });
  afterEach(async () => {
    await provider.close();
    await issuer.close();
    await elsewhere.close();
  });

  const open = (...endpointOrigins: string[]): OpenIdProvider =>
    (provider = new OpenIdProvider({
      issuer: issuer.origin,
      clientId: 'gateway',
      clientSecret: 'canary-client-secret',
      redirectUrl: 'http://127.0.0.1:1/auth/openid/callback',
      userClaim: 'user',
      scope: 'openid',
      endpointOrigins,
    }));
  const back = (): Promise<unknown> => provider.user('?code=canary-code&state=s', 's', secrets);

  it('is asked at its own origin alone, whatever endpoints it names', async () => {
    open();
    await expect(back()).rejects.toBeInstanceOf(ProviderUnavailableError);
    expect(issuer.seen.map(({ url }) => url)).toEqual(['/.well-known/openid-configuration']);
    expect(elsewhere.seen).toEqual([]);
  });

  it('is asked at other origins that are configured', async () => {
    open(elsewhere.origin);
    await expect(back()).rejects.toThrow('sign-in refused: provider-refused');
    expect(elsewhere.seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /token']);
  });

  it('is not followed when it redirects', async () => {
    redirects = true;
    open(elsewhere.origin);
    await expect(back()).rejects.toBeInstanceOf(ProviderUnavailableError);
    expect(elsewhere.seen).toEqual([]);
  });
});
