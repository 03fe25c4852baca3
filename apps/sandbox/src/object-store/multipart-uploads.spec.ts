import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDrive, untilStored, type TestDrive } from '../state/test-drive.js';
import { SMALLEST_PART } from './multipart-uploads.js';
import { resumeSha256, wordsOf } from './sha256-words.js';
import { completion, createUpload, linkTo, partUrl, put, send, sha256 } from './test-client.js';

describe('parts of an upload', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await openTestDrive();
  });
  afterEach(() => drive.close());

  const MIB = 2 ** 20;
  const bytes = randomBytes(2 * SMALLEST_PART + 1000);
  const cut = [
    bytes.subarray(0, SMALLEST_PART),
    bytes.subarray(SMALLEST_PART, 2 * SMALLEST_PART),
    bytes.subarray(2 * SMALLEST_PART),
  ] as const;
  const sizes = cut.map((part, i) => ({ partNumber: i + 1, partSize: part.length }));

  const inParallel = async (): Promise<unknown[]> => {
    const hash = await resumeSha256();
    let partOffset = 0;
    return cut.map((part, i) => {
      const planned = { ...sizes[i], ...(i > 0 && { partOffset, hashCtx: wordsOf(hash) }) };
      hash.update(part);
      partOffset += part.length;
      return planned;
    });
  };

  it('come one after another when they carry no hash context', async () => {
    const ticket = await createUpload(drive, bytes.length, sizes);
    expect(await put(partUrl(ticket, 1), cut[1])).toMatchObject({
      status: 400,
      body: expect.stringContaining('InvalidPartOrder'),
    });
    for (const [i, part] of cut.entries()) expect((await put(partUrl(ticket, i), part)).status).toBe(200);
    await drive.call('jonas', 'completeFile', completion(ticket, sha256(bytes)));
    const link = await linkTo(drive, String(ticket.fileId));
    const got = await send('GET', link, undefined, { range: `bytes=${SMALLEST_PART - 2}-${2 * SMALLEST_PART + 1}` });
    expect(got.body).toBe(bytes.subarray(SMALLEST_PART - 2, 2 * SMALLEST_PART + 2).toString('latin1'));
  });

  it('may be sent again before the ones after them', async () => {
    const ticket = await createUpload(drive, bytes.length, sizes);
    for (const i of [0, 0, 1, 2, 2] as const) expect((await put(partUrl(ticket, i), cut[i])).status).toBe(200);
    await drive.call('jonas', 'completeFile', completion(ticket, sha256(bytes)));
    expect(await drive.refusal('jonas', 'completeFile', completion(ticket))).toBe(13000401);
  });

  it('come in any order when they carry the hash context of what is before them', async () => {
    const ticket = await createUpload(drive, bytes.length, await inParallel());
    expect(new URL(partUrl(ticket, 1)).searchParams.get('X-Amz-Iteration-Hash-Ctx')).toMatch(/^eyJtZF9sZW4iOjMy/);
    for (const i of [2, 0, 1] as const) expect((await put(partUrl(ticket, i), cut[i])).status).toBe(200);
    await drive.call('jonas', 'completeFile', completion(ticket, sha256(bytes)));
  });

  it('are found out when a hash context is wrong', async () => {
    const parts = await inParallel();
    const wrong = { ...(parts[1] as object), hashCtx: [1, 2, 3, 4, 5, 6, 7, 8] };
    const ticket = await createUpload(drive, bytes.length, [parts[0], wrong, parts[2]]);
    for (const [i, part] of cut.entries()) await put(partUrl(ticket, i), part);
    expect(await drive.refusal('jonas', 'completeFile', completion(ticket))).toBe(13000402);
  });

  it('are known to be parallel even when the addresses with contexts come after the first part', async () => {
    const parts = await inParallel();
    const ticket = await createUpload(drive, bytes.length, [sizes[0]]);
    await put(partUrl(ticket), cut[0]);
    const more = await drive.call('jonas', 'uploadUrl', {
      body: { fileId: ticket.fileId, multiParts: parts.slice(1) },
    });
    await put(partUrl(more, 1), cut[2]);
    await put(partUrl(more, 0), cut[1]);
    await drive.call('jonas', 'completeFile', completion(ticket, sha256(bytes)));
  });

  it('can be sent after a completion that found one missing', async () => {
    const ticket = await createUpload(drive, bytes.length, await inParallel());
    await put(partUrl(ticket, 0), cut[0]);
    await put(partUrl(ticket, 2), cut[2]);
    expect(await drive.refusal('jonas', 'completeFile', completion(ticket))).toBe(13000402);
    await put(partUrl(ticket, 1), cut[1]);
    expect(await drive.refusal('jonas', 'completeFile', completion(ticket, '0'.repeat(64)))).toBe(13000402);
    expect(await drive.refusal('jonas', 'completeFile', completion(ticket, sha256(bytes)))).toBeUndefined();
  });

  it('leave nothing on disk when the caller goes away in the middle', async () => {
    const ticket = await createUpload(drive, bytes.length, sizes);
    const before = (await readdir(drive.dataFolder)).length;
    const request = httpRequest(partUrl(ticket), { method: 'PUT', headers: { 'content-length': SMALLEST_PART } });
    request.on('error', () => undefined).write(bytes.subarray(0, MIB));
    await untilStored(drive, before + 1);
    request.destroy();
    await untilStored(drive, before);
    expect(drive.counters.puts).toBe(0);
  });

  it('need an upload that was begun', async () => {
    const ticket = await createUpload(drive, 10, [{ partNumber: 1, partSize: 10 }]);
    await drive.state.reset();
    expect((await put(partUrl(ticket), Buffer.alloc(10))).status).toBe(403);
  });
});
