import { describe, it, expect } from '@jest/globals';
import { loadContract } from './contract.js';
import { Router } from './router.js';

describe('the router', () => {
  const { operations } = loadContract();
  const router = new Router(operations);
  const found = (method: string, path: string) => router.find(method, `/koodrive/ose${path}`)?.operation.operationId;

  it('finds each of the 129 operations under each of its paths', () => {
    expect(operations).toHaveLength(129);
    for (const { operationId, method, paths } of operations) {
      for (const path of paths) {
        const filled = path.replace(/\{\w+\}/g, '12345');
        expect(router.find(method, filled)?.operation.operationId).toBe(operationId);
      }
    }
  });

  it.each([
    ['GET', '/v1/jobs', 'getJobList'],
    ['GET', '/v1/related', 'ListRelatedToMe'],
    ['GET', '/v1/1395496464656556464', 'getJobDetail'],
    ['GET', '/v1/space/userList', 'getUserSpaceList'],
    ['GET', '/v1/space/batchGetSpace', 'batchGetSpace'],
    ['GET', '/v1/space/1289173650183882753', 'getSpace'],
    ['POST', '/v1/space/group', 'createGroupSpace'],
    ['GET', '/v1/task/list', 'getTaskLIst'],
    ['GET', '/v1/task/77', 'getTaskDetail'],
    ['POST', '/v1/files/create', 'createFile'],
    ['POST', '/v1/files/0', 'getPersonalFiles'],
    ['POST', '/v1/files/1/0', 'getDepartmentFiles'],
    ['POST', '/v1/files/F1/detail', 'getFile'],
    ['POST', '/v1/files/multipart/uploadUrl', 'uploadUrl'],
  ])('lets the literal win over the template: %s %s is %s', (method, path, operation) => {
    expect(found(method, path)).toBe(operation);
  });

  it('falls back to the template where the literal has not the method', () => {
    expect(found('PUT', '/v1/usergroup/9')).toBe('updateUserGroup');
    expect(found('DELETE', '/v1/space/group')).toBe('deleteSpace');
  });

  it('serves the other spelling of a path that the reference names', () => {
    expect(found('DELETE', '/v1/usergroup/9')).toBe('deleteUserGroup');
    expect(found('DELETE', '/v1/usergroups/9')).toBe('deleteUserGroup');
  });

  it('serves createSession with the slash of its table and without it, as in its example', () => {
    expect(found('POST', '/v1/session/')).toBe('createSession');
    expect(found('POST', '/v1/session')).toBe('createSession');
  });

  it.each([
    ['GET', '/v1/nothing/of/the/kind'],
    ['PATCH', '/v1/jobs'],
    ['GET', '/v1/space/'],
    ['POST', '/v1/files/complete/'],
    ['GET', '/v1/%zz'],
  ])('does not know %s %s', (method, path) => {
    expect(found(method, path)).toBeUndefined();
  });

  it('decodes path parameters after the path was taken apart, so that no id climbs out of its segment', () => {
    expect(router.find('GET', '/koodrive/ose/v1/space/..%2Fjobs')?.path).toEqual({ ownerId: '../jobs' });
  });
});
