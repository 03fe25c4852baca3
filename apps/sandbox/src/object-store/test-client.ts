import { createHash } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { spaceOf, type Json, type TestDrive } from '../state/test-drive.js';

export interface Sent {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Plain node:http, so that headers go out just as they are given. */
export function send(
  method: string,
  url: string,
  body?: Buffer | Readable,
  headers: Record<string, string | number> = {},
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('latin1'),
        }),
      );
    });
    request.on('error', reject);
    if (body instanceof Readable) body.pipe(request);
    else request.end(body);
  });
}

export const put = (url: string, bytes: Buffer): Promise<Sent> =>
  send('PUT', url, bytes, { 'content-length': bytes.length });
export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Begins an upload to the space of Jonas. */
export function createUpload(drive: TestDrive, length: number, multiParts: readonly unknown[]): Promise<Json> {
  const body = {
    containerId: spaceOf('jonas'),
    parentFolder: ['root'],
    fileName: 'up.bin',
    fileType: '45',
    length,
    multiParts,
  };
  return drive.call('jonas', 'createFile', {
    body: { ...body, uploadMode: 'multipart', uploadType: 1, autoRename: 2 },
  });
}

export const completion = (ticket: Json, hash?: string) => ({
  body: { fileId: ticket.fileId, ...(hash && { sha256: hash }) },
});
export const partUrl = (ticket: Json, part = 0): string => String(ticket.multiParts?.[part]?.uploadUrl);

export async function linkTo(drive: TestDrive, fileId: string): Promise<string> {
  const body = { containerId: spaceOf('jonas'), fileIds: [fileId] };
  return String((await drive.call('jonas', 'getDownLoadUrl', { body })).downloads?.[0]?.url);
}
