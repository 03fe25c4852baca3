import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { callsDuring, keyFor, type Problem, problemOf, type Space } from '../support/drive.js';
import { BrowserByHand, signIn } from '../support/browser-by-hand.js';
import { startSignInStack } from '../support/sign-in-stack.js';
import { startStack, type Stack } from '../support/stack.js';

jest.setTimeout(60_000);

interface Me {
  profile?: { id: string; name: string; departmentName: string; role: string };
  spaces?: Space[];
  organization?: { id: string; name: string };
  quota?: { capacity: number; used: number };
  unreadCount?: number;
  failed: { part: string; problem: Problem }[];
}

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterEach(() => stack.sandbox.faults.clear());
afterAll(() => stack.close());

const anew = { 'cache-control': 'no-cache' };

describe('GET /v1/me', () => {
  it('gives profile, spaces, quota and unread count in one call', async () => {
    const me = (await stack.call('GET', '/v1/me')).json<Me>();
    expect(me.profile).toMatchObject({ id: stack.userId, name: 'Mei Lin', role: 'system-administrator' });
    expect(me.spaces?.map(({ kind }) => kind)).toEqual(['individual']);
    expect(me.quota?.capacity).toBe(20 * 1024 ** 3);
    expect(me.unreadCount).toBe(2);
    expect(me.failed).toEqual([]);
    // The upstream tells it to sessions only.
    expect(me).not.toHaveProperty('organization');
  });

  it('gives the spaces of teams too, and a quota of the individual ones together', async () => {
    const dmitri = (await stack.call('GET', '/v1/me', { key: await keyFor(stack, 'Dmitri Petrov') })).json<Me>();
    expect(dmitri.spaces?.map(({ kind }) => kind)).toEqual(['individual', 'individual', 'department']);
    expect(dmitri.quota?.capacity).toBe(15 * 1024 ** 3);
  });

  it('is kept', async () => {
    await stack.call('GET', '/v1/me');
    expect(await callsDuring(stack, () => stack.call('GET', '/v1/me'))).toBe(0);
  });

  it.each([
    ['profile', 'getUser'],
    ['spaces', 'getSpaceV2'],
    ['unreadCount', 'getUnreadCount'],
  ] as const)('names %s as failed where %s fails, gives the rest, and keeps nothing of it', async (part, operation) => {
    stack.sandbox.faults.add({ match: { operation }, effect: { status: 400, code: 13000408 } });
    const me = (await stack.call('GET', '/v1/me', { headers: anew })).json<Me>();
    expect(me.failed).toMatchObject([{ part, problem: { code: 'upstream-failed', upstream: { operation } } }]);
    expect(me[part]).toBeUndefined();
    const parts = ['profile', 'spaces', 'unreadCount'] as const;
    for (const other of parts.filter((each) => each !== part)) expect(me[other]).toBeDefined();
    stack.sandbox.faults.clear();
    expect((await stack.call('GET', '/v1/me')).json<Me>().failed).toEqual([]);
  });

  it('names everything as failed where nothing answers', async () => {
    stack.sandbox.faults.add({ match: {}, effect: { html: true } });
    const me = (await stack.call('GET', '/v1/me', { headers: anew })).json<Me>();
    expect(me.failed.map(({ part }) => part).sort()).toEqual(['profile', 'spaces', 'unreadCount']);
  });

  it('needs a user', async () => {
    const key = await stack.newKey({ scopes: ['me:read'] });
    const answer = await stack.call('GET', '/v1/me', { key });
    expect(problemOf(answer)).toMatchObject({ status: 403, code: 'credential-unavailable' });
  });

  it('is that of the user named in X-On-Behalf-Of', async () => {
    const key = await stack.newKey({ scopes: ['me:read', 'act-for:users'] });
    const jonas = stack.sandbox.users().find(({ name }) => name === 'Jonas Weber')?.userId ?? '';
    const me = (await stack.call('GET', '/v1/me', { key, headers: { 'x-on-behalf-of': jonas } })).json<Me>();
    expect(me.profile).toMatchObject({ id: jonas, name: 'Jonas Weber' });
  });
});

describe('GET /v1/me of a browser that signed in at KooDrive', () => {
  let signedIn: Awaited<ReturnType<typeof startSignInStack>>;
  let browser: BrowserByHand;
  beforeAll(async () => {
    signedIn = await startSignInStack();
    browser = new BrowserByHand();
    await signIn(browser, signedIn.gateway, signedIn.stack.userId);
  });
  afterEach(() => signedIn.stack.sandbox.faults.clear());
  afterAll(() => signedIn?.stack.close());

  const me = async (): Promise<Me> =>
    (await browser.call('GET', `${signedIn.gateway}/v1/me`, { 'cache-control': 'no-cache' })).json<Me>();

  it('names the organization beside the rest', async () => {
    const { organization, profile, failed } = await me();
    expect(organization).toEqual({ id: '9190086000001210958', name: 'Lakeside Works' });
    expect(profile?.name).toBe('Mei Lin');
    expect(failed).toEqual([]);
    expect(signedIn.stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });

  it('goes on without it where KooDrive does not say', async () => {
    signedIn.stack.sandbox.faults.add({ match: { operation: 'authSession' }, effect: { status: 400, code: 13000408 } });
    const { organization, profile, failed } = await me();
    expect([organization, profile?.name]).toEqual([undefined, 'Mei Lin']);
    expect(failed).toMatchObject([{ part: 'organization', problem: { upstream: { operation: 'authSession' } } }]);
  });
});
