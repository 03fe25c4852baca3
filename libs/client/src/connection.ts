import type { ClientOptions } from './client-options.js';
import { repeating, systemPause } from './repeat.js';

/** What every call has in common: where it goes, who makes it, how often it is tried. */
export interface Connection {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly credentials: RequestCredentials;
  /** Headers of a call made now. A token is asked for each time: it may have been renewed. */
  readonly headers: () => Promise<Record<string, string>>;
  /** Sends a request as it is. */
  readonly once: (request: Request) => Promise<Response>;
  /** Adds the headers, and an Idempotency-Key where one is wanted; repeats what may be repeated. */
  readonly send: (request: Request) => Promise<Response>;
}

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export function connect(options: ClientOptions): Connection {
  const { baseUrl, idempotency = false, retries = 2, onBehalfOf, language, cookies } = options;
  const once = options.fetch ?? ((request: Request) => globalThis.fetch(request));
  const headers = async (): Promise<Record<string, string>> => ({
    ...(await authorization(options)),
    ...(onBehalfOf !== undefined && { 'X-On-Behalf-Of': onBehalfOf }),
    ...(language !== undefined && { 'Accept-Language': language }),
  });
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    credentials: cookies ? 'include' : 'omit',
    headers,
    once,
    send: async (request) => {
      const key = idempotency && !safeMethods.has(request.method) && { 'Idempotency-Key': randomKey() };
      for (const [name, value] of Object.entries({ ...(await headers()), ...key })) {
        if (!request.headers.has(name)) request.headers.set(name, value);
      }
      return repeating(once, { retries, pause: systemPause })(request);
    },
  };
}

/** A page cannot send X-CSRF to a foreign origin without asking: that is what the gateway looks for beside a cookie. */
async function authorization({ apiKey, token, cookies }: ClientOptions): Promise<Record<string, string>> {
  if (cookies) return { 'X-CSRF': '1' };
  const bearer = apiKey ?? (typeof token === 'function' ? await token() : token);
  if (!bearer) throw new TypeError('createClient needs one of apiKey, token and cookies');
  return { Authorization: `Bearer ${bearer}` };
}

/** 128 random bits. Not randomUUID: browsers have that on secure pages only. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
