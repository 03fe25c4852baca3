import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { optionalModuleVariables } from '../../apps/gateway/src/composition/optional-modules.js';
import { findFileByName, findSpace } from '../support/gateway-api.js';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';
import { fillPathTemplate } from '../support/invalid-requests.js';
import { listRoutes } from '../support/openapi-validator.js';
import { sendRawRequest } from '../support/raw-http.js';
import { formatRoute } from '../support/requests/request-generators.js';

const apiPrefix = '/koodrive/ose/v1';

let stack: GatewayStack;
/** A pre-signed URL of the object store. */
let download: URL;

beforeAll(async () => {
  stack = await startGatewayStack({ env: optionalModuleVariables });
  const { id: spaceId } = await findSpace(stack, 'individual');
  const { id } = await findFileByName(stack, spaceId, 'trip.zip');
  const redirect = await stack.call('GET', `/v1/spaces/${spaceId}/files/${id}/content?redirect=true`);
  download = new URL(redirect.headers.get('location') ?? '');
});
afterAll(() => stack?.close());

/** A resource of each server that needs no credential in a header. */
const servers: readonly (readonly [name: string, url: () => string])[] = [
  ['the API of the sandbox', () => `${stack.sandbox.url}/_sandbox/health`],
  ['the object store of the sandbox', () => download.href],
  ['the gateway', () => `${stack.url}/live`],
];

const get = (url: string, headers: Record<string, string> = {}) => {
  const { origin, pathname, search } = new URL(url);
  return sendRawRequest(origin, { path: pathname + search, headers });
};

/** As a browser sends them for a page of another site, by what the page does. */
const foreignPageHeaders: readonly (readonly [string, Record<string, string>])[] = [
  ['a script', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }],
  ['a simple request', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ['a form', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
  ['an older browser', { origin: 'http://evil.example' }],
  ['a sandboxed frame or a file', { origin: 'null' }],
  ['a name that looks like loopback', { origin: 'http://localhost.evil.example' }],
  ['an extension', { origin: 'chrome-extension://abcdef' }],
  ['two origins', { origin: 'http://localhost, https://evil.example' }],
];
/** Without Origin: what a page embeds. */
const embeddingHeaders: readonly Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
  { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
];

describe.each(servers)('S35: %s', (name, url) => {
  it.each(['localhost', '127.0.0.1', '127.1.2.3', '[::1]', 'app.localhost', 'LocalHost'])(
    'serves the host name %s, at any port',
    async (host) => {
      for (const each of [host, `${host}:1`, `${host}:65535`]) {
        // The signature of a pre-signed URL contains its host.
        expect([200, 403]).toContain((await get(url(), { host: each })).status);
      }
    },
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evillocalhost',
    'localhost@evil.example',
    'evil.example@localhost',
    '192.168.1.5',
    '0.0.0.0',
    '[::ffff:127.0.0.1]',
    'sandbox',
    '',
  ])('does not serve the host name %j', async (host) => {
    for (const each of [host, `${host}:${new URL(url()).port}`]) {
      expect((await get(url(), { host: each })).status).toBe(421);
    }
  });

  it('does not serve a request without a host', async () => {
    const { hostname, port, pathname, search } = new URL(url());
    const socket = connect(Number(port), hostname);
    socket.end(`GET ${pathname}${search} HTTP/1.0\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 421 /);
  });

  it.each(foreignPageHeaders)('rejects %s of another site', async (_description, headers) => {
    const response = await get(url(), headers);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    expect(response.text).toMatch(name === 'the gateway' ? /cross-site-refused/ : /another site/);
  });

  it('can be called from pages of this machine, and opened by a link', async () => {
    for (const origin of ['http://localhost:5173', 'https://127.0.0.1:8443', 'http://[::1]:1']) {
      expect((await get(url(), { origin, 'sec-fetch-site': 'cross-site' })).status).toBe(200);
    }
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await get(url(), link)).status).toBe(200);
  });

  it('can be embedded in pages of other sites if it is the object store, as images are', async () => {
    for (const headers of embeddingHeaders) {
      expect((await get(url(), headers)).status).toBe(name.startsWith('the object store') ? 200 : 403);
    }
  });
});

describe('S35: a foreign page', () => {
  /** With the control token, as a browser adds it once its user has typed it. */
  const control = () => ({
    authorization: `Basic ${Buffer.from(`sandbox:${stack.sandbox.options.controlToken}`).toString('base64')}`,
  });
  const requests = (): readonly (readonly [method: string, path: string, body: string, type?: string])[] => [
    ['POST', '/_sandbox/reset', ''],
    ['POST', '/_sandbox/faults', '{"effect":{"status":503}}', 'application/json'],
    ['DELETE', '/_sandbox/faults', ''],
    ['POST', '/_sandbox/clock', '{"advanceMs":1000}', 'application/json'],
    ['POST', '/_sandbox/sessions', JSON.stringify({ userId: stack.userId }), 'application/json'],
    ['GET', '/_sandbox', ''],
    ['POST', '/identity/authorize', `user=${stack.userId}`, 'application/x-www-form-urlencoded'],
    ['POST', '/identity/oauth2/token', 'grant_type=client_credentials', 'application/x-www-form-urlencoded'],
    ['GET', `${apiPrefix}/session/auth`, ''],
  ];
  const foreignHeaders: readonly Record<string, string>[] = [
    { host: 'evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ];

  it('changes nothing in the sandbox, also with the control token: no call counts and no fault is used up', async () => {
    const { sandbox } = stack;
    const { accessToken } = sandbox.openSession(stack.userId);
    sandbox.faults.add({ match: { operation: 'authSession' }, effect: { status: 503 }, times: 1 });
    const readState = () => [
      sandbox.counters(),
      sandbox.ledger().length,
      sandbox.faults.list().map(({ struck, seen }) => [struck, seen]),
      Math.round((sandbox.clock.now() - Date.now()) / 100),
    ];
    const before = readState();
    for (const [method, path, body, type = 'text/plain'] of requests()) {
      for (const foreign of [...foreignHeaders, ...(method === 'GET' ? embeddingHeaders : [])]) {
        const headers = { ...control(), 'content-type': type, ...foreign };
        const { status } = await sendRawRequest(sandbox.url, { method, path, headers, body });
        expect([method, path, foreign, status]).toEqual([method, path, foreign, foreign['host'] ? 421 : 403]);
      }
    }
    expect(readState()).toEqual(before);
    const own = { authorization: accessToken };
    expect((await get(`${sandbox.url}${apiPrefix}/session/auth`, own)).status).toBe(503);
    expect((await get(`${sandbox.url}${apiPrefix}/session/auth`, own)).status).toBe(200);
  });

  it('reaches no route of the gateway, also with a key', async () => {
    const routes = [
      ...listRoutes(stack.openApiDocument).map((route) => ({
        method: route.method,
        path: fillPathTemplate(route),
        name: formatRoute(route),
      })),
      ...['/docs', '/docs/swagger-ui.css', '/nothing', '/v1/spaces/%zz?'].map((path) => ({
        method: 'GET',
        path,
        name: path,
      })),
    ];
    expect(routes.length).toBeGreaterThan(130);
    const { calls } = stack.sandbox.counters();
    const accepted: string[] = [];
    for (const { method, path, name } of routes) {
      for (const foreign of foreignHeaders) {
        const headers = { authorization: `Bearer ${stack.key}`, ...foreign };
        const { status } = await sendRawRequest(stack.url, { method, path, headers });
        // The router rejects a malformed path before all hooks.
        const isRejected = status === (foreign['host'] ? 421 : 403) || (path.includes('%zz') && status === 422);
        if (!isRejected) accepted.push(`${name} ${JSON.stringify(foreign)} -> ${status}`);
      }
    }
    expect(accepted).toEqual([]);
    expect(stack.sandbox.counters().calls).toBe(calls);
  });

  it('gets a problem that names the setting for other hosts', async () => {
    const response = await stack.sendRaw({ path: '/v1/me', headers: { host: 'drive.test' } });
    expect([response.status, response.json()]).toEqual([
      421,
      expect.objectContaining({ code: 'unknown-host', detail: expect.stringContaining('ALLOWED_HOSTS') as unknown }),
    ]);
  });
});

describe('S35: a health check', () => {
  it('needs no token and learns nothing', async () => {
    const response = await get(`${stack.sandbox.url}/_sandbox/health`);
    expect([response.status, response.text]).toEqual([200, '{"status":"ok"}']);
  });
});
