import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type File, fileNamed, keyFor, type List, problemOf, spaceOf, walk } from '../support/drive.js';
import { startStack, type Stack } from '../support/stack.js';

jest.setTimeout(60_000);

let stack: Stack;
let amara: string;
beforeAll(async () => {
  stack = await startStack();
  amara = await keyFor(stack, 'Amara Okafor');
});
afterAll(() => stack.close());

const search = async (query: string, key = stack.key): Promise<List<File>> =>
  (await stack.call('GET', `/v1/search?${query}`, { key })).json();
const namesOf = ({ items }: Pick<List<File>, 'items'>): string[] => items.map(({ name }) => name);

describe('GET /v1/search', () => {
  it('finds files of your own spaces at any depth, with the path to each', async () => {
    const found = await search('q=Letter');
    expect(namesOf(found)).toEqual(['Letter.txt']);
    expect(found.items[0]).toMatchObject({ kind: 'file', size: 10 });
    expect(found.items[0]?.path).toMatch(/\/Documents\/Drafts\/Letter\.txt$/);
    expect(found.total).toBe(1);
  });

  it('finds names that are not Latin', async () => {
    expect(namesOf(await search(`q=${encodeURIComponent('会议')}`))).toEqual(['会议纪要.md']);
  });

  it('finds files of team spaces only where they are asked for', async () => {
    expect(namesOf(await search('q=Roadmap', amara))).toEqual([]);
    expect(namesOf(await search('q=Roadmap&in=team', amara))).toEqual(['Roadmap.pdf']);
    expect(namesOf(await search('q=Letter&in=team', amara))).toEqual([]);
  });

  it('finds nothing of a space that is not the caller’s', async () => {
    const { id } = await spaceOf(stack, 'individual');
    expect(namesOf(await search(`q=Letter&spaceId=${id}`, await keyFor(stack, 'Sofía Álvarez')))).toEqual([]);
  });

  it('stays in one space, below one folder, with one type', async () => {
    const { id } = await spaceOf(stack, 'department', amara);
    const folder = await fileNamed(stack, id, 'Specifications', { key: amara });
    const below = await search(`q=Interface&in=team&spaceId=${id}&parent=${folder.id}&sort=name`, amara);
    expect(namesOf(below)).toEqual(['Interface 2024.pdf', 'Interface.md']);
    expect(namesOf(await search(`q=Logo&in=team&spaceId=${id}&type=image`, amara))).toEqual(['Logo.png']);
    expect(namesOf(await search(`q=Logo&in=team&spaceId=${id}&type=word`, amara))).toEqual([]);
  });

  it('wants the space beside the folder, before it asks anybody', async () => {
    const before = stack.sandbox.counters().calls;
    const answer = await stack.call('GET', '/v1/search?q=x&parent=F1');
    expect(problemOf(answer)).toMatchObject({ status: 422, errors: [{ pointer: '/spaceId' }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('sorts by name, either way', async () => {
    const base = 'q=Measurement&in=team&limit=100';
    const up = namesOf(await search(`${base}&sort=name`, amara));
    const files = up.filter((name) => name.endsWith('.csv'));
    expect(files).toHaveLength(50);
    expect(up).toEqual([...up].sort());
    expect(namesOf(await search(`${base}&sort=-name`, amara))).toEqual([...up].reverse());
  });

  it('gives all that is found, page by page, each once', async () => {
    const all = namesOf(await search('q=Measurement&in=team&limit=100&sort=name', amara));
    const { entries, pages } = await walk<File>(stack, '/v1/search?q=Measurement&in=team&limit=20&sort=name', amara);
    expect(namesOf({ items: entries })).toEqual(all);
    expect(pages.length).toBe(3);
  });

  it('answers only the fields asked for', async () => {
    expect((await search('q=Letter&fields=name,size')).items).toEqual([{ name: 'Letter.txt', size: 10 }]);
  });

  it('finds a file by its new name as soon as it is renamed', async () => {
    const space = await spaceOf(stack, 'individual');
    const { id } = await fileNamed(stack, space.id, 'trip.zip');
    expect(namesOf(await search('q=trip'))).toEqual(['trip.zip']);
    await stack.call('PATCH', `/v1/spaces/${space.id}/files/${id}`, { body: { name: 'voyage.zip' } });
    expect(namesOf(await search('q=trip'))).toEqual([]);
    expect(namesOf(await search('q=voyage'))).toEqual(['voyage.zip']);
  });
});
