import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  idOf,
  listNames,
  makeFolder,
  openTestDrive,
  runJob,
  spaceOf,
  untilStored,
  type Json,
  type TestDrive,
} from '../test-drive.js';

const MIB = 2 ** 20;

describe('uploads', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await openTestDrive();
  });
  afterEach(() => drive.close());

  const input = (more = {}) => {
    const body = {
      containerId: spaceOf('jonas'),
      parentFolder: ['root'],
      fileName: 'a.txt',
      fileType: '45',
      length: 3,
    };
    return { body: { ...body, uploadMode: 'multipart', uploadType: 1, autoRename: 3, ...more } };
  };
  const refused = (more: object): Promise<number | undefined> => drive.refusal('jonas', 'createFile', input(more));

  /** Sends the bytes `abc` (or others) as a file, all the way. */
  const upload = async (more: object = {}, text = 'abc'): Promise<Json> => {
    const bytes = Buffer.from(text);
    const multiParts = [{ partNumber: 1, partSize: bytes.length }];
    const ticket = await drive.call('jonas', 'createFile', input({ length: bytes.length, multiParts, ...more }));
    await fetch(String(ticket.multiParts?.[0]?.uploadUrl), { method: 'PUT', body: bytes });
    await drive.call('jonas', 'completeFile', { body: { fileId: ticket.fileId } });
    return ticket;
  };

  it('resolve the root, and show the file only when complete', async () => {
    const ticket = await drive.call('jonas', 'createFile', input());
    expect(ticket).toMatchObject({
      rapidUpload: false,
      fileName: 'a.txt',
      parentFolder: [`DEUI7pa0C24Aroot${spaceOf('jonas')}`],
    });
    expect(await listNames(drive, 'jonas')).not.toContain('a.txt');
    await upload({ fileName: 'b.txt' });
    expect(await listNames(drive, 'jonas')).toContain('b.txt');
  });

  it('refuse, rename or skip a taken name, as autoRename says', async () => {
    const sha256 = createHash('sha256').update('abc').digest('hex');
    const first = await upload();
    expect(await refused({ autoRename: 3 })).toBe(13000405);
    expect((await drive.call('jonas', 'createFile', input({ autoRename: 2 }))).fileName).toBe('a_20251103070140.txt');
    const same = await drive.call('jonas', 'createFile', input({ autoRename: 4, sha256 }));
    expect(same).toMatchObject({ exist: true, fileId: first.fileId });
    const other = await drive.call('jonas', 'createFile', input({ autoRename: 4, sha256: '0'.repeat(64) }));
    expect(other).toMatchObject({ fileName: 'a_20251103070140.txt' });
    expect(other).not.toHaveProperty('exist');
  });

  it('look at the name again when they are completed', async () => {
    const begin = async () => {
      const multiParts = [{ partNumber: 1, partSize: 3 }];
      const ticket = await drive.call('jonas', 'createFile', input({ multiParts }));
      await fetch(String(ticket.multiParts?.[0]?.uploadUrl), { method: 'PUT', body: 'abc' });
      return { body: { fileId: ticket.fileId } };
    };
    const [one, two] = [await begin(), await begin()];
    expect(await drive.refusal('jonas', 'completeFile', one)).toBeUndefined();
    expect(await drive.refusal('jonas', 'completeFile', two)).toBe(13000405);
  });

  it('take what fits the quota, at the beginning and at the end', async () => {
    const GIB = 2 ** 30;
    expect(await refused({ length: 11 * GIB })).toBe(13000311);
    const used = async (): Promise<number> => {
      const path = { containerId: spaceOf('jonas') };
      return Number((await drive.call('jonas', 'getSpaceByContainerID', { path })).data?.spaceUsed);
    };
    const before = await used();
    await upload({}, 'x'.repeat(2048));
    expect(await used()).toBe(before + 2);
  });

  it('are refused into a recycled folder, when they begin and when they end', async () => {
    const folder = await makeFolder(drive, 'jonas', 'target');
    const multiParts = [{ partNumber: 1, partSize: 3 }];
    const ticket = await drive.call('jonas', 'createFile', input({ parentFolder: [folder], multiParts }));
    await fetch(String(ticket.multiParts?.[0]?.uploadUrl), { method: 'PUT', body: 'abc' });
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [folder] });
    expect(await refused({ parentFolder: [folder] })).toBe(13000404);
    expect(await drive.refusal('jonas', 'completeFile', { body: { fileId: ticket.fileId } })).toBe(13000404);
  });

  it('are known to who began them only', async () => {
    const ticket = await drive.call('jonas', 'createFile', input());
    expect(await drive.refusal('fang', 'completeFile', { body: { fileId: ticket.fileId } })).toBe(13000401);
    const body = { fileId: 'Fnone', multiParts: [{ partNumber: 1, partSize: 3 }] };
    expect(await drive.refusal('jonas', 'uploadUrl', { body })).toBe(13000401);
  });

  it('hold parts to their rules', async () => {
    const words = [1, 2, 3, 4, 5, 6, 7, 8];
    const length = 20 * MIB;
    const parts = (...multiParts: object[]) => refused({ length, multiParts });
    expect(await parts({ partNumber: 1, partSize: MIB }, { partNumber: 2, partSize: 19 * MIB })).toBe(13000102);
    expect(await parts({ partNumber: 1, partSize: 10 * MIB }, { partNumber: 1, partSize: 10 * MIB })).toBe(13000102);
    expect(await parts({ partNumber: 1, partSize: 21 * MIB })).toBe(13000102);
    expect(await parts({ partNumber: 2, partSize: 10 * MIB, partOffset: 10 * MIB })).toBe(13000102);
    expect(await parts({ partNumber: 2, partSize: 10 * MIB, partOffset: 10 * MIB, hashCtx: [1] })).toBe(13000102);
    const odd = { partNumber: 2, partSize: 6 * MIB + 1, partOffset: 10 * MIB, hashCtx: words };
    expect(await parts(odd)).toBe(13000102);
    expect(await parts({ ...odd, partSize: 6 * MIB })).toBeUndefined();
  });

  it('are not complete when fewer bytes came than were declared', async () => {
    const ticket = await drive.call(
      'jonas',
      'createFile',
      input({ length: 5, multiParts: [{ partNumber: 1, partSize: 3 }] }),
    );
    await fetch(String(ticket.multiParts?.[0]?.uploadUrl), { method: 'PUT', body: 'abc' });
    expect(await drive.refusal('jonas', 'completeFile', { body: { fileId: ticket.fileId } })).toBe(13000402);
  });

  it('take an empty file without a part', async () => {
    const ticket = await drive.call('jonas', 'createFile', input({ length: 0 }));
    await drive.call('jonas', 'completeFile', { body: { fileId: ticket.fileId } });
    const body = { containerId: spaceOf('jonas') };
    const file = await drive.call('jonas', 'getFile', { path: { fileId: String(ticket.fileId) }, body });
    expect(file).toMatchObject({ size: 0 });
  });

  it('are never instant unless the sandbox is told so, and then need a proof', async () => {
    const sha256 = createHash('sha256').update('abc').digest('hex');
    await upload();
    const wish = input({ autoRename: 2, sha256, proofCode: 'proof' });
    expect((await drive.call('jonas', 'createFile', wish)).rapidUpload).toBe(false);
    await drive.close();
    drive = await openTestDrive({ instantUpload: true });
    await upload();
    expect((await drive.call('jonas', 'createFile', input({ autoRename: 2, sha256 }))).rapidUpload).toBe(false);
    expect((await drive.call('jonas', 'createFile', wish)).rapidUpload).toBe(true);
    expect(await listNames(drive, 'jonas')).toContain('a_20251103070140.txt');
  });

  it('store bytes once, and forget them with the last file that has them', async () => {
    const stored = async (): Promise<number> => (await readdir(drive.dataFolder)).length;
    const before = await stored();
    const first = await upload({ fileName: 'one.txt' }, 'the same');
    const second = await upload({ fileName: 'two.txt' }, 'the same');
    const to = await makeFolder(drive, 'jonas', 'copies');
    await runJob(drive, 'jonas', { taskType: 1, fileIds: [String(first.fileId)], to });
    expect(await stored()).toBe(before + 1);
    await runJob(drive, 'jonas', {
      taskType: 2,
      actionType: 202,
      fileIds: [String(first.fileId), String(second.fileId)],
    });
    expect(await stored()).toBe(before + 1);
    await runJob(drive, 'jonas', { taskType: 2, actionType: 202, fileIds: [to] });
    await untilStored(drive, before);
  });
});

describe('download links', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await openTestDrive();
  });
  afterEach(() => drive.close());

  it('tell all (1), some (0) and none (2) apart, with a code for each file', async () => {
    const trip = await idOf(drive, 'jonas', 'trip.zip');
    const documents = await idOf(drive, 'jonas', 'Documents');
    const links = (...fileIds: string[]): Promise<Json> =>
      drive.call('jonas', 'getDownLoadUrl', { body: { containerId: spaceOf('jonas'), fileIds } });
    expect((await links(trip)).batchCode).toBe(1);
    const some = await links(trip, documents, 'Fnone', await idOf(drive, 'fang', 'trip.zip'));
    expect(some.batchCode).toBe(0);
    expect(some.downloads?.map((link) => link.code)).toEqual(['0', '13000406', '13000309', '13000302']);
    expect((await links(documents)).batchCode).toBe(2);
    await runJob(drive, 'jonas', { taskType: 2, actionType: 201, fileIds: [trip] });
    expect((await links(trip)).downloads?.[0]?.code).toBe('13000306');
  });
});
