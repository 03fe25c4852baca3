import passport from 'passport';
import { looksLikeApiKey } from '../api-keys/api-key-text.js';
import type { Caller } from '../caller.js';
import { bearerOf, type CallerRequest } from '../credential-headers.js';
import { Refusal } from '../refusal.js';
import type { JwtVerifier } from './jwt-verifier.js';

/** JWS in its compact form; the signature may be empty, so that an unsigned token is refused as what it is. */
const form = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;

/** Passport strategy for JSON Web Tokens: `Authorization: Bearer <header>.<claims>.<signature>`. */
export class JwtStrategy extends passport.Strategy {
  override readonly name = 'jwt';

  constructor(private readonly verifier: Pick<JwtVerifier, 'verify'>) {
    super();
  }

  override authenticate(request: CallerRequest): void | Promise<void> {
    const token = bearerOf(request.headers);
    if (token === undefined || looksLikeApiKey(token) || !form.test(token)) return this.pass();
    const verdict = this.verifier.verify(token);
    const decide = (found: Caller | Refusal): void =>
      found instanceof Refusal ? this.fail(found) : this.success(found);
    return verdict instanceof Promise ? verdict.then(decide) : decide(verdict);
  }
}
