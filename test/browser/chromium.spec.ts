import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ChromiumBrowser, startChromium } from '../support/chromium.js';

let browser: ChromiumBrowser;
let server: Server;
beforeAll(async () => {
  server = createServer((_request, response) => {
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end('<title>一个标题</title><h1 id="t">…</h1><script>t.textContent = 6 * 7</script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await startChromium();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

describe('startChromium', () => {
  it('loads a page from this machine and runs its script', async () => {
    const page = await browser.context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect(await page.title()).toBe('一个标题');
    expect(await page.textContent('h1')).toBe('42');
  });
});
