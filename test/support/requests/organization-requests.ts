import { bytesPerGibibyte } from '../gateway-api.js';
import { waitForJobEnd } from './file-requests.js';
import type { RequestGenerators, NamedResource, GeneratorContext } from './generator-context.js';

const capabilities = ['list', 'preview', 'download', 'upload', 'create', 'rename', 'copy', 'move', 'delete', 'share'];
/** Quota is transferred in multiples of 10 GB. */
const transferSizeBytes = 10 * bytesPerGibibyte;

/** The departments of the first two levels: a list has one level of the tree. */
async function listDepartments(context: GeneratorContext): Promise<NamedResource[]> {
  const top = await context.list('/v1/departments');
  const children = await context.list(`/v1/departments?parent=${context.random.pick(top).id}`);
  return [...top, ...children];
}
const pickDepartmentId = async (context: GeneratorContext): Promise<string> =>
  context.random.pick(await listDepartments(context)).id;

/** The callers of tests must not be changed: all later calls would be rejected. */
const protectedUserNames = new Set(['Mei Lin', 'Jonas Weber', 'Amara Okafor', '王芳']);
const listUsers = (context: GeneratorContext): Promise<NamedResource[]> => context.list('/v1/users');
async function pickChangeableUser(context: GeneratorContext): Promise<NamedResource> {
  return context.random.pick((await listUsers(context)).filter(({ name = '' }) => !protectedUserNames.has(name)));
}

/** A user who is not enabled. If there is none, a user is disabled first. */
export async function findRemovableUserId(context: GeneratorContext): Promise<string> {
  const removable = (await listUsers(context)).filter(
    ({ name = '', status }) => !protectedUserNames.has(name) && status !== 'enabled',
  );
  if (removable.length > 0) return context.random.pick(removable).id;
  const { id } = await pickChangeableUser(context);
  await context.perform('PATCH', `/v1/users/${id}`, { body: { status: 'disabled' } });
  return id;
}

const pickGroup = async (context: GeneratorContext): Promise<NamedResource> =>
  context.random.pick(await context.list('/v1/groups'));
const listMembers = (context: GeneratorContext, groupId: string): Promise<NamedResource[]> =>
  context.list(`/v1/groups/${groupId}/members`);
async function pickMemberParams(context: GeneratorContext): Promise<{ groupId: string; userId: string }> {
  const { id: groupId } = await pickGroup(context);
  const others = (await listMembers(context, groupId)).filter(({ id }) => id !== context.caller.userId);
  return { groupId, userId: context.random.pick(others).id };
}

const departmentRequests: RequestGenerators = {
  'POST /v1/departments': async (context) => ({
    body: { name: context.random.createUniqueName('made d'), parentId: await pickDepartmentId(context) },
  }),
  'PATCH /v1/departments/{departmentId}': async (context) => ({
    params: { departmentId: await pickDepartmentId(context) },
    body: context.random.chance(0.8)
      ? { name: context.random.createUniqueName('named d') }
      : { parentId: await pickDepartmentId(context) },
  }),
  'DELETE /v1/departments/{departmentId}': async (context) => {
    const body = { name: context.random.createUniqueName('made d'), parentId: await pickDepartmentId(context) };
    const { id } = await context.perform<NamedResource>('POST', '/v1/departments', { body });
    return { params: { departmentId: id }, query: { confirm: id } };
  },
};

const userRequests: RequestGenerators = {
  'POST /v1/users': async (context) => ({
    body: {
      organizationUserId: `10086${Math.floor(context.random.nextFloat() * 1e13)}`,
      departmentId: await pickDepartmentId(context),
    },
  }),
  'PATCH /v1/users/{userId}': async (context) => {
    const { id, status } = await pickChangeableUser(context);
    const moveUser = context.random.chance(0.4);
    const body = moveUser
      ? { departmentId: await pickDepartmentId(context) }
      : { status: status === 'enabled' ? 'disabled' : 'enabled' };
    return { params: { userId: id }, body };
  },
  'DELETE /v1/users/{userId}': async (context) => {
    const id = await findRemovableUserId(context);
    return { params: { userId: id }, query: { confirm: id } };
  },
  'POST /v1/user-tasks': async (context) => {
    const userId = await findRemovableUserId(context);
    const recipients = (await listUsers(context)).filter(({ id, status }) => id !== userId && status === 'enabled');
    const body = { action: 'hand-over-and-delete', userId, receiverId: context.random.pick(recipients).id };
    return {
      body,
      query: { confirm: userId },
      waitForEffects: ({ headers }) => waitForJobEnd(context, headers.get('location') ?? ''),
    };
  },
};

const groupRequests: RequestGenerators = {
  'POST /v1/groups': (context) => ({
    body: { name: context.random.createUniqueName('made g'), kind: context.random.pick(['group', 'user-group']) },
  }),
  'PATCH /v1/groups/{groupId}': async (context) => ({
    params: { groupId: (await pickGroup(context)).id },
    body: context.random.chance(0.7) ? { name: context.random.createUniqueName('named g') } : { pinned: true },
  }),
  'DELETE /v1/groups/{groupId}': async (context) => {
    const id = await context.findOrCreateTestResource('/v1/groups', {
      path: '/v1/groups',
      body: { name: context.random.createUniqueName('made g') },
    });
    return { params: { groupId: id }, query: { confirm: id } };
  },
  'POST /v1/groups/{groupId}/members': async (context) => {
    const { id: groupId } = await pickGroup(context);
    const memberIds = new Set((await listMembers(context, groupId)).map(({ id }) => id));
    const nonMembers = (await listUsers(context)).filter(({ id }) => !memberIds.has(id));
    return { params: { groupId }, body: { userIds: context.random.pickSome(nonMembers, 2).map(({ id }) => id) } };
  },
  'POST /v1/groups/{groupId}/members/remove': async (context) => {
    const { groupId, userId } = await pickMemberParams(context);
    return { params: { groupId }, body: { userIds: [userId] } };
  },
  'PATCH /v1/groups/{groupId}/members/{userId}': async (context) => ({
    params: await pickMemberParams(context),
    body: { role: context.random.pick(['administrator', 'member', 'owner']) },
  }),
};

const findOrCreateTemplateId = (context: GeneratorContext): Promise<string> =>
  context.findOrCreateTestResource('/v1/permission-templates?kind=custom', {
    path: '/v1/permission-templates',
    body: { name: context.random.createUniqueName('made t'), capabilities: ['list'] },
  });

const permissionRequests: RequestGenerators = {
  'PATCH /v1/spaces/{spaceId}/permissions': async (context) => {
    const { id: spaceId } = await context.pickSpace(['department', 'group']);
    const members = await context.list<{ userId: string }>(`/v1/spaces/${spaceId}/permissions`);
    const userId = context.random.pick(members).userId;
    return { params: { spaceId }, body: { grants: [{ userId, ...(await pickPermission(context)) }] } };
  },
  'PUT /v1/spaces/{spaceId}/default-permission': async (context) => ({
    params: { spaceId: (await context.pickSpace(['department', 'group'])).id },
    body: await pickPermission(context),
  }),
  'POST /v1/permission-templates': (context) => ({
    body: { name: context.random.createUniqueName('made t'), capabilities: context.random.pickSome(capabilities, 9) },
  }),
  'PATCH /v1/permission-templates/{templateId}': async (context) => ({
    params: { templateId: await findOrCreateTemplateId(context) },
    body: context.random.chance(0.5)
      ? { capabilities: context.random.pickSome(capabilities, 9) }
      : { status: context.random.pick(['enabled', 'disabled']) },
  }),
  'DELETE /v1/permission-templates/{templateId}': async (context) => ({
    params: { templateId: await findOrCreateTemplateId(context) },
  }),
  'POST /v1/permission-templates/delete': async (context) => ({
    body: { ids: [await findOrCreateTemplateId(context)] },
  }),
};

async function pickPermission(context: GeneratorContext): Promise<object> {
  if (context.random.chance(0.4)) return { capabilities: context.random.pickSome(capabilities, 9) };
  return { templateId: context.random.pick(await context.list('/v1/permission-templates?status=enabled')).id };
}

/** Generators for departments, users, groups, permissions, quota and settings. */
export const organizationRequests: RequestGenerators = {
  ...departmentRequests,
  ...userRequests,
  ...groupRequests,
  ...permissionRequests,
  'POST /v1/quota/transfers': (context) => {
    const [from, to] = context.random.pickSome(['department', 'individual', 'group'], 3);
    return {
      body: { from, to: [{ kind: to ?? (from === 'group' ? 'department' : 'group'), size: transferSizeBytes }] },
    };
  },
  'PUT /v1/settings/package-retention': (context) => ({ body: { days: context.random.pick([1, 3, 7, 30]) } }),
};
