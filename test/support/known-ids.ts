import { finished, keyFor, type List, upload } from './drive.js';
import type { Stack } from './stack.js';

interface Named {
  readonly id: string;
  readonly name?: string;
}
const nothing: Named = { id: 'nothing' };

/** Ids that exist, by the name that stands for them in addresses and bodies. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

/** Finds what the seed data has, and makes what it has not; the same after each reset of the sandbox. */
export async function knownIds(stack: Stack): Promise<KnownIds> {
  const made = async (path: string, body: object): Promise<{ id: string; code?: string }> =>
    (await stack.call('POST', path, { body })).json();
  /** Past what is kept: the sandbox may have been reset meanwhile. */
  const entries = async (path: string, key = stack.key): Promise<Named[]> =>
    (await stack.call('GET', path, { key, headers: { 'cache-control': 'no-cache' } })).json<List<Named>>().items;
  const listed = async (path: string, key?: string): Promise<string[]> =>
    (await entries(path, key)).map(({ id }) => id);
  const [space = nothing] = await entries('/v1/spaces?kind=individual');
  const [team = nothing] = await entries('/v1/organization/spaces?kind=department');
  const files = await entries(`/v1/spaces/${space.id}/files`);
  const named = (wanted: string): Named => files.find(({ name }) => name === wanted) ?? nothing;
  const folder = named('Documents');
  const archive = named('trip.zip');
  const file = await upload(stack, space.id, 'versions.txt', 'first');
  const at = `/v1/spaces/${space.id}`;
  await stack.call('PUT', `${at}/files/${file.id}/content`, { bytes: 'second' });
  // The newest comes first, and is the current one.
  const [, ...versions] = await listed(`${at}/files/${file.id}/versions`);
  const started = await made(`${at}/uploads`, { name: 'begun.txt', size: 5 });
  const job = await finished(stack, {
    action: 'copy',
    spaceId: space.id,
    fileIds: [file.id],
    targetFolderId: folder.id,
  });
  const share = await made('/v1/shares', {
    spaceId: space.id,
    fileIds: [file.id],
    scope: 'organization',
    validDays: 7,
  });
  const received = await listed('/v1/shares/received');
  const template = await made('/v1/permission-templates', { name: 'Known', capabilities: ['list'] });
  const linkJob = await made(`/v1/share-links/${share.code ?? ''}/jobs`, {
    action: 'package',
    fileIds: [file.id],
    name: 'x',
  });
  const sync = await made(`${at}/sync-folders`, { name: 'In step' });
  return {
    spaceId: [space.id, space.id, team.id],
    fileId: [folder.id, archive.id, file.id, file.id],
    versionId: versions,
    folderId: [sync.id],
    parentId: ['root', folder.id],
    uploadId: [started.id],
    jobId: [job.id],
    linkJobId: [linkJob.id],
    code: [share.code ?? ''],
    shareId: [share.id, ...received],
    messageId: await listed('/v1/messages'),
    // Whoever calls stays as they are, else everything after would be refused.
    userId: (await entries('/v1/users')).filter(({ name = '' }) => !calling.includes(name)).map(({ id }) => id),
    departmentId: await listed('/v1/departments'),
    groupId: await listed('/v1/groups', await jonas(stack)),
    templateId: [template.id],
    taskId: await listed('/v1/user-tasks'),
    organizationId: ['9190086000001210958'],
  };
}

/** Whose keys random requests come with. */
export const calling: readonly string[] = ['Mei Lin', 'Jonas Weber'];

const keys = new WeakMap<Stack, Promise<string>>();
/** The first user is in no group. */
function jonas(stack: Stack): Promise<string> {
  const key = keys.get(stack) ?? keyFor(stack, 'Jonas Weber');
  keys.set(stack, key);
  return key;
}

const others: Readonly<Record<string, string>> = {
  parent: 'parentId',
  targetFolderId: 'parentId',
  targetSpaceId: 'spaceId',
  department: 'departmentId',
  root: 'departmentId',
  receiverId: 'userId',
  ownerId: 'userId',
  operator: 'userId',
};

/** Those that go where a route has a parameter or member of that name: `fileIds` takes what `fileId` does. */
export function idsNamed(known: KnownIds, path: string, name: string): readonly string[] {
  const single = name.replace(/Ids$/, 'Id');
  if (name === 'ids') return (path.includes('messages') ? known.messageId : known.templateId) ?? [];
  if (single === 'jobId' && path.includes('-links/')) return known.linkJobId ?? [];
  if (single === 'fileId' && /versions|links/.test(path)) return known.fileId?.slice(-1) ?? [];
  return known[others[single] ?? single] ?? [];
}
