import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiKeyRegistry } from './api-keys/api-key-registry.js';
import { ApiKeyStrategy } from './api-keys/api-key.strategy.js';
import { authenticate, type CallerStrategy } from './authenticate.js';
import type { Caller } from './caller.js';
import { issueApiKey } from './api-keys/issue-key.js';
import { Refusal } from './refusal.js';

let folder: string;
let registry: ApiKeyRegistry;
let server: Server;
let strategies: readonly CallerStrategy[];
let seen: Caller | Refusal;
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
    void authenticate(strategies, request).then((verdict) => {
      seen = verdict;
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

/** Sends the headers as they are given, twice the same name too, through a real HTTP server. */
function whoIs(...headers: readonly (readonly [string, string])[]): Promise<Caller | Refusal> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, host: '127.0.0.1', agent: false }, (response) => {
      response.resume().on('end', () => resolve(seen));
    });
    const values = new Map<string, string[]>();
    for (const [name, value] of headers) values.set(name, [...(values.get(name) ?? []), value]);
    for (const [name, all] of values) request.setHeader(name, all);
    request.on('error', reject).end();
  });
}
async function reasonOf(...headers: readonly (readonly [string, string])[]): Promise<string> {
  const verdict = await whoIs(...headers);
  return verdict instanceof Refusal ? verdict.reason : 'accepted';
}

describe('A credential', () => {
  it('may stand in Authorization or in X-API-Key', async () => {
    expect(await reasonOf(['Authorization', `Bearer ${keys.plain}`])).toBe('accepted');
    expect(await reasonOf(['authorization', `bearer ${keys.plain}`])).toBe('accepted');
    expect(await reasonOf(['X-API-Key', keys.plain])).toBe('accepted');
  });

  it('that is missing is asked for', async () => {
    const verdict = await whoIs();
    expect(verdict).toBeInstanceOf(Refusal);
    expect(verdict).toMatchObject({ reason: 'no-credential', problem: { code: 'unauthenticated', status: 401 } });
  });

  it.each([
    ['both headers', ['Authorization', 'Bearer '], ['X-API-Key', '']],
    ['Authorization twice', ['Authorization', 'Bearer '], ['Authorization', 'Bearer ']],
    ['X-API-Key twice', ['X-API-Key', ''], ['X-API-Key', '']],
  ] as const)('in %s is refused, though each alone would do', async (_name, first, second) => {
    const header = ([name, scheme]: readonly [string, string]): readonly [string, string] => [
      name,
      scheme + keys.plain,
    ];
    expect(await reasonOf(header(first), header(second))).toBe('several-credentials');
  });

  it.each(['Basic dXNlcjpwYXNz', 'Bearer eyJhbGciOiJub25lIn0.e30.', 'Bearer', '', 'kdg_abc'])(
    'that no strategy knows is refused: %j',
    async (value) => {
      expect(await reasonOf(['Authorization', value])).toBe('unknown-credential');
    },
  );

  it('in X-API-Key that is no key, or a very long one, is refused as malformed', async () => {
    expect(await reasonOf(['X-API-Key', 'hello'])).toBe('malformed-key');
    expect(await reasonOf(['X-API-Key', `kdg_${'x'.repeat(8000)}`])).toBe('malformed-key');
  });
});

describe('X-On-Behalf-Of', () => {
  it('makes the named user the principal, before the key’s own, and is told from it', async () => {
    const verdict = await whoIs(['X-API-Key', keys.acting], ['X-On-Behalf-Of', '900719925474099312']);
    expect(verdict).toMatchObject({
      principal: { kind: 'user', userId: '900719925474099312' },
      actingFor: '900719925474099312',
    });
    const without = await whoIs(['X-API-Key', keys.acting]);
    expect(without).toMatchObject({ principal: { kind: 'user', userId: '7' } });
    expect(without).not.toHaveProperty('actingFor');
  });

  it('needs its own scope, or all of them', async () => {
    const acting = ['X-On-Behalf-Of', '8'] as const;
    expect(await reasonOf(['X-API-Key', keys.all], acting)).toBe('accepted');
    expect(await whoIs(['X-API-Key', keys.plain], acting)).toMatchObject({
      reason: 'acting-not-allowed',
      problem: { status: 403 },
    });
    expect(await reasonOf(['X-API-Key', keys.user], ['X-On-Behalf-Of', '7'])).toBe('acting-not-allowed');
  });

  it.each(['', 'a b', '../8', '8/9', 'x'.repeat(65), '用户'.normalize(), '8,9'])('is not %j', async (userId) => {
    const value = Buffer.from(userId).toString('latin1');
    const verdict = await whoIs(['X-API-Key', keys.all], ['X-On-Behalf-Of', value]);
    expect(verdict).toMatchObject({ reason: 'malformed-user', problem: { status: 422 } });
  });

  it('is not taken twice', async () => {
    const twice = [
      ['X-On-Behalf-Of', '8'],
      ['X-On-Behalf-Of', '9'],
    ] as const;
    expect(await reasonOf(['X-API-Key', keys.all], ...twice)).toBe('malformed-user');
  });

  it('leaves what other requests of the same key get as it was', async () => {
    await whoIs(['X-API-Key', keys.all], ['X-On-Behalf-Of', '8']);
    expect(await whoIs(['X-API-Key', keys.all])).toMatchObject({ principal: { kind: 'app' } });
  });
});

describe('Strategies', () => {
  const request = { headers: { authorization: 'Bearer x' }, rawHeaders: ['Authorization', 'Bearer x'] };
  /** A strategy that speaks Passport's protocol as `speak` does. */
  const strategy = (speak: (this: Record<string, (value?: unknown) => void>) => unknown): CallerStrategy => ({
    name: 'double',
    authenticate: speak,
  });
  const caller = { id: 'one', scopes: new Set() } as unknown as Caller;

  it('are asked in turn until one finds a credential of its kind', async () => {
    const passing = strategy(function () {
      this['pass']?.();
    });
    const knowing = strategy(function () {
      this['success']?.(caller);
    });
    const never = strategy(() => {
      throw new Error('asked although the answer was known');
    });
    expect(await authenticate([passing, knowing, never], request)).toBe(caller);
    expect(await authenticate([passing], request)).toMatchObject({ reason: 'unknown-credential' });
  });

  it.each([
    [
      'throws',
      strategy(() => {
        throw new Error('x');
      }),
    ],
    ['rejects', strategy(() => Promise.reject(new Error('x')))],
    [
      'reports an error',
      strategy(function () {
        this['error']?.(new Error('x'));
      }),
    ],
    [
      'wants a redirect',
      strategy(function () {
        this['redirect']?.('/');
      }),
    ],
  ] as const)('that %s lets nobody in, and is an error of ours', async (_name, broken) => {
    const verdict = await authenticate([broken], request);
    expect(verdict).toMatchObject({ reason: 'verification-failed', problem: { code: 'internal' } });
    expect((verdict as Refusal).problem.cause).toBeInstanceOf(Error);
  });

  it('do not share the state of an attempt', async () => {
    const waiting: (() => void)[] = [];
    const slow = strategy(function () {
      waiting.push(() => this['success']?.({ ...caller, id: String(waiting.length) }));
    });
    const first = authenticate([slow], request);
    const second = authenticate([slow], request);
    waiting[1]?.();
    expect(await Promise.race([first, second])).toBe(await second);
    waiting[0]?.();
    await first;
  });
});
