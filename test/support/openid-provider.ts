import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import Provider from 'oidc-provider';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { SimulatedBrowser } from './simulated-browser.js';
import { findFreePort } from './ports.js';

/** A real OpenID Connect provider on localhost. A user who signs in with a login gets the claims that `accounts` has for it. */
export interface TestOpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accounts: Map<string, Readonly<Record<string, unknown>>>;
  /** The requests so far, such as `GET /jwks`. */
  readonly requestLog: string[];
  /** Responds to all requests in place of the provider, as a broken provider or a proxy before it would. */
  respondInPlace?: RequestListener;
  /** A new logout token, which is valid unless the claims change that. @param claims such as `sub` or `sid` */
  signLogoutToken(claims: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

export interface OpenIdProviderSettings {
  /** The port to listen on, for example that of an earlier provider; by default a free port. */
  readonly port?: number;
  readonly clientSecret?: string;
}

const logoutEvents = { 'http://schemas.openid.net/event/backchannel-logout': {} };

/** @param backChannelLogoutUrl where the provider sends logout tokens */
export async function startOpenIdProvider(
  redirectUrl: string,
  afterLogoutUrl: string,
  backChannelLogoutUrl?: string,
  { port, clientSecret = 'provider-secret-of-the-gateway' }: OpenIdProviderSettings = {},
): Promise<TestOpenIdProvider> {
  const issuer = `http://localhost:${port ?? (await findFreePort())}`;
  const accounts = new Map<string, Readonly<Record<string, unknown>>>();
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const client = { clientId: 'gateway', clientSecret };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirectUrl],
        post_logout_redirect_uris: [afterLogoutUrl],
        backchannel_logout_uri: backChannelLogoutUrl,
        backchannel_logout_session_required: backChannelLogoutUrl !== undefined,
      },
    ],
    features: { backchannelLogout: { enabled: true } },
    // The provider's own dispatcher sends nothing to loopback addresses.
    fetch: (url: string, { method, headers, body }: RequestInit) => fetch(url, { method, headers, body }),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'provider', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['a key for the cookies of the tests'] },
    claims: { openid: ['sub', 'koodrive_user', 'name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    // Without explicit values, the provider prints a warning for each.
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...accounts.get(id) }),
    }),
  });
  const handleRequest = provider.callback();
  const requestLog: string[] = [];
  const server = createServer((request, response) => {
    requestLog.push(`${request.method ?? ''} ${new URL(request.url ?? '/', issuer).pathname}`);
    (testProvider.respondInPlace ?? handleRequest)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(issuer).port), 'localhost', resolve));
  const signLogoutToken = (claims: JWTPayload): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const valid = {
      iss: issuer,
      aud: client.clientId,
      iat: now,
      exp: now + 120,
      jti: randomUUID(),
      events: logoutEvents,
    };
    return new SignJWT({ ...valid, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'provider' }).sign(privateKey);
  };
  const testProvider: TestOpenIdProvider = {
    issuer,
    ...client,
    accounts,
    requestLog,
    signLogoutToken,
    close: () => closeServer(server),
  };
  return testProvider;
}

/**
 * Signs in as `login` on the provider's own pages, and consents.
 * @param page the URL to which the gateway redirected the browser
 * @returns the URL to which the provider redirects the browser
 */
export async function signInAtProvider(browser: SimulatedBrowser, page: string, login: string): Promise<string> {
  const { origin } = new URL(page);
  let next = page;
  for (let step = 0; step < 10; step += 1) {
    const response = await browser.fetch('GET', next);
    const location = response.headers.get('location');
    if (location) {
      next = new URL(location, origin).href;
      if (!next.startsWith(origin)) return next;
      continue;
    }
    const action = /<form[^>]* action="([^"]+)"/.exec(response.text)?.[1];
    const prompt = /name="prompt" value="([a-z]+)"/.exec(response.text)?.[1];
    if (!action || !prompt)
      throw new Error(`the provider responded ${response.status}: ${response.text.slice(0, 400)}`);
    const form = new URLSearchParams(prompt === 'login' ? { prompt, login, password: 'any' } : { prompt });
    const sent = await browser.fetch('POST', new URL(action, origin).href, {}, form.toString());
    next = new URL(sent.headers.get('location') ?? '', origin).href;
  }
  throw new Error('the provider redirects in a loop');
}

/** Signs out on the provider's own page, as a user does there and not at the gateway. */
export async function signOutAtProvider(browser: SimulatedBrowser, issuer: string): Promise<void> {
  const page = await browser.fetch('GET', `${issuer}/session/end`);
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const form = new URLSearchParams({ xsrf, logout: 'yes' }).toString();
  const response = await browser.fetch('POST', `${issuer}/session/end/confirm`, {}, form);
  if (response.status >= 400) throw new Error(`the provider responded ${response.status}: ${response.text}`);
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
