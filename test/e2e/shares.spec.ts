import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DriveFile, findSpace, findUserId, type ListResponse } from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface Share {
  id: string;
  code: string;
  name: string;
  status: string;
  scope: string;
  extractCode?: string;
  comment?: string;
  users?: { id: string; name: string }[];
  files?: { name: string }[];
  sharedBy?: { name: string };
  expiresAt: string;
}

describe('shares', () => {
  let stack: GatewayStack;
  let spaceId: string;
  let recipient: { id: string; key: string };
  beforeAll(async () => {
    stack = await startGatewayStack();
    const userId = findUserId(stack.sandbox, 'Jonas Weber');
    const scopes = ['shares:read', 'shares:write', 'messages:read', 'me:read'] as const;
    recipient = { id: userId, key: await stack.issueKey({ scopes, userId }) };
    spaceId = (await findSpace(stack, 'individual')).id;
  });
  beforeEach(() => stack.sandbox.reset());
  afterAll(() => stack.close());

  async function pickFileIds(count = 1): Promise<string[]> {
    const files = (await stack.call('GET', `/v1/spaces/${spaceId}/files?sort=name`)).json<ListResponse<DriveFile>>();
    return files.items.slice(0, count).map(({ id }) => id);
  }
  async function createShare(members: object = {}): Promise<Share> {
    const body = { spaceId, fileIds: await pickFileIds(), scope: 'organization', validDays: 7, ...members };
    const created = await stack.call('POST', '/v1/shares', { body });
    expect(created.status).toBe(201);
    return created.json<Share>();
  }
  const withRecipient = (): object => ({ scope: 'selected', userIds: [recipient.id] });
  const listShares = async (query = ''): Promise<Share[]> =>
    (await stack.call('GET', `/v1/shares?limit=100${query}`)).json<ListResponse<Share>>().items;
  const listReceivedShares = async (): Promise<Share[]> =>
    (await stack.call('GET', '/v1/shares/received?limit=100', { key: recipient.key })).json<ListResponse<Share>>()
      .items;

  it('POST /v1/shares shares files, and the next lists of both users are current', async () => {
    await listShares();
    await listReceivedShares();
    const body = { spaceId, fileIds: await pickFileIds(2), validDays: 7, comment: 'Please read', ...withRecipient() };
    const created = await stack.call('POST', '/v1/shares', { body });
    expect(created.status).toBe(201);
    const { id, ...rest } = created.json<Share>();
    expect(created.headers.get('location')).toBe(`/v1/shares/${id}`);
    expect(rest).toMatchObject({ status: 'active', scope: 'selected', comment: 'Please read' });
    expect(rest.users).toEqual([{ id: recipient.id, name: 'Jonas Weber' }]);
    expect(Date.parse(rest.expiresAt)).toBeGreaterThan(Date.now() + 6.9 * 86_400_000);
    const [newest] = await listShares();
    expect(newest).toMatchObject({ id, files: [{}, {}] });
    expect((await listReceivedShares()).find((share) => share.id === id)).toMatchObject({
      sharedBy: { name: 'Mei Lin' },
    });
    const messages = await stack.call('GET', '/v1/messages?kind=share', { key: recipient.key });
    expect(messages.json<ListResponse<{ sender: string }>>().items.map(({ sender }) => sender)).toEqual(['Mei Lin']);
  });

  it('POST /v1/shares rejects recipients that do not match the scope, with pointers', async () => {
    const createInvalidShare = async (members: object): Promise<{ code: string; errors: { pointer: string }[] }> => {
      const body = { spaceId, fileIds: ['F1'], scope: 'organization', validDays: 7, ...members };
      const response = await stack.call('POST', '/v1/shares', { body });
      expect(response.status).toBe(422);
      return response.json();
    };
    expect(await createInvalidShare({ scope: 'selected' })).toMatchObject({ errors: [{ pointer: '/userIds' }] });
    expect(await createInvalidShare({ userIds: [recipient.id] })).toMatchObject({ errors: [{ pointer: '/scope' }] });
    expect(await createInvalidShare({ extractCode: 'short' })).toMatchObject({ code: 'invalid-input' });
    expect(await createInvalidShare({ validDays: 366 })).toMatchObject({ errors: [{ pointer: '/validDays' }] });
  });

  it('GET /v1/shares searches, sorts and returns pages', async () => {
    await createShare();
    const [first] = await listShares();
    expect((await listShares(`&q=${encodeURIComponent(first?.name ?? '')}`)).map(({ name }) => name)).toContain(
      first?.name,
    );
    const page = (await stack.call('GET', '/v1/shares?limit=1&sort=createdAt')).json<ListResponse<Share>>();
    const next = await stack.call('GET', `/v1/shares?limit=1&sort=createdAt&cursor=${page.nextCursor ?? ''}`);
    expect(next.json<ListResponse<Share>>().items[0]?.id).toBe(first?.id);
  });

  it('GET /v1/shares/{shareId} returns the access code to the owner, and 404 to other users', async () => {
    const { id } = await createShare({ extractCode: 'abcdEF12' });
    expect((await stack.call('GET', `/v1/shares/${id}`)).json()).toMatchObject({ extractCode: 'abcdEF12' });
    expect((await stack.call('GET', `/v1/shares/${id}`, { key: recipient.key })).status).toBe(404);
  });

  it('PATCH /v1/shares/{shareId} changes only the given members', async () => {
    const before = await createShare({ comment: 'one' });
    const changed = await stack.call('PATCH', `/v1/shares/${before.id}`, { body: { extractCode: 'Zz345678' } });
    expect(changed.json()).toMatchObject({ comment: 'one', extractCode: 'Zz345678', expiresAt: before.expiresAt });
    const extended = await stack.call('PATCH', `/v1/shares/${before.id}`, { body: { validDays: 60 } });
    expect(Date.parse(extended.json<Share>().expiresAt)).toBeGreaterThan(Date.parse(before.expiresAt));
    expect((await stack.call('PATCH', `/v1/shares/${before.id}`, { body: {} })).status).toBe(422);
  });

  it('DELETE /v1/shares/{shareId} cancels a share', async () => {
    const { id } = await createShare();
    expect((await stack.call('DELETE', `/v1/shares/${id}`)).status).toBe(204);
    expect((await listShares()).map(({ id: shareId }) => shareId)).not.toContain(id);
    expect((await stack.call('DELETE', `/v1/shares/${id}`)).status).toBe(404);
  });

  it('POST /v1/shares/cancel has a result for each share', async () => {
    const { id } = await createShare();
    const response = await stack.call('POST', '/v1/shares/cancel', { body: { shareIds: ['7', id] } });
    expect(response.json()).toMatchObject({
      items: [
        { id: '7', status: 'failed', problem: { code: 'not-found' } },
        { id, status: 'done' },
      ],
    });
  });

  it('GET /v1/shares/received/{shareId} reads a received share, and POST /v1/shares/received/leave leaves it', async () => {
    const { id } = await createShare(withRecipient());
    const { key } = recipient;
    const share = await stack.call('GET', `/v1/shares/received/${id}`, { key });
    expect(share.json()).toMatchObject({ id, status: 'active', sharedBy: { name: 'Mei Lin' } });
    const body = { shareIds: ['7', id] };
    const results = await stack.call('POST', '/v1/shares/received/leave', { key, body });
    expect(results.json<ListResponse<{ status: string }>>().items.map(({ status }) => status)).toEqual([
      'failed',
      'done',
    ]);
    expect((await stack.call('GET', `/v1/shares/received/${id}`, { key })).status).toBe(404);
    expect((await listReceivedShares()).map(({ id: shareId }) => shareId)).not.toContain(id);
    expect((await listShares()).map(({ id: shareId }) => shareId)).toContain(id);
  });

  afterAll(() => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
