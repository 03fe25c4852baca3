import { afterEach, describe, expect, it } from '@jest/globals';
import { startRedis } from '../../../test/support/redis.js';
import { type ClusterDeployment, startClusterDeployment } from '../../../test/support/redis/cluster.js';
import type { RedisNode } from '../../../test/support/redis/node.js';
import { RedisRelay } from '../../../test/support/redis/relay.js';
import { waitUntil } from '../../../test/support/wait-until.js';
import { RedisStore } from './redis-store.js';

const closeables: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

const user = 'gateway';
const channel = 'news';
const movingTimeout = { timeoutMs: 15_000 };

interface ObservedStore {
  readonly store: RedisStore;
  /** What the store reports of subscriptions: `up` or a reason, without repetitions. */
  readonly reports: string[];
  readonly states: string[];
  readonly messages: string[];
}

async function subscribe(url: string): Promise<ObservedStore> {
  const [reports, states, messages]: [string[], string[], string[]] = [[], [], []];
  const report = (capability: string, state: string): void => {
    if (capability === 'subscriptions' && reports.at(-1) !== state) reports.push(state);
  };
  const observer = {
    reportSuccess: (capability: string) => report(capability, 'up'),
    reportFailure: (capability: string, { reason }: { reason: string }) => report(capability, reason),
  };
  const store = new RedisStore({ url, prefix: 'koodrive:', observer });
  closeables.push(store);
  await store.waitUntilReady(5_000);
  await store.subscribe(
    channel,
    (message) => messages.push(message),
    (state) => states.push(state),
  );
  return { store, reports, states, messages };
}

async function waitUntilDelivered({ store, messages }: ObservedStore): Promise<void> {
  const message = `message ${messages.length}`;
  await waitUntil(
    'a message',
    async () => {
      await store.publish(channel, message).catch(() => undefined);
      return messages.includes(message);
    },
    movingTimeout,
  );
}

async function isSubscribedTo(node: RedisNode): Promise<boolean> {
  const channels = (await node.call('PUBSUB', 'CHANNELS', `koodrive:${channel}`).catch(() => [])) as string[];
  return channels.length > 0;
}

/** @param except a node that has not noticed that the subscription has gone */
async function findSubscribed(cluster: ClusterDeployment, except?: RedisNode): Promise<RedisNode> {
  for (const node of cluster.nodes) if (node !== except && (await isSubscribedTo(node))) return node;
  throw new Error('no node has the subscription');
}

async function startCluster(): Promise<ClusterDeployment> {
  const cluster = await startClusterDeployment([user]);
  closeables.push(cluster);
  return cluster;
}

describe('a subscription of RedisStore', () => {
  it('is replaced where messages are not delivered, and reports it once', async () => {
    const redis = await startRedis();
    closeables.push({ close: () => redis.stop() });
    const relay = await RedisRelay.start(redis.port);
    closeables.push(relay);
    const observed = await subscribe(relay.url);
    await waitUntil('the subscription to be heard', () => observed.reports.includes('up'));
    const lost = relay.intercept({ command: 'MESSAGE', times: Infinity }, 'drop');
    await waitUntil('two replacements', () => observed.states.length >= 5, movingTimeout);
    expect(observed.states.slice(0, 5)).toEqual(['up', 'down', 'up', 'down', 'up']);
    expect(observed.reports).toEqual(['up', 'not-delivered']);
    lost.release();
    await waitUntil('the end of the trouble', () => observed.reports.length === 3, movingTimeout);
    expect(observed.reports).toEqual(['up', 'not-delivered', 'up']);
    await waitUntilDelivered(observed);
  }, 40_000);

  it('is not replaced because nothing can be published', async () => {
    const redis = await startRedis();
    closeables.push({ close: () => redis.stop() });
    const relay = await RedisRelay.start(redis.port);
    closeables.push(relay);
    const observed = await subscribe(relay.url);
    const rejected = relay.intercept({ command: 'PUBLISH', times: Infinity }, { reply: '-NOPERM no permissions' });
    await waitUntil('more messages than may be lost', () => rejected.count > 4, movingTimeout);
    expect(observed.states).toEqual(['up']);
    rejected.release();
    await waitUntilDelivered(observed);
    expect(observed.states).toEqual(['up']);
  }, 40_000);

  it('moves away from a node that has left the cluster and lives on', async () => {
    const cluster = await startCluster();
    const observed = await subscribe(cluster.url(user));
    await waitUntilDelivered(observed);
    const node = await findSubscribed(cluster);
    await cluster.remove(node);
    // Until the store knows that the node is gone, it may publish there too, and hears itself.
    await waitUntil('the subscription to move', async () => !(await isSubscribedTo(node)), movingTimeout);
    await waitUntilDelivered(observed);
    expect(observed.states.slice(0, 3)).toEqual(['up', 'down', 'up']);
  }, 60_000);

  it('stays with another node where one cannot be reached, though the cluster names it', async () => {
    const cluster = await startCluster();
    const observed = await subscribe(cluster.url(user));
    const node = await findSubscribed(cluster);
    node.relay.cut({ user });
    await waitUntil('the subscription to break', () => observed.states.includes('down'), movingTimeout);
    await waitUntilDelivered(observed);
    await (await findSubscribed(cluster, node)).withClient((client) => client.client('KILL', 'TYPE', 'PUBSUB'));
    await waitUntil('the subscription to break again', () => observed.states.length >= 4, movingTimeout);
    await waitUntilDelivered(observed);
    expect(observed.states).toEqual(['up', 'down', 'up', 'down', 'up']);
  }, 60_000);

  it('uses the nodes that the cluster names, where those of the address are gone', async () => {
    const cluster = await startCluster();
    const [first] = cluster.nodes;
    if (!first) throw new Error('the cluster has nodes');
    const observed = await subscribe(cluster.url(user).replace(/@.*/, `@127.0.0.1:${first.port}`));
    const replica = await cluster.findReplica(first);
    await first.kill();
    await cluster.waitForPromotion(replica);
    await waitUntilDelivered(observed);
    await (await findSubscribed(cluster)).kill();
    await waitUntilDelivered(observed);
  }, 60_000);
});
