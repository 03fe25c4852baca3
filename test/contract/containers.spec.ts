import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderConfigurationTable } from '#config';
import { createStores, type RedisStore } from '#store';
import { parse } from 'yaml';
import { startRedis } from '../support/redis.js';
import { repositoryRoot } from '../support/repository-root.js';

interface ComposeService {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly mem_limit?: string;
  readonly healthcheck?: unknown;
  readonly profiles?: readonly string[];
}
interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const readRepositoryFile = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
const { services, secrets } = parse(readRepositoryFile('docker-compose.yml'), { merge: true }) as ComposeFile;
const gatewayServices = Object.entries(services).filter(([name]) => name.startsWith('gateway-'));
const knownVariables = new Set([...renderConfigurationTable().matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));

describe('docker-compose.yml', () => {
  it.each(gatewayServices)(
    'sets only variables of %s that the configuration declares',
    (_name, { environment = {} }) => {
      expect(Object.keys(environment).filter((name) => !knownVariables.has(name))).toEqual([]);
    },
  );

  it.each(gatewayServices)('passes every secret to %s as a file', (_name, { environment = {}, secrets: used = [] }) => {
    const files = Object.entries(environment).filter(([name]) => /SECRET|ENCRYPTION_KEYS/.test(name));
    expect(files.map(([, path]) => path).sort()).toEqual(used.map((secret) => `/run/secrets/${secret}`).sort());
    for (const [name] of files) expect(name).toMatch(/_FILE$/);
    for (const secret of used) expect(secrets[secret]?.file).toMatch(/^\.\/deploy\/secrets\//);
  });

  it.each(Object.entries(services))('runs %s with restricted privileges', (_name, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], mem_limit: expect.any(String) });
  });

  it('mounts files that exist', () => {
    const mounts = Object.values(services).flatMap(({ volumes = [] }) => volumes);
    const files = mounts.map((mount) => mount.split(':')[0] ?? '').filter((path) => path.startsWith('.'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect({ file, exists: existsSync(join(repositoryRoot, file)) }).toEqual({ file, exists: true });
  });

  it('S31: has a Redis that evicts nothing for REDIS_URL, and another one for cached responses', async () => {
    const { REDIS_URL: storeUrl = '', CACHE_REDIS_URL: cacheUrl = '' } = services['gateway-1']?.environment ?? {};
    const hosts = [storeUrl, cacheUrl].map((url) => new URL(url).hostname);
    const servers = await Promise.all(
      hosts.map((host) => startRedis({ extraArgs: services[host]?.command?.slice(1) ?? [] })),
    );
    const [redisUrl, cacheRedisUrl] = servers.map(({ url }) => url);
    const stores = await createStores({ redisUrl, cacheRedisUrl });
    try {
      expect(stores.memoryPolicy).toMatchObject({ eviction: 'off', mayStoreCachedResponses: true });
      expect(await (stores.cacheStore as RedisStore).readMemory()).toMatchObject({
        policy: 'allkeys-lru',
        evicts: true,
      });
    } finally {
      await stores.close();
      for (const server of servers) await server.stop();
    }
  });

  it('gets every required variable from sandbox.env', () => {
    const required = [...readRepositoryFile('docker-compose.yml').matchAll(/\$\{([A-Z_]+):\?/g)].map(
      ([, name]) => name,
    );
    const defined = [...readRepositoryFile('deploy/sandbox.env').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(defined).toEqual(expect.arrayContaining(required));
  });
});

describe('images of others', () => {
  const composeImages = Object.values(services).map(({ image }) => image ?? 'koodrive-gateway');
  const baseImages = [...readRepositoryFile('Dockerfile').matchAll(/^FROM (\S+:\S+)/gm)].map(
    ([, image]) => image ?? '',
  );

  it('are named by an exact version and a digest', () => {
    const images = [...composeImages.filter((image) => image !== 'koodrive-gateway'), ...baseImages];
    expect(images.length).toBeGreaterThan(2);
    expect(images.filter((image) => !/^[\w./-]+:\d+\.\d+\.\d+[\w.-]*@sha256:[0-9a-f]{64}$/.test(image))).toEqual([]);
  });
});

describe('package-lock.json', () => {
  it('has no package in production that runs a program when it is installed', () => {
    const { packages } = JSON.parse(readRepositoryFile('package-lock.json')) as {
      packages: Readonly<Record<string, { readonly dev?: boolean; readonly hasInstallScript?: boolean }>>;
    };
    const production = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
    expect(production.length).toBeGreaterThan(50);
    expect(production.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
  });
});

describe('nginx.conf', () => {
  it('lists every gateway of the compose file', () => {
    const servers = [...readRepositoryFile('deploy/nginx.conf').matchAll(/server (gateway-\d+):3000/g)].map(
      ([, name]) => name,
    );
    expect(servers.sort()).toEqual(gatewayServices.map(([name]) => name).sort());
  });
});

describe('Dockerfile', () => {
  it('copies files that exist and that .dockerignore does not exclude', () => {
    const copies = [...readRepositoryFile('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) =>
      (paths ?? '').split(' '),
    );
    const allowed = readRepositoryFile('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    for (const path of copies) {
      expect({ path, exists: existsSync(join(repositoryRoot, path)) }).toEqual({ path, exists: true });
      expect({ path, included: allowed.some((each) => path === each || path.startsWith(`${each}/`)) }).toEqual({
        path,
        included: true,
      });
    }
  });

  it('runs as an unprivileged user, and its health check calls /ready', () => {
    expect(readRepositoryFile('Dockerfile')).toMatch(/^USER 1000:1000$/m);
    expect(readRepositoryFile('Dockerfile')).toMatch(/^HEALTHCHECK .*health-check\.mjs/m);
    expect(readRepositoryFile('deploy/health-check.mjs')).toContain('/ready');
  });
});
