import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import type { StartUserTaskBody } from './user-tasks.dto.js';
import { listUserTasks, readImportResult, readReceiver, readUserTask, startInput } from './user-tasks.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream?.close());

const success = { code: 0, msg: 'success' };
const page = { limit: 10 };

describe('a task about users', () => {
  it('is read from the documented example, whose code is a number', async () => {
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

  it('says no code of a failure where none happened', async () => {
    const getTaskDetail = { ...success, taskId: '1', taskType: 1, status: 2, resultCode: '0' };
    upstream = await startDocumentedUpstream({ getTaskDetail });
    const task = await readUserTask(upstream.koodrive, '1');
    expect(task).toMatchObject({ action: 'import', status: 'succeeded' });
    expect(task.upstreamCode).toBeUndefined();
  });

  it('is not understood without a kind that is known', async () => {
    upstream = await startDocumentedUpstream({ getTaskDetail: { ...success, taskId: '1', taskType: 9, status: 0 } });
    await expect(readUserTask(upstream.koodrive, '1')).rejects.toMatchObject({ code: 'upstream-protocol' });
  });
});

describe('the list of tasks', () => {
  it('is read from the documented example, with its own name for the list and a number for a cursor', async () => {
    upstream = await startDocumentedUpstream();
    const first = await listUserTasks(upstream.koodrive, page);
    expect(first.items).toMatchObject([
      { id: '1486254586942472064', status: 'succeeded', createdAt: '2024-08-12T07:22:33.000Z' },
      { id: '1486368980720435072', status: 'succeeded' },
    ]);
    await listUserTasks(upstream.koodrive, { ...page, cursor: first.nextCursor ?? '' }).catch(() => undefined);
    expect(upstream.sent('getTaskLIst')[1]?.query).toContain('pageCursor=1723549107000');
  });

  it('is read under the name of the table, with a cursor as text', async () => {
    const taskList = [{ taskId: '1', taskType: 0, status: 0 }];
    upstream = await startDocumentedUpstream({ getTaskLIst: { code: '0', taskList, nextCursor: '17' } });
    const { items, nextCursor } = await listUserTasks(upstream.koodrive, {
      ...{ ...page, action: 'hand-over-and-delete', status: 'waiting' },
    });
    expect(items).toMatchObject([{ id: '1', status: 'waiting' }]);
    expect(nextCursor).not.toBeNull();
    expect(upstream.sent('getTaskLIst')[0]?.query).toBe('taskType=0&status=0&pageSize=10');
  });
});

describe('the start of a task', () => {
  const handOver: StartUserTaskBody = { action: 'hand-over-and-delete', userId: '1', receiverId: '2' };
  const imported: StartUserTaskBody = {
    ...{ action: 'import', checkResultId: '3', organizationId: '4', organizationUserId: '5' },
  };

  it('sends what its kind takes', () => {
    expect(startInput(handOver)).toEqual({ taskType: 0, srcUserId: '1', dstUserId: '2' });
    expect(startInput(imported)).toEqual({ taskType: 1, resultId: '3', orgId: '4', orgUserId: '5' });
  });

  it.each([
    ['nothing for an import', { action: 'import' } as const],
    ['nothing for a hand-over', { action: 'hand-over-and-delete' } as const],
    ['fields of both', { ...handOver, organizationId: '4' }],
    ['one user for both', { ...handOver, receiverId: '1' }],
  ])('refuses %s', (_what, body) => {
    expect(() => startInput(body)).toThrow('invalid-input');
  });
});

describe('what an import came to', () => {
  it('is read from the documented example, where the failure has no reason', async () => {
    upstream = await startDocumentedUpstream();
    expect(await readImportResult(upstream.koodrive, '1215215')).toEqual({
      ...{ importedCount: 1, failedCount: 1, failures: [{ name: 'ss', reason: undefined }] },
    });
    expect(upstream.sent('getTaskResult')[0]?.query).toBe('taskId=1215215');
  });

  it('is read without code and text, as the table has it', async () => {
    upstream = await startDocumentedUpstream({ getTaskResult: { data: { successCount: 2 } } });
    expect(await readImportResult(upstream.koodrive, '1')).toEqual({ importedCount: 2, failedCount: 0, failures: [] });
  });
});

describe('the receiver of a hand-over', () => {
  it('is read from the documented example', async () => {
    upstream = await startDocumentedUpstream();
    expect(await readReceiver(upstream.koodrive, '1397687227244555008')).toEqual({
      ...{ id: '1507947856550550784', name: 'zujian2' },
    });
  });

  it('is not found where nobody is named', async () => {
    upstream = await startDocumentedUpstream({ getHandoverDstUserInfo: { ...success, id: '' } });
    await expect(readReceiver(upstream.koodrive, '1')).rejects.toMatchObject({ code: 'not-found' });
  });
});
