import { EnvironmentVariable } from '../environment-variable.js';
import type { Secret } from '../secret.js';
import {
  createIntegerParser,
  createOneOfParser,
  type EncryptionKey,
  parseAddressRanges,
  parseEncryptionKeys,
  parseHostName,
  parseHostNames,
  parseRedisUrlSecret,
} from '../variable-parsers.js';

export type EnvironmentName = 'development' | 'production' | 'test';

/** How the gateway is served, and where it stores its state. */
export class ServerVariables {
  @EnvironmentVariable(
    'Selects the default values, and how strict the checks at the start are.',
    createOneOfParser('development', 'production', 'test'),
    { defaultDescription: 'development' },
  )
  NODE_ENV: EnvironmentName = 'development';

  @EnvironmentVariable('Port of the API. 0 selects a free port.', createIntegerParser(0, 65_535), {
    defaultDescription: '3000',
  })
  PORT = 3000;

  @EnvironmentVariable('Host name or IP address that the API listens on.', parseHostName, {
    defaultDescription: '127.0.0.1; in production 0.0.0.0',
  })
  HOST?: string;

  @EnvironmentVariable(
    'Host names by which the gateway is called, also by services of the same network such as Prometheus, as a comma-separated list. Requests for others are rejected, except for loopback names, the hosts of LOGIN_DOMAIN and OIDC_REDIRECT_URL, and in production IP addresses, and the health checks of /live and /ready.',
    parseHostNames,
    { defaultDescription: 'none; in production all host names' },
  )
  ALLOWED_HOSTS?: readonly string[];

  @EnvironmentVariable(
    'All proxies between callers and the gateway, whose X-Forwarded-* headers are trusted, as a comma-separated list of IP addresses or ranges.',
    parseAddressRanges,
    { defaultDescription: 'none' },
  )
  TRUSTED_PROXIES: readonly string[] = [];

  @EnvironmentVariable(
    'Sources whose `traceparent` is trusted, as a comma-separated list of IP addresses or ranges: services that call without a proxy, and proxies that write the header themselves.',
    parseAddressRanges,
    { defaultDescription: 'none' },
  )
  TRUSTED_TRACE_SOURCES: readonly string[] = [];

  @EnvironmentVariable(
    'Maximum duration of a call to KooDrive, in milliseconds. Head and JSON body of a request must arrive within the same time, and an upload without progress for that long is ended.',
    createIntegerParser(100, 600_000),
    { defaultDescription: '30000' },
  )
  REQUEST_TIMEOUT_MS = 30_000;

  @EnvironmentVariable(
    'Maximum time for running requests to finish after SIGTERM, in milliseconds.',
    createIntegerParser(0, 600_000),
    { defaultDescription: '10000' },
  )
  SHUTDOWN_DRAIN_MS = 10_000;

  @EnvironmentVariable(
    'Redis for the state that instances share: redis://, rediss://, redis+sentinel://host,host/name or redis+cluster://host,host. Sentinels with an access of their own: ?sentinelUser=...&sentinelPassword=...&sentinelTls=on or off. It must not evict keys (maxmemory-policy noeviction).',
    parseRedisUrlSecret,
    { defaultDescription: 'none: the state is in the memory of the process', secret: true },
  )
  REDIS_URL?: Secret;

  @EnvironmentVariable(
    'Redis for cached responses, which may evict keys (maxmemory-policy allkeys-lru). The same for all instances.',
    parseRedisUrlSecret,
    {
      defaultDescription:
        'that of REDIS_URL, or only the memory of each instance where the memory of that Redis is limited',
      secret: true,
    },
  )
  CACHE_REDIS_URL?: Secret;

  @EnvironmentVariable('Memory for cached responses, in MB (1,000,000 bytes).', createIntegerParser(1, 65_536), {
    defaultDescription: '64',
  })
  CACHE_MEMORY_MB = 64;

  @EnvironmentVariable(
    'Keys that encrypt stored data, as a comma-separated list of id:base64 of 32 bytes. The first key encrypts, all keys decrypt.',
    parseEncryptionKeys,
    { defaultDescription: 'a random key for this run; required in production', secret: true },
  )
  ENCRYPTION_KEYS?: readonly EncryptionKey[];
}
