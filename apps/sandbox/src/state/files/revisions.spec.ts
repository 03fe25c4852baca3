import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { idOf, openTestDrive, runJob, spaceOf, untilStored, type Json, type TestDrive } from '../test-drive.js';

describe('versions of a file', () => {
  let drive: TestDrive;
  let fileId: string;
  beforeEach(async () => {
    drive = await openTestDrive();
    fileId = await idOf(drive, 'jonas', 'Documents/Welcome.txt');
  });
  afterEach(() => drive.close());

  const file = (more = {}) => ({ body: { containerId: spaceOf('jonas'), fileId, ...more } });
  const list = async (): Promise<Json> => (await drive.call('jonas', 'listRevision', file())).revisionList as Json;

  const write = async (text: string): Promise<void> => {
    const multiParts = [{ partNumber: 1, partSize: text.length }];
    const wish = file({ length: text.length, uploadMode: 'multipart', uploadType: 1, keepPolicy: 1, multiParts });
    const ticket = await drive.call('jonas', 'createHistoryVersions', wish);
    await fetch(String(ticket.multiParts?.[0]?.uploadUrl), { method: 'PUT', body: text });
    await drive.call('jonas', 'completeFileRevision', { body: { fileId } });
  };

  it('begin with the file itself', async () => {
    const [only, ...others] = await list();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ revisionVersion: 1, latestVersion: true, createReason: 1, keepForever: false });
    expect(only?.revisionId).toMatch(/^\d{19}\.\d{19}$/);
  });

  it('are added in front, and the file is the newest', async () => {
    await write('second');
    expect((await list()).map((one) => [one.revisionVersion, one.latestVersion, one.keepForever])).toEqual([
      [2, true, true],
      [1, false, false],
    ]);
    const detail = await drive.call('jonas', 'getFile', { path: { fileId }, body: { containerId: spaceOf('jonas') } });
    expect(detail).toMatchObject({ size: 6 });
  });

  it('can be read, each with its own bytes', async () => {
    await write('second');
    const revisionId = (await list())[1]?.revisionId;
    const one = await drive.call('jonas', 'getRevision', file({ revisionId }));
    expect(await (await fetch(String(one.downloadUrl))).text()).toContain('Welcome to the drive');
    expect(await drive.refusal('jonas', 'getRevision', file({ revisionId: '1.1' }))).toBe(13000309);
  });

  it('are restored as a new version', async () => {
    await write('second');
    await drive.call('jonas', 'restoreRevision', file({ revisionId: (await list())[1]?.revisionId }));
    expect((await list()).map((one) => [one.revisionVersion, one.createReason])).toEqual([
      [3, 2],
      [2, 1],
      [1, 1],
    ]);
  });

  it('keep the restored content when the version it came from is deleted', async () => {
    await write('second');
    const past = (await list())[1]?.revisionId;
    await drive.call('jonas', 'restoreRevision', file({ revisionId: past }));
    await drive.call('jonas', 'deleteRevision', file({ revisionId: past }));
    const body = { containerId: spaceOf('jonas'), fileIds: [fileId] };
    const { downloads } = await drive.call('jonas', 'getDownLoadUrl', { body });
    expect(await (await fetch(String(downloads?.[0]?.url))).text()).toContain('Welcome to the drive');
  });

  it('are kept and deleted, the current one excepted', async () => {
    await write('second');
    const [current, past] = await list();
    await drive.call('jonas', 'updateRevision', file({ revisionId: past?.revisionId, keepForever: true }));
    expect((await list())[1]?.keepForever).toBe(true);
    expect(await drive.refusal('jonas', 'deleteRevision', file({ revisionId: current?.revisionId }))).toBe(13000102);
    await drive.call('jonas', 'deleteRevision', file({ revisionId: past?.revisionId }));
    expect(await list()).toHaveLength(1);
  });

  it('leave nothing behind when the file is deleted for good', async () => {
    const stored = (await readdir(drive.dataFolder)).length;
    await write('second');
    await write('third');
    await runJob(drive, 'jonas', { taskType: 2, actionType: 202, fileIds: [fileId] });
    // The first content was the file's own: one fewer than before.
    await untilStored(drive, stored - 1);
    expect(await drive.refusal('jonas', 'listRevision', file())).toBe(13000309);
  });
});
