import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resealAll, Vault } from '#access-token';
import { ConfigurationError, vaultSettings } from '#config';
import { RedisStore, storePrefix, StoreUnavailableError } from '#store';

export interface VaultRotateIo {
  /** Variables in place of the process's own. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  out(text: string): void;
  err(text: string): void;
}

const firstConnectionMs = 5_000;

/**
 * Seals all that is kept in Redis with the first of ENCRYPTION_KEYS, so that the others can be taken away.
 * @returns the exit code: 2 where the configuration is wrong, 1 where Redis did not answer
 */
export async function runVaultRotate(io: VaultRotateIo): Promise<number> {
  try {
    const { redisUrl, keys } = vaultSettings(io.environment);
    const store = new RedisStore({ url: redisUrl.reveal(), prefix: storePrefix });
    try {
      await store.ready(firstConnectionMs);
      const { resealed, alreadyNew, unreadable } = await resealAll(store, new Vault(keys));
      io.out(`re-encrypted ${resealed}, already under key ${keys[0].id} ${alreadyNew}, unreadable ${unreadable}\n`);
      return 0;
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof StoreUnavailableError)) throw error;
    io.err(`${error.message}\n`);
    return error instanceof ConfigurationError ? 2 : 1;
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await runVaultRotate({
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
