import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../support/stack.js';
import { until } from '../support/deadline.js';

interface Entry {
  id: string;
  name: string;
  kind: string;
}
interface List<T> {
  items: T[];
  nextCursor: string | null;
}
interface Job {
  id: string;
  status: string;
  result?: string;
  url?: string;
  entries: { id: string; status: string; newId?: string }[];
}

const agentName = 'Test Carrier';

describe.each([
  { kind: 'share-links', scope: 'organization' },
  { kind: 'public-links', scope: 'external' },
])('$kind', ({ kind, scope }) => {
  let stack: Stack;
  let spaceId: string;
  let visitor: { key: string; spaceId: string };
  beforeAll(async () => {
    stack = await startStack({ env: { PUBLIC_LINKS_AGENT_NAME: agentName } });
    const userId = stack.sandbox.users().find(({ name }) => name === 'Jonas Weber')?.userId ?? '';
    const key = await stack.newKey({ scopes: ['*'], userId });
    visitor = { key, spaceId: await ownSpace(key) };
    spaceId = await ownSpace(stack.key);
  });
  beforeEach(() => stack.sandbox.reset());
  afterAll(() => stack.close());

  async function ownSpace(key: string): Promise<string> {
    const spaces = await stack.call('GET', '/v1/spaces?kind=individual', { key });
    return spaces.json<List<{ id: string }>>().items[0]?.id ?? '';
  }
  const filesOf = async (space: string, key: string): Promise<Entry[]> =>
    (await stack.call('GET', `/v1/spaces/${space}/files?limit=100`, { key })).json<List<Entry>>().items;

  /** A link to the folder Documents and a file beside it. */
  async function link(more: object = {}): Promise<{ path: string; id: string }> {
    const files = await filesOf(spaceId, stack.key);
    const fileIds = files.filter(({ name }) => ['Documents', '会议纪要.md'].includes(name)).map(({ id }) => id);
    const body = { spaceId, fileIds, scope, validDays: 7, ...more };
    const { code, id } = (await stack.call('POST', '/v1/shares', { body })).json<{ code: string; id: string }>();
    return { path: `/v1/${kind}/${code}`, id };
  }
  const visit = (method: string, path: string, body?: object) =>
    stack.call(method, path, { key: visitor.key, ...(body && { body }) });
  const list = async (path: string, query = ''): Promise<Entry[]> =>
    (await visit('GET', `${path}/files?sort=name${query}`)).json<List<Entry>>().items;
  const ended = (path: string, id: string): Promise<Job> =>
    until(`the end of job ${id}`, async () => {
      const job = (await visit('GET', `${path}/jobs/${id}`)).json<Job>();
      return job.status === 'completed' ? job : undefined;
    });

  it('GET /{code} tells what a visitor may know', async () => {
    const { path, id } = await link();
    const answer = await visit('GET', path);
    expect(answer.json()).toMatchObject({ id, status: 'active', unlocked: false, sharedBy: { name: 'Mei Lin' } });
    expect((await visit('GET', `/v1/${kind}/12345`)).json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('GET /{code}/files lists the top and folders, by pages, and counts one view a visit', async () => {
    const { path, id } = await link();
    const [folder, file] = await list(path);
    expect([folder, file]).toMatchObject([
      { name: 'Documents', kind: 'folder' },
      { name: '会议纪要.md', kind: 'file' },
    ]);
    expect((await list(path, `&parent=${folder?.id ?? ''}&q=welcome`)).map(({ name }) => name)).toEqual([
      'Welcome.txt',
    ]);
    const first = (await visit('GET', `${path}/files?sort=-name&limit=1`)).json<List<Entry>>();
    const next = await visit('GET', `${path}/files?sort=-name&limit=1&cursor=${first.nextCursor ?? ''}`);
    expect(next.json<List<Entry>>().items.map(({ name }) => name)).toEqual(['Documents']);
    const mine = (await stack.call('GET', '/v1/shares')).json<List<{ id: string; viewCount: number }>>().items;
    expect(mine.find((each) => each.id === id)?.viewCount).toBe(1);
  });

  it('POST /{code}/unlock opens a link for the one who gave the access code; the token stays here', async () => {
    const { path } = await link({ extractCode: 'abcdEF12' });
    const refused = await visit('GET', `${path}/files`);
    expect(refused.json()).toMatchObject({ status: 403, code: 'no-permission', upstream: { code: '13000410' } });
    const wrong = await visit('POST', `${path}/unlock`, { extractCode: 'abcdEF13' });
    expect(wrong.json()).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/extractCode' }] });
    const open = await visit('POST', `${path}/unlock`, { extractCode: 'abcdEF12' });
    expect(open.json()).toMatchObject({ unlocked: true });
    expect(open.text).not.toMatch(/kdstoken|[0-9a-f]{64}/);
    expect(await list(path)).toHaveLength(2);
    const [first] = (await visit('GET', `${path}/files?limit=1`)).json<List<Entry>>().items;
    expect(first).toBeDefined();
    // Another caller has to give it too.
    expect((await stack.call('GET', `${path}/files`)).status).toBe(403);
  });

  it('a token that lapsed upstream is forgotten, and pages go on after unlocking again', async () => {
    const { path } = await link({ extractCode: 'abcdEF12' });
    await visit('POST', `${path}/unlock`, { extractCode: 'abcdEF12' });
    const page = (await visit('GET', `${path}/files?limit=1`)).json<List<Entry>>();
    const { id } = (await visit('GET', path)).json<{ id: string }>();
    await stack.call('PATCH', `/v1/shares/${id}`, { body: { extractCode: 'newcode1' } });
    expect((await visit('GET', `${path}/files`)).status).toBe(403);
    expect((await visit('GET', path)).json()).toMatchObject({ unlocked: false });
    await visit('POST', `${path}/unlock`, { extractCode: 'newcode1' });
    const next = await visit('GET', `${path}/files?limit=1&cursor=${page.nextCursor ?? ''}`);
    expect(next.json<List<Entry>>().items).toHaveLength(1);
  });

  it('GET /{code}/files/{fileId}/content streams the bytes, a range, or leads to them', async () => {
    const { path } = await link({ extractCode: 'abcdEF12' });
    await visit('POST', `${path}/unlock`, { extractCode: 'abcdEF12' });
    const [folder, file] = await list(path);
    const content = `${path}/files/${file?.id ?? ''}/content`;
    const whole = await visit('GET', content);
    expect(whole.text).toContain('会议纪要');
    expect(whole.headers.get('content-disposition')).toContain("filename*=UTF-8''%E4%BC%9A");
    const headers = { range: 'bytes=0-1' };
    const part = await stack.call('GET', content, { key: visitor.key, headers });
    expect([part.status, part.text]).toEqual([206, '# ']);
    const redirect = await visit('GET', `${content}?redirect=true`);
    expect(redirect.status).toBe(302);
    expect(new URL(redirect.headers.get('location') ?? '').origin).toBe(stack.sandbox.objectStoreUrl);
    const ofFolder = await visit('GET', `${path}/files/${folder?.id ?? ''}/content`);
    expect(ofFolder.json()).toMatchObject({ status: 409, code: 'folder-not-allowed' });
  });

  it('POST /{code}/jobs packs files into an archive', async () => {
    const { path } = await link();
    const fileIds = (await list(path)).map(({ id }) => id);
    const action = kind === 'share-links' ? { action: 'package' } : {};
    const started = await visit('POST', `${path}/jobs`, { ...action, fileIds, name: 'Both.zip' });
    expect(started.status).toBe(202);
    const { id } = started.json<Job>();
    expect(started.headers.get('location')).toBe(`${path}/jobs/${id}`);
    const job = await ended(path, id);
    expect(job).toMatchObject({ action: 'package', result: 'succeeded', entries: [{ status: 'done' }, {}] });
    const archive = new Uint8Array(await (await fetch(job.url ?? '')).arrayBuffer());
    expect([...archive.slice(0, 2)]).toEqual([0x50, 0x4b]);
  });

  it('GET /{code}/jobs/{jobId}/events follows a job to its end', async () => {
    const { path } = await link();
    const fileIds = (await list(path)).map(({ id }) => id);
    const action = kind === 'share-links' ? { action: 'package' } : {};
    const { id } = (await visit('POST', `${path}/jobs`, { ...action, fileIds, name: 'Both.zip' })).json<Job>();
    const answer = await visit('GET', `${path}/jobs/${id}/events`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = [...answer.text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)];
    expect(events.map(([, name]) => name).filter((name) => name !== 'progress')).toEqual(['end']);
    expect(JSON.parse(events.at(-1)?.[2] ?? '')).toMatchObject({ id, status: 'completed', result: 'succeeded' });
    const missing = await visit('GET', `${path}/jobs/9/events`);
    expect(missing.json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  if (kind === 'share-links') {
    it('POST /{code}/jobs saves copies into a space of the caller, whose lists then show them', async () => {
      const { path } = await link();
      const [, file] = await list(path);
      const names = async (): Promise<string[]> =>
        (await filesOf(visitor.spaceId, visitor.key)).map(({ name }) => name).filter((name) => name.startsWith('会议'));
      expect(await names()).toHaveLength(1);
      const body = { action: 'save', fileIds: [file?.id, 'F0'], targetSpaceId: visitor.spaceId };
      const { id } = (await visit('POST', `${path}/jobs`, body)).json<Job>();
      const job = await ended(path, id);
      expect(job).toMatchObject({ action: 'save', result: 'partly-failed' });
      expect(job.entries.map(({ status }) => status)).toEqual(['done', 'failed']);
      expect(await names()).toHaveLength(2);
      const missing = await visit('POST', `${path}/jobs`, { action: 'save', fileIds: [file?.id] });
      expect(missing.json()).toMatchObject({ errors: [{ pointer: '/targetSpaceId' }] });
    });
  } else {
    it('opens nothing that is not for anybody', async () => {
      const { path } = await link({ scope: 'organization' });
      expect((await visit('GET', path)).json()).toMatchObject({ status: 403, code: 'no-permission' });
    });

    it('is not there unless it is configured', async () => {
      const plain = await startStack();
      const answer = await plain.call('GET', '/v1/public-links/12345');
      await plain.close();
      expect(answer.json()).toMatchObject({ code: 'route-not-found' });
    });
  }

  afterAll(() => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
