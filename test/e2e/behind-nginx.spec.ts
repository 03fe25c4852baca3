import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Gateway } from '../../apps/gateway/src/application.js';
import { maxResponseHeaderBytes, measureHeaderBytes } from '../../apps/gateway/src/http/response/header-limit.js';
import { type DriveFile, findSpace } from '../support/gateway-api.js';
import { type GatewayStack, startGatewayStack, startSecondGateway } from '../support/gateway-stack.js';
import { type Nginx, startFrontProxy, startShippedNginx } from '../support/nginx.js';
import { findFreePort } from '../support/ports.js';
import { type RawRequest, sendRawRequest } from '../support/raw-http.js';
import { selectSandboxUser, SimulatedBrowser, startSignIn } from '../support/simulated-browser.js';
import { startSignInStack } from '../support/sign-in-stack.js';

const portOf = (url: string): number => Number(new URL(url).port);
const repeat = async <T>(times: number, call: () => Promise<T>): Promise<T[]> => {
  const results: T[] = [];
  for (let count = 0; count < times; count += 1) results.push(await call());
  return results;
};

describe('S30: two gateways behind the nginx of deploy/nginx.conf', () => {
  let stack: GatewayStack;
  let second: Gateway;
  let nginx: Nginx;

  beforeAll(async () => {
    const port = await findFreePort();
    const env = { LOGIN_DOMAIN: `http://127.0.0.1:${port}/auth/callback` };
    stack = await startGatewayStack({ env: { ...env, PORT: String(port) } });
    second = await startSecondGateway(stack, env);
    nginx = await startShippedNginx([portOf(stack.url), portOf(await second.app.getUrl())]);
  });
  afterAll(async () => {
    await nginx?.stop();
    await second?.close();
    await stack?.close();
  });

  const get = (path: string, headers: RawRequest['headers'] = {}) =>
    sendRawRequest(nginx.url, { path, headers: { authorization: `Bearer ${stack.key}`, ...headers } });

  // The contract's limit is 250 characters; each has up to 4 bytes, and each byte is percent-encoded up to three times.
  it.each(['文', '🗎'])('serve a file with the longest name that the contract allows, of %s', async (character) => {
    const { id: spaceId } = await findSpace(stack, 'individual');
    const name = encodeURIComponent(character.repeat(250));
    const created = await stack.call('PUT', `/v1/spaces/${spaceId}/content?name=${name}`, { bytes: 'x' });
    const contentPath = `/v1/spaces/${spaceId}/files/${created.json<DriveFile>().id}/content`;
    const redirect = await get(`${contentPath}?redirect=true`);
    expect(redirect.status).toBe(302);
    const location = redirect.headers.get('location') ?? '';
    expect(location.length).toBeGreaterThan(name.length);
    const download = await get(contentPath);
    expect([download.status, download.text]).toEqual([200, 'x']);
    // The object store of KooDrive encodes once more than the sandbox: its URL has at most 8,192 characters.
    const longest = { ...Object.fromEntries(redirect.headers), location: 'x'.repeat(8_192) };
    expect(measureHeaderBytes(longest)).toBeLessThan(maxResponseHeaderBytes);
  });

  it.each([
    ['as many cookies as a browser stores', 170, 302, 6],
    ['more cookies than that', 400, 431, 0],
  ])(
    'do not respond with a line for each cookie of a caller, and go on to serve everybody: %s',
    async (_case, count, status, setCookieCount) => {
      const names = Array.from(
        { length: count },
        (_, index) => `koodrive-login-dev-${String(index).padStart(10, '0')}`,
      );
      const cookie = names.map((name) => `${name}=`).join(';');
      for (const response of await repeat(8, () => get('/auth/login', { cookie }))) {
        expect([response.status, response.headers.getSetCookie()]).toEqual([
          status,
          Array(setCookieCount).fill(expect.stringMatching(/^koodrive-login-dev-/)),
        ]);
      }
      expect((await repeat(8, () => get('/v1/me'))).map((response) => response.status)).toEqual(Array(8).fill(200));
      expect(await nginx.readErrorLog()).not.toContain('[error]');
    },
  );

  it('serve everybody while one of them is down', async () => {
    const server = second.app.getHttpServer();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    const responses = await repeat(20, () => get('/v1/me'));
    expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(200));
    // A request with a body was not sent to the one that is down, so that it may be sent to the other one.
    const posted = await repeat(8, () => sendRawRequest(nginx.url, { method: 'POST', path: '/nowhere', body: '{}' }));
    expect(posted.map(({ status }) => status)).toEqual(Array(8).fill(404));
    expect(await nginx.readErrorLog()).toContain('Connection refused');
  });
});

describe('S30: an odd response of an instance', () => {
  /** Responds by the path: with a response that nginx cannot pass on, or with the number of the instance. */
  const startInstance = async (name: string): Promise<Server> => {
    const server = createServer((request, response) => {
      const bytes = Number(/headers=(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
      if (request.url === '/broken') return response.socket?.destroy();
      if (request.url === '/garbage') return response.socket?.end('this is no HTTP\r\n\r\n');
      response.sendDate = false;
      if (bytes > 0) response.setHeader('location', 'x'.repeat(bytes));
      return response.end(name);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
  };
  let instances: Server[] = [];
  let nginx: Nginx | undefined;

  beforeAll(async () => {
    instances = [await startInstance('one'), await startInstance('two')];
    nginx = await startShippedNginx(instances.map((server) => (server.address() as AddressInfo).port));
  });
  afterAll(async () => {
    await nginx?.stop();
    for (const server of instances) server.closeAllConnections();
    await Promise.all(instances.map((server) => new Promise((resolve) => server.close(resolve))));
  });
  const get = (path: string, method = 'GET') => sendRawRequest(nginx?.url ?? '', { path, method });

  it('has room for the longest header lines that a gateway sends', async () => {
    const response = await get(`/?headers=${maxResponseHeaderBytes}`);
    expect([response.status, response.headers.get('location')?.length]).toEqual([200, maxResponseHeaderBytes]);
  });

  it.each([
    ['header lines that are too long', '/?headers=40000'],
    ['bytes that are no HTTP', '/garbage'],
    ['a connection that breaks', '/broken'],
  ])('is not counted against the instance: %s', async (_name, path) => {
    const odd = await repeat(6, () => get(path, 'POST').catch(() => ({ status: 502 })));
    expect(odd.map(({ status }) => status)).not.toContain(302);
    const responses = await repeat(12, () => get('/'));
    expect(responses.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(new Set(responses.map(({ text }) => text))).toEqual(new Set(['one', 'two']));
  });
});

describe('S37: behind a proxy that terminates TLS, and the nginx of deploy/nginx.conf', () => {
  const frontAddress = '127.0.0.2';
  const [ada, ben] = ['127.0.0.11', '127.0.0.12'];
  const host = 'drive.example';
  let stack: GatewayStack;
  let nginx: Nginx;
  let front: Nginx;

  const start = async (env: Record<string, string> = {}): Promise<void> => {
    ({ stack } = await startSignInStack({
      sandbox: { redirectOrigins: [`https://${host}`] },
      env: {
        LOGIN_DOMAIN: `https://${host}/auth/callback`,
        TRUSTED_PROXIES: `127.0.0.1,${frontAddress}`,
        // Otherwise no request for the second host would get as far as the comparison of origins.
        ALLOWED_HOSTS: `${host},evil.example`,
        ...env,
      },
    }));
    nginx = await startShippedNginx([portOf(stack.url)]);
    front = await startFrontProxy(nginx, frontAddress);
  };
  afterEach(async () => {
    await front?.stop();
    await nginx?.stop();
    await stack?.close();
  });

  /** The cookie of a browser session, from a sign-in without the proxies. */
  const signIn = async (): Promise<string> => {
    const browser = new SimulatedBrowser();
    const page = await startSignIn(browser, stack.url);
    const callback = new URL(await selectSandboxUser(browser, page, stack.userId));
    await browser.fetch('GET', `${stack.url}${callback.pathname}${callback.search}`);
    return browser.cookieHeader('127.0.0.1');
  };
  const send = (proxy: Nginx, path: string, headers: Record<string, string> = {}, localAddress = ada) =>
    sendRawRequest(proxy.url, { path, headers: { host, ...headers }, localAddress });

  it('own pages may call, and pages of another origin may not, whatever a caller writes into forwarded headers', async () => {
    await start();
    const cookie = await signIn();
    const call = async (proxy: Nginx, headers: Record<string, string>) =>
      (await send(proxy, '/auth/session', { cookie, 'x-csrf': '1', ...headers })).status;
    expect(await call(front, { origin: `https://${host}` })).toBe(200);
    expect(await call(front, { origin: `https://${host}`, host: `${host.toUpperCase()}:443` })).toBe(200);
    expect(await call(front, { origin: `http://${host}` })).toBe(403);
    expect(await call(front, { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' })).toBe(403);
    // Not through the proxy with TLS: plain http, also if the caller says otherwise.
    expect(await call(nginx, { origin: `http://${host}` })).toBe(200);
    expect(await call(nginx, { origin: `https://${host}`, 'x-forwarded-proto': 'https' })).toBe(403);
    expect(await call(nginx, { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' })).toBe(403);
  });

  it('each visitor is counted by its own address, whatever it writes into forwarded headers', async () => {
    await start({ RATE_LIMIT_LOGINS: '2' });
    const login = async (proxy: Nginx, address: string, forwardedFor?: string) => {
      const headers: Record<string, string> = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
      return (await send(proxy, '/auth/login', headers, address)).status;
    };
    expect(await repeat(3, () => login(front, ada))).toEqual([302, 302, 429]);
    expect(await login(front, ada, '203.0.113.1')).toBe(429);
    expect(await login(nginx, ada, '203.0.113.1')).toBe(429);
    expect(await login(front, ben)).toBe(302);
  });
});
