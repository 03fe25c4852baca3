import type { FastifyRequest } from 'fastify';
import type { Configuration } from '#config';

/**
 * What KooDrive is told about where the browser comes back; undefined where nobody can sign in. In development with the
 * sandbox it is the address that the browser asked for, so that cookies meet the same host on the way back; the sandbox
 * leads nowhere but to loopback.
 */
export function loginDomain(
  { environment, sessions, upstream }: Pick<Configuration, 'environment' | 'sessions' | 'upstream'>,
  request: Pick<FastifyRequest, 'protocol' | 'host' | 'hostname'>,
): string | undefined {
  if (sessions.loginDomain !== undefined) return sessions.loginDomain;
  const embedded = environment === 'development' && upstream.target.kind === 'embedded-sandbox';
  if (!embedded || !/^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/.test(request.hostname)) return undefined;
  return `${request.protocol}://${request.host}/auth/callback`;
}
