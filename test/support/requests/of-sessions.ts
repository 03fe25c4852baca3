import type { Makers } from './scene.js';

const organizationId = '9190086000001210958';

/** What only a signed-in browser may. */
export const ofSessions: Makers = {
  'POST /v1/organization/user-limit': () => ({ body: { organizationId } }),
  'POST /v1/users/import-checks': async (scene) => {
    const { id } = scene.choice.pick(await scene.list('/v1/departments'));
    return { body: { departmentId: id, users: [{ departmentName: 'Sales 销售部' }] } };
  },
};
