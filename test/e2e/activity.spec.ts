import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  downloadFile,
  type DriveFile,
  findFileByName,
  findUserId,
  issueKeyFor,
  type ListResponse,
  parseProblem,
  findSpace,
  uploadFile,
  fetchAllPages,
} from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface RecentEntry {
  readonly file: DriveFile & { favorite?: boolean };
  readonly action: string;
  readonly at: string;
  readonly state: string;
  readonly spaceKind: string;
  readonly spaceName?: string;
}
interface RelatedEntry {
  readonly id: string;
  readonly action: string;
  readonly by: string;
  readonly name: string;
  readonly files: DriveFile[];
}

let stack: GatewayStack;
let amaraKey: string;
beforeAll(async () => {
  stack = await startGatewayStack();
  amaraKey = await issueKeyFor(stack, 'Amara Okafor');
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const listRecent = async (key = stack.key): Promise<RecentEntry[]> =>
  (await stack.call('GET', '/v1/me/recent?limit=100', { key })).json<ListResponse<RecentEntry>>().items;
const listRelated = async (query = '', key = amaraKey): Promise<RelatedEntry[]> =>
  (await stack.call('GET', `/v1/me/related?limit=100${query}`, { key })).json<ListResponse<RelatedEntry>>().items;

describe('GET /v1/me/recent', () => {
  it('lists the actions of the user on files, the latest first, without delay', async () => {
    const { id: spaceId } = await findSpace(stack, 'individual');
    const file = await uploadFile(stack, spaceId, 'new.txt', 'x');
    expect((await listRecent())[0]).toMatchObject({
      file: { id: file.id, name: 'new.txt', kind: 'file', spaceId, favorite: false },
      action: 'edited',
      state: 'available',
      spaceKind: 'individual',
    });
    const notes = await findFileByName(stack, spaceId, '会议纪要.md');
    await downloadFile(stack, spaceId, notes.id);
    const [first, second] = await listRecent();
    expect(first).toMatchObject({ action: 'viewed', file: { name: '会议纪要.md', favorite: true } });
    expect(second?.file.name).toBe('new.txt');
    const folder = await findFileByName(stack, spaceId, 'Documents');
    await stack.call('POST', '/v1/shares', {
      body: { spaceId, fileIds: [folder.id], scope: 'organization', validDays: 1 },
    });
    expect((await listRecent())[0]).toMatchObject({ action: 'shared', file: { kind: 'folder', id: folder.id } });
  });

  it('lists files that were saved from a department space', async () => {
    const { id: targetSpaceId } = await findSpace(stack, 'individual', amaraKey);
    const { id: spaceId } = await findSpace(stack, 'department', amaraKey);
    const { id } = await findFileByName(stack, spaceId, 'Logo.png', { key: amaraKey });
    const body = { action: 'copy', spaceId, fileIds: [id], targetSpaceId };
    const started = await stack.call('POST', '/v1/jobs', { key: amaraKey, body });
    const events = await stack.call('GET', `${started.headers.get('location') ?? ''}/events`, { key: amaraKey });
    expect(events.text).toContain('event: end');
    expect((await listRecent(amaraKey))[0]).toMatchObject({
      action: 'saved',
      file: { name: 'Logo.png', spaceId: targetSpaceId },
    });
  });

  it('returns the same list in pages, and a separate list for each user', async () => {
    const { id: spaceId } = await findSpace(stack, 'individual');
    for (const name of ['a.txt', 'b.txt']) await uploadFile(stack, spaceId, name, name);
    const complete = await listRecent();
    const { entries } = await fetchAllPages<RecentEntry>(stack, '/v1/me/recent?limit=2');
    expect(entries).toEqual(complete);
    expect((await listRecent(amaraKey)).map(({ file }) => file.id)).not.toContain(complete[0]?.file.id);
  });

  it('marks entries of a deleted file, and of a disabled space', async () => {
    const department = await findSpace(stack, 'department', amaraKey);
    const file = await findFileByName(stack, department.id, 'Roadmap.pdf', { key: amaraKey });
    const path = `/v1/spaces/${department.id}/files/${file.id}`;
    await stack.call('PATCH', path, { key: amaraKey, body: { name: 'Roadmap 2.pdf' } });
    expect((await listRecent(amaraKey))[0]).toMatchObject({ state: 'available', spaceName: 'Engineering' });
    await stack.call('PATCH', `/v1/spaces/${department.id}`, { body: { status: 'disabled' } });
    expect((await listRecent(amaraKey))[0]?.state).toBe('space-unavailable');
    await stack.call('PATCH', `/v1/spaces/${department.id}`, { body: { status: 'active' } });
    const body = { action: 'delete', spaceId: department.id, fileIds: [file.id] };
    const started = await stack.call('POST', '/v1/jobs', { key: amaraKey, body });
    const events = await stack.call('GET', `${started.headers.get('location') ?? ''}/events`, { key: amaraKey });
    expect(events.text).toContain('event: end');
    expect((await listRecent(amaraKey)).find((entry) => entry.file.id === file.id)?.state).toBe('file-deleted');
  });

  it.each(['limit=0', 'limit=101', 'cursor=x', 'kind=1'])('rejects ?%s', async (query) => {
    expect(parseProblem(await stack.call('GET', `/v1/me/recent?${query}`)).code).toBe('invalid-input');
  });
});

describe('GET /v1/me/related', () => {
  it('lists shares with the user at once, with the id of the received share', async () => {
    const before = await listRelated();
    const { id: spaceId } = await findSpace(stack, 'individual');
    const trip = await findFileByName(stack, spaceId, 'trip.zip');
    const body = {
      spaceId,
      fileIds: [trip.id],
      scope: 'selected',
      userIds: [findUserId(stack.sandbox, 'Amara Okafor')],
      validDays: 1,
    };
    await stack.call('POST', '/v1/shares', { body });
    const after = await listRelated();
    expect(after.slice(1)).toEqual(before);
    expect(after[0]).toMatchObject({ action: 'shared', by: 'Mei Lin', name: 'trip.zip', files: [{ id: trip.id }] });
    const read = await stack.call('GET', `/v1/shares/received/${after[0]?.id ?? ''}`, { key: amaraKey });
    expect(read.status).toBe(200);
    expect((await listRelated('&sort=at')).at(-1)?.id).toBe(after[0]?.id);
    expect((await listRelated('&q=trip')).map(({ name }) => name)).toEqual(['trip.zip']);
    const { entries } = await fetchAllPages<RelatedEntry>(stack, '/v1/me/related?limit=1', amaraKey);
    expect(entries).toEqual(after);
  });

  it('removes cancelled shares', async () => {
    const amaraShares = (await stack.call('GET', '/v1/shares', { key: amaraKey })).json<ListResponse<{ id: string }>>()
      .items;
    const sofiaKey = await issueKeyFor(stack, 'Sofía Álvarez');
    const before = await listRelated('', sofiaKey);
    expect(before.map(({ by }) => by)).toContain('Amara Okafor');
    await stack.call('POST', '/v1/shares/cancel', {
      key: amaraKey,
      body: { shareIds: amaraShares.map(({ id }) => id) },
    });
    expect((await listRelated('', sofiaKey)).map(({ by }) => by)).not.toContain('Amara Okafor');
  });

  it.each(['sort=name', 'q=', 'limit=x'])('rejects ?%s', async (query) => {
    expect(parseProblem(await stack.call('GET', `/v1/me/related?${query}`)).code).toBe('invalid-input');
  });
});
