import { afterEach, describe, expect, it } from '@jest/globals';
import { createCertificate } from '../support/certificate.js';
import { findFreePort } from '../support/ports.js';
import { startGatewayProcess } from '../support/processes.js';
import { startRedis, startSentinel, type SentinelOptions } from '../support/redis.js';
import { waitUntil } from '../support/wait-until.js';

const closeables: { close(): unknown }[] = [];
afterEach(async () => {
  for (const closeable of closeables.splice(0).reverse()) await closeable.close();
});

async function startSentinelOf(masterPort: number, options: SentinelOptions): Promise<number> {
  const sentinel = await startSentinel(masterPort, options);
  closeables.push({ close: () => sentinel.stop() });
  return sentinel.port;
}

/** The state of the store in a gateway process that trusts the certificate, as soon as the log or `/ready` tells it. */
async function readStoreState(
  redisUrl: string,
  trusted: string,
): Promise<{ readonly store: string; readonly log: string }> {
  const gateway = await startGatewayProcess({ env: { REDIS_URL: redisUrl, NODE_EXTRA_CA_CERTS: trusted } });
  closeables.push({ close: () => gateway.kill() });
  return waitUntil('the state of the store', async () => {
    const { store } = (await (await fetch(`${gateway.url}/ready`)).json()) as { readonly store: string };
    const log = gateway.output();
    return store === 'up' || log.includes('"dependency":"store"') ? { store, log } : undefined;
  });
}

describe('Redis by Sentinel with TLS', () => {
  it('has TLS for the Sentinels, the master, or both', async () => {
    const tls = await createCertificate();
    closeables.push({ close: () => tls.remove() });
    const masterTlsPort = await findFreePort();
    const files = ['--tls-cert-file', tls.cert, '--tls-key-file', tls.key, '--tls-ca-cert-file', tls.cert];
    const master = await startRedis({
      extraArgs: ['--tls-port', String(masterTlsPort), '--tls-auth-clients', 'no', ...files],
    });
    closeables.push({ close: () => master.stop() });
    const authority = `tls-ca-cert-file ${tls.cert}`;
    const plainMaster = await startSentinelOf(master.port, { tls, lines: [authority] });
    const tlsMaster = await startSentinelOf(masterTlsPort, { tls, lines: [authority, 'tls-replication yes'] });
    const plain = `redis+sentinel://127.0.0.1:${plainMaster}/main`;
    expect(await readStoreState(`${plain}?sentinelTls=on`, tls.cert)).toMatchObject({ store: 'up' });
    expect(await readStoreState(`rediss+sentinel://127.0.0.1:${tlsMaster}/main`, tls.cert)).toMatchObject({
      store: 'up',
    });
    const withoutTls = await readStoreState(plain, tls.cert);
    expect(withoutTls.store).toBe('down');
    expect(withoutTls.log).toContain('"reason":"sentinels-unreachable"');
  }, 90_000);
});
