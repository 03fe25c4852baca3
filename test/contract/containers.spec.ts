import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationTable } from '#config';
import { parse } from 'yaml';
import { repositoryRoot } from '../support/repository-root.js';

interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly mem_limit?: string;
  readonly healthcheck?: unknown;
  readonly profiles?: readonly string[];
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
const { services, secrets } = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const gateways = Object.entries(services).filter(([name]) => name.startsWith('gateway-'));
const known = new Set([...configurationTable().matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));

describe('docker-compose.yml', () => {
  it.each(gateways)('gives %s only variables that the configuration knows', (_name, { environment = {} }) => {
    expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(gateways)('gives %s every secret as a file', (_name, { environment = {}, secrets: used = [] }) => {
    const files = Object.entries(environment).filter(([name]) => /SECRET|ENCRYPTION_KEYS/.test(name));
    expect(files.map(([, path]) => path).sort()).toEqual(used.map((secret) => `/run/secrets/${secret}`).sort());
    for (const [name] of files) expect(name).toMatch(/_FILE$/);
    for (const secret of used) expect(secrets[secret]?.file).toMatch(/^\.\/deploy\/secrets\//);
  });

  it.each(Object.entries(services))('runs %s with little power', (_name, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], mem_limit: expect.any(String) });
  });

  it('mounts files that are there', () => {
    const mounts = Object.values(services).flatMap(({ volumes = [] }) => volumes);
    const files = mounts.map((mount) => mount.split(':')[0] ?? '').filter((path) => path.startsWith('.'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect({ file, there: existsSync(join(repositoryRoot, file)) }).toEqual({ file, there: true });
  });

  it('sandbox.env sets every variable that is asked for', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name);
    const set = [...read('deploy/sandbox.env').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(set).toEqual(expect.arrayContaining(asked));
  });
});

describe('nginx.conf', () => {
  it('knows every gateway of the compose file', () => {
    const servers = [...read('deploy/nginx.conf').matchAll(/server (gateway-\d+):3000/g)].map(([, name]) => name);
    expect(servers.sort()).toEqual(gateways.map(([name]) => name).sort());
  });
});

describe('Dockerfile', () => {
  it('copies what is there, and .dockerignore lets it through', () => {
    const copies = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) =>
      (paths ?? '').split(' '),
    );
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    for (const path of copies) {
      expect({ path, there: existsSync(join(repositoryRoot, path)) }).toEqual({ path, there: true });
      expect({ path, sent: allowed.some((each) => path === each || path.startsWith(`${each}/`)) }).toEqual({
        path,
        sent: true,
      });
    }
  });

  it('runs as nobody in particular, and asks /ready', () => {
    expect(read('Dockerfile')).toMatch(/^USER 1000:1000$/m);
    expect(read('Dockerfile')).toMatch(/^HEALTHCHECK .*health-check\.mjs/m);
    expect(read('deploy/health-check.mjs')).toContain('/ready');
  });
});
