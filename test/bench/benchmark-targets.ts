import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../support/ports.js';
import { startNodeProcess, type ServiceProcess } from '../support/processes.js';
import { startRedis } from '../support/redis.js';
import { type GatewayTarget, startGatewayTarget } from './gateway-target.js';
import type { LoadScenario } from './scenario.js';
import { benchFileId, listingPath, listingRequest, objectPath, benchSpaceId } from './upstream-data.js';

/** All targets, each in a process of its own, and their load scenarios. */
export interface BenchmarkTargets {
  readonly scenarios: readonly LoadScenario[];
  /** The size of the response that the gateway and bare Fastify serve from memory. */
  readonly cachedResponseBytes: number;
  stop(): Promise<void>;
}

/** Starts all targets. If one fails to start, the others are stopped. */
export async function startBenchmarkTargets(): Promise<BenchmarkTargets> {
  const cleanups: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
  };
  try {
    return { ...(await startTargets((cleanUp) => cleanups.push(cleanUp))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startTargets(
  addCleanup: (cleanUp: () => Promise<unknown>) => void,
): Promise<Omit<BenchmarkTargets, 'stop'>> {
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-bench-'));
  addCleanup(() => rm(folder, { recursive: true, force: true }));
  const start = async (name: string, readyPath: string, env: Record<string, string> = {}): Promise<ServiceProcess> => {
    const main = join(import.meta.dirname, `targets/${name}.js`);
    const port = await findFreePort();
    const service = await startNodeProcess(main, port, {
      readyPath,
      env: { NODE_ENV: 'production', PORT: String(port), ...env },
    });
    addCleanup(() => service.stop());
    return service;
  };
  const upstream = await start('upstream', objectPath);
  const redis = await startRedis();
  addCleanup(() => redis.stop());
  const gateway = await startGatewayTarget(folder, upstream.url, redis.url);
  addCleanup(() => gateway.service.stop());
  const listing = await fetchListing(gateway);
  const cachedResponseFile = join(folder, 'cached-response.json');
  await writeFile(cachedResponseFile, listing);
  const upstreamEnv = { UPSTREAM_URL: upstream.url };
  const bare = await start('bare-fastify', '/cached', { CACHED_RESPONSE_FILE: cachedResponseFile });
  const proxy = await start('http-proxy', objectPath, upstreamEnv);
  const naive = await start('naive-nest', '/files', upstreamEnv);
  return { scenarios: buildScenarios(gateway, bare, proxy, naive), cachedResponseBytes: listing.length };
}

/** The gateway's response to the listing. It is checked, because a bench of error documents would be fast. */
async function fetchListing({ service, key }: GatewayTarget): Promise<Buffer> {
  const url = `${service.url}/v1/spaces/${benchSpaceId}/files?limit=50`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const items = response.ok ? (JSON.parse(bytes.toString()) as { items: unknown[] }).items : [];
  if (items.length !== 50)
    throw new Error(`The gateway responded ${response.status}: ${bytes.toString().slice(0, 500)}`);
  return bytes;
}

function buildScenarios(
  gateway: GatewayTarget,
  bare: ServiceProcess,
  proxy: ServiceProcess,
  naive: ServiceProcess,
): LoadScenario[] {
  const { url, pid } = gateway.service;
  const authorization = `Bearer ${gateway.key}`;
  const listing = { pid, url: `${url}/v1/spaces/${benchSpaceId}/files?limit=50` };
  const content = { pid, url: `${url}/v1/spaces/${benchSpaceId}/files/${benchFileId}/content` };
  const target = ({ pid, url }: ServiceProcess, path: string): { pid: number; url: string } => ({
    pid,
    url: `${url}${path}`,
  });
  const listingPost = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(listingRequest),
  } as const;
  return [
    { name: 'cached read: gateway', ...listing, headers: { authorization } },
    { name: 'cached read: bare Fastify', ...target(bare, '/cached') },
    { name: 'uncached read: gateway', ...listing, headers: { authorization, 'cache-control': 'no-cache' } },
    { name: 'uncached read: @fastify/http-proxy', ...target(proxy, listingPath), ...listingPost },
    { name: 'uncached read: naive Nest', ...target(naive, '/files') },
    { name: 'download 1 MiB: gateway', ...content, headers: { authorization } },
    { name: 'download 1 MiB: @fastify/http-proxy', ...target(proxy, objectPath) },
    { name: 'download 1 MiB: naive Nest', ...target(naive, '/content') },
  ];
}
