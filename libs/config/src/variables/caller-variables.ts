import { EnvironmentVariable } from '../environment-variable.js';
import { createIntegerParser, parseHttpUrl, parseSignatureAlgorithms, parseText } from '../variable-parsers.js';

const parseRequestsPerMinute = createIntegerParser(0, 1_000_000_000);

/** The services that call the gateway, and the rate limits of all callers. */
export class CallerVariables {
  @EnvironmentVariable('File with the hashes of API keys; `npm run keys` writes it.', parseText, {
    defaultDescription: '.data/api-keys.json; required in production',
  })
  API_KEYS_FILE?: string;

  @EnvironmentVariable(
    'Issuer (`iss`) of the JSON Web Tokens that services call with. Set it with the next two variables.',
    parseText,
    { defaultDescription: 'none: no tokens are accepted' },
  )
  JWT_ISSUER?: string;

  @EnvironmentVariable('Audience (`aud`) that those tokens must name.', parseText, { defaultDescription: 'none' })
  JWT_AUDIENCE?: string;

  @EnvironmentVariable("URL of the issuer's public keys (JWKS).", parseHttpUrl, { defaultDescription: 'none' })
  JWT_JWKS_URL?: URL;

  @EnvironmentVariable('Accepted signature algorithms, as a comma-separated list.', parseSignatureAlgorithms, {
    defaultDescription: 'RS256,ES256,EdDSA',
  })
  JWT_ALGORITHMS: readonly string[] = ['RS256', 'ES256', 'EdDSA'];

  @EnvironmentVariable('Prefix that the issuer adds to a scope of the gateway, such as `koodrive/`.', parseText, {
    defaultDescription: 'none',
  })
  JWT_SCOPE_PREFIX?: string;

  @EnvironmentVariable('Claim that holds the id of the KooDrive user to act for.', parseText, {
    defaultDescription: 'none: tokens act as the app',
  })
  JWT_USER_CLAIM?: string;

  @EnvironmentVariable(
    'Read calls per minute for each caller. 0 means no limit, here and in the next five variables.',
    parseRequestsPerMinute,
    { defaultDescription: '6000' },
  )
  RATE_LIMIT_READS = 6000;

  @EnvironmentVariable('Write calls per minute for each caller.', parseRequestsPerMinute, { defaultDescription: '600' })
  RATE_LIMIT_WRITES = 600;

  @EnvironmentVariable(
    'Downloads and uploads (each part counts) per minute that each caller may start.',
    parseRequestsPerMinute,
    { defaultDescription: '1200' },
  )
  RATE_LIMIT_CONTENT = 1200;

  @EnvironmentVariable('Steps of sign-ins per minute from each IP address.', parseRequestsPerMinute, {
    defaultDescription: '120',
  })
  RATE_LIMIT_LOGINS = 120;

  @EnvironmentVariable(
    'Rejected credentials per minute from each IP address before the response is 429.',
    parseRequestsPerMinute,
    { defaultDescription: '120' },
  )
  RATE_LIMIT_REFUSALS = 120;

  @EnvironmentVariable(
    'Other calls without a valid credential per minute from each IP address: the description, metrics, unknown paths, calls without a credential. Health checks are not limited.',
    parseRequestsPerMinute,
    { defaultDescription: '1200' },
  )
  RATE_LIMIT_ANONYMOUS = 1200;
}
