import { createHash } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { getUserContainerId, type LooseJson, type TestDrive } from '../state/test-drive.spec-support.js';

export interface ObjectStoreResponse {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Uses node:http, which sends the headers unchanged. */
export function sendToObjectStore(
  method: string,
  url: string,
  body?: Buffer | Readable,
  headers: Record<string, string | number> = {},
): Promise<ObjectStoreResponse> {
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

export const putBytes = (url: string, bytes: Buffer): Promise<ObjectStoreResponse> =>
  sendToObjectStore('PUT', url, bytes, { 'content-length': bytes.length });
export const sha256Hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Begins an upload to the individual space of Jonas. Returns the response of createFile. */
export function createUpload(drive: TestDrive, length: number, multiParts: readonly unknown[]): Promise<LooseJson> {
  const body = {
    containerId: getUserContainerId('jonas'),
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

export const completeUploadRequest = (upload: LooseJson, sha256?: string) => ({
  body: { fileId: upload.fileId, sha256 },
});
export const partUrlOf = (upload: LooseJson, index = 0): string => String(upload.multiParts?.[index]?.uploadUrl);

export async function getDownloadUrl(drive: TestDrive, fileId: string): Promise<string> {
  const body = { containerId: getUserContainerId('jonas'), fileIds: [fileId] };
  return String((await drive.call('jonas', 'getDownLoadUrl', { body })).downloads?.[0]?.url);
}
