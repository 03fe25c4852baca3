import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import type { Department } from './departments.dto.js';
import { readDepartmentTree } from './departments.tree.js';
import { changeDepartment, createDepartment, listDepartments, readDepartment } from './departments.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream.close());

const page = { limit: 50 };
const success = { code: 0, msg: 'success' };
const wire = (id: string, parentId: string) => ({ id, name: `D${id}`, parentId, deptId: `org${id}` });
const department = (id: string, parentId?: string): Department => ({
  id,
  name: `D${id}`,
  parentId,
  organizationDepartmentId: `org${id}`,
});
/** Returns the children of the department that the query names, or `withoutDepartment` if it names none. */
const respondWithLevel =
  (children: Readonly<Record<string, readonly object[]>>, withoutDepartment: readonly object[]) =>
  ({ url }: { url: string }): object => {
    const departmentId = new URL(url, 'http://upstream').searchParams.get('departmentId');
    return { ...success, list: departmentId === null ? withoutDepartment : (children[departmentId] ?? []) };
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

  it('is found by its name if the response to createDepartment has no id', async () => {
    upstream = await startDocumentedUpstream({
      createDepartment: success,
      getDepartmentList: respondWithLevel({ 1: [wire('2', '1'), wire('3', '1')] }, []),
    });
    const created = await createDepartment(upstream.koodrive, { name: 'D3', parentId: '1' });
    expect(created).toEqual(department('3', '1'));
  });

  it('is sent with its name when only the parent changes, because the upstream requires both', async () => {
    upstream = await startDocumentedUpstream({ updateDepartment: success });
    await changeDepartment(upstream.koodrive, '1319678187126486144', { parentId: '7' });
    expect(JSON.parse(upstream.requestsFor('updateDepartment')[0]?.body ?? '')).toEqual({
      name: 'test16',
      parentId: '7',
    });
  });
});

describe('the level below the root', () => {
  const children = [wire('2', '1'), wire('3', '1')];

  it('needs one call if the upstream returns it for a call without a department', async () => {
    upstream = await startDocumentedUpstream({ getDepartmentList: respondWithLevel({ 1: children }, children) });
    const { items } = await listDepartments(upstream.koodrive, page);
    expect(items).toEqual([department('2', '1'), department('3', '1')]);
    expect(upstream.requestsFor('getDepartmentList')).toHaveLength(1);
  });

  it('needs two calls if the upstream returns only the root', async () => {
    upstream = await startDocumentedUpstream({
      getDepartmentList: respondWithLevel({ 1: children }, [wire('1', '0')]),
    });
    expect((await listDepartments(upstream.koodrive, page)).items).toEqual([
      department('2', '1'),
      department('3', '1'),
    ]);
  });

  it('is searched with a call that names the root', async () => {
    upstream = await startDocumentedUpstream({ getDepartmentList: respondWithLevel({ 1: children }, children) });
    await listDepartments(upstream.koodrive, { ...page, q: 'sales' });
    expect(upstream.requestsFor('getDepartmentList').map(({ query }) => query)).toEqual([
      '',
      'departmentId=1&keyWord=sales',
    ]);
  });

  it('is split into pages by the gateway', async () => {
    upstream = await startDocumentedUpstream({ getDepartmentList: respondWithLevel({ 1: children }, children) });
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
    ['only the root', [wire('1', '0')]],
    ['the children of the root', children[1]],
  ])('starts at the root if the upstream returns %s', async (_title, withoutDepartment) => {
    upstream = await startDocumentedUpstream({
      getDepartmentList: respondWithLevel(children, withoutDepartment),
      getDepartment: { ...success, ...wire('1', '0') },
    });
    expect(await readDepartmentTree(upstream.koodrive)).toEqual({ items: [tree], count: 4, complete: true });
  });

  it('starts at the requested department', async () => {
    upstream = await startDocumentedUpstream({
      getDepartmentList: respondWithLevel(children, []),
      getDepartment: { ...success, ...wire('2', '1') },
    });
    expect(await readDepartmentTree(upstream.koodrive, '2')).toMatchObject({
      items: [{ id: '2' }],
      count: 2,
      complete: true,
    });
  });

  it('ends if the data of the upstream contains a circle', async () => {
    const circle = { 1: [wire('2', '1')], 2: [wire('1', '2'), wire('2', '2')] };
    upstream = await startDocumentedUpstream({ getDepartmentList: respondWithLevel(circle, [wire('1', '0')]) });
    expect(await readDepartmentTree(upstream.koodrive)).toMatchObject({ count: 2, complete: true });
  });

  it('stops at six levels and at 1,000 departments, and reports that it is not complete', async () => {
    const endless = (url: string): object[] => {
      const departmentId = Number(new URL(url, 'http://upstream').searchParams.get('departmentId') ?? 0);
      return departmentId === 0 ? [wire('1', '0')] : [wire(String(departmentId + 1), String(departmentId))];
    };
    upstream = await startDocumentedUpstream({
      getDepartmentList: ({ url }) => ({ ...success, list: endless(url) }),
    });
    expect(await readDepartmentTree(upstream.koodrive)).toMatchObject({ count: 6, complete: false });
    await upstream.close();
    const many = Array.from({ length: 1500 }, (_, index) => wire(String(index + 10), '1'));
    upstream = await startDocumentedUpstream({ getDepartmentList: respondWithLevel({ 1: many }, [wire('1', '0')]) });
    expect(await readDepartmentTree(upstream.koodrive)).toMatchObject({ count: 1000, complete: false });
  });

  it('is empty if there are no departments', async () => {
    upstream = await startDocumentedUpstream({ getDepartmentList: { ...success, list: [] } });
    expect(await readDepartmentTree(upstream.koodrive)).toEqual({ items: [], count: 0, complete: true });
  });
});
