import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  download,
  type File,
  fileNamed,
  keyFor,
  type List,
  problemOf,
  spaceOf,
  upload,
  walk,
} from '../support/drive.js';
import { startStack, type Stack } from '../support/stack.js';

jest.setTimeout(60_000);

interface Recent {
  readonly file: File & { favorite?: boolean };
  readonly action: string;
  readonly at: string;
  readonly state: string;
  readonly spaceKind: string;
  readonly spaceName?: string;
}
interface Related {
  readonly id: string;
  readonly action: string;
  readonly by: string;
  readonly name: string;
  readonly files: File[];
}

let stack: Stack;
let amara: string;
beforeAll(async () => {
  stack = await startStack();
  amara = await keyFor(stack, 'Amara Okafor');
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const idOf = (name: string): string => stack.sandbox.users().find((user) => user.name === name)?.userId ?? '';
const recent = async (key = stack.key): Promise<Recent[]> =>
  (await stack.call('GET', '/v1/me/recent?limit=100', { key })).json<List<Recent>>().items;
const related = async (query = '', key = amara): Promise<Related[]> =>
  (await stack.call('GET', `/v1/me/related?limit=100${query}`, { key })).json<List<Related>>().items;

describe('GET /v1/me/recent', () => {
  it('tells what the user did with which file, last first, without delay', async () => {
    const { id: spaceId } = await spaceOf(stack, 'individual');
    const file = await upload(stack, spaceId, 'new.txt', 'x');
    expect((await recent())[0]).toMatchObject({
      file: { id: file.id, name: 'new.txt', kind: 'file', spaceId, favorite: false },
      ...{ action: 'edited', state: 'available', spaceKind: 'individual' },
    });
    const notes = await fileNamed(stack, spaceId, '会议纪要.md');
    await download(stack, spaceId, notes.id);
    const [first, second] = await recent();
    expect(first).toMatchObject({ action: 'viewed', file: { name: '会议纪要.md', favorite: true } });
    expect(second?.file.name).toBe('new.txt');
    const folder = await fileNamed(stack, spaceId, 'Documents');
    await stack.call('POST', '/v1/shares', {
      body: { spaceId, fileIds: [folder.id], scope: 'organization', validDays: 1 },
    });
    expect((await recent())[0]).toMatchObject({ action: 'shared', file: { kind: 'folder', id: folder.id } });
  });

  it('tells of what was saved out of a space of a team', async () => {
    const { id: targetSpaceId } = await spaceOf(stack, 'individual', amara);
    const { id: spaceId } = await spaceOf(stack, 'department', amara);
    const { id } = await fileNamed(stack, spaceId, 'Logo.png', { key: amara });
    const body = { action: 'copy', spaceId, fileIds: [id], targetSpaceId };
    const started = await stack.call('POST', '/v1/jobs', { key: amara, body });
    const events = await stack.call('GET', `${started.headers.get('location') ?? ''}/events`, { key: amara });
    expect(events.text).toContain('event: end');
    expect((await recent(amara))[0]).toMatchObject({
      action: 'saved',
      file: { name: 'Logo.png', spaceId: targetSpaceId },
    });
  });

  it('gives the same list page by page, and each user their own', async () => {
    const { id: spaceId } = await spaceOf(stack, 'individual');
    for (const name of ['a.txt', 'b.txt']) await upload(stack, spaceId, name, name);
    const whole = await recent();
    const { entries } = await walk<Recent>(stack, '/v1/me/recent?limit=2');
    expect(entries).toEqual(whole);
    expect((await recent(amara)).map(({ file }) => file.id)).not.toContain(whole[0]?.file.id);
  });

  it('says when a file is gone, and when its space is', async () => {
    const department = await spaceOf(stack, 'department', amara);
    const file = await fileNamed(stack, department.id, 'Roadmap.pdf', { key: amara });
    const path = `/v1/spaces/${department.id}/files/${file.id}`;
    await stack.call('PATCH', path, { key: amara, body: { name: 'Roadmap 2.pdf' } });
    expect((await recent(amara))[0]).toMatchObject({ state: 'available', spaceName: 'Engineering' });
    await stack.call('PATCH', `/v1/spaces/${department.id}`, { body: { status: 'disabled' } });
    expect((await recent(amara))[0]?.state).toBe('space-unavailable');
    await stack.call('PATCH', `/v1/spaces/${department.id}`, { body: { status: 'active' } });
    const body = { action: 'delete', spaceId: department.id, fileIds: [file.id] };
    const started = await stack.call('POST', '/v1/jobs', { key: amara, body });
    const events = await stack.call('GET', `${started.headers.get('location') ?? ''}/events`, { key: amara });
    expect(events.text).toContain('event: end');
    expect((await recent(amara)).find((each) => each.file.id === file.id)?.state).toBe('file-deleted');
  });

  it.each(['limit=0', 'limit=101', 'cursor=x', 'kind=1'])('refuses ?%s', async (query) => {
    expect(problemOf(await stack.call('GET', `/v1/me/recent?${query}`)).code).toBe('invalid-input');
  });
});

describe('GET /v1/me/related', () => {
  it('tells of shares with the user, at once and under the id that reads them', async () => {
    const before = await related();
    const { id: spaceId } = await spaceOf(stack, 'individual');
    const trip = await fileNamed(stack, spaceId, 'trip.zip');
    const body = { spaceId, fileIds: [trip.id], scope: 'selected', userIds: [idOf('Amara Okafor')], validDays: 1 };
    await stack.call('POST', '/v1/shares', { body });
    const after = await related();
    expect(after.slice(1)).toEqual(before);
    expect(after[0]).toMatchObject({ action: 'shared', by: 'Mei Lin', name: 'trip.zip', files: [{ id: trip.id }] });
    const read = await stack.call('GET', `/v1/shares/received/${after[0]?.id ?? ''}`, { key: amara });
    expect(read.status).toBe(200);
    expect((await related('&sort=at')).at(-1)?.id).toBe(after[0]?.id);
    expect((await related('&q=trip')).map(({ name }) => name)).toEqual(['trip.zip']);
    const { entries } = await walk<Related>(stack, '/v1/me/related?limit=1', amara);
    expect(entries).toEqual(after);
  });

  it('forgets what is taken back', async () => {
    const mine = (await stack.call('GET', '/v1/shares', { key: amara })).json<List<{ id: string }>>().items;
    const sofia = await keyFor(stack, 'Sofía Álvarez');
    const hers = await related('', sofia);
    expect(hers.map(({ by }) => by)).toContain('Amara Okafor');
    await stack.call('POST', '/v1/shares/cancel', { key: amara, body: { shareIds: mine.map(({ id }) => id) } });
    expect((await related('', sofia)).map(({ by }) => by)).not.toContain('Amara Okafor');
  });

  it.each(['sort=name', 'q=', 'limit=x'])('refuses ?%s', async (query) => {
    expect(problemOf(await stack.call('GET', `/v1/me/related?${query}`)).code).toBe('invalid-input');
  });
});
