import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type ChromiumBrowser, startChromium } from '../support/chromium.js';
import { findSpace } from '../support/gateway-api.js';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

/** The name of a foreign page. It resolves to this machine, as a name that was rebound does. */
const foreignHost = 'evil.example';

let browser: ChromiumBrowser;
let stack: GatewayStack;
let pageServer: Server;

beforeAll(async () => {
  stack = await startGatewayStack();
  pageServer = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end('<!DOCTYPE html><title>A page</title>');
  });
  await new Promise<void>((resolve) => pageServer.listen(0, '127.0.0.1', resolve));
  browser = await startChromium([
    `--host-resolver-rules=MAP ${foreignHost} 127.0.0.1`,
    // Other browsers, and older ones, do not have these checks.
    '--disable-features=LocalNetworkAccessChecks',
  ]);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await stack?.close();
  await new Promise((resolve) => pageServer.close(resolve));
});

async function openPage(host: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`http://${host}:${(pageServer.address() as AddressInfo).port}/`);
  return page;
}

/** A page whose origin is `evil.example` at the port of a server: what a browser shows before the name is rebound to it. */
async function openReboundPage(serverUrl: string): Promise<Page> {
  const page = await browser.context.newPage();
  const address = `http://${foreignHost}:${new URL(serverUrl).port}/attack`;
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>A page</title>' }),
  );
  await page.goto(address);
  return page;
}

/** The browser stores the credentials, as after its user has typed them, and sends them with every request to the origin. */
async function openControlPage(): Promise<void> {
  const { url, options } = stack.sandbox;
  const page = await browser.context.newPage();
  const response = await page.goto(`${url.replace('://', `://sandbox:${options.controlToken}@`)}/_sandbox`);
  expect(response?.status()).toBe(200);
}

interface PageRequest {
  readonly url: string;
  readonly method?: string;
  readonly mode?: 'cors' | 'no-cors';
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** The result of a fetch by a script of the page: status and text, `opaque`, or the error of the browser. */
const fetchInPage = (page: Page, request: PageRequest): Promise<string> =>
  page.evaluate(async ({ url, ...init }) => {
    try {
      const response = await fetch(url, { ...init, credentials: 'include' });
      return response.type === 'opaque' ? 'opaque' : `${response.status} ${await response.text()}`;
    } catch (error) {
      return String(error);
    }
  }, request);

const readState = () => [stack.sandbox.counters(), stack.sandbox.ledger().length, stack.sandbox.faults.list()];

describe('S35: a page of another site, in a browser that stores the control token', () => {
  it('changes nothing in the sandbox and reads nothing', async () => {
    await openControlPage();
    stack.sandbox.openSession(stack.userId);
    const before = readState();
    const { url, objectStoreUrl } = stack.sandbox;
    const page = await openPage(foreignHost);
    const simple = { method: 'POST', mode: 'no-cors' } as const;
    expect(await fetchInPage(page, { url: `${url}/_sandbox/reset`, ...simple })).toBe('opaque');
    expect(await fetchInPage(page, { url: `${url}/_sandbox/reset`, method: 'POST' })).toMatch(/TypeError/);
    expect(await fetchInPage(page, { url: `${url}/_sandbox/faults`, method: 'DELETE' })).toMatch(/TypeError/);
    expect(await fetchInPage(page, { url: `${url}/_sandbox` })).toMatch(/TypeError/);
    expect(await fetchInPage(page, { url: `${url}/koodrive/ose/v1/session/auth`, mode: 'no-cors' })).toBe('opaque');
    expect(await fetchInPage(page, { url: `${objectStoreUrl}/x`, method: 'PUT', body: 'x' })).toMatch(/TypeError/);
    expect(await fetchInPage(page, { url: `${stack.url}/openapi.json` })).toMatch(/TypeError/);
    expect(readState()).toEqual(before);
  });

  it('cannot submit a form to the sandbox', async () => {
    await openControlPage();
    const before = readState();
    const page = await openPage(foreignHost);
    for (const path of ['/_sandbox/reset', '/identity/authorize']) {
      await page.setContent(`<form method="post" action="${stack.sandbox.url}${path}"><button>Win</button></form>`);
      await page.getByRole('button').click();
      await page.waitForURL(`${stack.sandbox.url}${path}`);
      expect(await page.textContent('body')).toContain('another site');
      await page.goBack();
    }
    expect(readState()).toEqual(before);
  });
});

describe('S35: a page whose name was rebound to this machine', () => {
  it('reads nothing of the sandbox, the object store and the gateway', async () => {
    const before = readState();
    for (const [server, path] of [
      [stack.sandbox.url, '/_sandbox/health'],
      [stack.sandbox.url, '/koodrive/ose/v1/session/auth'],
      [stack.sandbox.objectStoreUrl, '/x'],
      [stack.url, '/openapi.json'],
      [stack.url, '/docs'],
      [stack.url, '/metrics'],
    ] as const) {
      const page = await openReboundPage(server);
      // Of the same origin for the browser: the page could read the response.
      expect([path, await fetchInPage(page, { url: path })]).toEqual([path, expect.stringMatching(/^421 /)]);
      const own = { 'x-forwarded-host': 'localhost', authorization: `Bearer ${stack.sandbox.options.controlToken}` };
      expect(await fetchInPage(page, { url: path, headers: own })).toMatch(/^421 /);
      await page.close();
    }
    const page = await openReboundPage(stack.sandbox.url);
    expect(await fetchInPage(page, { url: '/_sandbox/reset', method: 'POST' })).toMatch(/^421 /);
    expect(readState()).toEqual(before);
  });
});

describe('S35: a page of this machine', () => {
  it('embeds an image of the object store, also from another loopback name', async () => {
    const { id: spaceId } = await findSpace(stack, 'individual');
    const { items } = (await stack.call('GET', '/v1/search?q=Harbour')).json<{ items: { id: string }[] }>();
    const id = items[0]?.id ?? '';
    const redirect = await stack.call('GET', `/v1/spaces/${spaceId}/files/${id}/content?redirect=true`);
    const page = await openPage('localhost');
    const width = await page.evaluate(
      async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return image.naturalWidth;
      },
      redirect.headers.get('location') ?? '',
    );
    expect(width).toBeGreaterThan(0);
  });
});
