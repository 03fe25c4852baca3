import type { Strategy } from 'passport';
import { actingCaller } from './acting.js';
import type { Caller } from './caller.js';
import { type CallerRequest, credentialHeaders } from './credential-headers.js';
import { Refusal } from './refusal.js';
import { sessionCookieCount } from './sessions/cookies.js';

/** Any Passport strategy whose user is a Caller. It passes where the request holds no credential of its kind. */
export type CallerStrategy = Pick<Strategy, 'name'> & { authenticate(request: CallerRequest): unknown };

/**
 * Who makes this request. The strategies are asked in turn; the first that finds a credential of its kind decides.
 * Passport's own runner wants Express, and answers by itself; this one only says who. Never rejects.
 */
export async function authenticate(
  strategies: readonly CallerStrategy[],
  request: CallerRequest,
): Promise<Caller | Refusal> {
  const presented = credentialHeaders(request) + sessionCookieCount(request);
  if (presented > 1) return new Refusal('several-credentials');
  for (const strategy of strategies) {
    const verdict = await attempt(strategy, request);
    if (verdict instanceof Refusal) return verdict;
    if (verdict !== undefined) return actingCaller(verdict, request);
  }
  return new Refusal(presented === 0 ? 'no-credential' : 'unknown-credential');
}

/** Runs one strategy on a copy of its own, to which it speaks through these five methods (Passport's protocol). */
function attempt(strategy: CallerStrategy, request: CallerRequest): Promise<Caller | Refusal | undefined> {
  return new Promise((resolve) => {
    const failed = (cause: unknown): void => resolve(new Refusal('verification-failed', { cause }));
    const run = Object.assign(Object.create(strategy) as CallerStrategy, {
      success: (caller: Caller): void => resolve(caller),
      fail: (challenge: unknown): void =>
        resolve(challenge instanceof Refusal ? challenge : new Refusal('unknown-credential')),
      pass: (): void => resolve(undefined),
      error: failed,
      redirect: (): void => failed(new Error(`strategy ${strategy.name} wants a redirect`)),
    });
    try {
      // A strategy may be asynchronous: what it rejects with must not be lost.
      Promise.resolve(run.authenticate(request)).catch(failed);
    } catch (error) {
      failed(error);
    }
  });
}
