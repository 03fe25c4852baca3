import { afterEach, describe, expect, it } from '@jest/globals';
import type { WireAnswer } from '#resilience';
import { type ClientUnderTest, startClient, success } from '../../../test/support/koodrive-client.js';

const running: ClientUnderTest[] = [];
const setUp = async (...args: Parameters<typeof startClient>): Promise<ClientUnderTest> => {
  const started = await startClient(...args);
  running.push(started);
  return started;
};
afterEach(async () => {
  for (const started of running.splice(0)) await started.close();
});

const session = { kind: 'session', sessionId: 's', userId: '42' } as const;

describe('R1 through the whole client', () => {
  const transport = (answer: () => Partial<WireAnswer>) => {
    let sent = 0;
    return {
      sent: () => sent,
      send: async (): Promise<WireAnswer> => {
        sent++;
        return { status: 200, headers: {}, body: Buffer.from('{"code":0,"count":1}'), ...answer() };
      },
      close: async () => undefined,
    };
  };

  it('an upstream that is down sees at most 1.05 attempts for each of 2,000 requests', async () => {
    const down = transport(() => ({ status: 503, body: Buffer.alloc(0) }));
    const resilience = { delay: async () => undefined, leastPerSecond: 1_000_000 };
    const { client } = await setUp(success, { transport: down, resilience });
    for (let i = 0; i < 2000; i++) await client.call('getUnreadCount', {}, session).catch(() => undefined);
    expect(down.sent() / 2000).toBeLessThanOrEqual(1.05);
  });

  it('with every fifth answer a 503 it sees at most 1.3 attempts, and 99 % of the requests succeed', async () => {
    // Three tries succeed in 99.2 % of the cases at best: so many requests that chance stays well away from 99 %.
    const requests = 20_000;
    let state = 12345;
    const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
    const shaky = transport(() => (random() < 0.2 ? { status: 503, body: Buffer.alloc(0) } : {}));
    const { client } = await setUp(success, { transport: shaky });
    let succeeded = 0;
    for (let i = 0; i < requests; i++) {
      await client.call('getUnreadCount', {}, session).then(
        () => succeeded++,
        () => undefined,
      );
    }
    expect(shaky.sent() / requests).toBeLessThanOrEqual(1.3);
    expect(succeeded / requests).toBeGreaterThanOrEqual(0.99);
  }, 60_000);
});
