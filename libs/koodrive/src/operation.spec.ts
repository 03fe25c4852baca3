import { describe, expect, it } from '@jest/globals';
import { operationTable } from './generated/operations.js';
import type {
  OperationInput,
  PagedItem,
  OperationId,
  OperationOutput,
  PagedInput,
  PagedOperationId,
} from './operation.js';
import type { BoundClient } from './client.js';

/** True when each type is assignable to the other. `assertType` does not compile with false. */
type AreMutuallyAssignable<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const assertType = <T extends true>(): T => true as T;

// The compiler checks this function: tsc rejects an @ts-expect-error comment without an error.
async function checkTypesOnly(client: BoundClient): Promise<void> {
  await client.call('getUser', { userId: '1' });
  // @ts-expect-error a path parameter is missing
  await client.call('getUser', {});
  // @ts-expect-error a path parameter of the wrong type
  await client.call('getUser', { userId: 1 });
  // @ts-expect-error unknown operation
  await client.call('getUsr', { userId: '1' });
  // @ts-expect-error unknown parameter
  await client.call('getUser', { userId: '1', role: 'admin' });
  // @ts-expect-error the operation has no input
  await client.call('getUnreadCount', { userId: '1' });
  await client.call('getUnreadCount', {});

  const renameInput = { fileId: 'F', containerId: 'C', name: 'x' };
  await client.call('renameFile', { ...renameInput, renameMode: 2 });
  // @ts-expect-error a member of the body is missing
  await client.call('renameFile', renameInput);
  // @ts-expect-error a member of the body outside its range
  await client.call('renameFile', { ...renameInput, renameMode: 4 });
  // @ts-expect-error an unknown member of the body
  await client.call('renameFile', { ...renameInput, renameMode: 2, extra: true });
  await client.call('renameFile', { ...renameInput, renameMode: 2, 'x-hw-share-folder-id': 'S' });

  // @ts-expect-error not a list
  await client.fetchPage('getUser', { userId: '1' });
  // @ts-expect-error the client adds the paging members
  await client.fetchPage('getJobList', { offset: 0, limit: 1 });
  const page = await client.fetchPage('getJobList', {}, { limit: 10 });
  page.items[0]?.taskId?.toUpperCase();
  // @ts-expect-error unknown member of an entry
  void page.items[0]?.jobId;
  for await (const file of client.iterateItems('getPersonalFiles', {
    type: '0',
    containerId: 'C',
    parentFileId: 'root',
  })) {
    file.fileName?.toUpperCase();
  }

  const unread = await client.call('getUnreadCount', {});
  unread.count?.toFixed();
  // @ts-expect-error code and msg are removed
  void unread.code;
  const created = await client.call('createSpace', { ownerId: '1', capacity: '1', type: 1 });
  // @ts-expect-error a success can have no data
  void created.containerId;
}

describe('the types of an operation', () => {
  it('are checked by the compiler', () => expect(checkTypesOnly).toBeInstanceOf(Function));

  it('describe the response without its envelope', () => {
    assertType<AreMutuallyAssignable<OperationOutput<'createJob'>, string>>();
    assertType<AreMutuallyAssignable<OperationOutput<'cancelJob'>, string | undefined>>();
    assertType<AreMutuallyAssignable<OperationOutput<'getUserMobile'>, { mobile?: string }>>();
    assertType<AreMutuallyAssignable<Exclude<OperationOutput<'getDepartmentList'>[number]['id'], undefined>, string>>();
  });

  it('allow 64-bit integers as text', () => {
    assertType<AreMutuallyAssignable<OperationInput<'modifyPermissionTemplateStatus'>['id'], number | string>>();
    assertType<
      AreMutuallyAssignable<Exclude<OperationOutput<'getRevision'>['revisionVersion'], undefined>, number | string>
    >();
  });

  it('omit the paging members of a list', () => {
    assertType<AreMutuallyAssignable<keyof PagedInput<'getUserList'>, 'deptId' | 'isDirect' | 'keyWord'>>();
    assertType<AreMutuallyAssignable<Exclude<PagedItem<'getUserList'>['userId'], undefined>, string>>();
    assertType<AreMutuallyAssignable<Extract<'getUser', PagedOperationId>, never>>();
  });
});

describe('the operation table', () => {
  const rows = Object.entries(operationTable);

  it('has every operation of the contract', () => {
    expect(rows).toHaveLength(129);
    assertType<AreMutuallyAssignable<OperationId, keyof typeof operationTable>>();
  });

  it.each(rows)('%s names each parameter of its path', (_operation, { path, parameters }) => {
    const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
    expect([...parameters.path].sort()).toEqual(inPath.sort());
  });

  it('marks only these writes as idempotent', () => {
    const idempotentWrites = rows.filter(([, row]) => !row.readOnly && row.idempotent).map(([operation]) => operation);
    expect(idempotentWrites.sort()).toEqual(
      [
        'addMemberInitialPermission',
        'batchAudit',
        'batchReadMessage',
        'batchStarFile',
        'logout',
        'modifyPermissionTemplateStatus',
        'permissionBatchUpdate',
        'setPackageDownloadExpires',
        'updateDepartment',
        'updateShare',
        'updateSpace',
        'updateUser',
        'updateUserGroup',
        'uploadUrl',
      ].sort(),
    );
  });
});
