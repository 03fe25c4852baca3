import { readFile, writeFile } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request as sendRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrantedScope } from '../../libs/callers/src/index.js';
import { findSpace, type ProblemBody } from '../support/gateway-api.js';
import type { GatewayStack } from '../support/gateway-stack.js';
import { startSignInStack } from '../support/sign-in-stack.js';
import { signIn, SimulatedBrowser } from '../support/simulated-browser.js';
import { waitUntil } from '../support/wait-until.js';

/** Longer than the gateway needs to notice the end of a credential. */
const upstreamDelayMs = 5_000;

let stack: GatewayStack;
let gateway: string;
let spaceId: string;
beforeAll(async () => {
  ({ stack, gateway } = await startSignInStack());
  spaceId = (await findSpace(stack, 'individual')).id;
});
afterAll(() => stack?.close());
afterEach(() => stack.sandbox.faults.clear());

interface KeyChange {
  readonly scopes?: readonly GrantedScope[];
  readonly userId?: string;
  readonly revokedAt?: string;
}

/** A new key, and a function that changes its record in the file. */
async function issueKey(scopes: readonly GrantedScope[]) {
  const key = await stack.issueKey({ scopes, userId: stack.userId });
  const [, id = ''] = key.split('_');
  const change = async (members: KeyChange): Promise<void> => {
    const file = JSON.parse(await readFile(stack.keysFile, 'utf8')) as { keys: { id: string }[] };
    const keys = file.keys.map((record) => (record.id === id ? { ...record, ...members } : record));
    if (!keys.some((record) => record.id === id)) throw new Error(`the file has no key ${id}`);
    await writeFile(stack.keysFile, JSON.stringify({ ...file, keys }));
  };
  return { key, change, revoke: () => change({ revokedAt: new Date().toISOString() }) };
}

/** Delays calls of an operation. @returns a function that waits until as many have been received */
function delayUpstream(operation: string): (calls?: number) => Promise<unknown> {
  const fault = stack.sandbox.faults.add({ match: { operation }, effect: { delayMs: upstreamDelayMs } });
  return (calls = 1) => waitUntil(`the upstream to receive ${operation}`, () => fault.struck >= calls);
}

describe('S23: a call in progress whose key is revoked', () => {
  it('gets a 401 without waiting for the upstream, if it reads; a caller that waits for the same response gets it', async () => {
    const { key, revoke } = await issueKey(['files:read']);
    const path = `/v1/spaces/${spaceId}/files?limit=7`;
    const upstreamIsCalled = delayUpstream('getPersonalFiles');
    const [ended, other] = [stack.call('GET', path, { key }), stack.call('GET', path)];
    await upstreamIsCalled();
    await revoke();
    const response = await ended;
    expect([response.status, response.json<ProblemBody>().detail]).toEqual([401, 'The API key was revoked.']);
    expect((await other).status).toBe(200);
  });

  it('learns that the outcome of its write is unknown, since that is cancelled', async () => {
    const { key, revoke } = await issueKey(['files:write']);
    const upstreamIsCalled = delayUpstream('createDirectory');
    const body = { name: 'Late' };
    const ended = stack.call('POST', `/v1/spaces/${spaceId}/folders`, { key, body });
    await upstreamIsCalled();
    await revoke();
    expect((await ended).json<ProblemBody>()).toMatchObject({ code: 'outcome-unknown', outcome: 'unknown' });
  });

  it('is rejected when its body arrives later, and does nothing', async () => {
    const { key, revoke } = await issueKey(['files:write']);
    const before = stack.sandbox.counters().calls;
    const body = JSON.stringify({ name: 'Too late' });
    const headers = { 'x-api-key': key, 'content-type': 'application/json', 'content-length': body.length };
    const { request, response } = openCall('POST', `/v1/spaces/${spaceId}/folders`, headers);
    request.write(body.slice(0, 5));
    await waitUntil('the gateway to authenticate the request', async () => (await countActiveRequests()) === 1);
    const auditLines = await countAuditLines('revoked-key');
    await revoke();
    await waitUntil('the end of the request', async () => (await countAuditLines('revoked-key')) > auditLines);
    request.end(body.slice(5));
    expect((await response).statusCode).toBe(401);
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('is rejected with its scope when that is taken away', async () => {
    const { key, change } = await issueKey(['files:read', 'spaces:read']);
    const upstreamIsCalled = delayUpstream('getPersonalFiles');
    const ended = stack.call('GET', `/v1/spaces/${spaceId}/files?limit=11`, { key });
    await upstreamIsCalled();
    await change({ scopes: ['spaces:read'] });
    const response = await ended;
    expect([response.status, response.json<ProblemBody>().detail]).toEqual([
      403,
      'This call needs the scope files:read.',
    ]);
  });

  it('is rejected when the key may not act for others any more, or stands for another user', async () => {
    const [, otherUser] = stack.sandbox.users();
    const acting = await issueKey(['files:read', 'act-for:users']);
    const moved = await issueKey(['files:read']);
    const upstreamIsCalled = delayUpstream('getPersonalFiles');
    const list = (limit: number, key: string, headers: Record<string, string> = {}) =>
      stack.call('GET', `/v1/spaces/${spaceId}/files?limit=${limit}`, { key, headers });
    const responses = [list(8, acting.key, { 'x-on-behalf-of': stack.userId }), list(9, moved.key)];
    await upstreamIsCalled(2);
    await acting.change({ scopes: ['files:read'] });
    await moved.change({ userId: otherUser?.userId ?? '' });
    const codes = (await Promise.all(responses)).map((response) => response.json<ProblemBody>().code);
    expect(codes).toEqual(['acting-not-allowed', 'unauthenticated']);
  });
});

describe('S23: a browser that signs out', () => {
  it('gets its response although KooDrive takes long, and another call of the session ends', async () => {
    const browser = new SimulatedBrowser();
    await signIn(browser, gateway, stack.userId);
    const logoutIsCalled = delayUpstream('logout');
    const upstreamIsCalled = delayUpstream('getPersonalFiles');
    const path = `${gateway}/v1/spaces/${spaceId}/files?limit=10`;
    const listing = browser.fetchSameOrigin('GET', path);
    await upstreamIsCalled();
    const signOut = browser.fetchSameOrigin('DELETE', `${gateway}/v1/me/sessions`);
    await logoutIsCalled();
    const ended = await listing;
    expect([ended.status, ended.json<ProblemBody>().code]).toEqual([401, 'session-ended']);
    expect((await signOut).status).toBe(204);
  });
});

function openCall(
  method: string,
  path: string,
  headers: Record<string, string | number>,
): { request: ClientRequest; response: Promise<IncomingMessage> } {
  const request = sendRequest(`${stack.url}${path}`, { method, headers, agent: false });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', (message) => {
      message.resume();
      resolve(message);
    });
    request.once('error', reject);
  });
  return { request, response };
}

const countActiveRequests = async (): Promise<number> =>
  Number(/^http_server_active_requests (\d+)$/m.exec(await stack.gateway.context.metrics.render())?.[1]);

const countAuditLines = async (reason: string): Promise<number> => {
  const text = await readFile(stack.keysFile.replace('api-keys.json', 'audit.log'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line.includes(`"${reason}"`)).length;
};
