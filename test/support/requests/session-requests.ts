import { seedOrganizationId } from '../gateway-api.js';
import { waitForJobEnd } from './file-requests.js';
import { findRemovableUserId } from './organization-requests.js';
import type { RequestGenerators, NamedResource } from './generator-context.js';

/** Generators for routes that only a signed-in browser may call, and for the recipient of a deleted user's files. */
export const sessionRequests: RequestGenerators = {
  'POST /v1/organization/user-limit': () => ({ body: { organizationId: seedOrganizationId } }),
  'POST /v1/users/import-checks': async (context) => {
    const { id } = context.random.pick(await context.list('/v1/departments'));
    return { body: { departmentId: id, users: [{ departmentName: 'Sales 销售部' }] } };
  },
  'GET /v1/me/sessions': () => ({}),
  'DELETE /v1/me/sessions/{sessionId}': async (context) => {
    const { items } = await context.fetchJson<{ items: NamedResource[] }>('/v1/me/sessions');
    return { params: { sessionId: context.random.pick(items).id } };
  },
  'DELETE /v1/me/sessions': () => ({}),
  'GET /auth/session': () => ({}),
  'POST /auth/logout': () => ({}),
  'GET /v1/users/{userId}/hand-over-receiver': async (context) => {
    const userId = await findRemovableUserId(context);
    const body = { action: 'hand-over-and-delete', userId, receiverId: context.caller.userId };
    const task = await context.perform<NamedResource>('POST', `/v1/user-tasks?confirm=${userId}`, { body });
    await waitForJobEnd(context, `/v1/user-tasks/${task.id}`);
    return { params: { userId } };
  },
};
