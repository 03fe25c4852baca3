import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ConfigurationError, loadVaultSettings } from '#config';
import { RedisStore, storeKeyPrefix, StoreUnavailableError } from '#store';
import { reencryptAll, Vault } from '#vault';

export interface VaultRotateIo {
  /** Environment variables; those of the process where undefined. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  writeOutput(text: string): void;
  writeError(text: string): void;
}

const connectTimeoutMs = 5_000;

/**
 * Encrypts all records in Redis with the first of ENCRYPTION_KEYS, so that the other keys can be removed.
 * @returns the exit code: 0, 2 where the configuration is wrong, 1 where Redis is unavailable
 */
export async function runVaultRotate(io: VaultRotateIo): Promise<number> {
  try {
    const { redisUrl, keys } = loadVaultSettings(io.environment);
    const store = new RedisStore({ url: redisUrl.reveal(), prefix: storeKeyPrefix });
    try {
      await store.waitUntilReady(connectTimeoutMs);
      const { reencrypted, alreadyCurrent, unreadable } = await reencryptAll(store, new Vault(keys));
      io.writeOutput(
        `re-encrypted ${reencrypted}, already under key ${keys[0].id} ${alreadyCurrent}, unreadable ${unreadable}\n`,
      );
      return 0;
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof StoreUnavailableError)) throw error;
    io.writeError(`${error.message}\n`);
    return error instanceof ConfigurationError ? 2 : 1;
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await runVaultRotate({
    writeOutput: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
  });
}
