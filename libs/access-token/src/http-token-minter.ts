import { Agent, request } from 'undici';
import { type Delay, delay, fullJitter } from '#resilience';
import type { AppTokenMinter, MintedToken } from './app-token-minter.js';
import { MintFailedError } from './errors.js';

export interface HttpTokenMinterOptions {
  /** The token endpoint. There is no default: KooDrive documents none. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the client authenticates: HTTP Basic, or members of the form body (RFC 6749, 2.3.1); `body`. */
  readonly authentication?: 'basic' | 'body';
  readonly scope?: string;
  /** Milliseconds for all attempts together; 10 000. */
  readonly timeoutMs?: number;
  /** Lifetime of a token, in seconds, when the response does not say it; 300. */
  readonly defaultLifetimeSeconds?: number;
  /** Certificates to trust instead of the system's, PEM. */
  readonly ca?: string | Buffer;
  readonly delay?: Delay;
  readonly random?: () => number;
}

const defaultTimeoutMs = 10_000;
const defaultTokenLifetimeSeconds = 300;
const maxConnections = 2;
const keepAliveMs = 1_000;
const connectTimeoutMs = 3_000;
const maxAttempts = 3;
const retryBackoff = { baseDelayMs: 100, maxDelayMs: 1_000 };
const maxResponseCharacters = 64 * 1024;

/** Mints app tokens by OAuth 2.0 client credentials (RFC 6749, 4.4). Does not follow redirects. */
export class HttpTokenMinter implements AppTokenMinter {
  readonly identity: string;
  readonly #options: HttpTokenMinterOptions;
  readonly #agent: Agent;

  constructor(options: HttpTokenMinterOptions) {
    this.identity = JSON.stringify([options.url, options.clientId, options.scope ?? '']);
    this.#options = options;
    this.#agent = new Agent({
      connections: maxConnections,
      keepAliveTimeout: keepAliveMs,
      connect: { timeout: connectTimeoutMs, minVersion: 'TLSv1.2', ca: options.ca },
    });
  }

  /** Retries a transient failure. @throws MintFailedError */
  async mint(signal: AbortSignal): Promise<MintedToken> {
    const { timeoutMs = defaultTimeoutMs, random = Math.random, delay: wait = delay } = this.#options;
    const boundedSignal = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#mintOnce(boundedSignal);
      } catch (error) {
        const failure = toMintFailedError(error);
        if (!failure.transient || attempt === maxAttempts || boundedSignal.aborted) throw failure;
        await wait(fullJitter(attempt, retryBackoff, random), boundedSignal);
      }
    }
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  async #mintOnce(signal: AbortSignal): Promise<MintedToken> {
    const { statusCode, body } = await request(this.#options.url, {
      method: 'POST',
      dispatcher: this.#agent,
      headers: this.#headers(),
      body: this.#form(),
      signal,
    });
    let text = '';
    for await (const chunk of body.setEncoding('utf8') as AsyncIterable<string>) {
      text += chunk;
      if (text.length > maxResponseCharacters)
        throw new MintFailedError('the response of the token endpoint is too long', false);
    }
    const defaultLifetimeSeconds = this.#options.defaultLifetimeSeconds ?? defaultTokenLifetimeSeconds;
    return parseTokenResponse(statusCode, text, defaultLifetimeSeconds);
  }

  #headers(): Record<string, string> {
    const { clientId, clientSecret, authentication } = this.#options;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    if (authentication !== 'basic') return headers;
    const credentials = Buffer.from(`${formEncode(clientId)}:${formEncode(clientSecret)}`).toString('base64');
    return { ...headers, authorization: `Basic ${credentials}` };
  }

  #form(): string {
    const { clientId, clientSecret, authentication, scope } = this.#options;
    const form = new URLSearchParams({ grant_type: 'client_credentials' });
    if (scope) form.set('scope', scope);
    if (authentication !== 'basic') {
      form.set('client_id', clientId);
      form.set('client_secret', clientSecret);
    }
    return form.toString();
  }
}

/** RFC 6749, 2.3.1: id and secret are form-encoded before they go into HTTP Basic. */
function formEncode(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}

function parseTokenResponse(status: number, text: string, defaultLifetimeSeconds: number): MintedToken {
  const response = parseObject(text);
  if (status !== 200) {
    // RFC 6749, 5.2: `error` is a word of a fixed set. Other values, and error_description, may contain secrets.
    const errorCode =
      typeof response.error === 'string' && /^[a-z_]{1,40}$/.test(response.error) ? ` (${response.error})` : '';
    const transient = status >= 500 || status === 429;
    throw new MintFailedError(`the token endpoint responded with ${status}${errorCode}`, transient);
  }
  const { access_token: token, expires_in: lifetime = defaultLifetimeSeconds, token_type: type = 'Bearer' } = response;
  const expiresInSeconds = Number(lifetime);
  if (typeof token !== 'string' || !/^[\x21-\x7e]{1,8192}$/.test(token) || !(expiresInSeconds > 0)) {
    throw new MintFailedError('the response of the token endpoint contains no valid token', false);
  }
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') {
    throw new MintFailedError('the token endpoint issued a token that is not a bearer token', false);
  }
  return { token, expiresInSeconds };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function toMintFailedError(error: unknown): MintFailedError {
  if (error instanceof MintFailedError) return error;
  if (error instanceof DOMException) return new MintFailedError('the token endpoint did not respond in time', false);
  return new MintFailedError(`the token endpoint cannot be reached (${systemErrorCodeOf(error)})`, true);
}

/** The error code of the system (such as ECONNREFUSED) or of undici. Not the message, which contains host names. */
function systemErrorCodeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? code : 'unknown';
}
