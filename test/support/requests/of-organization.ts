import { follow } from './of-files.js';
import type { Makers, Named, Scene } from './scene.js';

const capabilities = ['list', 'preview', 'download', 'upload', 'create', 'rename', 'copy', 'move', 'delete', 'share'];
const step = 10 * 1024 ** 3;

/** Departments are a tree, of which a list shows one level. */
async function departments(scene: Scene): Promise<Named[]> {
  const top = await scene.list('/v1/departments');
  const below = await scene.list(`/v1/departments?parent=${scene.choice.pick(top).id}`);
  return [...top, ...below];
}
const department = async (scene: Scene): Promise<string> => scene.choice.pick(await departments(scene)).id;

/** Those who call in tests stay as they are: a run would end with them. */
const spared = new Set(['Mei Lin', 'Jonas Weber', 'Amara Okafor', '王芳']);
const users = (scene: Scene): Promise<Named[]> => scene.list('/v1/users');
async function changeable(scene: Scene): Promise<Named> {
  return scene.choice.pick((await users(scene)).filter(({ name = '' }) => !spared.has(name)));
}
/** Somebody who is not enabled; somebody is disabled for it where there is nobody. */
export async function removable(scene: Scene): Promise<string> {
  const found = (await users(scene)).filter(({ name = '', status }) => !spared.has(name) && status !== 'enabled');
  if (found.length > 0) return scene.choice.pick(found).id;
  const { id } = await changeable(scene);
  await scene.did('PATCH', `/v1/users/${id}`, { body: { status: 'disabled' } });
  return id;
}

const group = async (scene: Scene): Promise<Named> => scene.choice.pick(await scene.list('/v1/groups'));
const members = (scene: Scene, groupId: string): Promise<Named[]> => scene.list(`/v1/groups/${groupId}/members`);
async function member(scene: Scene): Promise<{ groupId: string; userId: string }> {
  const { id: groupId } = await group(scene);
  const others = (await members(scene, groupId)).filter(({ id }) => id !== scene.caller.userId);
  return { groupId, userId: scene.choice.pick(others).id };
}

const ofDepartments: Makers = {
  'POST /v1/departments': async (scene) => ({
    body: { name: scene.choice.word('made d'), parentId: await department(scene) },
  }),
  'PATCH /v1/departments/{departmentId}': async (scene) => ({
    params: { departmentId: await department(scene) },
    body: scene.choice.chance(0.8) ? { name: scene.choice.word('named d') } : { parentId: await department(scene) },
  }),
  'DELETE /v1/departments/{departmentId}': async (scene) => {
    const body = { name: scene.choice.word('made d'), parentId: await department(scene) };
    const { id } = await scene.did<Named>('POST', '/v1/departments', { body });
    return { params: { departmentId: id }, query: { confirm: id } };
  },
};

const ofUsers: Makers = {
  'POST /v1/users': async (scene) => ({
    body: {
      organizationUserId: `10086${Math.floor(scene.choice.number() * 1e13)}`,
      departmentId: await department(scene),
    },
  }),
  'PATCH /v1/users/{userId}': async (scene) => {
    const { id, status } = await changeable(scene);
    const moved = scene.choice.chance(0.4);
    const body = moved
      ? { departmentId: await department(scene) }
      : { status: status === 'enabled' ? 'disabled' : 'enabled' };
    return { params: { userId: id }, body };
  },
  'DELETE /v1/users/{userId}': async (scene) => {
    const id = await removable(scene);
    return { params: { userId: id }, query: { confirm: id } };
  },
  'POST /v1/user-tasks': async (scene) => {
    const userId = await removable(scene);
    const receivers = (await users(scene)).filter(({ id, status }) => id !== userId && status === 'enabled');
    const body = { action: 'hand-over-and-delete', userId, receiverId: scene.choice.pick(receivers).id };
    return { body, query: { confirm: userId }, after: ({ headers }) => follow(scene, headers.get('location') ?? '') };
  },
};

const ofGroups: Makers = {
  'POST /v1/groups': (scene) => ({
    body: { name: scene.choice.word('made g'), kind: scene.choice.pick(['group', 'user-group']) },
  }),
  'PATCH /v1/groups/{groupId}': async (scene) => ({
    params: { groupId: (await group(scene)).id },
    body: scene.choice.chance(0.7) ? { name: scene.choice.word('named g') } : { pinned: true },
  }),
  'DELETE /v1/groups/{groupId}': async (scene) => {
    const id = await scene.ours('/v1/groups', { path: '/v1/groups', body: { name: scene.choice.word('made g') } });
    return { params: { groupId: id }, query: { confirm: id } };
  },
  'POST /v1/groups/{groupId}/members': async (scene) => {
    const { id: groupId } = await group(scene);
    const inside = new Set((await members(scene, groupId)).map(({ id }) => id));
    const outside = (await users(scene)).filter(({ id }) => !inside.has(id));
    return { params: { groupId }, body: { userIds: scene.choice.some(outside, 2).map(({ id }) => id) } };
  },
  'POST /v1/groups/{groupId}/members/remove': async (scene) => {
    const { groupId, userId } = await member(scene);
    return { params: { groupId }, body: { userIds: [userId] } };
  },
  'PATCH /v1/groups/{groupId}/members/{userId}': async (scene) => ({
    params: await member(scene),
    body: { role: scene.choice.pick(['administrator', 'member', 'owner']) },
  }),
};

const templateOf = (scene: Scene): Promise<string> =>
  scene.ours('/v1/permission-templates?kind=custom', {
    path: '/v1/permission-templates',
    body: { name: scene.choice.word('made t'), capabilities: ['list'] },
  });

const ofPermissions: Makers = {
  'PATCH /v1/spaces/{spaceId}/permissions': async (scene) => {
    const { id: spaceId } = await scene.space(['department', 'group']);
    const people = await scene.list<{ userId: string }>(`/v1/spaces/${spaceId}/permissions`);
    const userId = scene.choice.pick(people).userId;
    return { params: { spaceId }, body: { grants: [{ userId, ...(await granted(scene)) }] } };
  },
  'PUT /v1/spaces/{spaceId}/default-permission': async (scene) => ({
    params: { spaceId: (await scene.space(['department', 'group'])).id },
    body: await granted(scene),
  }),
  'POST /v1/permission-templates': (scene) => ({
    body: { name: scene.choice.word('made t'), capabilities: scene.choice.some(capabilities, 9) },
  }),
  'PATCH /v1/permission-templates/{templateId}': async (scene) => ({
    params: { templateId: await templateOf(scene) },
    body: scene.choice.chance(0.5)
      ? { capabilities: scene.choice.some(capabilities, 9) }
      : { status: scene.choice.pick(['enabled', 'disabled']) },
  }),
  'DELETE /v1/permission-templates/{templateId}': async (scene) => ({
    params: { templateId: await templateOf(scene) },
  }),
  'POST /v1/permission-templates/delete': async (scene) => ({ body: { ids: [await templateOf(scene)] } }),
};

async function granted(scene: Scene): Promise<object> {
  if (scene.choice.chance(0.4)) return { capabilities: scene.choice.some(capabilities, 9) };
  return { templateId: scene.choice.pick(await scene.list('/v1/permission-templates?status=enabled')).id };
}

/** People, how they are grouped, what they may, and what they are given. */
export const ofOrganization: Makers = {
  ...ofDepartments,
  ...ofUsers,
  ...ofGroups,
  ...ofPermissions,
  'POST /v1/quota/transfers': (scene) => {
    const [from, to] = scene.choice.some(['department', 'individual', 'group'], 3);
    return { body: { from, to: [{ kind: to ?? (from === 'group' ? 'department' : 'group'), size: step }] } };
  },
  'PUT /v1/settings/package-retention': (scene) => ({ body: { days: scene.choice.pick([1, 3, 7, 30]) } }),
};
