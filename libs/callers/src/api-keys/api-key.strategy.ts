import passport from 'passport';
import type { ApiKeyRegistry } from './api-key-registry.js';
import { hasApiKeyPrefix } from './api-key-format.js';
import { parseBearerToken, type CallerRequest } from '../credential-headers.js';
import { AuthenticationFailure } from '../authentication-failure.js';

/** Passport strategy for API keys: `Authorization: Bearer kdg_...` or `X-API-Key: kdg_...`. */
export class ApiKeyStrategy extends passport.Strategy {
  override readonly name = 'api-key';

  constructor(private readonly registry: ApiKeyRegistry) {
    super();
  }

  override authenticate(request: CallerRequest): void {
    const text = readPresentedKey(request);
    if (text === undefined) return this.pass();
    const result = this.registry.verify(text);
    if (result instanceof AuthenticationFailure) return this.fail(result);
    this.success(result);
  }
}

/** X-API-Key always holds an API key. A bearer token without the prefix is for another strategy. */
function readPresentedKey({ headers }: CallerRequest): string | undefined {
  const key = headers['x-api-key'];
  if (typeof key === 'string') return key;
  const bearer = parseBearerToken(headers);
  return bearer !== undefined && hasApiKeyPrefix(bearer) ? bearer : undefined;
}
