import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { callsDuring, keyFor, type List, problemOf, spaceOf, walk } from '../support/drive.js';
import { startStack, type Stack } from '../support/stack.js';

interface Task {
  id: string;
  action: string;
  status: string;
  upstreamCode?: string;
}

let stack: Stack;
beforeAll(async () => {
  // Nothing begins or ends but when the test moves the time.
  stack = await startStack({ sandbox: { jobs: { waitMs: 60_000, perFileMs: 10_000 } } });
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const idOf = (name: string): string => stack.sandbox.users().find((user) => user.name === name)?.userId ?? '';
const handOver = (from: string, to: string, confirm = from) =>
  stack.call('POST', `/v1/user-tasks${confirm && `?confirm=${confirm}`}`, {
    body: { action: 'hand-over-and-delete', userId: from, receiverId: to },
  });
const read = async (id: string): Promise<Task> => (await stack.call('GET', `/v1/user-tasks/${id}`)).json<Task>();
const organization = { organizationId: '9190086000001210958', organizationUserId: '1008600000016806899' };

describe('handing a user over', () => {
  it('goes step by step: disable, hand over, follow; and reads know when it has ended', async () => {
    const [jonas, sofia] = [idOf('Jonas Weber'), idOf('Sofía Álvarez')];
    const sofiasKey = await keyFor(stack, 'Sofía Álvarez');
    const space = await spaceOf(stack, 'individual', sofiasKey);
    const names = async (): Promise<string[]> => {
      const answer = await stack.call('GET', `/v1/spaces/${space.id}/files?limit=100`, { key: sofiasKey });
      return answer.json<List<{ name: string }>>().items.map(({ name }) => name);
    };
    expect(await names()).not.toContain('Jonas Weber');
    const before = (await stack.call('GET', '/v1/users/count')).json<{ count: number }>().count;
    await stack.call('PATCH', `/v1/users/${jonas}`, { body: { status: 'disabled' } });

    const started = await handOver(jonas, sofia);
    expect(started.status).toBe(202);
    const { id, ...task } = started.json<Task>();
    expect(task).toMatchObject({ action: 'hand-over-and-delete', status: 'waiting' });
    expect(started.headers.get('location')).toBe(`/v1/user-tasks/${id}`);
    const receiver = await stack.call('GET', `/v1/users/${jonas}/hand-over-receiver`);
    expect(receiver.json()).toEqual({ id: sofia, name: 'Sofía Álvarez' });

    stack.sandbox.clock.advance(60_000);
    expect(await read(id)).toMatchObject({ status: 'running' });
    stack.sandbox.clock.advance(100_000);
    expect(await read(id)).toMatchObject({ status: 'succeeded' });
    expect((await stack.call('GET', `/v1/users/${jonas}`)).status).toBe(404);
    expect((await stack.call('GET', '/v1/users/count')).json()).toEqual({ count: before - 1 });
    expect(await names()).toContain('Jonas Weber');
  });

  it('fails for a user who is enabled, with the code of the upstream', async () => {
    const { id } = (await handOver(idOf('Jonas Weber'), idOf('Sofía Álvarez'))).json<Task>();
    stack.sandbox.clock.advance(200_000);
    expect(await read(id)).toMatchObject({ status: 'failed', upstreamCode: '18000205' });
    expect((await stack.call('GET', `/v1/users/${idOf('Jonas Weber')}`)).status).toBe(200);
  });

  it('asks twice, and for two users', async () => {
    const [priya, sofia] = [idOf('Priya Nair'), idOf('Sofía Álvarez')];
    const calls = await callsDuring(stack, async () => {
      expect(problemOf(await handOver(priya, sofia, '')).code).toBe('confirmation-required');
      expect(problemOf(await handOver(priya, sofia, sofia)).code).toBe('confirmation-required');
      expect(problemOf(await handOver(priya, priya)).errors).toMatchObject([{ pointer: '/receiverId' }]);
    });
    expect(calls).toBe(0);
    expect(problemOf(await handOver(priya, '1')).code).toBe('not-found');
    expect(problemOf(await stack.call('GET', `/v1/users/${sofia}/hand-over-receiver`)).code).toBe('not-found');
  });
});

describe('importing users', () => {
  it('imports the rows checked before, and tells what it came to', async () => {
    // The check takes a session token, which no API key has: made here as a browser's session would.
    const { accessToken } = stack.sandbox.openSession(stack.userId);
    const rows = [
      { targetDeptName: 'Platform', personalCapacity: 0, isAllocateCapacity: false },
      { targetDeptName: 'Nowhere', personalCapacity: 0, isAllocateCapacity: false },
    ];
    const checked = await fetch(`${stack.sandbox.url}/koodrive/ose/v1/users/batchimport/preverify`, {
      method: 'POST',
      headers: { authorization: String(accessToken), 'content-type': 'application/json' },
      body: `{"curDeptId":1243693141656107521,"users":${JSON.stringify(rows)}}`,
    });
    expect(checked.status).toBe(200);
    const body = { action: 'import', checkResultId: '1', ...organization };
    const { id } = (await stack.call('POST', '/v1/user-tasks', { body })).json<Task>();
    expect(problemOf(await stack.call('GET', `/v1/user-tasks/${id}/result`)).code).toBe('not-found');
    stack.sandbox.clock.advance(200_000);
    expect(await read(id)).toMatchObject({ action: 'import', status: 'succeeded' });
    expect((await stack.call('GET', `/v1/user-tasks/${id}/result`)).json()).toEqual({
      ...{ importedCount: 1, failedCount: 1 },
      failures: [{ name: 'row 2', reason: 'The department does not exist.' }],
    });
  });

  it('takes its own fields and none of the other action', async () => {
    const start = (body: object) => stack.call('POST', '/v1/user-tasks', { body });
    const missing = await start({ action: 'import', checkResultId: '1' });
    expect(problemOf(missing).errors?.map(({ pointer }) => pointer)).toEqual([
      '/organizationId',
      '/organizationUserId',
    ]);
    const stray = await start({ action: 'import', checkResultId: '1', ...organization, userId: '7' });
    expect(problemOf(stray).errors?.map(({ pointer }) => pointer)).toEqual(['/userId']);
    expect((await start({ action: 'delete' })).status).toBe(422);
    expect((await start({})).status).toBe(422);
  });
});

describe('GET /v1/user-tasks', () => {
  it('lists tasks newest first, by action and status, page by page', async () => {
    for (const name of ['Sofía Álvarez', 'Mei Lin']) await handOver(idOf('Priya Nair'), idOf(name));
    const all = (await stack.call('GET', '/v1/user-tasks')).json<List<Task>>().items;
    expect(all.map(({ action }) => action)).toEqual(['hand-over-and-delete', 'hand-over-and-delete', 'import']);
    const { entries, pages } = await walk<Task>(stack, '/v1/user-tasks?limit=2');
    expect(entries).toEqual(all);
    expect(pages.map((page) => page.length)).toEqual([2, 1]);
    const ended = await stack.call('GET', '/v1/user-tasks?status=succeeded&action=import');
    expect(ended.json<List<Task>>().items).toEqual(all.slice(2));
    expect((await stack.call('GET', '/v1/user-tasks?status=done')).status).toBe(422);
  });

  it('never mistakes a word of the upstream for an id', async () => {
    for (const id of ['list', 'result', 'create', '0']) {
      expect((await stack.call('GET', `/v1/user-tasks/${id}`)).status).toBe(422);
    }
    expect(problemOf(await stack.call('GET', '/v1/user-tasks/1')).code).toBe('not-found');
  });
});
