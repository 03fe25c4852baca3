import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../apps/sandbox/src/sandbox.js';
import { issueApiKey } from '../../libs/callers/src/index.js';
import { LocalServer } from '../support/local-server.js';
import { type Service, startGateway } from '../support/processes.js';
import { environmentFor } from '../support/stack.js';

jest.setTimeout(120_000);

const canaries = { appSecret: 'canary-app-secret-3f9a', clientSecret: 'canary-client-secret-77c1' };

/** A gateway in a process of its own, with secrets that are known here and must be seen nowhere (S1, S14). */
describe('secrets', () => {
  let folder: string;
  let sandbox: Sandbox;
  let tokenEndpoint: LocalServer;
  let gateway: Service;
  let key: string;
  /** Everything that must not be seen; grows as secrets are made. */
  const secrets = new Set<string>(Object.values(canaries));
  /** Every answer, headers and body. */
  const answers: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-secrets-'));
    const keysFile = join(folder, 'api-keys.json');
    sandbox = await startSandbox(canaries);
    // Stands before the sandbox's endpoint, to see which tokens were given out.
    tokenEndpoint = await LocalServer.start((response, { method, headers, body }) => {
      void fetch(sandbox.appTokenUrl, {
        method,
        headers: { 'content-type': headers['content-type'] ?? '', authorization: headers.authorization ?? '' },
        body: new Uint8Array(body),
      }).then(async (answer) => {
        const text = await answer.text();
        const { access_token: token } = JSON.parse(text) as { access_token?: string };
        if (token) secrets.add(token);
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
      });
    });
    const userId = sandbox.users()[0]?.userId ?? '';
    const issued = await issueApiKey(keysFile, { owner: 'tests', scopes: ['*'], userId });
    key = issued.text;
    secrets.add(key).add(key.split('_').at(-1) ?? '');
    // The port is startGateway's to choose.
    const { PORT: _port, ...env } = environmentFor(sandbox, keysFile);
    gateway = await startGateway({
      env: { ...env, KOODRIVE_APP_TOKEN_URL: `${tokenEndpoint.origin}/token`, LOG_LEVEL: 'trace' },
    });
  });
  afterAll(async () => {
    await gateway.stop();
    await tokenEndpoint.close();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function ask(method: string, path: string, options: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${key}`, ...(options.headers as Record<string, string>) };
    const answer = await fetch(gateway.url + path, { ...options, method, headers, redirect: 'manual' });
    const text = await answer.clone().text();
    const purpose = /\/(download-links|uploads|uploads\/\w+\/parts|content)(\?|$)/.test(path);
    // Those routes are there to hand pre-signed addresses out.
    if (!purpose) answers.push(JSON.stringify([...answer.headers]) + text);
    return answer;
  }
  const json = (body: unknown): RequestInit => ({
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

  it('are in no answer, log line, metric or audit line, whatever happens', async () => {
    const { items } = (await (await ask('GET', '/v1/spaces')).json()) as { items: { id: string }[] };
    const space = `/v1/spaces/${items[0]?.id ?? ''}`;
    const put = (name: string): Promise<Response> => ask('PUT', `${space}/content?name=${name}`, { body: 'bytes' });
    const { id } = (await (await put('a.txt')).json()) as { id: string };
    const links = (await (await ask('POST', `${space}/download-links`, json({ fileIds: [id] }))).json()) as {
      items: { url: string }[];
    };
    for (const { url } of links.items) {
      for (const [name, value] of new URL(url).searchParams) if (/signature|key|token/i.test(name)) secrets.add(value);
    }
    expect(secrets.size).toBeGreaterThanOrEqual(5);
    await ask('GET', `${space}/files/${id}/content`);
    await ask('GET', `${space}/files/${id}/content?redirect=true`);
    await ask('GET', '/v1/me');
    await ask('GET', `/v1/search?q=${encodeURIComponent('canary-app-secret-3f9a'.slice(0, 6))}`);
    await ask('GET', '/v1/spaces', { headers: { authorization: `Bearer ${key}x` } });
    await ask('GET', `/v1/spaces?api_key=${key}`);
    await ask('POST', `${space}/folders`, json({ name: 'made', secret: key }));
    const cruel = [
      { match: {}, effect: { html: true } },
      { match: {}, effect: { tokenExpired: true } },
      { match: {}, effect: { reset: 'before' } },
      { match: {}, effect: { status: 400, body: { code: 13000201, msg: canaries.appSecret } } },
      { match: { part: 'download' }, effect: { status: 503 } },
      { match: { part: 'download' }, effect: { cutBodyAt: 1 } },
      { match: { part: 'upload' }, effect: { reset: 'before' } },
      { match: { part: 'token' }, effect: { status: 500, body: { error: canaries.clientSecret } } },
    ] as const;
    for (const fault of cruel) {
      sandbox.faults.clear();
      sandbox.faults.add(fault);
      await ask('GET', '/v1/spaces?kind=individual', { headers: { 'cache-control': 'no-cache' } });
      await ask('GET', `${space}/files/${id}`, { headers: { 'cache-control': 'no-cache' } });
      await ask('POST', `${space}/folders`, json({ name: 'never' }));
      await put('b.txt').catch(() => undefined);
      await ask('GET', `${space}/files/${id}/content`).catch(() => undefined);
    }
    sandbox.faults.clear();
    await ask('GET', '/metrics');
    await ask('GET', '/ready');
    await gateway.stop();
    const audit = await readFile(join(folder, 'audit.log'), 'utf8');
    const log = gateway.output();
    // It did log: requests, failures and their causes.
    expect(log.split('\n').length).toBeGreaterThan(30);
    expect(log).toMatch(/"level":"(warn|error)"/);
    for (const secret of secrets) {
      expect(`log: ${log.includes(secret)}`).toBe('log: false');
      expect(`audit: ${audit.includes(secret)}`).toBe('audit: false');
      expect(answers.filter((answer) => answer.includes(secret))).toEqual([]);
    }
  });
});
