import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { tags } from '../../apps/gateway/src/http/answer/freshness.js';
import { departments, groups } from '../../apps/sandbox/src/state/seed/people.js';
import { callsDuring, keyFor, type List, problemOf, type Space as AnySpace } from '../support/drive.js';
import { type Answer, startStack, type Stack } from '../support/stack.js';

jest.setTimeout(60_000);

const GB = 1024 ** 3;
interface Space extends AnySpace {
  readonly ownerId: string;
  readonly capacity: number;
}

let stack: Stack;
/** Administers Engineering and what is below it. */
let amara: string;
/** A member of Platform, who administers nothing. */
let jonas: string;
beforeAll(async () => {
  stack = await startStack();
  amara = await keyFor(stack, 'Amara Okafor');
  jonas = await keyFor(stack, 'Jonas Weber');
});
beforeEach(async () => {
  await stack.sandbox.reset();
  // What was kept of the drive before the reset is no truth of the one after it.
  await stack.gateway.parts.cache.purge([tags.spaces, tags.access, tags.users]);
});
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const idOf = (name: string): string => stack.sandbox.users().find((user) => user.name === name)?.userId ?? '';
const listed = async (path: string, key = stack.key): Promise<Space[]> =>
  (await stack.call('GET', path, { key })).json<List<Space>>().items;
const codeOf = (answer: Answer): string => problemOf(answer).code;
const anew = { 'cache-control': 'no-cache' };

describe('GET /v1/spaces/by-owner', () => {
  const byOwner = async (kind: string, ownerIds: string, key = stack.key) => {
    const answer = await stack.call('GET', `/v1/spaces/by-owner?kind=${kind}&ownerIds=${ownerIds}`, { key });
    return answer.json<{ items: { id: string; status: string; spaces?: Space[]; problem?: { code: string } }[] }>();
  };

  it('answers one result for each owner, in order', async () => {
    const { engineering, sales, platform } = departments;
    const { items } = await byOwner('department', [sales.id, platform.id, engineering.id].join(','));
    expect(items.map(({ id }) => id)).toEqual([sales.id, platform.id, engineering.id]);
    expect(items.map(({ status }) => status)).toEqual(['done', 'failed', 'done']);
    expect(items[0]?.spaces).toMatchObject([{ kind: 'department', ownerId: sales.id, capacity: 100 * GB }]);
    expect(items[1]?.problem?.code).toBe('not-found');
  });

  it('answers what the caller may see, and names no space where the owner has two', async () => {
    const ids = ['Jonas Weber', '王芳', 'Dmitri Petrov'].map(idOf).join(',');
    const { items } = await byOwner('individual', ids, jonas);
    expect(items.map(({ status }) => status)).toEqual(['done', 'failed', 'failed']);
    expect(items.map(({ problem }) => problem?.code)).toEqual([undefined, 'no-permission', 'refused-by-upstream']);
    expect((await byOwner('group', groups.launch.id, jonas)).items[0]?.spaces).toHaveLength(1);
  });

  it('is kept only where all went well', async () => {
    const ids = `${departments.sales.id},${departments.engineering.id}`;
    await byOwner('department', ids);
    expect(await callsDuring(stack, () => byOwner('department', ids))).toBe(0);
    await byOwner('department', '9');
    expect(await callsDuring(stack, () => byOwner('department', '9'))).toBe(1);
  });

  it.each([
    ['kind=group', '/ownerIds'],
    ['ownerIds=1', '/kind'],
    ['kind=team&ownerIds=1', '/kind'],
    ['kind=group&ownerIds=1,1', '/ownerIds'],
    [`kind=group&ownerIds=${Array.from({ length: 21 }, (_, i) => i).join(',')}`, '/ownerIds'],
  ])('refuses ?%s', async (query, pointer) => {
    const answer = await stack.call('GET', `/v1/spaces/by-owner?${query}`);
    expect(problemOf(answer)).toMatchObject({ status: 422, errors: [{ pointer }] });
  });
});

describe('GET /v1/organization/spaces', () => {
  const all = (query: string, key = stack.key) =>
    stack.call('GET', `/v1/organization/spaces?limit=100&${query}`, { key, headers: anew });
  const names = (answer: Answer): (string | undefined)[] => answer.json<List<Space>>().items.map(({ name }) => name);

  it('lists the spaces of departments and leaves out departments without', async () => {
    const answer = await all('kind=department');
    expect(names(answer)).toEqual(['Engineering', 'Sales 销售部']);
    expect(answer.json<List<Space>>().items[1]).toMatchObject({
      ...{ kind: 'department', ownerId: departments.sales.id, capacity: 100 * GB, memberCount: 3, status: 'active' },
    });
    expect(names(await all('kind=department&q=sales'))).toEqual(['Sales 销售部']);
  });

  it('lists the spaces of groups with their number, to system administrators only', async () => {
    const answer = await all('kind=group');
    expect(names(answer)).toEqual(['Launch 发布', 'Reading Room']);
    expect(answer.json()).toMatchObject({ total: 2, items: [{ ownerId: groups.launch.id }, {}] });
    expect(codeOf(await all('kind=group', jonas))).toBe('no-permission');
  });

  it('lists the spaces of users by department and state', async () => {
    const users = (await all('kind=individual')).json<List<Space>>().items;
    expect(users).toHaveLength(9);
    expect(users[0]).toMatchObject({ kind: 'individual', name: 'Mei Lin', ownerId: stack.userId, capacity: 20 * GB });
    const { id: sales } = departments.sales;
    expect(names(await all(`kind=individual&department=${sales}`))).toEqual(['王芳', 'Sofía Álvarez', 'Priya Nair']);
    expect(names(await all(`kind=individual&department=${departments.root.id}&direct=true`))).toEqual(['Mei Lin']);
    const own = (await all('kind=individual', amara)).json<List<Space>>().items;
    expect(own.map(({ name }) => name).sort()).toEqual([
      'Amara Okafor',
      'Dmitri Petrov',
      'Dmitri Petrov',
      'Jonas Weber',
      '陈伟',
    ]);
    expect(codeOf(await all('kind=individual', jonas))).toBe('no-permission');
    await stack.call('PATCH', `/v1/spaces/${users[1]?.id ?? ''}`, { body: { status: 'disabled' } });
    expect(names(await all('kind=individual&status=disabled'))).toEqual([users[1]?.name]);
  });

  it('comes page by page', async () => {
    const first = (await stack.call('GET', '/v1/organization/spaces?kind=individual&limit=5')).json<List<Space>>();
    const cursor = encodeURIComponent(first.nextCursor ?? '');
    const rest = await stack.call('GET', `/v1/organization/spaces?kind=individual&limit=5&cursor=${cursor}`);
    expect([first.items.length, rest.json<List<Space>>().items.length]).toEqual([5, 4]);
    expect(rest.json<List<Space>>().nextCursor).toBeNull();
  });

  it.each(['limit=5', 'kind=team', 'kind=group&status=gone', 'kind=individual&direct=1'])(
    'refuses ?%s',
    async (query) => {
      expect(codeOf(await stack.call('GET', `/v1/organization/spaces?${query}`))).toBe('invalid-input');
    },
  );
});

describe('GET /v1/users/{userId}/spaces', () => {
  it('lists both spaces of a user who has two, and none of who has none', async () => {
    const of = (userId: string) => listed(`/v1/users/${userId}/spaces?fields=kind,capacity`);
    expect(await of(idOf('Dmitri Petrov'))).toEqual([
      { kind: 'individual', capacity: 10 * GB },
      { kind: 'individual', capacity: 5 * GB },
    ]);
    expect(await of('9')).toEqual([]);
  });

  it('is for who administers the user, and for the user', async () => {
    const of = (name: string, key: string) => stack.call('GET', `/v1/users/${idOf(name)}/spaces`, { key });
    expect(codeOf(await of('王芳', jonas))).toBe('no-permission');
    expect(codeOf(await of('王芳', amara))).toBe('no-permission');
    expect((await of('Jonas Weber', amara)).status).toBe(200);
    expect((await of('Jonas Weber', jonas)).status).toBe(200);
  });
});
