import { type AuthenticationStrategy, JwksCache, JwtStrategy, JwtVerifier, JwksFetcher } from '#callers';
import type { JwtSettings } from '#config';

/** Authentication of callers by JSON Web Tokens of the configured issuer. */
export interface JwtAuthentication {
  readonly strategy: AuthenticationStrategy;
  close(): Promise<void>;
}

/** @param onFetch is told whether the keys of the issuer could be fetched */
export function createJwtAuthentication(settings: JwtSettings, onFetch: (error?: Error) => void): JwtAuthentication {
  const fetcher = new JwksFetcher(settings.jwksUrl);
  const keys = new JwksCache(fetcher, { onFetch });
  return { strategy: new JwtStrategy(new JwtVerifier(settings, keys)), close: () => fetcher.close() };
}
