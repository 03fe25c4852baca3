import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type DriveFile,
  findFileByName,
  issueKeyFor,
  type ListResponse,
  parseProblem,
  findSpace,
  fetchAllPages,
} from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
let amaraKey: string;
beforeAll(async () => {
  stack = await startGatewayStack();
  amaraKey = await issueKeyFor(stack, 'Amara Okafor');
});
afterAll(() => stack.close());

const searchFiles = async (query: string, key = stack.key): Promise<ListResponse<DriveFile>> =>
  (await stack.call('GET', `/v1/search?${query}`, { key })).json();
const fileNames = ({ items }: Pick<ListResponse<DriveFile>, 'items'>): string[] => items.map(({ name }) => name);

describe('GET /v1/search', () => {
  it('finds files of the own spaces at any depth, with their paths', async () => {
    const results = await searchFiles('q=Letter');
    expect(fileNames(results)).toEqual(['Letter.txt']);
    expect(results.items[0]).toMatchObject({ kind: 'file', size: 10 });
    expect(results.items[0]?.path).toMatch(/\/Documents\/Drafts\/Letter\.txt$/);
    expect(results.total).toBe(1);
  });

  it('finds names in Chinese', async () => {
    expect(fileNames(await searchFiles(`q=${encodeURIComponent('会议')}`))).toEqual(['会议纪要.md']);
  });

  it('finds files of department and group spaces only with in=team', async () => {
    expect(fileNames(await searchFiles('q=Roadmap', amaraKey))).toEqual([]);
    expect(fileNames(await searchFiles('q=Roadmap&in=team', amaraKey))).toEqual(['Roadmap.pdf']);
    expect(fileNames(await searchFiles('q=Letter&in=team', amaraKey))).toEqual([]);
  });

  it('finds nothing in a space of another user', async () => {
    const { id } = await findSpace(stack, 'individual');
    expect(fileNames(await searchFiles(`q=Letter&spaceId=${id}`, await issueKeyFor(stack, 'Sofía Álvarez')))).toEqual(
      [],
    );
  });

  it('filters by space, folder and type', async () => {
    const { id } = await findSpace(stack, 'department', amaraKey);
    const folder = await findFileByName(stack, id, 'Specifications', { key: amaraKey });
    const inFolder = await searchFiles(`q=Interface&in=team&spaceId=${id}&parent=${folder.id}&sort=name`, amaraKey);
    expect(fileNames(inFolder)).toEqual(['Interface 2024.pdf', 'Interface.md']);
    expect(fileNames(await searchFiles(`q=Logo&in=team&spaceId=${id}&type=image`, amaraKey))).toEqual(['Logo.png']);
    expect(fileNames(await searchFiles(`q=Logo&in=team&spaceId=${id}&type=word`, amaraKey))).toEqual([]);
  });

  it('rejects a folder without a space, without an upstream call', async () => {
    const before = stack.sandbox.counters().calls;
    const response = await stack.call('GET', '/v1/search?q=x&parent=F1');
    expect(parseProblem(response)).toMatchObject({ status: 422, errors: [{ pointer: '/spaceId' }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('sorts by name, ascending and descending', async () => {
    const base = 'q=Measurement&in=team&limit=100';
    const ascending = fileNames(await searchFiles(`${base}&sort=name`, amaraKey));
    const files = ascending.filter((name) => name.endsWith('.csv'));
    expect(files).toHaveLength(50);
    expect(ascending).toEqual([...ascending].sort());
    expect(fileNames(await searchFiles(`${base}&sort=-name`, amaraKey))).toEqual([...ascending].reverse());
  });

  it('returns all results in pages, each once', async () => {
    const all = fileNames(await searchFiles('q=Measurement&in=team&limit=100&sort=name', amaraKey));
    const { entries, pages } = await fetchAllPages<DriveFile>(
      stack,
      '/v1/search?q=Measurement&in=team&limit=20&sort=name',
      amaraKey,
    );
    expect(fileNames({ items: entries })).toEqual(all);
    expect(pages.length).toBe(3);
  });

  it('returns only the requested fields', async () => {
    expect((await searchFiles('q=Letter&fields=name,size')).items).toEqual([{ name: 'Letter.txt', size: 10 }]);
  });

  it('finds a file by its new name directly after a rename', async () => {
    const space = await findSpace(stack, 'individual');
    const { id } = await findFileByName(stack, space.id, 'trip.zip');
    expect(fileNames(await searchFiles('q=trip'))).toEqual(['trip.zip']);
    await stack.call('PATCH', `/v1/spaces/${space.id}/files/${id}`, { body: { name: 'voyage.zip' } });
    expect(fileNames(await searchFiles('q=trip'))).toEqual([]);
    expect(fileNames(await searchFiles('q=voyage'))).toEqual(['voyage.zip']);
  });
});
