import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BrowserByHand, type Fetched, signIn } from '../support/browser-by-hand.js';
import { callsDuring, keyFor, type List, problemOf, walk } from '../support/drive.js';
import { freePort } from '../support/ports.js';
import { startStack, type Stack } from '../support/stack.js';

interface User {
  id: string;
  organizationUserId: string;
  name: string;
  departmentId: string;
  departmentName: string;
  role: string;
  status: string;
}

let stack: Stack;
let gateway: string;
beforeAll(async () => {
  const port = await freePort();
  gateway = `http://localhost:${port}`;
  const sessions = { LOGIN_DOMAIN: `${gateway}/auth/callback`, SESSION_SCOPES: 'users:read,admin:users' };
  stack = await startStack({ env: { PORT: String(port), ...sessions } });
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const fresh = { 'cache-control': 'no-cache' };
const listed = async (query = ''): Promise<User[]> =>
  (await stack.call('GET', `/v1/users?limit=100${query}`, { headers: fresh })).json<List<User>>().items;
const named = async (name: string): Promise<User> => {
  const found = (await listed()).find((each) => each.name === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};
const counted = async (query = ''): Promise<number> =>
  (await stack.call('GET', `/v1/users/count${query}`)).json<{ count: number }>().count;

describe('GET /v1/users', () => {
  it('lists users in words, with the id that other calls take', async () => {
    const priya = await named('Priya Nair');
    expect(priya).toMatchObject({ departmentName: 'Sales 销售部', role: 'member', status: 'disabled' });
    expect(priya.id).not.toBe(priya.organizationUserId);
    expect((await stack.call('GET', `/v1/users/${priya.id}`)).json()).toEqual(priya);
    expect((await stack.call('GET', `/v1/users/${priya.id}?fields=id,role`)).json()).toEqual({
      ...{ id: priya.id, role: 'member' },
    });
  });

  it('lists those of a department with or without those below, and looks for text in names', async () => {
    const { departmentId } = await named('Amara Okafor');
    const names = (users: User[]): string[] => users.map(({ name }) => name);
    expect(names(await listed(`&department=${departmentId}`))).toHaveLength(4);
    expect(names(await listed(`&department=${departmentId}&direct=true`))).toEqual(['Amara Okafor']);
    expect(names(await listed('&q=jonas'))).toEqual(['Jonas Weber']);
  });

  it('gives the same list page by page, with its total', async () => {
    const { entries, pages } = await walk<User>(stack, '/v1/users?limit=3');
    expect(entries).toEqual(await listed());
    expect(pages.map((page) => page.length)).toEqual([3, 3, 2]);
    expect((await stack.call('GET', '/v1/users?limit=3')).json()).toMatchObject({ total: 8 });
  });

  it('counts them', async () => {
    const { departmentId } = await named('Amara Okafor');
    expect([await counted(), await counted(`?department=${departmentId}`)]).toEqual([8, 4]);
  });

  it('refuses what it does not know', async () => {
    expect(problemOf(await stack.call('GET', '/v1/users/1')).code).toBe('not-found');
    expect(problemOf(await stack.call('GET', '/v1/users?department=1')).code).toBe('not-found');
    expect((await stack.call('GET', '/v1/users?direct=perhaps')).status).toBe(422);
    expect((await stack.call('GET', '/v1/users/count?q=x')).status).toBe(422);
  });
});

describe('GET /v1/users/{userId}/mobile', () => {
  it('shows the number whole to who may see it, else masked', async () => {
    const { id } = await named('Jonas Weber');
    const mobile = async (key: string): Promise<string> =>
      (await stack.call('GET', `/v1/users/${id}/mobile`, { key })).json<{ mobile: string }>().mobile;
    expect(await mobile(stack.key)).toMatch(/^\d+$/);
    expect(await mobile(await keyFor(stack, '王芳'))).toContain('****');
  });
});

describe('a user', () => {
  it('is added, moved, raised, disabled and deleted, and every read knows at once', async () => {
    const { departmentId } = await named('Amara Okafor');
    await counted();
    const body = { organizationUserId: '1008600000029937613', departmentId };
    const added = await stack.call('POST', '/v1/users', { body });
    expect(added.status).toBe(201);
    const { id, organizationUserId } = added.json<User>();
    expect(organizationUserId).toBe(body.organizationUserId);
    expect(added.headers.get('location')).toBe(`/v1/users/${id}`);
    expect(await counted()).toBe(9);

    const path = `/v1/users/${id}`;
    expect((await stack.call('GET', path)).json()).toMatchObject({ departmentId, status: 'not-activated' });
    const sales = (await named('王芳')).departmentId;
    const change = { departmentId: sales, role: 'department-administrator', status: 'enabled' };
    expect((await stack.call('PATCH', path, { body: change })).json()).toMatchObject(change);
    expect((await stack.call('GET', path)).json()).toMatchObject({ ...change, departmentName: 'Sales 销售部' });

    const enabled = await stack.call('DELETE', `${path}?confirm=${id}`);
    expect(problemOf(enabled)).toMatchObject({ code: 'refused-by-upstream', upstream: { code: '13000102' } });
    await stack.call('PATCH', path, { body: { status: 'disabled' } });
    expect((await stack.call('DELETE', `${path}?confirm=${id}`)).status).toBe(204);
    expect((await stack.call('GET', path)).status).toBe(404);
    expect(await counted()).toBe(8);
  });

  it('goes only when the caller says twice who', async () => {
    const { id } = await named('Priya Nair');
    const calls = await callsDuring(stack, async () => {
      expect(problemOf(await stack.call('DELETE', `/v1/users/${id}`)).code).toBe('confirmation-required');
    });
    expect(calls).toBe(0);
  });

  it('shows its new department in /v1/me at once', async () => {
    const { id } = await named('Jonas Weber');
    const key = await keyFor(stack, 'Jonas Weber');
    const me = async () => (await stack.call('GET', '/v1/me', { key })).json<{ profile: User }>().profile;
    expect((await me()).departmentName).toBe('Platform');
    const { departmentId } = await named('王芳');
    await stack.call('PATCH', `/v1/users/${id}`, { body: { departmentId } });
    expect((await me()).departmentName).toBe('Sales 销售部');
  });

  it('is changed by nobody but who administers them, and with nothing but known words', async () => {
    const { id } = await named('Priya Nair');
    const change = (body: object, key = stack.key) => stack.call('PATCH', `/v1/users/${id}`, { body, key });
    expect(problemOf(await change({ status: 'enabled' }, await keyFor(stack, 'Jonas Weber'))).code).toBe(
      'no-permission',
    );
    for (const body of [
      { role: 'drive-administrator' },
      { role: 1 },
      { status: 'frozen' },
      { departmentId: 'D1' },
      { departmentId: '99999999999999999999' },
      { name: 'New' },
    ]) {
      expect((await change(body)).status).toBe(422);
    }
    expect((await stack.call('POST', '/v1/users', { body: { departmentId: '1' } })).status).toBe(422);
  });
});

describe('what the upstream takes a session token for, and nothing else', () => {
  const gigabyte = 1024 ** 3;
  const rows = { users: [{ departmentName: 'Platform', capacity: 10 * gigabyte }, { departmentName: 'Nowhere' }] };
  const organizationId = '9190086000001210958';
  const root = '1243693141656107521';

  it('is refused by name for an API key, before anything is sent', async () => {
    const calls = await callsDuring(stack, async () => {
      for (const [path, body] of [
        ['/v1/users/import-checks', { departmentId: root, ...rows }],
        ['/v1/organization/user-limit', { organizationId }],
      ] as const) {
        const answer = await stack.call('POST', path, { body });
        expect([answer.status, problemOf(answer).code]).toEqual([403, 'credential-unavailable']);
      }
    });
    expect(calls).toBe(0);
  });

  it('refuses rows in a form that the upstream cannot be asked for', async () => {
    for (const body of [
      { departmentId: root, users: [] },
      { departmentId: root, users: [{ capacity: gigabyte + 1 }] },
      { departmentId: 'root', users: [{}] },
      rows,
    ]) {
      expect((await stack.call('POST', '/v1/users/import-checks', { body })).status).toBe(422);
    }
    expect((await stack.call('POST', '/v1/organization/user-limit', { body: {} })).status).toBe(422);
  });

  it('works for the session of a browser', async () => {
    const browser = new BrowserByHand();
    await signIn(browser, gateway, stack.userId);
    const post = (path: string, body: object): Promise<Fetched> => {
      const headers = { 'x-csrf': '1', 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
      return browser.fetch('POST', gateway + path, headers, JSON.stringify(body));
    };
    const checked = await post('/v1/users/import-checks', { departmentId: root, ...rows });
    expect(checked.json()).toEqual({
      items: [
        { row: 0, importable: true },
        { row: 1, importable: false, reason: 'The department does not exist.' },
      ],
    });
    expect((await post('/v1/organization/user-limit', { organizationId })).status).toBe(204);
    expect((await post('/v1/organization/user-limit', { organizationId: '1' })).status).toBe(404);
  });
});
