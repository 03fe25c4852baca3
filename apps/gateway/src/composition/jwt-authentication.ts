import { type AuthenticationStrategy, JwksCache, JwtStrategy, JwtVerifier, JwksFetcher } from '#callers';
import type { JwtSettings } from '#config';
import type { createLogger } from '#telemetry';

/** Authentication of callers by JSON Web Tokens of the configured issuer. */
export interface JwtAuthentication {
  readonly strategy: AuthenticationStrategy;
  close(): Promise<void>;
}

export function createJwtAuthentication(
  settings: JwtSettings,
  logger: ReturnType<typeof createLogger>,
): JwtAuthentication {
  const fetcher = new JwksFetcher(settings.jwksUrl);
  const keys = new JwksCache(fetcher, {
    onError: (error) => logger.warn({ err: error }, 'keys of the token issuer'),
  });
  return { strategy: new JwtStrategy(new JwtVerifier(settings, keys)), close: () => fetcher.close() };
}
