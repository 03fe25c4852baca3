import { EnvironmentVariable } from '../environment-variable.js';
import type { OriginPattern } from '../origin-pattern.js';
import type { Secret } from '../secret.js';
import {
  createIntegerParser,
  parseBaseUrl,
  parseControlToken,
  parseHeaderValue,
  parseHttpUrl,
  parseOnOff,
  parseOriginPatterns,
  parseSecret,
  parseText,
} from '../variable-parsers.js';

/** The KooDrive behind the gateway, and the credentials for it. */
export class KooDriveVariables {
  @EnvironmentVariable(
    'Origin of KooDrive. It must be https, except for loopback addresses and in development.',
    parseBaseUrl,
    { defaultDescription: 'the embedded sandbox; required in production' },
  )
  KOODRIVE_BASE_URL?: URL;

  @EnvironmentVariable(
    'Port of the embedded sandbox, which runs in development without KOODRIVE_BASE_URL.',
    createIntegerParser(0, 65_535),
    { defaultDescription: '3900' },
  )
  SANDBOX_PORT = 3900;

  @EnvironmentVariable(
    'Token for the control API of the embedded sandbox: at least 16 letters, digits, - or _.',
    parseControlToken,
    { defaultDescription: 'a random one, stored beside the API keys', secret: true },
  )
  SANDBOX_CONTROL_TOKEN?: Secret;

  @EnvironmentVariable(
    'Allowed origins of pre-signed URLs, as a comma-separated list: URLs of others are neither called nor handed out; `*.` stands for any subdomain.',
    parseOriginPatterns,
    { defaultDescription: 'https://*.myhuaweicloud.com' },
  )
  KOODRIVE_OBJECT_STORE_ORIGINS?: readonly OriginPattern[];

  @EnvironmentVariable(
    'Allowed origins of the page where KooDrive lets a browser sign in, as a comma-separated list: URLs of others are not handed out; `*.` stands for any subdomain.',
    parseOriginPatterns,
    { defaultDescription: 'any https origin; the embedded sandbox' },
  )
  KOODRIVE_SIGN_IN_ORIGINS?: readonly OriginPattern[];

  @EnvironmentVariable('Id of the app that signs requests for users. Set it with KOODRIVE_APP_SECRET.', parseText, {
    defaultDescription: 'none',
  })
  KOODRIVE_APP_ID?: string;

  @EnvironmentVariable('Secret of that app.', parseSecret, { defaultDescription: 'none', secret: true })
  KOODRIVE_APP_SECRET?: Secret;

  @EnvironmentVariable(
    'OAuth 2.0 token endpoint for app tokens (client credentials). Set it with the next two variables.',
    parseHttpUrl,
    { defaultDescription: 'none' },
  )
  KOODRIVE_APP_TOKEN_URL?: URL;

  @EnvironmentVariable('Client id at that endpoint.', parseText, { defaultDescription: 'none' })
  KOODRIVE_CLIENT_ID?: string;

  @EnvironmentVariable('Client secret at that endpoint.', parseSecret, { defaultDescription: 'none', secret: true })
  KOODRIVE_CLIENT_SECRET?: Secret;

  @EnvironmentVariable(
    'Whether KooDrive accepts each token of a user for one refresh only. If on, a refresh with an unknown outcome is not repeated, and the user must sign in again.',
    parseOnOff,
    { defaultDescription: 'off (inferred: the id of the KooDrive session stays the same)' },
  )
  KOODRIVE_REFRESH_ONCE = false;

  @EnvironmentVariable(
    'Maximum number of connections to each origin of KooDrive; four times as many to the object store for downloads, and for uploads.',
    createIntegerParser(1, 4096),
    {
      defaultDescription: '64',
    },
  )
  UPSTREAM_CONNECTIONS = 64;

  @EnvironmentVariable(
    'Carrier name (X-Hw-Agentname) for links of public shares, which KooDrive offers to allow-listed tenants only.',
    parseHeaderValue,
    { defaultDescription: 'none: /v1/public-links does not exist' },
  )
  PUBLIC_LINKS_AGENT_NAME?: string;

  @EnvironmentVariable(
    'Whether content review is served, which KooDrive offers to allow-listed tenants only.',
    parseOnOff,
    { defaultDescription: 'off: /v1/reviews does not exist' },
  )
  REVIEWS = false;
}
