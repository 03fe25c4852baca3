import { waitUntil } from '../wait-until.js';
import type { GatewayResponse } from '../gateway-stack.js';
import type {
  FileEntry,
  RequestGenerators,
  NamedResource,
  GeneratorContext,
  ValidRequest,
} from './generator-context.js';

const isFile = ({ kind }: FileEntry): boolean => kind === 'file';

async function pickSpaceParams(context: GeneratorContext): Promise<{ spaceId: string }> {
  return { spaceId: (await context.pickSpace()).id };
}

async function pickFileParams(
  context: GeneratorContext,
  matches?: (file: FileEntry) => boolean,
): Promise<{ spaceId: string; fileId: string }> {
  const { id: spaceId } = await context.pickSpace();
  return { spaceId, fileId: (await context.pickFile(spaceId, matches)).id };
}

/** Creates a file with a past version. */
async function createPastVersion(
  context: GeneratorContext,
): Promise<{ spaceId: string; fileId: string; versionId: string }> {
  const { id: spaceId } = await context.pickSpace();
  const name = encodeURIComponent(`${context.random.createUniqueName('versioned')}.txt`);
  const file = await context.perform<NamedResource>('PUT', `/v1/spaces/${spaceId}/content?name=${name}`, {
    bytes: 'first',
  });
  const filePath = `/v1/spaces/${spaceId}/files/${file.id}`;
  await context.perform('PUT', `${filePath}/content`, { bytes: context.random.createUniqueName('second') });
  const versions = await context.list<{ id: string; current: boolean }>(`${filePath}/versions`);
  return { spaceId, fileId: file.id, versionId: context.random.pick(versions.filter(({ current }) => !current)).id };
}

/** Starts an upload. @param sendBytes whether its bytes are sent, too */
async function startUpload(
  context: GeneratorContext,
  sendBytes: boolean,
): Promise<{ spaceId: string; uploadId: string }> {
  const { spaceId } = await pickSpaceParams(context);
  const bytes = 'sent by hand';
  const name = `${context.random.createUniqueName('upload')}.txt`;
  const upload = await context.perform<{ id: string; parts: { url: string }[] }>(
    'POST',
    `/v1/spaces/${spaceId}/uploads`,
    {
      body: { name, size: bytes.length },
    },
  );
  if (sendBytes)
    await fetch(upload.parts[0]?.url ?? '', { method: 'PUT', body: bytes, signal: AbortSignal.timeout(10_000) });
  return { spaceId, uploadId: upload.id };
}

/** Reads a job or task through the gateway under test until it has ended. */
export async function waitForJobEnd(context: GeneratorContext, path: string): Promise<void> {
  const finalStatuses = ['completed', 'cancelled', 'succeeded', 'failed'];
  await waitUntil(`the end of ${path}`, async () => {
    const job = await context.perform<{ status: string }>('GET', path);
    return finalStatuses.includes(job.status) ? job : undefined;
  });
}

const waitForLocation =
  (context: GeneratorContext) =>
  ({ headers }: GatewayResponse): Promise<void> =>
    waitForJobEnd(context, headers.get('location') ?? '');

async function generateJobRequest(context: GeneratorContext): Promise<ValidRequest> {
  const { random } = context;
  const action = random.pick(['copy', 'move', 'delete', 'delete', 'restore', 'extract', 'package']);
  const { id: spaceId } = await context.pickSpace();
  const waitForEffects = waitForLocation(context);
  if (action === 'restore') {
    const recycled = await context.list<FileEntry>(`/v1/spaces/${spaceId}/recycle-bin`);
    return {
      body: { action, spaceId, fileIds: random.pickSome(recycled, 2).map(({ id }) => id) },
      waitForEffects,
    };
  }
  const isZip = ({ name }: FileEntry): boolean => name.endsWith('.zip');
  const fileIds = [(await context.pickFile(spaceId, action === 'extract' ? isZip : undefined)).id];
  const body = { action, spaceId, fileIds };
  if (action === 'delete') return { body: { ...body, permanently: random.chance(0.2) }, waitForEffects };
  if (action === 'package') return { body, waitForEffects };
  const targetSpaceId = (await context.pickSpace()).id;
  return {
    body: { ...body, targetSpaceId, targetFolderId: await context.pickParentFolderId(targetSpaceId) },
    waitForEffects,
  };
}

async function startJob(context: GeneratorContext): Promise<{ jobId: string }> {
  const { spaceId, fileId } = await pickFileParams(context);
  const folder = await context.perform<NamedResource>('POST', `/v1/spaces/${spaceId}/folders`, {
    body: { name: context.random.createUniqueName('copies') },
  });
  const body = { action: 'copy', spaceId, fileIds: [fileId], targetFolderId: folder.id };
  return { jobId: (await context.perform<NamedResource>('POST', '/v1/jobs', { body })).id };
}

async function generateEmptyRecycleBinRequest(context: GeneratorContext): Promise<ValidRequest> {
  const { spaceId } = await pickSpaceParams(context);
  const bin = `/v1/spaces/${spaceId}/recycle-bin`;
  context.random.pick(await context.list(bin));
  // The response names no job that could be read.
  const waitForEffects = (): Promise<void> =>
    waitUntil('an empty bin', async () => (await context.list(bin)).length === 0).then(() => undefined);
  return { params: { spaceId }, query: { confirm: spaceId }, waitForEffects };
}

async function createSyncFolder(context: GeneratorContext): Promise<{ spaceId: string; folderId: string }> {
  const { spaceId } = await pickSpaceParams(context);
  const body = { name: context.random.createUniqueName('in step') };
  const { id } = await context.perform<NamedResource>('POST', `/v1/spaces/${spaceId}/sync-folders`, { body });
  return { spaceId, folderId: id };
}

/** Generators for files, their bytes and versions, and jobs. */
export const fileRequests: RequestGenerators = {
  'POST /v1/spaces/{spaceId}/folders': async (context) => {
    const { spaceId } = await pickSpaceParams(context);
    return {
      params: { spaceId },
      body: { name: context.random.createUniqueName('folder'), parentId: await context.pickParentFolderId(spaceId) },
    };
  },
  'PATCH /v1/spaces/{spaceId}/files/{fileId}': async (context) => ({
    params: await pickFileParams(context),
    body: { name: context.random.createUniqueName('renamed') },
  }),
  'PUT /v1/spaces/{spaceId}/content': async (context) => {
    const { spaceId } = await pickSpaceParams(context);
    const query = {
      name: `${context.random.createUniqueName('note')}.txt`,
      parent: await context.pickParentFolderId(spaceId),
    };
    return { params: { spaceId }, query, bytes: 'x'.repeat(1 + Math.floor(context.random.nextFloat() * 5_000)) };
  },
  'PUT /v1/spaces/{spaceId}/files/{fileId}/content': async (context) => ({
    params: await pickFileParams(context, isFile),
    bytes: context.random.createUniqueName('another content'),
  }),
  'GET /v1/spaces/{spaceId}/files/{fileId}/content': async (context) => ({
    params: await pickFileParams(context, ({ kind, name }) => kind === 'file' && name.endsWith('.txt')),
  }),
  'GET /v1/spaces/{spaceId}/files/{fileId}/versions': async (context) => ({
    params: await pickFileParams(context, isFile),
  }),
  'GET /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}': async (context) => ({
    params: await createPastVersion(context),
  }),
  'POST /v1/spaces/{spaceId}/download-links': async (context) => {
    const { spaceId, fileId } = await pickFileParams(context, isFile);
    return { params: { spaceId }, body: { fileIds: [fileId] } };
  },
  'POST /v1/spaces/{spaceId}/uploads': async (context) => ({
    params: await pickSpaceParams(context),
    body: { name: `${context.random.createUniqueName('started')}.txt`, size: 1_000 },
  }),
  'POST /v1/spaces/{spaceId}/uploads/{uploadId}/parts': async (context) => ({
    params: await startUpload(context, false),
    body: { parts: [{ number: 1, size: 12 }] },
  }),
  'POST /v1/spaces/{spaceId}/uploads/{uploadId}/complete': async (context) => ({
    params: await startUpload(context, true),
    body: {},
  }),
  'POST /v1/jobs': generateJobRequest,
  'GET /v1/jobs/{jobId}': async (context) => ({ params: await startJob(context) }),
  'GET /v1/jobs/{jobId}/events': async (context) => ({ params: await startJob(context) }),
  'POST /v1/jobs/{jobId}/cancel': async (context) => {
    const { jobId } = await startJob(context);
    return { params: { jobId }, waitForEffects: () => waitForJobEnd(context, `/v1/jobs/${jobId}`) };
  },
  'DELETE /v1/spaces/{spaceId}/recycle-bin': generateEmptyRecycleBinRequest,
  'PATCH /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}': async (context) => ({
    params: await createPastVersion(context),
    body: { keepForever: true },
  }),
  'DELETE /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}': async (context) => ({
    params: await createPastVersion(context),
  }),
  'POST /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}/restore': async (context) => ({
    params: await createPastVersion(context),
  }),
  'POST /v1/spaces/{spaceId}/files/{fileId}/entries': async (context) => ({
    params: await pickFileParams(context, ({ name }) => name.endsWith('.zip')),
    body: {},
  }),
  'POST /v1/spaces/{spaceId}/sync-folders': async (context) => ({
    params: await pickSpaceParams(context),
    body: { name: context.random.createUniqueName('in step') },
  }),
  'DELETE /v1/spaces/{spaceId}/sync-folders/{folderId}': async (context) => ({
    params: await createSyncFolder(context),
  }),
  'GET /v1/spaces/{spaceId}/sync-folders/{folderId}/changes': async (context) => ({
    params: await createSyncFolder(context),
  }),
  'GET /v1/search': async (context) => ({ query: { q: context.random.pick(['o', 'e', 'note', '会']), limit: '100' } }),
};
