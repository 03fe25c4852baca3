import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/ports.js';
import { startNode, type Service } from '../support/processes.js';
import { startRedis } from '../support/redis.js';
import { type GatewayContestant, startGatewayContestant } from './gateway-contestant.js';
import type { Scenario } from './scenario.js';
import { FILE_ID, LISTING_PATH, LISTING_REQUEST, OBJECT_PATH, SPACE_ID } from './upstream-data.js';

/** All contestants, each in a process of its own, and what is asked of them. */
export interface Field {
  readonly scenarios: readonly Scenario[];
  /** Bytes of the answer that the gateway and bare Fastify keep. */
  readonly keptBytes: number;
  stop(): Promise<void>;
}

/** Starts everything; what was started is stopped again where a part fails. */
export async function startField(): Promise<Field> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    return { ...(await lineUp((each) => stops.push(each))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function lineUp(atEnd: (stop: () => Promise<unknown>) => void): Promise<Omit<Field, 'stop'>> {
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-bench-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const start = async (name: string, ready: string, env: Record<string, string> = {}): Promise<Service> => {
    const main = join(import.meta.dirname, `contestants/${name}.js`);
    const port = await freePort();
    const service = await startNode(main, port, {
      ready,
      env: { NODE_ENV: 'production', PORT: String(port), ...env },
    });
    atEnd(() => service.stop());
    return service;
  };
  const upstream = await start('upstream', OBJECT_PATH);
  const redis = await startRedis();
  atEnd(() => redis.stop());
  const gateway = await startGatewayContestant(folder, upstream.url, redis.url);
  atEnd(() => gateway.service.stop());
  const kept = await readListing(gateway);
  const keptFile = join(folder, 'kept.json');
  await writeFile(keptFile, kept);
  const behind = { UPSTREAM_URL: upstream.url };
  const bare = await start('bare-fastify', '/kept', { KEPT_BYTES_FILE: keptFile });
  const proxy = await start('http-proxy', OBJECT_PATH, behind);
  const naive = await start('naive-nest', '/files', behind);
  return { scenarios: scenariosOf(gateway, bare, proxy, naive), keptBytes: kept.length };
}

/** The gateway's own answer, checked: a bench of error documents would be fast. */
async function readListing({ service, key }: GatewayContestant): Promise<Buffer> {
  const address = `${service.url}/v1/spaces/${SPACE_ID}/files?limit=50`;
  const answer = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const items = answer.ok ? (JSON.parse(bytes.toString()) as { items: unknown[] }).items : [];
  if (items.length !== 50) throw new Error(`The gateway answered ${answer.status}: ${bytes.toString().slice(0, 500)}`);
  return bytes;
}

function scenariosOf(gateway: GatewayContestant, bare: Service, proxy: Service, naive: Service): Scenario[] {
  const { url, pid } = gateway.service;
  const authorization = `Bearer ${gateway.key}`;
  const listing = { pid, url: `${url}/v1/spaces/${SPACE_ID}/files?limit=50` };
  const content = { pid, url: `${url}/v1/spaces/${SPACE_ID}/files/${FILE_ID}/content` };
  const behind = ({ pid, url }: Service, path: string): { pid: number; url: string } => ({ pid, url: `${url}${path}` });
  const posted = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(LISTING_REQUEST),
  } as const;
  return [
    { name: 'kept read: gateway', ...listing, headers: { authorization } },
    { name: 'kept read: bare Fastify', ...behind(bare, '/kept') },
    { name: 'uncached read: gateway', ...listing, headers: { authorization, 'cache-control': 'no-cache' } },
    { name: 'uncached read: @fastify/http-proxy', ...behind(proxy, LISTING_PATH), ...posted },
    { name: 'uncached read: naive Nest', ...behind(naive, '/files') },
    { name: 'download 1 MiB: gateway', ...content, headers: { authorization } },
    { name: 'download 1 MiB: @fastify/http-proxy', ...behind(proxy, OBJECT_PATH) },
    { name: 'download 1 MiB: naive Nest', ...behind(naive, '/content') },
  ];
}
