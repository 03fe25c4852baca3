import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../support/stack.js';

const GB = 1024 ** 3;

interface Kind {
  kind: string;
  capacity: number;
  allocated: number;
}

describe('the quota', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  });
  beforeEach(() => stack.sandbox.reset());
  afterAll(() => stack.close());

  const fresh = { 'cache-control': 'no-cache' };
  const kinds = async (): Promise<Kind[]> => (await stack.call('GET', '/v1/quota')).json<{ kinds: Kind[] }>().kinds;
  const move = (body: unknown) => stack.call('POST', '/v1/quota/transfers', { body });

  it('GET /v1/quota tells the split in bytes', async () => {
    const answer = await stack.call('GET', '/v1/quota', { headers: fresh });
    expect(answer.json()).toMatchObject({
      capacity: 10_240 * GB,
      kinds: [{ kind: 'department', capacity: 6144 * GB }, { kind: 'individual' }, { kind: 'group' }],
      users: { count: 8 },
    });
  });

  it('GET /v1/quota/usage adds up the individual spaces', async () => {
    const answer = await stack.call('GET', '/v1/quota/usage', { headers: fresh });
    expect(answer.json()).toMatchObject({ spaces: 9, capacity: 86 * GB });
  });

  it('GET /v1/quota/size-classes pages through the sizes', async () => {
    const first = (await stack.call('GET', '/v1/quota/size-classes?limit=3', { headers: fresh })).json<{
      items: { size: number; spaces: number }[];
      nextCursor: string;
    }>();
    expect(first.items.map(({ size, spaces }) => [size, spaces])).toEqual([
      [GB, 1],
      [5 * GB, 1],
      [10 * GB, 6],
    ]);
    const next = `/v1/quota/size-classes?limit=3&cursor=${encodeURIComponent(first.nextCursor)}`;
    expect((await stack.call('GET', next)).json()).toMatchObject({ items: [{ size: 20 * GB }], nextCursor: null });
  });

  it('GET /v1/quota/users tells the quota of each user, or of those named', async () => {
    const all = (await stack.call('GET', '/v1/quota/users', { headers: fresh })).json<{ items: unknown[] }>();
    expect(all.items).toHaveLength(9);
    const one = await stack.call('GET', `/v1/quota/users?userIds=${stack.userId}`);
    expect(one.json()).toMatchObject({ items: [{ userId: stack.userId, capacity: 20 * GB }] });
  });

  it('POST /v1/quota/transfers moves storage, and the next read knows', async () => {
    await stack.call('GET', '/v1/quota', { headers: fresh });
    const before = await kinds();
    expect((await move({ from: 'department', to: [{ kind: 'group', size: 20 * GB }] })).status).toBe(204);
    expect((await kinds()).map(({ capacity }, place) => (capacity - (before[place]?.capacity ?? 0)) / GB)).toEqual([
      -20, 0, 20,
    ]);
  });

  it('POST /v1/quota/transfers says when there is not so much to move', async () => {
    const answer = await move({ from: 'individual', to: [{ kind: 'group', size: 5000 * GB }] });
    expect(answer.json()).toMatchObject({ status: 409, code: 'space-full' });
  });

  it.each([
    ['no tens of GB', { from: 'group', to: [{ kind: 'department', size: 15 * GB }] }, '/to/0/size'],
    ['itself', { from: 'group', to: [{ kind: 'group', size: 10 * GB }] }, '/to/0/kind'],
    ['a kind twice', { from: 'group', to: [1, 2].map(() => ({ kind: 'individual', size: 10 * GB })) }, '/to/1/kind'],
    ['a number for a kind', { from: 0, to: [{ kind: 'group', size: 10 * GB }] }, '/from'],
    ['nobody', { from: 'group', to: [] }, '/to'],
  ])('POST /v1/quota/transfers refuses %s and calls nobody', async (_what, body, pointer) => {
    const before = stack.sandbox.counters().calls;
    expect((await move(body)).json()).toMatchObject({ status: 422, code: 'invalid-input', errors: [{ pointer }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it.each(['/v1/quota/users?userIds=a/b', '/v1/quota/users?userIds=1,1', '/v1/quota/users?userIds=1&userIds=2'])(
    'refuses %s',
    async (path) => {
      expect((await stack.call('GET', path)).json()).toMatchObject({ status: 422, errors: [{ pointer: '/userIds' }] });
    },
  );

  it('is for administrators where the upstream says so', async () => {
    const jonas = stack.sandbox.users().find(({ name }) => name === 'Jonas Weber')?.userId ?? '';
    const key = await stack.newKey({ scopes: ['quota:read'], userId: jonas });
    expect((await stack.call('GET', '/v1/quota/usage', { key })).json()).toMatchObject({ code: 'no-permission' });
    expect((await stack.call('GET', `/v1/quota/users?userIds=${jonas}`, { key })).status).toBe(200);
  });

  it('never breaks the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
