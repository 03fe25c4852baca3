import type { Strategy } from 'passport';
import { applyOnBehalfOf } from './on-behalf-of.js';
import type { Caller } from './caller.js';
import { type CallerRequest, countCredentialHeaders } from './credential-headers.js';
import { AuthenticationFailure } from './authentication-failure.js';

/** A Passport strategy whose user is a Caller. It passes if the request has no credential of its kind. */
export type AuthenticationStrategy = Pick<Strategy, 'name'> & {
  authenticate(request: CallerRequest): unknown;
  /** The number of credentials of its kind that are not in headers of their own, such as cookies. */
  countCredentials?(request: CallerRequest): number;
};

/**
 * Authenticates a request. The strategies run in order, and the first one that finds a credential of its kind decides.
 * Passport's own authenticator requires Express and sends responses; this function only returns the result. The promise
 * never rejects.
 */
export async function authenticate(
  strategies: readonly AuthenticationStrategy[],
  request: CallerRequest,
): Promise<Caller | AuthenticationFailure> {
  let credentialCount = countCredentialHeaders(request);
  for (const strategy of strategies) credentialCount += strategy.countCredentials?.(request) ?? 0;
  if (credentialCount > 1) return new AuthenticationFailure('several-credentials');
  for (const strategy of strategies) {
    const result = await runStrategy(strategy, request);
    if (result instanceof AuthenticationFailure) return result;
    if (result !== undefined) return applyOnBehalfOf(result, request);
  }
  return new AuthenticationFailure(credentialCount === 0 ? 'no-credential' : 'unknown-credential');
}

/**
 * Runs one strategy for one request. A strategy reports its result through five methods of itself (Passport's protocol),
 * so each run gets its own object that inherits from the strategy.
 * @returns undefined if the strategy passed
 */
function runStrategy(
  strategy: AuthenticationStrategy,
  request: CallerRequest,
): Promise<Caller | AuthenticationFailure | undefined> {
  return new Promise((resolve) => {
    const resolveWithError = (cause: unknown): void =>
      resolve(new AuthenticationFailure('verification-failed', { cause }));
    const run = Object.assign(Object.create(strategy) as AuthenticationStrategy, {
      success: (caller: Caller): void => resolve(caller),
      fail: (challenge: unknown): void =>
        resolve(
          challenge instanceof AuthenticationFailure ? challenge : new AuthenticationFailure('unknown-credential'),
        ),
      pass: (): void => resolve(undefined),
      error: resolveWithError,
      redirect: (): void => resolveWithError(new Error(`strategy ${strategy.name} tried to redirect`)),
    });
    try {
      // A strategy may be asynchronous: its rejection must not be lost.
      Promise.resolve(run.authenticate(request)).catch(resolveWithError);
    } catch (error) {
      resolveWithError(error);
    }
  });
}
