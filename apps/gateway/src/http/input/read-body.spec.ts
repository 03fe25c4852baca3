import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { maxChunks, readBody } from './read-body.js';

const maxBytes = 1024 * 1024;

/** Sends a chunked body. @returns what `readBody` returns for it */
async function readChunks(chunks: readonly string[]): Promise<Buffer> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
  try {
    const body = chunks.map((chunk) => `${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`).join('');
    socket.write(`POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${body}0\r\n\r\n`);
    const [request] = (await once(server, 'request')) as [IncomingMessage];
    return await readBody(request, { maxBytes, timeoutMs: 10_000 });
  } finally {
    socket.destroy();
    server.closeAllConnections();
    server.close();
  }
}

describe('readBody', () => {
  it('joins the chunks, whatever their sizes', async () => {
    const chunks = ['a', 'b'.repeat(40_000), '文', 'c'.repeat(200_000), ''].filter((chunk) => chunk !== '');
    expect((await readChunks(chunks)).toString()).toBe(chunks.join(''));
  });

  it('accepts the longest body and rejects a longer one', async () => {
    expect(await readChunks(['x'.repeat(maxBytes)])).toHaveLength(maxBytes);
    await expect(readChunks(['x'.repeat(maxBytes), 'x'])).rejects.toMatchObject({ code: 'too-large' });
  });

  it('rejects a body of too many chunks, since each costs time and memory', async () => {
    expect(await readChunks(Array.from({ length: maxChunks }, () => ' '))).toHaveLength(maxChunks);
    await expect(readChunks(Array.from({ length: maxChunks + 1 }, () => ' '))).rejects.toMatchObject({
      code: 'too-large',
    });
  });
});
