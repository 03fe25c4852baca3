import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiKeyRegistry } from './api-keys/api-key-registry.js';
import { ApiKeyStrategy } from './api-keys/api-key.strategy.js';
import { authenticate, type AuthenticationStrategy } from './authenticate.js';
import type { Caller } from './caller.js';
import { issueApiKey } from './api-keys/issue-api-key.js';
import { AuthenticationFailure } from './authentication-failure.js';

let folder: string;
let registry: ApiKeyRegistry;
let server: Server;
let strategies: readonly AuthenticationStrategy[];
let lastResult: Caller | AuthenticationFailure;
const keys: Record<'plain' | 'user' | 'acting' | 'all', string> = { plain: '', user: '', acting: '', all: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'authenticate-'));
  const file = join(folder, 'keys.json');
  const owner = 'Reports';
  keys.plain = (await issueApiKey(file, { owner, scopes: ['files:read'] })).text;
  keys.user = (await issueApiKey(file, { owner, scopes: ['files:read'], userId: '7' })).text;
  keys.acting = (await issueApiKey(file, { owner, scopes: ['act-for:users'], userId: '7' })).text;
  keys.all = (await issueApiKey(file, { owner, scopes: ['*'] })).text;
  registry = await ApiKeyRegistry.open(file);
  strategies = [new ApiKeyStrategy(registry)];
  server = createServer((request, response) => {
    void authenticate(strategies, request).then((result) => {
      lastResult = result;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  registry.close();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

/** Authenticates a real HTTP request with these headers. A name may be repeated. */
function authenticateRequest(
  ...headers: readonly (readonly [string, string])[]
): Promise<Caller | AuthenticationFailure> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, host: '127.0.0.1', agent: false }, (response) => {
      response.resume().on('end', () => resolve(lastResult));
    });
    const values = new Map<string, string[]>();
    for (const [name, value] of headers) values.set(name, [...(values.get(name) ?? []), value]);
    for (const [name, all] of values) request.setHeader(name, all);
    request.on('error', reject).end();
  });
}
async function findReason(...headers: readonly (readonly [string, string])[]): Promise<string> {
  const result = await authenticateRequest(...headers);
  return result instanceof AuthenticationFailure ? result.reason : 'accepted';
}

describe('A credential', () => {
  it('is accepted in Authorization and in X-API-Key', async () => {
    expect(await findReason(['Authorization', `Bearer ${keys.plain}`])).toBe('accepted');
    expect(await findReason(['authorization', `bearer ${keys.plain}`])).toBe('accepted');
    expect(await findReason(['X-API-Key', keys.plain])).toBe('accepted');
  });

  it('is required', async () => {
    const result = await authenticateRequest();
    expect(result).toBeInstanceOf(AuthenticationFailure);
    expect(result).toMatchObject({ reason: 'no-credential', problem: { code: 'unauthenticated', status: 401 } });
  });

  it.each([
    ['both headers', ['Authorization', 'Bearer '], ['X-API-Key', '']],
    ['Authorization twice', ['Authorization', 'Bearer '], ['Authorization', 'Bearer ']],
    ['X-API-Key twice', ['X-API-Key', ''], ['X-API-Key', '']],
  ] as const)('in %s is rejected, although each one alone is valid', async (_name, first, second) => {
    const header = ([name, scheme]: readonly [string, string]): readonly [string, string] => [
      name,
      scheme + keys.plain,
    ];
    expect(await findReason(header(first), header(second))).toBe('several-credentials');
  });

  it.each(['Basic dXNlcjpwYXNz', 'Bearer eyJhbGciOiJub25lIn0.e30.', 'Bearer', '', 'kdg_abc'])(
    'is rejected if no strategy accepts %j',
    async (value) => {
      expect(await findReason(['Authorization', value])).toBe('unknown-credential');
    },
  );

  it('in X-API-Key is malformed if it is not an API key, or very long', async () => {
    expect(await findReason(['X-API-Key', 'hello'])).toBe('malformed-key');
    expect(await findReason(['X-API-Key', `kdg_${'x'.repeat(8000)}`])).toBe('malformed-key');
  });
});

describe('X-On-Behalf-Of', () => {
  it('makes the named user the principal instead of the user of the key', async () => {
    const result = await authenticateRequest(['X-API-Key', keys.acting], ['X-On-Behalf-Of', '900719925474099312']);
    expect(result).toMatchObject({
      principal: { kind: 'user', userId: '900719925474099312' },
      actingFor: '900719925474099312',
    });
    const without = await authenticateRequest(['X-API-Key', keys.acting]);
    expect(without).toMatchObject({ principal: { kind: 'user', userId: '7' } });
    expect(without).not.toHaveProperty('actingFor');
  });

  it('requires its own scope, or *', async () => {
    const onBehalfOf = ['X-On-Behalf-Of', '8'] as const;
    expect(await findReason(['X-API-Key', keys.all], onBehalfOf)).toBe('accepted');
    expect(await authenticateRequest(['X-API-Key', keys.plain], onBehalfOf)).toMatchObject({
      reason: 'acting-not-allowed',
      problem: { status: 403 },
    });
    expect(await findReason(['X-API-Key', keys.user], ['X-On-Behalf-Of', '7'])).toBe('acting-not-allowed');
  });

  it.each(['', 'a b', '../8', '8/9', 'x'.repeat(65), '用户'.normalize(), '8,9'])('cannot be %j', async (userId) => {
    const value = Buffer.from(userId).toString('latin1');
    const result = await authenticateRequest(['X-API-Key', keys.all], ['X-On-Behalf-Of', value]);
    expect(result).toMatchObject({ reason: 'malformed-user', problem: { status: 422 } });
  });

  it('must not be repeated', async () => {
    const repeated = [
      ['X-On-Behalf-Of', '8'],
      ['X-On-Behalf-Of', '9'],
    ] as const;
    expect(await findReason(['X-API-Key', keys.all], ...repeated)).toBe('malformed-user');
  });

  it('does not change the caller of other requests with the same key', async () => {
    await authenticateRequest(['X-API-Key', keys.all], ['X-On-Behalf-Of', '8']);
    expect(await authenticateRequest(['X-API-Key', keys.all])).toMatchObject({ principal: { kind: 'app' } });
  });
});

describe('Strategies', () => {
  const request = { headers: { authorization: 'Bearer x' }, rawHeaders: ['Authorization', 'Bearer x'] };
  /** A strategy that reports its result through the methods of Passport's protocol on `this`. */
  const createStrategy = (
    run: (this: Record<string, (value?: unknown) => void>) => unknown,
  ): AuthenticationStrategy => ({
    name: 'double',
    authenticate: run,
  });
  const caller = { id: 'one', scopes: new Set() } as unknown as Caller;

  it('run in order until one finds a credential of its kind', async () => {
    const passing = createStrategy(function () {
      this['pass']?.();
    });
    const accepting = createStrategy(function () {
      this['success']?.(caller);
    });
    const never = createStrategy(() => {
      throw new Error('called although another strategy has decided');
    });
    expect(await authenticate([passing, accepting, never], request)).toBe(caller);
    expect(await authenticate([passing], request)).toMatchObject({ reason: 'unknown-credential' });
  });

  it.each([
    [
      'throws',
      createStrategy(() => {
        throw new Error('x');
      }),
    ],
    ['rejects', createStrategy(() => Promise.reject(new Error('x')))],
    [
      'reports an error',
      createStrategy(function () {
        this['error']?.(new Error('x'));
      }),
    ],
    [
      'redirects',
      createStrategy(function () {
        this['redirect']?.('/');
      }),
    ],
  ] as const)('that %s accepts no caller, and causes an internal error', async (_name, failing) => {
    const result = await authenticate([failing], request);
    expect(result).toMatchObject({ reason: 'verification-failed', problem: { code: 'internal' } });
    expect((result as AuthenticationFailure).problem.cause).toBeInstanceOf(Error);
  });

  it('do not share state between requests', async () => {
    const pending: (() => void)[] = [];
    const slow = createStrategy(function () {
      pending.push(() => this['success']?.({ ...caller, id: String(pending.length) }));
    });
    const first = authenticate([slow], request);
    const second = authenticate([slow], request);
    pending[1]?.();
    expect(await Promise.race([first, second])).toBe(await second);
    pending[0]?.();
    await first;
  });
});
