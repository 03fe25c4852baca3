import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { publicOperations, signedInOperations } from './link-operations.js';
import { listLinkFiles, toCreateBatchTaskInput, toLinkJob, toShareLink } from './share-links.upstream.js';

let upstream: DocumentedUpstream | undefined;
afterEach(async () => {
  await upstream?.close();
  upstream = undefined;
});

const success = { code: 0, msg: 'success' };
const files = [{ id: 'F1', fileName: 'a.txt', fileType: '45', size: 7, editedTime: '2026-01-01T00:00:00.000Z' }];

describe('a link', () => {
  it('has the sharer and the status of the share', () => {
    const wire = { shareId: '7', shortUrl: '8', ownerId: '9', ownerName: 'Mei', status: 0 as const, expireDate: '3' };
    expect(toShareLink(wire, '8', true)).toMatchObject({
      id: '7',
      code: '8',
      status: 'active',
      unlocked: true,
      sharedBy: { id: '9', name: 'Mei' },
    });
  });

  it('lists its files with token and view in the body, and continues with another token', async () => {
    upstream = await startDocumentedUpstream({
      listShareFiles: ({ body }) =>
        body.toString('utf8').includes('pageCursor')
          ? { ...success, files }
          : { ...success, files, nextCursor: 'next' },
    });
    const { koodrive } = upstream;
    const query = { limit: 10, parent: 'F0', q: 'a', sort: '-modifiedAt' };
    const first = await listLinkFiles(signedInOperations, koodrive, '8', query, { token: 'one', countsAsView: true });
    expect(first.items).toMatchObject([{ id: 'F1', kind: 'file', size: 7, modifiedAt: '2026-01-01T00:00:00.000Z' }]);
    const cursor = first.nextCursor ?? '';
    await listLinkFiles(signedInOperations, koodrive, '8', { ...query, cursor }, { token: 'two', countsAsView: false });
    const [firstBody, secondBody] = upstream
      .requestsFor('listShareFiles')
      .map(({ body }) => JSON.parse(body) as object);
    const listInput = { shortUrl: '8', parentFolder: 'F0', fileName: 'a', sortType: 4, sortDirection: 2, pageSize: 10 };
    expect(firstBody).toEqual({ ...listInput, kdstoken: 'one', refreshCount: true });
    expect(secondBody).toEqual({ ...listInput, kdstoken: 'two', pageCursor: 'next' });
    const otherLink = listLinkFiles(
      signedInOperations,
      koodrive,
      '9',
      { ...query, cursor },
      { token: 'two', countsAsView: false },
    );
    await expect(otherLink).rejects.toThrow();
  });
});

describe('the public operations', () => {
  it('read a task with a query, and send the name of the agent', async () => {
    const jobInfo = {
      taskId: '5',
      taskType: 1,
      taskStatus: 2,
      taskResultCode: 1,
      downloadUrl: 'https://store.example/y',
    };
    upstream = await startDocumentedUpstream({ getBatchTaskPublic: { ...success, jobInfo } });
    const task = await publicOperations('Carrier').readTask(upstream.koodrive, { shareId: '7', taskId: '5' });
    expect(toLinkJob(task, '8')).toMatchObject({
      id: '5',
      result: 'succeeded',
      url: 'https://store.example/y',
      entries: undefined,
    });
    expect(upstream.requestsFor('getBatchTaskPublic')[0]?.query).toBe('shareId=7&taskId=5');
  });
});

describe('a job on files behind a link', () => {
  const jobInfo = { taskId: '5', taskType: 2, taskStatus: 2, taskResultCode: 2, createTime: '20260101083000' } as const;
  const entry = { fileId: 'F1', status: '1', newFileId: 'F9' } as const;

  it('accepts its entries as one object and as a list', async () => {
    const readJob = async (taskInfos: object): Promise<ReturnType<typeof toLinkJob>> => {
      upstream = await startDocumentedUpstream({ getBatchTaskPublic: { ...success, jobInfo, taskInfos } });
      const operations = publicOperations('Carrier');
      return toLinkJob(await operations.readTask(upstream.koodrive, { shareId: '7', taskId: '5' }), '8');
    };
    const job = await readJob(entry);
    await upstream?.close();
    expect(job).toMatchObject({
      action: 'save',
      status: 'completed',
      result: 'partly-failed',
      progress: 100,
      createdAt: '2026-01-01T08:30:00.000Z',
      entries: [{ id: 'F1', status: 'done', newId: 'F9' }],
    });
    expect((await readJob([entry, { fileId: 'F2', status: '2' }])).entries).toMatchObject([
      { status: 'done' },
      { id: 'F2', status: 'failed', problem: { code: 'refused-by-upstream' } },
    ]);
  });

  it('has no result before its end', () => {
    const running = toLinkJob({ jobInfo: { ...jobInfo, taskStatus: 1, progress: 70 } }, '8');
    expect(running).toMatchObject({ status: 'running', result: undefined, progress: 70 });
  });

  it('is started with a target for save, and with an archive name for package', () => {
    const request = { fileIds: ['F1'], shareId: '7', spaceId: 'S1' };
    const target = { fileId: 'root', containerId: 'S2' };
    expect(toCreateBatchTaskInput({ ...request, action: 'save', target }, 'token')).toEqual({
      taskType: 2,
      shareId: '7',
      containerId: 'S1',
      fileIds: ['F1'],
      targetFileId: target,
      kdstoken: 'token',
    });
    expect(toCreateBatchTaskInput({ ...request, action: 'package' }, undefined)).toEqual({
      taskType: 1,
      shareId: '7',
      containerId: 'S1',
      fileIds: ['F1'],
      zipName: '7.zip',
    });
  });
});
