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

  /** @param origins the allowed origins: scheme, host and port */
  constructor(private readonly origins: ReadonlySet<string>) {}

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
      throw new OpenIdProviderUnavailableError(`the provider cannot be reached (${describeCause(cause)})`, { cause });
    });
    if (response.status >= 500) throw new OpenIdProviderUnavailableError(`the provider responded ${response.status}`);
    return response as unknown as Response;
  };

  close(): Promise<void> {
    return this.agent.destroy();
  }
}

/** openid-client sends form bodies only. */
function serializeFormBody(body: unknown): string {
  if (body instanceof URLSearchParams) return body.toString();
  if (typeof body === 'string') return body;
  throw new TypeError('the body is not a form');
}

/** A system error code such as ECONNREFUSED. Messages are not used, because they contain host names. */
function describeCause(error: unknown): string {
  if (error instanceof DOMException) return 'not in time';
  const { cause } = error as Error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? code : 'unknown reason';
}
