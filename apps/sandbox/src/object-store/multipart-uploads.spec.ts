import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDrive, waitForStoredFiles, type TestDrive } from '../state/test-drive.spec-support.js';
import { minPartBytes } from './multipart-uploads.js';
import { resumeSha256, readSha256State } from './sha256-state.js';
import {
  completeUploadRequest,
  createUpload,
  getDownloadUrl,
  partUrlOf,
  putBytes,
  sendToObjectStore,
  sha256Hex,
} from './test-client.spec-support.js';

describe('parts of a multipart upload', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await createTestDrive();
  });
  afterEach(() => drive.close());

  const mebibyteBytes = 2 ** 20;
  const bytes = randomBytes(2 * minPartBytes + 1000);
  const partBytes = [
    bytes.subarray(0, minPartBytes),
    bytes.subarray(minPartBytes, 2 * minPartBytes),
    bytes.subarray(2 * minPartBytes),
  ] as const;
  const plannedParts = partBytes.map((part, i) => ({ partNumber: i + 1, partSize: part.length }));

  /** The same parts. All but the first have the hash context of the bytes before them. */
  const planParallelParts = async (): Promise<unknown[]> => {
    const hash = await resumeSha256();
    let partOffset = 0;
    return partBytes.map((part, i) => {
      const planned = i === 0 ? plannedParts[i] : { ...plannedParts[i], partOffset, hashCtx: readSha256State(hash) };
      hash.update(part);
      partOffset += part.length;
      return planned;
    });
  };

  it('are required in order without a hash context', async () => {
    const upload = await createUpload(drive, bytes.length, plannedParts);
    expect(await putBytes(partUrlOf(upload, 1), partBytes[1])).toMatchObject({
      status: 400,
      body: expect.stringContaining('InvalidPartOrder'),
    });
    for (const [i, part] of partBytes.entries()) expect((await putBytes(partUrlOf(upload, i), part)).status).toBe(200);
    await drive.call('jonas', 'completeFile', completeUploadRequest(upload, sha256Hex(bytes)));
    const url = await getDownloadUrl(drive, String(upload.fileId));
    const response = await sendToObjectStore('GET', url, undefined, {
      range: `bytes=${minPartBytes - 2}-${2 * minPartBytes + 1}`,
    });
    expect(response.body).toBe(bytes.subarray(minPartBytes - 2, 2 * minPartBytes + 2).toString('latin1'));
  });

  it('can be sent again before the next part', async () => {
    const upload = await createUpload(drive, bytes.length, plannedParts);
    for (const i of [0, 0, 1, 2, 2] as const)
      expect((await putBytes(partUrlOf(upload, i), partBytes[i])).status).toBe(200);
    await drive.call('jonas', 'completeFile', completeUploadRequest(upload, sha256Hex(bytes)));
    expect(await drive.getErrorCode('jonas', 'completeFile', completeUploadRequest(upload))).toBe(13000401);
  });

  it('are accepted in any order with the hash context of the bytes before them', async () => {
    const upload = await createUpload(drive, bytes.length, await planParallelParts());
    expect(new URL(partUrlOf(upload, 1)).searchParams.get('X-Amz-Iteration-Hash-Ctx')).toMatch(/^eyJtZF9sZW4iOjMy/);
    for (const i of [2, 0, 1] as const) expect((await putBytes(partUrlOf(upload, i), partBytes[i])).status).toBe(200);
    await drive.call('jonas', 'completeFile', completeUploadRequest(upload, sha256Hex(bytes)));
  });

  it('with a wrong hash context make the completion fail', async () => {
    const parts = await planParallelParts();
    const wrong = { ...(parts[1] as object), hashCtx: [1, 2, 3, 4, 5, 6, 7, 8] };
    const upload = await createUpload(drive, bytes.length, [parts[0], wrong, parts[2]]);
    for (const [i, part] of partBytes.entries()) await putBytes(partUrlOf(upload, i), part);
    expect(await drive.getErrorCode('jonas', 'completeFile', completeUploadRequest(upload))).toBe(13000402);
  });

  it('can be sent in parallel when the URLs with hash contexts are signed after the first part was sent', async () => {
    const parts = await planParallelParts();
    const upload = await createUpload(drive, bytes.length, [plannedParts[0]]);
    await putBytes(partUrlOf(upload), partBytes[0]);
    const added = await drive.call('jonas', 'uploadUrl', {
      body: { fileId: upload.fileId, multiParts: parts.slice(1) },
    });
    await putBytes(partUrlOf(added, 1), partBytes[2]);
    await putBytes(partUrlOf(added, 0), partBytes[1]);
    await drive.call('jonas', 'completeFile', completeUploadRequest(upload, sha256Hex(bytes)));
  });

  it('can be sent after a completion failed because of a missing part', async () => {
    const upload = await createUpload(drive, bytes.length, await planParallelParts());
    await putBytes(partUrlOf(upload, 0), partBytes[0]);
    await putBytes(partUrlOf(upload, 2), partBytes[2]);
    expect(await drive.getErrorCode('jonas', 'completeFile', completeUploadRequest(upload))).toBe(13000402);
    await putBytes(partUrlOf(upload, 1), partBytes[1]);
    expect(await drive.getErrorCode('jonas', 'completeFile', completeUploadRequest(upload, '0'.repeat(64)))).toBe(
      13000402,
    );
    expect(
      await drive.getErrorCode('jonas', 'completeFile', completeUploadRequest(upload, sha256Hex(bytes))),
    ).toBeUndefined();
  });

  it('leave no file when the caller closes the connection', async () => {
    const upload = await createUpload(drive, bytes.length, plannedParts);
    const fileCount = (await readdir(drive.dataFolder)).length;
    const request = httpRequest(partUrlOf(upload), { method: 'PUT', headers: { 'content-length': minPartBytes } });
    request.on('error', () => undefined).write(bytes.subarray(0, mebibyteBytes));
    await waitForStoredFiles(drive, fileCount + 1);
    request.destroy();
    await waitForStoredFiles(drive, fileCount);
    expect(drive.counters.puts).toBe(0);
  });

  it('are rejected without an open upload', async () => {
    const upload = await createUpload(drive, 10, [{ partNumber: 1, partSize: 10 }]);
    await drive.backend.reset();
    expect((await putBytes(partUrlOf(upload), Buffer.alloc(10))).status).toBe(403);
  });
});
