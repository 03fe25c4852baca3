import { randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startGateway, type Service } from '../support/processes.js';
import { repositoryRoot } from '../support/repository-root.js';
import { USER_ID } from './upstream-data.js';

/** A gateway as in production, and an API key for it. */
export interface GatewayContestant {
  readonly service: Service;
  readonly key: string;
}

/** @param folder where its key file and audit log go */
export async function startGatewayContestant(
  folder: string,
  upstreamUrl: string,
  redisUrl: string,
): Promise<GatewayContestant> {
  const keyFile = join(folder, 'api-keys.json');
  const create = ['create', '--owner', 'bench', '--scopes', '*', '--user', USER_ID];
  const program = join(repositoryRoot, 'dist/apps/gateway/src/keys.js');
  const key = execFileSync(process.execPath, [program, ...create], {
    env: { ...process.env, API_KEYS_FILE: keyFile },
    encoding: 'utf8',
  }).trim();
  const service = await startGateway({
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
      // Counted as always, but never reached: one key makes all the calls.
      RATE_LIMIT_READS: '1000000000',
      RATE_LIMIT_WRITES: '1000000000',
      RATE_LIMIT_CONTENT: '1000000000',
    },
  });
  return { service, key };
}
