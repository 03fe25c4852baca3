import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { waitUntil } from '../support/wait-until.js';
import {
  countUpstreamCalls,
  issueKeyFor,
  type ListResponse,
  noCacheHeaders,
  parseProblem,
  fetchAllPages,
} from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface Department {
  id: string;
  name: string;
  parentId?: string;
}
interface DepartmentNode extends Department {
  children: DepartmentNode[];
}
interface DepartmentTree {
  items: DepartmentNode[];
  count: number;
  complete: boolean;
}

let stack: GatewayStack;
beforeAll(async () => {
  stack = await startGatewayStack();
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const listLevel = async (query = ''): Promise<Department[]> =>
  (await stack.call('GET', `/v1/departments?limit=100${query}`, { headers: noCacheHeaders })).json<
    ListResponse<Department>
  >().items;
const findByName = async (name: string): Promise<Department> => {
  const department = (await listLevel()).find((each) => each.name === name);
  if (!department) throw new Error(`there is no ${name}`);
  return department;
};
const getTree = async (query = ''): Promise<DepartmentTree> =>
  (await stack.call('GET', `/v1/departments/tree${query}`)).json<DepartmentTree>();

describe('GET /v1/departments', () => {
  it('lists the departments below the root or below a parent', async () => {
    expect((await listLevel()).map(({ name }) => name)).toEqual(['Engineering', 'Sales 销售部']);
    const { id } = await findByName('Engineering');
    expect((await listLevel(`&parent=${id}`)).map(({ name, parentId }) => [name, parentId])).toEqual([
      ['Platform', id],
    ]);
    expect((await listLevel('&q=sal')).map(({ name }) => name)).toEqual(['Sales 销售部']);
  });

  it('returns the same list in pages', async () => {
    const { entries, pages } = await fetchAllPages<Department>(stack, '/v1/departments?limit=1');
    expect(entries.map(({ name }) => name)).toEqual(['Engineering', 'Sales 销售部']);
    expect(pages.map((page) => page.length)).toEqual([1, 1]);
  });

  it('rejects an unknown department and an invalid id', async () => {
    expect(parseProblem(await stack.call('GET', '/v1/departments?parent=1')).code).toBe('not-found');
    expect((await stack.call('GET', '/v1/departments?parent=a/b')).status).toBe(422);
    expect((await stack.call('GET', '/v1/departments?cursor=9.x')).status).toBe(422);
  });
});

describe('GET /v1/departments/tree', () => {
  it('returns the complete tree in one call, then from the cache', async () => {
    const { items, count, complete } = await getTree();
    expect({ count, complete }).toEqual({ count: 5, complete: true });
    const [root] = items;
    expect(root?.name).toBe('Lakeside Works');
    expect(root).not.toHaveProperty('parentId');
    const toNames = (node: DepartmentNode): unknown => [node.name, ...node.children.map(toNames)];
    expect(root && toNames(root)).toEqual([
      'Lakeside Works',
      ['Engineering', ['Platform', ['Storage']]],
      ['Sales 销售部'],
    ]);
    expect(await countUpstreamCalls(stack, () => getTree())).toBe(0);
  });

  it('returns the subtree of a root', async () => {
    const { id } = await findByName('Engineering');
    expect(await getTree(`?root=${id}`)).toMatchObject({ items: [{ id }], count: 3, complete: true });
    expect(parseProblem(await stack.call('GET', '/v1/departments/tree?root=1')).code).toBe('not-found');
  });
});

describe('a department', () => {
  it('is created, read, renamed, moved and deleted, and every next read shows the change', async () => {
    const sales = await findByName('Sales 销售部');
    await getTree();
    const created = await stack.call('POST', '/v1/departments', { body: { name: 'Export', parentId: sales.id } });
    expect(created.status).toBe(201);
    const { id } = created.json<Department>();
    expect(created.headers.get('location')).toBe(`/v1/departments/${id}`);
    expect((await getTree()).count).toBe(6);

    const engineering = await findByName('Engineering');
    const path = `/v1/departments/${id}`;
    const moved = await stack.call('PATCH', path, { body: { parentId: engineering.id } });
    expect(moved.json()).toMatchObject({ name: 'Export', parentId: engineering.id });
    expect((await stack.call('PATCH', path, { body: { name: '出口' } })).json()).toMatchObject({
      name: '出口',
      parentId: engineering.id,
    });
    expect((await stack.call('GET', path)).json()).toMatchObject({ name: '出口' });
    expect((await stack.call('GET', `${path}?fields=name`)).json()).toEqual({ name: '出口' });

    expect((await stack.call('DELETE', `${path}?confirm=${id}`)).status).toBe(204);
    expect((await stack.call('GET', path)).status).toBe(404);
    expect((await getTree()).count).toBe(5);
  });

  it('is deleted only with a confirmation', async () => {
    const { id } = await findByName('Engineering');
    const calls = await countUpstreamCalls(stack, async () => {
      expect(parseProblem(await stack.call('DELETE', `/v1/departments/${id}`)).code).toBe('confirmation-required');
      const other = await stack.call('DELETE', `/v1/departments/${id}?confirm=1`);
      expect(parseProblem(other).code).toBe('confirmation-required');
    });
    expect(calls).toBe(0);
    const rejected = await stack.call('DELETE', `/v1/departments/${id}?confirm=${id}`);
    expect(parseProblem(rejected)).toMatchObject({ code: 'refused-by-upstream', upstream: { code: '13000102' } });
  });

  it('is rejected with a taken name, below itself, with an invalid body, and without permission', async () => {
    const engineering = await findByName('Engineering');
    const { parentId = '' } = engineering;
    const createDepartment = (body: object, key = stack.key) => stack.call('POST', '/v1/departments', { body, key });
    expect(parseProblem(await createDepartment({ name: 'Engineering', parentId })).code).toBe('name-taken');
    const jonasKey = await issueKeyFor(stack, 'Jonas Weber');
    expect(parseProblem(await createDepartment({ name: 'Mine', parentId }, jonasKey)).code).toBe('no-permission');
    const movedBelowItself = await stack.call('PATCH', `/v1/departments/${engineering.id}`, {
      body: { parentId: (await listLevel(`&parent=${engineering.id}`))[0]?.id },
    });
    expect(parseProblem(movedBelowItself).code).toBe('nested-folders');
    expect((await createDepartment({ name: 'x'.repeat(21), parentId })).status).toBe(422);
    expect((await createDepartment({ name: 'Quality' })).status).toBe(422);
  });

  it('has a line in the audit log for each change, also for rejected ones', async () => {
    const { parentId } = await findByName('Engineering');
    await stack.call('POST', '/v1/departments', { body: { name: 'Audited', parentId } });
    await stack.call('POST', '/v1/departments', { body: { name: 'Audited', parentId } });
    const auditEntries = await waitUntil('two lines', async () => {
      const text = await readFile(join(dirname(stack.keysFile), 'audit.log'), 'utf8');
      const lines = text.split('\n').filter((line) => line.includes(`"parentId":"${parentId ?? ''}"`));
      return lines.length >= 2 && lines.slice(-2).map((line) => JSON.parse(line) as Record<string, unknown>);
    });
    const entry = { event: 'user-changed', method: 'POST', route: '/v1/departments', user: stack.userId };
    expect(auditEntries).toMatchObject([
      { ...entry, outcome: 'done' },
      { ...entry, outcome: 'refused', reason: 'name-taken' },
    ]);
  });
});
