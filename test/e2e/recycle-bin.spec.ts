import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DriveFile, findSpace, type ListResponse, runJobToEnd, uploadFile } from '../support/gateway-api.js';
import { waitUntil } from '../support/wait-until.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

describe('the recycle bin of a space', () => {
  let stack: GatewayStack;
  let spaceId: string;
  let binPath: string;
  beforeAll(async () => {
    stack = await startGatewayStack();
    spaceId = (await findSpace(stack, 'individual')).id;
    binPath = `/v1/spaces/${spaceId}/recycle-bin`;
  });
  afterAll(() => stack.close());

  const listBin = async (query = ''): Promise<DriveFile[]> =>
    (await stack.call('GET', `${binPath}?limit=100${query}`)).json<ListResponse<DriveFile>>().items;

  async function recycle(name: string): Promise<string> {
    const { id } = await uploadFile(stack, spaceId, name, 'bytes');
    await runJobToEnd(stack, { action: 'delete', spaceId, fileIds: [id] });
    return id;
  }

  describe('GET /v1/spaces/{spaceId}/recycle-bin', () => {
    it('lists files that a job has deleted, until a job restores them', async () => {
      const id = await recycle('gone.txt');
      expect(await listBin()).toContainEqual(expect.objectContaining({ id, name: 'gone.txt', recycled: true }));
      await runJobToEnd(stack, { action: 'restore', spaceId, fileIds: [id] });
      expect((await listBin()).map((file) => file.id)).not.toContain(id);
    });

    it('sorts by the time of deletion', async () => {
      const first = await recycle('first.txt');
      stack.sandbox.clock.advance(60_000);
      const second = await recycle('second.txt');
      const ids = (await listBin('&sort=recycledAt')).map(({ id }) => id);
      expect(ids.indexOf(first)).toBeLessThan(ids.indexOf(second));
      const reversed = (await listBin('&sort=-recycledAt')).map(({ id }) => id);
      expect(reversed.indexOf(second)).toBeLessThan(reversed.indexOf(first));
    });
  });

  describe('DELETE /v1/spaces/{spaceId}/recycle-bin', () => {
    it.each(['', '?confirm=other'])('requires a confirmation, and changes nothing without it (%s)', async (query) => {
      await recycle('unconfirmed.txt');
      const before = stack.sandbox.counters().calls;
      const rejected = await stack.call('DELETE', binPath + query);
      expect(rejected.status).toBe(422);
      expect(rejected.json()).toMatchObject({ code: 'confirmation-required', errors: [{ pointer: '/confirm' }] });
      expect(stack.sandbox.counters().calls).toBe(before);
    });

    it('empties the recycle bin', async () => {
      await recycle('deleted.txt');
      expect((await stack.call('DELETE', `${binPath}?confirm=${spaceId}`)).status).toBe(204);
      await waitUntil('an empty bin', async () => {
        stack.sandbox.clock.advance(5_000);
        return (await listBin()).length === 0;
      });
      expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
    });
  });
});
