import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/deadline.js';
import { startStack, type Stack } from '../support/stack.js';

interface List {
  items: { id: string; name: string; recycled?: boolean }[];
}

describe('the recycle bin of a space', () => {
  let stack: Stack;
  let spaceId: string;
  let bin: string;
  beforeAll(async () => {
    stack = await startStack();
    spaceId = (await stack.call('GET', '/v1/spaces?limit=1')).json<List>().items[0]?.id ?? '';
    bin = `/v1/spaces/${spaceId}/recycle-bin`;
  });
  afterAll(() => stack.close());

  const listed = async (query = ''): Promise<List['items']> =>
    (await stack.call('GET', `${bin}?limit=100${query}`)).json<List>().items;

  async function recycle(name: string): Promise<string> {
    const made = await stack.call('PUT', `/v1/spaces/${spaceId}/content?name=${name}`, { bytes: 'bytes' });
    const { id } = made.json<{ id: string }>();
    const job = await stack.call('POST', '/v1/jobs', { body: { action: 'delete', spaceId, fileIds: [id] } });
    await stack.call('GET', `${job.headers.get('location') ?? ''}/events`);
    return id;
  }

  describe('GET /v1/spaces/{spaceId}/recycle-bin', () => {
    it('lists what a job has deleted, and no longer what another has restored', async () => {
      const id = await recycle('gone.txt');
      expect(await listed()).toContainEqual(expect.objectContaining({ id, name: 'gone.txt', recycled: true }));
      const job = await stack.call('POST', '/v1/jobs', { body: { action: 'restore', spaceId, fileIds: [id] } });
      await stack.call('GET', `${job.headers.get('location') ?? ''}/events`);
      expect((await listed()).map((file) => file.id)).not.toContain(id);
    });

    it('sorts by when things were deleted', async () => {
      const first = await recycle('first.txt');
      stack.sandbox.clock.advance(60_000);
      const second = await recycle('second.txt');
      const ids = (await listed('&sort=recycledAt')).map(({ id }) => id);
      expect(ids.indexOf(first)).toBeLessThan(ids.indexOf(second));
      const reversed = (await listed('&sort=-recycledAt')).map(({ id }) => id);
      expect(reversed.indexOf(second)).toBeLessThan(reversed.indexOf(first));
    });
  });

  describe('DELETE /v1/spaces/{spaceId}/recycle-bin', () => {
    it.each(['', '?confirm=other'])('asks for a confirmation and does nothing without it (%s)', async (query) => {
      await recycle('kept.txt');
      const before = stack.sandbox.counters().calls;
      const refused = await stack.call('DELETE', bin + query);
      expect(refused.status).toBe(422);
      expect(refused.json()).toMatchObject({ code: 'confirmation-required', errors: [{ pointer: '/confirm' }] });
      expect(stack.sandbox.counters().calls).toBe(before);
    });

    it('empties it', async () => {
      await recycle('away.txt');
      expect((await stack.call('DELETE', `${bin}?confirm=${spaceId}`)).status).toBe(204);
      await until('an empty bin', async () => {
        stack.sandbox.clock.advance(5_000);
        return (await listed()).length === 0;
      });
      expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
    });
  });
});
