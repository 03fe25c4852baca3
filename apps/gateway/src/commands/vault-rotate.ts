import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ConfigurationError, loadVaultSettings } from '#config';
import { RedisStore, storeKeyPrefix, StoreUnavailableError } from '#store';
import { reencryptAll, type ReencryptionCounts, Vault } from '#vault';

export interface VaultRotateIo {
  /** Environment variables; those of the process where undefined. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  writeOutput(text: string): void;
  writeError(text: string): void;
}

const connectTimeoutMs = 5_000;

/**
 * Encrypts all records in Redis, and in that of cached responses, with the first of ENCRYPTION_KEYS, so that the other keys can be removed.
 * @returns the exit code: 0, 2 where the configuration is wrong, 1 where Redis is unavailable
 */
export async function runVaultRotate(io: VaultRotateIo): Promise<number> {
  try {
    const { redisUrl, cacheRedisUrl, keys } = loadVaultSettings(io.environment);
    const total = { reencrypted: 0, alreadyCurrent: 0, unreadable: 0 };
    for (const url of new Set([redisUrl.reveal(), cacheRedisUrl?.reveal() ?? redisUrl.reveal()])) {
      const counts = await reencryptRedis(url, new Vault(keys));
      total.reencrypted += counts.reencrypted;
      total.alreadyCurrent += counts.alreadyCurrent;
      total.unreadable += counts.unreadable;
    }
    const { reencrypted, alreadyCurrent, unreadable } = total;
    io.writeOutput(
      `re-encrypted ${reencrypted}, already under key ${keys[0].id} ${alreadyCurrent}, unreadable ${unreadable}\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof StoreUnavailableError)) throw error;
    io.writeError(`${error.message}\n`);
    return error instanceof ConfigurationError ? 2 : 1;
  }
}

async function reencryptRedis(url: string, vault: Vault): Promise<ReencryptionCounts> {
  const store = new RedisStore({ url, prefix: storeKeyPrefix });
  try {
    await store.waitUntilReady(connectTimeoutMs);
    return await reencryptAll(store, vault);
  } finally {
    await store.close();
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await runVaultRotate({
    writeOutput: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
  });
}
