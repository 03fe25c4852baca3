import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DriveFile, findSpace, issueKeyFor, type Job, type ListResponse } from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';
import { waitUntil } from '../support/wait-until.js';

interface ArchiveJob extends Job {
  readonly url?: string;
}

const agentName = 'Test Carrier';

describe.each([
  { kind: 'share-links', scope: 'organization' },
  { kind: 'public-links', scope: 'external' },
])('$kind', ({ kind, scope }) => {
  let stack: GatewayStack;
  let spaceId: string;
  let visitor: { key: string; spaceId: string };
  beforeAll(async () => {
    stack = await startGatewayStack({ env: { PUBLIC_LINKS_AGENT_NAME: agentName } });
    const key = await issueKeyFor(stack, 'Jonas Weber');
    visitor = { key, spaceId: (await findSpace(stack, 'individual', key)).id };
    spaceId = (await findSpace(stack, 'individual')).id;
  });
  beforeEach(() => stack.sandbox.reset());
  afterAll(() => stack.close());

  const listSpaceFiles = async (id: string, key: string): Promise<DriveFile[]> =>
    (await stack.call('GET', `/v1/spaces/${id}/files?limit=100`, { key })).json<ListResponse<DriveFile>>().items;

  /** Creates a link to the folder Documents and a file of the same space. */
  async function createLink(members: object = {}): Promise<{ path: string; id: string }> {
    const files = await listSpaceFiles(spaceId, stack.key);
    const fileIds = files.filter(({ name }) => ['Documents', '会议纪要.md'].includes(name)).map(({ id }) => id);
    const body = { spaceId, fileIds, scope, validDays: 7, ...members };
    const { code, id } = (await stack.call('POST', '/v1/shares', { body })).json<{ code: string; id: string }>();
    return { path: `/v1/${kind}/${code}`, id };
  }
  const callAsVisitor = (method: string, path: string, body?: object) =>
    stack.call(method, path, { key: visitor.key, body });
  const listLinkFiles = async (path: string, query = ''): Promise<DriveFile[]> =>
    (await callAsVisitor('GET', `${path}/files?sort=name${query}`)).json<ListResponse<DriveFile>>().items;
  const waitForJobEnd = (path: string, id: string): Promise<ArchiveJob> =>
    waitUntil(`the end of job ${id}`, async () => {
      const job = (await callAsVisitor('GET', `${path}/jobs/${id}`)).json<ArchiveJob>();
      return job.status === 'completed' ? job : undefined;
    });

  it('GET /{code} returns the public details of a link', async () => {
    const { path, id } = await createLink();
    const response = await callAsVisitor('GET', path);
    expect(response.json()).toMatchObject({ id, status: 'active', unlocked: false, sharedBy: { name: 'Mei Lin' } });
    expect((await callAsVisitor('GET', `/v1/${kind}/12345`)).json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('GET /{code}/files lists the shared files and folders, in pages, and counts one view', async () => {
    const { path, id } = await createLink();
    const [folder, file] = await listLinkFiles(path);
    expect([folder, file]).toMatchObject([
      { name: 'Documents', kind: 'folder' },
      { name: '会议纪要.md', kind: 'file' },
    ]);
    expect((await listLinkFiles(path, `&parent=${folder?.id ?? ''}&q=welcome`)).map(({ name }) => name)).toEqual([
      'Welcome.txt',
    ]);
    const first = (await callAsVisitor('GET', `${path}/files?sort=-name&limit=1`)).json<ListResponse<DriveFile>>();
    const next = await callAsVisitor('GET', `${path}/files?sort=-name&limit=1&cursor=${first.nextCursor ?? ''}`);
    expect(next.json<ListResponse<DriveFile>>().items.map(({ name }) => name)).toEqual(['Documents']);
    const shares = (await stack.call('GET', '/v1/shares')).json<ListResponse<{ id: string; viewCount: number }>>()
      .items;
    expect(shares.find((share) => share.id === id)?.viewCount).toBe(1);
  });

  it('GET /{code}/files tells a file in place of a folder from a folder that KooDrive cannot list at present', async () => {
    const { path } = await createLink({ extractCode: 'abcdEF12' });
    await callAsVisitor('POST', `${path}/unlock`, { extractCode: 'abcdEF12' });
    const [folder, file] = await listLinkFiles(path);
    const [{ id: innerFileId } = { id: '' }] = await listLinkFiles(path, `&parent=${folder?.id ?? ''}&q=welcome`);
    for (const fileId of [file?.id, innerFileId]) {
      const rejected = await callAsVisitor('GET', `${path}/files?parent=${fileId ?? ''}`);
      const errors = [{ pointer: '/parent', message: 'must be a folder, not a file' }];
      expect(rejected.json()).toMatchObject({ status: 422, code: 'invalid-input', retryable: false, errors });
    }
    const operation = kind === 'share-links' ? 'listShareFiles' : 'listShareFilesPublic';
    for (const parent of ['', `&parent=${folder?.id ?? ''}`]) {
      stack.sandbox.faults.add({ match: { operation }, effect: { code: 13000304 }, times: 1 });
      const busy = await callAsVisitor('GET', `${path}/files?sort=name${parent}`);
      expect(busy.json()).toMatchObject({ status: 409, code: 'file-state-conflict', retryable: true });
      expect(await listLinkFiles(path, parent)).not.toEqual([]);
    }
    expect((await callAsVisitor('GET', `${path}/files?parent=F0`)).json()).toMatchObject({ code: 'not-found' });
  });

  it('POST /{code}/unlock unlocks a link for the caller, without returning the unlock token', async () => {
    const { path } = await createLink({ extractCode: 'abcdEF12' });
    const locked = await callAsVisitor('GET', `${path}/files`);
    expect(locked.json()).toMatchObject({ status: 403, code: 'no-permission', upstream: { code: '13000410' } });
    const wrongCode = await callAsVisitor('POST', `${path}/unlock`, { extractCode: 'abcdEF13' });
    expect(wrongCode.json()).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/extractCode' }] });
    const unlocked = await callAsVisitor('POST', `${path}/unlock`, { extractCode: 'abcdEF12' });
    expect(unlocked.json()).toMatchObject({ unlocked: true });
    expect(unlocked.text).not.toMatch(/kdstoken|[0-9a-f]{64}/);
    expect(await listLinkFiles(path)).toHaveLength(2);
    const [first] = (await callAsVisitor('GET', `${path}/files?limit=1`)).json<ListResponse<DriveFile>>().items;
    expect(first).toBeDefined();
    // Another caller must unlock the link, too.
    expect((await stack.call('GET', `${path}/files`)).status).toBe(403);
  });

  it('POST /{code}/unlock is required again after the access code changed, and cursors stay valid', async () => {
    const { path } = await createLink({ extractCode: 'abcdEF12' });
    await callAsVisitor('POST', `${path}/unlock`, { extractCode: 'abcdEF12' });
    const page = (await callAsVisitor('GET', `${path}/files?limit=1`)).json<ListResponse<DriveFile>>();
    const { id } = (await callAsVisitor('GET', path)).json<{ id: string }>();
    await stack.call('PATCH', `/v1/shares/${id}`, { body: { extractCode: 'newcode1' } });
    expect((await callAsVisitor('GET', `${path}/files`)).status).toBe(403);
    expect((await callAsVisitor('GET', path)).json()).toMatchObject({ unlocked: false });
    await callAsVisitor('POST', `${path}/unlock`, { extractCode: 'newcode1' });
    const next = await callAsVisitor('GET', `${path}/files?limit=1&cursor=${page.nextCursor ?? ''}`);
    expect(next.json<ListResponse<DriveFile>>().items).toHaveLength(1);
  });

  it('GET /{code}/files/{fileId}/content streams the bytes or a range, or redirects to the object store', async () => {
    const { path } = await createLink({ extractCode: 'abcdEF12' });
    await callAsVisitor('POST', `${path}/unlock`, { extractCode: 'abcdEF12' });
    const [folder, file] = await listLinkFiles(path);
    const content = `${path}/files/${file?.id ?? ''}/content`;
    const complete = await callAsVisitor('GET', content);
    expect(complete.text).toContain('会议纪要');
    expect(complete.headers.get('content-disposition')).toContain("filename*=UTF-8''%E4%BC%9A");
    const headers = { range: 'bytes=0-1' };
    const range = await stack.call('GET', content, { key: visitor.key, headers });
    expect([range.status, range.text]).toEqual([206, '# ']);
    const redirect = await callAsVisitor('GET', `${content}?redirect=true`);
    expect(redirect.status).toBe(302);
    expect(new URL(redirect.headers.get('location') ?? '').origin).toBe(stack.sandbox.objectStoreUrl);
    const folderContent = await callAsVisitor('GET', `${path}/files/${folder?.id ?? ''}/content`);
    expect(folderContent.json()).toMatchObject({ status: 409, code: 'folder-not-allowed' });
  });

  it('POST /{code}/jobs packs files into an archive', async () => {
    const { path } = await createLink();
    const fileIds = (await listLinkFiles(path)).map(({ id }) => id);
    const action = kind === 'share-links' ? { action: 'package' } : {};
    const started = await callAsVisitor('POST', `${path}/jobs`, { ...action, fileIds, name: 'Both.zip' });
    expect(started.status).toBe(202);
    const { id } = started.json<Job>();
    expect(started.headers.get('location')).toBe(`${path}/jobs/${id}`);
    const job = await waitForJobEnd(path, id);
    expect(job).toMatchObject({ action: 'package', result: 'succeeded', entries: [{ status: 'done' }, {}] });
    const archive = new Uint8Array(await (await fetch(job.url ?? '')).arrayBuffer());
    expect([...archive.slice(0, 2)]).toEqual([0x50, 0x4b]);
  });

  it('GET /{code}/jobs/{jobId}/events streams the events of a job to its end', async () => {
    const { path } = await createLink();
    const fileIds = (await listLinkFiles(path)).map(({ id }) => id);
    const action = kind === 'share-links' ? { action: 'package' } : {};
    const { id } = (await callAsVisitor('POST', `${path}/jobs`, { ...action, fileIds, name: 'Both.zip' })).json<Job>();
    const response = await callAsVisitor('GET', `${path}/jobs/${id}/events`);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = [...response.text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)];
    expect(events.map(([, name]) => name).filter((name) => name !== 'progress')).toEqual(['end']);
    expect(JSON.parse(events.at(-1)?.[2] ?? '')).toMatchObject({ id, status: 'completed', result: 'succeeded' });
    const missing = await callAsVisitor('GET', `${path}/jobs/9/events`);
    expect(missing.json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  if (kind === 'share-links') {
    it('POST /{code}/jobs saves copies into a space of the caller, and the next list shows them', async () => {
      const { path } = await createLink();
      const [, file] = await listLinkFiles(path);
      const listCopies = async (): Promise<string[]> =>
        (await listSpaceFiles(visitor.spaceId, visitor.key))
          .map(({ name }) => name)
          .filter((name) => name.startsWith('会议'));
      expect(await listCopies()).toHaveLength(1);
      const body = { action: 'save', fileIds: [file?.id, 'F0'], targetSpaceId: visitor.spaceId };
      const { id } = (await callAsVisitor('POST', `${path}/jobs`, body)).json<Job>();
      const job = await waitForJobEnd(path, id);
      expect(job).toMatchObject({ action: 'save', result: 'partly-failed' });
      expect(job.entries.map(({ status }) => status)).toEqual(['done', 'failed']);
      expect(await listCopies()).toHaveLength(2);
      const missing = await callAsVisitor('POST', `${path}/jobs`, { action: 'save', fileIds: [file?.id] });
      expect(missing.json()).toMatchObject({ errors: [{ pointer: '/targetSpaceId' }] });
    });

    it('POST /{code}/jobs saves into a folder, and starts no job if the target is a file', async () => {
      const { path } = await createLink();
      const [, file] = await listLinkFiles(path);
      const save = (targetFolderId: string) =>
        callAsVisitor('POST', `${path}/jobs`, {
          action: 'save',
          fileIds: [file?.id],
          targetSpaceId: visitor.spaceId,
          targetFolderId,
        });
      const ownFiles = await listSpaceFiles(visitor.spaceId, visitor.key);
      const { rootFolderId } = (await callAsVisitor('GET', `/v1/spaces/${visitor.spaceId}`)).json<{
        rootFolderId: string;
      }>();
      for (const targetFolderId of [rootFolderId, ownFiles.find(({ name }) => name === 'Documents')?.id ?? '']) {
        const { id } = (await save(targetFolderId)).json<Job>();
        expect(await waitForJobEnd(path, id)).toMatchObject({ result: 'succeeded' });
      }
      const started = stack.sandbox.ledger().filter(({ operation }) => operation === 'createBatchTask').length;
      const errors = [{ pointer: '/targetFolderId', message: 'must be a folder, not a file' }];
      expect((await save(ownFiles.find(({ kind: each }) => each === 'file')?.id ?? '')).json()).toMatchObject({
        code: 'invalid-input',
        retryable: false,
        errors,
      });
      expect((await save('F0')).json()).toMatchObject({ code: 'not-found', retryable: false });
      expect(stack.sandbox.ledger().filter(({ operation }) => operation === 'createBatchTask')).toHaveLength(started);
    });
  } else {
    it('rejects a link that is not external', async () => {
      const { path } = await createLink({ scope: 'organization' });
      expect((await callAsVisitor('GET', path)).json()).toMatchObject({ status: 403, code: 'no-permission' });
    });

    it('do not exist unless they are configured', async () => {
      const unconfiguredStack = await startGatewayStack();
      const response = await unconfiguredStack.call('GET', '/v1/public-links/12345');
      await unconfiguredStack.close();
      expect(response.json()).toMatchObject({ code: 'route-not-found' });
    });
  }

  afterAll(() => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
