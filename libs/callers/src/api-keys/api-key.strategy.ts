import passport from 'passport';
import type { ApiKeyRegistry } from './api-key-registry.js';
import { looksLikeApiKey } from './api-key-text.js';
import { bearerOf, type CallerRequest } from '../credential-headers.js';
import { Refusal } from '../refusal.js';

/** Passport strategy for API keys: `Authorization: Bearer kdg_...` or `X-API-Key: kdg_...`. */
export class ApiKeyStrategy extends passport.Strategy {
  override readonly name = 'api-key';

  constructor(private readonly registry: ApiKeyRegistry) {
    super();
  }

  override authenticate(request: CallerRequest): void {
    const text = presentedKey(request);
    if (text === undefined) return this.pass();
    const verdict = this.registry.verify(text);
    if (verdict instanceof Refusal) return this.fail(verdict);
    this.success(verdict);
  }
}

/** What stands in X-API-Key can only be meant as one; a bearer may also be another strategy's. */
function presentedKey({ headers }: CallerRequest): string | undefined {
  const key = headers['x-api-key'];
  if (typeof key === 'string') return key;
  const bearer = bearerOf(headers);
  return bearer !== undefined && looksLikeApiKey(bearer) ? bearer : undefined;
}
