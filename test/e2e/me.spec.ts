import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bytesPerGibibyte,
  countUpstreamCalls,
  findUserId,
  issueKeyFor,
  noCacheHeaders,
  type ProblemBody,
  parseProblem,
  seedOrganizationId,
  type Space,
} from '../support/gateway-api.js';
import { SimulatedBrowser, signIn } from '../support/simulated-browser.js';
import { startSignInStack } from '../support/sign-in-stack.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface Me {
  profile?: { id: string; name: string; departmentName: string; role: string };
  spaces?: Space[];
  organization?: { id: string; name: string };
  quota?: { capacity: number; used: number };
  unreadCount?: number;
  failed: { part: string; problem: ProblemBody }[];
}

let stack: GatewayStack;
beforeAll(async () => {
  stack = await startGatewayStack();
});
afterEach(() => stack.sandbox.faults.clear());
afterAll(() => stack.close());

describe('GET /v1/me', () => {
  it('returns profile, spaces, quota and unread count in one call', async () => {
    const me = (await stack.call('GET', '/v1/me')).json<Me>();
    expect(me.profile).toMatchObject({ id: stack.userId, name: 'Mei Lin', role: 'system-administrator' });
    expect(me.spaces?.map(({ kind }) => kind)).toEqual(['individual', 'group']);
    expect(me.quota?.capacity).toBe(20 * bytesPerGibibyte);
    expect(me.unreadCount).toBe(2);
    expect(me.failed).toEqual([]);
    // The upstream returns the organization to KooDrive sessions only.
    expect(me).not.toHaveProperty('organization');
  });

  it('returns department and group spaces, too, and the total quota of the individual spaces', async () => {
    const dmitri = (await stack.call('GET', '/v1/me', { key: await issueKeyFor(stack, 'Dmitri Petrov') })).json<Me>();
    expect(dmitri.spaces?.map(({ kind }) => kind)).toEqual(['individual', 'individual', 'department']);
    expect(dmitri.quota?.capacity).toBe(15 * bytesPerGibibyte);
  });

  it('is cached', async () => {
    await stack.call('GET', '/v1/me');
    expect(await countUpstreamCalls(stack, () => stack.call('GET', '/v1/me'))).toBe(0);
  });

  it.each([
    ['profile', 'getUser'],
    ['spaces', 'getSpaceV2'],
    ['unreadCount', 'getUnreadCount'],
  ] as const)('lists %s as failed if %s fails, returns the other parts, and is not cached', async (part, operation) => {
    stack.sandbox.faults.add({ match: { operation }, effect: { status: 400, code: 13000408 } });
    const me = (await stack.call('GET', '/v1/me', { headers: noCacheHeaders })).json<Me>();
    expect(me.failed).toMatchObject([{ part, problem: { code: 'upstream-failed', upstream: { operation } } }]);
    expect(me[part]).toBeUndefined();
    const parts = ['profile', 'spaces', 'unreadCount'] as const;
    for (const otherPart of parts.filter((each) => each !== part)) expect(me[otherPart]).toBeDefined();
    stack.sandbox.faults.clear();
    expect((await stack.call('GET', '/v1/me')).json<Me>().failed).toEqual([]);
  });

  it('lists all parts as failed if all upstream calls fail', async () => {
    stack.sandbox.faults.add({ match: {}, effect: { html: true } });
    const me = (await stack.call('GET', '/v1/me', { headers: noCacheHeaders })).json<Me>();
    expect(me.failed.map(({ part }) => part).sort()).toEqual(['profile', 'spaces', 'unreadCount']);
  });

  it('is the problem of the user, in place of its parts, where KooDrive does not accept the user', async () => {
    const disabled = stack.sandbox.users().find(({ status }) => status === 1)?.userId ?? '';
    const key = await stack.issueKey({ scopes: ['*'], userId: disabled });
    const response = await stack.call('GET', '/v1/me', { key });
    expect(parseProblem(response)).toMatchObject({ status: 403, code: 'user-not-accepted', retryable: false });
  });

  it('requires a user', async () => {
    const key = await stack.issueKey({ scopes: ['me:read'] });
    const response = await stack.call('GET', '/v1/me', { key });
    expect(parseProblem(response)).toMatchObject({ status: 403, code: 'credential-unavailable' });
  });

  it('returns the user named in X-On-Behalf-Of', async () => {
    const key = await stack.issueKey({ scopes: ['me:read', 'act-for:users'] });
    const jonas = findUserId(stack.sandbox, 'Jonas Weber');
    const me = (await stack.call('GET', '/v1/me', { key, headers: { 'x-on-behalf-of': jonas } })).json<Me>();
    expect(me.profile).toMatchObject({ id: jonas, name: 'Jonas Weber' });
  });
});

describe('GET /v1/me of a browser that signed in at KooDrive', () => {
  let signInStack: Awaited<ReturnType<typeof startSignInStack>>;
  let browser: SimulatedBrowser;
  beforeAll(async () => {
    signInStack = await startSignInStack();
    browser = new SimulatedBrowser();
    await signIn(browser, signInStack.gateway, signInStack.stack.userId);
  });
  afterEach(() => signInStack.stack.sandbox.faults.clear());
  afterAll(() => signInStack?.stack.close());

  const getMe = async (): Promise<Me> =>
    (await browser.fetchSameOrigin('GET', `${signInStack.gateway}/v1/me`, noCacheHeaders)).json<Me>();

  it('also returns the organization', async () => {
    const { organization, profile, failed } = await getMe();
    expect(organization).toEqual({ id: seedOrganizationId, name: 'Lakeside Works' });
    expect(profile?.name).toBe('Mei Lin');
    expect(failed).toEqual([]);
    expect(signInStack.stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });

  it('lists the organization as failed if KooDrive does not return it', async () => {
    signInStack.stack.sandbox.faults.add({
      match: { operation: 'authSession' },
      effect: { status: 400, code: 13000408 },
    });
    const { organization, profile, failed } = await getMe();
    expect([organization, profile?.name]).toEqual([undefined, 'Mei Lin']);
    expect(failed).toMatchObject([{ part: 'organization', problem: { upstream: { operation: 'authSession' } } }]);
  });
});
