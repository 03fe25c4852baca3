import type { JSONWebKeySet } from 'jose';
import { Agent, request } from 'undici';

export interface KeySetFetchOptions {
  /** Milliseconds for the whole fetch; 3 000. */
  readonly timeoutMs?: number;
  /** Certificates to trust in place of the system's, PEM. */
  readonly ca?: string | Buffer;
}

/** The keys cannot be had. Holds no address and no word of the answer. */
export class KeySetUnavailableError extends Error {
  override readonly name = 'KeySetUnavailableError';
}

const LONGEST_ANSWER = 256 * 1024;
const MOST_KEYS = 100;

/** Fetches a JSON Web Key Set (RFC 7517, 5) from one configured address. Follows no redirect; bounded in size and time. */
export class KeySetFetch {
  readonly #agent: Agent;
  readonly #timeoutMs: number;

  constructor(
    private readonly url: string,
    { timeoutMs = 3_000, ca }: KeySetFetchOptions = {},
  ) {
    this.#timeoutMs = timeoutMs;
    this.#agent = new Agent({
      connections: 1,
      keepAliveTimeout: 1_000,
      connect: { timeout: timeoutMs, minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    });
  }

  /** @throws KeySetUnavailableError */
  async fetch(): Promise<JSONWebKeySet> {
    try {
      return readKeySet(await this.#text());
    } catch (error) {
      if (error instanceof KeySetUnavailableError) throw error;
      throw new KeySetUnavailableError(`the keys of the token issuer cannot be fetched (${wordOf(error)})`);
    }
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  async #text(): Promise<string> {
    const { statusCode, body } = await request(this.url, {
      dispatcher: this.#agent,
      headers: { accept: 'application/jwk-set+json, application/json' },
      signal: AbortSignal.timeout(this.#timeoutMs),
    });
    let text = '';
    for await (const chunk of body.setEncoding('utf8') as AsyncIterable<string>) {
      text += chunk;
      if (text.length > LONGEST_ANSWER) throw new KeySetUnavailableError('the key set of the token issuer is too long');
    }
    if (statusCode !== 200) throw new KeySetUnavailableError(`the token issuer answered ${statusCode} for its keys`);
    return text;
  }
}

function readKeySet(text: string): JSONWebKeySet {
  const content = JSON.parse(text) as unknown;
  const keys = typeof content === 'object' && content !== null && 'keys' in content ? content.keys : undefined;
  if (!Array.isArray(keys) || keys.length === 0 || keys.length > MOST_KEYS || !keys.every(isKey)) {
    throw new KeySetUnavailableError('the answer of the token issuer is no key set');
  }
  return { keys };
}

function isKey(value: unknown): value is JSONWebKeySet['keys'][number] {
  return typeof value === 'object' && value !== null && 'kty' in value && typeof value.kty === 'string';
}

/** The system's word, such as ECONNREFUSED; messages name hosts. */
function wordOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'not JSON';
  if (error instanceof DOMException) return 'not in time';
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? code : 'unknown reason';
}
