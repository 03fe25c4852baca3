import { afterEach, describe, expect, it } from '@jest/globals';
import { Cluster, type Redis } from 'ioredis';
import { startClusterDeployment } from '../support/redis/cluster.js';
import { nodePassword, type RedisDeployment, type RedisNode, startSingleNode } from '../support/redis/node.js';
import { startSentinelDeployment } from '../support/redis/sentinel.js';
import { waitUntil } from '../support/wait-until.js';

const closeables: { close(): Promise<unknown> }[] = [];
const track = <T extends RedisDeployment>(deployment: T): T => {
  closeables.push(deployment);
  return deployment;
};
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

const users = ['gateway-0', 'gateway-1'];

describe('startSingleNode', () => {
  it('keeps its data folder across a restart, refuses connections meanwhile, and loads the last snapshot', async () => {
    const deployment = track(await startSingleNode(users));
    const node = await deployment.findPrimary();
    await node.call('SET', 'koodrive:a', 'old');
    await node.call('SAVE');
    await node.call('SET', 'koodrive:a', 'new');
    await node.kill();
    await expect(fetch(`http://127.0.0.1:${node.port}`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await node.restart();
    expect(await node.call('GET', 'koodrive:a')).toBe('old');
    expect(deployment.url('gateway-1')).toBe(`redis://gateway-1:${nodePassword}@127.0.0.1:${node.port}`);
  });
});

describe('startSentinelDeployment', () => {
  it('promotes a replica when the primary was killed', async () => {
    const deployment = track(await startSentinelDeployment(users));
    const former = await deployment.findPrimary();
    await former.kill();
    const promoted = await deployment.waitForPromotion(former);
    await waitUntil('the promotion', async () => (await promoted.readInfo('replication', 'role')) === 'master');
    expect(promoted).not.toBe(former);
  }, 60_000);
});

describe('startClusterDeployment', () => {
  it('fails over, moves slots with their keys, and removes a node', async () => {
    const deployment = track(await startClusterDeployment(users));
    const client = new Cluster(
      deployment.nodes.map(({ port }) => ({ port })),
      {
        redisOptions: { username: 'gateway-0', password: nodePassword },
      },
    );
    closeables.push({ close: async () => client.disconnect() });
    const keys = Array.from({ length: 20 }, (_, index) => `koodrive:{moved}:${index}`);
    for (const key of keys) await client.set(key, key);
    const from = await deployment.findPrimary('{moved}');
    const to = deployment.nodes.slice(0, 3).find((node) => node !== from) as RedisNode;
    // The nodes tell each other after the command has returned.
    const waitForPrimary = (node: RedisNode): Promise<unknown> =>
      waitUntil('the nodes to know it', async () => (await deployment.findPrimary('{moved}')) === node);
    await deployment.moveSlotOf('{moved}', to);
    await waitForPrimary(to);
    for (const key of keys) expect(await client.get(key)).toBe(key);
    const promoted = await deployment.failOver(to);
    await waitForPrimary(promoted);
    await deployment.remove(promoted);
    expect(await readKnownPorts(to)).not.toContain(promoted.port);
    expect(await readKnownPorts(promoted)).toEqual([promoted.port]);
    for (const key of keys) expect(await client.get(key)).toBe(key);
  }, 60_000);
});

async function readKnownPorts(node: RedisNode): Promise<readonly number[]> {
  const text = await node.withClient((client: Redis) => client.cluster('NODES') as Promise<string>);
  return [...text.matchAll(/:(\d+)@/g)].map(([, port]) => Number(port));
}
