import type { FastifyRequest } from 'fastify';
import { invalidInput } from '#problem';
import { Deadline } from '#resilience';

/** Less would hardly be enough for one try. */
export const leastSeconds = 0.05;
const longestSeconds = 300;

/**
 * The header `X-Request-Timeout`: seconds, decimals allowed, that the caller will wait. All upstream calls of the request
 * share that time, their repeats included.
 *
 * @throws ProblemError invalid-input for anything but 0.05 to 300
 */
export function deadlineOf(request: FastifyRequest): Deadline | undefined {
  const header = request.headers['x-request-timeout'];
  if (header === undefined) return undefined;
  const seconds = typeof header === 'string' && /^\d{1,4}(\.\d{1,3})?$/.test(header) ? Number(header) : NaN;
  if (!(seconds >= leastSeconds && seconds <= longestSeconds)) {
    throw invalidInput('/X-Request-Timeout', `X-Request-Timeout must be ${leastSeconds} to ${longestSeconds} seconds`);
  }
  return new Deadline(seconds * 1000);
}
