import { randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startGatewayProcess, type ServiceProcess } from '../support/processes.js';
import { repositoryRoot } from '../support/repository-root.js';
import { benchUserId } from './upstream-data.js';

/** A gateway with NODE_ENV=production, and an API key for it. */
export interface GatewayTarget {
  readonly service: ServiceProcess;
  readonly key: string;
}

/** @param folder the folder of the key file and the audit log */
export async function startGatewayTarget(
  folder: string,
  upstreamUrl: string,
  redisUrl: string,
): Promise<GatewayTarget> {
  const keyFile = join(folder, 'api-keys.json');
  const createArgs = ['create', '--owner', 'bench', '--scopes', '*', '--user', benchUserId];
  const keysCommand = join(repositoryRoot, 'dist/apps/gateway/src/commands/keys.js');
  const key = execFileSync(process.execPath, [keysCommand, ...createArgs], {
    env: { ...process.env, API_KEYS_FILE: keyFile },
    encoding: 'utf8',
  }).trim();
  const service = await startGatewayProcess({
    cwd: folder,
    env: {
      NODE_ENV: 'production',
      KOODRIVE_BASE_URL: upstreamUrl,
      KOODRIVE_OBJECT_STORE_ORIGINS: upstreamUrl,
      KOODRIVE_APP_ID: 'bench',
      KOODRIVE_APP_SECRET: randomBytes(16).toString('hex'),
      REDIS_URL: redisUrl,
      API_KEYS_FILE: keyFile,
      ENCRYPTION_KEYS: `bench:${randomBytes(32).toString('base64')}`,
      AUDIT_LOG: join(folder, 'audit.log'),
      LOG_LEVEL: 'warn',
      // Calls are counted as usual, but one key makes them all, so the limits must be high.
      RATE_LIMIT_READS: '1000000000',
      RATE_LIMIT_WRITES: '1000000000',
      RATE_LIMIT_CONTENT: '1000000000',
    },
  });
  return { service, key };
}
