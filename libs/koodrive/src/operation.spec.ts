import { describe, expect, it } from '@jest/globals';
import { operationTable } from './generated/operations.js';
import type { Input, Item, OperationId, Output, PagedInput, PagedOperationId } from './operation.js';
import type { BoundClient } from './client.js';

/** True where each may stand for the other; a false does not compile where `true` is wanted. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const holds = <T extends true>(): T => true as T;

// What does not compile is the specification here: tsc refuses an @ts-expect-error without an error.
async function neverRun(client: BoundClient): Promise<void> {
  await client.call('getUser', { userId: '1' });
  // @ts-expect-error a path parameter is missing
  await client.call('getUser', {});
  // @ts-expect-error a path parameter of another type
  await client.call('getUser', { userId: 1 });
  // @ts-expect-error no operation is called that
  await client.call('getUsr', { userId: '1' });
  // @ts-expect-error a parameter that the operation does not have
  await client.call('getUser', { userId: '1', role: 'admin' });
  // @ts-expect-error an operation that takes nothing
  await client.call('getUnreadCount', { userId: '1' });
  await client.call('getUnreadCount', {});

  const renaming = { fileId: 'F', containerId: 'C', name: 'x' };
  await client.call('renameFile', { ...renaming, renameMode: 2 });
  // @ts-expect-error a member of the body is missing
  await client.call('renameFile', renaming);
  // @ts-expect-error a member of the body out of its range
  await client.call('renameFile', { ...renaming, renameMode: 4 });
  // @ts-expect-error an unknown member of the body
  await client.call('renameFile', { ...renaming, renameMode: 2, extra: true });
  await client.call('renameFile', { ...renaming, renameMode: 2, 'x-hw-share-folder-id': 'S' });

  // @ts-expect-error not a list
  await client.page('getUser', { userId: '1' });
  // @ts-expect-error the client says which page
  await client.page('getJobList', { offset: 0, limit: 1 });
  const page = await client.page('getJobList', {}, { limit: 10 });
  page.items[0]?.taskId?.toUpperCase();
  // @ts-expect-error no member of an entry is called that
  void page.items[0]?.jobId;
  for await (const file of client.pages('getPersonalFiles', { type: '0', containerId: 'C', parentFileId: 'root' })) {
    file.fileName?.toUpperCase();
  }

  const unread = await client.call('getUnreadCount', {});
  unread.count?.toFixed();
  // @ts-expect-error code and msg are taken off
  void unread.code;
  const created = await client.call('createSpace', { ownerId: '1', capacity: '1', type: 1 });
  // @ts-expect-error a success may come without its data
  void created.containerId;
}

describe('the types of an operation', () => {
  it('are held by the compiler', () => expect(neverRun).toBeInstanceOf(Function));

  it('take the data out of its envelope', () => {
    holds<Same<Output<'createJob'>, string>>();
    holds<Same<Output<'cancelJob'>, string | undefined>>();
    holds<Same<Output<'getUserMobile'>, { mobile?: string }>>();
    holds<Same<Exclude<Output<'getDepartmentList'>[number]['id'], undefined>, string>>();
  });

  it('let integers of 64 bits be text', () => {
    holds<Same<Input<'modifyPermissionTemplateStatus'>['id'], number | string>>();
    holds<Same<Exclude<Output<'getRevision'>['revisionVersion'], undefined>, number | string>>();
  });

  it('leave out of a list what says which page', () => {
    holds<Same<keyof PagedInput<'getUserList'>, 'deptId' | 'isDirect' | 'keyWord'>>();
    holds<Same<Exclude<Item<'getUserList'>['userId'], undefined>, string>>();
    holds<Same<Extract<'getUser', PagedOperationId>, never>>();
  });
});

describe('the operation table', () => {
  const rows = Object.entries(operationTable);

  it('has every operation of the contract', () => {
    expect(rows).toHaveLength(129);
    holds<Same<OperationId, keyof typeof operationTable>>();
  });

  it.each(rows)('%s names each parameter of its path', (_operation, { path, parameters }) => {
    const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
    expect([...parameters.path].sort()).toEqual(inPath.sort());
  });

  it('repeats no write but those it has a reason to', () => {
    const repeatable = rows.filter(([, row]) => !row.readOnly && row.repeatable).map(([operation]) => operation);
    expect(repeatable.sort()).toEqual(
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
