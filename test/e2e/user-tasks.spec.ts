import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  countUpstreamCalls,
  findUserId,
  issueKeyFor,
  type ListResponse,
  parseProblem,
  findSpace,
  fetchAllPages,
  seedOrganizationId,
} from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface Task {
  id: string;
  action: string;
  status: string;
  upstreamCode?: string;
}

let stack: GatewayStack;
beforeAll(async () => {
  // Jobs start and end only when the test advances the clock of the sandbox.
  stack = await startGatewayStack({ sandbox: { jobs: { waitMs: 60_000, perFileMs: 10_000 } } });
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const startHandOver = (from: string, to: string, confirm = from) =>
  stack.call('POST', `/v1/user-tasks${confirm && `?confirm=${confirm}`}`, {
    body: { action: 'hand-over-and-delete', userId: from, receiverId: to },
  });
const getTask = async (id: string): Promise<Task> => (await stack.call('GET', `/v1/user-tasks/${id}`)).json<Task>();
const organizationIds = { organizationId: seedOrganizationId, organizationUserId: '1008600000016806899' };

describe('POST /v1/user-tasks with hand-over-and-delete', () => {
  it('transfers the files of a disabled user and deletes the user, and the next reads are current', async () => {
    const [jonas, sofia] = [findUserId(stack.sandbox, 'Jonas Weber'), findUserId(stack.sandbox, 'Sofía Álvarez')];
    const sofiaKey = await issueKeyFor(stack, 'Sofía Álvarez');
    const space = await findSpace(stack, 'individual', sofiaKey);
    const listNames = async (): Promise<string[]> => {
      const response = await stack.call('GET', `/v1/spaces/${space.id}/files?limit=100`, { key: sofiaKey });
      return response.json<ListResponse<{ name: string }>>().items.map(({ name }) => name);
    };
    expect(await listNames()).not.toContain('Jonas Weber');
    const before = (await stack.call('GET', '/v1/users/count')).json<{ count: number }>().count;
    await stack.call('PATCH', `/v1/users/${jonas}`, { body: { status: 'disabled' } });

    const started = await startHandOver(jonas, sofia);
    expect(started.status).toBe(202);
    const { id, ...task } = started.json<Task>();
    expect(task).toMatchObject({ action: 'hand-over-and-delete', status: 'waiting' });
    expect(started.headers.get('location')).toBe(`/v1/user-tasks/${id}`);
    const recipient = await stack.call('GET', `/v1/users/${jonas}/hand-over-receiver`);
    expect(recipient.json()).toEqual({ id: sofia, name: 'Sofía Álvarez' });

    stack.sandbox.clock.advance(60_000);
    expect(await getTask(id)).toMatchObject({ status: 'running' });
    stack.sandbox.clock.advance(100_000);
    expect(await getTask(id)).toMatchObject({ status: 'succeeded' });
    expect((await stack.call('GET', `/v1/users/${jonas}`)).status).toBe(404);
    expect((await stack.call('GET', '/v1/users/count')).json()).toEqual({ count: before - 1 });
    expect(await listNames()).toContain('Jonas Weber');
  });

  it('fails for a user who is enabled, with the code of the upstream', async () => {
    const { id } = (
      await startHandOver(findUserId(stack.sandbox, 'Jonas Weber'), findUserId(stack.sandbox, 'Sofía Álvarez'))
    ).json<Task>();
    stack.sandbox.clock.advance(200_000);
    expect(await getTask(id)).toMatchObject({ status: 'failed', upstreamCode: '18000205' });
    expect((await stack.call('GET', `/v1/users/${findUserId(stack.sandbox, 'Jonas Weber')}`)).status).toBe(200);
  });

  it('requires a confirmation and two different users', async () => {
    const [priya, sofia] = [findUserId(stack.sandbox, 'Priya Nair'), findUserId(stack.sandbox, 'Sofía Álvarez')];
    const calls = await countUpstreamCalls(stack, async () => {
      expect(parseProblem(await startHandOver(priya, sofia, '')).code).toBe('confirmation-required');
      expect(parseProblem(await startHandOver(priya, sofia, sofia)).code).toBe('confirmation-required');
      expect(parseProblem(await startHandOver(priya, priya)).errors).toMatchObject([{ pointer: '/receiverId' }]);
    });
    expect(calls).toBe(0);
    expect(parseProblem(await startHandOver(priya, '1')).code).toBe('not-found');
    expect(parseProblem(await stack.call('GET', `/v1/users/${sofia}/hand-over-receiver`)).code).toBe('not-found');
  });
});

describe('POST /v1/user-tasks with import', () => {
  it('imports the rows of an earlier check, and returns the result', async () => {
    // The check requires the token of a KooDrive session, which an API key does not have. The test calls the sandbox directly.
    const { accessToken } = stack.sandbox.openSession(stack.userId);
    const rows = [
      { targetDeptName: 'Platform', personalCapacity: 0, isAllocateCapacity: false },
      { targetDeptName: 'Nowhere', personalCapacity: 0, isAllocateCapacity: false },
    ];
    const check = await fetch(`${stack.sandbox.url}/koodrive/ose/v1/users/batchimport/preverify`, {
      method: 'POST',
      headers: { authorization: String(accessToken), 'content-type': 'application/json' },
      body: `{"curDeptId":1243693141656107521,"users":${JSON.stringify(rows)}}`,
    });
    expect(check.status).toBe(200);
    const body = { action: 'import', checkResultId: '1', ...organizationIds };
    const { id } = (await stack.call('POST', '/v1/user-tasks', { body })).json<Task>();
    expect(parseProblem(await stack.call('GET', `/v1/user-tasks/${id}/result`)).code).toBe('not-found');
    stack.sandbox.clock.advance(200_000);
    expect(await getTask(id)).toMatchObject({ action: 'import', status: 'succeeded' });
    expect((await stack.call('GET', `/v1/user-tasks/${id}/result`)).json()).toEqual({
      importedCount: 1,
      failedCount: 1,
      failures: [{ name: 'row 2', reason: 'The department does not exist.' }],
    });
  });

  it('requires its own members and rejects those of the other action', async () => {
    const startTask = (body: object) => stack.call('POST', '/v1/user-tasks', { body });
    const incomplete = await startTask({ action: 'import', checkResultId: '1' });
    expect(parseProblem(incomplete).errors?.map(({ pointer }) => pointer)).toEqual([
      '/organizationId',
      '/organizationUserId',
    ]);
    const withOtherMember = await startTask({ action: 'import', checkResultId: '1', ...organizationIds, userId: '7' });
    expect(parseProblem(withOtherMember).errors?.map(({ pointer }) => pointer)).toEqual(['/userId']);
    expect((await startTask({ action: 'delete' })).status).toBe(422);
    expect((await startTask({})).status).toBe(422);
  });
});

describe('GET /v1/user-tasks', () => {
  it('lists tasks, the newest first, by action and status, in pages', async () => {
    for (const name of ['Sofía Álvarez', 'Mei Lin'])
      await startHandOver(findUserId(stack.sandbox, 'Priya Nair'), findUserId(stack.sandbox, name));
    const all = (await stack.call('GET', '/v1/user-tasks')).json<ListResponse<Task>>().items;
    expect(all.map(({ action }) => action)).toEqual(['hand-over-and-delete', 'hand-over-and-delete', 'import']);
    const { entries, pages } = await fetchAllPages<Task>(stack, '/v1/user-tasks?limit=2');
    expect(entries).toEqual(all);
    expect(pages.map((page) => page.length)).toEqual([2, 1]);
    const succeeded = await stack.call('GET', '/v1/user-tasks?status=succeeded&action=import');
    expect(succeeded.json<ListResponse<Task>>().items).toEqual(all.slice(2));
    expect((await stack.call('GET', '/v1/user-tasks?status=done')).status).toBe(422);
  });

  it('rejects an id that is a path segment of the upstream API', async () => {
    for (const id of ['list', 'result', 'create', '0']) {
      expect((await stack.call('GET', `/v1/user-tasks/${id}`)).status).toBe(422);
    }
    expect(parseProblem(await stack.call('GET', '/v1/user-tasks/1')).code).toBe('not-found');
  });
});
