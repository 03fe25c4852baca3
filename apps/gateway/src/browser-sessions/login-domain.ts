import type { FastifyRequest } from 'fastify';
import type { Configuration } from '#config';
import { type ForwardedRequest, getOwnOrigin } from '../http/browsers/own-origin.js';

/**
 * The URL to which KooDrive returns the browser after the sign-in; undefined where sign-in is not configured. In
 * development with the embedded sandbox it uses the host of the request, so that the cookies belong to the host to
 * which the browser returns. The sandbox redirects only to loopback addresses.
 */
export function resolveLoginDomain(
  { environment, browserSessions, upstream }: Pick<Configuration, 'environment' | 'browserSessions' | 'upstream'>,
  request: ForwardedRequest & Pick<FastifyRequest, 'hostname'>,
): string | undefined {
  if (browserSessions.loginDomain !== undefined) return browserSessions.loginDomain;
  const usesEmbeddedSandbox = environment === 'development' && upstream.target.kind === 'embedded-sandbox';
  if (!usesEmbeddedSandbox || !/^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/.test(request.hostname)) return undefined;
  return `${getOwnOrigin(request)}/auth/callback`;
}
