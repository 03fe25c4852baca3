import { until } from '../deadline.js';
import type { Answer } from '../stack.js';
import type { File, Makers, Named, Scene, ValidRequest } from './scene.js';

const isFile = ({ kind }: File): boolean => kind === 'file';

async function inSpace(scene: Scene): Promise<{ spaceId: string }> {
  return { spaceId: (await scene.space()).id };
}

async function ofFile(scene: Scene, wanted?: (file: File) => boolean): Promise<{ spaceId: string; fileId: string }> {
  const { id: spaceId } = await scene.space();
  return { spaceId, fileId: (await scene.file(spaceId, wanted)).id };
}

/** A file of our own with a version that is over. */
async function pastVersion(scene: Scene): Promise<{ spaceId: string; fileId: string; versionId: string }> {
  const { id: spaceId } = await scene.space();
  const name = encodeURIComponent(`${scene.choice.word('versioned')}.txt`);
  const file = await scene.did<Named>('PUT', `/v1/spaces/${spaceId}/content?name=${name}`, { bytes: 'first' });
  const at = `/v1/spaces/${spaceId}/files/${file.id}`;
  await scene.did('PUT', `${at}/content`, { bytes: scene.choice.word('second') });
  const versions = await scene.list<{ id: string; current: boolean }>(`${at}/versions`);
  return { spaceId, fileId: file.id, versionId: scene.choice.pick(versions.filter(({ current }) => !current)).id };
}

/** An upload that was begun, its bytes sent. */
async function begunUpload(scene: Scene, send: boolean): Promise<{ spaceId: string; uploadId: string }> {
  const { spaceId } = await inSpace(scene);
  const bytes = 'sent by hand';
  const name = `${scene.choice.word('upload')}.txt`;
  const upload = await scene.did<{ id: string; parts: { url: string }[] }>('POST', `/v1/spaces/${spaceId}/uploads`, {
    body: { name, size: bytes.length },
  });
  if (send)
    await fetch(upload.parts[0]?.url ?? '', { method: 'PUT', body: bytes, signal: AbortSignal.timeout(10_000) });
  return { spaceId, uploadId: upload.id };
}

/** Reads a job through the gateway that is tried until it is over. */
export async function follow(scene: Scene, path: string): Promise<void> {
  const ends = ['completed', 'cancelled', 'succeeded', 'failed'];
  await until(`the end of ${path}`, async () => {
    const job = await scene.did<{ status: string }>('GET', path);
    return ends.includes(job.status) ? job : undefined;
  });
}

const followed =
  (scene: Scene) =>
  ({ headers }: Answer): Promise<void> =>
    follow(scene, headers.get('location') ?? '');

async function job(scene: Scene): Promise<ValidRequest> {
  const { choice } = scene;
  const action = choice.pick(['copy', 'move', 'delete', 'delete', 'restore', 'extract', 'package']);
  const { id: spaceId } = await scene.space();
  const after = followed(scene);
  if (action === 'restore') {
    const recycled = await scene.list<File>(`/v1/spaces/${spaceId}/recycle-bin`);
    return { body: { action, spaceId, fileIds: choice.some(recycled, 2).map(({ id }) => id) }, after };
  }
  const zipped = ({ name }: File): boolean => name.endsWith('.zip');
  const fileIds = [(await scene.file(spaceId, action === 'extract' ? zipped : undefined)).id];
  const body = { action, spaceId, fileIds };
  if (action === 'delete') return { body: { ...body, permanently: choice.chance(0.2) }, after };
  if (action === 'package') return { body, after };
  const targetSpaceId = (await scene.space()).id;
  return { body: { ...body, targetSpaceId, targetFolderId: await scene.parent(targetSpaceId) }, after };
}

async function startedJob(scene: Scene): Promise<{ jobId: string }> {
  const { spaceId, fileId } = await ofFile(scene);
  const folder = await scene.did<Named>('POST', `/v1/spaces/${spaceId}/folders`, {
    body: { name: scene.choice.word('copies') },
  });
  const body = { action: 'copy', spaceId, fileIds: [fileId], targetFolderId: folder.id };
  return { jobId: (await scene.did<Named>('POST', '/v1/jobs', { body })).id };
}

async function emptiedBin(scene: Scene): Promise<ValidRequest> {
  const { spaceId } = await inSpace(scene);
  const bin = `/v1/spaces/${spaceId}/recycle-bin`;
  scene.choice.pick(await scene.list(bin));
  // Nothing tells the end: no job is named.
  const after = (): Promise<void> =>
    until('an empty bin', async () => (await scene.list(bin)).length === 0).then(() => undefined);
  return { params: { spaceId }, query: { confirm: spaceId }, after };
}

async function syncFolder(scene: Scene): Promise<{ spaceId: string; folderId: string }> {
  const { spaceId } = await inSpace(scene);
  const body = { name: scene.choice.word('in step') };
  const { id } = await scene.did<Named>('POST', `/v1/spaces/${spaceId}/sync-folders`, { body });
  return { spaceId, folderId: id };
}

/** Files, their bytes and versions, and the jobs on them. */
export const ofFiles: Makers = {
  'POST /v1/spaces/{spaceId}/folders': async (scene) => {
    const { spaceId } = await inSpace(scene);
    return { params: { spaceId }, body: { name: scene.choice.word('folder'), parentId: await scene.parent(spaceId) } };
  },
  'PATCH /v1/spaces/{spaceId}/files/{fileId}': async (scene) => ({
    params: await ofFile(scene),
    body: { name: scene.choice.word('renamed') },
  }),
  'PUT /v1/spaces/{spaceId}/content': async (scene) => {
    const { spaceId } = await inSpace(scene);
    const query = { name: `${scene.choice.word('note')}.txt`, parent: await scene.parent(spaceId) };
    return { params: { spaceId }, query, bytes: 'x'.repeat(1 + Math.floor(scene.choice.number() * 5_000)) };
  },
  'PUT /v1/spaces/{spaceId}/files/{fileId}/content': async (scene) => ({
    params: await ofFile(scene, isFile),
    bytes: scene.choice.word('another content'),
  }),
  'GET /v1/spaces/{spaceId}/files/{fileId}/content': async (scene) => ({
    params: await ofFile(scene, ({ kind, name }) => kind === 'file' && name.endsWith('.txt')),
  }),
  'GET /v1/spaces/{spaceId}/files/{fileId}/versions': async (scene) => ({ params: await ofFile(scene, isFile) }),
  'GET /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}': async (scene) => ({
    params: await pastVersion(scene),
  }),
  'POST /v1/spaces/{spaceId}/download-links': async (scene) => {
    const { spaceId, fileId } = await ofFile(scene, isFile);
    return { params: { spaceId }, body: { fileIds: [fileId] } };
  },
  'POST /v1/spaces/{spaceId}/uploads': async (scene) => ({
    params: await inSpace(scene),
    body: { name: `${scene.choice.word('begun')}.txt`, size: 1_000 },
  }),
  'POST /v1/spaces/{spaceId}/uploads/{uploadId}/parts': async (scene) => ({
    params: await begunUpload(scene, false),
    body: { parts: [{ number: 1, size: 12 }] },
  }),
  'POST /v1/spaces/{spaceId}/uploads/{uploadId}/complete': async (scene) => ({
    params: await begunUpload(scene, true),
    body: {},
  }),
  'POST /v1/jobs': job,
  'GET /v1/jobs/{jobId}': async (scene) => ({ params: await startedJob(scene) }),
  'GET /v1/jobs/{jobId}/events': async (scene) => ({ params: await startedJob(scene) }),
  'POST /v1/jobs/{jobId}/cancel': async (scene) => {
    const { jobId } = await startedJob(scene);
    return { params: { jobId }, after: () => follow(scene, `/v1/jobs/${jobId}`) };
  },
  'DELETE /v1/spaces/{spaceId}/recycle-bin': emptiedBin,
  'PATCH /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}': async (scene) => ({
    params: await pastVersion(scene),
    body: { keepForever: true },
  }),
  'DELETE /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}': async (scene) => ({
    params: await pastVersion(scene),
  }),
  'POST /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}/restore': async (scene) => ({
    params: await pastVersion(scene),
  }),
  'POST /v1/spaces/{spaceId}/files/{fileId}/entries': async (scene) => ({
    params: await ofFile(scene, ({ name }) => name.endsWith('.zip')),
    body: {},
  }),
  'POST /v1/spaces/{spaceId}/sync-folders': async (scene) => ({
    params: await inSpace(scene),
    body: { name: scene.choice.word('in step') },
  }),
  'DELETE /v1/spaces/{spaceId}/sync-folders/{folderId}': async (scene) => ({ params: await syncFolder(scene) }),
  'GET /v1/spaces/{spaceId}/sync-folders/{folderId}/changes': async (scene) => ({ params: await syncFolder(scene) }),
  'GET /v1/search': async (scene) => ({ query: { q: scene.choice.pick(['o', 'e', 'note', '会']), limit: '100' } }),
};
