import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import type { Department } from './departments.dto.js';
import { readTree } from './departments.tree.js';
import { changeDepartment, createDepartment, listDepartments, readDepartment } from './departments.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream.close());

const page = { limit: 50 };
const success = { code: 0, msg: 'success' };
const wire = (id: string, parentId: string) => ({ id, name: `D${id}`, parentId, deptId: `org${id}` });
const department = (id: string, parentId?: string): Department => ({
  ...{ id, name: `D${id}`, parentId, organizationDepartmentId: `org${id}` },
});
/** Answers the children of the department that the query names. */
const levels =
  (children: Readonly<Record<string, readonly object[]>>, without: readonly object[]) =>
  ({ url }: { url: string }): object => {
    const asked = new URL(url, 'http://upstream').searchParams.get('departmentId');
    return { ...success, list: asked === null ? without : (children[asked] ?? []) };
  };

describe('a department', () => {
  it('is read from the documented example', async () => {
    upstream = await startDocumentedUpstream();
    expect(await readDepartment(upstream.koodrive, '1319678187126486144')).toEqual({
      id: '1319678187126486144',
      name: 'test16',
      parentId: '1245640257345455489',
      organizationDepartmentId: 'a4fd0d798f5344ccac2c695646ef66d3',
    });
  });

  it('is found by its name where the answer to its making does not tell the id', async () => {
    upstream = await startDocumentedUpstream({
      createDepartment: success,
      getDepartmentList: levels({ 1: [wire('2', '1'), wire('3', '1')] }, []),
    });
    const made = await createDepartment(upstream.koodrive, { name: 'D3', parentId: '1' });
    expect(made).toEqual(department('3', '1'));
  });

  it('keeps the name that is not to change, since the upstream wants both each time', async () => {
    upstream = await startDocumentedUpstream({ updateDepartment: success });
    await changeDepartment(upstream.koodrive, '1319678187126486144', { parentId: '7' });
    expect(JSON.parse(upstream.sent('updateDepartment')[0]?.body ?? '')).toEqual({ name: 'test16', parentId: '7' });
  });
});

describe('the level below the root', () => {
  const below = [wire('2', '1'), wire('3', '1')];

  it('comes in one call where the upstream answers it without a department', async () => {
    upstream = await startDocumentedUpstream({ getDepartmentList: levels({ 1: below }, below) });
    const { items } = await listDepartments(upstream.koodrive, page);
    expect(items).toEqual([department('2', '1'), department('3', '1')]);
    expect(upstream.sent('getDepartmentList')).toHaveLength(1);
  });

  it('comes in two calls where the upstream answers the root alone', async () => {
    upstream = await startDocumentedUpstream({ getDepartmentList: levels({ 1: below }, [wire('1', '0')]) });
    expect((await listDepartments(upstream.koodrive, page)).items).toEqual([
      department('2', '1'),
      department('3', '1'),
    ]);
  });

  it('is searched there, not above', async () => {
    upstream = await startDocumentedUpstream({ getDepartmentList: levels({ 1: below }, below) });
    await listDepartments(upstream.koodrive, { ...page, q: 'sales' });
    expect(upstream.sent('getDepartmentList').map(({ query }) => query)).toEqual(['', 'departmentId=1&keyWord=sales']);
  });

  it('is cut into pages here', async () => {
    upstream = await startDocumentedUpstream({ getDepartmentList: levels({ 1: below }, below) });
    const first = await listDepartments(upstream.koodrive, { limit: 1 });
    expect(first.items).toEqual([department('2', '1')]);
    const second = await listDepartments(upstream.koodrive, { limit: 1, cursor: first.nextCursor ?? '' });
    expect(second).toEqual({ items: [department('3', '1')], nextCursor: null });
  });
});

describe('the tree', () => {
  const children = { 1: [wire('2', '1'), wire('3', '1')], 2: [wire('4', '2')] };
  const tree = {
    ...department('1'),
    children: [
      { ...department('2', '1'), children: [{ ...department('4', '2'), children: [] }] },
      { ...department('3', '1'), children: [] },
    ],
  };

  it.each([
    ['the root alone', [wire('1', '0')]],
    ['what is below the root', children[1]],
  ])('begins at the root where the upstream answers %s', async (_what, without) => {
    upstream = await startDocumentedUpstream({
      getDepartmentList: levels(children, without),
      getDepartment: { ...success, ...wire('1', '0') },
    });
    expect(await readTree(upstream.koodrive)).toEqual({ items: [tree], count: 4, complete: true });
  });

  it('begins where it is asked to', async () => {
    upstream = await startDocumentedUpstream({
      getDepartmentList: levels(children, []),
      getDepartment: { ...success, ...wire('2', '1') },
    });
    expect(await readTree(upstream.koodrive, '2')).toMatchObject({ items: [{ id: '2' }], count: 2, complete: true });
  });

  it('ends though the upstream leads in a circle', async () => {
    const circle = { 1: [wire('2', '1')], 2: [wire('1', '2'), wire('2', '2')] };
    upstream = await startDocumentedUpstream({ getDepartmentList: levels(circle, [wire('1', '0')]) });
    expect(await readTree(upstream.koodrive)).toMatchObject({ count: 2, complete: true });
  });

  it('stops at six levels and at a thousand departments, and says so', async () => {
    const endless = (url: string): object[] => {
      const asked = Number(new URL(url, 'http://upstream').searchParams.get('departmentId') ?? 0);
      return asked === 0 ? [wire('1', '0')] : [wire(String(asked + 1), String(asked))];
    };
    upstream = await startDocumentedUpstream({
      getDepartmentList: ({ url }) => ({ ...success, list: endless(url) }),
    });
    expect(await readTree(upstream.koodrive)).toMatchObject({ count: 6, complete: false });
    await upstream.close();
    const many = Array.from({ length: 1500 }, (_, index) => wire(String(index + 10), '1'));
    upstream = await startDocumentedUpstream({ getDepartmentList: levels({ 1: many }, [wire('1', '0')]) });
    expect(await readTree(upstream.koodrive)).toMatchObject({ count: 1000, complete: false });
  });

  it('is empty where there is nothing', async () => {
    upstream = await startDocumentedUpstream({ getDepartmentList: { ...success, list: [] } });
    expect(await readTree(upstream.koodrive)).toEqual({ items: [], count: 0, complete: true });
  });
});
