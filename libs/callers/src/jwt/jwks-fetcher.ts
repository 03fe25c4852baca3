import type { JSONWebKeySet } from 'jose';
import { Agent, request } from 'undici';

export interface JwksFetcherOptions {
  /** Milliseconds for the complete fetch; default 3000. */
  readonly timeoutMs?: number;
  /** CA certificates to trust instead of those of the system, as PEM. */
  readonly ca?: string | Buffer;
}

/** The keys cannot be fetched. The message contains no URL and no text of the response. */
export class JwksUnavailableError extends Error {
  override readonly name = 'JwksUnavailableError';
}

const defaultTimeoutMs = 3_000;
/** In UTF-16 code units. */
const maxResponseLength = 256 * 1024;
const maxKeys = 100;

/** Fetches a JSON Web Key Set (RFC 7517, 5) from the configured URL. It follows no redirect, and limits size and time. */
export class JwksFetcher {
  private readonly agent: Agent;
  private readonly timeoutMs: number;

  constructor(
    private readonly url: string,
    { timeoutMs = defaultTimeoutMs, ca }: JwksFetcherOptions = {},
  ) {
    this.timeoutMs = timeoutMs;
    this.agent = new Agent({
      connections: 1,
      keepAliveTimeout: 1_000,
      connect: { timeout: timeoutMs, minVersion: 'TLSv1.2', ca },
    });
  }

  /** @throws JwksUnavailableError */
  async fetch(): Promise<JSONWebKeySet> {
    try {
      return parseJwks(await this.fetchText());
    } catch (error) {
      if (error instanceof JwksUnavailableError) throw error;
      throw new JwksUnavailableError(`the keys of the token issuer cannot be fetched (${describeError(error)})`);
    }
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private async fetchText(): Promise<string> {
    const { statusCode, body } = await request(this.url, {
      dispatcher: this.agent,
      headers: { accept: 'application/jwk-set+json, application/json' },
      signal: AbortSignal.timeout(this.timeoutMs),
    });
    let text = '';
    for await (const chunk of body.setEncoding('utf8') as AsyncIterable<string>) {
      text += chunk;
      if (text.length > maxResponseLength)
        throw new JwksUnavailableError('the key set of the token issuer is too long');
    }
    if (statusCode !== 200) throw new JwksUnavailableError(`the token issuer responded ${statusCode} for its keys`);
    return text;
  }
}

/** @throws JwksUnavailableError, SyntaxError */
export function parseJwks(text: string): JSONWebKeySet {
  const content = JSON.parse(text) as unknown;
  const keys = typeof content === 'object' && content !== null && 'keys' in content ? content.keys : undefined;
  if (!Array.isArray(keys) || keys.length === 0 || keys.length > maxKeys || !keys.every(isJwk)) {
    throw new JwksUnavailableError('the response of the token issuer is not a key set');
  }
  return { keys };
}

function isJwk(value: unknown): value is JSONWebKeySet['keys'][number] {
  return typeof value === 'object' && value !== null && 'kty' in value && typeof value.kty === 'string';
}

/** A system error code such as ECONNREFUSED. Messages are not used, because they contain host names. */
function describeError(error: unknown): string {
  if (error instanceof SyntaxError) return 'not JSON';
  if (error instanceof DOMException) return 'not in time';
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? code : 'unknown reason';
}
