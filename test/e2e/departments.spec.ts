import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/deadline.js';
import { callsDuring, keyFor, type List, problemOf, walk } from '../support/drive.js';
import { startStack, type Stack } from '../support/stack.js';

interface Department {
  id: string;
  name: string;
  parentId?: string;
}
interface Node extends Department {
  children: Node[];
}
interface Tree {
  items: Node[];
  count: number;
  complete: boolean;
}

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const fresh = { 'cache-control': 'no-cache' };
const level = async (query = ''): Promise<Department[]> =>
  (await stack.call('GET', `/v1/departments?limit=100${query}`, { headers: fresh })).json<List<Department>>().items;
const named = async (name: string): Promise<Department> => {
  const found = (await level()).find((each) => each.name === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};
const tree = async (query = ''): Promise<Tree> =>
  (await stack.call('GET', `/v1/departments/tree${query}`)).json<Tree>();

describe('GET /v1/departments', () => {
  it('lists what is below the root, or below another', async () => {
    expect((await level()).map(({ name }) => name)).toEqual(['Engineering', 'Sales 销售部']);
    const { id } = await named('Engineering');
    expect((await level(`&parent=${id}`)).map(({ name, parentId }) => [name, parentId])).toEqual([['Platform', id]]);
    expect((await level('&q=sal')).map(({ name }) => name)).toEqual(['Sales 销售部']);
  });

  it('gives the same list page by page', async () => {
    const { entries, pages } = await walk<Department>(stack, '/v1/departments?limit=1');
    expect(entries.map(({ name }) => name)).toEqual(['Engineering', 'Sales 销售部']);
    expect(pages.map((page) => page.length)).toEqual([1, 1]);
  });

  it('refuses what is no such department and what is no id', async () => {
    expect(problemOf(await stack.call('GET', '/v1/departments?parent=1')).code).toBe('not-found');
    expect((await stack.call('GET', '/v1/departments?parent=a/b')).status).toBe(422);
    expect((await stack.call('GET', '/v1/departments?cursor=9.x')).status).toBe(422);
  });
});

describe('GET /v1/departments/tree', () => {
  it('gives the whole tree in one call, and from memory the next time', async () => {
    const { items, count, complete } = await tree();
    expect({ count, complete }).toEqual({ count: 5, complete: true });
    const [root] = items;
    expect(root?.name).toBe('Lakeside Works');
    expect(root).not.toHaveProperty('parentId');
    const names = (node: Node): unknown => [node.name, ...node.children.map(names)];
    expect(root && names(root)).toEqual([
      'Lakeside Works',
      ['Engineering', ['Platform', ['Storage']]],
      ['Sales 销售部'],
    ]);
    expect(await callsDuring(stack, () => tree())).toBe(0);
  });

  it('begins where it is asked to', async () => {
    const { id } = await named('Engineering');
    expect(await tree(`?root=${id}`)).toMatchObject({ items: [{ id }], count: 3, complete: true });
    expect(problemOf(await stack.call('GET', '/v1/departments/tree?root=1')).code).toBe('not-found');
  });
});

describe('a department', () => {
  it('is made, read, renamed, moved and deleted, and every read knows at once', async () => {
    const sales = await named('Sales 销售部');
    await tree();
    const made = await stack.call('POST', '/v1/departments', { body: { name: 'Export', parentId: sales.id } });
    expect(made.status).toBe(201);
    const { id } = made.json<Department>();
    expect(made.headers.get('location')).toBe(`/v1/departments/${id}`);
    expect((await tree()).count).toBe(6);

    const engineering = await named('Engineering');
    const path = `/v1/departments/${id}`;
    const moved = await stack.call('PATCH', path, { body: { parentId: engineering.id } });
    expect(moved.json()).toMatchObject({ name: 'Export', parentId: engineering.id });
    expect((await stack.call('PATCH', path, { body: { name: '出口' } })).json()).toMatchObject({
      ...{ name: '出口', parentId: engineering.id },
    });
    expect((await stack.call('GET', path)).json()).toMatchObject({ name: '出口' });
    expect((await stack.call('GET', `${path}?fields=name`)).json()).toEqual({ name: '出口' });

    expect((await stack.call('DELETE', `${path}?confirm=${id}`)).status).toBe(204);
    expect((await stack.call('GET', path)).status).toBe(404);
    expect((await tree()).count).toBe(5);
  });

  it('goes only when the caller says twice which', async () => {
    const { id } = await named('Engineering');
    const calls = await callsDuring(stack, async () => {
      expect(problemOf(await stack.call('DELETE', `/v1/departments/${id}`)).code).toBe('confirmation-required');
      const other = await stack.call('DELETE', `/v1/departments/${id}?confirm=1`);
      expect(problemOf(other).code).toBe('confirmation-required');
    });
    expect(calls).toBe(0);
    const refused = await stack.call('DELETE', `/v1/departments/${id}?confirm=${id}`);
    expect(problemOf(refused)).toMatchObject({ code: 'refused-by-upstream', upstream: { code: '13000102' } });
  });

  it('is refused with a name that is taken, below itself, too deep, and to who may not', async () => {
    const engineering = await named('Engineering');
    const { parentId = '' } = engineering;
    const make = (body: object, key = stack.key) => stack.call('POST', '/v1/departments', { body, key });
    expect(problemOf(await make({ name: 'Engineering', parentId })).code).toBe('name-taken');
    const jonas = await keyFor(stack, 'Jonas Weber');
    expect(problemOf(await make({ name: 'Mine', parentId }, jonas)).code).toBe('no-permission');
    const below = await stack.call('PATCH', `/v1/departments/${engineering.id}`, {
      body: { parentId: (await level(`&parent=${engineering.id}`))[0]?.id },
    });
    expect(problemOf(below).code).toBe('nested-folders');
    expect((await make({ name: 'x'.repeat(21), parentId })).status).toBe(422);
    expect((await make({ name: 'Quality' })).status).toBe(422);
  });

  it('leaves a line in the audit log for each change, the refused ones too', async () => {
    const { parentId } = await named('Engineering');
    await stack.call('POST', '/v1/departments', { body: { name: 'Audited', parentId } });
    await stack.call('POST', '/v1/departments', { body: { name: 'Audited', parentId } });
    const found = await until('two lines', async () => {
      const text = await readFile(join(dirname(stack.keysFile), 'audit.log'), 'utf8');
      const lines = text.split('\n').filter((line) => line.includes(`"parentId":"${parentId ?? ''}"`));
      return lines.length >= 2 && lines.slice(-2).map((line) => JSON.parse(line) as Record<string, unknown>);
    });
    const entry = { event: 'user-changed', method: 'POST', route: '/v1/departments', user: stack.userId };
    expect(found).toMatchObject([
      { ...entry, outcome: 'done' },
      { ...entry, outcome: 'refused', reason: 'name-taken' },
    ]);
  });
});
