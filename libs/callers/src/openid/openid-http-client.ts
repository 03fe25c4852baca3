import { Agent, fetch as undiciFetch } from 'undici';
import type { CustomFetch } from 'openid-client';

/** The provider does not respond, or responds with a server error. The message contains no URL and no text of the response. */
export class OpenIdProviderUnavailableError extends Error {
  override readonly name = 'OpenIdProviderUnavailableError';
}

/** Maximum duration of a request to the provider, also to connect. */
export const providerTimeoutSeconds = 5;
const maxResponseBytes = 512 * 1024;

/** Sends requests to the configured origins of the provider only (S8). It follows no redirect, limits the size, and requires TLS 1.2. */
export class OpenIdHttpClient {
  private readonly agent = new Agent({
    connections: 4,
    keepAliveTimeout: 1_000,
    maxResponseSize: maxResponseBytes,
    connect: { timeout: providerTimeoutSeconds * 1_000, minVersion: 'TLSv1.2' },
  });

  /**
   * @param origins the allowed origins: scheme, host and port
   * @param onResponse called after each request, with the reason if the provider is unavailable
   */
  constructor(
    private readonly origins: ReadonlySet<string>,
    private readonly onResponse: (error?: Error) => void = () => undefined,
  ) {}

  /** The `fetch` for openid-client. @throws OpenIdProviderUnavailableError */
  readonly fetch: CustomFetch = async (url, { headers, method, body, signal }) => {
    if (!this.origins.has(new URL(url).origin)) {
      throw new OpenIdProviderUnavailableError('the provider names an endpoint at an origin that is not configured');
    }
    const response = await undiciFetch(url, {
      method,
      headers,
      body: body === undefined || body === null ? undefined : serializeFormBody(body),
      signal,
      redirect: 'manual',
      dispatcher: this.agent,
    }).catch((cause: unknown) => {
      throw this.report(new OpenIdProviderUnavailableError('the provider cannot be reached', { cause }));
    });
    if (response.status >= 500)
      throw this.report(new OpenIdProviderUnavailableError(`the provider responded ${response.status}`));
    this.onResponse();
    return response as unknown as Response;
  };

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private report(error: Error): Error {
    this.onResponse(error);
    return error;
  }
}

/** openid-client sends form bodies only. */
function serializeFormBody(body: unknown): string {
  if (body instanceof URLSearchParams) return body.toString();
  if (typeof body === 'string') return body;
  throw new TypeError('the body is not a form');
}
