import type { FastifyRequest } from 'fastify';
import { createInvalidInputProblem } from '#problem';
import { Deadline } from '#resilience';

/** A shorter time would hardly be enough for one attempt. */
export const minRequestTimeoutSeconds = 0.05;
export const maxRequestTimeoutSeconds = 300;
/** Seconds with at most three decimals. */
export const requestTimeoutPattern = /^\d{1,4}(\.\d{1,3})?$/;

/**
 * The deadline from the header `X-Request-Timeout`: seconds, decimals allowed, that the caller waits. All upstream
 * calls of the request share that time, with their retries.
 *
 * @returns undefined without the header
 * @throws ProblemError invalid-input for anything but 0.05 to 300
 */
export function parseRequestDeadline(request: FastifyRequest): Deadline | undefined {
  const header = request.headers['x-request-timeout'];
  if (header === undefined) return undefined;
  const seconds = typeof header === 'string' && requestTimeoutPattern.test(header) ? Number(header) : NaN;
  if (!(seconds >= minRequestTimeoutSeconds && seconds <= maxRequestTimeoutSeconds)) {
    throw createInvalidInputProblem('/X-Request-Timeout', {
      en: `must be ${minRequestTimeoutSeconds} to ${maxRequestTimeoutSeconds} seconds`,
      zh: `必须为 ${minRequestTimeoutSeconds} 至 ${maxRequestTimeoutSeconds} 秒`,
    });
  }
  return new Deadline(seconds * 1000);
}
