import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDrive, type TestDrive } from '../state/test-drive.js';
import { completion, createUpload, linkTo, partUrl, send } from './test-client.js';

describe('large files', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await openTestDrive();
  });
  afterEach(() => drive.close());

  it('keeps memory flat while 256 MiB go through', async () => {
    const length = 256 * 2 ** 20;
    const chunk = randomBytes(2 ** 20);
    const ticket = await createUpload(drive, length, [{ partNumber: 1, partSize: length }]);
    const start = process.memoryUsage().rss;
    let most = 0;
    const source = async function* (): AsyncGenerator<Buffer> {
      for (let sent = 0; sent < length; sent += chunk.length) {
        most = Math.max(most, process.memoryUsage().rss);
        yield chunk;
      }
    };
    const hash = createHash('sha256');
    for (let sent = 0; sent < length; sent += chunk.length) hash.update(chunk);
    const expected = hash.digest('hex');
    expect((await send('PUT', partUrl(ticket), Readable.from(source()), { 'content-length': length })).status).toBe(
      200,
    );
    await drive.call('jonas', 'completeFile', completion(ticket, expected));
    const got = createHash('sha256');
    const answer = await fetch(await linkTo(drive, String(ticket.fileId)));
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      got.update(part);
      most = Math.max(most, process.memoryUsage().rss);
    }
    expect(got.digest('hex')).toBe(expected);
    // Half of what went each way: what waits to be collected moves by tens of MiB where the machine is busy.
    expect(most - start).toBeLessThan(length / 2);
  }, 60_000);
});
