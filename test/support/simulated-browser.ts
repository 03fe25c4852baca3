import { requestTimeoutMs } from './raw-http.js';
import { scanGatewayResponse } from './secret-scanner.js';

export interface BrowserResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  json<T = Record<string, unknown>>(): T;
}

/**
 * A browser as far as cookies go: it stores cookies by host, sends them, and deletes those with Max-Age=0. It follows no
 * redirect by itself, so that a test can check or change each step of a flow.
 */
export class SimulatedBrowser {
  readonly cookies = new Map<string, Map<string, string>>();
  /** The value of every Set-Cookie header that the browser received. */
  readonly setCookieHeaders: string[] = [];

  /** @param headers those that the script of a page or the browser itself adds; the cookie header is added here */
  async fetch(
    method: string,
    address: string,
    headers: Record<string, string> = {},
    form?: string,
  ): Promise<BrowserResponse> {
    const url = new URL(address);
    const cookie = this.cookieHeader(url.hostname);
    const defaultHeaders: Record<string, string> = {};
    if (cookie) defaultHeaders.cookie = cookie;
    if (form !== undefined) defaultHeaders['content-type'] = 'application/x-www-form-urlencoded';
    const response = await fetch(address, {
      method,
      redirect: 'manual',
      headers: { ...defaultHeaders, ...headers },
      body: form,
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
    for (const line of response.headers.getSetCookie()) this.storeCookie(url.hostname, line);
    const text = await response.text();
    scanGatewayResponse(url.origin, method, url.pathname + url.search, { headers: response.headers, text });
    return { status: response.status, headers: response.headers, text, json: <T>() => JSON.parse(text) as T };
  }

  /** Sends the headers of a script on a page of the same origin. */
  fetchSameOrigin(method: string, address: string, headers: Record<string, string> = {}): Promise<BrowserResponse> {
    return this.fetch(method, address, { 'x-csrf': '1', 'sec-fetch-site': 'same-origin', ...headers });
  }

  cookieHeader(host: string): string {
    return [...(this.cookies.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The value of the first cookie whose name starts with `prefix`. */
  findCookie(host: string, prefix: string): string | undefined {
    return [...(this.cookies.get(host) ?? [])].find(([name]) => name.startsWith(prefix))?.[1];
  }

  private storeCookie(host: string, line: string): void {
    this.setCookieHeaders.push(line);
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const separator = pair.indexOf('=');
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    if (attributes.includes('Max-Age=0')) jar.delete(pair.slice(0, separator));
    else jar.set(pair.slice(0, separator), pair.slice(separator + 1));
  }
}

/** Starts a sign-in. @returns the URL of the identity provider's page */
export async function startSignIn(browser: SimulatedBrowser, gateway: string, returnTo = '/'): Promise<string> {
  const response = await browser.fetch('GET', `${gateway}/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
  if (response.status !== 302) throw new Error(`GET /auth/login responded ${response.status}: ${response.text}`);
  return response.headers.get('location') ?? '';
}

/** Selects a user on the sandbox's page. @returns the URL to which the provider redirects the browser */
export async function selectSandboxUser(browser: SimulatedBrowser, page: string, userId: string): Promise<string> {
  const { origin, pathname, searchParams } = new URL(page);
  const form = new URLSearchParams([...searchParams, ['user', userId]]).toString();
  const response = await browser.fetch('POST', origin + pathname, {}, form);
  if (response.status !== 303) throw new Error(`the provider responded ${response.status}: ${response.text}`);
  return response.headers.get('location') ?? '';
}

/** The complete sign-in. @returns the response of /auth/callback */
export async function signIn(
  browser: SimulatedBrowser,
  gateway: string,
  userId: string,
  returnTo = '/',
): Promise<BrowserResponse> {
  const callbackUrl = await selectSandboxUser(browser, await startSignIn(browser, gateway, returnTo), userId);
  return browser.fetch('GET', callbackUrl);
}
