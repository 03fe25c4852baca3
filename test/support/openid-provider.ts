import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';
import { exportJWK, generateKeyPair } from 'jose';
import type { BrowserByHand } from './browser-by-hand.js';
import { freePort } from './ports.js';

/** A real OpenID Connect provider on localhost. Whoever signs in as `somebody` gets the claims of `accounts`. */
export interface RunningProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accounts: Map<string, Readonly<Record<string, unknown>>>;
  /** Requests by path: `GET /jwks`. */
  readonly seen: string[];
  close(): Promise<void>;
}

export async function startOpenIdProvider(redirectUrl: string, afterLogoutUrl: string): Promise<RunningProvider> {
  const issuer = `http://localhost:${await freePort()}`;
  const accounts = new Map<string, Readonly<Record<string, unknown>>>();
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const client = { clientId: 'gateway', clientSecret: 'provider-secret-of-the-gateway' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirectUrl],
        post_logout_redirect_uris: [afterLogoutUrl],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'provider', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['a key for the cookies of the tests'] },
    claims: { openid: ['sub', 'koodrive_user', 'name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    // Given, so that the provider does not remark on each.
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...accounts.get(id) }),
    }),
  });
  const answer = provider.callback();
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${new URL(request.url ?? '/', issuer).pathname}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(issuer).port), 'localhost', resolve));
  return { issuer, ...client, accounts, seen, close: () => closed(server) };
}

/**
 * Signs in as `login` at the provider's own pages, and consents.
 * @param page the address the gateway led to
 * @returns the address the provider sends the browser back to
 */
export async function passProvider(browser: BrowserByHand, page: string, login: string): Promise<string> {
  const { origin } = new URL(page);
  let next = page;
  for (let step = 0; step < 10; step += 1) {
    const answer = await browser.fetch('GET', next);
    const location = answer.headers.get('location');
    if (location) {
      next = new URL(location, origin).href;
      if (!next.startsWith(origin)) return next;
      continue;
    }
    const action = /<form[^>]* action="([^"]+)"/.exec(answer.text)?.[1];
    const prompt = /name="prompt" value="([a-z]+)"/.exec(answer.text)?.[1];
    if (!action || !prompt) throw new Error(`the provider answered ${answer.status}: ${answer.text.slice(0, 400)}`);
    const form = new URLSearchParams({ prompt, ...(prompt === 'login' && { login, password: 'any' }) });
    const sent = await browser.fetch('POST', new URL(action, origin).href, {}, form.toString());
    next = new URL(sent.headers.get('location') ?? '', origin).href;
  }
  throw new Error('the provider leads in circles');
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
