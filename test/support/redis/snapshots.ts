import { mkdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { waitUntil } from '../wait-until.js';

const snapshotFile = 'dump.rdb';

/**
 * Makes each snapshot fail, as a full disk does. Redis then responds MISCONF to writes and to PING.
 * @param folder its data folder; a snapshot that is there is deleted
 */
export async function preventSnapshots(admin: Redis, folder: string): Promise<void> {
  // Redis cannot rename a file to the name of a folder.
  await rm(join(folder, snapshotFile), { force: true });
  await mkdir(join(folder, snapshotFile));
  await admin.config('SET', 'save', '3600 1');
  await takeSnapshot(admin, 'err');
}

/** Takes a snapshot: with the first one, Redis accepts writes again. */
export async function allowSnapshots(admin: Redis, folder: string): Promise<void> {
  await rmdir(join(folder, snapshotFile));
  await takeSnapshot(admin, 'ok');
}

async function takeSnapshot(admin: Redis, result: 'ok' | 'err'): Promise<void> {
  await admin.bgsave();
  await waitUntil(`a snapshot: ${result}`, async () =>
    (await admin.info('persistence')).includes(`rdb_last_bgsave_status:${result}`),
  );
}
