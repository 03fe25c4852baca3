import { describe, expect, it } from '@jest/globals';
import { HttpException, NotFoundException } from '@nestjs/common';
import { errorCodes } from 'fastify';
import type { ProblemCode } from './problem-catalog.js';
import { ProblemError } from './problem-error.js';
import { toProblemError } from './to-problem-error.js';

describe('toProblemError', () => {
  it.each([
    ['FST_ERR_NOT_FOUND', 'route-not-found'],
    ['FST_ERR_CTP_BODY_TOO_LARGE', 'too-large'],
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'unsupported-media-type'],
    ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'bad-request'],
    ['FST_ERR_CTP_EMPTY_JSON_BODY', 'malformed-json'],
    ['FST_ERR_CTP_INVALID_JSON_BODY', 'malformed-json'],
    ['FST_ERR_BAD_URL', 'bad-request'],
    ['FST_ERR_INVALID_URL', 'bad-request'],
    ['FST_ERR_MAX_PARAM_LENGTH', 'uri-too-long'],
    ['FST_ERR_ROUTE_MISSING_CONTENT_TYPE', 'unsupported-media-type'],
    ['FST_ERR_HANDLER_TIMEOUT', 'upstream-timeout'],
    ['FST_ERR_REP_ALREADY_SENT', 'internal'],
  ] as const)('converts Fastify’s %s to %s, also if Nest wraps it', (name, code) => {
    const error = new errorCodes[name]();
    expect(error.code).toBe(name);
    expect(toProblemError(error).code).toBe(code);
    expect(toProblemError(new HttpException('x', 418, { cause: error })).code).toBe(code);
  });

  it.each<[number, ProblemCode]>([
    [400, 'bad-request'],
    [404, 'route-not-found'],
    [405, 'method-not-allowed'],
    [406, 'not-acceptable'],
    [408, 'request-timeout'],
    [411, 'length-required'],
    [413, 'too-large'],
    [414, 'uri-too-long'],
    [415, 'unsupported-media-type'],
    [416, 'range-not-satisfiable'],
    [429, 'too-many-requests'],
    [431, 'header-too-large'],
    [503, 'overloaded'],
    [418, 'internal'],
    [500, 'internal'],
  ])('converts an HttpException with status %d to %s', (status, code) => {
    expect(toProblemError(new HttpException('x', status)).code).toBe(code);
  });

  it('returns a ProblemError unchanged', () => {
    const problem = new ProblemError('name-taken');
    expect(toProblemError(problem, [() => new ProblemError('internal')])).toBe(problem);
  });

  it('uses the first translator that knows the error, before all other rules', () => {
    const error = new NotFoundException();
    const translators = [() => undefined, () => new ProblemError('not-found'), () => new ProblemError('internal')];
    expect(toProblemError(error, translators).code).toBe('not-found');
  });

  it('stores the original error as the cause', () => {
    const error = new TypeError('x');
    expect(toProblemError(error).cause).toBe(error);
  });

  it.each([undefined, null, 'text', 42, {}, { statusCode: 404 }, Object.assign(new Error('x'), { statusCode: 404 })])(
    'converts %j to internal',
    (thrown) => {
      expect(toProblemError(thrown).code).toBe('internal');
    },
  );
});

describe('upstream-protocol', () => {
  it('requires the operation of the response', () => {
    const upstream = { operation: 'getUser' };
    expect(new ProblemError('upstream-protocol', { upstream }).options.upstream).toEqual(upstream);
    // @ts-expect-error without it, nobody could find the response
    expect(() => new ProblemError('upstream-protocol', { cause: new Error('x') })).not.toThrow();
    // @ts-expect-error as above
    expect(() => new ProblemError('upstream-protocol')).not.toThrow();
  });
});
