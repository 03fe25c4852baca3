import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { getFileId, createTestDrive, type TestDrive } from '../state/test-drive.spec-support.js';
import {
  completeUploadRequest,
  createUpload,
  getDownloadUrl,
  partUrlOf,
  putBytes,
  sendToObjectStore,
  sha256Hex,
  type ObjectStoreResponse,
} from './test-client.spec-support.js';

describe('the object store', () => {
  let drive: TestDrive;
  beforeEach(async () => {
    drive = await createTestDrive();
  });
  afterEach(() => drive.close());

  const getSeedFileUrl = async (): Promise<string> =>
    getDownloadUrl(drive, await getFileId(drive, 'jonas', 'Documents/Welcome.txt'));

  it('stores a file sent in one part and returns the same bytes', async () => {
    const bytes = randomBytes(100_000);
    const upload = await createUpload(drive, bytes.length, [{ partNumber: 1, partSize: bytes.length }]);
    expect((await putBytes(partUrlOf(upload), bytes)).status).toBe(200);
    await drive.call('jonas', 'completeFile', completeUploadRequest(upload, sha256Hex(bytes)));
    const response = await fetch(await getDownloadUrl(drive, String(upload.fileId)));
    expect(sha256Hex(Buffer.from(await response.arrayBuffer()))).toBe(sha256Hex(bytes));
    expect(drive.counters).toEqual({ puts: 1, gets: 1, downloadedBytes: bytes.length, refused: 0 });
  });

  it('signs URLs as S3 does, for an hour, with host and content length', async () => {
    const upload = await createUpload(drive, 10, [{ partNumber: 1, partSize: 10 }]);
    const query = new URL(partUrlOf(upload)).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      partNumber: '1',
      uploadId: upload.uploadId,
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Date': '20251103T070140Z',
      'X-Amz-Expires': '3600',
      'X-Amz-SignedHeaders': 'content-length;host',
    });
  });

  it('rejects a content length that is not the signed one', async () => {
    const upload = await createUpload(drive, 10, [{ partNumber: 1, partSize: 10 }]);
    expect(await putBytes(partUrlOf(upload), Buffer.alloc(11))).toMatchObject({
      status: 403,
      body: expect.stringContaining('SignatureDoesNotMatch'),
    });
    expect((await putBytes(partUrlOf(upload), Buffer.alloc(9))).status).toBe(403);
    expect(drive.counters.refused).toBe(2);
  });

  it('rejects a chunked upload without a content length', async () => {
    const upload = await createUpload(drive, 10, [{ partNumber: 1, partSize: 10 }]);
    const response = await sendToObjectStore('PUT', partUrlOf(upload), Readable.from([Buffer.alloc(10)]), {
      'transfer-encoding': 'chunked',
    });
    expect(response).toMatchObject({ status: 411, body: expect.stringContaining('MissingContentLength') });
  });

  it('rejects an Authorization header', async () => {
    const url = await getSeedFileUrl();
    expect((await sendToObjectStore('GET', url, undefined, { authorization: 'Bearer x' })).status).toBe(400);
  });

  it('rejects a URL that was changed, is of another host or has no signature', async () => {
    const url = await getSeedFileUrl();
    const status = async (changed: string, headers = {}): Promise<number> =>
      (await sendToObjectStore('GET', changed, undefined, headers)).status;
    expect(
      await status(url.replace(/X-Amz-Signature=./, (match) => match.slice(0, -1) + (match.endsWith('0') ? '1' : '0'))),
    ).toBe(403);
    expect(await status(url.replace('Welcome', 'Welcomf'))).toBe(403);
    expect(await status(url.replace('X-Amz-Expires=3600', 'X-Amz-Expires=999999'))).toBe(403);
    expect(await status(url, { host: 'elsewhere' })).toBe(403);
    expect(await status(url.replace(/&X-Amz-Signature=.*/, ''))).toBe(400);
    expect(await status(url)).toBe(200);
  });

  it('rejects a URL after an hour', async () => {
    const url = await getSeedFileUrl();
    drive.clock.advance(3_599_000);
    expect((await sendToObjectStore('GET', url)).status).toBe(200);
    drive.clock.advance(1000);
    expect(await sendToObjectStore('GET', url)).toMatchObject({
      status: 403,
      body: expect.stringContaining('Request has expired'),
    });
  });

  it('sends ranges and responds 416 to an unsatisfiable range', async () => {
    const url = await getSeedFileUrl();
    const content = (await sendToObjectStore('GET', url)).body;
    const range = (value: string): Promise<ObjectStoreResponse> =>
      sendToObjectStore('GET', url, undefined, { range: value });
    expect(await range('bytes=3-6')).toMatchObject({
      status: 206,
      body: content.slice(3, 7),
      headers: { 'content-range': `bytes 3-6/${content.length}`, 'content-length': '4' },
    });
    expect((await range('bytes=5-')).body).toBe(content.slice(5));
    expect((await range('bytes=-4')).body).toBe(content.slice(-4));
    expect((await range('bytes=0-0,2-2')).status).toBe(200);
    expect(await range('bytes=5000-')).toMatchObject({
      status: 416,
      headers: { 'content-range': `bytes */${content.length}` },
    });
  });

  it('evaluates the conditions that OBS documents, and no If-Range', async () => {
    const url = await getSeedFileUrl();
    const { headers: first } = await sendToObjectStore('GET', url);
    const { etag = '', 'last-modified': date = '' } = first;
    const status = async (headers: Record<string, string>): Promise<number> =>
      (await sendToObjectStore('GET', url, undefined, headers)).status;
    const earlier = new Date(Date.parse(date) - 1000).toUTCString();
    expect(await status({ 'if-match': etag, 'if-unmodified-since': earlier })).toBe(200);
    expect(await status({ 'if-match': '"x"' })).toBe(412);
    expect(await status({ 'if-unmodified-since': date })).toBe(200);
    expect(await status({ 'if-unmodified-since': earlier })).toBe(412);
    expect(await status({ 'if-none-match': '"x"', 'if-modified-since': date })).toBe(200);
    expect(await status({ 'if-modified-since': earlier })).toBe(200);
    expect(await status({ 'if-modified-since': date })).toBe(304);
    expect(await status({ range: 'bytes=0-1', 'if-range': '"x"' })).toBe(206);
    expect(await sendToObjectStore('GET', url, undefined, { 'if-none-match': etag })).toMatchObject({
      status: 304,
      headers: { etag, 'last-modified': date },
      body: '',
    });
  });

  it('rejects HEAD at a URL that is signed for GET, as OBS does', async () => {
    const url = await getSeedFileUrl();
    expect((await sendToObjectStore('HEAD', url)).status).toBe(403);
  });

  it('sends the file name that is percent-encoded twice in the URL', async () => {
    const url = await getDownloadUrl(drive, await getFileId(drive, 'jonas', '会议纪要.md'));
    expect(url).toContain(encodeURIComponent(`attachment; filename="${encodeURIComponent('会议纪要.md')}"`));
    const { headers } = await sendToObjectStore('GET', url);
    expect(headers['content-disposition']).toBe(`attachment; filename="${encodeURIComponent('会议纪要.md')}"`);
  });
});
