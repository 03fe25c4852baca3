import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  getFileId,
  createTestDrive,
  runJob,
  getUserContainerId,
  waitForStoredFiles,
  type LooseJson,
  type TestDrive,
} from '../test-drive.spec-support.js';

describe('file versions', () => {
  let drive: TestDrive;
  let fileId: string;
  beforeEach(async () => {
    drive = await createTestDrive();
    fileId = await getFileId(drive, 'jonas', 'Documents/Welcome.txt');
  });
  afterEach(() => drive.close());

  const fileInput = (overrides = {}) => ({ body: { containerId: getUserContainerId('jonas'), fileId, ...overrides } });
  const listRevisions = async (): Promise<LooseJson> =>
    (await drive.call('jonas', 'listRevision', fileInput())).revisionList as LooseJson;

  const write = async (text: string): Promise<void> => {
    const multiParts = [{ partNumber: 1, partSize: text.length }];
    const input = fileInput({ length: text.length, uploadMode: 'multipart', uploadType: 1, keepPolicy: 1, multiParts });
    const upload = await drive.call('jonas', 'createHistoryVersions', input);
    await fetch(String(upload.multiParts?.[0]?.uploadUrl), { method: 'PUT', body: text });
    await drive.call('jonas', 'completeFileRevision', { body: { fileId } });
  };

  it('lists the file itself as the first version', async () => {
    const [first, ...others] = await listRevisions();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ revisionVersion: 1, latestVersion: true, createReason: 1, keepForever: false });
    expect(first?.revisionId).toMatch(/^\d{19}\.\d{19}$/);
  });

  it('adds a new version as the current one', async () => {
    await write('second');
    expect((await listRevisions()).map((one) => [one.revisionVersion, one.latestVersion, one.keepForever])).toEqual([
      [2, true, true],
      [1, false, false],
    ]);
    const detail = await drive.call('jonas', 'getFile', {
      path: { fileId },
      body: { containerId: getUserContainerId('jonas') },
    });
    expect(detail).toMatchObject({ size: 6 });
  });

  it('returns the content of a previous version', async () => {
    await write('second');
    const revisionId = (await listRevisions())[1]?.revisionId;
    const one = await drive.call('jonas', 'getRevision', fileInput({ revisionId }));
    expect(await (await fetch(String(one.downloadUrl))).text()).toContain('Welcome to the drive');
    expect(await drive.getErrorCode('jonas', 'getRevision', fileInput({ revisionId: '1.1' }))).toBe(13000309);
  });

  it('restores a previous version as a new version', async () => {
    await write('second');
    await drive.call('jonas', 'restoreRevision', fileInput({ revisionId: (await listRevisions())[1]?.revisionId }));
    expect((await listRevisions()).map((one) => [one.revisionVersion, one.createReason])).toEqual([
      [3, 2],
      [2, 1],
      [1, 1],
    ]);
  });

  it('keeps the restored content after the deletion of its previous version', async () => {
    await write('second');
    const past = (await listRevisions())[1]?.revisionId;
    await drive.call('jonas', 'restoreRevision', fileInput({ revisionId: past }));
    await drive.call('jonas', 'deleteRevision', fileInput({ revisionId: past }));
    const body = { containerId: getUserContainerId('jonas'), fileIds: [fileId] };
    const { downloads } = await drive.call('jonas', 'getDownLoadUrl', { body });
    expect(await (await fetch(String(downloads?.[0]?.url))).text()).toContain('Welcome to the drive');
  });

  it('marks a previous version to keep it forever and deletes it, but not the current version', async () => {
    await write('second');
    const [current, past] = await listRevisions();
    await drive.call('jonas', 'updateRevision', fileInput({ revisionId: past?.revisionId, keepForever: true }));
    expect((await listRevisions())[1]?.keepForever).toBe(true);
    expect(await drive.getErrorCode('jonas', 'deleteRevision', fileInput({ revisionId: current?.revisionId }))).toBe(
      13000102,
    );
    await drive.call('jonas', 'deleteRevision', fileInput({ revisionId: past?.revisionId }));
    expect(await listRevisions()).toHaveLength(1);
  });

  it('deletes the content of all versions when the file is deleted permanently', async () => {
    const stored = (await readdir(drive.dataFolder)).length;
    await write('second');
    await write('third');
    await runJob(drive, 'jonas', { taskType: 2, actionType: 202, fileIds: [fileId] });
    // The content of the first version existed before, so there is one file less.
    await waitForStoredFiles(drive, stored - 1);
    expect(await drive.getErrorCode('jonas', 'listRevision', fileInput())).toBe(13000309);
  });
});
