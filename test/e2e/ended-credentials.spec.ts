import { randomBytes } from 'node:crypto';
import { type ClientRequest, type IncomingMessage, request as sendRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { issueApiKey, revokeApiKey } from '../../libs/callers/src/index.js';
import { type Fleet, startFleet } from '../support/fleet.js';
import type { ListResponse, Space } from '../support/gateway-api.js';
import { LocalServer, respondWithJson } from '../support/local-server.js';
import { selectSandboxUser, SimulatedBrowser, startSignIn } from '../support/simulated-browser.js';
import { waitUntil, type WaitUntilOptions } from '../support/wait-until.js';

/** Larger than what the buffers of two connections hold, so that most of it is not sent while the client does not read. */
const largeFileBytes = 48 * 1024 * 1024;
const loginDomain = 'http://localhost:4444/auth/callback';

let issuer: LocalServer;
let keyPair: Awaited<ReturnType<typeof generateKeyPair>>;
let fleet: Fleet;
let spaceId: string;
let fileId: string;
let jobId: string;

beforeAll(async () => {
  keyPair = await generateKeyPair('RS256', { extractable: true });
  const keys = [{ ...(await exportJWK(keyPair.publicKey)), kid: 'one' }];
  issuer = await LocalServer.start((response) => respondWithJson(response, { keys }));
  fleet = await startFleet({
    instances: 2,
    sandboxEnv: { SANDBOX_JOB_WAIT_MS: '600000' },
    gatewayEnv: {
      NODE_ENV: 'test',
      LOGIN_DOMAIN: loginDomain,
      JWT_ISSUER: issuer.origin,
      JWT_AUDIENCE: 'koodrive-gateway',
      JWT_JWKS_URL: `${issuer.origin}/jwks`,
      JWT_USER_CLAIM: 'koodrive_user',
    },
  });
  const spaces = (await fleet.get(0, '/v1/spaces?kind=individual')).body as unknown as ListResponse<Space>;
  spaceId = spaces.items[0]?.id ?? '';
  const uploaded = await fetch(`${urlOf(0)}/v1/spaces/${spaceId}/content?name=large.bin`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${fleet.key}` },
    body: randomBytes(largeFileBytes),
  });
  fileId = ((await uploaded.json()) as { id: string }).id;
  const job = { action: 'restore', spaceId, fileIds: ['F1'] };
  jobId = String((await fleet.send(0, 'POST', '/v1/jobs', job)).body.id);
});
afterAll(async () => {
  await fleet?.close();
  await issuer?.close();
});

const urlOf = (instance: number): string => fleet.gateways[instance]?.url ?? '';

interface Credential {
  readonly headers: Readonly<Record<string, string>>;
  /** Makes it invalid, or does nothing where it becomes invalid by time. */
  readonly end: () => Promise<unknown>;
  readonly code: string;
}

const toLocalhost = (instance: number): string => urlOf(instance).replace('127.0.0.1', 'localhost');

async function signInBrowser(): Promise<Credential> {
  const browser = new SimulatedBrowser();
  const callback = await selectSandboxUser(browser, await startSignIn(browser, toLocalhost(0)), fleet.userId);
  await browser.fetch('GET', callback.replace(new URL(loginDomain).origin, toLocalhost(0)));
  return {
    headers: { cookie: browser.cookieHeader('localhost'), 'x-csrf': '1', 'sec-fetch-site': 'same-origin' },
    end: () => browser.fetchSameOrigin('POST', `${toLocalhost(1)}/auth/logout`),
    code: 'session-ended',
  };
}

/** All of them are accepted by the first instance. */
const credentials: Readonly<Record<string, () => Promise<Credential>>> = {
  'an API key that is revoked': async () => {
    const { id, text } = await issueApiKey(fleet.keysFile, { owner: 'e', scopes: ['*'], userId: fleet.userId });
    return {
      headers: { 'x-api-key': text },
      end: () => revokeApiKey(fleet.keysFile, id),
      code: 'unauthenticated',
    };
  },
  'a browser session that is signed out on another instance': signInBrowser,
  'a token that expires': async () => {
    // Tokens are accepted for 30 s after they have expired: this one for 5 s more.
    const expiresAtSeconds = Math.floor(Date.now() / 1000) - 25;
    const scope = 'files:read files:write jobs:read';
    const claims = { iss: issuer.origin, aud: 'koodrive-gateway', sub: 'e', koodrive_user: fleet.userId, scope };
    const token = await new SignJWT({ ...claims, exp: expiresAtSeconds })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign(keyPair.privateKey);
    return { headers: { authorization: `Bearer ${token}` }, end: () => Promise.resolve(), code: 'unauthenticated' };
  },
};

const openRequests: ClientRequest[] = [];
afterEach(() => {
  for (const request of openRequests.splice(0)) request.destroy();
});

/** Starts a request of the first instance. A 401 means that it does not know a new key yet. */
async function open(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ request: ClientRequest; response: Promise<IncomingMessage> }> {
  await waitUntil('the credential to be known', async () => {
    const { status } = await fetch(`${urlOf(0)}/v1/jobs/${jobId}`, { headers });
    return status === 200;
  });
  const request = sendRequest(`${urlOf(0)}${path}`, { method, headers, agent: false });
  openRequests.push(request);
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
  });
  response.catch(() => undefined);
  if (method === 'GET') request.end();
  return { request, response };
}

/** Reads to the end. @returns the bytes, and whether the response was complete */
async function drain(response: IncomingMessage): Promise<{ bytes: Buffer; complete: boolean }> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of response) chunks.push(chunk as Buffer);
  } catch {
    // The connection was cut.
  }
  return { bytes: Buffer.concat(chunks), complete: response.complete };
}

/** Waits until the first instance has so many requests in progress. The text of the metrics may be a second old. */
const waitForActiveRequests = (count: number, options?: WaitUntilOptions): Promise<unknown> =>
  waitUntil(
    `${count} requests to be in progress`,
    async () => {
      const text = await (await fetch(`${urlOf(0)}/metrics`)).text();
      // Without the request that reads the metrics.
      return Number(/^http_server_active_requests (\d+)$/m.exec(text)?.[1]) - 1 === count;
    },
    options,
  );

describe.each(Object.keys(credentials))('S23: %s', (name) => {
  const createCredential = (): Promise<Credential> => (credentials[name] as () => Promise<Credential>)();

  it('ends its event streams', async () => {
    const { headers, end } = await createCredential();
    const response = await (await open('GET', `/v1/jobs/${jobId}/events`, headers)).response;
    expect(response.statusCode).toBe(200);
    const drained = drain(response);
    await end();
    const { bytes } = await drained;
    expect(bytes.toString()).toContain('event: progress');
    expect(bytes.toString()).not.toContain('event: end');
  });

  it('ends its downloads: the connection of a client that reads slowly is cut', async () => {
    const { headers, end } = await createCredential();
    const response = await (await open('GET', `/v1/spaces/${spaceId}/files/${fileId}/content`, headers)).response;
    expect(response.statusCode).toBe(200);
    expect(Number(response.headers['content-length'])).toBe(largeFileBytes);
    response.pause();
    await waitForActiveRequests(1);
    await end();
    await waitForActiveRequests(0);
    const { bytes, complete } = await drain(response);
    expect(bytes.length).toBeLessThan(largeFileBytes);
    expect(complete).toBe(false);
  });

  it('ends its uploads with a problem, and there is no file', async () => {
    const { headers, end, code } = await createCredential();
    const fileName = `${randomBytes(8).toString('hex')}.bin`;
    const path = `/v1/spaces/${spaceId}/content?name=${fileName}`;
    const { request, response } = await open('PUT', path, { ...headers, 'content-length': String(largeFileBytes) });
    request.write(randomBytes(1024 * 1024));
    await waitForActiveRequests(1);
    await end();
    const received = await response;
    expect(received.statusCode).toBe(401);
    expect(JSON.parse((await drain(received)).bytes.toString())).toMatchObject({ code, status: 401 });
    const list = await fleet.get(0, `/v1/spaces/${spaceId}/files?limit=100`, { 'cache-control': 'no-cache' });
    expect(JSON.stringify(list.body)).not.toContain(fileName);
    await waitUntil('the connection to be closed', () => request.destroyed);
  });
});

describe('S23: a browser session that cannot be checked, because Redis does not respond', () => {
  it('loses its download when Redis stays away', async () => {
    const { headers } = await signInBrowser();
    const response = await (await open('GET', `/v1/spaces/${spaceId}/files/${fileId}/content`, headers)).response;
    response.pause();
    await waitForActiveRequests(1);
    fleet.redis.freeze();
    try {
      await waitForActiveRequests(0, { timeoutMs: 30_000 });
      expect(await drain(response)).toMatchObject({ complete: false });
    } finally {
      fleet.redis.thaw();
    }
  });
});
