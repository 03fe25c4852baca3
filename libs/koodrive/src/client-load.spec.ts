import { afterEach, describe, expect, it } from '@jest/globals';
import type { WireResponse } from '#resilience';
import {
  type ClientUnderTest,
  startKooDriveClient,
  respondWithSuccess,
} from '../../../test/support/koodrive-client.js';

const startedClients: ClientUnderTest[] = [];
const setUp = async (...args: Parameters<typeof startKooDriveClient>): Promise<ClientUnderTest> => {
  const started = await startKooDriveClient(...args);
  startedClients.push(started);
  return started;
};
afterEach(async () => {
  for (const started of startedClients.splice(0)) await started.close();
});

const session = { kind: 'session', browserSessionId: 's', userId: '42' } as const;

describe('attempts per request of the whole client (R1)', () => {
  const createCountingTransport = (createResponse: () => Partial<WireResponse>) => {
    let sent = 0;
    return {
      sent: () => sent,
      send: async (): Promise<WireResponse> => {
        sent++;
        return { status: 200, headers: {}, body: Buffer.from('{"code":0,"count":1}'), ...createResponse() };
      },
      close: async () => undefined,
    };
  };

  it('are at most 1.05 on average for 2,000 requests when the upstream is down', async () => {
    const down = createCountingTransport(() => ({ status: 503, body: Buffer.alloc(0) }));
    const resilience = { delay: async () => undefined, minAttemptsPerSecond: 1_000_000 };
    const { client } = await setUp(respondWithSuccess, { transport: down, resilience });
    for (let i = 0; i < 2000; i++) await client.call('getUnreadCount', {}, session).catch(() => undefined);
    expect(down.sent() / 2000).toBeLessThanOrEqual(1.05);
  });

  it('are at most 1.3 on average when every fifth response is a 503, and 99 % of the requests succeed', async () => {
    // At best, 99.2 % of the requests succeed within three attempts. With this many requests, a random deviation does not
    // reach 99 %.
    const requests = 20_000;
    let state = 12345;
    const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
    const unstable = createCountingTransport(() => (random() < 0.2 ? { status: 503, body: Buffer.alloc(0) } : {}));
    const { client } = await setUp(respondWithSuccess, { transport: unstable });
    let succeeded = 0;
    for (let i = 0; i < requests; i++) {
      await client.call('getUnreadCount', {}, session).then(
        () => succeeded++,
        () => undefined,
      );
    }
    expect(unstable.sent() / requests).toBeLessThanOrEqual(1.3);
    expect(succeeded / requests).toBeGreaterThanOrEqual(0.99);
  }, 60_000);
});
