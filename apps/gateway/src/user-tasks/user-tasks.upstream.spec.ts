import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import type { StartUserTaskBody } from './user-tasks.dto.js';
import {
  listUserTasks,
  readImportResult,
  readTransferRecipient,
  readUserTask,
  toCreateTaskInput,
} from './user-tasks.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream?.close());

const success = { code: 0, msg: 'success' };
const page = { limit: 10 };

describe('a task about users', () => {
  it('is read from the documented example, which has the code as a number', async () => {
    upstream = await startDocumentedUpstream();
    expect(await readUserTask(upstream.koodrive, '1534087020903704704')).toEqual({
      id: '1534087020903704704',
      action: 'hand-over-and-delete',
      status: 'failed',
      name: 'lym0412normal',
      userId: '1395497048157130881',
      upstreamCode: '18000205',
      createdAt: undefined,
      startedAt: undefined,
      finishedAt: undefined,
    });
  });

  it('has no failure code if it succeeded', async () => {
    const getTaskDetail = { ...success, taskId: '1', taskType: 1, status: 2, resultCode: '0' };
    upstream = await startDocumentedUpstream({ getTaskDetail });
    const task = await readUserTask(upstream.koodrive, '1');
    expect(task).toMatchObject({ action: 'import', status: 'succeeded' });
    expect(task.upstreamCode).toBeUndefined();
  });

  it('throws for an unknown task type', async () => {
    upstream = await startDocumentedUpstream({ getTaskDetail: { ...success, taskId: '1', taskType: 9, status: 0 } });
    await expect(readUserTask(upstream.koodrive, '1')).rejects.toMatchObject({ code: 'upstream-protocol' });
  });
});

describe('the list of tasks', () => {
  it('is read from the documented example, which has another name for the list and a number as the cursor', async () => {
    upstream = await startDocumentedUpstream();
    const first = await listUserTasks(upstream.koodrive, page);
    expect(first.items).toMatchObject([
      { id: '1486254586942472064', status: 'succeeded', createdAt: '2024-08-12T07:22:33.000Z' },
      { id: '1486368980720435072', status: 'succeeded' },
    ]);
    await listUserTasks(upstream.koodrive, { ...page, cursor: first.nextCursor ?? '' }).catch(() => undefined);
    expect(upstream.requestsFor('getTaskLIst')[1]?.query).toContain('pageCursor=1723549107000');
  });

  it('is read with the member name of the table and a cursor as text', async () => {
    const taskList = [{ taskId: '1', taskType: 0, status: 0 }];
    upstream = await startDocumentedUpstream({ getTaskLIst: { code: '0', taskList, nextCursor: '17' } });
    const { items, nextCursor } = await listUserTasks(upstream.koodrive, {
      ...page,
      action: 'hand-over-and-delete',
      status: 'waiting',
    });
    expect(items).toMatchObject([{ id: '1', status: 'waiting' }]);
    expect(nextCursor).not.toBeNull();
    expect(upstream.requestsFor('getTaskLIst')[0]?.query).toBe('taskType=0&status=0&pageSize=10');
  });
});

describe('the start of a task', () => {
  const transferBody: StartUserTaskBody = { action: 'hand-over-and-delete', userId: '1', receiverId: '2' };
  const importBody: StartUserTaskBody = {
    action: 'import',
    checkResultId: '3',
    organizationId: '4',
    organizationUserId: '5',
  };

  it('sends the fields of its action', () => {
    expect(toCreateTaskInput(transferBody)).toEqual({ taskType: 0, srcUserId: '1', dstUserId: '2' });
    expect(toCreateTaskInput(importBody)).toEqual({ taskType: 1, resultId: '3', orgId: '4', orgUserId: '5' });
  });

  it.each([
    ['an import without fields', { action: 'import' } as const],
    ['a transfer without fields', { action: 'hand-over-and-delete' } as const],
    ['fields of both actions', { ...transferBody, organizationId: '4' }],
    ['the same user twice', { ...transferBody, receiverId: '1' }],
  ])('rejects %s', (_title, body) => {
    expect(() => toCreateTaskInput(body)).toThrow('invalid-input');
  });
});

describe('the result of an import', () => {
  it('is read from the documented example, which has a failure without a reason', async () => {
    upstream = await startDocumentedUpstream();
    expect(await readImportResult(upstream.koodrive, '1215215')).toEqual({
      importedCount: 1,
      failedCount: 1,
      failures: [{ name: 'ss', reason: undefined }],
    });
    expect(upstream.requestsFor('getTaskResult')[0]?.query).toBe('taskId=1215215');
  });

  it('is read without code and msg, as in the table', async () => {
    upstream = await startDocumentedUpstream({ getTaskResult: { data: { successCount: 2, failCount: 0 } } });
    expect(await readImportResult(upstream.koodrive, '1')).toEqual({
      importedCount: 2,
      failedCount: 0,
      failures: [],
    });
  });
});

describe('the recipient of an ownership transfer', () => {
  it('is read from the documented example', async () => {
    upstream = await startDocumentedUpstream();
    expect(await readTransferRecipient(upstream.koodrive, '1397687227244555008')).toEqual({
      id: '1507947856550550784',
      name: 'zujian2',
    });
  });

  it('is not found if the response has no id', async () => {
    upstream = await startDocumentedUpstream({ getHandoverDstUserInfo: { ...success, id: '' } });
    await expect(readTransferRecipient(upstream.koodrive, '1')).rejects.toMatchObject({ code: 'not-found' });
  });
});
