import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { createSandboxContext, createSandboxServer } from '../composition.js';
import { completeOptions } from '../options.js';
import { createTestDrive, type TestDrive } from '../state/test-drive.spec-support.js';
import { registerControlRoutes } from './control-routes.js';

const controlToken = 'a-token-of-this-test_1';

let drive: TestDrive;
let app: FastifyInstance;
const routes: { method: 'GET' | 'POST' | 'DELETE'; url: string }[] = [];

beforeAll(async () => {
  drive = await createTestDrive();
  const context = createSandboxContext(completeOptions({ controlToken }));
  const { control } = createSandboxServer(context, drive.backend, () => ({
    url: '',
    objectStoreUrl: '',
    appTokenUrl: '',
  }));
  app = Fastify();
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each as 'GET', url: url.replace('*', 'unknown') });
  });
  void app.register(async (plugin) => registerControlRoutes(plugin, control));
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await drive.close();
});

const basic = (password: string): string => `Basic ${Buffer.from(`sandbox:${password}`).toString('base64')}`;
const status = async (authorization?: string): Promise<number> =>
  (await app.inject({ url: '/_sandbox/counters', headers: authorization === undefined ? {} : { authorization } }))
    .statusCode;

describe('S35: the control API', () => {
  it('requires the control token for every route, and runs none without it', async () => {
    expect(routes.length).toBeGreaterThan(15);
    const accepted: string[] = [];
    for (const { method, url } of routes) {
      for (const headers of [{}, { authorization: 'Bearer wrong' }, { 'x-sandbox-token': controlToken }]) {
        const response = await app.inject({ method, url, headers, body: method === 'POST' ? {} : undefined });
        if (response.statusCode !== 401) accepted.push(`${method} ${url} -> ${response.statusCode}`);
      }
    }
    expect(accepted).toEqual([]);
  });

  it('accepts the token as a bearer token and as the password of HTTP Basic, and asks for both', async () => {
    expect(await status(`Bearer ${controlToken}`)).toBe(200);
    expect(await status(basic(controlToken))).toBe(200);
    const { headers } = await app.inject({ url: '/_sandbox' });
    expect(headers['www-authenticate']).toEqual([expect.stringMatching(/^Bearer/), expect.stringMatching(/^Basic/)]);
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    controlToken,
    `Bearer ${controlToken}x`,
    `Bearer ${controlToken.slice(1)}`,
    `Bearer ${controlToken.toUpperCase()}`,
    `Digest ${controlToken}`,
    basic(''),
    basic(`${controlToken}x`),
    `Basic ${controlToken}`,
    `Basic ${Buffer.from(`${controlToken}:`).toString('base64')}`,
  ])('rejects %j', async (authorization) => {
    expect(await status(authorization)).toBe(401);
  });
});
