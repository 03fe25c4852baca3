import { describe, expect, it } from '@jest/globals';
import { operationTable } from '../generated/operations.js';
import type { OperationId } from '../operation.js';
import { buildRequest, requestTarget } from './build-request.js';

const build = (operation: OperationId, input: Record<string, unknown>) =>
  buildRequest(operation, operationTable[operation], input);
const bodyOf = (operation: OperationId, input: Record<string, unknown>) => build(operation, input).body?.toString();

describe('an input', () => {
  it('is sent in path, query, header and body as the table says', () => {
    const request = build('renameFile', {
      fileId: 'F1',
      'x-hw-share-folder-id': 'S1',
      containerId: 'C1',
      name: '文',
      renameMode: 2,
    });
    expect(request).toMatchObject({
      method: 'POST',
      path: '/koodrive/ose/v1/files/rename/F1',
      query: [],
      headers: { 'x-hw-share-folder-id': 'S1' },
    });
    expect(request.body?.toString()).toBe('{"containerId":"C1","name":"文","renameMode":2}');
  });

  it('is sent in the query with empty values but without undefined ones', () => {
    const request = build('getUserList', {
      deptId: '',
      isDirect: false,
      offset: '0',
      limit: undefined,
      keyWord: 'a b&c',
    });
    expect(requestTarget(request)).toBe('/koodrive/ose/v1/userList?deptId=&isDirect=false&offset=0&keyWord=a%20b%26c');
  });

  it('is sent as one query parameter for each of several values', () => {
    expect(requestTarget(build('getTaskLIst', { status: [1, 2] }))).toBe(
      '/koodrive/ose/v1/task/list?status=1&status=2',
    );
  });

  it('is sent in the body of a GET and a DELETE when the contract has one', () => {
    expect(bodyOf('batchGetSpace', { ownerId: '1', type: '1' })).toBe('{"ownerId":"1","type":"1"}');
    expect(bodyOf('batchDeleteMessage', { ids: ['1'] })).toBe('{"ids":["1"]}');
  });

  it('is not sent when the table does not list it', () => {
    const request = build('completeFile', { fileId: 'F1', role: 'admin', ['__proto__']: { x: 1 }, 'X-User-Id': '7' });
    expect(request.body?.toString()).toBe('{"fileId":"F1"}');
    expect(request.headers).toEqual({});
  });

  it('leaves the slash at the end of the path of createSession', () => {
    expect(build('createSession', { code: 'c' }).path).toBe('/koodrive/ose/v1/session/');
  });
});

describe('a path parameter', () => {
  it('is percent-encoded', () => {
    expect(build('getUser', { userId: "a b?c#d;e'文" }).path).toBe(
      '/koodrive/ose/v1/users/a%20b%3Fc%23d%3Be%27%E6%96%87',
    );
  });

  it.each([
    '',
    '.',
    '..',
    'a/b',
    '../x',
    'a\\b',
    '%2e%2e',
    'a%2fb',
    'a\u0000',
    'a\n',
    '\ud800',
    undefined,
    null,
    {},
    NaN,
  ])('is rejected when it is %j', (userId) => {
    expect(() => build('getUser', { userId })).toThrow(
      expect.objectContaining({ name: 'InvalidInputError', operation: 'getUser', parameter: 'userId' }),
    );
  });
});

describe('a header parameter', () => {
  it.each(['a\r\nb', 'a\u0000', '文'])('is rejected when it is %j', (value) => {
    const input = { fileId: 'F', containerId: 'C', 'x-hw-share-folder-id': value };
    expect(() => build('getFile', input)).toThrow(expect.objectContaining({ parameter: 'x-hw-share-folder-id' }));
  });
});

describe('a query parameter', () => {
  it('is rejected when it is a lone surrogate or an object', () => {
    expect(() => build('getUserList', { keyWord: '\udc00' })).toThrow(
      expect.objectContaining({ parameter: 'keyWord' }),
    );
    expect(() => build('getUserList', { keyWord: {} })).toThrow(expect.objectContaining({ parameter: 'keyWord' }));
  });
});

describe('a 64-bit integer in a body', () => {
  it('is sent as a JSON number when it is given as text', () => {
    const input = { ids: ['1395496464656556501', 7] };
    expect(bodyOf('batchDeletePermissionTemplate', input)).toBe('{"ids":[1395496464656556501,7]}');
  });

  it('is found inside lists, where all other members stay unchanged', () => {
    const amendModRoles = [{ userId: '1395496464656556501', template: -1, capabilities: { viewPermission: true } }];
    expect(bodyOf('permissionBatchUpdate', { amendModRoles, type: 1, container: '123', fileId: undefined })).toBe(
      '{"amendModRoles":[{"userId":1395496464656556501,"template":-1,"capabilities":{"viewPermission":true}}],' +
        '"type":1,"container":"123"}',
    );
  });

  it.each(['', '1.5', '1e3', '0x1', '01', '1,"a":2', 1.5, 2 ** 53, '12345678901234567890', true])(
    'is rejected when it is %j',
    (id) => {
      expect(() => build('modifyPermissionTemplateStatus', { id, status: 1 })).toThrow(
        expect.objectContaining({ name: 'InvalidInputError', parameter: 'id' }),
      );
    },
  );
});
