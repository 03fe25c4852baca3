import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
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

describe('S28: the user of a sign-in at an OpenID Connect provider', () => {
  let privateKey: CryptoKey;
  let publicJwk: JWK;
  beforeAll(async () => {
    const keys = await generateKeyPair('RS256');
    privateKey = keys.privateKey;
    publicJwk = { ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  });

  /** The user of a sign-in for which the provider issues an ID token with `claims`. */
  async function signIn(claims: JWTPayload): Promise<unknown> {
    const idToken = (issuer: string): Promise<string> =>
      new SignJWT({ nonce: secrets.nonce, user: '7', ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'k' })
        .setIssuer(issuer)
        .setAudience('gateway')
        .setIssuedAt()
        .setExpirationTime('2m')
        .sign(privateKey);
    const server = await LocalServer.start((response, { url }) => {
      const { origin } = server;
      if (url === '/jwks') respondWithJson(response, { keys: [publicJwk] });
      else if (url === '/token')
        void idToken(origin).then((token) =>
          respondWithJson(response, { access_token: 'a', token_type: 'Bearer', id_token: token }),
        );
      else
        respondWithJson(response, {
          issuer: origin,
          authorization_endpoint: `${origin}/auth`,
          token_endpoint: `${origin}/token`,
          jwks_uri: `${origin}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        });
    });
    const provider = new OpenIdProvider({
      issuer: server.origin,
      clientId: 'gateway',
      clientSecret: 'canary-client-secret',
      redirectUrl: 'http://127.0.0.1:1/auth/openid/callback',
      userClaim: 'user',
      scope: 'openid',
      endpointOrigins: [],
    });
    try {
      return await provider.exchangeCodeForUser('?code=canary-code&state=s', 's', secrets);
    } finally {
      await provider.close();
      await server.close();
    }
  }

  it.each<JWTPayload>([{ sub: 'ada' }, { sub: 's'.repeat(255), sid: 'x'.repeat(255) }])(
    'can be ended by a logout token: %j',
    async (claims) => {
      expect(await signIn(claims)).toMatchObject({ openId: { subject: claims.sub, sessionId: claims['sid'] } });
    },
  );

  it.each<JWTPayload>([
    { sub: 's'.repeat(320) },
    { sub: '' },
    { sub: 'ada', sid: 's'.repeat(256) },
    { sub: 'ada', sid: '' },
    { sub: 'ada', sid: 7 },
  ])('is rejected where no logout token could end it: %j', async (claims) => {
    await expect(signIn(claims)).rejects.toThrow('sign-in rejected: answer-refused');
  });
});
