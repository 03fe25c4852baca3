import { describe, it, expect } from '@jest/globals';
import { loadContract } from './contract.js';
import { Router } from './router.js';

describe('Router', () => {
  const { operations } = loadContract();
  const router = new Router(operations);
  const findOperation = (method: string, path: string) =>
    router.find(method, `/koodrive/ose${path}`)?.operation.operationId;

  it('finds each of the 129 operations by each of its paths', () => {
    expect(operations).toHaveLength(129);
    for (const { operationId, method, paths } of operations) {
      for (const path of paths) {
        const filledPath = path.replace(/\{\w+\}/g, '12345');
        expect(router.find(method, filledPath)?.operation.operationId).toBe(operationId);
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
  ])('prefers a literal segment to a template: %s %s is %s', (method, path, operation) => {
    expect(findOperation(method, path)).toBe(operation);
  });

  it('falls back to the template when the literal path does not have the method', () => {
    expect(findOperation('PUT', '/v1/usergroup/9')).toBe('updateUserGroup');
    expect(findOperation('DELETE', '/v1/space/group')).toBe('deleteSpace');
  });

  it('accepts the alternative spelling of a path that the reference has', () => {
    expect(findOperation('DELETE', '/v1/usergroup/9')).toBe('deleteUserGroup');
    expect(findOperation('DELETE', '/v1/usergroups/9')).toBe('deleteUserGroup');
  });

  it('accepts createSession with a slash at the end, as in its table, and without, as in its example', () => {
    expect(findOperation('POST', '/v1/session/')).toBe('createSession');
    expect(findOperation('POST', '/v1/session')).toBe('createSession');
  });

  it.each([
    ['GET', '/v1/nothing/of/the/kind'],
    ['PATCH', '/v1/jobs'],
    ['GET', '/v1/space/'],
    ['POST', '/v1/files/complete/'],
    ['GET', '/v1/%zz'],
  ])('finds no operation for %s %s', (method, path) => {
    expect(findOperation(method, path)).toBeUndefined();
  });

  it('decodes path parameters after it splits the path, so that an id cannot leave its segment', () => {
    expect(router.find('GET', '/koodrive/ose/v1/space/..%2Fjobs')?.path).toEqual({ ownerId: '../jobs' });
  });
});
