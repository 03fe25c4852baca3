import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../support/stack.js';

interface List<T> {
  items: T[];
}
interface File {
  id: string;
  name: string;
  kind: string;
}

describe('archives', () => {
  let stack: Stack;
  let spaceId: string;
  let space: string;
  let archive: File;
  beforeAll(async () => {
    stack = await startStack();
    spaceId = (await stack.call('GET', '/v1/spaces?limit=1')).json<List<{ id: string }>>().items[0]?.id ?? '';
    space = `/v1/spaces/${spaceId}`;
    const [found] = (await stack.call('GET', `${space}/files?type=archive`)).json<List<File>>().items;
    if (!found) throw new Error('the seed has an archive');
    archive = found;
  });
  afterAll(() => stack.close());

  const run = async (body: object): Promise<{ result: string; url?: string }> => {
    const started = await stack.call('POST', '/v1/jobs', { body: { spaceId, ...body } });
    expect(started.status).toBe(202);
    await stack.call('GET', `${started.headers.get('location') ?? ''}/events`);
    return (await stack.call('GET', started.headers.get('location') ?? '')).json();
  };
  const names = async (parent: string): Promise<string[]> =>
    (await stack.call('GET', `${space}/files?limit=100&parent=${parent}`))
      .json<List<File>>()
      .items.map((file) => file.name);
  const folder = async (name: string): Promise<string> =>
    (await stack.call('POST', `${space}/folders`, { body: { name } })).json<File>().id;

  it('POST .../entries lists what is in one, in one call', async () => {
    const answer = await stack.call('POST', `${space}/files/${archive.id}/entries`, { body: {} });
    expect(answer.status).toBe(200);
    const entries = answer.json<List<{ path: string; kind: string; size?: number }>>().items;
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'plan/readme.txt', kind: 'file', size: 108 }),
        expect.objectContaining({ path: 'notes.md', kind: 'file' }),
      ]),
    );
  });

  it('POST .../entries refuses what is no archive, and says so', async () => {
    const made = await stack.call('PUT', `${space}/content?name=no.txt`, { bytes: 'text' });
    const answer = await stack.call('POST', `${space}/files/${made.json<File>().id}/entries`, { body: {} });
    expect(answer.json()).toMatchObject({ status: 422, code: 'refused-by-upstream' });
  });

  it('POST /v1/jobs with extract unpacks all of one into a folder', async () => {
    const target = await folder('Unpacked');
    expect((await run({ action: 'extract', fileIds: [archive.id], targetFolderId: target })).result).toBe('succeeded');
    expect((await names(target)).length).toBeGreaterThan(0);
  });

  it('POST /v1/jobs with extract unpacks the named entries alone', async () => {
    const target = await folder('One entry');
    const job = await run({ action: 'extract', fileIds: [archive.id], targetFolderId: target, entries: ['notes.md'] });
    expect(job.result).toBe('succeeded');
    // The upstream makes a folder named after the archive; that it does is inferred.
    const [unpacked] = (await stack.call('GET', `${space}/files?parent=${target}`)).json<List<File>>().items;
    expect(await names(unpacked?.id ?? '')).toEqual(['notes.md']);
  });

  it('POST /v1/jobs with package makes an archive that can be downloaded', async () => {
    const { result, url = '' } = await run({ action: 'package', fileIds: [archive.id] });
    expect(result).toBe('succeeded');
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('never breaks the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
