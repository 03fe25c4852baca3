import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SimulatedBrowser, type BrowserResponse, signIn } from '../support/simulated-browser.js';
import {
  bytesPerGibibyte,
  countUpstreamCalls,
  issueKeyFor,
  type ListResponse,
  noCacheHeaders,
  parseProblem,
  fetchAllPages,
  seedOrganizationId,
} from '../support/gateway-api.js';
import { findFreePort } from '../support/ports.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface User {
  id: string;
  organizationUserId: string;
  name: string;
  departmentId: string;
  departmentName: string;
  role: string;
  status: string;
}

let stack: GatewayStack;
let gateway: string;
beforeAll(async () => {
  const port = await findFreePort();
  gateway = `http://localhost:${port}`;
  const loginEnv = { LOGIN_DOMAIN: `${gateway}/auth/callback`, SESSION_SCOPES: 'users:read,admin:users' };
  stack = await startGatewayStack({ env: { PORT: String(port), ...loginEnv } });
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const listUsers = async (query = ''): Promise<User[]> =>
  (await stack.call('GET', `/v1/users?limit=100${query}`, { headers: noCacheHeaders })).json<ListResponse<User>>()
    .items;
const findByName = async (name: string): Promise<User> => {
  const user = (await listUsers()).find((each) => each.name === name);
  if (!user) throw new Error(`there is no ${name}`);
  return user;
};
const countUsers = async (query = ''): Promise<number> =>
  (await stack.call('GET', `/v1/users/count${query}`)).json<{ count: number }>().count;

describe('GET /v1/users', () => {
  it('lists users with the id that other calls accept', async () => {
    const priya = await findByName('Priya Nair');
    expect(priya).toMatchObject({ departmentName: 'Sales 销售部', role: 'member', status: 'disabled' });
    expect(priya.id).not.toBe(priya.organizationUserId);
    expect((await stack.call('GET', `/v1/users/${priya.id}`)).json()).toEqual(priya);
    expect((await stack.call('GET', `/v1/users/${priya.id}?fields=id,role`)).json()).toEqual({
      id: priya.id,
      role: 'member',
    });
  });

  it('filters by department, with or without the departments below it, and searches names', async () => {
    const { departmentId } = await findByName('Amara Okafor');
    const userNames = (users: User[]): string[] => users.map(({ name }) => name);
    expect(userNames(await listUsers(`&department=${departmentId}`))).toHaveLength(4);
    expect(userNames(await listUsers(`&department=${departmentId}&direct=true`))).toEqual(['Amara Okafor']);
    expect(userNames(await listUsers('&q=jonas'))).toEqual(['Jonas Weber']);
  });

  it('returns the same list in pages, with a total', async () => {
    const { entries, pages } = await fetchAllPages<User>(stack, '/v1/users?limit=3');
    expect(entries).toEqual(await listUsers());
    expect(pages.map((page) => page.length)).toEqual([3, 3, 2]);
    expect((await stack.call('GET', '/v1/users?limit=3')).json()).toMatchObject({ total: 8 });
  });

  it('counts users', async () => {
    const { departmentId } = await findByName('Amara Okafor');
    expect([await countUsers(), await countUsers(`?department=${departmentId}`)]).toEqual([8, 4]);
  });

  it('rejects unknown ids and parameters', async () => {
    expect(parseProblem(await stack.call('GET', '/v1/users/1')).code).toBe('not-found');
    expect(parseProblem(await stack.call('GET', '/v1/users?department=1')).code).toBe('not-found');
    expect((await stack.call('GET', '/v1/users?direct=perhaps')).status).toBe(422);
    expect((await stack.call('GET', '/v1/users/count?q=x')).status).toBe(422);
  });
});

describe('GET /v1/users/{userId}/mobile', () => {
  it('returns the complete number to administrators, and a masked number to others', async () => {
    const { id } = await findByName('Jonas Weber');
    const readMobile = async (key: string): Promise<string> =>
      (await stack.call('GET', `/v1/users/${id}/mobile`, { key })).json<{ mobile: string }>().mobile;
    expect(await readMobile(stack.key)).toMatch(/^\d+$/);
    expect(await readMobile(await issueKeyFor(stack, '王芳'))).toContain('****');
  });
});

describe('a user', () => {
  it('is added, moved, promoted, disabled and deleted, and every next read is current', async () => {
    const { departmentId } = await findByName('Amara Okafor');
    await countUsers();
    const body = { organizationUserId: '1008600000029937613', departmentId };
    const added = await stack.call('POST', '/v1/users', { body });
    expect(added.status).toBe(201);
    const { id, organizationUserId } = added.json<User>();
    expect(organizationUserId).toBe(body.organizationUserId);
    expect(added.headers.get('location')).toBe(`/v1/users/${id}`);
    expect(await countUsers()).toBe(9);

    const path = `/v1/users/${id}`;
    expect((await stack.call('GET', path)).json()).toMatchObject({ departmentId, status: 'not-activated' });
    const salesId = (await findByName('王芳')).departmentId;
    const change = { departmentId: salesId, role: 'department-administrator', status: 'enabled' };
    expect((await stack.call('PATCH', path, { body: change })).json()).toMatchObject(change);
    expect((await stack.call('GET', path)).json()).toMatchObject({ ...change, departmentName: 'Sales 销售部' });

    const whileEnabled = await stack.call('DELETE', `${path}?confirm=${id}`);
    expect(parseProblem(whileEnabled)).toMatchObject({ code: 'refused-by-upstream', upstream: { code: '13000102' } });
    await stack.call('PATCH', path, { body: { status: 'disabled' } });
    expect((await stack.call('DELETE', `${path}?confirm=${id}`)).status).toBe(204);
    expect((await stack.call('GET', path)).status).toBe(404);
    expect(await countUsers()).toBe(8);
  });

  it('is deleted only with a confirmation', async () => {
    const { id } = await findByName('Priya Nair');
    const calls = await countUpstreamCalls(stack, async () => {
      expect(parseProblem(await stack.call('DELETE', `/v1/users/${id}`)).code).toBe('confirmation-required');
    });
    expect(calls).toBe(0);
  });

  it('has its new department in the next read of /v1/me', async () => {
    const { id } = await findByName('Jonas Weber');
    const key = await issueKeyFor(stack, 'Jonas Weber');
    const readProfile = async () => (await stack.call('GET', '/v1/me', { key })).json<{ profile: User }>().profile;
    expect((await readProfile()).departmentName).toBe('Platform');
    const { departmentId } = await findByName('王芳');
    await stack.call('PATCH', `/v1/users/${id}`, { body: { departmentId } });
    expect((await readProfile()).departmentName).toBe('Sales 销售部');
  });

  it('is changed by administrators only, with valid values only', async () => {
    const { id } = await findByName('Priya Nair');
    const changeUser = (body: object, key = stack.key) => stack.call('PATCH', `/v1/users/${id}`, { body, key });
    expect(parseProblem(await changeUser({ status: 'enabled' }, await issueKeyFor(stack, 'Jonas Weber'))).code).toBe(
      'no-permission',
    );
    const invalidBodies: object[] = [
      { role: 'drive-administrator' },
      { role: 1 },
      { status: 'frozen' },
      { departmentId: 'D1' },
      { departmentId: '99999999999999999999' },
      { name: 'New' },
    ];
    for (const body of invalidBodies) {
      expect((await changeUser(body)).status).toBe(422);
    }
    expect((await stack.call('POST', '/v1/users', { body: { departmentId: '1' } })).status).toBe(422);
  });
});

describe('a route that requires the token of a KooDrive session', () => {
  const rows = {
    users: [{ departmentName: 'Platform', capacity: 10 * bytesPerGibibyte }, { departmentName: 'Nowhere' }],
  };
  const organizationId = seedOrganizationId;
  const rootDepartmentId = '1243693141656107521';

  it('rejects an API key without an upstream call', async () => {
    const calls = await countUpstreamCalls(stack, async () => {
      for (const [path, body] of [
        ['/v1/users/import-checks', { departmentId: rootDepartmentId, ...rows }],
        ['/v1/organization/user-limit', { organizationId }],
      ] as const) {
        const response = await stack.call('POST', path, { body });
        expect([response.status, parseProblem(response).code]).toEqual([403, 'credential-unavailable']);
      }
    });
    expect(calls).toBe(0);
  });

  it('rejects invalid input', async () => {
    const invalidBodies: object[] = [
      { departmentId: rootDepartmentId, users: [] },
      { departmentId: rootDepartmentId, users: [{ capacity: bytesPerGibibyte + 1 }] },
      { departmentId: 'root', users: [{}] },
      rows,
    ];
    for (const body of invalidBodies) {
      expect((await stack.call('POST', '/v1/users/import-checks', { body })).status).toBe(422);
    }
    expect((await stack.call('POST', '/v1/organization/user-limit', { body: {} })).status).toBe(422);
  });

  it('accepts a browser that signed in at KooDrive', async () => {
    const browser = new SimulatedBrowser();
    await signIn(browser, gateway, stack.userId);
    const post = (path: string, body: object): Promise<BrowserResponse> => {
      const headers = { 'x-csrf': '1', 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
      return browser.fetch('POST', gateway + path, headers, JSON.stringify(body));
    };
    const check = await post('/v1/users/import-checks', { departmentId: rootDepartmentId, ...rows });
    expect(check.json()).toEqual({
      items: [
        { row: 0, importable: true },
        { row: 1, importable: false, reason: 'The department does not exist.' },
      ],
    });
    expect((await post('/v1/organization/user-limit', { organizationId })).status).toBe(204);
    expect((await post('/v1/organization/user-limit', { organizationId: '1' })).status).toBe(404);
  });
});
