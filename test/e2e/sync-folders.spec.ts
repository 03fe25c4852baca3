import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findSpace } from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface ChangePage {
  items: { type: string; fileId: string; name?: string; kind: string }[];
  nextCursor: string;
  more: boolean;
}

describe('sync folders', () => {
  let stack: GatewayStack;
  let spacePath: string;
  let syncFoldersPath: string;
  beforeAll(async () => {
    stack = await startGatewayStack();
    spacePath = `/v1/spaces/${(await findSpace(stack, 'individual')).id}`;
    syncFoldersPath = `${spacePath}/sync-folders`;
  });
  afterAll(() => stack.close());

  it('return each change once, in pages, and later changes after the last cursor', async () => {
    const created = await stack.call('POST', syncFoldersPath, { body: { name: 'Synchronized' } });
    expect(created.status).toBe(201);
    const { id, existed } = created.json<{ id: string; existed: boolean }>();
    expect(existed).toBe(false);
    const names = ['a.txt', 'b.txt', 'c.txt'];
    for (const name of names)
      await stack.call('PUT', `${spacePath}/content?name=${name}&parent=${id}`, { bytes: name });
    const readChanges = async (cursor = ''): Promise<ChangePage> =>
      (await stack.call('GET', `${syncFoldersPath}/${id}/changes?limit=2${cursor && `&cursor=${cursor}`}`)).json();
    const first = await readChanges();
    expect(first.items).toHaveLength(2);
    expect(first.more).toBe(true);
    const second = await readChanges(first.nextCursor);
    expect(second.more).toBe(false);
    expect([...first.items, ...second.items].map(({ name }) => name).sort()).toEqual(names);
    expect((await readChanges(second.nextCursor)).items).toEqual([]);
    await stack.call('PUT', `${spacePath}/content?name=d.txt&parent=${id}`, { bytes: 'd' });
    expect((await readChanges(second.nextCursor)).items.map(({ name }) => name)).toEqual(['d.txt']);
  });

  it('can be created for an existing folder, which stays when the synchronization is deleted', async () => {
    const folder = await stack.call('POST', `${spacePath}/folders`, { body: { name: 'Existing' } });
    const { id } = folder.json<{ id: string }>();
    expect((await stack.call('POST', syncFoldersPath, { body: { folderId: id } })).json()).toMatchObject({
      id,
      existed: false,
    });
    expect((await stack.call('POST', syncFoldersPath, { body: { folderId: id } })).json()).toMatchObject({
      id,
      existed: true,
    });
    expect((await stack.call('DELETE', `${syncFoldersPath}/${id}`)).status).toBe(204);
    expect((await stack.call('GET', `${spacePath}/files/${id}`)).status).toBe(200);
    expect((await stack.call('GET', `${syncFoldersPath}/${id}/changes`)).status).toBeGreaterThanOrEqual(400);
  });

  it.each([
    [{}, '/name'],
    [{ folderId: 'F1', name: 'x' }, '/folderId'],
    [{ name: 'a/b' }, '/name'],
  ])('reject %j without an upstream call', async (body, pointer) => {
    const before = stack.sandbox.counters().calls;
    expect((await stack.call('POST', syncFoldersPath, { body })).json()).toMatchObject({
      status: 422,
      errors: [{ pointer }],
    });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('do not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
