import { describe, expect, it } from '@jest/globals';
import { operationTable } from '../generated/operations.js';
import type { PagedOperationId, Paging } from '../operation.js';
import { buildPageInput, type PagePosition, readPage } from './page-position.js';

const paging = (operation: PagedOperationId): Paging => operationTable[operation].paging;
const read = (operation: PagedOperationId, body: object, position?: PagePosition, limit = 2) =>
  readPage(operation, paging(operation), { ...body }, position, limit);

describe('buildPageInput', () => {
  it.each<[string, PagedOperationId, PagePosition | undefined, object]>([
    ['numbers', 'getTeamSpaceList', { offset: 4 }, { limit: 2, offset: 4 }],
    ['numbers as text', 'getUserList', { offset: 4 }, { limit: '2', offset: '4' }],
    ['numbers as text, from the beginning', 'getUserList', undefined, { limit: '2', offset: '0' }],
    ['a cursor in the query', 'listShareByMe', { cursor: 'c' }, { pageSize: 2, pageCursor: 'c' }],
    ['no cursor at the beginning', 'listShareByMe', undefined, { pageSize: 2 }],
    ['an empty cursor when one is required', 'getUserGroupList', undefined, { pageSize: 2, pageCursor: '' }],
    ['a cursor in the body', 'listChanges', { cursor: 'c' }, { pageSize: 2, cursor: 'c' }],
    ['a cursor in pageInfo', 'getPersonalFiles', { cursor: 'c' }, { pageInfo: { pageSize: 2, pageCursor: 'c' } }],
    ['an empty cursor in pageInfo', 'Search', undefined, { pageInfo: { pageSize: 2, pageCursor: '' } }],
    ['a size called count', 'getUserPermissionList', undefined, { count: 2 }],
    ['a page number', 'listAuditLogs', undefined, { pageInfo: { pageSize: 2, pageNum: 0 } }],
    [
      'a page number with the page size it was counted with',
      'listAuditLogs',
      { page: 3, size: 50 },
      { pageInfo: { pageSize: 50, pageNum: 3 } },
    ],
  ])('selects a page by %s', (_how, operation, position, expected) => {
    expect(buildPageInput(paging(operation), position, 2)).toEqual(expected);
  });
});

describe('the next position of readPage', () => {
  it.each<[string, PagedOperationId, object, PagePosition | undefined, PagePosition | undefined]>([
    ['offset: entries left', 'getUserList', { list: [1, 2], total: 3 }, undefined, { offset: 2 }],
    ['offset: no entries left', 'getUserList', { list: [1], total: 3 }, { offset: 2 }, undefined],
    ['offset: total as text', 'getDepartmentSpaceList', { departments: [1, 2], total: '3' }, undefined, { offset: 2 }],
    ['offset: a short page before the end', 'getUserList', { list: [1], total: 5 }, undefined, { offset: 2 }],
    ['offset: an empty page before the end', 'getUserList', { list: [], total: 5 }, { offset: 2 }, { offset: 4 }],
    ['offset: an impossible total', 'getUserList', { list: [1, 2], total: 0 }, undefined, { offset: 2 }],
    ['offset without total: a full page', 'getJobList', { data: [1, 2] }, undefined, { offset: 2 }],
    ['offset without total: a short page', 'getJobList', { data: [1] }, { offset: 2 }, undefined],
    ['offset: no list', 'getSpaceUsageByQuota', {}, undefined, undefined],
    ['cursor', 'getPersonalFiles', { files: [1], nextCursor: 'n' }, undefined, { cursor: 'n' }],
    [
      'cursor: an empty page before the end',
      'getPersonalFiles',
      { files: [], nextCursor: 'n' },
      undefined,
      { cursor: 'n' },
    ],
    ['cursor: absent at the end', 'getPersonalFiles', { files: [1, 2] }, { cursor: 'c' }, undefined],
    ['cursor: empty at the end', 'Search', { files: [1, 2], nextPageCursor: '' }, { cursor: 'c' }, undefined],
    ['cursor: null at the end', 'listMessages', { messages: [], nextCursor: null }, { cursor: 'c' }, undefined],
    [
      'cursor as a number',
      'getTaskLIst',
      { taskListDtos: [1], nextCursor: 1723549107000 },
      undefined,
      { cursor: '1723549107000' },
    ],
    [
      'cursor and hasMore',
      'listChanges',
      { fileChangeList: [], nextCursor: 'n', hasMore: true },
      undefined,
      { cursor: 'n' },
    ],
    [
      'a cursor, but hasMore is false',
      'listChanges',
      { fileChangeList: [1], nextCursor: 'n', hasMore: false },
      undefined,
      undefined,
    ],
    ['page numbers', 'listAuditLogs', { logInfoList: [1, 2], total: 3 }, undefined, { page: 1, size: 2 }],
    ['the last page', 'listAuditLogs', { logInfoList: [1], total: 3 }, { page: 1, size: 2 }, undefined],
  ])('%s', (_what, operation, body, position, next) => {
    expect(read(operation, body, position).next).toEqual(next);
  });

  it('is an error when it equals the current position', () => {
    const body = { files: [1], nextCursor: 'c' };
    expect(() => read('getPersonalFiles', body, { cursor: 'c' })).toThrow(
      expect.objectContaining({ name: 'UpstreamProtocolError', violation: 'paging' }),
    );
  });

  it('is an error when hasMore is true but there is no cursor', () => {
    expect(() => read('listChanges', { fileChangeList: [1], hasMore: true })).toThrow(
      expect.objectContaining({ violation: 'paging' }),
    );
  });
});

describe('the content of a page', () => {
  it('is read from either name of the list', () => {
    expect(read('getTaskLIst', { taskList: [1] }).items).toEqual([1]);
    expect(read('getTaskLIst', { taskListDtos: [1] }).items).toEqual([1]);
  });

  it('is an error when the list is not an array', () => {
    expect(() => read('getPersonalFiles', { files: { id: 'F' } })).toThrow(
      expect.objectContaining({ violation: 'paging' }),
    );
  });

  it('includes the total as a number when the operation has one', () => {
    expect(read('getUserSpaceList', { users: [], total: '12' }).total).toBe(12);
    expect(read('getUserSpaceList', { users: [], total: 'many' }).total).toBeUndefined();
    expect(read('getPersonalFiles', { files: [], total: 12 }).total).toBeUndefined();
  });
});

describe('the paging column of the table', () => {
  const rows = Object.entries(operationTable).filter(([, row]) => row.paging !== null);

  it('has 27 rows', () => expect(rows).toHaveLength(27));

  it.each(rows)('%s names existing members', (_operation, { paging: row, responseMembers, parameters, body }) => {
    if (!row) return;
    const inputMembers: readonly string[] = row.in === 'query' ? parameters.query : (body ?? []);
    const sent = row.in === 'pageInfo' ? ['pageInfo'] : Object.keys(buildPageInput(row, { offset: 0 }, 1));
    expect(inputMembers).toEqual(expect.arrayContaining(sent));
    expect(responseMembers).toContain(row.items);
  });
});
