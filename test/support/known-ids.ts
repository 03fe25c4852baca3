import {
  issueKeyFor,
  type ListResponse,
  noCacheHeaders,
  runJobToEnd,
  seedOrganizationId,
  uploadFile,
} from './gateway-api.js';
import type { GatewayStack } from './gateway-stack.js';

interface NamedResource {
  readonly id: string;
  readonly name?: string;
}
const missingResource: NamedResource = { id: 'nothing' };

/** Ids that exist, by the name of the parameter or member that takes them. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

/** Collects ids of the seed data and creates the missing resources. The result is the same after each reset of the sandbox. */
export async function collectKnownIds(stack: GatewayStack): Promise<KnownIds> {
  const create = async (path: string, body: object): Promise<{ id: string; code?: string }> =>
    (await stack.call('POST', path, { body })).json();
  /** Bypasses the cache: the sandbox may have been reset since the last read. */
  const listResources = async (path: string, key = stack.key): Promise<NamedResource[]> =>
    (await stack.call('GET', path, { key, headers: noCacheHeaders })).json<ListResponse<NamedResource>>().items;
  const listIds = async (path: string, key?: string): Promise<string[]> =>
    (await listResources(path, key)).map(({ id }) => id);
  const [space = missingResource] = await listResources('/v1/spaces?kind=individual');
  const [team = missingResource] = await listResources('/v1/organization/spaces?kind=department');
  const files = await listResources(`/v1/spaces/${space.id}/files`);
  const findFile = (fileName: string): NamedResource => files.find(({ name }) => name === fileName) ?? missingResource;
  const folder = findFile('Documents');
  const archive = findFile('trip.zip');
  const file = await uploadFile(stack, space.id, 'versions.txt', 'first');
  const spacePath = `/v1/spaces/${space.id}`;
  await stack.call('PUT', `${spacePath}/files/${file.id}/content`, { bytes: 'second' });
  // The first version is the newest, and the current one.
  const [, ...versions] = await listIds(`${spacePath}/files/${file.id}/versions`);
  const upload = await create(`${spacePath}/uploads`, { name: 'started.txt', size: 5 });
  const job = await runJobToEnd(stack, {
    action: 'copy',
    spaceId: space.id,
    fileIds: [file.id],
    targetFolderId: folder.id,
  });
  const share = await create('/v1/shares', {
    spaceId: space.id,
    fileIds: [file.id],
    scope: 'organization',
    validDays: 7,
  });
  const received = await listIds('/v1/shares/received');
  const template = await create('/v1/permission-templates', { name: 'Known', capabilities: ['list'] });
  const linkJob = await create(`/v1/share-links/${share.code ?? ''}/jobs`, {
    action: 'package',
    fileIds: [file.id],
    name: 'x',
  });
  const syncFolder = await create(`${spacePath}/sync-folders`, { name: 'In step' });
  return {
    spaceId: [space.id, space.id, team.id],
    fileId: [folder.id, archive.id, file.id, file.id],
    versionId: versions,
    folderId: [syncFolder.id],
    parentId: ['root', folder.id],
    uploadId: [upload.id],
    jobId: [job.id],
    linkJobId: [linkJob.id],
    code: [share.code ?? ''],
    shareId: [share.id, ...received],
    messageId: await listIds('/v1/messages'),
    // Random requests must not change the callers themselves: all later calls would be rejected.
    userId: (await listResources('/v1/users'))
      .filter(({ name = '' }) => !fuzzCallerNames.includes(name))
      .map(({ id }) => id),
    departmentId: await listIds('/v1/departments'),
    groupId: await listIds('/v1/groups', await issueJonasKey(stack)),
    templateId: [template.id],
    taskId: await listIds('/v1/user-tasks'),
    organizationId: [seedOrganizationId],
  };
}

/** The users whose keys random requests use. */
export const fuzzCallerNames: readonly string[] = ['Mei Lin', 'Jonas Weber'];

const keysByStack = new WeakMap<GatewayStack, Promise<string>>();

/** Jonas is a member of all groups of the seed data. */
function issueJonasKey(stack: GatewayStack): Promise<string> {
  const key = keysByStack.get(stack) ?? issueKeyFor(stack, 'Jonas Weber');
  keysByStack.set(stack, key);
  return key;
}

const parameterAliases: Readonly<Record<string, string>> = {
  parent: 'parentId',
  targetFolderId: 'parentId',
  targetSpaceId: 'spaceId',
  department: 'departmentId',
  root: 'departmentId',
  receiverId: 'userId',
  ownerId: 'userId',
  operator: 'userId',
};

/** The ids for a parameter or member of that name in a route: `fileIds` takes the same ids as `fileId`. */
export function findKnownIds(known: KnownIds, path: string, name: string): readonly string[] {
  const single = name.replace(/Ids$/, 'Id');
  if (name === 'ids') return (path.includes('messages') ? known.messageId : known.templateId) ?? [];
  if (single === 'jobId' && path.includes('-links/')) return known.linkJobId ?? [];
  if (single === 'fileId' && /versions|links/.test(path)) return known.fileId?.slice(-1) ?? [];
  return known[parameterAliases[single] ?? single] ?? [];
}
