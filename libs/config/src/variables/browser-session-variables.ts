import { EnvironmentVariable } from '../environment-variable.js';
import type { Secret } from '../secret.js';
import {
  createIntegerParser,
  parseExactOrigins,
  parseFrontEndDomain,
  parseHttpUrl,
  parseOpenIdScope,
  parsePathPrefixes,
  parseSecret,
  parseStringList,
  parseText,
} from '../variable-parsers.js';

/** How browsers sign in, and their browser sessions. */
export class BrowserSessionVariables {
  @EnvironmentVariable(
    'Where KooDrive sends a browser after its sign-in: the domain for getAuthCodeURL, or a complete URL. It must lead to /auth/callback of this gateway.',
    parseFrontEndDomain,
    { defaultDescription: 'none: nobody can sign in with KooDrive; with the embedded sandbox, this gateway' },
  )
  LOGIN_DOMAIN?: string;

  @EnvironmentVariable(
    'Path prefixes of this origin that a sign-in may return to, as a comma-separated list. Without `returnTo`, it returns to the first one.',
    parsePathPrefixes,
    { defaultDescription: '/' },
  )
  LOGIN_RETURN_PATHS: readonly string[] = ['/'];

  @EnvironmentVariable(
    'Issuer of the OpenID Connect provider where browsers may also sign in. Set it with the next four variables.',
    parseHttpUrl,
    { defaultDescription: 'none' },
  )
  OIDC_ISSUER?: URL;

  @EnvironmentVariable('Client id at that provider.', parseText, { defaultDescription: 'none' })
  OIDC_CLIENT_ID?: string;

  @EnvironmentVariable('Client secret at that provider.', parseSecret, { defaultDescription: 'none', secret: true })
  OIDC_CLIENT_SECRET?: Secret;

  @EnvironmentVariable(
    'URL of /auth/openid/callback of this gateway, as browsers and the provider know it.',
    parseHttpUrl,
    { defaultDescription: 'none' },
  )
  OIDC_REDIRECT_URL?: URL;

  @EnvironmentVariable("Claim of the ID token that holds KooDrive's id of the user.", parseText, {
    defaultDescription: 'none',
  })
  OIDC_USER_CLAIM?: string;

  @EnvironmentVariable('Scopes to request from the provider, separated by spaces.', parseOpenIdScope, {
    defaultDescription: 'openid',
  })
  OIDC_SCOPES = 'openid';

  @EnvironmentVariable(
    "Origins of the provider's endpoints that differ from the origin of the issuer, as a comma-separated list.",
    parseExactOrigins,
    { defaultDescription: 'none' },
  )
  OIDC_ENDPOINT_ORIGINS: readonly string[] = [];

  @EnvironmentVariable('URL that the provider sends the browser to after a sign-out there.', parseHttpUrl, {
    defaultDescription: "the provider's own page",
  })
  OIDC_AFTER_LOGOUT_URL?: URL;

  @EnvironmentVariable('Scopes of browser sessions, as a comma-separated list.', parseStringList, {
    defaultDescription: 'every scope except act-for:users and admin:*',
  })
  SESSION_SCOPES?: readonly string[];

  @EnvironmentVariable(
    'Time without a request after which a browser session ends, in minutes.',
    createIntegerParser(1, 1440),
    { defaultDescription: '60' },
  )
  SESSION_IDLE_MINUTES = 60;

  @EnvironmentVariable(
    'Time after the sign-in when a browser session ends, even if it is in use, in minutes.',
    createIntegerParser(1, 43_200),
    { defaultDescription: '720' },
  )
  SESSION_LIFETIME_MINUTES = 720;

  @EnvironmentVariable(
    'Other origins whose pages may call with a browser session (CORS), as a comma-separated list. Patterns are not allowed.',
    parseExactOrigins,
    { defaultDescription: 'none' },
  )
  ALLOWED_ORIGINS: readonly string[] = [];
}
