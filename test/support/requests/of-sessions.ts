import { follow } from './of-files.js';
import { removable } from './of-organization.js';
import type { Makers, Named } from './scene.js';

const organizationId = '9190086000001210958';

/** What only a signed-in browser may, and what is told of users who are let go. */
export const ofSessions: Makers = {
  'POST /v1/organization/user-limit': () => ({ body: { organizationId } }),
  'POST /v1/users/import-checks': async (scene) => {
    const { id } = scene.choice.pick(await scene.list('/v1/departments'));
    return { body: { departmentId: id, users: [{ departmentName: 'Sales 销售部' }] } };
  },
  'GET /v1/me/sessions': () => ({}),
  'DELETE /v1/me/sessions/{sessionId}': async (scene) => {
    const { items } = await scene.one<{ items: Named[] }>('/v1/me/sessions');
    return { params: { sessionId: scene.choice.pick(items).id } };
  },
  'DELETE /v1/me/sessions': () => ({}),
  'GET /auth/session': () => ({}),
  'POST /auth/logout': () => ({}),
  'GET /v1/users/{userId}/hand-over-receiver': async (scene) => {
    const userId = await removable(scene);
    const body = { action: 'hand-over-and-delete', userId, receiverId: scene.caller.userId };
    const task = await scene.did<Named>('POST', `/v1/user-tasks?confirm=${userId}`, { body });
    await follow(scene, `/v1/user-tasks/${task.id}`);
    return { params: { userId } };
  },
};
