import { describe, expect, it } from '@jest/globals';
import type { WireResponse } from '#resilience';
import { readdirSync, readFileSync } from 'node:fs';
import { operationTable } from '../generated/operations.js';
import type { OperationId, OperationRow } from '../operation.js';
import { readResponse, unwrapEnvelope } from './envelope.js';
import { parseLosslessJson } from './lossless-json.js';

function createResponse(body: unknown, status = 200, headers: Record<string, string> = {}): WireResponse {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return { status, headers, body: bytes };
}

function read(operation: OperationId, body: unknown, status?: number, headers?: Record<string, string>): unknown {
  const row: OperationRow = operationTable[operation];
  return unwrapEnvelope(row, readResponse(operation, row, createResponse(body, status, headers), 1234));
}

function catchFailure(
  operation: OperationId,
  body: unknown,
  status?: number,
  headers?: Record<string, string>,
): unknown {
  try {
    read(operation, body, status, headers);
  } catch (error) {
    return error;
  }
  throw new Error('the response was accepted as a success');
}

function catchOrRead(operation: OperationId, body: unknown): unknown {
  try {
    return read(operation, body);
  } catch (error) {
    return error;
  }
}

describe('the envelope of a success', () => {
  it.each([0, '0', '00', '00000000'])('has the code %j', (code) => {
    expect(read('getUnreadCount', { code, msg: 'whatever', count: 3 })).toEqual({ count: 3 });
  });

  it('is flat: all members but code and msg', () => {
    expect(read('createUserGroup', { id: 'x', code: 0, msg: 'OK' })).toEqual({ id: 'x' });
  });

  it('is data', () => {
    expect(read('getUser', { data: { id: '1' }, code: 0, msg: 'success' })).toEqual({ id: '1' });
    expect(read('createJob', { data: '17', code: 0, msg: 'success' })).toBe('17');
  });

  it('is list', () => {
    expect(read('getDepartmentList', { list: [{ id: '1', code: 0 }], code: 0 })).toEqual([{ id: '1', code: 0 }]);
  });

  it('has no code when the page lists none', () => {
    expect(read('createSyncDir', { fileId: 'F', exist: true })).toEqual({ fileId: 'F', exist: true });
    expect(read('batchReadMessage', { messages: [] })).toEqual({ messages: [] });
  });

  it('can have no data when an example has none', () => {
    expect(read('createSpace', { code: 0, msg: 'OK' })).toBeUndefined();
  });

  it('can omit an empty list', () => {
    expect(read('getSpaceUsageByQuota', { code: 0, msg: '成功' })).toEqual({});
    expect(read('getUserList', { code: 0, msg: 'success', total: 0 })).toEqual({ total: 0 });
    expect(read('ListRecentlyAccess', { code: 0, msg: 'success', list: null })).toEqual([]);
  });

  it.each(['visitShare', 'getUserMobile', 'getUnreadCount', 'getFile', 'createSpace', 'getSpaceUsageByQuota'] as const)(
    'can have a member that nobody has heard of beside none that is documented: %s',
    (operation) => {
      expect(catchOrRead(operation, { code: 0, msg: '', result: { id: '1' } })).not.toBeInstanceOf(Error);
    },
  );

  it.each(Object.keys(operationTable) as OperationId[])(
    'means the same with an undocumented member: %s',
    (operation) => {
      for (const body of [
        { code: 0, msg: '' },
        { code: 0, data: { id: '1' }, list: [], total: 0 },
      ]) {
        const outcome = catchOrRead(operation, { ...body, unheard: [{ of: 1 }] });
        const expected = catchOrRead(operation, body);
        if (outcome instanceof Error) expect(expected).toEqual(outcome);
        else expect({ ...(outcome as object), unheard: 0 }).toEqual({ ...(expected as object), unheard: 0 });
      }
    },
  );

  it('can omit a value that does not exist', () => {
    expect(read('getUserMobile', { code: 0, msg: 'success' })).toEqual({});
  });

  it('can start with a byte order mark', () => {
    expect(read('getUnreadCount', '\uFEFF{"code":0,"count":1}')).toEqual({ count: 1 });
  });

  it('preserves every digit of an id', () => {
    expect(read('authSession', '{"code":0,"data":{"deptId":1395496464656556501}}')).toEqual({
      deptId: '1395496464656556501',
    });
  });
});

describe('a failure with a code', () => {
  it.each([13000405, '13000405'])('is a failure with HTTP 200 too: %j', (code) => {
    expect(catchFailure('createDirectory', { code, msg: 'success' })).toMatchObject({
      name: 'KooDriveError',
      operation: 'createDirectory',
      code: '13000405',
      status: 200,
      retryable: false,
    });
  });

  it('is not retryable when the code is not documented', () => {
    expect(catchFailure('getFile', { code: 13999999 }, 400)).toMatchObject({ code: '13999999', retryable: false });
  });

  it('is retryable when the table of error codes says so', () => {
    expect(catchFailure('getFile', { code: 13000407 }, 400)).toMatchObject({
      retryable: true,
      classification: { outcome: 'rejected', outage: false, retryAfterMs: 1234 },
    });
  });

  it('has an unknown outcome when an inner service of KooDrive failed', () => {
    expect(catchFailure('createFile', { code: 13000201 }, 500)).toMatchObject({
      classification: { outcome: 'unknown', transient: true, outage: true },
    });
    expect(catchFailure('createFile', { code: 13000201 }, 501)).toMatchObject({
      classification: { outcome: 'rejected' },
    });
  });

  it.each([
    ['APIG.0308', 400, { outcome: 'rejected', transient: true }],
    ['APIGW.0308', 429, { outcome: 'rejected', transient: true }],
    ['APIG.0101', 404, { outcome: 'rejected', transient: false }],
    ['APIG.0201', 504, { outcome: 'unknown', transient: true }],
    ['APIG.0201', 413, { outcome: 'rejected', transient: false }],
    ['APIG.0202', 502, { outcome: 'unknown', transient: true }],
    ['APIG.0303', 401, { outcome: 'rejected', transient: false }],
  ])('is also read in the form of API Gateway: %s with %i', (code, status, classification) => {
    const body = { error_code: code, error_msg: 'x', request_id: 'y' };
    expect(catchFailure('getUser', body, status)).toMatchObject({
      name: 'KooDriveError',
      code,
      status,
      classification,
    });
  });

  it.each(['13000201', '13000304', 'APIG.0202', 'APIG.0308'])(
    'is a rejection with 401, whatever the code: %s',
    (code) => {
      expect(catchFailure('getUser', { code, msg: 'x' }, 401)).toMatchObject({
        name: 'KooDriveError',
        code,
        classification: { outcome: 'rejected', transient: false, outage: false },
      });
    },
  );

  it('contains no text of the upstream', () => {
    const error = catchFailure('getFile', { code: 13000102, msg: 'secret-host 10.0.0.1' }, 400) as Error;
    expect(`${error.message} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain('secret-host');
  });
});

describe('a failure without a code', () => {
  const html = '<html><body>502 Bad Gateway</body></html>';

  it.each([
    [500, 'unknown'],
    [502, 'unknown'],
    [503, 'unknown'],
    [504, 'unknown'],
    [429, 'rejected'],
  ])('%i means that the upstream is not available', (status, outcome) => {
    for (const body of [html, '', '{}', { code: 0 }]) {
      expect(catchFailure('getUser', body, status)).toMatchObject({
        name: 'UpstreamUnavailableError',
        status,
        retryAfterMs: 1234,
        classification: { outcome, transient: true },
      });
    }
  });

  it.each([401, 403])('%i is a rejection', (status) => {
    expect(catchFailure('getUser', html, status)).toMatchObject({ name: 'KooDriveError', code: undefined, status });
  });

  it.each([400, 404, 405])('%i violates the contract', (status) => {
    expect(catchFailure('getUser', html, status)).toMatchObject({
      name: 'UpstreamProtocolError',
      violation: 'status',
      status,
    });
  });
});

describe('a response that violates the contract', () => {
  it.each([
    ['HTML', '<!doctype html><title>Sign in</title>', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a truncated body', '{"code":0,"data":{"id":"1', 'not-json'],
    ['a list', '[]', 'not-json'],
    ['null', 'null', 'not-json'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'not-json'],
    ['an object without a code', { data: { id: '1' } }, 'not-an-envelope'],
    ['a code that is neither number nor text', { code: null, data: {} }, 'not-an-envelope'],
    ['another envelope', { code: 0, result: { id: '1' } }, 'missing-data'],
    ['an envelope with nothing in it', { code: 0, data: null }, 'missing-data'],
  ])('is %s', (_what, body, violation) => {
    expect(catchFailure('getUser', body)).toMatchObject({ name: 'UpstreamProtocolError', violation, status: 200 });
  });

  it.each([301, 302, 307, 308, 304])('is a %i, which is not followed', (status) => {
    expect(catchFailure('getUser', '', status)).toMatchObject({
      violation: 'redirect',
      classification: { transient: false },
    });
  });

  it('is a compressed body, which we did not ask for', () => {
    const headers = { 'content-encoding': 'gzip' };
    expect(catchFailure('getUser', { code: 0, data: {} }, 200, headers)).toMatchObject({
      violation: 'content-encoding',
    });
  });

  it('is a list under an undocumented name, which must not be read as an empty list', () => {
    expect(catchFailure('getPersonalFiles', { code: 0, entries: [{ id: 'F' }] })).toMatchObject({
      violation: 'missing-data',
    });
    expect(catchFailure('ListRecentlyAccess', { code: 0, items: [] })).toMatchObject({ violation: 'missing-data' });
    expect(catchFailure('getJobList', { code: 0, msg: '', list: [] })).toMatchObject({ violation: 'missing-data' });
  });

  it('is a page without its list, unless the total is 0', () => {
    expect(catchFailure('ListRecentlyAccess', { code: 0, msg: 'success' })).toMatchObject({
      violation: 'missing-data',
    });
    expect(catchFailure('getUserList', { code: 0, msg: 'success', total: 3 })).toMatchObject({
      message: 'getUserList: the response violates the contract (missing-data at /list: expected the documented value)',
    });
  });

  it.each([
    ['list', 'getPersonalFiles', { files: 'x', nextCursor: '' }, '/files'],
    ['position of the next page', 'getPersonalFiles', { files: [], nextCursor: {} }, '/nextCursor'],
    ['flag for another page', 'listChanges', { fileChangeList: [], nextCursor: '', hasMore: [] }, '/hasMore'],
  ] as const)('is a page whose %s cannot be read', (_what, operation, members, pointer) => {
    expect(catchFailure(operation, { code: 0, ...members })).toMatchObject({ where: { pointer } });
  });
});

interface Example {
  readonly operationId: OperationId;
  readonly placeholder?: boolean;
  readonly partial?: boolean;
  readonly note?: string;
  readonly response?: { readonly status: number; readonly body: Record<string, unknown>; readonly partial?: boolean };
}

const folder = new URL('../../contract/examples/', import.meta.url);
const examples = readdirSync(folder)
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Example)
  .flatMap(({ response, ...example }) => (response ? [{ ...example, response }] : []));
const exampleByOperation = new Map(examples.map((example) => [example.operationId, example]));
const operations = (placeholder: boolean): OperationId[] =>
  examples.filter((example) => (example.placeholder ?? false) === placeholder).map(({ operationId }) => operationId);

function exampleOf(operation: OperationId): { status: number; body: Record<string, unknown> } {
  const { response, partial, note } = exampleByOperation.get(operation) ?? {};
  if (!response) throw new Error(`${operation} has no example`);
  // A printed response that is truncated has lost its end, which contains code and msg.
  const isTruncated = partial || response.partial || note?.includes('cut off');
  return { status: response.status, body: isTruncated ? { code: 0, ...response.body } : response.body };
}

/** The same with each number as text: the examples print numbers where the tables say text, and the reverse. */
const withTexts = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, each: unknown) => (typeof each === 'number' ? String(each) : each));

describe('every documented example', () => {
  it('exists', () => expect(examples.length).toBeGreaterThan(45));

  it.each(operations(false))('%s is read as a success', (operation) => {
    const { status, body } = exampleOf(operation);
    const { code: _code, msg: _msg, ...members } = parseLosslessJson(JSON.stringify(body)) as Record<string, unknown>;
    const { envelope } = operationTable[operation];
    const deviations: string[] = [];
    const row: OperationRow = operationTable[operation];
    const response = readResponse(operation, row, createResponse(body, status), undefined, (place) =>
      deviations.push(place),
    );
    const expected = envelope === 'flat' ? members : [members[envelope]].flat();
    expect(
      withTexts(envelope === 'flat' ? unwrapEnvelope(row, response) : [unwrapEnvelope(row, response)].flat()),
    ).toEqual(withTexts(expected));
    // Examples have members that the tables do not have.
    expect(deviations.filter((place) => place !== 'other')).toEqual([]);
  });

  it.each(operations(true))('%s, which has type names instead of values, is not read as a success', (operation) => {
    const { status, body } = exampleOf(operation);
    expect(catchFailure(operation, body, status)).toMatchObject({ name: 'KooDriveError' });
  });
});
