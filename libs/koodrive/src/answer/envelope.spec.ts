import { describe, expect, it } from '@jest/globals';
import type { WireAnswer } from '#resilience';
import { readdirSync, readFileSync } from 'node:fs';
import { operationTable } from '../generated/operations.js';
import type { OperationId, OperationRow } from '../operation.js';
import { readAnswer, unwrap } from './envelope.js';
import { parseLossless } from './lossless-json.js';

function answer(body: unknown, status = 200, headers: Record<string, string> = {}): WireAnswer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return { status, headers, body: bytes };
}

function read(operation: OperationId, body: unknown, status?: number, headers?: Record<string, string>): unknown {
  const row: OperationRow = operationTable[operation];
  return unwrap(row, readAnswer(operation, row, answer(body, status, headers), 1234));
}

function failure(operation: OperationId, body: unknown, status?: number, headers?: Record<string, string>): unknown {
  try {
    read(operation, body, status, headers);
  } catch (error) {
    return error;
  }
  throw new Error('it was taken for a success');
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

  it('has no code where the page lists none', () => {
    expect(read('createSyncDir', { fileId: 'F', exist: true })).toEqual({ fileId: 'F', exist: true });
    expect(read('batchReadMessage', { messages: [] })).toEqual({ messages: [] });
  });

  it('may lack its data where an example does', () => {
    expect(read('createSpace', { code: 0, msg: 'OK' })).toBeUndefined();
  });

  it('may lack an empty list', () => {
    expect(read('getSpaceUsageByQuota', { code: 0, msg: '成功' })).toEqual({});
    expect(read('getUserList', { code: 0, msg: 'success', total: 0 })).toEqual({ total: 0 });
    expect(read('ListRecentlyAccess', { code: 0, msg: 'success' })).toEqual([]);
  });

  it('may lack what there is none of', () => {
    expect(read('getUserMobile', { code: 0, msg: 'success' })).toEqual({});
  });

  it('may begin with a byte order mark', () => {
    expect(read('getUnreadCount', '\uFEFF{"code":0,"count":1}')).toEqual({ count: 1 });
  });

  it('keeps every digit of an id', () => {
    expect(read('authSession', '{"code":0,"data":{"deptId":1395496464656556501}}')).toEqual({
      deptId: '1395496464656556501',
    });
  });
});

describe('a failure with a code', () => {
  it.each([13000405, '13000405'])('is one at HTTP 200 too: %j', (code) => {
    expect(failure('createDirectory', { code, msg: 'success' })).toMatchObject({
      name: 'KooDriveError',
      operation: 'createDirectory',
      code: '13000405',
      status: 200,
      retryable: false,
    });
  });

  it('knows the name of its code', () => {
    expect(failure('getFile', { code: 13000302 }, 400)).toMatchObject({ symbol: 'FILE_NOT_IN_SPECIFIED_CONTAINER' });
    expect(failure('getFile', { code: 13999999 }, 400)).toMatchObject({ symbol: null, retryable: false });
  });

  it('may be repeated when the table of codes says so', () => {
    expect(failure('getFile', { code: 13000407 }, 400)).toMatchObject({
      retryable: true,
      verdict: { outcome: 'refused', outage: false, retryAfterMs: 1234 },
    });
  });

  it('leaves the outcome open when the inside of KooDrive failed', () => {
    expect(failure('createFile', { code: 13000201 }, 500)).toMatchObject({
      verdict: { outcome: 'unknown', transient: true, outage: true },
    });
    expect(failure('createFile', { code: 13000201 }, 501)).toMatchObject({ verdict: { outcome: 'refused' } });
  });

  it.each([
    ['APIG.0308', 400, { outcome: 'refused', transient: true }],
    ['APIGW.0308', 429, { outcome: 'refused', transient: true }],
    ['APIG.0101', 404, { outcome: 'refused', transient: false }],
    ['APIG.0201', 504, { outcome: 'unknown', transient: true }],
    ['APIG.0201', 413, { outcome: 'refused', transient: false }],
    ['APIG.0202', 502, { outcome: 'unknown', transient: true }],
    ['APIG.0303', 401, { outcome: 'refused', transient: false }],
  ])("is read in API Gateway's shape too: %s with %i", (code, status, verdict) => {
    const body = { error_code: code, error_msg: 'x', request_id: 'y' };
    expect(failure('getUser', body, status)).toMatchObject({ name: 'KooDriveError', code, status, verdict });
  });

  it('keeps no text of the upstream', () => {
    const error = failure('getFile', { code: 13000102, msg: 'secret-host 10.0.0.1' }, 400) as Error;
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
    [429, 'refused'],
  ])('%i is an upstream that is not available', (status, outcome) => {
    for (const body of [html, '', '{}', { code: 0 }]) {
      expect(failure('getUser', body, status)).toMatchObject({
        name: 'UpstreamUnavailableError',
        status,
        retryAfterMs: 1234,
        verdict: { outcome, transient: true },
      });
    }
  });

  it.each([401, 403])('%i is a refusal', (status) => {
    expect(failure('getUser', html, status)).toMatchObject({ name: 'KooDriveError', code: null, status });
  });

  it.each([400, 404, 405])('%i breaks the contract', (status) => {
    expect(failure('getUser', html, status)).toMatchObject({ name: 'UpstreamProtocolError', breach: 'status', status });
  });
});

describe('what is no answer of KooDrive', () => {
  it.each([
    ['HTML', '<!doctype html><title>Sign in</title>', 'not-json'],
    ['nothing', '', 'not-json'],
    ['half a body', '{"code":0,"data":{"id":"1', 'not-json'],
    ['a list', '[]', 'not-json'],
    ['null', 'null', 'not-json'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'not-json'],
    ['an object without a code', { data: { id: '1' } }, 'not-an-envelope'],
    ['a code that is neither number nor text', { code: null, data: {} }, 'not-an-envelope'],
    ['another envelope', { code: 0, result: { id: '1' } }, 'no-data'],
    ['an envelope with nothing in it', { code: 0, data: null }, 'no-data'],
  ])('%s', (_what, body, breach) => {
    expect(failure('getUser', body)).toMatchObject({ name: 'UpstreamProtocolError', breach, status: 200 });
  });

  it.each([301, 302, 307, 308, 304])('a %i, which is not followed', (status) => {
    expect(failure('getUser', '', status)).toMatchObject({ breach: 'redirect', verdict: { transient: false } });
  });

  it('a compressed body, which nobody asked for', () => {
    const headers = { 'content-encoding': 'gzip' };
    expect(failure('getUser', { code: 0, data: {} }, 200, headers)).toMatchObject({ breach: 'encoded' });
  });

  it('a list under a name that no page knows, which must not pass for an empty list', () => {
    expect(failure('getPersonalFiles', { code: 0, entries: [{ id: 'F' }] })).toMatchObject({ breach: 'no-data' });
    expect(failure('ListRecentlyAccess', { code: 0, items: [] })).toMatchObject({ breach: 'no-data' });
    expect(failure('getJobList', { code: 0, msg: '', list: [] })).toMatchObject({ breach: 'no-data' });
  });

  it('a flat answer of a read with nothing that was asked for', () => {
    expect(failure('getFile', { code: 0, msg: 'success', payload: {} })).toMatchObject({ breach: 'no-data' });
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
const printed = new Map(examples.map((example) => [example.operationId, example]));
const operations = (placeholder: boolean): OperationId[] =>
  examples.filter((example) => (example.placeholder ?? false) === placeholder).map(({ operationId }) => operationId);

function exampleOf(operation: OperationId): { status: number; body: Record<string, unknown> } {
  const { response, partial, note } = printed.get(operation) ?? {};
  if (!response) throw new Error(`${operation} has no example`);
  // Of an answer that was cut in print, what is missing is its end, and with it code and msg.
  const cut = partial || response.partial || note?.includes('cut off');
  return { status: response.status, body: cut ? { code: 0, ...response.body } : response.body };
}

describe('every documented example', () => {
  it('is there', () => expect(examples.length).toBeGreaterThan(45));

  it.each(operations(false))('%s is taken for the success it is', (operation) => {
    const { status, body } = exampleOf(operation);
    const { code: _code, msg: _msg, ...members } = parseLossless(JSON.stringify(body)) as Record<string, unknown>;
    const { envelope } = operationTable[operation];
    expect(read(operation, body, status)).toEqual(envelope === 'flat' ? members : members[envelope]);
  });

  it.each(operations(true))('%s, which prints type names in place of values, is no success', (operation) => {
    const { status, body } = exampleOf(operation);
    expect(failure(operation, body, status)).toMatchObject({ name: 'KooDriveError' });
  });
});
