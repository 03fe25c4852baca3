import { describe, it, expect } from '@jest/globals';
import { loadContract } from './contract.js';
import { RequestValidator, type RoutedCall } from './request-validator.js';

describe('RequestValidator', () => {
  const contract = loadContract();
  const validator = new RequestValidator(contract);

  function check(operationId: string, call: Partial<Omit<RoutedCall, 'body'>> & { body?: string }) {
    const operation = contract.operations.find((candidate) => candidate.operationId === operationId);
    if (!operation) throw new Error(`no operation ${operationId}`);
    const body = call.body === undefined ? undefined : Buffer.from(call.body);
    return validator.validate(operation, { path: {}, query: '', headers: {}, ...call, body });
  }

  const validQuery = 'offset=0&limit=10';

  it('compiles for every operation', () => {
    for (const { operationId } of contract.operations) expect(() => check(operationId, {})).not.toThrow();
  });

  it('accepts a valid call and returns its query as text', () => {
    expect(check('getJobList', { query: validQuery })).toEqual({
      reasons: [],
      query: { offset: '0', limit: '10' },
      body: {},
    });
  });

  it.each([
    ['an unknown query parameter', 'getJobList', { query: `${validQuery}&page=1` }, 'query: unknown member "page"'],
    ['a missing query parameter', 'getJobList', { query: 'offset=0' }, "query: must have required property 'limit'"],
    ['text instead of a number', 'getJobList', { query: 'offset=zero&limit=10' }, 'query/offset: must be integer'],
    ['a number in another notation', 'getJobList', { query: 'offset=0x1&limit=10' }, 'query/offset: must be integer'],
    ['a number out of range', 'getJobList', { query: 'offset=0&limit=101' }, 'query/limit: must be <= 100'],
    ['a parameter given twice', 'getJobList', { query: `${validQuery}&limit=11` }, 'query/limit: given more than once'],
    ['a malformed percent escape', 'getJobList', { query: 'offset=%zz' }, 'query: broken percent escape'],
    [
      'a body for an operation without one',
      'getJobList',
      { query: validQuery, body: '{}' },
      'body: this operation takes none',
    ],
    ['a missing body', 'createJob', {}, 'body: missing'],
    ['a body that is not JSON', 'createJob', { body: '{"a":' }, 'body: not JSON'],
    ['a body of another type', 'createJob', { body: '[]' }, 'body: must be object'],
    [
      'a body under another media type',
      'createJob',
      { body: '{}', headers: { 'content-type': 'text/plain' } },
      'body: not sent as JSON',
    ],
    [
      'a trace id of another length',
      'getJobList',
      { query: validQuery, headers: { 'x-traceid': 'x'.repeat(57) } },
      'header/X-Traceid: must be 58 characters',
    ],
    [
      'an unknown language',
      'getJobList',
      { query: validQuery, headers: { language: 'de-DE' } },
      'header/language: must be zh-CN or en-US',
    ],
    ['a missing header', 'refreshSession', {}, 'header/x-session-id: missing'],
  ])('rejects %s', (_what, operation, call, reason) => {
    expect(check(operation, call).reasons).toContain(reason);
  });

  it('requires the language forms with an underscore on the one page that uses them', () => {
    const body = '{"packageDownloadExpires":7}';
    const reasonsFor = (language: string) =>
      check('setPackageDownloadExpires', { body, headers: { language } }).reasons;
    expect(reasonsFor('zh_cn')).toEqual([]);
    expect(reasonsFor('zh-CN')).toEqual(['header/language: must be zh_cn or en_us']);
  });

  it('rejects body members that the contract does not name, at any depth, including __proto__', () => {
    const { reasons } = check('createSession', { body: '{"code":"c","extra":1,"__proto__":{"a":1}}' });
    expect(reasons).toEqual(['body: unknown member "extra"', 'body: unknown member "__proto__"']);
  });

  it('accepts an int64 beyond 2^53 and returns it as text without loss', () => {
    const { reasons, body } = check('batchDeletePermissionTemplate', { body: '{"ids":[1395496464656556464]}' });
    expect(reasons).toEqual([]);
    expect(body).toEqual({ ids: ['1395496464656556464'] });
  });

  it('rejects text for an int64, and an integer beyond 64 bits', () => {
    expect(check('batchDeletePermissionTemplate', { body: '{"ids":["1"]}' }).reasons).toEqual([
      'body/ids/0: must be integer',
    ]);
    expect(check('batchDeletePermissionTemplate', { body: '{"ids":[18446744073709551616]}' }).reasons).toEqual([
      'body/ids/0: must match format "int64"',
    ]);
  });

  it('checks the range of numbers written as text', () => {
    const query = (limit: string) => `offset=0&limit=${limit}`;
    const reasonsFor = (limit: string) =>
      check('getUserGroupMemberList', { path: { groupId: '1' }, query: query(limit) }).reasons;
    expect(reasonsFor('100')).toEqual([]);
    expect(reasonsFor('101')).toHaveLength(1);
    expect(reasonsFor('ten')).not.toEqual([]);
  });

  it('accepts the values of an array joined by commas or repeated', () => {
    const query = 'taskType=0&pageSize=10&pageCursor=0';
    const reasonsFor = (status: string) => check('getTaskLIst', { query: `${query}&${status}` }).reasons;
    expect(reasonsFor('status=1,2')).toEqual([]);
    expect(reasonsFor('status=1&status=2')).toEqual([]);
    expect(reasonsFor('status=1&status=x')).not.toEqual([]);
  });
});
