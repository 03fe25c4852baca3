import { searchAnswerOf } from './canaries.js';

/** What a page's script may add to a request; the browser itself adds cookies, Origin and Sec-Fetch-Site. */
export interface Fetched {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  json<T = Record<string, unknown>>(): T;
}

/**
 * A browser as far as cookies go: keeps them by host, sends them, drops those with Max-Age=0. Follows nothing by itself,
 * so that each step of a flow can be seen, and done otherwise.
 */
export class BrowserByHand {
  readonly cookies = new Map<string, Map<string, string>>();
  /** Every Set-Cookie line that came, as it came. */
  readonly setCookies: string[] = [];

  async fetch(method: string, address: string, headers: Record<string, string> = {}, form?: string): Promise<Fetched> {
    const url = new URL(address);
    const cookie = this.cookieHeader(url.hostname);
    const answer = await fetch(address, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookie && { cookie }),
        ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      body: form ?? null,
      signal: AbortSignal.timeout(20_000),
    });
    for (const line of answer.headers.getSetCookie()) this.keep(url.hostname, line);
    const text = await answer.text();
    searchAnswerOf(url.origin, method, url.pathname + url.search, { headers: answer.headers, text });
    return { status: answer.status, headers: answer.headers, text, json: <T>() => JSON.parse(text) as T };
  }

  /** As the script of a page of the same origin. */
  call(method: string, address: string, headers: Record<string, string> = {}): Promise<Fetched> {
    return this.fetch(method, address, { 'x-csrf': '1', 'sec-fetch-site': 'same-origin', ...headers });
  }

  cookieHeader(host: string): string {
    return [...(this.cookies.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The cookie whose name begins so. */
  cookie(host: string, prefix: string): string | undefined {
    return [...(this.cookies.get(host) ?? [])].find(([name]) => name.startsWith(prefix))?.[1];
  }

  private keep(host: string, line: string): void {
    this.setCookies.push(line);
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    if (attributes.includes('Max-Age=0')) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** Begins a sign-in. @returns the address of the identity provider's page */
export async function beginSignIn(browser: BrowserByHand, gateway: string, returnTo = '/'): Promise<string> {
  const answer = await browser.fetch('GET', `${gateway}/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
  if (answer.status !== 302) throw new Error(`GET /auth/login answered ${answer.status}: ${answer.text}`);
  return answer.headers.get('location') ?? '';
}

/** Picks a person on the sandbox's page. @returns the address that the provider sends the browser back to */
export async function pickPerson(browser: BrowserByHand, page: string, userId: string): Promise<string> {
  const { origin, pathname, searchParams } = new URL(page);
  const form = new URLSearchParams([...searchParams, ['user', userId]]).toString();
  const answer = await browser.fetch('POST', origin + pathname, {}, form);
  if (answer.status !== 303) throw new Error(`the provider answered ${answer.status}: ${answer.text}`);
  return answer.headers.get('location') ?? '';
}

/** The whole way. @returns the answer of /auth/callback */
export async function signIn(
  browser: BrowserByHand,
  gateway: string,
  userId: string,
  returnTo = '/',
): Promise<Fetched> {
  const back = await pickPerson(browser, await beginSignIn(browser, gateway, returnTo), userId);
  return browser.fetch('GET', back);
}
