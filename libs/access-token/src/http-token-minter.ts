import { Agent, request } from 'undici';
import { type Delay, delay, fullJitter } from '#resilience';
import type { AppTokenMinter, MintedToken } from './app-token-minter.js';
import { MintFailedError } from './errors.js';

export interface HttpTokenMinterOptions {
  /** The token endpoint. There is no default: KooDrive documents none. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the client proves itself: HTTP Basic, or members of the form (RFC 6749, 2.3.1). `body`. */
  readonly authentication?: 'basic' | 'body';
  readonly scope?: string;
  /** Milliseconds for all tries together; 10 000. */
  readonly timeoutMs?: number;
  /** Seconds a token holds where the answer does not say; 300. */
  readonly defaultLife?: number;
  /** Certificates to trust in place of the system's, PEM. */
  readonly ca?: string | Buffer;
  readonly delay?: Delay;
  readonly random?: () => number;
}

const TRIES = 3;
const BACKOFF = { baseMs: 100, mostMs: 1_000 };
const LONGEST_ANSWER = 64 * 1024;

/** Mints app tokens by OAuth 2.0 client credentials (RFC 6749, 4.4). Follows no redirect. */
export class HttpTokenMinter implements AppTokenMinter {
  readonly identity: string;
  readonly #options: HttpTokenMinterOptions;
  readonly #agent: Agent;

  constructor(options: HttpTokenMinterOptions) {
    this.identity = JSON.stringify([options.url, options.clientId, options.scope ?? '']);
    this.#options = options;
    this.#agent = new Agent({
      connections: 2,
      keepAliveTimeout: 1_000,
      connect: { timeout: 3_000, minVersion: 'TLSv1.2', ...(options.ca === undefined ? {} : { ca: options.ca }) },
    });
  }

  /** Tries again where the endpoint was away for a moment. @throws MintFailedError */
  async mint(signal: AbortSignal): Promise<MintedToken> {
    const { timeoutMs = 10_000, random = Math.random, delay: wait = delay } = this.#options;
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    for (let tries = 1; ; tries++) {
      try {
        return await this.#mintOnce(bounded);
      } catch (error) {
        const failure = toMintFailure(error);
        if (!failure.transient || tries === TRIES || bounded.aborted) throw failure;
        await wait(fullJitter(tries, BACKOFF, random), bounded);
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
      if (text.length > LONGEST_ANSWER)
        throw new MintFailedError('the answer of the token endpoint is too long', false);
    }
    return readAnswer(statusCode, text, this.#options.defaultLife ?? 300);
  }

  #headers(): Record<string, string> {
    const { clientId, clientSecret, authentication } = this.#options;
    const plain = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    if (authentication !== 'basic') return plain;
    const pair = Buffer.from(`${formEncode(clientId)}:${formEncode(clientSecret)}`).toString('base64');
    return { ...plain, authorization: `Basic ${pair}` };
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

function readAnswer(status: number, text: string, defaultLife: number): MintedToken {
  const answer = parseObject(text);
  if (status !== 200) {
    // RFC 6749, 5.2: a word of a fixed set. Anything else, and error_description, may hold what we must not repeat.
    const word = typeof answer.error === 'string' && /^[a-z_]{1,40}$/.test(answer.error) ? ` (${answer.error})` : '';
    throw new MintFailedError(`the token endpoint answered ${status}${word}`, status >= 500 || status === 429);
  }
  const { access_token: token, expires_in: life = defaultLife, token_type: type = 'Bearer' } = answer;
  const expiresIn = Number(life);
  if (typeof token !== 'string' || !/^[\x21-\x7e]{1,8192}$/.test(token) || !(expiresIn > 0)) {
    throw new MintFailedError('the answer of the token endpoint holds no token', false);
  }
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') {
    throw new MintFailedError('the token endpoint gave no bearer token', false);
  }
  return { token, expiresIn };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function toMintFailure(error: unknown): MintFailedError {
  if (error instanceof MintFailedError) return error;
  if (error instanceof DOMException) return new MintFailedError('the token endpoint did not answer in time', false);
  return new MintFailedError(`the token endpoint cannot be reached (${codeOf(error)})`, true);
}

/** The system's word, such as ECONNREFUSED, or undici's; messages name hosts. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? code : 'unknown';
}
