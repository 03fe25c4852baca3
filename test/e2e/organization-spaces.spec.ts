import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cacheTags } from '../../apps/gateway/src/http/response/cache-tags.js';
import { seedDepartments, seedGroups } from '../../apps/sandbox/src/state/seed/organization.js';
import {
  bytesPerGibibyte,
  countUpstreamCalls,
  findUserId,
  issueKeyFor,
  type ListResponse,
  noCacheHeaders,
  parseProblem,
  type Space,
} from '../support/gateway-api.js';
import { type GatewayResponse, startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface OrganizationSpace extends Space {
  readonly ownerId: string;
  readonly capacity: number;
}

let stack: GatewayStack;
/** Amara administers the department Engineering and the departments below it. */
let amaraKey: string;
/** Jonas is a member of the department Platform and no administrator. */
let jonasKey: string;
beforeAll(async () => {
  stack = await startGatewayStack();
  amaraKey = await issueKeyFor(stack, 'Amara Okafor');
  jonasKey = await issueKeyFor(stack, 'Jonas Weber');
});
beforeEach(async () => {
  await stack.sandbox.reset();
  // The cache has responses from before the reset.
  await stack.gateway.context.responseCache.invalidate([cacheTags.spaces, cacheTags.access, cacheTags.users]);
});
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const listSpaces = async (path: string, key = stack.key): Promise<OrganizationSpace[]> =>
  (await stack.call('GET', path, { key })).json<ListResponse<OrganizationSpace>>().items;
const problemCode = (response: GatewayResponse): string => parseProblem(response).code;

describe('GET /v1/spaces/by-owner', () => {
  const byOwner = async (kind: string, ownerIds: string, key = stack.key) => {
    const response = await stack.call('GET', `/v1/spaces/by-owner?kind=${kind}&ownerIds=${ownerIds}`, { key });
    return response.json<{
      items: { id: string; status: string; spaces?: OrganizationSpace[]; problem?: { code: string } }[];
    }>();
  };

  it('returns a result for each owner, in order', async () => {
    const { engineering, sales, platform } = seedDepartments;
    const { items } = await byOwner('department', [sales.id, platform.id, engineering.id].join(','));
    expect(items.map(({ id }) => id)).toEqual([sales.id, platform.id, engineering.id]);
    expect(items.map(({ status }) => status)).toEqual(['done', 'failed', 'done']);
    expect(items[0]?.spaces).toMatchObject([
      { kind: 'department', ownerId: sales.id, capacity: 100 * bytesPerGibibyte },
    ]);
    expect(items[1]?.problem?.code).toBe('not-found');
  });

  it('returns the spaces that the caller may see, and a problem for an owner with two spaces', async () => {
    const ids = ['Jonas Weber', '王芳', 'Dmitri Petrov'].map((name) => findUserId(stack.sandbox, name)).join(',');
    const { items } = await byOwner('individual', ids, jonasKey);
    expect(items.map(({ status }) => status)).toEqual(['done', 'failed', 'failed']);
    expect(items.map(({ problem }) => problem?.code)).toEqual([undefined, 'no-permission', 'refused-by-upstream']);
    expect((await byOwner('group', seedGroups.launch.id, jonasKey)).items[0]?.spaces).toHaveLength(1);
  });

  it('is cached only if all results succeeded', async () => {
    const ids = `${seedDepartments.sales.id},${seedDepartments.engineering.id}`;
    await byOwner('department', ids);
    expect(await countUpstreamCalls(stack, () => byOwner('department', ids))).toBe(0);
    await byOwner('department', '9');
    expect(await countUpstreamCalls(stack, () => byOwner('department', '9'))).toBe(1);
  });

  it.each([
    ['kind=group', '/ownerIds'],
    ['ownerIds=1', '/kind'],
    ['kind=team&ownerIds=1', '/kind'],
    ['kind=group&ownerIds=1,1', '/ownerIds'],
    [`kind=group&ownerIds=${Array.from({ length: 21 }, (_, i) => i).join(',')}`, '/ownerIds'],
  ])('rejects ?%s', async (query, pointer) => {
    const response = await stack.call('GET', `/v1/spaces/by-owner?${query}`);
    expect(parseProblem(response)).toMatchObject({ status: 422, errors: [{ pointer }] });
  });
});

describe('GET /v1/organization/spaces', () => {
  const listOrganizationSpaces = (query: string, key = stack.key) =>
    stack.call('GET', `/v1/organization/spaces?limit=100&${query}`, { key, headers: noCacheHeaders });
  const spaceNames = (response: GatewayResponse): (string | undefined)[] =>
    response.json<ListResponse<OrganizationSpace>>().items.map(({ name }) => name);

  it('lists the spaces of departments, without departments that have none', async () => {
    const response = await listOrganizationSpaces('kind=department');
    expect(spaceNames(response)).toEqual(['Engineering', 'Sales 销售部']);
    expect(response.json<ListResponse<OrganizationSpace>>().items[1]).toMatchObject({
      kind: 'department',
      ownerId: seedDepartments.sales.id,
      capacity: 100 * bytesPerGibibyte,
      memberCount: 3,
      status: 'active',
    });
    expect(spaceNames(await listOrganizationSpaces('kind=department&q=sales'))).toEqual(['Sales 销售部']);
  });

  it('lists the spaces of groups with a total, to system administrators only', async () => {
    const response = await listOrganizationSpaces('kind=group');
    expect(spaceNames(response)).toEqual(['Launch 发布', 'Reading Room']);
    expect(response.json()).toMatchObject({ total: 2, items: [{ ownerId: seedGroups.launch.id }, {}] });
    expect(problemCode(await listOrganizationSpaces('kind=group', jonasKey))).toBe('no-permission');
  });

  it('lists the spaces of users by department and status', async () => {
    const users = (await listOrganizationSpaces('kind=individual')).json<ListResponse<OrganizationSpace>>().items;
    expect(users).toHaveLength(9);
    expect(users[0]).toMatchObject({
      kind: 'individual',
      name: 'Mei Lin',
      ownerId: stack.userId,
      capacity: 20 * bytesPerGibibyte,
    });
    const { id: sales } = seedDepartments.sales;
    expect(spaceNames(await listOrganizationSpaces(`kind=individual&department=${sales}`))).toEqual([
      '王芳',
      'Sofía Álvarez',
      'Priya Nair',
    ]);
    expect(
      spaceNames(await listOrganizationSpaces(`kind=individual&department=${seedDepartments.root.id}&direct=true`)),
    ).toEqual(['Mei Lin']);
    const administered = (await listOrganizationSpaces('kind=individual', amaraKey)).json<
      ListResponse<OrganizationSpace>
    >().items;
    expect(administered.map(({ name }) => name).sort()).toEqual([
      'Amara Okafor',
      'Dmitri Petrov',
      'Dmitri Petrov',
      'Jonas Weber',
      '陈伟',
    ]);
    expect(problemCode(await listOrganizationSpaces('kind=individual', jonasKey))).toBe('no-permission');
    await stack.call('PATCH', `/v1/spaces/${users[1]?.id ?? ''}`, { body: { status: 'disabled' } });
    expect(spaceNames(await listOrganizationSpaces('kind=individual&status=disabled'))).toEqual([users[1]?.name]);
  });

  it('is listed in pages', async () => {
    const first = (await stack.call('GET', '/v1/organization/spaces?kind=individual&limit=5')).json<
      ListResponse<OrganizationSpace>
    >();
    const cursor = encodeURIComponent(first.nextCursor ?? '');
    const second = await stack.call('GET', `/v1/organization/spaces?kind=individual&limit=5&cursor=${cursor}`);
    expect([first.items.length, second.json<ListResponse<OrganizationSpace>>().items.length]).toEqual([5, 4]);
    expect(second.json<ListResponse<OrganizationSpace>>().nextCursor).toBeNull();
  });

  it.each(['limit=5', 'kind=team', 'kind=group&status=gone', 'kind=individual&direct=1'])(
    'rejects ?%s',
    async (query) => {
      expect(problemCode(await stack.call('GET', `/v1/organization/spaces?${query}`))).toBe('invalid-input');
    },
  );
});

describe('GET /v1/users/{userId}/spaces', () => {
  it('lists both spaces of a user who has two, and no space of an unknown user', async () => {
    const listSpacesOf = (userId: string) => listSpaces(`/v1/users/${userId}/spaces?fields=kind,capacity`);
    expect(await listSpacesOf(findUserId(stack.sandbox, 'Dmitri Petrov'))).toEqual([
      { kind: 'individual', capacity: 10 * bytesPerGibibyte },
      { kind: 'individual', capacity: 5 * bytesPerGibibyte },
    ]);
    expect(await listSpacesOf('9')).toEqual([]);
  });

  it('is allowed for administrators of the user, and for the user', async () => {
    const readSpacesOf = (name: string, key: string) =>
      stack.call('GET', `/v1/users/${findUserId(stack.sandbox, name)}/spaces`, { key });
    expect(problemCode(await readSpacesOf('王芳', jonasKey))).toBe('no-permission');
    expect(problemCode(await readSpacesOf('王芳', amaraKey))).toBe('no-permission');
    expect((await readSpacesOf('Jonas Weber', amaraKey)).status).toBe(200);
    expect((await readSpacesOf('Jonas Weber', jonasKey)).status).toBe(200);
  });
});
