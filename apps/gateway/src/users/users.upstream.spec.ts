import { afterEach, describe, expect, it } from '@jest/globals';
import { CredentialUnavailableError } from '#koodrive';
import {
  documentedAnswer,
  type DocumentedUpstream,
  startDocumentedUpstream,
} from '../../../../test/support/documented-upstream.js';
import { checkImport, raiseUserLimit, toImportCheck, toRow } from './import-checks.upstream.js';
import { addUser, changeUser, countUsers, deleteUser, listUsers, readMobile, readUser } from './users.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream?.close());

const success = { code: 0, msg: 'success' };
const session = { kind: 'session', sessionId: 's', userId: '1316083732377070977' } as const;
const gigabyte = 1024 ** 3;

describe('a user', () => {
  it('is read from the documented example, where id is the KooDrive id whatever the table says', async () => {
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
  ])('has words for role %s (%s) and state %s (%s)', async (role, word, status, state) => {
    upstream = await startDocumentedUpstream({ getUser: { ...success, data: { id: '1', role, status } } });
    expect(await readUser(upstream.koodrive, '1')).toMatchObject({ role: word, status: state });
  });

  it('is listed with the total', async () => {
    upstream = await startDocumentedUpstream({ getUserList: { ...success, total: 9, list: [{ id: '7' }] } });
    const page = await listUsers(upstream.koodrive, { limit: 1, direct: true, department: '5', q: 'x' });
    expect(page).toMatchObject({ items: [{ id: '7' }], total: 9 });
    expect(page.nextCursor).not.toBeNull();
    const [{ query } = { query: '' }] = upstream.sent('getUserList');
    expect(query).toBe('deptId=5&isDirect=true&offset=0&limit=1&keyWord=x');
  });

  it('is counted and has a mobile number, by the documented examples', async () => {
    upstream = await startDocumentedUpstream();
    expect(await countUsers(upstream.koodrive, {})).toEqual({ count: 218 });
    expect(await readMobile(upstream.koodrive, '1')).toEqual({ mobile: '178********' });
  });

  it('is changed with a department beyond 2^53 as bare digits', async () => {
    upstream = await startDocumentedUpstream({ updateUser: success });
    const change = { departmentId: '1575416580416769793', role: 'manageable-member', status: 'enabled' } as const;
    await changeUser(upstream.koodrive, '1', change);
    expect(upstream.sent('updateUser')[0]?.body).toBe('{"deptId":1575416580416769793,"role":5,"status":0}');
  });

  it('is deleted, by the documented example', async () => {
    upstream = await startDocumentedUpstream();
    await deleteUser(upstream.koodrive, '1244780780316557312', { confirm: '1244780780316557312' });
    expect(upstream.sent('deleteUser')).toHaveLength(1);
  });
});

describe('the id of a user just added', () => {
  const body = { organizationUserId: '1008600000029937613', role: 'member' } as const;
  const user = (id: string, userId: string): object => ({ ...success, data: { id, userId } });

  it('is the one answered, where it leads to that person', async () => {
    const createUser = { ...success, data: { id: '7' } };
    upstream = await startDocumentedUpstream({ createUser, getUser: user('7', body.organizationUserId) });
    expect(await addUser(upstream.koodrive, body)).toEqual({ id: '7', organizationUserId: body.organizationUserId });
    expect(JSON.parse(upstream.sent('createUser')[0]?.body ?? '')).toEqual({
      userId: body.organizationUserId,
      modifyUserInfoReq: { role: '1' },
    });
  });

  it.each([
    ['a department of that id is no user', { createUser: { ...success, data: { id: '5' } } }],
    ['somebody else has it', { createUser: { ...success, data: { id: '5' } }, getUser: user('5', '9') }],
    ['the answer has none, as in the example', {}],
  ])('is found among the members where %s', async (_why, answers) => {
    const list = [
      { id: '3', userId: '9' },
      { id: '4', userId: body.organizationUserId },
    ];
    const refused = { code: 13000309, msg: 'none' };
    upstream = await startDocumentedUpstream({
      getUser: refused,
      ...answers,
      getUserList: { ...success, total: 2, list },
    });
    expect(await addUser(upstream.koodrive, { ...body, departmentId: '5' })).toMatchObject({ id: '4' });
    expect(upstream.sent('getUserList')[0]?.query).toContain('deptId=5&isDirect=true');
  });

  it('is left out where nothing tells it: the user is there all the same', async () => {
    upstream = await startDocumentedUpstream({ getUserList: { code: 13000410, msg: 'no' } });
    expect(await addUser(upstream.koodrive, body)).toEqual({
      id: undefined,
      organizationUserId: body.organizationUserId,
    });
  });
});

describe('the check before an import', () => {
  it('maps rows: whole GB, and no space without a capacity', () => {
    expect(toRow({ departmentName: 'Dept', capacity: 10 * gigabyte }, 0)).toEqual({
      ...{ targetDeptName: 'Dept', personalCapacity: 10, isAllocateCapacity: true },
    });
    expect(toRow({}, 0)).toEqual({ personalCapacity: 0, isAllocateCapacity: false });
    expect(() => toRow({ capacity: gigabyte + 1 }, 3)).toThrow('invalid-input');
    expect(() => toRow({ capacity: 2 ** 53 - 1 }, 3)).toThrow('invalid-input');
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

  it('asks with a session, as the documented example has it', async () => {
    upstream = await startDocumentedUpstream({}, session);
    const users = [{ departmentName: 'Dept', capacity: 10 * gigabyte }];
    const result = await checkImport(upstream.koodrive, { departmentId: '1575416580416769793', users });
    expect(result).toEqual({ items: [{ row: 0, importable: true, reason: undefined }] });
    expect(upstream.sent('batchImportUserPreVerify')[0]?.body).toBe(
      '{"curDeptId":1575416580416769793,"users":[{"targetDeptName":"Dept","personalCapacity":10,"isAllocateCapacity":true}]}',
    );
  });

  it('is not understood where outcomes are missing', async () => {
    upstream = await startDocumentedUpstream({}, session);
    const call = checkImport(upstream.koodrive, { departmentId: '1', users: [{}, {}] });
    await expect(call).rejects.toMatchObject({ code: 'upstream-protocol' });
  });
});

describe('what takes a session token only', () => {
  it('is not sent with what an API key can offer', async () => {
    upstream = await startDocumentedUpstream();
    const { koodrive } = upstream;
    await expect(checkImport(koodrive, { departmentId: '1', users: [{}] })).rejects.toThrow(CredentialUnavailableError);
    await expect(raiseUserLimit(koodrive, '1')).rejects.toThrow(CredentialUnavailableError);
    expect([...upstream.sent('batchImportUserPreVerify'), ...upstream.sent('expandUserNum')]).toEqual([]);
  });

  it('is sent for a session', async () => {
    upstream = await startDocumentedUpstream({ expandUserNum: documentedAnswer('expandUserNum') ?? {} }, session);
    await raiseUserLimit(upstream.koodrive, '9190086000001210958');
    expect(upstream.sent('expandUserNum')).toMatchObject([
      { path: '/koodrive/ose/v1/user/expand/9190086000001210958', body: '' },
    ]);
  });
});
