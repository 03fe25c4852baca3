import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { SandboxProcess } from './processes.js';

/** Limits that are counted, but so high that no test reaches one by accident. */
export const highRateLimits = Object.fromEntries(
  ['READS', 'WRITES', 'CONTENT', 'LOGINS', 'REFUSALS', 'ANONYMOUS'].map((name) => [`RATE_LIMIT_${name}`, '1000000']),
);

/**
 * The environment of gateway processes in front of `sandbox`, which has its public credentials. Gateways that share a
 * Redis must have the same: each call generates another encryption key.
 */
export function buildProductionEnvironment(
  sandbox: Pick<SandboxProcess, 'url' | 'objectStoreUrl' | 'appTokenUrl'>,
  keysFile: string,
): Record<string, string> {
  return {
    NODE_ENV: 'production',
    KOODRIVE_BASE_URL: sandbox.url,
    KOODRIVE_OBJECT_STORE_ORIGINS: sandbox.objectStoreUrl,
    KOODRIVE_APP_ID: 'sandbox-app',
    KOODRIVE_APP_SECRET: 'sandbox-app-secret',
    KOODRIVE_APP_TOKEN_URL: sandbox.appTokenUrl,
    KOODRIVE_CLIENT_ID: 'sandbox-client',
    KOODRIVE_CLIENT_SECRET: 'sandbox-client-secret',
    API_KEYS_FILE: keysFile,
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    AUDIT_LOG: join(keysFile, '../audit.log'),
    ...highRateLimits,
  };
}
