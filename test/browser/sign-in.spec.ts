import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type ChromiumBrowser, startChromium } from '../support/chromium.js';
import { findFreePort } from '../support/ports.js';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

/** A screenshot of the sign-in page, for manual review. */
const screenshotPath = join(tmpdir(), 'koodrive-sign-in.png');

let browser: ChromiumBrowser;
let stack: GatewayStack;
let gateway: string;
/** Pages of other origins: one allowed, one of the same site but not allowed, one of another site. */
let allowedOriginServer: Server;
let sameSiteServer: Server;
let crossSiteServer: Server;
const buildServerUrl = (server: Server, host: string): string =>
  `http://${host}:${(server.address() as AddressInfo).port}/`;

async function startEmptyPageServer(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end('<!DOCTYPE html><title>A page</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

beforeAll(async () => {
  [allowedOriginServer, sameSiteServer, crossSiteServer] = await Promise.all([
    startEmptyPageServer(),
    startEmptyPageServer(),
    startEmptyPageServer(),
  ]);
  const port = await findFreePort();
  // The sandbox is at 127.0.0.1, which is another site for a browser, as a real identity provider is.
  gateway = `http://localhost:${port}`;
  const origin = new URL(buildServerUrl(allowedOriginServer, 'localhost')).origin;
  const env = { PORT: String(port), LOGIN_DOMAIN: `${gateway}/auth/callback`, ALLOWED_ORIGINS: origin };
  stack = await startGatewayStack({ env: { ...env, LOGIN_RETURN_PATHS: '/docs' } });
  browser = await startChromium();
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await stack?.close();
  for (const server of [allowedOriginServer, sameSiteServer, crossSiteServer])
    await new Promise((resolve) => server.close(resolve));
});

/** The result of a fetch by a script of the page: status and code, or the error of the browser. */
function fetchInPage(page: Page, path: string, headers: Record<string, string>, method = 'GET'): Promise<string> {
  return page.evaluate(
    async ({ address, headers, method }) => {
      try {
        const response = await fetch(address, { method, headers, credentials: 'include' });
        const body = response.status === 204 ? {} : ((await response.json()) as { code?: string });
        return `${response.status} ${body.code ?? ''}`.trim();
      } catch (error) {
        return String(error);
      }
    },
    { address: gateway + path, headers, method },
  );
}
const csrfHeaders = { 'X-CSRF': '1' };

async function openPage(address: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(address);
  return page;
}

async function signIn(): Promise<Page> {
  const page = await openPage(`${gateway}/auth/login?returnTo=/docs`);
  await page.waitForSelector('h1');
  await page.getByRole('button', { name: /Jonas Weber/ }).click();
  await page.waitForURL(`${gateway}/docs`);
  return page;
}
const findSessionCookie = async () =>
  (await browser.context.cookies(gateway)).find(({ name }) => name === 'koodrive-session-dev');

describe('signing in with a browser', () => {
  it('opens the page of the identity provider and comes back signed in', async () => {
    const page = await openPage(`${gateway}/auth/login?returnTo=/docs`);
    expect(new URL(page.url()).origin).toBe(stack.sandbox.url);
    await page.screenshot({ path: screenshotPath, fullPage: true });
    await page.getByRole('button', { name: /Jonas Weber/ }).click();
    await page.waitForURL(`${gateway}/docs`);
    expect(await fetchInPage(page, '/auth/session', csrfHeaders)).toBe('200');
    expect(await findSessionCookie()).toMatchObject({
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      domain: 'localhost',
    });
    expect(await page.evaluate(() => document.cookie)).toBe('');
    const names = (await browser.context.cookies(gateway)).map(({ name }) => name);
    expect(names).toEqual(['koodrive-session-dev']);
  });

  it('allows calls from a page of the gateway, but not without X-CSRF', async () => {
    const page = await signIn();
    expect(await fetchInPage(page, '/v1/me', csrfHeaders)).toBe('200');
    expect(await fetchInPage(page, '/v1/me', {})).toBe('403 cross-site-refused');
  });

  it('allows calls from the documentation page', async () => {
    const page = await signIn();
    await page.locator('#operations-tag-me').click();
    const operation = page.locator('.opblock', { has: page.locator('[data-path="/v1/me"]') }).first();
    await operation.locator('.opblock-summary-control').click();
    await operation.getByRole('button', { name: 'Try it out' }).click();
    await operation.getByRole('button', { name: 'Execute' }).click();
    const response = operation.locator('.live-responses-table');
    await response.locator('.response-col_status', { hasText: '200' }).first().waitFor();
    expect(await response.textContent()).toContain('Jonas Weber');
  });

  it('allows calls from a page of an allowed origin, but not without X-CSRF', async () => {
    await signIn();
    const page = await openPage(buildServerUrl(allowedOriginServer, 'localhost'));
    expect(await fetchInPage(page, '/v1/me', csrfHeaders)).toBe('200');
    expect(await fetchInPage(page, '/v1/spaces', csrfHeaders)).toBe('200');
    expect(await fetchInPage(page, '/v1/me', {})).toBe('403 cross-site-refused');
    const traceHeaders = {
      traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01`,
      tracestate: 'a=b',
      baggage: 'a=b',
    };
    const otherHeaders = {
      Prefer: 'wait=1',
      'If-Range': '"x"',
      'If-Match': '*',
      'If-None-Match': '"x"',
      Range: 'bytes=0-',
    };
    expect(await fetchInPage(page, '/v1/me', { ...csrfHeaders, ...traceHeaders, ...otherHeaders })).toBe('200');
    const keyHeaders = { 'X-API-Key': 'unknown', 'X-Visitor': 'one' };
    expect(await fetchInPage(page, '/v1/me', keyHeaders)).toBe('401 unauthenticated');
    expect(await fetchInPage(page, '/v1/me', { ...csrfHeaders, 'X-Unlisted': '1' })).toMatch(/TypeError/);
  });

  it('rejects calls from pages of other origins, of the same site and of another site', async () => {
    await signIn();
    for (const address of [buildServerUrl(sameSiteServer, 'localhost'), buildServerUrl(crossSiteServer, '127.0.0.1')]) {
      const page = await openPage(address);
      // The browser gives the page neither response nor status.
      for (const headers of [csrfHeaders, {}]) expect(await fetchInPage(page, '/v1/me', headers)).toMatch(/TypeError/);
    }
    expect(await fetchInPage(await signIn(), '/auth/session', csrfHeaders)).toBe('200');
  });

  it('is not signed out by a form of a page that is not allowed', async () => {
    const ownPage = await signIn();
    const page = await openPage(buildServerUrl(sameSiteServer, 'localhost'));
    await page.setContent(`<form method="post" action="${gateway}/auth/logout"><button>Win</button></form>`);
    await page.getByRole('button').click();
    await page.waitForURL(`${gateway}/auth/logout`);
    // A form cannot send X-CSRF.
    expect(await page.textContent('body')).toContain('cross-site-refused');
    expect(await fetchInPage(ownPage, '/auth/session', csrfHeaders)).toBe('200');
  });

  it('rejects calls after the sign-out, also with a stolen copy of the old cookie', async () => {
    const page = await signIn();
    const stolenCookie = await findSessionCookie();
    expect(await fetchInPage(page, '/auth/logout', csrfHeaders, 'POST')).toBe('204');
    expect(await findSessionCookie()).toBeUndefined();
    expect(await fetchInPage(page, '/v1/me', csrfHeaders)).toBe('401 unauthenticated');
    if (stolenCookie) await browser.context.addCookies([stolenCookie]);
    expect(await fetchInPage(page, '/v1/me', csrfHeaders)).toBe('401 session-ended');
  });
});
