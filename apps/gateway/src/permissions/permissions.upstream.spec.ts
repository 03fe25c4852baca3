import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { toCapabilityFlags } from '../upstream/capabilities.js';
import {
  grantPermissions,
  listPermissions,
  readDefaultPermission,
  setDefaultPermission,
  type TeamSpace,
} from './permissions.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream.close());

const success = { code: 0, msg: 'success' };
const group: TeamSpace = { kind: 'group', ownerId: '1320279092268104961', rootFolderId: 'r' };
const department: TeamSpace = { kind: 'department', ownerId: '1570902000000004673', rootFolderId: 'r' };
const userId = '1316083732377070977';

describe('the permissions in a space', () => {
  it.each([
    ['a list of capabilities', [toCapabilityFlags(['preview'])]],
    ['one object of capabilities', toCapabilityFlags(['preview'])],
  ])('are read from %s', async (_title, capabilities) => {
    const row = { userId, userName: 'Jonas', templateId: '-1', groupRole: '2', capabilities };
    upstream = await startDocumentedUpstream({ getUserPermissionList: { ...success, userPermissonList: [row] } });
    expect(await listPermissions(upstream.koodrive, 'I1', group, { limit: 10 })).toEqual({
      items: [{ userId, userName: 'Jonas', groupRole: 'member', capabilities: ['preview'] }],
      nextCursor: null,
    });
  });

  it.each([
    [group, 'spaceType=1&groupId=1320279092268104961'],
    [department, 'spaceType=0&deptId=1570902000000004673'],
  ])('are requested by kind and owner, with the codes of the permission pages', async (space, query) => {
    upstream = await startDocumentedUpstream({ getUserPermissionList: { ...success, userPermissonList: [] } });
    await listPermissions(upstream.koodrive, 'I1', space, { limit: 100 });
    const parameters = upstream.requestsFor('getUserPermissionList')[0]?.query.split('&');
    expect(parameters).toEqual(expect.arrayContaining([...query.split('&'), 'containerId=I1', 'count=100']));
  });

  it('are granted by a template or by capabilities, with ids as unquoted digits', async () => {
    upstream = await startDocumentedUpstream({ permissionBatchUpdate: success });
    const grants = [{ userId, templateId: '1590626552448551681' }];
    await grantPermissions(upstream.koodrive, 'I1', department, { grants });
    await grantPermissions(upstream.koodrive, 'I1', group, {
      fileId: 'F1',
      grants: [{ userId, capabilities: ['copy'] }],
    });
    const bodies = upstream.requestsFor('permissionBatchUpdate').map(({ body }) => body);
    expect(bodies[0]).toContain(`"userId":${userId},"template":1590626552448551681`);
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ container: 'I1', type: 0 });
    expect(JSON.parse(bodies[1] ?? '')).toMatchObject({
      type: 1,
      fileId: 'F1',
      amendModRoles: [{ template: -1, capabilities: toCapabilityFlags(['copy']) }],
    });
  });
});

describe('the default permission', () => {
  it('is read by the id of the group or department, and has no template for the anonymous template', async () => {
    const data = { templateId: '-1', templateName: '', capabilities: toCapabilityFlags(['list']) };
    upstream = await startDocumentedUpstream({ initialMemberPermission: { ...success, data } });
    expect(await readDefaultPermission(upstream.koodrive, group)).toEqual({ capabilities: ['list'] });
    expect(upstream.requestsFor('initialMemberPermission')[0]?.path).toMatch(/\/1320279092268104961$/);
  });

  it('is set with the template as text and the owner as unquoted digits', async () => {
    upstream = await startDocumentedUpstream({
      addMemberInitialPermission: { ...success, code: '0' },
      initialMemberPermission: { ...success, data: { templateId: '7', templateName: 'Seven' } },
    });
    const permission = await setDefaultPermission(upstream.koodrive, group, { templateId: '7' });
    expect(permission).toEqual({ templateId: '7', templateName: 'Seven' });
    expect(upstream.requestsFor('addMemberInitialPermission')[0]?.body).toBe(
      '{"spaceId":1320279092268104961,"templateId":"7"}',
    );
  });
});
