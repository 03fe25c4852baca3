import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from './client.js';
import { upload } from './upload.js';

const mebibyte = 1024 * 1024;
const sizeBytes = 256 * mebibyte;
const chunkBytes = 64 * 1024;
const checkIntervalBytes = 32 * mebibyte;

let server: Server;
let baseUrl: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end('{"id":"uploaded"}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

async function* generateBytes(): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < sizeBytes; sent += chunkBytes) yield new Uint8Array(chunkBytes);
}

describe('an upload of 256 MiB', () => {
  it('does not hold the sent bytes in memory', async () => {
    collectGarbage();
    const bytesBefore = process.memoryUsage().arrayBuffers;
    let maxBytes = 0;
    let checks = 0;
    const onProgress = ({ done }: { done: number }): void => {
      if (done % checkIntervalBytes !== 0) return;
      checks += 1;
      collectGarbage();
      maxBytes = Math.max(maxBytes, process.memoryUsage().arrayBuffers - bytesBefore);
    };
    const content = { stream: generateBytes(), size: sizeBytes };
    const file = await upload(createClient({ baseUrl, apiKey: 'kdg_1' }), {
      spaceId: 's',
      name: 'n',
      content,
      onProgress,
    });
    expect(file.id).toBe('uploaded');
    expect(checks).toBe(sizeBytes / checkIntervalBytes);
    expect(maxBytes / mebibyte).toBeLessThan(96);
  });
});
