import { createServer } from 'node:https';
import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { createCertificate } from '../certificate.js';
import { type OpenIdProviderSettings, signInAtProvider, startOpenIdProvider } from '../openid-provider.js';
import { findFreePort } from '../ports.js';
import { SimulatedBrowser } from '../simulated-browser.js';
import type { Breakage, TroubleBench, TroubleCause } from './trouble-cause.js';

const clientSecret = 'the secret that the gateway has';
const gatewayUrl = (bench: TroubleBench): string => `http://127.0.0.1:${bench.gatewayPort}`;

function openIdEnv(bench: TroubleBench, issuer: string): Record<string, string> {
  return {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'gateway',
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_REDIRECT_URL: `${gatewayUrl(bench)}/auth/openid/callback`,
    OIDC_USER_CLAIM: 'koodrive_user',
  };
}

async function startProvider(bench: TroubleBench, settings: OpenIdProviderSettings) {
  const provider = await startOpenIdProvider(
    `${gatewayUrl(bench)}/auth/openid/callback`,
    `${gatewayUrl(bench)}/bye`,
    undefined,
    { clientSecret, ...settings },
  );
  bench.stopLater(() => provider.close());
  provider.accounts.set('ada', { koodrive_user: bench.userId });
  return provider;
}

const startSignIn = (bench: TroubleBench) => () => bench.call('GET', '/auth/openid/login');

/** A sign-in up to the page of the gateway that the provider redirects to. */
const signIn = (bench: TroubleBench) => async (): Promise<void> => {
  const browser = new SimulatedBrowser();
  const response = await browser.fetch('GET', `${gatewayUrl(bench)}/auth/openid/login`);
  const page = response.headers.get('location');
  if (page) await browser.fetch('GET', await signInAtProvider(browser, page, 'ada'));
};

/** The provider runs, and something before it responds in its place. */
const respondInPlace =
  (listener: RequestListener) =>
  async (bench: TroubleBench): Promise<Breakage> => {
    const provider = await startProvider(bench, {});
    provider.respondInPlace = listener;
    return {
      env: openIdEnv(bench, provider.issuer),
      use: startSignIn(bench),
      end: () => (provider.respondInPlace = undefined),
    };
  };

async function prepareMissing(bench: TroubleBench): Promise<Breakage> {
  const port = await findFreePort();
  return {
    env: openIdEnv(bench, `http://localhost:${port}`),
    use: startSignIn(bench),
    end: () => startProvider(bench, { port }),
  };
}

async function prepareOtherSecret(bench: TroubleBench): Promise<Breakage> {
  const port = await findFreePort();
  const provider = await startProvider(bench, { port, clientSecret: 'another secret' });
  return {
    env: openIdEnv(bench, provider.issuer),
    use: signIn(bench),
    end: async () => {
      await provider.close();
      await startProvider(bench, { port });
    },
  };
}

async function prepareCertificate(bench: TroubleBench): Promise<Breakage> {
  const certificates = await Promise.all([createCertificate(), createCertificate()]);
  for (const certificate of certificates) bench.stopLater(() => certificate.remove());
  const [untrusted, trusted] = await Promise.all(
    certificates.map(async ({ cert, key }) => ({ cert: await readFile(cert), key: await readFile(key) })),
  );
  const server = createServer({ ...untrusted }, (_request, response) => {
    const endpoints = { authorization_endpoint: `${issuer}/auth`, jwks_uri: `${issuer}/jwks` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ issuer, ...endpoints }));
  });
  const port = await findFreePort();
  const issuer = `https://127.0.0.1:${port}`;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  bench.stopLater(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    env: { ...openIdEnv(bench, issuer), NODE_EXTRA_CA_CERTS: certificates[1]?.cert ?? '' },
    use: startSignIn(bench),
    end: () => server.setSecureContext({ ...trusted }),
  };
}

const failing = (variant: string, prepare: TroubleCause['prepare']): TroubleCause => ({
  cause: 'OpenID provider: fails',
  variant,
  prepare,
});

export const openIdCauses: readonly TroubleCause[] = [
  failing('does not run', prepareMissing),
  failing(
    '500',
    respondInPlace((_request, response) => void response.writeHead(500).end()),
  ),
  failing(
    'no metadata at that address',
    respondInPlace((_request, response) => void response.writeHead(404).end()),
  ),
  failing(
    'no JSON',
    respondInPlace(
      (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"issuer":'),
    ),
  ),
  failing('certificate that is not trusted', prepareCertificate),
  failing(
    'does not respond',
    respondInPlace(() => undefined),
  ),
  { cause: 'OpenID provider: rejects the client', prepare: prepareOtherSecret },
];
