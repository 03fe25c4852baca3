import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bytesPerGibibyte, findUserId, noCacheHeaders } from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface SpaceKindQuota {
  kind: string;
  capacity: number;
  allocated: number;
}

describe('the quota', () => {
  let stack: GatewayStack;
  beforeAll(async () => {
    stack = await startGatewayStack();
  });
  beforeEach(() => stack.sandbox.reset());
  afterAll(() => stack.close());

  const readKinds = async (): Promise<SpaceKindQuota[]> =>
    (await stack.call('GET', '/v1/quota')).json<{ kinds: SpaceKindQuota[] }>().kinds;
  const transferQuota = (body: unknown) => stack.call('POST', '/v1/quota/transfers', { body });

  it('GET /v1/quota returns the quota of each kind of space in bytes', async () => {
    const response = await stack.call('GET', '/v1/quota', { headers: noCacheHeaders });
    expect(response.json()).toMatchObject({
      capacity: 10_240 * bytesPerGibibyte,
      kinds: [{ kind: 'department', capacity: 6144 * bytesPerGibibyte }, { kind: 'individual' }, { kind: 'group' }],
      users: { count: 8 },
    });
  });

  it('GET /v1/quota/usage returns the totals of the individual spaces', async () => {
    const response = await stack.call('GET', '/v1/quota/usage', { headers: noCacheHeaders });
    expect(response.json()).toMatchObject({ spaces: 9, capacity: 86 * bytesPerGibibyte });
  });

  it('GET /v1/quota/size-classes returns the sizes in pages', async () => {
    const first = (await stack.call('GET', '/v1/quota/size-classes?limit=3', { headers: noCacheHeaders })).json<{
      items: { size: number; spaces: number }[];
      nextCursor: string;
    }>();
    expect(first.items.map(({ size, spaces }) => [size, spaces])).toEqual([
      [bytesPerGibibyte, 1],
      [5 * bytesPerGibibyte, 1],
      [10 * bytesPerGibibyte, 6],
    ]);
    const nextPath = `/v1/quota/size-classes?limit=3&cursor=${encodeURIComponent(first.nextCursor)}`;
    expect((await stack.call('GET', nextPath)).json()).toMatchObject({
      items: [{ size: 20 * bytesPerGibibyte }],
      nextCursor: null,
    });
  });

  it('GET /v1/quota/users returns the quota of all users, or of the named users', async () => {
    const all = (await stack.call('GET', '/v1/quota/users', { headers: noCacheHeaders })).json<{ items: unknown[] }>();
    expect(all.items).toHaveLength(9);
    const one = await stack.call('GET', `/v1/quota/users?userIds=${stack.userId}`);
    expect(one.json()).toMatchObject({ items: [{ userId: stack.userId, capacity: 20 * bytesPerGibibyte }] });
  });

  it('POST /v1/quota/transfers moves quota, and the next read is current', async () => {
    await stack.call('GET', '/v1/quota', { headers: noCacheHeaders });
    const before = await readKinds();
    expect(
      (await transferQuota({ from: 'department', to: [{ kind: 'group', size: 20 * bytesPerGibibyte }] })).status,
    ).toBe(204);
    expect(
      (await readKinds()).map(({ capacity }, index) => (capacity - (before[index]?.capacity ?? 0)) / bytesPerGibibyte),
    ).toEqual([-20, 0, 20]);
  });

  it('POST /v1/quota/transfers rejects a size that is not available', async () => {
    const response = await transferQuota({
      from: 'individual',
      to: [{ kind: 'group', size: 5000 * bytesPerGibibyte }],
    });
    expect(response.json()).toMatchObject({ status: 409, code: 'space-full' });
  });

  it.each([
    [
      'a size that is not a multiple of 10 GB',
      { from: 'group', to: [{ kind: 'department', size: 15 * bytesPerGibibyte }] },
      '/to/0/size',
    ],
    [
      'the same source and target',
      { from: 'group', to: [{ kind: 'group', size: 10 * bytesPerGibibyte }] },
      '/to/0/kind',
    ],
    [
      'a duplicate kind',
      { from: 'group', to: [1, 2].map(() => ({ kind: 'individual', size: 10 * bytesPerGibibyte })) },
      '/to/1/kind',
    ],
    ['a number as kind', { from: 0, to: [{ kind: 'group', size: 10 * bytesPerGibibyte }] }, '/from'],
    ['no target', { from: 'group', to: [] }, '/to'],
  ])('POST /v1/quota/transfers rejects %s without an upstream call', async (_description, body, pointer) => {
    const before = stack.sandbox.counters().calls;
    expect((await transferQuota(body)).json()).toMatchObject({
      status: 422,
      code: 'invalid-input',
      errors: [{ pointer }],
    });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it.each(['/v1/quota/users?userIds=a/b', '/v1/quota/users?userIds=1,1', '/v1/quota/users?userIds=1&userIds=2'])(
    'rejects %s',
    async (path) => {
      expect((await stack.call('GET', path)).json()).toMatchObject({ status: 422, errors: [{ pointer: '/userIds' }] });
    },
  );

  it('is rejected for users who are not administrators, except their own quota', async () => {
    const userId = findUserId(stack.sandbox, 'Jonas Weber');
    const key = await stack.issueKey({ scopes: ['quota:read'], userId });
    expect((await stack.call('GET', '/v1/quota/usage', { key })).json()).toMatchObject({ code: 'no-permission' });
    expect((await stack.call('GET', `/v1/quota/users?userIds=${userId}`, { key })).status).toBe(200);
  });

  it('does not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
