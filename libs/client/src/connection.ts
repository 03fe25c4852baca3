import type { ClientOptions } from './client-options.js';
import { safeMethods, withRetries, sleep } from './retry.js';

/** What all calls share: the base URL, the credential and the retries. */
export interface Connection {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly credentials: RequestCredentials;
  /** The headers of a call. Requests a new token for each call, since the previous one may have been renewed. */
  readonly createHeaders: () => Promise<Record<string, string>>;
  /** Sends a request once and unchanged. */
  readonly sendOnce: (request: Request) => Promise<Response>;
  /** Adds the headers, and an Idempotency-Key if the options ask for one. Repeats calls that may be repeated. */
  readonly sendWithRetries: (request: Request) => Promise<Response>;
}

const defaultMaxRetries = 2;

export function createConnection(options: ClientOptions): Connection {
  const { baseUrl, idempotency = false, retries: maxRetries = defaultMaxRetries, cookies } = options;
  const sendOnce = options.fetch ?? ((request: Request) => globalThis.fetch(request));
  const createHeaders = (): Promise<Record<string, string>> => buildHeaders(options);
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    credentials: cookies ? 'include' : 'omit',
    createHeaders,
    sendOnce,
    sendWithRetries: async (request) => {
      const headers = await createHeaders();
      if (idempotency && !safeMethods.has(request.method)) headers['Idempotency-Key'] = createIdempotencyKey();
      for (const [name, value] of Object.entries(headers)) {
        if (!request.headers.has(name)) request.headers.set(name, value);
      }
      return withRetries(sendOnce, { maxRetries, sleep })(request);
    },
  };
}

async function buildHeaders(options: ClientOptions): Promise<Record<string, string>> {
  const headers = await createAuthorizationHeaders(options);
  if (options.onBehalfOf !== undefined) headers['X-On-Behalf-Of'] = options.onBehalfOf;
  if (options.language !== undefined) headers['Accept-Language'] = options.language;
  return headers;
}

/** With cookies the gateway requires X-CSRF: a page of a foreign origin cannot send this header without a CORS preflight. */
async function createAuthorizationHeaders({ apiKey, token, cookies }: ClientOptions): Promise<Record<string, string>> {
  if (cookies) return { 'X-CSRF': '1' };
  const bearerToken = apiKey ?? (typeof token === 'function' ? await token() : token);
  if (!bearerToken) throw new TypeError('createClient needs one of apiKey, token and cookies');
  return { Authorization: `Bearer ${bearerToken}` };
}

/** 128 random bits. Not randomUUID, which browsers offer only on secure pages. */
function createIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
