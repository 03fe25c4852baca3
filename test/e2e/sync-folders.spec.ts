import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../support/stack.js';

interface Changes {
  items: { type: string; fileId: string; name?: string; kind: string }[];
  nextCursor: string;
  more: boolean;
}

describe('sync folders', () => {
  let stack: Stack;
  let space: string;
  let folders: string;
  beforeAll(async () => {
    stack = await startStack();
    const spaces = (await stack.call('GET', '/v1/spaces?limit=1')).json<{ items: { id: string }[] }>();
    space = `/v1/spaces/${spaces.items[0]?.id ?? ''}`;
    folders = `${space}/sync-folders`;
  });
  afterAll(() => stack.close());

  it('tell every change once, a page at a time, and go on where they ended', async () => {
    const opened = await stack.call('POST', folders, { body: { name: 'In step' } });
    expect(opened.status).toBe(201);
    const { id, existed } = opened.json<{ id: string; existed: boolean }>();
    expect(existed).toBe(false);
    const names = ['a.txt', 'b.txt', 'c.txt'];
    for (const name of names) await stack.call('PUT', `${space}/content?name=${name}&parent=${id}`, { bytes: name });
    const read = async (cursor = ''): Promise<Changes> =>
      (await stack.call('GET', `${folders}/${id}/changes?limit=2${cursor && `&cursor=${cursor}`}`)).json();
    const first = await read();
    expect(first.items).toHaveLength(2);
    expect(first.more).toBe(true);
    const second = await read(first.nextCursor);
    expect(second.more).toBe(false);
    expect([...first.items, ...second.items].map(({ name }) => name).sort()).toEqual(names);
    expect((await read(second.nextCursor)).items).toEqual([]);
    await stack.call('PUT', `${space}/content?name=d.txt&parent=${id}`, { bytes: 'd' });
    expect((await read(second.nextCursor)).items.map(({ name }) => name)).toEqual(['d.txt']);
  });

  it('may be made of a folder that is there, and end without it', async () => {
    const made = await stack.call('POST', `${space}/folders`, { body: { name: 'There' } });
    const { id } = made.json<{ id: string }>();
    expect((await stack.call('POST', folders, { body: { folderId: id } })).json()).toMatchObject({
      id,
      existed: false,
    });
    expect((await stack.call('POST', folders, { body: { folderId: id } })).json()).toMatchObject({ id, existed: true });
    expect((await stack.call('DELETE', `${folders}/${id}`)).status).toBe(204);
    expect((await stack.call('GET', `${space}/files/${id}`)).status).toBe(200);
    expect((await stack.call('GET', `${folders}/${id}/changes`)).status).toBeGreaterThanOrEqual(400);
  });

  it.each([
    [{}, '/name'],
    [{ folderId: 'F1', name: 'x' }, '/folderId'],
    [{ name: 'a/b' }, '/name'],
  ])('refuse %j and call nobody', async (body, pointer) => {
    const before = stack.sandbox.counters().calls;
    expect((await stack.call('POST', folders, { body })).json()).toMatchObject({ status: 422, errors: [{ pointer }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('never break the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
