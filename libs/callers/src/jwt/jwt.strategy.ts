import passport from 'passport';
import { hasApiKeyPrefix } from '../api-keys/api-key-format.js';
import type { Caller } from '../caller.js';
import { parseBearerToken, type CallerRequest } from '../credential-headers.js';
import { AuthenticationFailure } from '../authentication-failure.js';
import type { JwtVerifier } from './jwt-verifier.js';

/** Compact form of a JWS. The signature may be empty, so that an unsigned token is rejected with its own reason. */
const compactJwsPattern = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;

/** Passport strategy for JSON Web Tokens: `Authorization: Bearer <header>.<claims>.<signature>`. */
export class JwtStrategy extends passport.Strategy {
  override readonly name = 'jwt';

  constructor(private readonly verifier: Pick<JwtVerifier, 'verify'>) {
    super();
  }

  override authenticate(request: CallerRequest): void | Promise<void> {
    const token = parseBearerToken(request.headers);
    if (token === undefined || hasApiKeyPrefix(token) || !compactJwsPattern.test(token)) return this.pass();
    const report = (result: Caller | AuthenticationFailure): void =>
      result instanceof AuthenticationFailure ? this.fail(result) : this.success(result);
    const result = this.verifier.verify(token);
    return result instanceof Promise ? result.then(report) : report(result);
  }
}
