import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cacheTags } from '../../apps/gateway/src/http/response/cache-tags.js';
import { seedDepartments, seedGroups } from '../../apps/sandbox/src/state/seed/organization.js';
import {
  bytesPerGibibyte,
  countUpstreamCalls,
  findUserId,
  issueKeyFor,
  type ListResponse,
  parseProblem,
  type Space,
  findSpace,
  uploadFile,
} from '../support/gateway-api.js';
import { type GatewayResponse, startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface OrganizationSpace extends Space {
  readonly ownerId: string;
  readonly capacity: number;
  readonly status: string;
  readonly memberCount?: number;
  readonly members?: readonly { id: string; status: string; problem?: { code: string } }[];
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

const createSpace = (body: object, key = stack.key): Promise<GatewayResponse> =>
  stack.call('POST', '/v1/spaces', { key, body });
const updateSpace = (id: string, body: object, key = stack.key): Promise<GatewayResponse> =>
  stack.call('PATCH', `/v1/spaces/${id}`, { key, body });
const deleteSpace = (id: string, confirm = id, key = stack.key): Promise<GatewayResponse> =>
  stack.call('DELETE', `/v1/spaces/${id}?confirm=${confirm}`, { key });
const listSpaces = async (path: string, key = stack.key): Promise<OrganizationSpace[]> =>
  (await stack.call('GET', path, { key })).json<ListResponse<OrganizationSpace>>().items;
const createFolder = (spaceId: string, key: string): Promise<GatewayResponse> =>
  stack.call('POST', `/v1/spaces/${spaceId}/folders`, { key, body: { name: 'New' } });
const problemCode = (response: GatewayResponse): string => parseProblem(response).code;

describe('POST /v1/spaces', () => {
  it('creates a department space, which its members see and can open at once', async () => {
    const ownerId = seedDepartments.platform.id;
    expect((await listSpaces('/v1/spaces?kind=department', jonasKey)).map(({ name }) => name)).toEqual(['Engineering']);
    const created = await createSpace({
      kind: 'department',
      ownerId,
      capacity: 4 * bytesPerGibibyte,
      capabilities: ['list', 'download'],
    });
    expect(created.status).toBe(201);
    const space = created.json<OrganizationSpace>();
    expect(space).toMatchObject({
      kind: 'department',
      ownerId,
      capacity: 4 * bytesPerGibibyte,
      used: 0,
      status: 'active',
    });
    expect(created.headers.get('location')).toBe(`/v1/spaces/${space.id}`);
    expect((await stack.call('GET', `/v1/spaces/${space.id}`, { key: jonasKey })).json()).toEqual(space);
    expect((await listSpaces('/v1/spaces?kind=department', jonasKey)).map(({ name }) => name)).toContain('Platform');
    await uploadFile(stack, space.id, 'first.txt', 'first');
    const files = await stack.call('GET', `/v1/spaces/${space.id}/files`, { key: jonasKey });
    expect(files.json<ListResponse<{ name: string }>>().items.map(({ name }) => name)).toEqual(['first.txt']);
    expect(problemCode(await createFolder(space.id, jonasKey))).toBe('no-permission');
  });

  it('creates a second individual space of a user', async () => {
    const ownerId = findUserId(stack.sandbox, 'Jonas Weber');
    const created = await createSpace({ kind: 'individual', ownerId, capacity: bytesPerGibibyte });
    expect(created.json()).toMatchObject({ kind: 'individual', ownerId, capacity: bytesPerGibibyte });
    expect((await listSpaces(`/v1/users/${ownerId}/spaces`)).map(({ capacity }) => capacity)).toEqual([
      10 * bytesPerGibibyte,
      bytesPerGibibyte,
    ]);
    expect(await listSpaces('/v1/spaces?kind=individual', jonasKey)).toHaveLength(2);
  });

  it('creates a group with its space, with a result for each member', async () => {
    const capabilities = ['list', 'preview'];
    const members = [findUserId(stack.sandbox, 'Amara Okafor'), '9'].map((userId) => ({ userId, capabilities }));
    await listSpaces('/v1/spaces?kind=group', amaraKey);
    const created = await createSpace(
      { kind: 'group', name: '茶 Tea', capacity: 2 * bytesPerGibibyte, members },
      jonasKey,
    );
    const space = created.json<OrganizationSpace>();
    expect([created.status, space]).toMatchObject([
      201,
      { kind: 'group', name: '茶 Tea', capacity: 2 * bytesPerGibibyte },
    ]);
    expect(space.members).toEqual([
      { id: members[0]?.userId, status: 'done' },
      expect.objectContaining({ id: '9', status: 'failed' }),
    ]);
    const amaraSpace = (await listSpaces('/v1/spaces?kind=group', amaraKey)).find(({ id }) => id === space.id);
    expect(amaraSpace).toMatchObject({ name: '茶 Tea', ownerId: space.ownerId, memberCount: 2 });
    expect((await stack.call('GET', `/v1/spaces/${space.id}/files`, { key: amaraKey })).status).toBe(200);
    expect(problemCode(await createFolder(space.id, amaraKey))).toBe('no-permission');
    const group = await stack.call('GET', `/v1/groups/${space.ownerId}`, { key: jonasKey });
    expect(group.json()).toMatchObject({ name: '茶 Tea', ownerId: findUserId(stack.sandbox, 'Jonas Weber') });
  });

  it('creates a group space of 10 GB by default, and rejects a taken name of the same user', async () => {
    expect((await createSpace({ kind: 'group', name: 'Tea' }, jonasKey)).json()).toMatchObject({
      capacity: 10 * bytesPerGibibyte,
      members: [],
    });
    expect(problemCode(await createSpace({ kind: 'group', name: 'Tea' }, jonasKey))).toBe('name-taken');
    expect((await createSpace({ kind: 'group', name: 'Tea' }, amaraKey)).status).toBe(201);
  });

  it('returns the rejections of the upstream', async () => {
    const ownerId = seedDepartments.storage.id;
    expect(problemCode(await createSpace({ kind: 'department', ownerId, capacity: bytesPerGibibyte }, jonasKey))).toBe(
      'no-permission',
    );
    expect((await createSpace({ kind: 'department', ownerId, capacity: bytesPerGibibyte }, amaraKey)).status).toBe(201);
    expect(problemCode(await createSpace({ kind: 'department', ownerId, capacity: bytesPerGibibyte }))).toBe(
      'refused-by-upstream',
    );
    const tooLarge = { kind: 'department', ownerId: seedDepartments.platform.id, capacity: 9000 * bytesPerGibibyte };
    expect(problemCode(await createSpace(tooLarge))).toBe('space-full');
    expect(problemCode(await createSpace({ kind: 'individual', ownerId: '9', capacity: bytesPerGibibyte }))).toBe(
      'not-found',
    );
  });

  it.each([
    ['/ownerId', { kind: 'department', capacity: bytesPerGibibyte }],
    ['/capacity', { kind: 'individual', ownerId: '1' }],
    ['/capacity', { kind: 'individual', ownerId: '1', capacity: bytesPerGibibyte + 1 }],
    ['/capacity', { kind: 'group', name: 'Tea', capacity: 1 }],
    ['/capabilities', { kind: 'individual', ownerId: '1', capacity: bytesPerGibibyte, capabilities: ['list'] }],
    ['/name', { kind: 'department', ownerId: '1', capacity: bytesPerGibibyte, name: 'Tea' }],
    ['/members', { kind: 'individual', ownerId: '1', capacity: bytesPerGibibyte, members: [] }],
    ['/name', { kind: 'group' }],
    ['/name', { kind: 'group', name: 'a/b' }],
    ['/ownerId', { kind: 'group', name: 'Tea', ownerId: '1' }],
    [
      '/members/1/userId',
      { kind: 'group', name: 'Tea', members: [1, 1].map(() => ({ userId: '1', templateId: '1' })) },
    ],
    ['/members/0/templateId', { kind: 'group', name: 'Tea', members: [{ userId: '1' }] }],
    ['/kind', { kind: 'team' }],
  ])('rejects %s in %j without an upstream call', async (pointer, body) => {
    const calls = await countUpstreamCalls(stack, async () => {
      const response = await createSpace(body);
      expect(response.status).toBe(422);
      expect(parseProblem(response).errors?.map((error) => error.pointer)).toEqual([pointer]);
    });
    expect(calls).toBe(0);
  });
});

describe('PATCH /v1/spaces/{spaceId}', () => {
  it('resizes a space, and the next reads of its owner and of the quota are current', async () => {
    const space = await findSpace(stack, 'individual', jonasKey);
    const readAllocated = async () => (await stack.call('GET', '/v1/quota')).json<{ allocated: number }>().allocated;
    const before = await readAllocated();
    expect((await stack.call('GET', '/v1/me', { key: jonasKey })).json()).toMatchObject({
      quota: { capacity: 10 * bytesPerGibibyte },
    });
    const changed = await updateSpace(space.id, { capacity: 12 * bytesPerGibibyte });
    expect(changed.json()).toMatchObject({ id: space.id, capacity: 12 * bytesPerGibibyte, status: 'active' });
    expect((await stack.call('GET', '/v1/me', { key: jonasKey })).json()).toMatchObject({
      quota: { capacity: 12 * bytesPerGibibyte },
    });
    expect(await readAllocated()).toBe(before + 2 * bytesPerGibibyte);
  });

  it('changes only the named space of a user who has two', async () => {
    const [first, second] = await listSpaces(`/v1/users/${findUserId(stack.sandbox, 'Dmitri Petrov')}/spaces`);
    await updateSpace(second?.id ?? '', { capacity: 6 * bytesPerGibibyte });
    const after = await listSpaces(`/v1/users/${findUserId(stack.sandbox, 'Dmitri Petrov')}/spaces`);
    expect(after.map(({ capacity }) => capacity)).toEqual([first?.capacity, 6 * bytesPerGibibyte]);
  });

  it('disables and enables a space, whose cached responses are not served while it is disabled', async () => {
    const { id } = await findSpace(stack, 'department', amaraKey);
    const listFiles = () => stack.call('GET', `/v1/spaces/${id}/files`, { key: amaraKey });
    expect((await listFiles()).status).toBe(200);
    expect((await updateSpace(id, { status: 'disabled' })).json()).toMatchObject({ status: 'disabled' });
    expect(problemCode(await listFiles())).toBe('space-inactive');
    expect((await stack.call('GET', `/v1/spaces/${id}`, { key: amaraKey })).json()).toMatchObject({
      status: 'disabled',
    });
    await updateSpace(id, { status: 'active' });
    expect((await listFiles()).status).toBe(200);
  });

  it('is rejected without permission, for a capacity below the usage, and for group spaces', async () => {
    const space = await findSpace(stack, 'individual', jonasKey);
    expect(problemCode(await updateSpace(space.id, { capacity: 11 * bytesPerGibibyte }, jonasKey))).toBe(
      'no-permission',
    );
    expect(problemCode(await updateSpace(space.id, { capacity: bytesPerGibibyte + 1 }))).toBe('invalid-input');
    expect(problemCode(await updateSpace(space.id, { capacity: 0 }))).toBe('refused-by-upstream');
    expect(problemCode(await updateSpace('nothing', { status: 'active' }))).toBe('not-found');
    const group = await findSpace(stack, 'group', jonasKey);
    const response = await updateSpace(group.id, { status: 'disabled' }, jonasKey);
    expect(parseProblem(response)).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/spaceId' }] });
    expect(stack.sandbox.counters().byOperation['updateSpace']).toBe(2);
  });
});

describe('DELETE /v1/spaces/{spaceId}', () => {
  it('changes nothing without a confirmation', async () => {
    const { id } = await findSpace(stack, 'individual');
    const calls = await countUpstreamCalls(stack, async () => {
      for (const query of ['', '?confirm=', '?confirm=yes']) {
        const response = await stack.call('DELETE', `/v1/spaces/${id}${query}`);
        expect(response.status).toBe(422);
      }
      expect(problemCode(await stack.call('DELETE', `/v1/spaces/${id}`))).toBe('confirmation-required');
    });
    expect(calls).toBe(0);
  });

  it('deletes a department space with its files, and invalidates their cached responses', async () => {
    const { id } = await findSpace(stack, 'department', amaraKey);
    await stack.call('GET', `/v1/spaces/${id}/files`, { key: amaraKey });
    const listShareStatuses = async () => (await listSpaces('/v1/shares', amaraKey)).map(({ status }) => status);
    expect(await listShareStatuses()).toEqual(['active']);
    expect((await deleteSpace(id)).status).toBe(204);
    expect(await listShareStatuses()).toEqual(['invalid']);
    expect(problemCode(await stack.call('GET', `/v1/spaces/${id}/files`, { key: amaraKey }))).toBe('not-found');
    expect(problemCode(await stack.call('GET', `/v1/spaces/${id}`, { key: amaraKey }))).toBe('not-found');
    expect(await listSpaces('/v1/spaces?kind=department', amaraKey)).toEqual([]);
    expect(problemCode(await deleteSpace(id))).toBe('not-found');
  });

  it('does not delete the new space of an owner whose old space was deleted', async () => {
    const ownerId = seedDepartments.engineering.id;
    const { id: oldId } = await findSpace(stack, 'department', amaraKey);
    await deleteSpace(oldId);
    const { id: newId } = (
      await createSpace({ kind: 'department', ownerId, capacity: bytesPerGibibyte })
    ).json<OrganizationSpace>();
    expect(problemCode(await deleteSpace(oldId))).toBe('not-found');
    expect(problemCode(await updateSpace(oldId, { status: 'disabled' }))).toBe('not-found');
    expect((await stack.call('GET', `/v1/spaces/${newId}`)).json()).toMatchObject({ status: 'active' });
  });

  it('deletes a group with its space, for the owner of the group only', async () => {
    const [launchSpace] = (await listSpaces('/v1/spaces?kind=group', jonasKey)).filter(
      ({ ownerId }) => ownerId === seedGroups.launch.id,
    );
    const { id = '' } = launchSpace ?? {};
    await stack.call('GET', `/v1/groups/${seedGroups.launch.id}`, { key: jonasKey });
    expect(problemCode(await deleteSpace(id, id, amaraKey))).toBe('no-permission');
    expect((await deleteSpace(id, id, jonasKey)).status).toBe(204);
    expect(problemCode(await stack.call('GET', `/v1/groups/${seedGroups.launch.id}`, { key: jonasKey }))).toBe(
      'not-found',
    );
    expect((await listSpaces('/v1/spaces?kind=group', amaraKey)).map((space) => space.id)).not.toContain(id);
  });

  it('deletes one of two spaces of a user', async () => {
    const path = `/v1/users/${findUserId(stack.sandbox, 'Dmitri Petrov')}/spaces`;
    const [first, second] = await listSpaces(path);
    await deleteSpace(first?.id ?? '');
    expect(await listSpaces(path)).toEqual([second]);
  });

  it('is recorded in the audit log, also when it is rejected', async () => {
    const { id } = await findSpace(stack, 'individual', jonasKey);
    await deleteSpace(id, id, jonasKey);
    await deleteSpace(id);
    const log = await readFile(join(dirname(stack.keysFile), 'audit.log'), 'utf8');
    const entries = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ event, target }) => event === 'space-changed' && (target as { spaceId?: string }).spaceId === id);
    expect(entries.slice(-2)).toMatchObject([
      { outcome: 'refused', reason: 'no-permission', method: 'DELETE', route: '/v1/spaces/:spaceId' },
      { outcome: 'done' },
    ]);
  });
});

describe('cached responses of a space', () => {
  const listFiles = (id: string, key: string) => stack.call('GET', `/v1/spaces/${id}/files`, { key });

  it('are not served to a user who left the group', async () => {
    const { id, ownerId } = (await listSpaces('/v1/spaces?kind=group', amaraKey))[0] as OrganizationSpace;
    expect((await listFiles(id, amaraKey)).status).toBe(200);
    const body = { userIds: [findUserId(stack.sandbox, 'Amara Okafor')] };
    await stack.call('POST', `/v1/groups/${ownerId}/members/remove`, { key: jonasKey, body });
    expect(problemCode(await listFiles(id, amaraKey))).toBe('no-permission');
  });

  it('are not served to a user who moved to another department', async () => {
    const { id } = await findSpace(stack, 'department', jonasKey);
    expect((await listFiles(id, jonasKey)).status).toBe(200);
    await stack.call('PATCH', `/v1/users/${findUserId(stack.sandbox, 'Jonas Weber')}`, {
      body: { departmentId: seedDepartments.sales.id },
    });
    expect(problemCode(await listFiles(id, jonasKey))).toBe('no-permission');
  });
});

describe('GET /v1/quota', () => {
  it('is current after an upload', async () => {
    const readUsed = async () => (await stack.call('GET', '/v1/quota')).json<{ used: number }>().used;
    const before = await readUsed();
    await uploadFile(stack, (await findSpace(stack, 'individual')).id, 'mega.bin', new Uint8Array(2 ** 20));
    expect((await readUsed()) - before).toBe(2 ** 20);
  });
});
