import { afterEach, describe, expect, it } from '@jest/globals';
import { CredentialUnavailableError } from '#koodrive';
import {
  documentedResponse,
  type DocumentedUpstream,
  startDocumentedUpstream,
} from '../../../../test/support/documented-upstream.js';
import { checkImport, raiseUserLimit, toImportCheck, toImportRowInput } from './import-checks.upstream.js';
import { addUser, changeUser, countUsers, deleteUser, listUsers, readUserMobile, readUser } from './users.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream?.close());

const success = { code: 0, msg: 'success' };
const sessionPrincipal = { kind: 'session', browserSessionId: 's', userId: '1316083732377070977' } as const;
const bytesPerGb = 1024 ** 3;

describe('a user', () => {
  it('is read from the documented example, in which id is the id at KooDrive, unlike in the table', async () => {
    upstream = await startDocumentedUpstream();
    expect(await readUser(upstream.koodrive, '1316083732377070977')).toEqual({
      id: '1316083732377070977',
      organizationUserId: '1008600000293202821',
      name: '小二的测试账号',
      departmentId: '1243693141656107521',
      departmentName: 'newDept',
      mobile: '0086181****8439',
      role: 'member',
      status: 'enabled',
    });
  });

  it.each([
    [0, 'department-administrator', 0, 'enabled'],
    [2, 'system-administrator', 1, 'disabled'],
    [3, 'drive-administrator', 2, 'not-activated'],
    ['5', 'manageable-member', '1', 'disabled'],
    [4, undefined, 7, undefined],
  ])('with role %s has the role %s, and with status %s the state %s', async (role, roleName, status, state) => {
    upstream = await startDocumentedUpstream({ getUser: { ...success, data: { id: '1', role, status } } });
    expect(await readUser(upstream.koodrive, '1')).toMatchObject({ role: roleName, status: state });
  });

  it('is listed with the total', async () => {
    upstream = await startDocumentedUpstream({ getUserList: { ...success, total: 9, list: [{ id: '7' }] } });
    const page = await listUsers(upstream.koodrive, { limit: 1, direct: true, department: '5', q: 'x' });
    expect(page).toMatchObject({ items: [{ id: '7' }], total: 9 });
    expect(page.nextCursor).not.toBeNull();
    const [{ query } = { query: '' }] = upstream.requestsFor('getUserList');
    expect(query).toBe('deptId=5&isDirect=true&offset=0&limit=1&keyWord=x');
  });

  it('is counted and has a mobile number, as in the documented examples', async () => {
    upstream = await startDocumentedUpstream();
    expect(await countUsers(upstream.koodrive, {})).toEqual({ count: 218 });
    expect(await readUserMobile(upstream.koodrive, '1')).toEqual({ mobile: '178********' });
  });

  it('is changed with a department id above 2^53 as unquoted digits', async () => {
    upstream = await startDocumentedUpstream({ updateUser: success });
    const change = { departmentId: '1575416580416769793', role: 'manageable-member', status: 'enabled' } as const;
    await changeUser(upstream.koodrive, '1', change);
    expect(upstream.requestsFor('updateUser')[0]?.body).toBe('{"deptId":1575416580416769793,"role":5,"status":0}');
  });

  it('is deleted, as in the documented example', async () => {
    upstream = await startDocumentedUpstream();
    await deleteUser(upstream.koodrive, '1244780780316557312', { confirm: '1244780780316557312' });
    expect(upstream.requestsFor('deleteUser')).toHaveLength(1);
  });
});

describe('the id of a user just added', () => {
  const body = { organizationUserId: '1008600000029937613', role: 'member' } as const;
  const user = (id: string, userId: string): object => ({ ...success, data: { id, userId } });

  it('is the one in the response, if it belongs to that user', async () => {
    const createUser = { ...success, data: { id: '7' } };
    upstream = await startDocumentedUpstream({ createUser, getUser: user('7', body.organizationUserId) });
    expect(await addUser(upstream.koodrive, body)).toEqual({ id: '7', organizationUserId: body.organizationUserId });
    expect(JSON.parse(upstream.requestsFor('createUser')[0]?.body ?? '')).toEqual({
      userId: body.organizationUserId,
      modifyUserInfoReq: { role: '1' },
    });
  });

  it.each([
    ['the id in the response is not a user', { createUser: { ...success, data: { id: '5' } } }],
    [
      'the id in the response is another user',
      { createUser: { ...success, data: { id: '5' } }, getUser: user('5', '9') },
    ],
    ['the response has no id, as in the example', {}],
  ])('is found in the list of users if %s', async (_title, responses) => {
    const list = [
      { id: '3', userId: '9' },
      { id: '4', userId: body.organizationUserId },
    ];
    const notFound = { code: 13000309, msg: 'none' };
    upstream = await startDocumentedUpstream({
      getUser: notFound,
      ...responses,
      getUserList: { ...success, total: 2, list },
    });
    expect(await addUser(upstream.koodrive, { ...body, departmentId: '5' })).toMatchObject({ id: '4' });
    expect(upstream.requestsFor('getUserList')[0]?.query).toContain('deptId=5&isDirect=true');
  });

  it('is left out if it cannot be found, without a failure', async () => {
    upstream = await startDocumentedUpstream({ getUserList: { code: 13000410, msg: 'no' } });
    expect(await addUser(upstream.koodrive, body)).toEqual({
      id: undefined,
      organizationUserId: body.organizationUserId,
    });
  });
});

describe('the check before an import', () => {
  it('maps rows to GB, and to no space without a capacity', () => {
    expect(toImportRowInput({ departmentName: 'Dept', capacity: 10 * bytesPerGb }, 0)).toEqual({
      targetDeptName: 'Dept',
      personalCapacity: 10,
      isAllocateCapacity: true,
    });
    expect(toImportRowInput({}, 0)).toEqual({ personalCapacity: 0, isAllocateCapacity: false });
    expect(() => toImportRowInput({ capacity: bytesPerGb + 1 }, 3)).toThrow('invalid-input');
    expect(() => toImportRowInput({ capacity: 2 ** 53 - 1 }, 3)).toThrow('invalid-input');
  });

  it.each([
    [{ isSuccess: 0 }, { row: 2, importable: true }],
    [
      { isSuccess: 1, reason: 'no' },
      { row: 2, importable: false, reason: 'no' },
    ],
    [
      { isSuccess: 0, reason: 'no' },
      { row: 2, importable: false, reason: 'no' },
    ],
  ])('maps the outcome %j', (wire, expected) => {
    expect(toImportCheck(wire, 2)).toEqual(expected);
  });

  it('is requested with a KooDrive session, as in the documented example', async () => {
    upstream = await startDocumentedUpstream({}, sessionPrincipal);
    const users = [{ departmentName: 'Dept', capacity: 10 * bytesPerGb }];
    const result = await checkImport(upstream.koodrive, { departmentId: '1575416580416769793', users });
    expect(result).toEqual({ items: [{ row: 0, importable: true, reason: undefined }] });
    expect(upstream.requestsFor('batchImportUserPreVerify')[0]?.body).toBe(
      '{"curDeptId":1575416580416769793,"users":[{"targetDeptName":"Dept","personalCapacity":10,"isAllocateCapacity":true}]}',
    );
  });

  it('throws if outcomes are missing', async () => {
    upstream = await startDocumentedUpstream({}, sessionPrincipal);
    const call = checkImport(upstream.koodrive, { departmentId: '1', users: [{}, {}] });
    await expect(call).rejects.toMatchObject({ code: 'upstream-protocol' });
  });
});

describe('operations that accept only the token of a KooDrive session', () => {
  it('are not sent with the credentials of an API key', async () => {
    upstream = await startDocumentedUpstream();
    const { koodrive } = upstream;
    await expect(checkImport(koodrive, { departmentId: '1', users: [{}] })).rejects.toThrow(CredentialUnavailableError);
    await expect(raiseUserLimit(koodrive, '1')).rejects.toThrow(CredentialUnavailableError);
    expect([...upstream.requestsFor('batchImportUserPreVerify'), ...upstream.requestsFor('expandUserNum')]).toEqual([]);
  });

  it('are sent with a KooDrive session', async () => {
    upstream = await startDocumentedUpstream(
      { expandUserNum: documentedResponse('expandUserNum') ?? {} },
      sessionPrincipal,
    );
    await raiseUserLimit(upstream.koodrive, '9190086000001210958');
    expect(upstream.requestsFor('expandUserNum')).toMatchObject([
      { path: '/koodrive/ose/v1/user/expand/9190086000001210958', body: '' },
    ]);
  });
});
