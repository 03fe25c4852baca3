import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { inspect } from 'node:util';
import { ConfigurationError, type ConfigurationIssue } from './configuration-error.js';
import { loadApiKeysFilePath, loadConfiguration, loadVaultSettings } from './load-configuration.js';
import type { RawEnvironment } from './read-environment.js';
import type { RemoteUpstream } from './settings.js';

const key = Buffer.alloc(32, 7).toString('base64');
const otherKey = Buffer.alloc(32, 9).toString('base64');
const production: RawEnvironment = {
  NODE_ENV: 'production',
  KOODRIVE_BASE_URL: 'https://drive.example',
  API_KEYS_FILE: '/run/keys.json',
  ENCRYPTION_KEYS: `a:${key}`,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'configuration-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function findIssues(texts: RawEnvironment): readonly ConfigurationIssue[] {
  try {
    loadConfiguration(texts);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.issues;
    throw error;
  }
  return [];
}
const invalidVariables = (texts: RawEnvironment): readonly string[] =>
  findIssues(texts).map(({ variable }) => variable);

function loadRemoteUpstream(texts: RawEnvironment): RemoteUpstream {
  const { target } = loadConfiguration(texts).upstream;
  if (target.kind !== 'remote') throw new Error('not remote');
  return target;
}

describe('In development', () => {
  it('every variable has a default', () => {
    const configuration = loadConfiguration({});
    expect(configuration).toMatchObject({
      environment: 'development',
      server: { host: '127.0.0.1', port: 3000, docsEnabled: true, trustedProxies: [], requestTimeoutMs: 30_000 },
      upstream: { target: { kind: 'embedded-sandbox', port: 3900 } },
      store: { redisUrl: undefined },
      callers: { apiKeysFilePath: '.data/api-keys.json' },
      encryption: { temporary: true },
      telemetry: { logLevel: 'info', auditLogDestination: 'stderr' },
    });
    expect(configuration.encryption.keys[0].key.symmetricKeySize).toBe(32);
  });

  it('an empty variable counts as absent', () => {
    expect(loadConfiguration({ PORT: '', REDIS_URL: '  ', KOODRIVE_APP_SECRET: '' }).server.port).toBe(3000);
  });

  it('random encryption keys differ from one start to the next', () => {
    const [first, second] = [loadConfiguration({}), loadConfiguration({})].map(
      ({ encryption }) => encryption.keys[0].key,
    );
    expect(second && first?.equals(second)).toBe(false);
  });

  it('KooDrive may have a plain http URL', () => {
    expect(loadRemoteUpstream({ KOODRIVE_BASE_URL: 'http://drive.lan:8080/' }).baseUrl).toBe('http://drive.lan:8080');
  });
});

describe('In production', () => {
  it('an upstream, a file of API keys and encryption keys are required', () => {
    expect(invalidVariables({ NODE_ENV: 'production' })).toEqual([
      'KOODRIVE_BASE_URL',
      'API_KEYS_FILE',
      'ENCRYPTION_KEYS',
    ]);
  });

  it('the API listens on all addresses and serves no documentation by default', () => {
    expect(loadConfiguration(production).server).toMatchObject({ host: '0.0.0.0', docsEnabled: false });
    expect(loadConfiguration({ ...production, HOST: '10.1.2.3', DOCS: 'on' }).server).toMatchObject({
      host: '10.1.2.3',
      docsEnabled: true,
    });
  });

  it.each(['KOODRIVE_BASE_URL', 'KOODRIVE_APP_TOKEN_URL', 'KOODRIVE_OBJECT_STORE_ORIGINS'])(
    '%s must be https, or http to loopback',
    (name) => {
      const texts = { ...production, KOODRIVE_CLIENT_ID: 'id', KOODRIVE_CLIENT_SECRET: 'secret' };
      const complete = { ...texts, KOODRIVE_APP_TOKEN_URL: 'https://id.example/token' };
      expect(invalidVariables({ ...complete, [name]: 'http://drive.example' })).toEqual([name]);
      expect(invalidVariables({ ...complete, [name]: 'http://127.0.0.1:3900' })).toEqual([]);
      expect(invalidVariables({ ...complete, [name]: 'http://127.0.0.1.evil.example' })).toEqual([name]);
    },
  );
});

it('All mistakes are reported at once, with the expected form', () => {
  const texts = {
    NODE_ENV: 'prod',
    PORT: '70000',
    HOST: 'a b',
    SANDBOX_PORT: '-1',
    KOODRIVE_BASE_URL: 'drive.example',
    KOODRIVE_OBJECT_STORE_ORIGINS: 'https://*.com',
    REDIS_URL: 'http://redis',
    ENCRYPTION_KEYS: 'a:short',
    CACHE_MEMORY_MB: '1e3',
    TRUSTED_PROXIES: '10.0.0.0/33',
    DOCS: 'yes',
    LOG_LEVEL: 'loud',
  };
  expect([...invalidVariables(texts)].sort()).toEqual(Object.keys(texts).sort());
  expect(() => loadConfiguration(texts)).toThrow(
    /12 mistakes:[^]*PORT must be an integer from 0 to 65535[^]*LOG_LEVEL must be one of: trace, /,
  );
});

describe('ALLOWED_HOSTS', () => {
  it.each(['http://drive.example', 'drive.example:8080', 'Drive.example', 'fd00::1', '*', ', '])(
    'rejects %j',
    (text) => {
      expect(invalidVariables({ ALLOWED_HOSTS: text })).toEqual(['ALLOWED_HOSTS']);
    },
  );

  it('lists host names and addresses as they stand in URLs; the hosts of sign-ins are added', () => {
    const { server } = loadConfiguration({
      ALLOWED_HOSTS: 'drive.example, 10.0.0.5,[fd00::1]',
      LOGIN_DOMAIN: 'a.example',
    });
    expect(server.allowedHosts).toEqual(['drive.example', '10.0.0.5', '[fd00::1]', 'a.example']);
    expect(loadConfiguration({}).server.allowedHosts).toEqual([]);
    expect(loadConfiguration({ ...production, LOGIN_DOMAIN: 'a.example' }).server.allowedHosts).toBeUndefined();
  });
});

describe('SANDBOX_CONTROL_TOKEN', () => {
  it.each(['short', 'sixteen-and-a-/slash', 'pass word pass word'])('rejects %j, and never prints it', (text) => {
    expect(invalidVariables({ SANDBOX_CONTROL_TOKEN: text })).toEqual(['SANDBOX_CONTROL_TOKEN']);
    expect(JSON.stringify(findIssues({ SANDBOX_CONTROL_TOKEN: text }))).not.toContain(text);
  });
});

describe('An integer variable', () => {
  it.each(['1.5', '0x10', '1e2', 'NaN', '-5', '65536', '99999999999999999999'])('rejects PORT %j', (text) => {
    expect(invalidVariables({ PORT: text })).toEqual(['PORT']);
  });

  it.each(['', ' '])('counts PORT %j as absent', (text) => {
    expect(invalidVariables({ PORT: text })).toEqual([]);
  });
});

describe('Secrets', () => {
  it('may come from a file, without its trailing line break', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, 'from the file\n');
    const { app } = loadRemoteUpstream({ ...production, KOODRIVE_APP_ID: 'app', KOODRIVE_APP_SECRET_FILE: file });
    expect(app?.secret.reveal()).toBe('from the file');
  });

  it.each(['KOODRIVE_APP_SECRET', 'KOODRIVE_CLIENT_SECRET', 'REDIS_URL', 'ENCRYPTION_KEYS'])(
    '%s must not come from the variable and a file',
    (name) => {
      const issues = findIssues({ [name]: 'x', [`${name}_FILE`]: '/dev/null' });
      expect(issues).toContainEqual({ variable: `${name}_FILE`, message: `must not be given together with ${name}` });
    },
  );

  it('cannot come from a missing or empty file', () => {
    const empty = join(folder, 'empty');
    writeFileSync(empty, '\n');
    expect(findIssues({ REDIS_URL_FILE: join(folder, 'missing') })).toEqual([
      { variable: 'REDIS_URL_FILE', message: 'names a file that cannot be read (ENOENT)' },
    ]);
    expect(findIssues({ REDIS_URL_FILE: empty })).toEqual([
      { variable: 'REDIS_URL_FILE', message: 'names a file that is empty' },
    ]);
  });

  it('never occur in an error, even in the wrong variable', () => {
    const canary = 'c4n4ry';
    const texts = {
      ...Object.fromEntries(
        ['NODE_ENV', 'PORT', 'HOST', 'KOODRIVE_BASE_URL', 'KOODRIVE_OBJECT_STORE_ORIGINS', 'KOODRIVE_APP_TOKEN_URL']
          .concat(['REDIS_URL', 'ENCRYPTION_KEYS', 'TRUSTED_PROXIES', 'DOCS', 'LOG_LEVEL', 'UPSTREAM_CONNECTIONS'])
          .map((name) => [name, `${canary} `.repeat(2)]),
      ),
      KOODRIVE_APP_SECRET: canary,
    };
    let caught: unknown;
    try {
      loadConfiguration(texts);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ConfigurationError);
    expect(inspect(caught, { depth: 10 })).not.toContain(canary);
    expect(invalidVariables({ KOODRIVE_BASE_URL: `https://user:${canary}@drive.example` })).toEqual([
      'KOODRIVE_BASE_URL',
    ]);
  });

  it('do not occur in a printed or serialized configuration', () => {
    const configuration = loadConfiguration({
      ...production,
      KOODRIVE_APP_ID: 'app',
      KOODRIVE_APP_SECRET: 'c4n4ry',
      KOODRIVE_CLIENT_ID: 'client',
      KOODRIVE_CLIENT_SECRET: 'c4n4ry',
      KOODRIVE_APP_TOKEN_URL: 'https://id.example/token',
      REDIS_URL: 'redis://:c4n4ry@redis',
    });
    const printed = `${JSON.stringify(configuration)} ${inspect(configuration, { depth: 10, showHidden: true })}`;
    expect(printed).not.toContain('c4n4ry');
    expect(printed).not.toContain(key);
    expect(configuration.store.redisUrl?.reveal()).toBe('redis://:c4n4ry@redis');
  });
});

describe('Credentials for KooDrive', () => {
  it('must be complete', () => {
    const base = { KOODRIVE_BASE_URL: 'https://drive.example' };
    expect(findIssues({ ...base, KOODRIVE_APP_ID: 'app' })).toEqual([
      { variable: 'KOODRIVE_APP_SECRET', message: 'is required together with KOODRIVE_APP_ID' },
    ]);
    expect(invalidVariables({ ...base, KOODRIVE_CLIENT_ID: 'client' })).toEqual([
      'KOODRIVE_APP_TOKEN_URL',
      'KOODRIVE_CLIENT_SECRET',
    ]);
  });

  it('are rejected without a KooDrive URL, because the sandbox would receive them', () => {
    expect(invalidVariables({ KOODRIVE_APP_ID: 'app', KOODRIVE_APP_SECRET: 'x' })).toEqual(['KOODRIVE_BASE_URL']);
  });
});

describe('CACHE_REDIS_URL', () => {
  it('needs REDIS_URL', () => {
    expect(findIssues({ CACHE_REDIS_URL: 'redis://cache' })).toEqual([
      { variable: 'REDIS_URL', message: 'is required together with CACHE_REDIS_URL' },
    ]);
    const { store } = loadConfiguration({ REDIS_URL: 'redis://store', CACHE_REDIS_URL: 'redis://:secret@cache' });
    expect(store.cacheRedisUrl?.reveal()).toBe('redis://:secret@cache');
    expect(JSON.stringify(store)).not.toContain('secret@');
  });

  it('is read by the command that re-encrypts records', () => {
    const settings = { REDIS_URL: 'redis://store', CACHE_REDIS_URL: 'redis://cache', ENCRYPTION_KEYS: `k1:${key}` };
    expect(loadVaultSettings(settings).cacheRedisUrl?.reveal()).toBe('redis://cache');
  });
});

describe('KOODRIVE_BASE_URL', () => {
  it.each(['https://drive.example/path', 'https://drive.example?x', 'ftp://drive.example', 'https://u@drive.example'])(
    'cannot be %s',
    (text) => {
      expect(invalidVariables({ KOODRIVE_BASE_URL: text })).toEqual(['KOODRIVE_BASE_URL']);
    },
  );

  it('sets the object store of Huawei Cloud as the default', () => {
    const defaultOrigins = loadRemoteUpstream(production).objectStoreOrigins;
    expect(defaultOrigins).toEqual(['https://*.myhuaweicloud.com']);
    const remote = loadRemoteUpstream({
      ...production,
      KOODRIVE_OBJECT_STORE_ORIGINS: 'https://obs.example, https://b.example:8443',
    });
    expect(remote.objectStoreOrigins).toEqual(['https://obs.example', 'https://b.example:8443']);
  });
});

describe('KOODRIVE_SIGN_IN_ORIGINS', () => {
  it('has no default, and holds patterns', () => {
    expect(loadRemoteUpstream(production).signInOrigins).toBeUndefined();
    const texts = { ...production, KOODRIVE_SIGN_IN_ORIGINS: 'https://id.example, https://*.id.example' };
    expect(loadRemoteUpstream(texts).signInOrigins).toEqual(['https://id.example', 'https://*.id.example']);
  });

  it.each(['id.example', 'https://*.com', 'http://id.example', 'https://id.example/authorize'])(
    'cannot be %s in production',
    (text) => {
      expect(invalidVariables({ ...production, KOODRIVE_SIGN_IN_ORIGINS: text })).toEqual(['KOODRIVE_SIGN_IN_ORIGINS']);
    },
  );
});

describe('ENCRYPTION_KEYS', () => {
  it('keep their order: the first key encrypts', () => {
    const { keys, temporary } = loadConfiguration({ ENCRYPTION_KEYS: `new:${otherKey},old:${key}` }).encryption;
    expect(keys.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(keys[0].key.export().toString('base64')).toBe(otherKey);
    expect(temporary).toBe(false);
  });

  it.each([key, `a:${key.slice(4)}`, `a:${key},a:${otherKey}`, `a b:${key}`, ','])('cannot be %j', (text) => {
    expect(invalidVariables({ ENCRYPTION_KEYS: text })).toEqual(['ENCRYPTION_KEYS']);
  });
});

describe('REDIS_URL', () => {
  it.each([
    'redis://localhost',
    'rediss://user:pass@redis:6380/1',
    'redis+sentinel://a:26379,b:26379/main',
    'redis+cluster://a:6379,b:6379',
  ])('can be %s', (text) => {
    expect(invalidVariables({ REDIS_URL: text })).toEqual([]);
  });

  it.each(['localhost:6379', 'http://redis', 'redis://', 'redis+other://a'])('cannot be %s', (text) => {
    expect(invalidVariables({ REDIS_URL: text })).toEqual(['REDIS_URL']);
  });
});

it('The configuration is frozen at every depth', () => {
  const configuration = loadConfiguration({ ...production, TRUSTED_PROXIES: '10.0.0.0/8' });
  expect(Object.isFrozen(configuration)).toBe(true);
  expect(() => ((configuration.server as { port: number }).port = 1)).toThrow(TypeError);
  expect(() => (configuration.server.trustedProxies as string[]).push('0.0.0.0/0')).toThrow(TypeError);
  expect(() => (configuration.encryption.keys as unknown as unknown[]).pop()).toThrow(TypeError);
});

it('The path of the API key file can be read while other variables are invalid', () => {
  expect(loadApiKeysFilePath({ NODE_ENV: 'production', API_KEYS_FILE: '/run/keys.json', PORT: 'x' })).toBe(
    '/run/keys.json',
  );
  expect(loadApiKeysFilePath({})).toBe('.data/api-keys.json');
});

describe('PUBLIC_LINKS_AGENT_NAME', () => {
  it('is valid as the value of a header', () => {
    expect(loadConfiguration({ PUBLIC_LINKS_AGENT_NAME: 'Some Carrier' }).publicLinks.agentName).toBe('Some Carrier');
    expect(loadConfiguration({}).publicLinks.agentName).toBeUndefined();
    for (const name of ['运营商', 'a\r\nb', 'x'.repeat(129)]) {
      expect(invalidVariables({ PUBLIC_LINKS_AGENT_NAME: name })).toEqual(['PUBLIC_LINKS_AGENT_NAME']);
    }
  });
});
