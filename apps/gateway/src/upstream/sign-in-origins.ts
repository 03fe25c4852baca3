import { type Configuration, isLoopback } from '#config';
import { AllowedOrigins } from '#koodrive';

/**
 * The origins of the page where KooDrive lets a browser sign in. KooDrive does not document them: without a configured
 * list, any https origin is allowed, and outside production a loopback address too.
 */
export class SignInOrigins {
  private readonly configured: AllowedOrigins | undefined;

  constructor(
    private readonly environment: Configuration['environment'],
    origins?: readonly string[],
  ) {
    this.configured = origins && new AllowedOrigins(origins);
  }

  allows(url: URL): boolean {
    if (this.configured) return this.configured.allows(url);
    const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && this.allowsPlainHttp(url.hostname));
    return isSafe && url.username === '' && url.password === '';
  }

  private allowsPlainHttp(hostname: string): boolean {
    return this.environment !== 'production' && isLoopback(hostname);
  }
}
