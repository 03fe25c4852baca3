import { afterEach, describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { type ClientUnderTest, startKooDriveClient } from '../../../test/support/koodrive-client.js';
import { respondWithJson } from '../../../test/support/local-server.js';
import type { KooDriveClientOptions } from './create-client.js';
import type { UpstreamRejection } from './options.js';
import type { Principal } from './principal.js';

const disabled = { kind: 'user', userId: '13' } as const;
const enabled = { kind: 'user', userId: '7' } as const;
const app = { kind: 'app' } as const;
const session = { kind: 'session', browserSessionId: 's', userId: '13' } as const;
const memoryOfCheckMs = 5_000;

const startedClients: ClientUnderTest[] = [];
afterEach(async () => {
  for (const started of startedClients.splice(0)) await started.close();
});

interface UpstreamState {
  acceptsApp: boolean;
  failing: boolean;
  dateOffsetMs: number;
  passedMs: number;
  beforeRejection?: () => Promise<void>;
}

interface Upstream extends ClientUnderTest {
  readonly state: UpstreamState;
  readonly rejections: UpstreamRejection[];
  /** Calls another operation than those of a check. @returns 'accepted', or the cause of the 401 */
  call(principal: Principal): Promise<unknown>;
  /** The users of the checks; 'app' for the app itself. */
  listChecks(): (string | undefined)[];
}

/** An upstream that knows the users 7 and 8. */
async function start(options: Partial<KooDriveClientOptions> = {}): Promise<Upstream> {
  const state: UpstreamState = { acceptsApp: true, failing: false, dateOffsetMs: 0, passedMs: 0 };
  const rejections: UpstreamRejection[] = [];
  const isAccepted = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean => {
    if (headers.authorization === undefined) return false;
    if (headers['x-user-id'] === undefined) return state.acceptsApp && !headers.authorization.startsWith('token');
    return state.acceptsApp && ['7', '8'].includes(String(headers['x-user-id']));
  };
  const started = await startKooDriveClient(
    (response, request) => {
      const headers = { date: new Date(Date.now() + state.dateOffsetMs).toUTCString() };
      const isCheck = /unreadCount|userList/.test(request.url ?? '');
      if (state.failing && isCheck) return respondWithJson(response, { code: 13000101 }, 503);
      if (!isAccepted(request)) {
        const reject = (): void => respondWithJson(response, { code: 13000101 }, 401, headers);
        return void (state.beforeRejection?.() ?? Promise.resolve()).then(reject);
      }
      const users = [{ userId: '13', status: 1 }, { userId: '8' }];
      respondWithJson(response, { code: 0, count: 1, data: {}, users, total: '2' }, 200, headers);
    },
    {
      clock: { now: () => Date.now(), monotonic: () => performance.now() + state.passedMs },
      observer: { onRejection: (rejection) => rejections.push(rejection) },
      ...options,
    },
  );
  startedClients.push(started);
  const { client, server } = started;
  const call = async (principal: Principal): Promise<unknown> => {
    try {
      await (principal.kind === 'app'
        ? client.call('initialMemberPermission', { spaceId: '1' }, principal)
        : client.call('getUser', { userId: '7' }, principal));
      return 'accepted';
    } catch (error) {
      return (error as { rejectionCause?: unknown }).rejectionCause;
    }
  };
  const listChecks = (): (string | undefined)[] =>
    server.receivedRequests
      .filter(({ url }) => /unreadCount|userList/.test(url ?? ''))
      .map(({ headers }) => (headers['x-user-id'] === undefined ? 'app' : String(headers['x-user-id'])));
  return { ...started, state, rejections, call, listChecks };
}

describe('A signature that is rejected twice', () => {
  it('is due to its user, if one for another user is accepted', async () => {
    const upstream = await start({ referenceUsers: () => ['13', '7'] });
    expect(await upstream.call(disabled)).toBe('user');
    expect(upstream.listChecks()).toEqual(['7']);
    expect(upstream.rejections).toEqual([{ operation: 'getUser', credential: 'signature', cause: 'user' }]);
  });

  it('causes one check for all calls, and the next one only after 5 s', async () => {
    const upstream = await start({ referenceUsers: () => ['7'] });
    const causes = await Promise.all(Array.from({ length: 50 }, () => upstream.call(disabled)));
    for (let count = 0; count < 50; count += 1) causes.push(await upstream.call(disabled));
    expect(new Set(causes)).toEqual(new Set(['user']));
    expect(upstream.listChecks()).toEqual(['7']);
    upstream.state.passedMs += memoryOfCheckMs + 60_000;
    expect(await upstream.call(disabled)).toBe('user');
    expect(upstream.listChecks()).toEqual(['7', '7']);
  });

  it('causes no check if a call for another user has succeeded since it began', async () => {
    const upstream = await start({ referenceUsers: () => ['7'] });
    const succeed = async (): Promise<void> => void (await upstream.call(enabled));
    upstream.state.beforeRejection = succeed;
    expect(await upstream.call(disabled)).toBe('user');
    expect(upstream.listChecks()).toEqual([]);
  });

  it('is compared with the users that were accepted before', async () => {
    const upstream = await start();
    expect(await upstream.call(enabled)).toBe('accepted');
    expect(await upstream.call(disabled)).toBe('user');
    expect(upstream.listChecks()).toEqual(['7']);
  });

  it('is compared with users that an app token lists, if no other is known', async () => {
    const upstream = await start({ referenceUsers: () => ['13'] });
    expect(await upstream.call(disabled)).toBe('user');
    expect(upstream.listChecks()).toEqual(['app', '8']);
  });

  it('is due to the app, if none for another user is accepted either; a success ends that at once', async () => {
    const upstream = await start({ referenceUsers: () => ['7', '8', '9', '10'] });
    upstream.state.acceptsApp = false;
    expect(await upstream.call(enabled)).toBe('app');
    // Each of three users twice: the credential is renewed once.
    expect(upstream.listChecks()).toEqual(['8', '8', '9', '9', '10', '10']);
    expect(await upstream.call(disabled)).toBe('app');
    expect(upstream.listChecks()).toHaveLength(6);
    upstream.state.acceptsApp = true;
    expect(await upstream.call(enabled)).toBe('accepted');
    expect(await upstream.call(disabled)).toBe('user');
    expect(upstream.rejections.map(({ cause }) => cause)).toEqual(['app', 'app', 'user']);
  });

  it('may be due to the app or its user, if there is nobody to compare with', async () => {
    const upstream = await start();
    upstream.state.acceptsApp = false;
    expect(await upstream.call(enabled)).toBe('app-or-user');
  });

  it('has no cause while the check fails', async () => {
    const upstream = await start({ referenceUsers: () => ['7'] });
    upstream.state.failing = true;
    expect(await upstream.call(disabled)).toBeUndefined();
    expect(upstream.rejections).toEqual([]);
  });

  it('is due to the clock, before anything else, if its difference is more than is corrected', async () => {
    const upstream = await start({ referenceUsers: () => ['8'] });
    upstream.state.dateOffsetMs = 3 * 24 * 60 * 60 * 1000;
    upstream.state.acceptsApp = false;
    expect(await upstream.call(enabled)).toBe('clock-skew');
    expect(upstream.listChecks()).toEqual([]);
    const [{ skewMs = 0 } = {}] = upstream.rejections;
    expect(Math.round(skewMs / 1000 / 60 / 60)).toBe(72);
  });
});

describe('An app token that is rejected twice', () => {
  const readTemplates = (upstream: Upstream, principal: Principal) =>
    upstream.client.call('initialMemberPermission', { spaceId: '1' }, principal);

  it('is due to the user, if it is accepted without one', async () => {
    const upstream = await start();
    await expect(readTemplates(upstream, disabled)).rejects.toMatchObject({ rejectionCause: 'user' });
    expect(upstream.listChecks()).toEqual(['app']);
  });

  it('is due to the app, if it is rejected without a user too', async () => {
    const upstream = await start();
    upstream.state.acceptsApp = false;
    await expect(readTemplates(upstream, enabled)).rejects.toMatchObject({ rejectionCause: 'app' });
    expect(await upstream.call(app)).toBe('app');
    expect(upstream.listChecks()).toEqual(['app', 'app']);
  });
});

describe('Without a credential of the app, a 401', () => {
  it('is due to the user of a KooDrive session', async () => {
    const upstream = await start();
    expect(await upstream.call(session)).toBe('user');
    expect(upstream.listChecks()).toEqual([]);
  });

  it('has no cause where no credential was sent', async () => {
    const upstream = await start();
    const visit = upstream.client.call('visitSharePublic', { shortUrl: 'x', 'X-Hw-Agentname': 'a' }, session);
    const error: unknown = await visit.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'KooDriveError', status: 401 });
    expect((error as { rejectionCause?: unknown }).rejectionCause).toBeUndefined();
  });
});
