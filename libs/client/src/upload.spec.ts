import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from './client.js';
import { upload } from './upload.js';

const mebibyte = 1024 * 1024;
const size = 256 * mebibyte;

let server: Server;
let baseUrl: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end('{"id":"made"}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

async function* bytes(): AsyncGenerator<Uint8Array> {
  for (let made = 0; made < size; made += 65_536) yield new Uint8Array(65_536);
}

describe('an upload of 256 MiB', () => {
  it('keeps nothing of what it has sent', async () => {
    collect();
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    let looks = 0;
    const onProgress = ({ done }: { done: number }): void => {
      if (done % (32 * mebibyte) !== 0) return;
      looks += 1;
      collect();
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    };
    const content = { stream: bytes(), size };
    const file = await upload(createClient({ baseUrl, apiKey: 'kdg_1' }), {
      spaceId: 's',
      name: 'n',
      content,
      onProgress,
    });
    expect(file.id).toBe('made');
    expect(looks).toBe(size / (32 * mebibyte));
    expect(most / mebibyte).toBeLessThan(96);
  });
});
