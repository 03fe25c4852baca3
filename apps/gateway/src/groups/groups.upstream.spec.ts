import { afterEach, describe, expect, it } from '@jest/globals';
import {
  documentedResponse,
  type DocumentedUpstream,
  startDocumentedUpstream,
} from '../../../../test/support/documented-upstream.js';
import { changeGroup, createGroup, listGroups, readGroup } from './groups.upstream.js';
import { addMembers, changeMember, listMembers, removeMembers, toMembersBulkResult } from './members.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream?.close());

const success = { code: 0, msg: 'success' };
/** The example on the upstream page is cut off before the code. */
const example = { code: '0', ...documentedResponse('getUserGroup') };
const group = (sourceType: number): object => ({ ...success, userGroup: { id: '1', groupName: 'G', sourceType } });
const noGroup = { code: 13000309, msg: 'none' };

describe('a group', () => {
  it('is read from the documented example, which misspells the member with its kind', async () => {
    upstream = await startDocumentedUpstream({ getUserGroup: example });
    expect(await readGroup(upstream.koodrive, '1')).toEqual({
      id: '1407237551361847809',
      kind: 'user-group',
      name: '7',
      ownerId: '1395476983395324033',
      iconUrl: 'https://******/icon.jpg',
      createdAt: '2024-04-25T06:49:49.000Z',
      modifiedAt: undefined,
    });
  });

  it('is requested with the second kind if the first is not found', async () => {
    const getUserGroup = ({ url }: { url: string }): object => (url.endsWith('sourceType=1') ? group(1) : noGroup);
    upstream = await startDocumentedUpstream({ getUserGroup });
    expect(await readGroup(upstream.koodrive, '1')).toMatchObject({ kind: 'user-group' });
    expect(upstream.requestsFor('getUserGroup').map(({ query }) => query)).toEqual(['sourceType=0', 'sourceType=1']);
  });

  it('is not requested again if the upstream fails for another reason', async () => {
    upstream = await startDocumentedUpstream({ getUserGroup: { code: 13000410, msg: 'no' } });
    await expect(readGroup(upstream.koodrive, '1')).rejects.toMatchObject({ code: '13000410' });
    expect(upstream.requestsFor('getUserGroup')).toHaveLength(1);
  });

  it('is created and read by the id of the documented response', async () => {
    upstream = await startDocumentedUpstream({ getUserGroup: group(1) });
    await createGroup(upstream.koodrive, { name: 'G', kind: 'user-group' });
    expect(upstream.requestsFor('createUserGroup')[0]?.body).toBe('{"groupName":"G","sourceType":1}');
    expect(upstream.requestsFor('getUserGroup')[0]?.path).toMatch(/\/usergroups\/xxx$/);
  });

  it('is sent with its name when the name does not change', async () => {
    upstream = await startDocumentedUpstream({ getUserGroup: group(0), updateUserGroup: success });
    await changeGroup(upstream.koodrive, '1', { pinned: true });
    expect(JSON.parse(upstream.requestsFor('updateUserGroup')[0]?.body ?? '')).toEqual({
      groupName: 'G',
      sourceType: 0,
      top: '1',
    });
  });

  it('is listed by kind, and the first page is requested with an empty cursor', async () => {
    const getUserGroupList = ({ url }: { url: string }): object => ({
      ...success,
      userGroupList: [{ id: url.includes('sourceType=0') ? '10' : '11', groupName: 'G' }],
    });
    upstream = await startDocumentedUpstream({ getUserGroupList });
    const { items, nextCursor } = await listGroups(upstream.koodrive, { limit: 50 });
    expect(items.map(({ id, kind }) => [id, kind])).toEqual([
      ['10', 'group'],
      ['11', 'user-group'],
    ]);
    expect(nextCursor).toBeNull();
    expect(upstream.requestsFor('getUserGroupList')[0]?.query).toMatch(/pageCursor=(&|$)/);
  });
});

describe('the members of a group', () => {
  it('are mapped from the codes of the upstream', async () => {
    const member = { userId: '7', userName: 'N', deptId: '5', deptName: 'D', mobile: '1', role: 1, top: 1 };
    const times = { createdTime: '2024-04-25T06:49:49.000Z', updatedTime: '' };
    upstream = await startDocumentedUpstream({
      getUserGroupMemberList: { ...success, total: 1, userGroupMemberInfos: [{ ...member, ...times }] },
    });
    expect(await listMembers(upstream.koodrive, '1', { limit: 50 })).toEqual({
      items: [
        {
          id: '7',
          name: 'N',
          departmentId: '5',
          departmentName: 'D',
          mobile: '1',
          role: 'administrator',
          pinned: true,
          createdAt: '2024-04-25T06:49:49.000Z',
          modifiedAt: undefined,
        },
      ],
      nextCursor: null,
      total: 1,
    });
  });

  it('are not read from the example of the page, which shows a space instead', async () => {
    upstream = await startDocumentedUpstream({ getUserGroupMemberList: { ...success, data: { containerId: 'I' } } });
    await expect(listMembers(upstream.koodrive, '1', { limit: 50 })).rejects.toThrow();
  });

  it('get a role through a change of the group', async () => {
    upstream = await startDocumentedUpstream({ getUserGroup: group(0), updateUserGroup: success });
    await changeMember(upstream.koodrive, '1', '7', { role: 'owner' });
    expect(JSON.parse(upstream.requestsFor('updateUserGroup')[0]?.body ?? '')).toEqual({
      groupName: 'G',
      sourceType: 0,
      userId: '7',
      role: '0',
    });
  });

  it('are sent as unquoted digits, with the template', async () => {
    upstream = await startDocumentedUpstream({ batchAddGroupMembers: success, batchDeleteGroupMembers: success });
    const userIds = ['1316083732377070977'];
    await addMembers(upstream.koodrive, '1', { userIds });
    await addMembers(upstream.koodrive, '1', { userIds, templateId: '1575416580416769793' });
    await removeMembers(upstream.koodrive, '1', { userIds });
    expect(upstream.requestsFor('batchAddGroupMembers').map(({ body }) => body)).toEqual([
      '{"amendModRoles":[{"userId":1316083732377070977,"template":-1}]}',
      '{"amendModRoles":[{"userId":1316083732377070977,"template":1575416580416769793}]}',
    ]);
    expect(upstream.requestsFor('batchDeleteGroupMembers')[0]?.body).toBe(
      '{"amendModRoles":[{"userId":1316083732377070977}]}',
    );
  });
});

describe('toMembersBulkResult', () => {
  const statuses = (wire: object) =>
    toMembersBulkResult('batchAddGroupMembers', ['1', '2'], wire).items.map(({ id, status }) => [id, status]);

  it.each([
    ['returns success for all users if all succeeded', { status: 0, failedList: [] }, 'done', 'done'],
    ['returns success for all users if there is only code and id, as in the example', { id: '9' }, 'done', 'done'],
    ['returns the failures that the list names', { status: 1, failedList: ['2'] }, 'done', 'failed'],
    ['returns the failures of the list without a status', { failedList: ['1'] }, 'failed', 'done'],
    ['returns failures for all users if all failed', { status: 2, failedList: ['1', '2'] }, 'failed', 'failed'],
    ['returns failures for all users without a list', { status: 2 }, 'failed', 'failed'],
    ['accepts the status as text', { status: '2' }, 'failed', 'failed'],
  ])('%s', (_title, wire, first, second) => {
    expect(statuses(wire)).toEqual([
      ['1', first],
      ['2', second],
    ]);
  });

  it('throws if some users failed and none is named', () => {
    expect(() => statuses({ status: 1, failedList: [] })).toThrow('upstream-protocol');
  });
});
