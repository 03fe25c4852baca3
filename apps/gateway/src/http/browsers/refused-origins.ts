import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Anybody can send any origin: this many are logged, each once, until the process restarts. */
const maxLoggedNames = 100;
const maxNameLength = 200;

/**
 * Logs which pages and host names were rejected, and the variable that would let them in: whoever sets up the gateway
 * sees only a 403 in a browser.
 */
export function logRefusedOrigins(fastify: FastifyInstance): void {
  const logged = new Set<string>();
  fastify.addHook('onResponse', async (request, reply) => {
    const rejected = findRefusedName(request, reply.problemCode);
    if (!rejected) return;
    const { name, variable, message } = rejected;
    const shownName = name.slice(0, maxNameLength);
    const entry = `${variable} ${shownName}`;
    if (logged.has(entry) || logged.size >= maxLoggedNames) return;
    logged.add(entry);
    request.log.warn({ name: shownName, variable }, message);
  });
}

function findRefusedName(
  { headers, host }: FastifyRequest,
  problemCode: string | undefined,
): { readonly name: string; readonly variable: string; readonly message: string } | undefined {
  if (problemCode === 'unknown-host')
    return {
      name: host,
      variable: 'ALLOWED_HOSTS',
      message: 'a request for a host name that is not served was rejected',
    };
  if (problemCode !== 'cross-site-refused' || headers.origin === undefined) return undefined;
  const isOwnHost = URL.canParse(headers.origin) && new URL(headers.origin).host === host;
  return {
    name: headers.origin,
    // Its own page: a proxy that is not trusted hides that callers use https.
    variable: isOwnHost ? 'TRUSTED_PROXIES' : 'ALLOWED_ORIGINS',
    message: 'a request of a page of this origin was rejected',
  };
}
