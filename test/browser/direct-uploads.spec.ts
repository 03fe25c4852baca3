import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChromiumBrowser, startChromium } from '../support/chromium.js';
import { downloadFile, type DriveFile, findSpace } from '../support/gateway-api.js';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

interface Upload {
  readonly id: string;
  readonly parts: readonly { readonly url: string }[];
}

let browser: ChromiumBrowser;
let pageServer: Server;
beforeAll(async () => {
  pageServer = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end('<!DOCTYPE html><title>A page</title>');
  });
  await new Promise<void>((resolve) => pageServer.listen(0, '127.0.0.1', resolve));
  browser = await startChromium();
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => pageServer.close(resolve));
});

/** A script of a page of another origin of this machine PUTs bytes to a pre-signed URL. @returns status and ETag */
async function putInPage(url: string, bytes: string): Promise<string> {
  const page = await browser.context.newPage();
  await page.goto(`http://localhost:${(pageServer.address() as AddressInfo).port}/`);
  return page.evaluate(
    async ([address, body]) => {
      try {
        const response = await fetch(address, { method: 'PUT', body });
        return `${response.status} ${response.headers.get('etag') ?? 'no ETag'}`;
      } catch (error) {
        return String(error);
      }
    },
    [url, bytes] as const,
  );
}

async function startUpload(stack: GatewayStack, spaceId: string): Promise<Upload> {
  const body = { name: 'from a page.txt', size: 5 };
  return (await stack.call('POST', `/v1/spaces/${spaceId}/uploads`, { body })).json<Upload>();
}

describe('a direct upload from a page', () => {
  it('PUTs a part to the object store of the sandbox and reads its ETag', async () => {
    const stack = await startGatewayStack();
    try {
      const { id: spaceId } = await findSpace(stack, 'individual');
      const { id, parts } = await startUpload(stack, spaceId);
      expect(await putInPage(parts[0]?.url ?? '', 'Bytes')).toMatch(/^200 "[0-9a-f]{32}"$/);
      const complete = await stack.call('POST', `/v1/spaces/${spaceId}/uploads/${id}/complete`, { body: {} });
      const { bytes } = await downloadFile(stack, spaceId, complete.json<DriveFile>().id);
      expect(Buffer.from(bytes).toString()).toBe('Bytes');
    } finally {
      await stack.close();
    }
  });

  it('is not possible where the bucket has no CORS rule', async () => {
    const stack = await startGatewayStack({ sandbox: { objectStoreCors: false } });
    try {
      const { parts } = await startUpload(stack, (await findSpace(stack, 'individual')).id);
      expect(await putInPage(parts[0]?.url ?? '', 'Bytes')).toMatch(/TypeError/);
      expect(stack.sandbox.counters().objectStore.puts).toBe(0);
    } finally {
      await stack.close();
    }
  });
});
