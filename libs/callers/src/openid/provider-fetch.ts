import { Agent, fetch as undiciFetch } from 'undici';
import type { CustomFetch } from 'openid-client';

/** The provider does not answer, or answers that it cannot. Holds no address and no word of the answer. */
export class ProviderUnavailableError extends Error {
  override readonly name = 'ProviderUnavailableError';
}

/** Seconds for each request. */
export const providerTimeout = 5;
const LONGEST_ANSWER = 512 * 1024;

/** Requests to the provider: to its configured origins only (S8), no redirects, bounded in size, TLS 1.2 or higher. */
export class ProviderFetch {
  readonly #agent = new Agent({
    connections: 4,
    keepAliveTimeout: 1_000,
    maxResponseSize: LONGEST_ANSWER,
    connect: { timeout: providerTimeout * 1_000, minVersion: 'TLSv1.2' },
  });

  /** @param origins scheme, host and port of each */
  constructor(private readonly origins: ReadonlySet<string>) {}

  /** As openid-client wants it. @throws ProviderUnavailableError */
  readonly fetch: CustomFetch = async (url, { headers, method, body, signal }) => {
    if (!this.origins.has(new URL(url).origin)) {
      throw new ProviderUnavailableError('the provider names an endpoint at an origin that is not configured');
    }
    const sent = body === undefined || body === null ? {} : { body: bodyText(body) };
    const answer = await undiciFetch(url, {
      method,
      headers,
      ...sent,
      ...(signal && { signal }),
      redirect: 'manual',
      dispatcher: this.#agent,
    }).catch((error: unknown) => {
      throw new ProviderUnavailableError('the provider cannot be reached', { cause: error });
    });
    if (answer.status >= 500) throw new ProviderUnavailableError(`the provider answered ${answer.status}`);
    return answer as unknown as Response;
  };

  close(): Promise<void> {
    return this.#agent.destroy();
  }
}

/** openid-client sends forms; nothing else of ours goes there. */
function bodyText(body: unknown): string {
  if (body instanceof URLSearchParams) return body.toString();
  if (typeof body === 'string') return body;
  throw new TypeError('a body that is no form');
}
