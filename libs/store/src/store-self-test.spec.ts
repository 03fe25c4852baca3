import { afterEach, describe, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { startRedis } from '../../../test/support/redis.js';
import { waitUntil } from '../../../test/support/wait-until.js';
import { RedisStore } from './redis-store.js';
import { StoreSelfTest } from './store-self-test.js';

const closeables: { close(): unknown }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

/** Less than the interval of the self-test while nothing fails. */
const retryOptions = { timeoutMs: 5_000 };

describe('the self-test of a store', () => {
  it('notices soon that a failure is over, though nobody else uses the store', async () => {
    const redis = await startRedis();
    closeables.push({ close: () => redis.stop() });
    const admin = new Redis(redis.url);
    closeables.push({ close: () => admin.disconnect() });
    const writes: string[] = [];
    const store = new RedisStore({
      url: redis.url,
      observer: {
        reportSuccess: (capability) => void (capability === 'writes' && writes.push('works')),
        reportFailure: (capability, { reason }) => void (capability === 'writes' && writes.push(reason)),
      },
    });
    closeables.push(store);
    await store.waitUntilReady(5_000);
    await admin.config('SET', 'maxmemory', 1);
    const selfTest = new StoreSelfTest(store, 'self-test');
    closeables.push(selfTest);
    selfTest.start();
    await waitUntil('the failure', () => writes.at(-1) === 'full');
    await admin.config('SET', 'maxmemory', 0);
    await waitUntil('the success', () => writes.at(-1) === 'works', retryOptions);
  });
});
