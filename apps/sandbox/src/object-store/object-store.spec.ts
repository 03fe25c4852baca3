import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { idOf, openTestDrive, type TestDrive } from '../state/test-drive.js';
import { completion, createUpload, linkTo, partUrl, put, send, sha256, type Sent } from './test-client.js';

describe('the object store', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await openTestDrive();
  });
  afterEach(() => drive.close());

  const seedLink = async (): Promise<string> => linkTo(drive, await idOf(drive, 'jonas', 'Documents/Welcome.txt'));

  it('takes a file in one part and gives the same bytes back', async () => {
    const bytes = randomBytes(100_000);
    const ticket = await createUpload(drive, bytes.length, [{ partNumber: 1, partSize: bytes.length }]);
    expect((await put(partUrl(ticket), bytes)).status).toBe(200);
    await drive.call('jonas', 'completeFile', completion(ticket, sha256(bytes)));
    const answer = await fetch(await linkTo(drive, String(ticket.fileId)));
    expect(sha256(Buffer.from(await answer.arrayBuffer()))).toBe(sha256(bytes));
    expect(drive.counters).toEqual({ puts: 1, gets: 1, refused: 0 });
  });

  it('signs addresses as S3 does, for an hour and for host and length', async () => {
    const ticket = await createUpload(drive, 10, [{ partNumber: 1, partSize: 10 }]);
    const query = new URL(partUrl(ticket)).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      partNumber: '1',
      uploadId: ticket.uploadId,
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Date': '20251103T070140Z',
      'X-Amz-Expires': '3600',
      'X-Amz-SignedHeaders': 'content-length;host',
    });
  });

  it('refuses another length than the one signed', async () => {
    const ticket = await createUpload(drive, 10, [{ partNumber: 1, partSize: 10 }]);
    expect(await put(partUrl(ticket), Buffer.alloc(11))).toMatchObject({
      status: 403,
      body: expect.stringContaining('SignatureDoesNotMatch'),
    });
    expect((await put(partUrl(ticket), Buffer.alloc(9))).status).toBe(403);
    expect(drive.counters.refused).toBe(2);
  });

  it('refuses chunks without a length', async () => {
    const ticket = await createUpload(drive, 10, [{ partNumber: 1, partSize: 10 }]);
    const sent = await send('PUT', partUrl(ticket), Readable.from([Buffer.alloc(10)]), {
      'transfer-encoding': 'chunked',
    });
    expect(sent).toMatchObject({ status: 411, body: expect.stringContaining('MissingContentLength') });
  });

  it('refuses an Authorization header', async () => {
    const url = await seedLink();
    expect((await send('GET', url, undefined, { authorization: 'Bearer x' })).status).toBe(400);
  });

  it('refuses an address that was changed, of another host, or without its signature', async () => {
    const url = await seedLink();
    const status = async (changed: string, headers = {}): Promise<number> =>
      (await send('GET', changed, undefined, headers)).status;
    expect(
      await status(url.replace(/X-Amz-Signature=./, (one) => one.slice(0, -1) + (one.endsWith('0') ? '1' : '0'))),
    ).toBe(403);
    expect(await status(url.replace('Welcome', 'Welcomf'))).toBe(403);
    expect(await status(url.replace('X-Amz-Expires=3600', 'X-Amz-Expires=999999'))).toBe(403);
    expect(await status(url, { host: 'elsewhere' })).toBe(403);
    expect(await status(url.replace(/&X-Amz-Signature=.*/, ''))).toBe(400);
    expect(await status(url)).toBe(200);
  });

  it('refuses an address after an hour', async () => {
    const url = await seedLink();
    drive.clock.advance(3_599_000);
    expect((await send('GET', url)).status).toBe(200);
    drive.clock.advance(1000);
    expect(await send('GET', url)).toMatchObject({ status: 403, body: expect.stringContaining('Request has expired') });
  });

  it('sends ranges, and says when one cannot be', async () => {
    const url = await seedLink();
    const whole = (await send('GET', url)).body;
    const range = (value: string): Promise<Sent> => send('GET', url, undefined, { range: value });
    expect(await range('bytes=3-6')).toMatchObject({
      status: 206,
      body: whole.slice(3, 7),
      headers: { 'content-range': `bytes 3-6/${whole.length}`, 'content-length': '4' },
    });
    expect((await range('bytes=5-')).body).toBe(whole.slice(5));
    expect((await range('bytes=-4')).body).toBe(whole.slice(-4));
    expect((await range('bytes=0-0,2-2')).status).toBe(200);
    expect(await range('bytes=5000-')).toMatchObject({
      status: 416,
      headers: { 'content-range': `bytes */${whole.length}` },
    });
  });

  it('answers HEAD with what GET would say, and no body', async () => {
    const url = await seedLink();
    const { headers, body } = await send('GET', url);
    const head = await send('HEAD', url);
    expect(head).toMatchObject({ status: 200, body: '' });
    expect([head.headers.etag, head.headers['content-length']]).toEqual([headers.etag, String(body.length)]);
  });

  it('names the download with a name that is percent-encoded twice in the address', async () => {
    const url = await linkTo(drive, await idOf(drive, 'jonas', '会议纪要.md'));
    expect(url).toContain(encodeURIComponent(`attachment; filename="${encodeURIComponent('会议纪要.md')}"`));
    const { headers } = await send('GET', url);
    expect(headers['content-disposition']).toBe(`attachment; filename="${encodeURIComponent('会议纪要.md')}"`);
  });
});
