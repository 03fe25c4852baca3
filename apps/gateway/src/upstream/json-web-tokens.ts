import { type CallerStrategy, IssuerKeys, JwtStrategy, JwtVerifier, KeySetFetch } from '#callers';
import type { JwtSettings } from '#config';
import type { createLogger } from '#telemetry';

/** Callers with JSON Web Tokens of the configured issuer. */
export interface JsonWebTokens {
  readonly strategy: CallerStrategy;
  close(): Promise<void>;
}

export function jsonWebTokens(settings: JwtSettings, logger: ReturnType<typeof createLogger>): JsonWebTokens {
  const source = new KeySetFetch(settings.jwksUrl);
  const keys = new IssuerKeys(source, {
    onProblem: (error) => logger.warn({ err: error }, 'keys of the token issuer'),
  });
  return { strategy: new JwtStrategy(new JwtVerifier(settings, keys)), close: () => source.close() };
}
