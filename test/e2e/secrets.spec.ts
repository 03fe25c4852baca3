import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../apps/sandbox/src/sandbox.js';
import { issueApiKey } from '../../libs/callers/src/index.js';
import { noCacheHeaders } from '../support/gateway-api.js';
import { LocalServer } from '../support/local-server.js';
import { type ServiceProcess, startGatewayProcess } from '../support/processes.js';
import { buildGatewayEnvironment } from '../support/gateway-stack.js';

jest.setTimeout(120_000);

const plantedSecrets = { appSecret: 'canary-app-secret-3f9a', clientSecret: 'canary-client-secret-77c1' };

/** A gateway in a process of its own, with known secrets that must not be in any output (S1, S14). */
describe('secrets', () => {
  let folder: string;
  let sandbox: Sandbox;
  let tokenEndpoint: LocalServer;
  let gateway: ServiceProcess;
  let key: string;
  /** All secrets so far, including those that are created during the test. */
  const secrets = new Set<string>(Object.values(plantedSecrets));
  /** The headers and body of every response. */
  const responses: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-secrets-'));
    const keysFile = join(folder, 'api-keys.json');
    sandbox = await startSandbox(plantedSecrets);
    // A proxy of the sandbox's token endpoint, which records the issued tokens.
    tokenEndpoint = await LocalServer.start((response, { method, headers, body }) => {
      void fetch(sandbox.appTokenUrl, {
        method,
        headers: { 'content-type': headers['content-type'] ?? '', authorization: headers.authorization ?? '' },
        body: new Uint8Array(body),
      }).then(async (tokenResponse) => {
        const text = await tokenResponse.text();
        const { access_token: token } = JSON.parse(text) as { access_token?: string };
        if (token) secrets.add(token);
        response.writeHead(tokenResponse.status, { 'content-type': 'application/json' }).end(text);
      });
    });
    const userId = sandbox.users()[0]?.userId ?? '';
    const issued = await issueApiKey(keysFile, { owner: 'tests', scopes: ['*'], userId });
    key = issued.text;
    secrets.add(key).add(key.split('_').at(-1) ?? '');
    // startGatewayProcess chooses the port.
    const { PORT: _port, ...env } = buildGatewayEnvironment(sandbox, keysFile);
    gateway = await startGatewayProcess({
      env: { ...env, KOODRIVE_APP_TOKEN_URL: `${tokenEndpoint.origin}/token`, LOG_LEVEL: 'trace' },
    });
  });
  afterAll(async () => {
    await gateway.stop();
    await tokenEndpoint.close();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function sendRequest(method: string, path: string, options: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${key}`, ...(options.headers as Record<string, string>) };
    const response = await fetch(gateway.url + path, { ...options, method, headers, redirect: 'manual' });
    const text = await response.clone().text();
    const returnsPresignedUrl = /\/(download-links|uploads|uploads\/\w+\/parts|content)(\?|$)/.test(path);
    if (!returnsPresignedUrl) responses.push(JSON.stringify([...response.headers]) + text);
    return response;
  }
  const jsonBody = (body: unknown): RequestInit => ({
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

  it('are in no response, log line, metric or audit line, also after faults', async () => {
    const { items } = (await (await sendRequest('GET', '/v1/spaces')).json()) as { items: { id: string }[] };
    const space = `/v1/spaces/${items[0]?.id ?? ''}`;
    const uploadFile = (name: string): Promise<Response> =>
      sendRequest('PUT', `${space}/content?name=${name}`, { body: 'bytes' });
    const { id } = (await (await uploadFile('a.txt')).json()) as { id: string };
    const links = (await (
      await sendRequest('POST', `${space}/download-links`, jsonBody({ fileIds: [id] }))
    ).json()) as {
      items: { url: string }[];
    };
    for (const { url } of links.items) {
      for (const [name, value] of new URL(url).searchParams) if (/signature|key|token/i.test(name)) secrets.add(value);
    }
    expect(secrets.size).toBeGreaterThanOrEqual(5);
    await sendRequest('GET', `${space}/files/${id}/content`);
    await sendRequest('GET', `${space}/files/${id}/content?redirect=true`);
    await sendRequest('GET', '/v1/me');
    await sendRequest('GET', `/v1/search?q=${encodeURIComponent('canary-app-secret-3f9a'.slice(0, 6))}`);
    await sendRequest('GET', '/v1/spaces', { headers: { authorization: `Bearer ${key}x` } });
    await sendRequest('GET', `/v1/spaces?api_key=${key}`);
    await sendRequest('POST', `${space}/folders`, jsonBody({ name: 'made', secret: key }));
    const faults = [
      { match: {}, effect: { html: true } },
      { match: {}, effect: { tokenExpired: true } },
      { match: {}, effect: { reset: 'before' } },
      { match: {}, effect: { status: 400, body: { code: 13000201, msg: plantedSecrets.appSecret } } },
      { match: { part: 'download' }, effect: { status: 503 } },
      { match: { part: 'download' }, effect: { cutBodyAt: 1 } },
      { match: { part: 'upload' }, effect: { reset: 'before' } },
      { match: { part: 'token' }, effect: { status: 500, body: { error: plantedSecrets.clientSecret } } },
    ] as const;
    for (const fault of faults) {
      sandbox.faults.clear();
      sandbox.faults.add(fault);
      await sendRequest('GET', '/v1/spaces?kind=individual', { headers: noCacheHeaders });
      await sendRequest('GET', `${space}/files/${id}`, { headers: noCacheHeaders });
      await sendRequest('POST', `${space}/folders`, jsonBody({ name: 'never' }));
      await uploadFile('b.txt').catch(() => undefined);
      await sendRequest('GET', `${space}/files/${id}/content`).catch(() => undefined);
    }
    sandbox.faults.clear();
    await sendRequest('GET', '/metrics');
    await sendRequest('GET', '/ready');
    await gateway.stop();
    const audit = await readFile(join(folder, 'audit.log'), 'utf8');
    const log = gateway.output();
    // The log is not empty: it has requests, failures and their causes.
    expect(log.split('\n').length).toBeGreaterThan(30);
    expect(log).toMatch(/"level":"(warn|error)"/);
    for (const secret of secrets) {
      expect(`log: ${log.includes(secret)}`).toBe('log: false');
      expect(`audit: ${audit.includes(secret)}`).toBe('audit: false');
      expect(responses.filter((response) => response.includes(secret))).toEqual([]);
    }
  });
});
