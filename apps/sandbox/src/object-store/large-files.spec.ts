import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDrive, type TestDrive } from '../state/test-drive.spec-support.js';
import {
  completeUploadRequest,
  createUpload,
  getDownloadUrl,
  partUrlOf,
  sendToObjectStore,
} from './test-client.spec-support.js';

describe('the object store with large files', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await createTestDrive();
  });
  afterEach(() => drive.close());

  it('does not buffer 256 MiB in memory', async () => {
    const length = 256 * 2 ** 20;
    const chunk = randomBytes(2 ** 20);
    const upload = await createUpload(drive, length, [{ partNumber: 1, partSize: length }]);
    const startRssBytes = process.memoryUsage().rss;
    let maxRssBytes = 0;
    const source = async function* (): AsyncGenerator<Buffer> {
      for (let sent = 0; sent < length; sent += chunk.length) {
        maxRssBytes = Math.max(maxRssBytes, process.memoryUsage().rss);
        yield chunk;
      }
    };
    const hash = createHash('sha256');
    for (let sent = 0; sent < length; sent += chunk.length) hash.update(chunk);
    const expected = hash.digest('hex');
    expect(
      (await sendToObjectStore('PUT', partUrlOf(upload), Readable.from(source()), { 'content-length': length })).status,
    ).toBe(200);
    await drive.call('jonas', 'completeFile', completeUploadRequest(upload, expected));
    const received = createHash('sha256');
    const response = await fetch(await getDownloadUrl(drive, String(upload.fileId)));
    for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
      received.update(bytes);
      maxRssBytes = Math.max(maxRssBytes, process.memoryUsage().rss);
    }
    expect(received.digest('hex')).toBe(expected);
    // Half of the file size: on a busy machine, uncollected garbage varies by tens of MiB.
    expect(maxRssBytes - startRssBytes).toBeLessThan(length / 2);
  }, 60_000);
});
