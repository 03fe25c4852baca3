import { describe, expect, it } from '@jest/globals';
import { operationTable } from '../generated/operations.js';
import type { PagedOperationId, Paging } from '../operation.js';
import { pageInput, type Position, readPage } from './position.js';

const paging = (operation: PagedOperationId): Paging => operationTable[operation].paging;
const read = (operation: PagedOperationId, body: object, position: Position | null = null, limit = 2) =>
  readPage(operation, paging(operation), { ...body }, position, limit);

describe('how a page is asked for', () => {
  it.each<[string, PagedOperationId, Position | null, object]>([
    ['numbers', 'getTeamSpaceList', { offset: 4 }, { limit: 2, offset: 4 }],
    ['numbers as text', 'getUserList', { offset: 4 }, { limit: '2', offset: '4' }],
    ['numbers as text, from the beginning', 'getUserList', null, { limit: '2', offset: '0' }],
    ['a cursor in the query', 'listShareByMe', { cursor: 'c' }, { pageSize: 2, pageCursor: 'c' }],
    ['no cursor at the beginning', 'listShareByMe', null, { pageSize: 2 }],
    ['an empty cursor where one is mandatory', 'getUserGroupList', null, { pageSize: 2, pageCursor: '' }],
    ['a cursor in the body', 'listChanges', { cursor: 'c' }, { pageSize: 2, cursor: 'c' }],
    ['a cursor in pageInfo', 'getPersonalFiles', { cursor: 'c' }, { pageInfo: { pageSize: 2, pageCursor: 'c' } }],
    ['an empty cursor in pageInfo', 'Search', null, { pageInfo: { pageSize: 2, pageCursor: '' } }],
    ['a size called count', 'getUserPermissionList', null, { count: 2 }],
    ['the number of a page', 'listAuditLogs', null, { pageInfo: { pageSize: 2, pageNum: 0 } }],
    [
      'the number of a page, of the size it was counted in',
      'listAuditLogs',
      { page: 3, size: 50 },
      { pageInfo: { pageSize: 50, pageNum: 3 } },
    ],
  ])('by %s', (_how, operation, position, expected) => {
    expect(pageInput(paging(operation), position, 2)).toEqual(expected);
  });
});

describe('where the next page begins', () => {
  it.each<[string, PagedOperationId, object, Position | null, Position | null]>([
    ['offset: more than was seen', 'getUserList', { list: [1, 2], total: 3 }, null, { offset: 2 }],
    ['offset: all was seen', 'getUserList', { list: [1], total: 3 }, { offset: 2 }, null],
    ['offset: total as text', 'getDepartmentSpaceList', { departments: [1, 2], total: '3' }, null, { offset: 2 }],
    ['offset: a short page before the end', 'getUserList', { list: [1], total: 5 }, null, { offset: 2 }],
    ['offset: an empty page before the end', 'getUserList', { list: [], total: 5 }, { offset: 2 }, { offset: 4 }],
    ['offset: a total that cannot be', 'getUserList', { list: [1, 2], total: 0 }, null, { offset: 2 }],
    ['offset without total: a full page', 'getJobList', { data: [1, 2] }, null, { offset: 2 }],
    ['offset without total: a short page', 'getJobList', { data: [1] }, { offset: 2 }, null],
    ['offset: no list at all', 'getSpaceUsageByQuota', {}, null, null],
    ['cursor', 'getPersonalFiles', { files: [1], nextCursor: 'n' }, null, { cursor: 'n' }],
    ['cursor: an empty page before the end', 'getPersonalFiles', { files: [], nextCursor: 'n' }, null, { cursor: 'n' }],
    ['cursor: absent at the end', 'getPersonalFiles', { files: [1, 2] }, { cursor: 'c' }, null],
    ['cursor: empty at the end', 'Search', { files: [1, 2], nextPageCursor: '' }, { cursor: 'c' }, null],
    ['cursor: null at the end', 'listMessages', { messages: [], nextCursor: null }, { cursor: 'c' }, null],
    [
      'cursor as a number',
      'getTaskLIst',
      { taskListDtos: [1], nextCursor: 1723549107000 },
      null,
      { cursor: '1723549107000' },
    ],
    [
      'cursor and hasMore',
      'listChanges',
      { fileChangeList: [], nextCursor: 'n', hasMore: true },
      null,
      { cursor: 'n' },
    ],
    ['a cursor, but nothing more', 'listChanges', { fileChangeList: [1], nextCursor: 'n', hasMore: false }, null, null],
    ['page numbers', 'listAuditLogs', { logInfoList: [1, 2], total: 3 }, null, { page: 1, size: 2 }],
    ['the last page', 'listAuditLogs', { logInfoList: [1], total: 3 }, { page: 1, size: 2 }, null],
  ])('%s', (_what, operation, body, position, next) => {
    expect(read(operation, body, position).next).toEqual(next);
  });

  it('is an error when it is where this one began', () => {
    const body = { files: [1], nextCursor: 'c' };
    expect(() => read('getPersonalFiles', body, { cursor: 'c' })).toThrow(
      expect.objectContaining({ name: 'UpstreamProtocolError', breach: 'page' }),
    );
  });

  it('is an error when there is more, but no cursor to it', () => {
    expect(() => read('listChanges', { fileChangeList: [1], hasMore: true })).toThrow(
      expect.objectContaining({ breach: 'page' }),
    );
  });
});

describe('what a page holds', () => {
  it('is found under either name of the list', () => {
    expect(read('getTaskLIst', { taskList: [1] }).items).toEqual([1]);
    expect(read('getTaskLIst', { taskListDtos: [1] }).items).toEqual([1]);
  });

  it('is an error when the list is none', () => {
    expect(() => read('getPersonalFiles', { files: { id: 'F' } })).toThrow(expect.objectContaining({ breach: 'page' }));
  });

  it('comes with the total as a number, where there is one', () => {
    expect(read('getUserSpaceList', { users: [], total: '12' }).total).toBe(12);
    expect(read('getUserSpaceList', { users: [], total: 'many' }).total).toBeUndefined();
    expect(read('getPersonalFiles', { files: [], total: 12 }).total).toBeUndefined();
  });
});

describe('the paging column of the table', () => {
  const rows = Object.entries(operationTable).filter(([, row]) => row.paging !== null);

  it('has 27 rows', () => expect(rows).toHaveLength(27));

  it.each(rows)('%s names members that are there', (_operation, { paging: row, answer, parameters, body }) => {
    if (!row) return;
    const place: readonly string[] = row.in === 'query' ? parameters.query : (body ?? []);
    const sent = row.in === 'pageInfo' ? ['pageInfo'] : Object.keys(pageInput(row, { offset: 0 }, 1));
    expect(place).toEqual(expect.arrayContaining(sent));
    expect(answer).toContain(row.items);
  });
});
