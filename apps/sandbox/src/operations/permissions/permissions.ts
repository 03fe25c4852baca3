import { BigNumber, Refusal, type Handlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { capabilitiesIn } from '../../state/permissions/capabilities.js';
import type { Grant } from '../../state/permissions/grants.js';
import { ANONYMOUS, MANAGE, SPACE_ONLY, TemplateStatus } from '../../state/permissions/permission-templates.js';
import { capabilitiesOf, grantFor, groupRoleOf, mayManage, membersOf } from '../../state/permissions/rights.js';
import { SpaceKind, type Space } from '../../state/spaces/spaces.js';
import { masked } from '../formats.js';
import { rows, text, whole } from '../input.js';

/** The permission pages number department 0 and group 1, unlike the space pages. */
const kinds: Readonly<Record<number, SpaceKind>> = { 0: SpaceKind.department, 1: SpaceKind.group };
const codeOf = (kind: SpaceKind): number => (kind === SpaceKind.group ? 1 : 0);

/** Who may do what in a team space. The app may all; a user whom the app names needs the right to manage. */
export function permissionHandlers(drive: Drive): Handlers {
  return {
    getUserPermissionList: (request) => list(drive, request),
    permissionBatchUpdate: (request) => update(drive, request),
    initialMemberPermission: ({ path }) => ({ data: initial(drive, ownedBy(drive, path.spaceId ?? '')) }),
    addMemberInitialPermission: (request) => {
      const space = ownedBy(drive, String(request.body.spaceId));
      requireManager(drive, request, space);
      const { templateId, capabilities } = request.body;
      drive.grants.setInitial(space.ownerId, grantOf(drive, templateId, capabilities));
      return {};
    },
  };
}

function ownedBy(drive: Drive, ownerId: string): Space {
  const [space] = drive.spaces.ownedBy(ownerId).filter(({ kind }) => kind !== SpaceKind.individual);
  if (!space) throw new Refusal(13000301, ownerId);
  return space;
}

/** Refuses with 13000102 where kind and owner do not fit the space. */
function spaceIn(drive: Drive, containerId: string, spaceType: unknown, ownerId?: string): Space {
  const space = drive.spaces.get(containerId);
  if (space.kind !== kinds[whole(spaceType) ?? -1]) throw new Refusal(13000102, 'type of the space');
  if (ownerId !== undefined && ownerId !== space.ownerId) throw new Refusal(13000102, 'owner of the space');
  return space;
}

/** Refuses with 13000410 where a user is named who may not change who may what: without the preset Manage. */
function requireManager(drive: Drive, { headers }: OperationRequest, space: Space): 'manager' | 'member' {
  const userId = text(headers['x-user-id']);
  if (userId === undefined || mayManage(drive, userId, space)) return 'manager';
  const granted = drive.grants.of(space.containerId, userId);
  if (granted?.templateId !== MANAGE) throw new Refusal(13000410, space.containerId);
  return 'member';
}

/** Refuses with 13000309 (no such template) and 13000102 (one that is disabled, or rights that are missing). */
export function grantOf(drive: Drive, templateId: unknown, capabilities: unknown): Grant {
  const id = String(templateId);
  const at = drive.clock.now();
  if (id !== ANONYMOUS) {
    if (drive.templates.get(id).status === TemplateStatus.disabled) throw new Refusal(13000102, 'a disabled template');
    return { templateId: id, capabilities: undefined, at };
  }
  if (capabilities === undefined) throw new Refusal(13000102, 'capabilities');
  return { templateId: id, capabilities: capabilitiesIn(capabilities), at };
}

function list(drive: Drive, request: OperationRequest): Record<string, unknown> {
  const { query } = request;
  const ownerId = whole(query.spaceType) === 1 ? query.groupId : query.deptId;
  const space = spaceIn(drive, query.containerId ?? '', query.spaceType, ownerId ?? '');
  const name = text(query.userName)?.toLowerCase();
  const all = membersOf(drive, space)
    .map((userId) => rowOf(drive, space, userId, text(query.fileId)))
    .filter((row) => query.templateId === undefined || row.templateId === query.templateId)
    .filter((row) => !name || row.userName.toLowerCase().includes(name));
  const start = whole(query.cursor) ?? 0;
  if (!Number.isSafeInteger(start)) throw new Refusal(13000102, 'cursor');
  const end = start + (whole(query.count) ?? 100);
  return { userPermissonList: all.slice(start, end), ...(end < all.length && { nextCursor: String(end) }) };
}

function rowOf(drive: Drive, space: Space, userId: string, fileId: string | undefined) {
  const user = drive.users.find(userId);
  const deptId = user?.deptId ?? '';
  const grant = grantFor(drive, userId, space, fileId);
  const templates = drive.templates.list();
  return {
    ...{ userId, userName: user?.name ?? '', mobile: masked(user?.mobile ?? ''), deptId },
    deptName: drive.departments.find(deptId)?.name ?? '',
    templateId: grant.templateId,
    templateName: templates.find(({ id }) => id === grant.templateId)?.name ?? '',
    // The table says a list, all other pages one object (x-doc-conflict).
    capabilities: [capabilitiesOf(drive, grant)],
    ...(space.kind === SpaceKind.group
      ? { groupName: drive.groups.find(space.ownerId)?.name ?? '', groupRole: groupRoleOf(drive, space, userId) }
      : { deptRole: user?.role ?? 1 }),
  };
}

/** Members who were given Manage change the rights of others, but neither give Manage nor touch who has it. */
function update(drive: Drive, request: OperationRequest): Record<string, never> {
  const { body } = request;
  const space = spaceIn(drive, String(body.container), body.type);
  const as = requireManager(drive, request, space);
  const fileId = text(body.fileId);
  const changes = rows(body.amendModRoles).map(({ userId, template, capabilities }) => ({
    userId: String(userId),
    grant: grantOf(drive, template, capabilities),
  }));
  const members = membersOf(drive, space);
  for (const { userId, grant } of changes) {
    if (!members.includes(userId)) throw new Refusal(13000309, `member ${userId}`);
    if (fileId !== undefined && SPACE_ONLY.includes(grant.templateId)) throw new Refusal(13000102, 'not on a file');
    const managing =
      mayManage(drive, userId, space) || drive.grants.of(space.containerId, userId)?.templateId === MANAGE;
    if (as === 'member' && (managing || grant.templateId === MANAGE)) throw new Refusal(13000410, userId);
  }
  for (const { userId, grant } of changes) drive.grants.give(fileId ?? space.containerId, userId, grant);
  return {};
}

function initial(drive: Drive, space: Space): Record<string, unknown> {
  const grant = drive.grants.initialOf(space.ownerId) ?? { templateId: MANAGE, capabilities: undefined, at: 0 };
  return {
    spaceId: new BigNumber(space.ownerId),
    ...{ containerId: space.containerId, spaceType: codeOf(space.kind), templateId: grant.templateId },
    templateName: drive.templates.list().find(({ id }) => id === grant.templateId)?.name ?? '',
    capabilities: capabilitiesOf(drive, grant),
  };
}
