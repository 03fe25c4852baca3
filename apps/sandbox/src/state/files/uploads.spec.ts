import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  getFileId,
  listFileNames,
  createTestFolder,
  createTestDrive,
  runJob,
  getUserContainerId,
  waitForStoredFiles,
  type LooseJson,
  type TestDrive,
} from '../test-drive.spec-support.js';

const mebibyteBytes = 2 ** 20;
const gibibyteBytes = 2 ** 30;

describe('uploads', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await createTestDrive();
  });
  afterEach(() => drive.close());

  const input = (overrides = {}) => {
    const body = {
      containerId: getUserContainerId('jonas'),
      parentFolder: ['root'],
      fileName: 'a.txt',
      fileType: '45',
      length: 3,
    };
    return { body: { ...body, uploadMode: 'multipart', uploadType: 1, autoRename: 3, ...overrides } };
  };
  const getCode = (overrides: object): Promise<number | undefined> =>
    drive.getErrorCode('jonas', 'createFile', input(overrides));

  /** Uploads a text as a file: begins the upload, sends the bytes and completes it. */
  const upload = async (overrides: object = {}, text = 'abc'): Promise<LooseJson> => {
    const bytes = Buffer.from(text);
    const multiParts = [{ partNumber: 1, partSize: bytes.length }];
    const begun = await drive.call('jonas', 'createFile', input({ length: bytes.length, multiParts, ...overrides }));
    await fetch(String(begun.multiParts?.[0]?.uploadUrl), { method: 'PUT', body: bytes });
    await drive.call('jonas', 'completeFile', { body: { fileId: begun.fileId } });
    return begun;
  };

  it('resolves the alias of the root folder, and lists the file only after completion', async () => {
    const begun = await drive.call('jonas', 'createFile', input());
    expect(begun).toMatchObject({
      rapidUpload: false,
      fileName: 'a.txt',
      parentFolder: [`DEUI7pa0C24Aroot${getUserContainerId('jonas')}`],
    });
    expect(await listFileNames(drive, 'jonas')).not.toContain('a.txt');
    await upload({ fileName: 'b.txt' });
    expect(await listFileNames(drive, 'jonas')).toContain('b.txt');
  });

  it('rejects a taken name, renames the file or reuses an identical one, depending on autoRename', async () => {
    const sha256 = createHash('sha256').update('abc').digest('hex');
    const first = await upload();
    expect(await getCode({ autoRename: 3 })).toBe(13000405);
    expect((await drive.call('jonas', 'createFile', input({ autoRename: 2 }))).fileName).toBe('a_20251103070140.txt');
    const identical = await drive.call('jonas', 'createFile', input({ autoRename: 4, sha256 }));
    expect(identical).toMatchObject({ exist: true, fileId: first.fileId });
    const other = await drive.call('jonas', 'createFile', input({ autoRename: 4, sha256: '0'.repeat(64) }));
    expect(other).toMatchObject({ fileName: 'a_20251103070140.txt' });
    expect(other).not.toHaveProperty('exist');
  });

  it('checks the name again at completion', async () => {
    const beginAndSend = async () => {
      const multiParts = [{ partNumber: 1, partSize: 3 }];
      const begun = await drive.call('jonas', 'createFile', input({ multiParts }));
      await fetch(String(begun.multiParts?.[0]?.uploadUrl), { method: 'PUT', body: 'abc' });
      return { body: { fileId: begun.fileId } };
    };
    const [one, two] = [await beginAndSend(), await beginAndSend()];
    expect(await drive.getErrorCode('jonas', 'completeFile', one)).toBeUndefined();
    expect(await drive.getErrorCode('jonas', 'completeFile', two)).toBe(13000405);
  });

  it('checks the quota at the beginning, and charges it at completion', async () => {
    expect(await getCode({ length: 11 * gibibyteBytes })).toBe(13000311);
    const used = async (): Promise<number> => {
      const path = { containerId: getUserContainerId('jonas') };
      return Number((await drive.call('jonas', 'getSpaceByContainerID', { path })).data?.spaceUsed);
    };
    const before = await used();
    await upload({}, 'x'.repeat(2048));
    expect(await used()).toBe(before + 2);
  });

  it('rejects a folder in the recycle bin, at the beginning and at completion', async () => {
    const folder = await createTestFolder(drive, 'jonas', 'target');
    const multiParts = [{ partNumber: 1, partSize: 3 }];
    const begun = await drive.call('jonas', 'createFile', input({ parentFolder: [folder], multiParts }));
    await fetch(String(begun.multiParts?.[0]?.uploadUrl), { method: 'PUT', body: 'abc' });
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [folder] });
    expect(await getCode({ parentFolder: [folder] })).toBe(13000404);
    expect(await drive.getErrorCode('jonas', 'completeFile', { body: { fileId: begun.fileId } })).toBe(13000404);
  });

  it('can only be continued by the user who began the upload', async () => {
    const begun = await drive.call('jonas', 'createFile', input());
    expect(await drive.getErrorCode('fang', 'completeFile', { body: { fileId: begun.fileId } })).toBe(13000401);
    const body = { fileId: 'Fnone', multiParts: [{ partNumber: 1, partSize: 3 }] };
    expect(await drive.getErrorCode('jonas', 'uploadUrl', { body })).toBe(13000401);
  });

  it('rejects parts that break the rules for sizes, offsets and hash contexts', async () => {
    const words = [1, 2, 3, 4, 5, 6, 7, 8];
    const length = 20 * mebibyteBytes;
    const parts = (...multiParts: object[]) => getCode({ length, multiParts });
    expect(
      await parts({ partNumber: 1, partSize: mebibyteBytes }, { partNumber: 2, partSize: 19 * mebibyteBytes }),
    ).toBe(13000102);
    expect(
      await parts({ partNumber: 1, partSize: 10 * mebibyteBytes }, { partNumber: 1, partSize: 10 * mebibyteBytes }),
    ).toBe(13000102);
    expect(await parts({ partNumber: 1, partSize: 21 * mebibyteBytes })).toBe(13000102);
    expect(await parts({ partNumber: 2, partSize: 10 * mebibyteBytes, partOffset: 10 * mebibyteBytes })).toBe(13000102);
    expect(
      await parts({ partNumber: 2, partSize: 10 * mebibyteBytes, partOffset: 10 * mebibyteBytes, hashCtx: [1] }),
    ).toBe(13000102);
    const odd = { partNumber: 2, partSize: 6 * mebibyteBytes + 1, partOffset: 10 * mebibyteBytes, hashCtx: words };
    expect(await parts(odd)).toBe(13000102);
    expect(await parts({ ...odd, partSize: 6 * mebibyteBytes })).toBeUndefined();
  });

  it('rejects the completion if fewer bytes were sent than declared', async () => {
    const begun = await drive.call(
      'jonas',
      'createFile',
      input({ length: 5, multiParts: [{ partNumber: 1, partSize: 3 }] }),
    );
    await fetch(String(begun.multiParts?.[0]?.uploadUrl), { method: 'PUT', body: 'abc' });
    expect(await drive.getErrorCode('jonas', 'completeFile', { body: { fileId: begun.fileId } })).toBe(13000402);
  });

  it('accepts an empty file without a part', async () => {
    const begun = await drive.call('jonas', 'createFile', input({ length: 0 }));
    await drive.call('jonas', 'completeFile', { body: { fileId: begun.fileId } });
    const body = { containerId: getUserContainerId('jonas') };
    const file = await drive.call('jonas', 'getFile', { path: { fileId: String(begun.fileId) }, body });
    expect(file).toMatchObject({ size: 0 });
  });

  it('completes instantly only with the option instantUpload and a proof code', async () => {
    const sha256 = createHash('sha256').update('abc').digest('hex');
    await upload();
    const withProof = input({ autoRename: 2, sha256, proofCode: 'proof' });
    expect((await drive.call('jonas', 'createFile', withProof)).rapidUpload).toBe(false);
    await drive.close();
    drive = await createTestDrive({ instantUpload: true });
    await upload();
    expect((await drive.call('jonas', 'createFile', input({ autoRename: 2, sha256 }))).rapidUpload).toBe(false);
    expect((await drive.call('jonas', 'createFile', withProof)).rapidUpload).toBe(true);
    expect(await listFileNames(drive, 'jonas')).toContain('a_20251103070140.txt');
  });

  it('stores identical bytes once, and deletes them with the last file', async () => {
    const stored = async (): Promise<number> => (await readdir(drive.dataFolder)).length;
    const before = await stored();
    const first = await upload({ fileName: 'one.txt' }, 'the same');
    const second = await upload({ fileName: 'two.txt' }, 'the same');
    const targetFolder = await createTestFolder(drive, 'jonas', 'copies');
    await runJob(drive, 'jonas', { taskType: 1, fileIds: [String(first.fileId)], targetFolder });
    expect(await stored()).toBe(before + 1);
    await runJob(drive, 'jonas', {
      taskType: 2,
      actionType: 202,
      fileIds: [String(first.fileId), String(second.fileId)],
    });
    expect(await stored()).toBe(before + 1);
    await runJob(drive, 'jonas', { taskType: 2, actionType: 202, fileIds: [targetFolder] });
    await waitForStoredFiles(drive, before);
  });
});

describe('download links', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await createTestDrive();
  });
  afterEach(() => drive.close());

  it('returns batch code 1 for all, 0 for some and 2 for no links, with a code for each file', async () => {
    const trip = await getFileId(drive, 'jonas', 'trip.zip');
    const documents = await getFileId(drive, 'jonas', 'Documents');
    const links = (...fileIds: string[]): Promise<LooseJson> =>
      drive.call('jonas', 'getDownLoadUrl', { body: { containerId: getUserContainerId('jonas'), fileIds } });
    expect((await links(trip)).batchCode).toBe(1);
    const some = await links(trip, documents, 'Fnone', await getFileId(drive, 'fang', 'trip.zip'));
    expect(some.batchCode).toBe(0);
    expect(some.downloads?.map((link) => link.code)).toEqual(['0', '13000406', '13000309', '13000302']);
    expect((await links(documents)).batchCode).toBe(2);
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [trip] });
    expect((await links(trip)).downloads?.[0]?.code).toBe('13000306');
  });
});
