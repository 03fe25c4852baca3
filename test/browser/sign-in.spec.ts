import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Browser, startChromium } from '../support/chromium.js';
import { freePort } from '../support/ports.js';
import { type Stack, startStack } from '../support/stack.js';

/** Where the sign-in page is shown, for people to look at. */
const screenshot = join(tmpdir(), 'koodrive-sign-in.png');

let browser: Browser;
let stack: Stack;
let gateway: string;
/** Pages of other origins: one that is allowed, one of the same site that is not, one of another site. */
let allowed: Server;
let neighbour: Server;
let foreign: Server;
const addressOf = (server: Server, host: string): string => `http://${host}:${(server.address() as AddressInfo).port}/`;

async function emptyPage(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end('<!DOCTYPE html><title>A page</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

beforeAll(async () => {
  [allowed, neighbour, foreign] = await Promise.all([emptyPage(), emptyPage(), emptyPage()]);
  const port = await freePort();
  // The sandbox is at 127.0.0.1: to a browser another site, as a real identity provider is.
  gateway = `http://localhost:${port}`;
  const origin = new URL(addressOf(allowed, 'localhost')).origin;
  const env = { PORT: String(port), LOGIN_DOMAIN: `${gateway}/auth/callback`, ALLOWED_ORIGINS: origin };
  stack = await startStack({ env: { ...env, LOGIN_RETURN_PATHS: '/docs' } });
  browser = await startChromium();
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await stack?.close();
  for (const server of [allowed, neighbour, foreign]) await new Promise((resolve) => server.close(resolve));
});

/** What a script of the page gets: status and code, or how the browser held it back. */
function call(page: Page, path: string, headers: Record<string, string>, method = 'GET'): Promise<string> {
  return page.evaluate(
    async ({ address, headers, method }) => {
      try {
        const answer = await fetch(address, { method, headers, credentials: 'include' });
        const body = answer.status === 204 ? {} : ((await answer.json()) as { code?: string });
        return `${answer.status} ${body.code ?? ''}`.trim();
      } catch (error) {
        return String(error);
      }
    },
    { address: gateway + path, headers, method },
  );
}
const csrf = { 'X-CSRF': '1' };

async function open(address: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(address);
  return page;
}

async function signIn(): Promise<Page> {
  const page = await open(`${gateway}/auth/login?returnTo=/docs`);
  await page.waitForSelector('h1');
  await page.getByRole('button', { name: /Jonas Weber/ }).click();
  await page.waitForURL(`${gateway}/docs`);
  return page;
}
const sessionCookie = async () =>
  (await browser.context.cookies(gateway)).find(({ name }) => name === 'koodrive-session-dev');

describe('A browser', () => {
  it('signs in at the page of the identity provider and comes back signed in', async () => {
    const page = await open(`${gateway}/auth/login?returnTo=/docs`);
    expect(new URL(page.url()).origin).toBe(stack.sandbox.url);
    await page.screenshot({ path: screenshot, fullPage: true });
    await page.getByRole('button', { name: /Jonas Weber/ }).click();
    await page.waitForURL(`${gateway}/docs`);
    expect(await call(page, '/auth/session', csrf)).toBe('200');
    expect(await sessionCookie()).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', domain: 'localhost' });
    expect(await page.evaluate(() => document.cookie)).toBe('');
    const names = (await browser.context.cookies(gateway)).map(({ name }) => name);
    expect(names).toEqual(['koodrive-session-dev']);
  });

  it('uses the API from a page of ours, but not without X-CSRF', async () => {
    const page = await signIn();
    expect(await call(page, '/v1/me', csrf)).toBe('200');
    expect(await call(page, '/v1/me', {})).toBe('403 cross-site-refused');
  });

  it('tries calls out on the documentation page', async () => {
    const page = await signIn();
    await page.locator('#operations-tag-me').click();
    const operation = page.locator('.opblock', { has: page.locator('[data-path="/v1/me"]') }).first();
    await operation.locator('.opblock-summary-control').click();
    await operation.getByRole('button', { name: 'Try it out' }).click();
    await operation.getByRole('button', { name: 'Execute' }).click();
    const answer = operation.locator('.live-responses-table');
    await answer.locator('.response-col_status', { hasText: '200' }).first().waitFor();
    expect(await answer.textContent()).toContain('Jonas Weber');
  });

  it('uses the API from a page of another origin that is allowed, but not without X-CSRF', async () => {
    await signIn();
    const page = await open(addressOf(allowed, 'localhost'));
    expect(await call(page, '/v1/me', csrf)).toBe('200');
    expect(await call(page, '/v1/spaces', csrf)).toBe('200');
    expect(await call(page, '/v1/me', {})).toBe('403 cross-site-refused');
  });

  it('is refused from pages of other origins, of the same site and of another', async () => {
    await signIn();
    for (const address of [addressOf(neighbour, 'localhost'), addressOf(foreign, '127.0.0.1')]) {
      const page = await open(address);
      // The browser shows the page neither answer nor status.
      for (const headers of [csrf, {}]) expect(await call(page, '/v1/me', headers)).toMatch(/TypeError/);
    }
    expect(await call(await signIn(), '/auth/session', csrf)).toBe('200');
  });

  it('is signed out by a foreign page neither by a form nor by a script', async () => {
    const mine = await signIn();
    const page = await open(addressOf(neighbour, 'localhost'));
    await page.setContent(`<form method="post" action="${gateway}/auth/logout"><button>Win</button></form>`);
    await page.getByRole('button').click();
    await page.waitForURL(`${gateway}/auth/logout`);
    // A form cannot send JSON; without a body it would meet the missing X-CSRF.
    expect(await page.textContent('body')).toContain('unsupported-media-type');
    expect(await call(mine, '/auth/session', csrf)).toBe('200');
  });

  it('is refused after its sign-out, and so is a thief who kept the old id', async () => {
    const page = await signIn();
    const stolen = await sessionCookie();
    expect(await call(page, '/auth/logout', csrf, 'POST')).toBe('204');
    expect(await sessionCookie()).toBeUndefined();
    expect(await call(page, '/v1/me', csrf)).toBe('401 unauthenticated');
    if (stolen) await browser.context.addCookies([stolen]);
    expect(await call(page, '/v1/me', csrf)).toBe('401 session-ended');
  });
});
