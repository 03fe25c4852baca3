import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  callsDuring,
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

interface Marked extends File {
  readonly favorite?: boolean;
}
interface Results {
  readonly items: { id: string; status: string; problem?: { code: string } }[];
}

let stack: Stack;
let jonas: string;
beforeAll(async () => {
  stack = await startStack();
  jonas = await keyFor(stack, 'Jonas Weber');
});
beforeEach(() => stack.sandbox.reset());
afterEach(() => {
  expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
});
afterAll(() => stack.close());

const anew = { 'cache-control': 'no-cache' };
const favorites = async (query = '', headers = {}): Promise<Marked[]> =>
  (await stack.call('GET', `/v1/me/favorites?limit=100${query}`, { headers })).json<List<Marked>>().items;
const namesOf = (files: readonly File[]): string[] => files.map(({ name }) => name);
const mark = (files: object[], path = '/v1/me/favorites', key = stack.key) =>
  stack.call('POST', path, { key, body: { files } });
const unmark = (files: object[]) => mark(files, '/v1/me/favorites/remove');
const inRoot = async (spaceId: string, name: string): Promise<Marked> => fileNamed(stack, spaceId, name);

describe('favorites', () => {
  it('are marked and taken back, and every list that shows the mark knows at once', async () => {
    const { id: spaceId } = await spaceOf(stack, 'individual');
    await favorites('', anew);
    const documents = await inRoot(spaceId, 'Documents');
    expect(documents.favorite).toBe(false);
    await stack.call('GET', '/v1/search?q=Documents');

    const marked = await mark([{ spaceId, fileId: documents.id }]);
    expect([marked.status, marked.json()]).toEqual([200, { items: [{ id: documents.id, status: 'done' }] }]);
    const [first] = await favorites();
    expect(first).toMatchObject({
      id: documents.id,
      kind: 'folder',
      name: 'Documents',
      type: 'folder',
      favorite: true,
      spaceId,
    });
    expect((await inRoot(spaceId, 'Documents')).favorite).toBe(true);
    const [found] = (await stack.call('GET', '/v1/search?q=Documents')).json<List<Marked>>().items;
    expect(found).toMatchObject({ id: documents.id, favorite: true });

    await unmark([{ spaceId, fileId: documents.id }]);
    expect(namesOf(await favorites())).toEqual(['会议纪要.md']);
    expect((await inRoot(spaceId, 'Documents')).favorite).toBe(false);
  });

  it('come one page after another, those marked last first or last, of one type if wanted', async () => {
    const { id: spaceId } = await spaceOf(stack, 'individual');
    const trip = await inRoot(spaceId, 'trip.zip');
    await mark([{ spaceId, fileId: trip.id }]);
    expect(namesOf(await favorites())).toEqual(['trip.zip', '会议纪要.md']);
    expect(namesOf(await favorites('&sort=markedAt'))).toEqual(['会议纪要.md', 'trip.zip']);
    expect(namesOf(await favorites('&type=archive'))).toEqual(['trip.zip']);
    const { entries, pages } = await walk<File>(stack, '/v1/me/favorites?limit=1');
    expect([namesOf(entries), pages[0]?.length]).toEqual([['trip.zip', '会议纪要.md'], 1]);
  });

  it('are kept for their own user, until a file in them changes its name', async () => {
    const { id: spaceId } = await spaceOf(stack, 'individual');
    const file = await upload(stack, spaceId, 'draft.txt', 'x');
    await mark([{ spaceId, fileId: file.id }]);
    await favorites();
    expect(await callsDuring(stack, () => favorites())).toBe(0);
    const others = await stack.call('GET', '/v1/me/favorites?limit=100', { key: jonas });
    expect(namesOf(others.json<List<File>>().items)).not.toContain('draft.txt');
    await stack.call('PATCH', `/v1/spaces/${spaceId}/files/${file.id}`, { body: { name: 'final.txt' } });
    expect(namesOf(await favorites())).toContain('final.txt');
  });

  it('tell of each file whether it could be marked: none of a group, none of others, none that is not there', async () => {
    const { id: spaceId } = await spaceOf(stack, 'individual', jonas);
    const own = await fileNamed(stack, spaceId, 'Documents', { key: jonas });
    const group = await spaceOf(stack, 'group', jonas);
    const listed = (await stack.call('GET', `/v1/spaces/${group.id}/files?limit=1`, { key: jonas })).json<List<File>>();
    const shared = listed.items[0]?.id ?? '';
    const foreign = await inRoot((await spaceOf(stack, 'individual')).id, 'trip.zip');
    const files = [
      { spaceId: (await spaceOf(stack, 'individual')).id, fileId: foreign.id },
      { spaceId, fileId: own.id },
      { spaceId: group.id, fileId: shared },
      { spaceId, fileId: 'nothing' },
    ];
    const { items } = (await mark(files, '/v1/me/favorites', jonas)).json<Results>();
    expect(items.map(({ id }) => id)).toEqual(files.map(({ fileId }) => fileId));
    expect(items.map(({ status }) => status)).toEqual(['failed', 'done', 'failed', 'failed']);
    expect(items.map(({ problem }) => problem?.code)).toEqual([
      'no-permission',
      undefined,
      'no-permission',
      expect.stringMatching(/^not-found$/),
    ]);
  });

  it.each([
    ['no file', [], '/files'],
    ['a file twice', ['a', 'a'], '/files'],
    ['a hundred and one', Array.from({ length: 101 }, (_, i) => `f${i}`), '/files'],
    ['an id that is none', ['a/b'], '/files/0/fileId'],
  ])('are not sent where the call names %s', async (_what, ids, pointer) => {
    const calls = await callsDuring(stack, async () => {
      for (const path of ['/v1/me/favorites', '/v1/me/favorites/remove']) {
        const answer = await mark(
          ids.map((fileId) => ({ spaceId: 's', fileId })),
          path,
        );
        expect(problemOf(answer)).toMatchObject({ status: 422, code: 'invalid-input', errors: [{ pointer }] });
      }
    });
    expect(calls).toBe(0);
  });

  it('need a user', async () => {
    const key = await stack.newKey({ scopes: ['files:read'] });
    expect((await stack.call('GET', '/v1/me/favorites', { key })).status).toBe(403);
  });
});
